// Opens pages in Firefox and tells, as JSON, what each shows and complains of.
// Arguments: where puppeteer-core lies, Firefox, addresses.
"use strict";
const [library, executablePath, ...addresses] = process.argv.slice(2);
const puppeteer = require(library);

const ALL_LAID_OUT = "* { content-visibility: visible !important }";

/** How many formulas are out of folds, which of those have no size, and what is found. */
const look = () => {
  const formulas = [...document.querySelectorAll("math")];
  const seen = formulas.filter((math) => math.checkVisibility());
  const empty = seen.filter((math) => {
    const box = math.getBoundingClientRect();
    return !box.width || !box.height;
  });
  const found = [...document.querySelectorAll("#results a")].map((link) => link.textContent);
  return { title: document.title, formulas: seen.length, empty: empty.map((math) => math.dataset.tex), found };
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
  const seen = await page.evaluate(look);
  await page.close();
  return { address, faults, ...seen };
};

/** A visit, and another where there were faults: half a page that has come may show half a fraction. */
const visitWhole = async (browser, address) => {
  const first = await visit(browser, address);
  if (!first.faults.length) return first;
  const second = await visit(browser, address);
  return { ...second, faults: second.faults.filter((fault) => first.faults.includes(fault)) };
};

const main = async () => {
  const browser = await puppeteer.launch({ browser: "firefox", protocol: "webDriverBiDi", executablePath });
  try {
    const visits = [];
    for (const address of addresses) visits.push(await visitWhole(browser, address));
    process.stdout.write(JSON.stringify(visits));
  } finally {
    await browser.close();
  }
};
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
