"use strict";
const assert = require("node:assert/strict");
const { readdirSync } = require("node:fs");
const { test } = require("node:test");
const { Element, STATIC, open } = require("./page.js");

const parts = () => {
  const field = Object.assign(new Element("input"), { form: new Element("form") });
  return { ".scheme": new Element("button"), ".find input": field, main: new Element("main") };
};
const SHARED = { "search.js": ["searchIndex", "searchWords"] }; // the index calls them

for (const name of readdirSync(STATIC).filter((file) => file.endsWith(".js"))) {
  test(`${name} leaves no name behind`, () => {
    const { leaked } = open(name, { found: parts() });
    assert.deepEqual(leaked, SHARED[name] ?? []);
  });
}

test("a slash goes to the search field", () => {
  const found = parts();
  const { window } = open("press.js", { found });
  assert.ok(window.emit("keydown", { key: "/", target: new Element("body") }).prevented);
  assert.ok(found[".find input"].focused);
});

test("a slash that is typed stays where it is", () => {
  const found = parts();
  const { window } = open("press.js", { found });
  const typing = { closest: () => found[".find input"] };
  assert.ok(!window.emit("keydown", { key: "/", target: typing }).prevented);
  assert.ok(!window.emit("keydown", { key: "/", ctrlKey: true, target: {} }).prevented);
  assert.ok(!found[".find input"].focused);
});

test("colors switch and are kept", () => {
  const found = parts();
  const kept = {};
  const localStorage = { setItem: (name, value) => { kept[name] = value; } };
  const { document } = open("press.js", { found, localStorage });
  found[".scheme"].emit("click");
  assert.equal(document.documentElement.dataset.theme, "dark");
  assert.equal(kept.theme, "dark");
  assert.equal(found[".scheme"].attributes["aria-pressed"], "true");
  found[".scheme"].emit("click");
  assert.equal(kept.theme, "light");
});

test("colors switch where nothing may be kept", () => {
  const found = parts();
  const { document } = open("press.js", { found });
  found[".scheme"].emit("click");
  assert.equal(document.documentElement.dataset.theme, "dark");
});

test("an address inside folds opens all of them", () => {
  const outer = new Element("details");
  const inner = new Element("details", new Element("div", outer));
  const target = new Element("p", inner);
  open("press.js", { found: parts(), ids: { "équation": target }, address: "https://book.example/a#%C3%A9quation" });
  assert.ok(outer.open && inner.open && target.seen);
});

test("an address that is none breaks nothing", () => {
  open("press.js", { found: parts(), address: "https://book.example/a#no%such" });
  const { window, world } = open("press.js", { found: parts() });
  world.location.hash = "#%";
  window.emit("hashchange");
});
