// A glance at a referenced equation, theorem, figure or citation, on hover and on focus.
(() => {
  "use strict";
  const LOOK = ".proofread, .math, .admonition, figure, .citation, dt, tr, details";
  const REFERENCE = "article a.reference.internal[href*='#']";
  const PATIENCE = 250; // ms that a pointer rests on a link
  const EDGE = 8; // px that stay free beside a glance
  const root = document.documentElement;

  /** @type {Map<string, Promise<Document | null>>} */
  const pages = new Map();
  /** @param {string} address */
  const load = async (address) => {
    try {
      const answer = await fetch(address);
      return new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    } catch {
      return null;
    }
  };
  /**
   * The page that is read at an address: this one, or one loaded once. A disk shows none.
   * @param {string} address
   * @returns {Promise<Document | null>}
   */
  const page = async (address) => {
    if (address === location.pathname) return document;
    if (location.protocol === "file:") return null;
    const known = pages.get(address) ?? load(address);
    pages.set(address, known);
    return known;
  };

  const hide = () => {
    document.getElementById("glance")?.remove();
    document.querySelector("[aria-describedby=glance]")?.removeAttribute("aria-describedby");
  };

  /**
   * What is looked at, without what only its own page can do.
   * @param {Element} part
   */
  const glanceAt = (part) => {
    const glance = document.createElement("div");
    glance.className = "glance";
    glance.id = "glance";
    glance.setAttribute("role", "tooltip");
    const shown = part.matches("dt") ? part.nextElementSibling : part;
    if (shown) glance.append(document.importNode(shown, true));
    for (const inner of glance.querySelectorAll("[id]")) inner.removeAttribute("id");
    for (const extra of glance.querySelectorAll("details, .copy")) extra.remove();
    for (const inner of glance.querySelectorAll("a, [tabindex]")) {
      inner.removeAttribute("href");
      inner.removeAttribute("tabindex");
    }
    return glance;
  };

  /**
   * Below the link, or above it where there is no room below.
   * @param {Element} link
   * @param {Element | null} found what the link names
   */
  const show = (link, found) => {
    const part = found?.closest(LOOK);
    if (!part || part.contains(link)) return;
    hide();
    const glance = glanceAt(part);
    document.body.append(glance);
    const place = link.getBoundingClientRect();
    const box = glance.getBoundingClientRect();
    const above = place.top > box.height + 12 && place.bottom + box.height > innerHeight;
    const left = Math.max(EDGE, Math.min(place.left, root.clientWidth - box.width - EDGE));
    glance.style.left = `${left + scrollX}px`;
    glance.style.top = `${(above ? place.top - box.height - 6 : place.bottom + 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "glance");
  };

  /** @param {HTMLAnchorElement} link */
  const follow = async (link) => {
    const within = await page(new URL(link.href).pathname);
    let id = "";
    try { id = decodeURIComponent(link.hash.slice(1)); } catch { return; }
    if (within && id) show(link, within.getElementById(id));
  };
  let hovering = 0;
  /** @param {Event} event */
  const look = (event) => {
    const target = /** @type {Partial<Element>} */ (event.target ?? {});
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (target.closest?.(REFERENCE));
    clearTimeout(hovering);
    if (link) hovering = setTimeout(follow, event.type === "focusin" ? 0 : PATIENCE, link);
  };
  addEventListener("pointerover", look);
  addEventListener("focusin", look);
  addEventListener("pointerout", (event) => {
    clearTimeout(hovering);
    const inside = event.relatedTarget instanceof Element && event.relatedTarget.closest(".glance");
    if (!inside) hide();
  });
  addEventListener("focusout", hide);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
