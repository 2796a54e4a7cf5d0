"use strict";
const assert = require("node:assert/strict");
const { beforeEach, test } = require("node:test");
const { Element, open } = require("./page.js");

const PAGES = [["a.html", "Chains"], ["b.html", "Roots"]];
const ENTRIES = [
  ["section", "The chain rule", 0, "chain", "A rule."],
  ["equation", "Chain rule", 0, "equation-chain", ""],
  ["chapter", "Roots", 1, "", "Of a number."],
  ["section", "Chained list", 1, "list", ""],
];
const WORDS = { chain: [0, 1], chained: [3], list: [3], roots: [2], rule: [0, 1], the: [0], überall: [2] };

/** The words from one place to the next: a book's shards. */
const cut = (words, places) => {
  const all = Object.entries(words);
  return [0, ...places].map((from, i) => Object.fromEntries(all.slice(from, places[i])));
};

/** A search page whose index has come, and whose shards come when they are let. */
const arrive = (shards, address = "file:///s.html?q=roots", more = {}) => {
  const [field, said, list] = ["input", "p", "ol"].map((tag) => new Element(tag));
  field.form = new Element("form");
  const found = { ".find input": field };
  const { world, document } = open("search.js", { found, ids: { found: said, results: list }, address });
  const [index] = document.head.children.splice(0);
  const asked = document.head.children;
  const book = { pages: PAGES, entries: ENTRIES, common: ["the"], ...more };
  const begin = () => {
    world.searchIndex({ ...book, shards: shards.map((words, i) => [Object.keys(words)[0], `${i}.js`]) });
    index.emit("load");
  };
  const bring = (name) => {
    const number = Number.parseInt(name, 10);
    world.searchWords(number, shards[number]);
    asked.find((script) => script.src === name).emit("load");
  };
  const type = (query) => {
    field.value = query;
    field.emit("input");
  };
  const names = () => list.children.map((row) => row.children[1].textContent);
  const look = (query) => {
    const before = asked.length;
    type(query);
    for (const { src } of asked.slice(before)) bring(src);
    return names();
  };
  return { field, said, list, index, asked, begin, bring, type, names, look };
};

let field, said, list, look;
beforeEach(() => {
  const page = arrive([WORDS]);
  page.begin();
  page.bring("0.js");
  ({ field, said, list, look } = page);
});

test("what the address asks for is looked for at once", () => {
  assert.equal(field.value, "roots");
  assert.equal(said.textContent, "1 place with “roots”.");
});

test("an equation of that very name comes before a section that tells of it", () => {
  assert.deepEqual(look("chain rule"), ["Chain rule", "The chain rule"]);
});

test("the beginning of a word finds it, the whole word first", () => {
  assert.deepEqual(look("chain").at(-1), "Chained list");
  assert.deepEqual(look("chai").length, 3);
});

test("every word must be found", () => assert.deepEqual(look("chain roots"), []));

test("a word that stands everywhere hides nothing", () => {
  assert.deepEqual(look("the roots"), ["Roots"]);
  assert.deepEqual(look("the"), ["The chain rule"]);
});

test("case and signs around words do not matter, letters of other languages do", () => {
  assert.deepEqual(look("  (CHAIN-rule)! "), ["Chain rule", "The chain rule"]);
  assert.deepEqual(look("Überall"), ["Roots"]);
});

test("a row leads to its place on its page", () => {
  look("chain rule");
  assert.equal(list.children[0].children[1].href, "a.html#equation-chain");
  look("roots");
  assert.equal(list.children[0].children[1].href, "b.html");
});

test("nothing asked, nothing found", () => {
  assert.deepEqual(look("   "), []);
  assert.match(said.textContent, /^Type a term/);
  assert.deepEqual(look("+++"), []);
  assert.match(said.textContent, /^No places/);
});

test("names that every object has are no words of the book", () => {
  assert.deepEqual(look("constructor"), []);
});

test("Enter stays on the page", () => assert.ok(field.form.emit("submit").prevented));

/** Numbers that look drawn and are the same every time. */
const drawn = (seed) => {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
};
const LETTERS = "abü";

