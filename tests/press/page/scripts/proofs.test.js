"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Element, open } = require("./page.js");

const LINK = "a.proofread-to-proof";
const settled = () => new Promise((done) => setTimeout(done, 20));

/** A badge, which says where the proof of its statement stands. */
const badgeTo = (href) => {
  const badge = new Element("details.proofread-badge");
  const link = Object.assign(new Element("a"), { href, hash: new URL(href).hash });
  badge.querySelector = (selector) => (selector === LINK ? link : badge.children[0] ?? null);
  badge.heard = [];
  badge.dispatchEvent = ({ type }) => badge.heard.push(type);
  return badge;
};
const BADGE = () => badgeTo("https://book.example/proofs/a.html#proof-one");

/** A page at this address; the proofs that stand elsewhere, by id; what was asked for. */
const pageAt = (address, { ids = {}, ok = true, begun = [] } = {}) => {
  const asked = [];
  const fetch = async (href) => { asked.push(href); return { ok, text: async () => "a page" }; };
  const found = (id) => ids[id] && { closest: () => ({ querySelector: () => ids[id] }) };
  const DOMParser = class { parseFromString(text) { return { getElementById: text ? found : () => null }; } };
  const more = { fetch, DOMParser, Event: class { constructor(type) { this.type = type; } } };
  const document = { importNode: (node) => node };
  const { window } = open("proofs.js", { address, ...more, all: begun, inDocument: document });
  const toggle = async (badge, now) => {
    badge.open = now;
    window.emit("toggle", { target: badge });
    await settled();
  };
  return { asked, toggle };
};
const HERE = "https://book.example/a.html";

test("a badge that is opened shows the steps of its own statement", async () => {
  const badge = BADGE();
  await pageAt(HERE, { ids: { "proof-one": "steps", "proof-two": "others" } }).toggle(badge, true);
  assert.deepEqual(badge.children, ["steps"]);
  assert.deepEqual(badge.heard, ["toggle"]);
});

test("steps are fetched once, however often the badge is opened", async () => {
  const { asked, toggle } = pageAt(HERE, { ids: { "proof-one": "steps" } });
  const badge = BADGE();
  for (const now of [true, false, true]) await toggle(badge, now);
  assert.deepEqual(asked, ["https://book.example/proofs/a.html#proof-one"]);
  assert.equal(badge.children.length, 1);
});

test("a disk is asked for nothing", async () => {
  const { asked, toggle } = pageAt("file:///book/a.html");
  await toggle(BADGE(), true);
  assert.deepEqual(asked, []);
});

test("a page without the proof leaves the badge as it is, and so does an address that is none", async () => {
  for (const missing of [{ ids: {} }, { ids: { "proof-one": "steps" }, ok: false }]) {
    const badge = BADGE();
    await pageAt(HERE, missing).toggle(badge, true);
    assert.deepEqual(badge.children, []);
  }
});

test("a badge that the page opened waits for its reader", async () => {
  const badge = BADGE();
  const { asked, toggle } = pageAt(HERE, { ids: { "proof-one": "steps" }, begun: [badge] });
  await toggle(badge, true);
  assert.deepEqual(asked, []);
  await toggle(badge, false);
  await toggle(badge, true);
  assert.deepEqual(badge.children, ["steps"]);
});

test("what else opens fetches nothing", async () => {
  const { asked, toggle } = pageAt(HERE);
  await toggle(new Element("nav"), true);
  assert.deepEqual(asked, []);
});
