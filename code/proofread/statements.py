"""What a chapter writes: `claim`, `definition`, `derivation`, `refute`.

Each checks itself where it stands, shows itself, and raises ClaimError when it fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sympy as sp

from . import bundle as bd
from .claim import Claim
from .errors import ClaimError, describe
from .meant import did_you_mean
from .measuring import Measurement, holds, measure
from .nodes import Grad, is_matrix
from .places import locate
from .printing import displayed, latex
from .proving import Proof, prove

try:
    from IPython.core.getipython import get_ipython
    from IPython.display import display
except ImportError:  # outside a notebook a statement is checked and not shown
    get_ipython = lambda: None  # noqa: E731


@dataclass
class Record:
    """What a run of a chapter stated, and what of it failed."""

    folder: Path | None = None
    checking: bool = True
    claims: list[Claim] = field(default_factory=list)
    bundles: list[dict] = field(default_factory=list)
    errors: list[ClaimError] = field(default_factory=list)


_record: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording(record: Record):
    """Collect statements and their errors in `record` instead of showing and raising."""
    token = _record.set(record)
    try:
        yield record
    finally:
        _record.reset(token)


@dataclass(frozen=True)
class Definition:
    """What a name stands for, as shown: pass it in the `where` of what relies on it."""

    key: str
    lhs: Any
    rhs: Any
    where: tuple[tuple[Any, Any], ...] = ()

    def _ipython_display_(self) -> None:
        """Already shown where it was made."""


@dataclass(frozen=True)
class Statement:
    """A claim or derivation that stands, already shown where it was made."""

    key: str
    bundle: dict = field(repr=False)

    def _ipython_display_(self) -> None:
        """Already shown where it was made."""


@dataclass(frozen=True)
class Step:
    """One line of a derivation: the next expression, why it follows, and how."""

    expression: Any
    reason: str
    relation: str = "="
    constant: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


def step(
    expression: Any,
    reason: str,
    relation: str = "=",
    *,
    constant: bool = False,
    **options: Any,
) -> Step:
    """The next line of a derivation and the reason for it, with inline math in $…$.

    relation: "=", "<=", ">=", or "∝" (up to a factor free of the derivation's
    variable).  constant: equal up to a term free of that variable, shown as "+ const".
    options: what `claim` takes, for this line alone.
    """
    return Step(expression, reason, relation, constant, options)


# ---- what a statement takes as `where`


def _where(items: Any) -> tuple[tuple, tuple, tuple[str, ...]]:
    """All pairs, the pairs to display, and the keys of definitions shown elsewhere."""
    if isinstance(items, (Mapping, Definition)):
        items = [items]
    pairs, inline, uses = {}, {}, []
    for item in items or ():
        if isinstance(item, Definition):
            pairs.update(item.where)
            pairs[item.lhs] = item.rhs
            uses.append(item.key)
        else:
            pairs.update(item)
            inline.update(item)
    return tuple(pairs.items()), tuple(inline.items()), tuple(uses)


def _make(key, lhs, rhs, relation, where, given, options) -> tuple[Claim, tuple, tuple]:
    """The claim, the definitions it restates and the hypotheses that must be needed."""
    pairs, inline, uses = _where(where)
    try:
        made = Claim(
            key, lhs, rhs, relation, pairs, uses=uses, given=tuple(given), **options
        )
    except UNUSABLE as error:
        raise _error(key, "engine", f"{type(error).__name__}: {error}") from error
    if alike := made.alike():
        shown, names = next(iter(alike.items()))
        what = f"different names print alike as {shown}: {', '.join(names)}; rename one"
        raise _error(key, "engine", what)
    return made, inline, uses


UNUSABLE = (TypeError, ValueError, AttributeError, sp.SympifyError)


def _error(key, reader, what, counterexample=None) -> ClaimError:
    record = _record.get()
    place = locate(key, record.folder if record else None)
    return ClaimError(key, reader, what, place=place, counterexample=counterexample)


# ---- checking


def _check(claim: Claim) -> tuple[Proof, Measurement, str]:
    """Both readers' answers and the verdict, or the error that stops the build."""
    measured = measure(claim)
    if not measured.residual <= claim.tolerance:
        found = measured.worst
        what = found.reason or (
            f"the sides differ by {measured.residual:.2g}, more than {claim.tolerance:g}"
        )
        raise _error(claim.key, "numeric", what, _counterexample(claim, measured))
    proof = prove(claim)
    if proof.answer is False:
        raise _error(claim.key, "symbolic", f"refuted: {proof.method}")
    if proof.answer is None and not claim.measured_only:
        what = (
            f"undecided ({proof.method}). Restate it, state smaller sizes, or say "
            'why it is only measured: measured_only="reason"'
        )
        raise _error(claim.key, "symbolic", what)
    if proof.answer and claim.measured_only:
        raise _error(claim.key, "symbolic", "it is proved: drop measured_only")
    if not proof.answer:
        return proof, measured, "measured only"
    return proof, measured, "proved" if proof.for_all else "proved at sizes"


