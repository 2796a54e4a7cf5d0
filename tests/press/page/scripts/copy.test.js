"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Element, open } = require("./page.js");

/** Copies a selection that holds these formulas; what stands in their places. */
const copied = (...formulas) => {
  const places = [];
  const maths = formulas.map(({ tex, display }) => ({
    dataset: { tex },
    matches: (selector) => display && selector.split(", ").includes(display),
    replaceWith: (text) => places.push(text),
  }));
  const cloneContents = () => ({
    querySelectorAll: (selector) => (selector === "[data-tex]" ? maths : []),
  });
  const edge = new Element("p");
  const range = { startContainer: edge, endContainer: edge, cloneContents };
  const getSelection = () => ({ rangeCount: 1, isCollapsed: false, getRangeAt: () => range });
  const { window, document } = open("copy.js", { getSelection });
  document.createElement = (tag) => Object.assign(new Element(tag), { remove() {} });
  return { places, event: window.emit("copy") };
};

test("a copied formula is LaTeX, a display between two dollars", () => {
  const whole = { tex: "a = b", display: "[display=block]" };
  const inPieces = { tex: "a = b + c", display: ".broken" };
  const { places, event } = copied({ tex: "x^2" }, whole, inPieces);
  assert.deepEqual(places, ["$x^2$", "$$a = b$$", "$$a = b + c$$"]);
  assert.ok(event.prevented);
});

test("a selection without formulas is left to the browser", () => {
  assert.ok(!copied().event.prevented);
});
