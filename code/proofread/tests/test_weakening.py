"""What weakens a check is said, and what is too weak is refused."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import IndexedBase, Sum

from proofread import ClaimError, claim, derivation, step
from proofread.judgments import Judgment

n = sp.Symbol("n", integer=True, positive=True)
j = sp.Symbol("j", integer=True, positive=True)
x = sp.Symbol("x", real=True)
z = IndexedBase("z", shape=(n,), real=True)
circle = (sp.sin(x) ** 2 + sp.cos(x) ** 2, 1)


def accepts(claim: Any, read: Any) -> tuple[Judgment, str, bool]:
    return Judgment.HOLDS, "known theorem", True


def discerns(claim: Any, read: Any) -> tuple[Judgment, str, bool]:
    zero = sp.simplify(claim.lhs - claim.rhs) == 0
    return Judgment.HOLDS if zero else Judgment.UNDECIDED, "by hand", True


def test_a_check_of_the_engines_own_is_not_weakened() -> None:
    assert claim("own", *circle).bundle.weakened == ()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"points": 2}, "2 points near 1 in place of 3"),
        ({"tolerance": 1e-7}, "tolerance 1e-07, above the default of 1e-09"),
        ({"tolerance": 1e-4, "tolerance_reason": "coarse"}, "coarse"),
        ({"domain": {x: lambda rng, shape: rng.normal()}}, "a function of its own"),
        ({"prover": discerns}, "a prover of its own"),
        ({"measured_only": "a test"}, "measured only: a test"),
    ],
)
def test_what_weakens_a_check_is_told(options: dict[str, Any], words: str) -> None:
    (told,) = claim("weak", *circle, **options).bundle.weakened
    assert words in told


def test_a_line_of_a_derivation_says_which_it_is() -> None:
    line = step(sp.cos(2 * x) + 2 * sp.sin(x) ** 2, "double angle", points=2)
    told = derivation("lines", circle[0], line).bundle.weakened
    assert told == ("line 1: 2 points near 1 in place of 3",)


def test_a_loose_tolerance_needs_a_reason() -> None:
    with pytest.raises(ClaimError, match="say why"):
        claim("loose", *circle, tolerance=1e-4)


@pytest.mark.parametrize("sides", [circle, (sp.sin(2 * x), 2 * sp.sin(x) * sp.cos(x))])
def test_a_prover_that_accepts_a_false_mutant_is_refused(sides: Any) -> None:
    with pytest.raises(ClaimError, match="accepts what is false"):
        claim("gullible", sides[0] + sp.exp(x), sides[1] + sp.exp(x), prover=accepts)


def of(*sides: Any) -> Any:
    """A prover that accepts nothing but these sides."""

    def prover(claim: Any, read: Any) -> tuple[Judgment, str, bool]:
        own = (claim.lhs, claim.rhs) == sides
        return Judgment.HOLDS if own else Judgment.UNDECIDED, "known theorem", True

    return prover


def up_to(apart: Any) -> Any:
    """A prover that accepts what is so far apart."""

    def prover(claim: Any, read: Any) -> tuple[Judgment, str, bool]:
        far = sp.simplify((claim.rhs - claim.lhs) / apart)
        near = far.is_number and abs(far) < 3
        return Judgment.HOLDS if near else Judgment.UNDECIDED, "known theorem", True

    return prover


JUMP = 1 - sp.sign(x - sp.Rational(7, 3)) ** 2  # but at one place 0
TINY = sp.Rational(1, 10**14)
DARK = sp.Rational(1, 10**30)


@pytest.mark.parametrize(
    ("sides", "prover", "words"),
    [
        ((x, x + TINY), of(x, x + TINY), "refuted: exact value"),
        ((x, x + TINY), up_to(TINY), "refuted: exact value"),
        ((x, x + DARK), of(x, x + DARK), "refuted: exact value"),
        (circle, of(*circle), "this very claim"),
        ((x, x + JUMP), up_to(JUMP), "a search found where it fails"),
    ],
)
def test_a_prover_that_knows_its_claim_by_sight_proves_nothing(
    sides: Any, prover: Any, words: str
) -> None:
    with pytest.raises(ClaimError) as caught:
        claim("known", *sides, prover=prover)
    assert words in str(caught.value)


def test_a_prover_does_not_stand_before_exact_points() -> None:
    reason = {"prover": of(), "measured_only": "left to the text"}
    with pytest.raises(ClaimError, match="refuted: exact value"):
        claim("left", x, x + TINY, **reason)
    claim("left", *circle, **reason)


def test_a_prover_that_judges_both_sides_may_prove() -> None:
    bundle = claim("judged", *circle, prover=discerns).bundle
    assert (bundle.verdict, bundle.proof and bundle.proof.method) == (
        "proved",
        "by hand",
    )
    assert bundle.measurement is not None
    assert bundle.measurement.attack is not None


total = Sum(z[j] ** 2, (j, 1, n))


def squares(values: Any, rng: Any) -> float:
    return float((values["z"] ** 2).sum())


def doubled(values: Any, rng: Any) -> float:
    return 2 * float((values["z"] ** 2).sum())


def test_an_oracle_is_compared_with_the_left_side() -> None:
    reason = {"measured_only": "computed"}
    bundle = claim(
        "right", total, z[1] ** 2 + Sum(z[j] ** 2, (j, 2, n)), oracle=squares, **reason
    ).bundle
    assert "an oracle of its own, compared with the left" in bundle.weakened
    with pytest.raises(ClaimError, match="oracle differs from the left side"):
        claim("wrong", total, 2 * total, oracle=doubled, **reason)


def test_a_left_side_that_nobody_reads_is_told() -> None:
    bundle = claim(
        "unread",
        sp.erfi(x),
        2 * x,
        oracle=lambda v, rng: 2 * v["x"],
        measured_only="computed",
    ).bundle
    assert "an oracle of its own, left side not measured" in bundle.weakened
