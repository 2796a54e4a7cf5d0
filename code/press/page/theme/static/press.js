// Colors, keys, folds, and where the reader is: nothing here is needed to read a page.
(() => {
  "use strict";
  const root = document.documentElement;

  // Light or dark, kept where storage is allowed.
  const scheme = /** @type {HTMLButtonElement} */ (document.querySelector(".scheme"));
  const preference = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : preference.matches);
  const showScheme = () => scheme.setAttribute("aria-pressed", String(isDark()));
  scheme.disabled = false;
  showScheme();
  preference.addEventListener("change", showScheme);
  scheme.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    showScheme();
    try { localStorage.setItem("theme", theme); } catch { /* it holds for this page */ }
  });

  // A slash goes to the search field, as long as nobody is typing.
  addEventListener("keydown", (event) => {
    const target = /** @type {Partial<Element>} */ (event.target ?? {});
    const typing = target.closest?.("input, textarea, select, [contenteditable]");
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".find input"));
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field?.focus();
    }
  });

  /**
   * What a fragment of an address names on this page.
   * @param {string} fragment with its #
   * @returns {HTMLElement | null}
   */
  const named = (fragment) => {
    try { return document.getElementById(decodeURIComponent(fragment.slice(1))); } catch { return null; }
  };

  // An address with a fragment inside something folded opens it.
  const open = () => {
    const target = named(location.hash);
    for (let box = target; box; box = box.parentElement) {
      if (box.matches("details")) /** @type {HTMLDetailsElement} */ (box).open = true;
    }
    target?.scrollIntoView();
  };
  if (location.hash) open();
  addEventListener("hashchange", open);

  // Which section is being read.
  /** @type {Map<Element, HTMLAnchorElement>} */
  const entries = new Map();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".on-page a"))) {
    const section = named(link.hash);
    if (section) entries.set(section, link);
  }
  /** @type {Set<Element>} */
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
    const now = [...entries.keys()].findLast((section) => seen.has(section));
    if (now) for (const [section, link] of entries) link.classList.toggle("now", section === now);
  }, { rootMargin: "-15% 0px -70%" });
  for (const section of entries.keys()) watch.observe(section);

  // Which chapter of the contents this is.
  const here = document.querySelector(".book [aria-current]");
  const shown = new IntersectionObserver(([change]) => {
    const isHidden = change?.boundingClientRect.height && !change.isIntersecting;
    if (isHidden) here?.scrollIntoView({ block: "nearest", behavior: "instant" });
    shown.disconnect();
  });
  if (here) shown.observe(here);
})();
