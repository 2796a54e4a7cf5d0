"use strict";
const assert = require("node:assert/strict");
const { beforeEach, test } = require("node:test");
const { Element, open } = require("./page.js");

const BOOK = {
  pages: [["a.html", "Chains"], ["b.html", "Roots"]],
  entries: [
    ["section", "The chain rule", 0, "chain", "A rule."],
    ["equation", "Chain rule", 0, "equation-chain", ""],
    ["chapter", "Roots", 1, "", "Of a number."],
    ["section", "Chained list", 1, "list", ""],
  ],
  common: ["the"],
  words: { chain: [0, 1], chained: [3], list: [3], roots: [2], rule: [0, 1], the: [0], überall: [2] },
};
let field, said, list, page;

const look = (query) => {
  field.value = query;
  field.emit("input");
  return list.children.map((row) => row.children[1].textContent);
};

beforeEach(() => {
  [field, said, list] = ["input", "p", "ol"].map((tag) => new Element(tag));
  field.form = new Element("form");
  const found = { ".find input": field };
  page = open("search.js", { found, ids: { found: said, results: list }, address: "file:///s.html?q=roots" });
  page.world.searchIndex(BOOK);
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
