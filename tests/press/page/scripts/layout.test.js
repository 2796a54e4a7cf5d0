"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Element, open } = require("./page.js");

/** A box that is as wide as told, and may hold wider things. */
const box = (tag, holds, width = 100) => {
  const made = new Element(tag);
  Object.assign(made, { scrollWidth: holds, clientWidth: width, tabIndex: -1, querySelectorAll: () => [] });
  made.matches = (selector) => selector === tag || selector.startsWith(":is(.scrolls");
  made.removeAttribute = (name) => { delete made.attributes[name]; if (name === "tabindex") made.tabIndex = -1; };
  return made;
};

/** A page with these blocks, its observer of widths, and what waits until nobody does. */
const page = async (all) => {
  const waiting = [];
  const told = [];
  class ResizeObserver {
    constructor(listener) { told.push((width) => listener([{ contentRect: { width } }])); }
    observe() {}
  }
  const fonts = { ready: Promise.resolve() };
  const requestIdleCallback = (work) => waiting.push(work);
  const found = { main: new Element("main") };
  const { window } = open("layout.js", { found, all, inDocument: { fonts }, ResizeObserver, requestIdleCallback });
  await fonts.ready;
  const idle = (milliseconds) => waiting.shift()({ timeRemaining: () => milliseconds });
  return { window, waiting, idle, width: told[0] };
};

test("a box that opens can be reached by keyboard only while it scrolls", async () => {
  const { window } = await page([]);
  const wide = box("pre", 300);
  window.emit("toggle", { target: wide });
  assert.equal(wide.tabIndex, 0);
  assert.deepEqual(wide.attributes, { role: "group", "aria-label": "Code, scrolls sideways" });
  wide.scrollWidth = 100;
  window.emit("toggle", { target: wide });
  assert.equal(wide.tabIndex, -1);
  assert.deepEqual(wide.attributes, {});
});

test("a box that never scrolled is left as it is", async () => {
  const { window } = await page([]);
  const narrow = box("div", 100);
  window.emit("toggle", { target: narrow });
  assert.deepEqual(narrow.attributes, {});
});

test("blocks are laid out one at a time while a browser is in haste, and in a row else", async () => {
  const blocks = [1, 2, 3, 4].map(() => box("div", 300));
  const laidOut = () => blocks.filter((block) => block.style.contentVisibility === "visible").length;
  const { waiting, idle, width } = await page(blocks);
  width(390);
  assert.equal(laidOut(), 0);
  idle(5);
  assert.equal(laidOut(), 1);
  idle(50);
  assert.equal(laidOut(), 4);
  assert.equal(waiting.length, 0);
  assert.ok(blocks.every((block) => block.tabIndex === 0));
});

test("another width lays everything out anew, the same one nothing", async () => {
  const blocks = [box("div", 300)];
  const { waiting, idle, width } = await page(blocks);
  width(390);
  idle(50);
  width(390);
  assert.equal(waiting.length, 0);
  width(1280);
  assert.equal(waiting.length, 1);
  blocks[0].scrollWidth = 100;
  idle(50);
  assert.equal(blocks[0].tabIndex, -1);
});
