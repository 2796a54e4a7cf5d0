"""One sequence of nodes for page and print, as a Sphinx extension.

Formulas, numbers, works and statements are prepared here; `press.page` and
`press.print` write them.
"""

# Sphinx does not say what its callbacks return.
# pyright: reportUnknownMemberType=false

from pathlib import Path

from sphinx.application import Sphinx

from . import (
    bibliography,
    counts,
    exercises,
    heads,
    hypotheses,
    numbers,
    outputs,
    proofs,
    readable,
    slides,
    statements,
)

ONCE_NUMBERED = 900  # later than Sphinx gives out the numbers in the same event

WHAT_TO_TYPE = "the chapters are in book/; type: make book"


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect every step to Sphinx."""
    if (Path(app.srcdir) / "book").is_dir():
        raise SystemExit(WHAT_TO_TYPE)  # an error is wrapped in a screen of others
    app.add_source_parser(outputs.OutputsParser, override=True)
    app.add_directive("head", heads.HeadDirective)
    app.add_directive("given", hypotheses.GivenDirective)
    app.add_directive("slide", slides.SlideDirective)
    app.add_post_transform(hypotheses.RepeatedHypotheses)
    exercises.use_exercises(app)
    proofs.use_proofs(app)
    bibliography.register_style()
    connect(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def connect(app: Sphinx) -> None:
    """Every step, in its order."""
    app.connect("config-inited", bibliography.use_style)
    app.connect("env-purge-doc", slides.forget)
    app.connect("doctree-read", slides.note)
    app.connect("build-finished", slides.write)
    app.connect("doctree-read", counts.note_counts)
    app.connect("doctree-read", exercises.box_refutations)
    app.connect("doctree-read", readable.check_page)
    app.connect(
        "env-get-updated", numbers.pages_that_show_numbers, priority=ONCE_NUMBERED
    )
    app.connect("env-get-updated", numbers.pages_that_show_another_day)
    app.connect("doctree-resolved", statements.drop_repeated_identifiers)
    app.connect("doctree-resolved", statements.name_proofs)
    app.connect("doctree-resolved", bibliography.begin_with_label)
