"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Element, open } = require("./page.js");

const settled = () => new Promise((done) => setTimeout(done, 20));

/** Lets the focus go to links, one after the other; the addresses that were asked for. */
const asked = async (here, ...hrefs) => {
  const addresses = [];
  const fetch = async (address) => { addresses.push(address); throw new Error("no network"); };
  const { window } = open("glance.js", { address: here, fetch });
  for (const href of hrefs) {
    const link = Object.assign(new Element("a"), { href, hash: new URL(href).hash });
    window.emit("focusin", { target: { closest: () => link } });
    await settled();
  }
  return addresses;
};
const HERE = "https://book.example/a.html";

test("this page is not loaded again", async () => {
  assert.deepEqual(await asked(HERE, `${HERE}#one`), []);
});

test("another page is asked for once, however often it is named", async () => {
  const there = "https://book.example/b.html";
  assert.deepEqual(await asked(HERE, `${there}#one`, `${there}#two`), ["/b.html"]);
});

test("a disk is asked for nothing", async () => {
  assert.deepEqual(await asked("file:///book/a.html", "file:///book/b.html#one"), []);
});

test("a fragment that is none breaks nothing", async () => {
  assert.deepEqual(await asked(HERE, `${HERE}#no%such`), []);
});

test("what is no element is no link", () => {
  const { window } = open("glance.js", { address: HERE });
  window.emit("pointerover", { target: {} });
});
