"""The audit of the prover: mutants that it is shown, and the lines of its proofs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.audit import lines, soundness
from proofread.audit.chapter import MUTANTS, PROOFS, Settings
from proofread.audit.cores import Cores
from proofread.audit.lines import lines_measured, lines_of_proof
from proofread.audit.soundness import attack
from proofread.audit.workers import Kept, Workers
from proofread.indexed import proof_of
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import held_out, mutants
from proofread.mutants.scoring import measured
from proofread.statements.recording import Made, heard_by

n, m, q = sp.symbols("n m q", integer=True, positive=True)
A, B = sp.MatrixSymbol("A", n, m), sp.MatrixSymbol("B", m, n)
J, a = sp.MatrixSymbol("J", 2, 2), sp.Symbol("a", positive=True)
JORDAN = sp.ImmutableMatrix([[a, 1], [0, a]])
BLOCK = sp.ImmutableMatrix([[a**q, q * a ** (q - 1)], [0, a**q]])


@pytest.fixture
def made() -> list[Made]:
    heard: list[Made] = []
    with heard_by(heard.append):
        pr.claim("trace", sp.Trace(A * B), sp.Trace(B * A))
        pr.claim("powers", sp.MatPow(J, q), BLOCK, where={J: JORDAN}, sizes={q: 3})
    return heard


def workers_in(folder: Path) -> Workers:
    kept = Kept(folder)
    kept.forget_other_engines()
    return Workers(kept, Cores.of_this_machine(1))


@pytest.fixture
def workers(tmp_path) -> Workers:
    return workers_in(tmp_path)


def shown(made: list[Made]) -> list[Any]:
    claims = [claim for one in made for claim in one.claims]
    return [m for c in claims for m in (*mutants(c), *held_out(c))]


def test_the_prover_is_shown_every_mutant_and_proves_none_that_is_false(
    made, workers
) -> None:
    found = attack(made, None, workers)
    assert found.shown == found.offered == len(shown(made)) > 0
    assert found.proved == found.holding
    assert not found.faults


def test_what_a_prover_of_everything_proves_is_told_unless_it_holds(
    made, workers, monkeypatch
) -> None:
    monkeypatch.setattr(soundness, "proves", lambda claim: True)
    found = attack(made, None, workers)
    said = [measured(m.claim) for m in shown(made)]
    false = [judgment for judgment in said if judgment is not Judgment.HOLDS]
    assert {Judgment.FAILS} <= set(false)
    assert (found.proved, found.others) == (len(said), len(false))
    assert len(found.faults) == len(false)
    assert all("the index reader proves" in fault for fault in found.faults)


def test_some_mutants_are_drawn_the_same_twice(made, monkeypatch, tmp_path) -> None:
    seen: list[str] = []
    monkeypatch.setattr(soundness, "proves", lambda claim: seen.append(claim.identity))
    for folder in ("one", "other"):
        assert attack(made, 5, workers_in(tmp_path / folder)).shown == 5
    assert seen[:5] == seen[5:]
    assert len(set(seen)) == 5


def test_the_prover_is_shown_nothing_twice(made, workers, monkeypatch) -> None:
    first = attack(made, None, workers)
    monkeypatch.setattr(soundness, "proves", None)
    assert attack(made, None, workers) == first
    lines_first = lines_measured(made, None, workers)
    monkeypatch.setattr(lines, "meets", None)
    assert lines_measured(made, None, workers) == lines_first


def test_a_chapter_has_its_part_of_what_is_drawn_of_a_book(tmp_path) -> None:
    half = Settings(tmp_path, Cores.of_this_machine(1), 12, 0.5)
    assert (half.most(MUTANTS, 9999), half.most(PROOFS, 9999)) == (500, 15)
    assert half.most(MUTANTS, 24) == 24
    assert (
        Settings(tmp_path, Cores.of_this_machine(1), 0, 0.5).most(MUTANTS, 9999) is None
    )


def test_the_lines_of_every_proof_are_measured(made, workers) -> None:
    found = lines_measured(made, None, workers)
    assert (found.proofs, found.offered) == (2, 2)
    assert found.measured > 20
    assert not found.faults
    assert lines_measured(made, 1, workers).proofs == 1


def test_each_line_is_measured_at_two_sizes(made) -> None:
    (claim,) = made[0].claims
    for line in lines_of_proof(claim, *proof_of(claim)):
        one, other = (point.sizes(line) for point in lines.two_points(line))
        assert one[n] != other[n]
        assert one[m] != other[m]
        assert measure(line).judgment is Judgment.HOLDS


def test_a_line_that_is_off_is_told(made, workers, monkeypatch) -> None:
    def off(claim: Any) -> Any:
        proof, (left, right) = proof_of(claim)
        return proof, [[*left[:-1], 2 * left[-1]], right]

    monkeypatch.setattr(lines, "proof_of", off)
    found = lines_measured(made[:1], None, workers)
    (fault,) = found.faults
    assert "claim 'trace': a line of its proof" in fault
    assert "does not hold at the sizes" in fault
