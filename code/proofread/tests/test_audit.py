"""The audit: what survives both readers is true and listed, and nothing else is."""

import json
from pathlib import Path

import pytest
from corpus import CLAIMS, REVIEWED
from lengths import EVERYTHING

from proofread.audit import SCORES, audit
from proofread.audit.reviewed import list_beside, reviewed, stanza
from proofread.judgments import Judgment
from proofread.mutants import mutants
from proofread.mutants.scores import Survivor
from proofread.mutants.scoring import REFUTING, measured, proved, tally
from proofread.statements.recording import Made, heard_by

SEARCHED = {"gaussian-mean", "gaussian-variance", "bernoulli-likelihood"}
LONG = {"variance-of-the-mean", "covariance-of-sum"}
TALLIED = sorted(set(CLAIMS) - SEARCHED - (set() if EVERYTHING else LONG))
CHAPTER = """---
file_format: mystnb
---
# Squares

```{code-cell} python
import sympy as sp
from proofread import claim
x = sp.Symbol("x", real=True)
claim("even", sp.cos(x) ** 2, 1 - sp.sin(x) ** 2)
```
"""


DERIVED = """---
file_format: mystnb
---
# Sums

```{code-cell} python
import sympy as sp
from proofread import derivation, step
x = sp.Symbol("x", real=True)
derivation("sum", (x + 1) ** 2, step(x**2 + 2*x + 1, "expand"), step(x*(x + 2) + 1, ""))
```
"""
BOUND = DERIVED.replace(
    'step(x**2 + 2*x + 1, "expand"), step(x*(x + 2) + 1, "")',
    'step(0, "a square", relation=">="), step(-2, "below zero", relation=">=")',
).replace("sum", "bound")
# The first line holds for other squares too; the second does without any.
SPARE = """
c, y = sp.symbols("c y", real=True)
zero = step(0, "a square is not negative")
one = step(sp.sin(x)**2 + sp.cos(x)**2 - 1, "on the circle")
derivation("bare", sp.Abs(c) - c, zero, one, where={c: y**2})
```
"""
IDLE = "\n".join(DERIVED.splitlines()[:-2]) + SPARE


@pytest.mark.parametrize("key", TALLIED)
def test_what_neither_reader_refutes_is_listed_as_true(key):
    found = tally(CLAIMS[key], mutants(CLAIMS[key]), symbolic=False)
    listed = {e.mutant for e in REVIEWED if e.claim == key and e.reason}
    assert {s for s in found.survivors if not s.reason} <= listed


@pytest.mark.parametrize("key", ["product-rule", "softmax-jacobian", "backprop-hidden"])
def test_exact_points_refute_what_measurement_refutes(key):
    missed = [
        m
        for m in mutants(CLAIMS[key])
        if measured(m.claim) is Judgment.FAILS
        and proved(m.claim, REFUTING) is not Judgment.FAILS
    ]
    assert {m.operator for m in missed} <= {"drop definition", "rename", "off by one"}


def test_no_true_claim_of_the_corpus_is_refuted_at_a_point():
    judgments = {key: proved(claim, REFUTING) for key, claim in CLAIMS.items()}
    assert [key for key, said in judgments.items() if said is Judgment.FAILS] == []


def test_a_hypothesis_that_is_needed_cannot_be_dropped():
    claim = CLAIMS["cross-entropy-gradient"]
    assert measured(claim) is Judgment.HOLDS
    assert measured(claim.changed(given=())) is Judgment.FAILS


def test_a_definition_that_is_needed_cannot_be_dropped():
    claim = CLAIMS["softmax-jacobian"]
    assert measured(claim.changed(where=())) is Judgment.FAILS


def test_a_weaker_bound_is_caught_where_equality_is_stated():
    claim = CLAIMS["cauchy-schwarz"]
    weaker = claim.changed(rhs=2 * claim.rhs)
    assert measured(weaker) is Judgment.FAILS
    assert measured(weaker.changed(equality={})) is Judgment.HOLDS


@pytest.fixture
def chapter(tmp_path) -> Path:
    path = tmp_path / "squares.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


def audited(chapter: Path, drawn: int | None = None) -> tuple[int, dict]:
    output = chapter.parent / "_build" / "audit.json"
    code = audit([chapter], jobs=1, output=output, drawn=drawn)
    return code, json.loads(output.read_text(encoding="utf-8"))


def test_a_survivor_without_a_reason_fails_the_audit(chapter, capsys):
    code, record = audited(chapter)
    left = [s for s in record["claims"]["even"]["survivors"] if not s["reason"]]
    assert code == bool(left)
    assert all(s["latex"] in capsys.readouterr().out for s in left[:1])


def test_what_it_takes_to_show_the_prover_mutants_is_told_apart(chapter, capsys):
    audited(chapter)
    file = chapter.parent / "_build" / "audit-soundness.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["faults"], told["seconds"] > 0) == (0, True)
    assert f"shown in {told['seconds']:.1f} s on 1 core" in capsys.readouterr().out