def _counterexample(claim: Claim, measured: Measurement) -> dict:
    meant = did_you_mean(claim)
    return describe(claim, measured.worst, meant.latex if meant else None)


def idle_parts(claims: Iterable[Claim], own: Iterable[Any]) -> list[Any]:
    """The definitions and hypotheses without which every one of the claims still holds."""
    claims, idle = list(claims), []
    for part in own:
        without = [
            c.changed(
                where=tuple(p for p in c.where if p[0] != part),
                given=tuple(g for g in c.given if g != part),
            )
            for c in claims
        ]
        if all(map(holds, without)):
            idle.append(part)
    return idle


def _require_needed(key: str, claims: list[Claim], where: Any) -> None:
    items = [where] if isinstance(where, (Mapping, Definition)) else list(where or ())
    own = [q.lhs for q in items if isinstance(q, Definition)]
    own += [name for q in items if not isinstance(q, Definition) for name in q]
    for part in idle_parts(claims, [*own, *claims[0].given]):
        kind = "hypothesis" if part in claims[0].given else "definition"
        what = f"the claim holds without the {kind} {part}: drop it, or claim more"
        raise _error(key, "engine", what)


def _show(bundle: dict) -> Statement:
    record = _record.get()
    if record is not None:
        record.bundles.append(bundle)
    elif get_ipython() is not None:
        data = {
            bd.MIME: bundle,
            "text/latex": bd.jupyter_latex(bundle),
            "text/plain": bd.plain(bundle),
        }
        display(data, raw=True)
    return Statement(bundle["key"], bundle)


def _run(claims: list[Claim], build) -> Any:
    """Check and show a statement, or note its claims and errors for whoever records."""
    record = _record.get()
    if record is not None:
        record.claims += claims
        if not record.checking:
            return None
    try:
        return _show(build())
    except ClaimError as error:
        if record is None:
            raise
        record.errors.append(error)
        return None


# ---- the public statements


