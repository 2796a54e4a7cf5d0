// Reads {katex, macros, formulas: [[tex, display], ...]} and writes, formula by formula,
// {mathml} or {error}: KaTeX is the parser, and its MathML the only output that is used.
"use strict";
const { readFileSync } = require("node:fs");
const { katex: program, macros, formulas } = JSON.parse(readFileSync(0, "utf8"));
const katex = require(program);

function typeset([tex, displayMode]) {
  const options = {
    displayMode,
    output: "mathml",
    throwOnError: true,
    strict: "error",
    macros: { ...macros },
  };
  try {
    return { mathml: katex.renderToString(tex, options) };
  } catch (error) {
    return { error: error.message };
  }
}

process.stdout.write(JSON.stringify(formulas.map(typeset)));
