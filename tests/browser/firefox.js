// Opens pages in Firefox and tells, as JSON, what each shows and complains of.
// Arguments: where puppeteer-core lies, Firefox, addresses.
"use strict";
const [library, executablePath, ...addresses] = process.argv.slice(2);
const puppeteer = require(library);

const ALL_LAID_OUT = "* { content-visibility: visible !important }";

const CHILDREN = { mfrac: 2, mroot: 2, msub: 2, msup: 2, msubsup: 3, munder: 2, mover: 2, munderover: 3 };

/** How many formulas are out of folds, which of those have no size, what is found, and what has not its children. */
const look = (children) => {
  const formulas = [...document.querySelectorAll("math")];
  const seen = formulas.filter((math) => math.checkVisibility());
  const empty = seen.filter((math) => {
    const box = math.getBoundingClientRect();
    return !box.width || !box.height;
  });
  const found = [...document.querySelectorAll("#results a")].map((link) => link.textContent);
  const uneven = Object.entries(children).filter(([tag, count]) =>
    [...document.querySelectorAll(tag)].some((element) => element.children.length !== count));
  return {
    title: document.title,
    formulas: seen.length,
    empty: empty.map((math) => math.dataset.tex),
    found,
    uneven: uneven.map(([tag]) => tag),
  };
};

/** Half a page that has come may show half a fraction: of children, the whole page is asked. */
const stands = (fault, uneven) => {
  const tag = /Incorrect number of children for <(\w+)\/> tag/.exec(fault)?.[1];
  return !(tag in CHILDREN) || uneven.includes(tag);
};

const visit = async (browser, address) => {
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(address, { waitUntil: "load" });
  if (new URL(address).search) await page.waitForSelector("#results a", { timeout: 20_000 });
  await page.addStyleTag({ content: ALL_LAID_OUT });
  const seen = await page.evaluate(look, CHILDREN);
  await page.close();
  return { address, ...seen, faults: faults.filter((fault) => stands(fault, seen.uneven)) };
};

const main = async () => {
  const browser = await puppeteer.launch({ browser: "firefox", protocol: "webDriverBiDi", executablePath });
  try {
    const visits = [];
    for (const address of addresses) visits.push(await visit(browser, address));
    process.stdout.write(JSON.stringify(visits));
  } finally {
    await browser.close();
  }
};
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
