// What a page can do beyond being read: nothing here is needed to read it.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Light or dark, kept where storage is allowed.
  const scheme = document.querySelector(".scheme");
  const preference = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : preference.matches);
  const showScheme = () => scheme.setAttribute("aria-pressed", String(isDark()));
  scheme.disabled = false;
  showScheme();
  preference.addEventListener("change", showScheme);
  scheme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showScheme();
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* it holds for this page */ }
  });

  // A slash goes to the search field, as long as nobody is typing.
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.querySelector(".find input").focus();
    }
  });

  // Boxes that scroll sideways can be reached by keyboard, those that need not are passed over.
  const reachable = (within) => {
    const boxes = [within, ...all("*", within)].filter((box) => box.matches(".scrolls, .long, pre, .proofread-lines"));
    const scroll = boxes.map((box) => box.scrollWidth > box.clientWidth);
    for (const [i, box] of boxes.entries()) {
      if (scroll[i]) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", box.matches("pre") ? "Code, scrolls sideways" : "Scrolls sideways");
      } else if (box.tabIndex === 0) {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      }
    }
  };
  addEventListener("toggle", (event) => reachable(event.target), true);

  // The style sheet lays out what is near the screen. The rest follows block by block when nobody waits,
  // but for the ledger's tables: they are long, and a reader sees few of them.
  const BLOCKS = "article section > :not(section, .proofread-ledger, .proofread-identities), .proofread-identities > *, .page-end";
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 1, { timeRemaining: () => 0 }));
  let blocks = [];
  const layOut = (deadline) => {
    do {
      const block = blocks.shift();
      block.style.contentVisibility = "visible";
      reachable(block);
    } while (blocks.length && deadline.timeRemaining() > 35); // of at most 50 ms
    if (blocks.length) idle(layOut);
  };
  let width;
  const onWidth = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === width) return;
    width = contentRect.width;
    const done = !blocks.length;
    blocks = all(BLOCKS);
    if (done && blocks.length) idle(layOut);
  });
  document.fonts.ready.then(() => onWidth.observe(document.querySelector("main")));

  // Copied formulas become LaTeX.
  const source = (math) => {
    const tex = math.dataset.tex;
    return math.getAttribute("display") === "block" ? `$$${tex}$$` : `$${tex}$`;
  };
  addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    for (const [edge, set] of [["startContainer", "setStartBefore"], ["endContainer", "setEndAfter"]]) {
      const node = range[edge];
      const math = (node.nodeType === 1 ? node : node.parentElement).closest("math");
      if (math) range[set](math);
    }
    const copy = range.cloneContents();
    const formulas = all("math[data-tex]", copy);
    if (!formulas.length) return;
    for (const math of formulas) math.replaceWith(source(math));
    for (const extra of all(".headerlink, .copy", copy)) extra.remove();
    const holder = document.createElement("div");
    holder.append(copy);
    const hidden = { position: "fixed", insetInlineStart: "-99in", whiteSpace: "pre-wrap" };
    Object.assign(holder.style, hidden);
    document.body.append(holder);
    event.clipboardData.setData("text/plain", holder.innerText);
    event.clipboardData.setData("text/html", holder.innerHTML);
    holder.remove();
    event.preventDefault();
  });

  // Code and citations can be copied whole.
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
  for (const box of all(".cell_input .highlight, .highlight-bibtex .highlight, .cite .highlight")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(box.querySelector("pre").textContent);
        button.textContent = status.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(box.querySelector("pre"));
        button.textContent = status.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 2000);
    });
    box.append(button);
  }

  // An address with a fragment inside something folded opens it.
  const named = (address) => {
    try { return document.getElementById(decodeURIComponent(address.slice(1))); } catch { return null; }
  };
  const open = () => {
    const target = named(location.hash);
    for (let box = target; box; box = box.parentElement) if (box.matches("details")) box.open = true;
    if (target) target.scrollIntoView();
  };
  if (location.hash) open();
  addEventListener("hashchange", open);

  // Which section is being read.
  const entries = new Map(all(".on-page a").map((link) => [named(link.hash), link]));
  entries.delete(null);
  if (entries.size) {
    const seen = new Set();
    const watch = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
      const now = [...entries.keys()].findLast((section) => seen.has(section));
      if (now) for (const [section, link] of entries) link.classList.toggle("now", section === now);
    }, { rootMargin: "-15% 0px -70%" });
    for (const section of entries.keys()) watch.observe(section);
  }
  const here = document.querySelector(".book [aria-current]");
  const shown = new IntersectionObserver(([{ boundingClientRect, isIntersecting }]) => {
    if (boundingClientRect.height && !isIntersecting) here.scrollIntoView({ block: "nearest", behavior: "instant" });
    shown.disconnect();
  });
  if (here) shown.observe(here);

  // A glance at a referenced equation, theorem, figure or citation, on hover and on focus.
  const pages = new Map();
  const page = (address) => {
    if (address === location.pathname) return Promise.resolve(document);
    if (location.protocol === "file:") return Promise.resolve(null);
    if (!pages.has(address)) {
      pages.set(address, fetch(address)
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then((text) => new DOMParser().parseFromString(text, "text/html"))
        .catch(() => null));
    }
    return pages.get(address);
  };
  const LOOK = ".proofread, .math, .admonition, figure, .citation, dt, tr, details";
  const show = (link, found) => {
    const part = found?.closest(LOOK);
    if (!part || part.contains(link)) return;
    hide();
    const glance = document.createElement("div");
    glance.className = "glance";
    glance.id = "glance";
    glance.setAttribute("role", "tooltip");
    const copy = part.matches("dt") ? part.nextElementSibling : part;
    glance.append(document.importNode(copy, true));
    for (const inner of all("[id]", glance)) inner.removeAttribute("id");
    for (const badge of all("details, .copy", glance)) badge.remove();
    for (const inner of all("a, [tabindex]", glance)) { inner.removeAttribute("href"); inner.removeAttribute("tabindex"); }
    document.body.append(glance);
    const place = link.getBoundingClientRect();
    const box = glance.getBoundingClientRect();
    const above = place.top > box.height + 12 && place.bottom + box.height > innerHeight;
    glance.style.left = `${Math.max(8, Math.min(place.left, root.clientWidth - box.width - 8)) + scrollX}px`;
    glance.style.top = `${(above ? place.top - box.height - 6 : place.bottom + 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "glance");
  };
  const hide = () => {
    document.getElementById("glance")?.remove();
    document.querySelector("[aria-describedby=glance]")?.removeAttribute("aria-describedby");
  };
  let hovering;
  const look = (event) => {
    const link = event.target.closest?.("article a.reference.internal[href*='#']");
    clearTimeout(hovering);
    if (!link) return;
    hovering = setTimeout(async () => {
      const within = await page(new URL(link.href).pathname);
      let id = "";
      try { id = decodeURIComponent(link.hash.slice(1)); } catch { return; }
      if (within && id) show(link, within.getElementById(id));
    }, event.type === "focusin" ? 0 : 250);
  };
  addEventListener("pointerover", look);
  addEventListener("focusin", look);
  addEventListener("pointerout", (event) => {
    clearTimeout(hovering);
    if (!event.relatedTarget?.closest?.(".glance")) hide();
  });
  addEventListener("focusout", hide);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
