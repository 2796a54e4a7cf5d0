// Boxes that scroll sideways, and what is laid out before a reader comes to it.
(() => {
  "use strict";
  const BOXES = ".scrolls, pre, .proofread-lines";
  // Folded steps are many: they wait until they open.
  const SEEN = `:is(${BOXES}):not(.proofread-steps details:not([open]) *)`;
  // But for the ledger's tables: they are long, and a reader sees few of them.
  const BLOCKS =
    "article section > :not(section, .proofread-ledger, .proofread-identities, .proofread-proofs), " +
    ":is(.proofread-identities, .proofread-proofs) > *, .page-end";
  const SPARE = 35; // of the at most 50 ms that a browser gives

  /** @param {HTMLElement} box */
  const enter = (box) => {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.matches("pre") ? "Code, scrolls sideways" : "Scrolls sideways");
  };
  /** @param {HTMLElement} box */
  const pass = (box) => {
    if (box.tabIndex !== 0) return;
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
  };
  /**
   * Boxes that scroll sideways can be reached by keyboard, those that need not are passed over.
   * @param {HTMLElement} within
   */
  const reachable = (within) => {
    const inside = /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(SEEN));
    const boxes = within.matches(SEEN) ? [within, ...inside] : [...inside];
    const scroll = boxes.map((box) => box.scrollWidth > box.clientWidth);
    for (const [i, box] of boxes.entries()) (scroll[i] ? enter : pass)(box);
  };
  addEventListener("toggle", (event) => reachable(/** @type {HTMLElement} */ (event.target)), true);

  // The style sheet lays out what is near the screen. The rest follows block by block when nobody waits.
  /** @param {(deadline: Pick<IdleDeadline, "timeRemaining">) => void} work */
  const whenIdle = (work) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work);
    else setTimeout(work, 1, { timeRemaining: () => 0 });
  };
  /** @type {HTMLElement[]} */
  let blocks = [];
  /** @param {Pick<IdleDeadline, "timeRemaining">} deadline */
  const layOut = (deadline) => {
    do {
      const block = blocks.shift();
      if (!block) return;
      block.style.contentVisibility = "visible";
      reachable(block);
    } while (deadline.timeRemaining() > SPARE);
    if (blocks.length) whenIdle(layOut);
  };

  // Another width lays everything out anew.
  let width = -1;
  const onWidth = new ResizeObserver(([change]) => {
    if (!change || change.contentRect.width === width) return;
    width = change.contentRect.width;
    const isIdle = !blocks.length;
    blocks = [...document.querySelectorAll(BLOCKS)].map((block) => /** @type {HTMLElement} */ (block));
    if (isIdle && blocks.length) whenIdle(layOut);
  });
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  document.fonts.ready.then(() => onWidth.observe(main));
})();
