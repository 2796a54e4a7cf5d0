"""A chapter's equations become theorems by the run that makes its outputs."""

STATED = """from sympy import symbols
from proofread import claim
x = symbols("x", real=True)
claim("square", x * (x + 1), x**2 + x)"""


def test_theorems_are_written_and_compared_without_another_run(toy):
    toy.chapter("first", STATED)
    first = toy.make("theorems")
    assert first.returncode == 0, first.stderr
    assert "first ran in" in first.stdout
    file = toy.root / "kernel" / "first.v"
    text = file.read_text("utf-8")
    assert "Theorem square" in text
    again = toy.make("theorems", "--check")
    assert again.returncode == 0
    assert "ran in" not in again.stdout
    file.write_text(text.replace("Qed", "Defined"), "utf-8")
    assert toy.make("theorems", "--check").returncode == 1
    assert "Defined" in file.read_text("utf-8")


def test_the_theorems_of_a_chapter_that_is_gone_go_with_it(toy):
    toy.write("kernel/gone.v", "Theorem gone : 1 = 1.")
    assert toy.make("theorems").returncode == 0
    assert not (toy.root / "kernel" / "gone.v").exists()
