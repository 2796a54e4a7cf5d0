// Search: the index is a script, so that it is found on a disk as well as on a server.
"use strict";
(() => {
  const index = document.currentScript.dataset.index;
  const field = document.querySelector(".find input");
  const said = document.getElementById("found");
  const list = document.getElementById("results");
  const MOST = 60;
  const BONUS = { equation: 6, term: 6, chapter: 5, section: 3, definition: 4, theorem: 4 };
  let book;
  let names;

  // The entries of every word that begins like this, exact words first.
  const lookUp = (part) => {
    const scores = new Map();
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle] < part) low = middle + 1; else high = middle;
    }
    for (; low < names.length && names[low].startsWith(part); low += 1) {
      let entry = 0;
      for (const step of book.words[names[low]]) {
        entry += step;
        const score = names[low] === part ? 3 : 1;
        scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
      }
    }
    return scores;
  };

  const find = (query) => {
    const parts = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const tables = parts.map(lookUp);
    if (!tables.length) return [];
    // Words that stand nearly everywhere are asked for only where there is no other.
    const rare = tables.filter((table, i) => !book.common.includes(parts[i]));
    const asked = rare.length ? rare : tables;
    return [...asked[0].keys()]
      .filter((entry) => asked.every((table) => table.has(entry)))
      .map((entry) => {
        const [kind, title] = book.entries[entry];
        const name = title.toLowerCase();
        let score = BONUS[kind] ?? 2;
        for (const [i, part] of parts.entries()) score += (tables[i].get(entry) ?? 0) + (name.includes(part) ? 5 : 0);
        if (name === query.trim().toLowerCase()) score += 10;
        return [score, entry];
      })
      .sort((a, b) => b[0] - a[0] || a[1] - b[1])
      .map(([, entry]) => entry);
  };

  const element = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });
  const row = (entry) => {
    const [kind, title, page, anchor, text] = book.entries[entry];
    const [address, chapter] = book.pages[page];
    const item = document.createElement("li");
    const link = element("a", "", title);
    link.href = address + (anchor && `#${anchor}`);
    item.append(element("span", "kind", kind), link);
    const where = [kind === "chapter" ? "" : chapter, text].filter(Boolean).join(" · ");
    item.append(element("span", "where", where));
    return item;
  };

  const search = () => {
    const query = field.value;
    if (!query.trim()) {
      list.replaceChildren();
      said.textContent = "Type a term, the name of an equation, or a name from the code.";
      return;
    }
    const found = find(query);
    const count = found.length === 1 ? "1 place" : `${found.length || "No"} places`;
    said.textContent = `${count} with “${query.trim()}”${found.length ? "." : ". Try fewer or shorter words."}`;
    list.replaceChildren(...found.slice(0, MOST).map(row));
  };

  globalThis.searchIndex = (content) => {
    book = content;
    names = Object.keys(book.words);
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    search();
    field.addEventListener("input", search);
  };
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (book) search();
  });
  const script = document.createElement("script");
  script.src = index;
  document.head.append(script);
})();
