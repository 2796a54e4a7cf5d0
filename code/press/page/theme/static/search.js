// Search: the index is made of scripts, so that it is found on a disk as well as on a server. One
// calls `searchIndex`; the others, each with a shard of the words, come when a query needs them and
// call `searchWords`. These are the only names that this file gives away.

/**
 * @typedef {[kind: string, title: string, page: number, anchor: string, text: string]} Entry
 * @typedef {object} Book what search.py wrote
 * @property {[address: string, title: string][]} pages
 * @property {Entry[]} entries
 * @property {string[]} common words that are looked for in names alone
 * @property {[first: string, address: string][]} shards the first word of each, and its script
 * @typedef {Record<string, number[]>} Words the entries of each word, by their steps
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

  /** @type {Map<number, Words>} the shards that are here */
  const arrived = new Map();
  /** @type {Set<number>} those that are here or on their way */
  const asked = new Set();
  /** @type {Set<number>} those for which the latest query waits */
  const wanted = new Set();

  /**
   * The shards in which words can be that begin like this.
   * @param {Book} book
   * @param {string} part
   */
  const shardsOf = ({ shards }, part) =>
    shards.flatMap(([first], shard) => {
      const next = shards[shard + 1]?.[0];
      const around = first <= part && (next === undefined || part < next);
      return around || first.startsWith(part) ? [shard] : [];
    });

  /**
   * The entries of every word that begins like this, exact words first.
   * @param {Book} book
   * @param {string} part
   * @returns {Map<number, number>} what each entry scores
   */
  const lookUp = (book, part) => {
    const scores = new Map();
    const words = shardsOf(book, part).flatMap((shard) => Object.entries(arrived.get(shard) ?? {}));
    for (const [word, steps] of words.filter(([name]) => name.startsWith(part))) {
      const score = word === part ? WHOLE : BEGUN;
      let entry = 0;
      for (const step of steps) {
        entry += step;
        scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
      }
    }
    return scores;
  };

  /**
   * The words that a query asks for, or the beginnings of some.
   * @param {string} query
   */
  const partsOf = (query) => query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  /**
   * What is found for a query whose words are here, best first.
   * @param {Book} book
   * @param {string} query
   * @returns {Entry[]}
   */
  const find = (book, query) => {
    const whole = query.toLowerCase();
    const parts = partsOf(query);
    const tables = parts.map((part) => lookUp(book, part));
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
   * @param {string} message
   * @param {HTMLElement[]} rows
   */
  const show = (message, rows = []) => {
    said.textContent = message;
    list.replaceChildren(...rows);
  };

  /**
   * @param {Book} book
   * @param {string} query
   */
  const answer = (book, query) => {
    const found = find(book, query);
    const count = found.length === 1 ? "1 place" : `${found.length || "No"} places`;
    show(
      `${count} with “${query}”${found.length ? "." : ". Try fewer or shorter words."}`,
      found.slice(0, MOST).map((entry) => row(book, entry)),
    );
  };

  /**
   * Run a script; `ended` is told when it has run and when it cannot.
   * @param {string} address
   * @param {() => void} ended
   */
  const run = (address, ended) => {
    const added = document.createElement("script");
    added.addEventListener("load", ended);
    added.addEventListener("error", ended);
    added.src = address;
    document.head.append(added);
  };

  /**
   * The latest query waits for one shard less, or for none where this one did not come.
   * @param {Book} book
   * @param {number} shard
   */
  const goOn = (book, shard) => {
    if (!arrived.has(shard)) {
      wanted.clear();
      show("The words of this query did not load. Check the connection and press Enter, or load this page again.");
      return;
    }
    wanted.delete(shard);
    if (!wanted.size) search(book);
  };

  /**
   * Bring a shard, unless it is on its way. One that did not come may be asked for again.
   * @param {Book} book
   * @param {number} shard
   */
  const bring = (book, shard) => {
    if (asked.has(shard)) return;
    asked.add(shard);
    run(book.shards[shard]?.[1] ?? "", () => {
      if (!arrived.has(shard)) asked.delete(shard);
      if (wanted.has(shard)) goOn(book, shard);
    });
  };

  /**
   * Show what is found for what stands in the field, as soon as its words are here.
   * @param {Book} book
   */
  const search = (book) => {
    wanted.clear();
    const query = field.value.trim();
    if (!query) {
      show("Type a term, the name of an equation, or a name from the code.");
      return;
    }
    const needed = partsOf(query).flatMap((part) => shardsOf(book, part));
    for (const shard of needed.filter((one) => !arrived.has(one))) wanted.add(shard);
    if (wanted.size) said.textContent = `Looking for “${query}” …`;
    else answer(book, query);
    for (const shard of wanted) bring(book, shard);
  };

  let opened = false;
  /** @param {Book} book */
  const searchIndex = (book) => {
    opened = true;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    search(book);
    field.addEventListener("input", () => search(book));
    field.form?.addEventListener("submit", () => search(book));
  };
  /**
   * @param {number} shard
   * @param {Words} words
   */
  const searchWords = (shard, words) => arrived.set(shard, words);
  field.form?.addEventListener("submit", (event) => event.preventDefault());
  Object.assign(globalThis, { searchIndex, searchWords });
  run(script.dataset.index ?? "", () => {
    if (!opened) show("The index of the book did not load. Check the connection, then load this page again.");
  });
})();
