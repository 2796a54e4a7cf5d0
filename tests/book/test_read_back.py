"""Every statement is read back; one printed otherwise, in twenty ways, is not."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from press.page.breaking import broken
from press.typeset.formulas import Typesetter
from press.typeset.mathml import html
from proofread.bundle import MIME, Bundle, from_json
from proofread.reading import Statement, fault, mathml, tex
from proofread.reading.layout import Row, flat
from proofread.sphinx.renderings import in_pieces

Layout = Callable[[str], Row]


@pytest.fixture(scope="session")
def stated(site: Path) -> dict[str, Bundle]:
    """Every statement of the book by its key."""
    notebooks = (site / "_sources").rglob("*.ipynb")
    cells = (
        cell for path in notebooks for cell in json.loads(path.read_text())["cells"]
    )
    data = (out.get("data", {}) for cell in cells for out in cell.get("outputs", ()))
    found = (from_json(entry[MIME]) for entry in data if MIME in entry)
    return {bundle.key: bundle for bundle in found}


def read_by(stated: dict[str, Bundle], key: str) -> Statement:
    """A statement, and all that it relies on."""
    used: dict[str, Bundle] = {}
    pending = list(stated[key].uses)
    while pending:
        name = pending.pop()
        if name not in used:
            used[name] = stated[name]
            pending += stated[name].uses
    return Statement(stated[key], used.values())


def in_mathml(latex: str) -> Row:
    """What a reader of the page sees, where it is wide."""
    return mathml.layout(html(Typesetter({}).set(latex, display=True)))


def in_broken(latex: str) -> Row:
    """What a reader of the page sees on a phone: wide formulas are in pieces."""
    return in_pieces(broken(Typesetter({}).set(latex, display=True)))


LAYOUTS = {"print": tex.layout, "page": in_mathml, "pieces": in_broken}


def rendered(bundle: Bundle, layout: Layout, change: Callable[[str], str]):
    """The formulas of a statement, each line changed before it is set."""
    lines = [f"{r.left or ''} {r.relation} {r.right}" for r in bundle.lines]
    for k, latex in enumerate(lines or [bundle.latex]):
        if made := change(latex):
            yield f"line {k}", flat(layout(made))
    for k, condition in enumerate(bundle.conditions):
        if made := change(condition.latex):
            yield f"condition {k}", layout(made)


def without_change(latex: str) -> str:
    return latex


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_statement_of_the_book_says_what_was_proved(stated, layout):
    found = {
        key: fault(read_by(stated, key), rendered(bundle, layout, without_change))
        for key, bundle in stated.items()
    }
    assert {key: told for key, told in found.items() if told} == {}
    assert sum(bundle.numbered for bundle in stated.values()) > 400


# What a broken renderer would do to a formula: the statement, and what becomes of what.
BREAKS = {
    "a sign turned": ("tanh-derivative", r" - ", " + "),
    "a leading sign dropped": ("newton-step", r"= -", "= "),
    "brackets dropped": ("quadratic-form-gradient", r"[()]", ""),
    "one bracket dropped": ("quadratic-form-gradient", r"\)", ""),
    "square brackets dropped": (
        "one-weight-gradient", r"\\left\[|\\right\]", ""
    ),
    "a prime dropped": ("chain-rule", r"f'", "f"),
    "a prime doubled": ("taylor-remainder", r"s'", "s''"),
    "a bar dropped": ("shifted-variance", r"\\bar\{x\}", "x"),
    "a hat dropped": ("least-squares-factor", r"\\hat", ""),
    "a modulus dropped": ("stable-softplus", r"\\[lr]vert", ""),
    "a norm dropped": ("norm-gradient", r"\\[lr]Vert", ""),
    "a transpose dropped": ("vector-jacobian-product", r"\)\^\{\\top\}", ")"),
    "a transpose moved": ("product-transpose", r"B\}\^\{\\top\}", "B}"),
    "an inverse dropped": ("matrix-power", r"\^\{-1\}", ""),
    "an exponent dropped": ("frobenius-trace", r"\^\{2\}", ""),
    "an exponent lowered": ("relu-splits-the-square", r"x\^", "x_"),
    "an index raised": ("trace-is-sum", r"\\lambda_", r"\\lambda^"),
    "indices exchanged": ("matrix-product-entries", r"B_\{l j\}", "B_{j l}"),
    "bounds exchanged": (
        "running-mean-weights", r"_\{k=1\}\^\{t\}", "_{k=t}^{1}"
    ),
    "a bound off by one": ("low-rank-error", r"i=k \+ 1", "i=k"),
    "a sum dropped": ("log-likelihood", r"\\sum_\{i=1\}\^\{n\}", ""),
    "a fraction upside down": (
        "noise-floor-of-the-loss", r"\\lambda V\}\{2\}", r"2}{\\lambda V}"
    ),
    "a root dropped": ("tools-difference-of-roots", r"\\sqrt\{t\}", "t"),
    "bold dropped": ("matrix-product", r"\\mathbf\{C\}", "C"),
    "an entrywise product dropped": ("backprop-output", r"\\odot", ""),
    "a relation turned": ("cauchy-schwarz", r"\\le ", r"\\ge "),
    "a factor dropped": ("gelu-derivative", r"\[z ", "["),
    "an order dropped": ("normal-variance-curvature", r"\^\{2\} \}", " }"),
    "a line dropped": ("quotient-rule", r"^.*f'\(x\)\\, g\(x\) - .*$", ""),
    "a condition dropped": ("dense-layer-jacobian", r"^.mathbf\{y\} = .*$", ""),
    "a constant dropped under arg min": ("parabola-lowest-point", r"\{2\}", "{3}"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("name", BREAKS)
def test_what_a_broken_renderer_prints_is_refused(stated, name, layout):
    key, pattern, by = BREAKS[name]
    bundle, statement = stated[key], read_by(stated, key)
    assert any(re.search(pattern, text) for text in printed(bundle)), name
    broken = rendered(bundle, layout, lambda latex: re.sub(pattern, by, latex))
    assert fault(statement, broken)


def printed(bundle: Bundle) -> Iterator[str]:
    yield bundle.latex
    yield from (condition.latex for condition in bundle.conditions)
    yield from (f"{r.left or ''} {r.relation} {r.right}" for r in bundle.lines)


def test_a_formula_too_many_is_refused(stated):
    statement = read_by(stated, "chain-rule")
    rows = [*rendered(stated["chain-rule"], tex.layout, without_change)]
    extra = f"condition {sum(name.startswith('condition') for name, _ in rows)}"
    assert "too many" in fault(statement, [*rows, (extra, tex.layout("x"))])