def test_a_listed_survivor_that_no_longer_survives_fails_the_audit(chapter, capsys):
    stale = stanza("even", Survivor("right", "negate", "nothing like it"))
    list_beside(chapter).write_text(stale, encoding="utf-8")
    code, _ = audited(chapter)
    assert code == 1
    assert "remove the entry" in capsys.readouterr().out


def test_a_derivation_is_audited_as_a_whole(chapter):
    chapter.write_text(DERIVED, encoding="utf-8")
    row = audited(chapter)[1]["claims"]["sum"]
    heard: list[Made] = []
    with heard_by(heard.append):
        exec(DERIVED.split("```")[1].partition("\n")[2])
    (made,) = heard
    assert row["mutants"] == sum(len(list(mutants(c))) for c in made.claims)
    assert row["fingerprint"] == made.statement.bundle.fingerprint
    lines = {c.number for c in made.claims}
    assert {s["line"] for s in row["survivors"]} <= lines == {1, 2}


def test_a_survivor_of_a_derivation_is_listed_with_its_line(chapter, capsys):
    chapter.write_text(DERIVED, encoding="utf-8")
    stale = stanza("sum", Survivor("right", "negate", "nothing like it"), 2)
    list_beside(chapter).write_text(stale, encoding="utf-8")
    assert [(e.claim, e.line) for e in reviewed(chapter)] == [("sum", 2)]
    assert audited(chapter)[0] == 1
    assert "remove the entry" in capsys.readouterr().out


def test_a_line_that_does_without_a_definition_catches_no_slip_in_it(chapter, capsys):
    chapter.write_text(IDLE, "utf-8")
    assert audited(chapter)[0] == 1
    assert "side = 'c'" in capsys.readouterr().out


def test_an_audit_reads_the_same_twice(chapter):
    assert audited(chapter) == audited(chapter)


def test_a_claim_that_does_not_hold_cannot_be_audited(chapter, capsys):
    chapter.write_text(CHAPTER.replace("1 - sp.sin", "2 - sp.sin"), encoding="utf-8")
    assert audited(chapter)[0] == 1
    assert "squares.md:10: claim 'even', numeric reader" in capsys.readouterr().err


def test_a_stanza_reads_back_as_it_was_written(chapter):
    mutant = Survivor("left", "sign", r"-f'(t) \top")
    text = stanza("k", mutant).replace("reason = ''", "reason = 'even'")
    list_beside(chapter).write_text(text, encoding="utf-8")
    assert [e.mutant for e in reviewed(chapter)] == [mutant]


def test_an_audit_that_draws_says_so(chapter, capsys):
    _, every = audited(chapter)
    _, some = audited(chapter, drawn=5)
    row, whole = some["claims"]["even"], every["claims"]["even"]
    assert (every["drawn"], some["drawn"]) == (None, 5)
    assert row["mutants"] + row["held_out"]["mutants"] == 5
    assert row["drawn_from"] == whole["mutants"]
    assert "drawn: at most 5" in capsys.readouterr().out


def test_of_a_large_book_fewer_are_drawn(chapter, monkeypatch):
    monkeypatch.setattr("proofread.audit.TRIED", 7)
    _, some = audited(chapter, drawn=12)
    claims = len(some["claims"])
    assert some["drawn"] == 7 // claims < 12


def test_a_reviewed_survivor_is_always_drawn(chapter):
    chapter.write_text(BOUND, encoding="utf-8")
    (survivor, *_) = audited(chapter)[1]["claims"]["bound"]["survivors"]
    shown = {k: survivor[k] for k in ("side", "operator", "latex")}
    entry = stanza("bound", Survivor(**shown), survivor["line"])
    list_beside(chapter).write_text(entry, encoding="utf-8")
    row = audited(chapter, drawn=1)[1]["claims"]["bound"]
    assert shown["latex"] in [s["latex"] for s in row["survivors"]]


def test_a_side_of_which_no_mutant_is_caught_says_nothing(chapter, capsys):
    loose = 'claim("loose", sp.sin(x), 1000, "<=", measured_only="far above")'
    chapter.write_text(f"{CHAPTER[:-5]}\n{loose}\n```\n", encoding="utf-8")
    assert audited(chapter)[0] == 1
    told = capsys.readouterr().out
    assert "claim 'loose': no mutant of its left side is caught" in told
    assert "claim 'even': no mutant" not in told


def test_what_survives_where_it_was_drawn_is_tried_where_it_was_not(chapter):
    chapter.write_text(BOUND, encoding="utf-8")
    every = audited(chapter)[1]["claims"]["bound"]["survivors"]
    assert {s["line"] for s in every} == {1, 2}
    for most in (2, 6, 99):
        some = audited(chapter, drawn=most)[1]["claims"]["bound"]["survivors"]
        assert all(s in every for s in some)
    assert len(some) == len(every)


def test_a_chapter_is_drawn_the_same_twice(chapter):
    assert audited(chapter, drawn=6) == audited(chapter, drawn=6)


def test_another_audit_keeps_the_scores_of_this_engine(chapter):
    audited(chapter)
    before = scores_beside(chapter)
    audited(chapter, drawn=2)
    assert before < scores_beside(chapter)


def scores_beside(chapter):
    return {path.name for path in (chapter.parent / "_build" / SCORES).iterdir()}
