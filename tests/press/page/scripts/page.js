// A page as far as the scripts look at one: elements by selector, events, and an address.
"use strict";
const { readFileSync } = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const STATIC = path.join(__dirname, "../../../../code/press/page/theme/static");

/** Something that hears of events. */
class Listening {
  constructor() {
    this.heard = {};
  }
  addEventListener(kind, listener) {
    this.heard[kind] = [...(this.heard[kind] ?? []), listener];
  }
  emit(kind, event = {}) {
    const told = { type: kind, target: this, preventDefault: () => { told.prevented = true; }, ...event };
    for (const listener of this.heard[kind] ?? []) listener(told);
    return told;
  }
}

class Element extends Listening {
  constructor(tag, inside = null) {
    super();
    Object.assign(this, { tag, parentElement: inside, dataset: {}, style: {}, attributes: {}, children: [] });
  }
  setAttribute(name, value) { this.attributes[name] = value; }
  append(...parts) { this.children.push(...parts); }
  replaceChildren(...parts) { this.children = parts; }
  matches(selector) { return this.tag === selector; }
  closest(selector) { return this.matches(selector) ? this : this.parentElement?.closest(selector) ?? null; }
  focus() { this.focused = true; }
  scrollIntoView() { this.seen = true; }
}

/** Runs a script of the theme on a page that holds these elements; the page's global object. */
const open = (name, { found = {}, ids = {}, all = [], address = "https://book.example/a.html", inDocument = {}, ...more } = {}) => {
  const window = new Listening();
  const document = {
    documentElement: new Element("html"),
    body: new Element("body"),
    head: new Element("head"),
    currentScript: new Element("script"),
    fonts: { ready: new Promise(() => {}) },
    createElement: (tag) => new Element(tag),
    getElementById: (id) => ids[id] ?? null,
    querySelector: (selector) => found[selector] ?? null,
    querySelectorAll: () => all,
    ...inDocument,
  };
  const observer = class { observe() {} disconnect() {} };
  const preference = Object.assign(new Listening(), { matches: false });
  const world = vm.createContext({
    document, Element, URL, URLSearchParams, setTimeout, clearTimeout,
    location: new URL(address),
    addEventListener: window.addEventListener.bind(window),
    matchMedia: () => preference,
    IntersectionObserver: observer, ResizeObserver: observer,
    ...more,
  });
  const before = new Set(Object.keys(world));
  vm.runInContext(readFileSync(path.join(STATIC, name), "utf8"), world);
  return { world, window, document, leaked: Object.keys(world).filter((key) => !before.has(key)) };
};

module.exports = { Element, Listening, STATIC, open };