test("wherever the words are cut, every query finds the same in the same order", () => {
  const draw = drawn(1);
  const word = () => Array.from({ length: 1 + draw(4) }, () => LETTERS[draw(LETTERS.length)]).join("");
  const entries = Array.from({ length: 12 }, (_, i) => ["term", `${word()} ${word()}`, i % 2, `${i}`, ""]);
  const steps = () => [draw(6), 1 + draw(3), 1 + draw(3)];
  const known = [...new Set(Array.from({ length: 30 }, word))].sort();
  const words = Object.fromEntries(known.map((name) => [name, steps()]));
  const more = { entries, common: [known[0], known[9]] };
  const queries = [...LETTERS, "c", "", ...Array.from({ length: 20 }, () => `${word()} ${word()}`), ...known];
  const whole = arrive([words], "file:///s.html", more);
  whole.begin();
  const expected = queries.map((query) => whole.look(query));
  assert.ok(expected.filter((found) => found.length).length > 20);
  for (const places of [[1], [5, 6, 20], known.slice(1).map((_, i) => i + 1)]) {
    for (const known of [true, false]) {
      let page;
      const found = queries.map((query) => {
        if (!page || !known) {
          page = arrive(cut(words, places), "file:///s.html", more);
          page.begin();
        }
        return page.look(query);
      });
      assert.deepEqual(found, expected);
    }
  }
});

test("a query brings the shards in which its words can be, and each once", () => {
  const page = arrive(cut(WORDS, [1, 3, 5])); // chain, chained list, roots rule, the überall
  const sources = () => page.asked.map(({ src }) => src);
  page.begin();
  assert.deepEqual(sources(), ["2.js"]);
  page.type("chai");
  assert.deepEqual(sources(), ["2.js", "0.js", "1.js"]);
  page.type("chained");
  page.type("roots list");
  assert.deepEqual(sources(), ["2.js", "0.js", "1.js"]);
  page.type("7");
  page.type("a");
  assert.deepEqual(sources(), ["2.js", "0.js", "1.js"]);
});

test("what is found is shown when every shard is there", () => {
  const page = arrive(cut(WORDS, [1, 4]), "file:///s.html?q=chain+rule");
  page.begin();
  page.bring("2.js");
  page.bring("0.js");
  assert.deepEqual(page.names(), []);
  assert.equal(page.said.textContent, "Looking for “chain rule” …");
  page.bring("1.js");
  assert.deepEqual(page.names(), ["Chain rule", "The chain rule"]);
});

test("what was typed last is what is shown, whatever comes when", () => {
  const page = arrive(cut(WORDS, [2, 3]), "file:///s.html?q=list");
  page.begin();
  page.type("roots");
  page.bring("2.js");
  assert.deepEqual(page.names(), ["Roots"]);
  const [row] = page.list.children;
  page.bring("1.js");
  assert.equal(page.list.children[0], row);
  page.type("list");
  assert.deepEqual(page.names(), ["Chained list"]);
  page.type("chain");
  page.type("");
  page.bring("0.js");
  assert.deepEqual(page.names(), []);
  assert.match(page.said.textContent, /^Type a term/);
});

test("a shard that does not come is told, and asked for again", () => {
  const page = arrive(cut(WORDS, [2]), "file:///s.html?q=chain+roots");
  page.begin();
  page.asked[0].emit("error");
  assert.match(page.said.textContent, /did not load\. Check the connection/);
  page.bring("1.js");
  assert.match(page.said.textContent, /did not load/);
  assert.equal(page.asked.length, 2);
  page.field.form.emit("submit");
  assert.equal(page.asked.length, 3);
  page.asked[2].emit("load"); // something else came in its place
  assert.match(page.said.textContent, /did not load/);
  assert.deepEqual(page.look("chain rule"), ["Chain rule", "The chain rule"]);
});

test("a shard that does not come for a query of before disturbs nobody", () => {
  const page = arrive(cut(WORDS, [2]), "file:///s.html?q=chain");
  page.begin();
  page.type("roots");
  page.asked[0].emit("error");
  assert.match(page.said.textContent, /^Looking for/);
  page.bring("1.js");
  assert.deepEqual(page.names(), ["Roots"]);
});

test("an index that does not come is told", () => {
  const page = arrive([WORDS]);
  page.index.emit("error");
  assert.match(page.said.textContent, /^The index of the book did not load/);
});
