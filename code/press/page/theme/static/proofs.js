// A proof for every size, fetched into the badge that a reader opens. From a disk its link leads there.
(() => {
  "use strict";
  const BADGE = "details.proofread-badge";
  const STEPS = ".proofread-steps";

  /**
   * The steps that a link leads to.
   * @param {HTMLAnchorElement} link
   */
  const stepsAt = async (link) => {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const title = page.getElementById(decodeURIComponent(link.hash.slice(1)));
    return title?.closest(".proofread-proof")?.querySelector(STEPS);
  };

  /**
   * Show the steps below what a badge says, once.
   * @param {HTMLDetailsElement} badge
   */
  const unfold = async (badge) => {
    const link = /** @type {HTMLAnchorElement | null} */ (badge.querySelector("a.proofread-to-proof"));
    if (!link || badge.querySelector(STEPS)) return;
    try {
      const steps = await stepsAt(link);
      if (!steps || badge.querySelector(STEPS)) return;
      badge.append(document.importNode(steps, true));
      badge.dispatchEvent(new Event("toggle")); // so that what it holds now is looked through
    } catch { /* the link leads there */ }
  };

  // A badge that the page itself opens waits until a reader does: nothing moves while a page loads.
  const opened = new Set(document.querySelectorAll(`${BADGE}[open]`));
  addEventListener("toggle", (event) => {
    const badge = /** @type {HTMLDetailsElement} */ (event.target);
    if (location.protocol === "file:" || !badge.matches(BADGE)) return;
    if (!badge.open) opened.delete(badge);
    else if (!opened.has(badge)) unfold(badge);
  }, true);
})();
