// What is copied: formulas become LaTeX; code and citations can be had whole.
(() => {
  "use strict";
  const AGAIN = 2000; // ms until a button can be pressed again

  /**
   * A formula as it was written; one in pieces stands in a box.
   * @param {HTMLElement | MathMLElement} formula
   */
  const source = (formula) => {
    const tex = formula.dataset.tex ?? "";
    return formula.matches("[display=block], .broken") ? `$$${tex}$$` : `$${tex}$`;
  };

  /**
   * The formula that a place in the page is in.
   * @param {Node} node
   */
  const formulaAround = (node) => (node instanceof Element ? node : node.parentElement)?.closest("[data-tex]");

  // A selection never ends within a formula.
  /** @param {Range} range */
  const withWholeFormulas = (range) => {
    const first = formulaAround(range.startContainer);
    const last = formulaAround(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    return range.cloneContents();
  };

  addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const copy = withWholeFormulas(selection.getRangeAt(0));
    const formulas = /** @type {NodeListOf<HTMLElement | MathMLElement>} */ (copy.querySelectorAll("[data-tex]"));
    if (!formulas.length) return;
    for (const formula of formulas) formula.replaceWith(source(formula));
    for (const extra of copy.querySelectorAll(".headerlink, .copy")) extra.remove();
    const holder = document.createElement("div");
    holder.append(copy);
    const hidden = { position: "fixed", insetInlineStart: "-99in", whiteSpace: "pre-wrap" };
    Object.assign(holder.style, hidden);
    document.body.append(holder);
    // biome-ignore lint/performance/useDomNodeTextContent: as it is laid out, with its line ends
    event.clipboardData?.setData("text/plain", holder.innerText);
    event.clipboardData?.setData("text/html", holder.innerHTML);
    holder.remove();
    event.preventDefault();
  });

  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.querySelector("main")?.append(status);

  /**
   * Copy the code, or select it where a page may not write to the clipboard.
   * @param {Element} code
   * @returns {Promise<string>} what was done
   */
  const take = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      return "Copied";
    } catch {
      getSelection()?.selectAllChildren(code);
      return "Selected";
    }
  };
  for (const code of document.querySelectorAll(":is(.cell_input, .highlight-bibtex, .cite) .highlight pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      button.textContent = status.textContent = await take(code);
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, AGAIN);
    });
    code.closest(".highlight")?.append(button);
  }
})();
