// Search: the index is a script, so that it is found on a disk as well as on a server. It calls
// `searchIndex`, the only name this file gives away.

/**
 * @typedef {[kind: string, title: string, page: number, anchor: string, text: string]} Entry
 * @typedef {object} Book what search.py wrote
 * @property {[address: string, title: string][]} pages
 * @property {Entry[]} entries
 * @property {string[]} common words that are looked for in names alone
 * @property {Record<string, number[]>} words the entries of each word, by their steps
 */
(() => {
  "use strict";
  const MOST = 60;
  const WHOLE = 3, BEGUN = 1, IN_NAME = 5, IS_NAME = 10;
  /** @type {Record<string, number>} */
  const BONUS = { equation: 6, term: 6, chapter: 5, section: 3, definition: 4, theorem: 4 };
  const OTHER = 2;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const field = /** @type {HTMLInputElement} */ (document.querySelector(".find input"));
  const said = /** @type {HTMLElement} */ (document.getElementById("found"));
  const list = /** @type {HTMLElement} */ (document.getElementById("results"));

  /**
   * The place of the first name that is not before a word.
   * @param {string[]} names in order
   * @param {string} word
   */
  const placeOf = (names, word) => {
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {string} */ (names[middle]) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /**
   * The entries of every word that begins like this, exact words first.
   * @param {Book} book
   * @param {string[]} names the book's words in order
   * @param {string} part
   * @returns {Map<number, number>} what each entry scores
   */
  const lookUp = (book, names, part) => {
    const scores = new Map();
    for (let i = placeOf(names, part); names[i]?.startsWith(part); i += 1) {
      const name = /** @type {string} */ (names[i]);
      const score = name === part ? WHOLE : BEGUN;
      let entry = 0;
      for (const step of book.words[name] ?? []) {
        entry += step;
        scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
      }
    }
    return scores;
  };

  /**
   * What is found for a query, best first.
   * @param {Book} book
   * @param {string[]} names the book's words in order
   * @param {string} query
   * @returns {Entry[]}
   */
  const find = (book, names, query) => {
    const whole = query.trim().toLowerCase();
    const parts = whole.match(/[\p{L}\p{N}]+/gu) ?? [];
    const tables = parts.map((part) => lookUp(book, names, part));
    // Words that stand nearly everywhere are asked for only where there is no other.
    const rare = tables.filter((_, i) => !book.common.includes(/** @type {string} */ (parts[i])));
    const [first, ...others] = rare.length ? rare : tables;
    /** @param {number} entry */
    const score = (entry) => {
      const [kind, title] = /** @type {Entry} */ (book.entries[entry]);
      const name = title.toLowerCase();
      const words = tables.map((table) => table.get(entry) ?? 0);
      const inName = parts.map((part) => (name.includes(part) ? IN_NAME : 0));
      const all = [...words, ...inName, name === whole ? IS_NAME : 0];
      return all.reduce((sum, more) => sum + more, BONUS[kind] ?? OTHER);
    };
    return [...(first?.keys() ?? [])]
      .filter((entry) => others.every((table) => table.has(entry)))
      .map((entry) => ({ entry, score: score(entry) }))
      .sort((a, b) => b.score - a.score || a.entry - b.entry)
      .map(({ entry }) => /** @type {Entry} */ (book.entries[entry]));
  };

  /**
   * @template {"a" | "span"} T
   * @param {T} tag
   * @param {string} className
   * @param {string} textContent
   */
  const element = (tag, className, textContent) =>
    Object.assign(document.createElement(tag), { className, textContent });
  /**
   * One line of the results.
   * @param {Book} book
   * @param {Entry} entry
   */
  const row = (book, [kind, title, page, anchor, text]) => {
    const [address, chapter] = /** @type {[string, string]} */ (book.pages[page]);
    const item = document.createElement("li");
    const link = element("a", "", title);
    link.href = address + (anchor && `#${anchor}`);
    item.append(element("span", "kind", kind), link);
    const where = [kind === "chapter" ? "" : chapter, text].filter(Boolean).join(" · ");
    item.append(element("span", "where", where));
    return item;
  };

  /**
   * Show what is found for what stands in the field.
   * @param {Book} book
   * @param {string[]} names the book's words in order
   */
  const search = (book, names) => {
    const query = field.value.trim();
    if (!query) {
      list.replaceChildren();
      said.textContent = "Type a term, the name of an equation, or a name from the code.";
      return;
    }
    const found = find(book, names, query);
    const count = found.length === 1 ? "1 place" : `${found.length || "No"} places`;
    said.textContent = `${count} with “${query}”${found.length ? "." : ". Try fewer or shorter words."}`;
    list.replaceChildren(...found.slice(0, MOST).map((entry) => row(book, entry)));
  };

  /** @param {Book} book */
  const searchIndex = (book) => {
    const names = Object.keys(book.words);
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    search(book, names);
    field.addEventListener("input", () => search(book, names));
    field.form?.addEventListener("submit", () => search(book, names));
  };
  field.form?.addEventListener("submit", (event) => event.preventDefault());
  Object.assign(globalThis, { searchIndex });
  const index = document.createElement("script");
  index.src = script.dataset.index ?? "";
  document.head.append(index);
})();