def claim(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Any:
    """State that lhs stands in `relation` to rhs; checked here and now, then shown.

    relation: "=", "<=", "<", ">=", ">", or "~" for a sharp order in `variable`.
    where: dictionaries of what names stand for, or Definitions.  given: hypotheses
    (equal, le, …, Symmetric, Unit, …).  options: the other fields of Claim: sizes,
    domain, equality, variable, toward, tolerance, points, measured_only, oracle,
    prover, numbered, title, topic.
    Raises ClaimError, which names file, line, key and reader, with a counterexample.
    """
    made, inline, uses = _make(key, lhs, rhs, relation, where, given, options)

    def build() -> dict:
        proof, measured, verdict = _check(made)
        _require_needed(key, [made], where)
        return bd.skeleton(
            "claim",
            key,
            numbered=made.numbered,
            title=made.title,
            topic=made.topic,
            latex=bd.claim_latex(made),
            conditions=bd.conditions(made, inline),
            uses=list(uses),
            verdict=verdict,
            proof=bd.proof_entry(made, proof),
            measurement=bd.measurement_entry(made, measured),
            measured_only=made.measured_only,
            fingerprint=made.fingerprint(),
        )

    return _run([made], build)


def definition(
    key: str,
    lhs: Any,
    rhs: Any,
    *,
    where: Any = (),
    numbered: bool = True,
    title: str | None = None,
    topic: str | None = None,
) -> Definition:
    """Say what a name stands for, show it, and return it for the `where` of claims.

    where: definitions it builds on; whoever relies on it relies on them too.
    """
    pairs, inline, uses = _where(where)
    made = Definition(key, sp.sympify(lhs), sp.sympify(rhs), pairs)
    shown = Claim(key, lhs, rhs, where=pairs)

    def build() -> dict:
        if alike := shown.alike():
            raise _error(key, "engine", f"different names print alike: {alike}")
        return bd.skeleton(
            "definition",
            key,
            numbered=numbered,
            title=title,
            topic=topic,
            latex=displayed(made.lhs, "=", made.rhs),
            conditions=bd.conditions(shown, inline),
            uses=list(uses),
            fingerprint=shown.fingerprint(),
        )

    _run([], build)
    return made


def derivation(
    key: str,
    start: Any,
    *steps: Step,
    where: Any = (),
    given: Iterable[Any] = (),
    variable: Any = None,
    numbered: bool = True,
    title: str | None = None,
    topic: str | None = None,
    **options: Any,
) -> Any:
    """A chain of expressions, each line checked against the one before by both readers.

    variable: what "∝" and `constant` are about.  options: as for `claim`, for every
    line.  Raises ClaimError that names the failing line.
    """
    given, before, claims = tuple(given), start, []
    for number, line in enumerate(steps, 1):
        sides = _sides(before, line, variable)
        relation = "=" if line.relation == "∝" else line.relation
        extra = {**options, **line.options}
        made, inline, uses = _make(
            f"{key}#{number}", *sides, relation, where, given, extra
        )
        claims.append(made)
        before = line.expression

    def build() -> dict:
        checked = [_check_line(key, c, n) for n, c in enumerate(claims, 1)]
        _require_needed(key, claims, where)
        return bd.skeleton(
            "derivation",
            key,
            numbered=numbered,
            title=title,
            topic=topic,
            **_derivation_entries(start, steps, claims, checked, inline),
            uses=list(uses),
            fingerprint="".join(c.fingerprint()[:4] for c in claims),
        )

    return _run(claims, build)


def _sides(before: Any, line: Step, variable: Any) -> tuple[Any, Any]:
    """What a line claims: equality, or equal derivatives where a constant is dropped.

    Between two limits at one point, what stands under them must agree already.
    """
    if line.relation != "∝" and not line.constant:
        after = line.expression
        if isinstance(before, sp.Limit) and isinstance(after, sp.Limit):
            if before.args[1:] == after.args[1:]:
                return before.args[0], after.args[0]
        return before, after
    if variable is None:
        raise ValueError("∝ and constant need the derivation's variable")
    slope = Grad if is_matrix(variable) else sp.Derivative
    curve = sp.log if line.relation == "∝" else lambda e: e
    return slope(curve(before), variable), slope(curve(line.expression), variable)


def _check_line(key: str, claim: Claim, number: int):
    try:
        return _check(claim)
    except ClaimError as error:
        what = f"line {number} does not follow from the one before: {error.what}"
        raise _error(key, error.reader, what, error.counterexample) from None


def _derivation_entries(start, steps, claims, checked, inline) -> dict:
    lines = []
    for number, line in enumerate(steps):
        right = latex(line.expression) + (r" + \text{const}" if line.constant else "")
        lines.append(
            {
                "left": latex(start) if number == 0 else None,
                "relation": bd.relation_of(line.relation),
                "right": right,
                "reason": line.reason,
            }
        )
    order = ("measured only", "proved at sizes", "proved")
    verdict = min((v for _, _, v in checked), key=order.index)
    weakest = next(i for i, c in enumerate(checked) if c[2] == verdict)
    worst = max(range(len(claims)), key=lambda i: checked[i][1].residual)
    return {
        "latex": bd.aligned(lines),
        "lines": lines,
        "conditions": bd.conditions(claims[-1], inline),
        "verdict": verdict,
        "proof": bd.proof_entry(claims[weakest], checked[weakest][0], "line by line"),
        "measurement": bd.measurement_entry(claims[worst], checked[worst][1]),
        "measured_only": next(
            (c.measured_only for c in claims if c.measured_only), None
        ),
    }


def refute(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Any:
    """Show a false claim on purpose: the engine's message, and a counterexample.

    Never numbered, kept apart in the ledger.  Raises ClaimError when it holds.
    """
    made, inline, uses = _make(key, lhs, rhs, relation, where, given, options)

    def build() -> dict:
        measured = measure(made)
        if measured.residual <= made.tolerance:
            raise _error(key, "numeric", "shown as false, yet it holds")
        found = _counterexample(made, measured)
        what = measured.worst.reason or (
            f"the sides differ by {measured.residual:.2g}, more than {made.tolerance:g}"
        )
        message = f"This is false. Measured at random values, {what}."
        return bd.skeleton(
            "refutation",
            key,
            numbered=False,
            title=made.title,
            topic=made.topic,
            latex=bd.claim_latex(made),
            conditions=bd.conditions(made, inline),
            uses=list(uses),
            verdict="refuted",
            message=message,
            counterexample=found,
            fingerprint=made.fingerprint(),
        )

    if _record.get() is not None and not _record.get().checking:
        return None
    return _run([], build)
