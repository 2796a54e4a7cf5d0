"""A node of another package is one of ours once it is declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import sympy as sp
from sympy import MatrixSymbol

from proofread import ClaimError, Declaration, Dot, MatrixNode, claim, declare, refute
from proofread.claim import Claim
from proofread.declaration import Indexed
from proofread.indexed import proves
from proofread.mutants import mutants
from proofread.mutants.scoring import score
from proofread.node import shape
from proofread.nodes import Entry
from proofread.numeric import Numeric
from proofread.printing import latex
from proofread.printing.binding import PRODUCT, Tex
from proofread.printing.book import Book
from proofread.slips import Slip
from proofread.symbolic import Symbolic


class CrossProduct(MatrixNode):
    """a × b, at a right angle to both columns of three."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


def of_three(e: Any) -> bool:
    return all(shape(a) == (3, 1) for a in e.args)


def exact(read: Symbolic, e: Any) -> Any:
    return read(e.args[0]).cross(read(e.args[1]))


def measured(read: Numeric, e: Any) -> Any:
    a, b = map(read, e.args)
    turned = [np.roll(a, -1) * np.roll(b, -2), np.roll(a, -2) * np.roll(b, -1)]
    return turned[0] - turned[1]


def printed(book: Book, e: Any) -> Tex:
    a, b = (book.within(factor, PRODUCT + 1) for factor in e.args)
    return Tex(rf"{a} \times {b}", PRODUCT)


def swapped(e: Any) -> Iterator[Slip]:
    yield "swap order", CrossProduct(*reversed(e.args))


def entry(e: Any, i: Any, j: Any) -> Any:
    """Each component by a delta: a₂b₃ − a₃b₂ at the first place, and so on round."""
    a, b = ([Entry(v, k, 1) for k in (1, 2, 3, 1, 2)] for v in e.args)
    turned = [a[k + 1] * b[k + 2] - a[k + 2] * b[k + 1] for k in range(3)]
    return sp.Add(*(sp.KroneckerDelta(i, k + 1) * t for k, t in enumerate(turned)))


declare(
    CrossProduct,
    Declaration(
        symbolic=exact,
        numeric=measured,
        latex=printed,
        fits=of_three,
        slips=swapped,
        indexed=Indexed(entry=entry, of=slice(None), total=True),
    ),
)

a, b, c = (MatrixSymbol(name, 3, 1) for name in "abc")
product = CrossProduct(a, b)


def test_both_readers_know_it():
    assert claim("turned", product, -CrossProduct(b, a)).bundle.verdict == "proved"
    assert claim("at-right-angles", Dot(a, product), 0).bundle.verdict == "proved"


@pytest.mark.parametrize(
    "sides", [(Dot(a, product), 0), (product, -CrossProduct(b, a))]
)
def test_the_index_reader_proves_what_is_said_of_it(sides):
    assert proves(Claim("index", *sides))


def test_the_index_reader_proves_nothing_false_of_it():
    assert not proves(Claim("index", product, CrossProduct(b, a)))
    assert not proves(Claim("index", Dot(c, product), 0))


def test_what_is_false_of_it_is_refuted():
    assert refute("alike", product, CrossProduct(b, a)).bundle.counterexample
    with pytest.raises(ClaimError):
        claim("alike", product, CrossProduct(b, a))


def test_it_takes_part_in_what_other_nodes_say():
    triple = Dot(a, CrossProduct(b, c))
    assert (
        claim("triple", triple, Dot(CrossProduct(a, b), c)).bundle.verdict == "proved"
    )


def test_it_prints_by_its_own_rule_in_products_of_others():
    assert latex(product) == r"\mathbf{a} \times \mathbf{b}"
    assert latex(sp.Transpose(product)) == r"(\mathbf{a} \times \mathbf{b})^{\top}"


def test_its_mutants_are_its_slips_and_those_of_what_is_in_it():
    told = {(m.operator, m.latex) for m in mutants(Claim("k", product, product))}
    assert ("swap order", r"\mathbf{b} \times \mathbf{a}") in told
    assert ("rename", r"\mathbf{b} \times \mathbf{b}") in told
    assert not any(r"\top" in text for _, text in told)  # a row has no cross product


def test_an_audit_finds_every_slip_in_it():
    found = score(Claim("turned", product, -CrossProduct(b, a)))
    assert not found.fault
    assert found.all.mutants > 5
    assert [s for s in found.all.survivors if not s.reason] == []
