"""Every refusal of a page has its entry in the docs: refused so, and what stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import pytest
from examples import REFUSALS, Example, examples, given, says
from sphinx.errors import SphinxError

from proofread.bundle import Bundle
from proofread.statements.recording import Made, heard_by

from .conftest import INDEX

PAGES = next(path for path in REFUSALS if path.stem == "pages")
EXAMPLES = list(examples(PAGES))[1:]
OF_PAGES = [example for example in EXAMPLES if example.language == "md"]
SEEN = [e for e in OF_PAGES if "seen" in e.marks]
GATE = [e for e in OF_PAGES if "of-" not in e.code and e not in SEEN]
OUTPUTS = [e for e in OF_PAGES if "of-" in e.code]
STATED = [example for example in EXAMPLES if example.language == "python"]
UNREAD = {"unread": "a heart"}
USES = {"user": {"uses": ("used",)}}


def page(shown: Iterable[Example]) -> str:
    return "# Two\n\n" + "\n\n".join(example.code for example in shown)


@pytest.fixture
def alone(book):
    """The toy book with one page to write on."""
    book.changes = dict(USES)
    book.write("calculus/one", "# One\n")
    book.write("index", INDEX)
    return book


def stopped(book, shown: Iterable[Example], **settings: Any) -> str:
    book.write("algebra/two", page(shown))
    with pytest.raises(SphinxError) as caught:
        book.build(**settings)
    return str(caught.value)


def test_the_gate_lists_every_offence_as_the_docs_do(alone):
    refused = [example for example in GATE if example.is_refused]
    told = stopped(alone, refused).splitlines()
    assert told[0] == f"{len(refused)} offences", "\n".join(told)
    for example in refused:
        assert any(says(example.heading, line) for line in told), example.heading
    assert all("algebra/two.md:" in line for line in told[1:])


def test_what_the_docs_write_instead_is_built(alone):
    alone.write("algebra/two", page(e for e in OF_PAGES if not e.is_refused))
    assert "WARNING" not in alone.build(proofread_typed={"algebra/two": 2})


def test_what_a_browser_would_show_is_refused_as_in_the_docs(alone):
    (example,) = [e for e in SEEN if e.is_refused]
    assert says(example.heading, stopped(alone, [example]))


def test_an_output_of_another_version_is_refused_as_in_the_docs(alone):
    (example,) = [e for e in OUTPUTS if e.is_refused]
    alone.version -= 1
    assert says(example.heading, stopped(alone, [example]))


def stated(example: Example) -> Bundle:
    """What the example's claim shows."""
    heard: list[Made] = []
    with heard_by(heard.append):
        exec(example.code, given(PAGES))
    return heard[-1].statement.bundle


@pytest.mark.parametrize("example", STATED, ids=lambda example: example.name)
def test_what_is_misprinted_or_unread_is_refused_as_in_the_docs(alone, example):
    bundle = stated(example)
    shown = {f.name: getattr(bundle, f.name) for f in fields(bundle)}
    alone.changes[shown.pop("key")] = shown
    cell = f'# Two\n\n```{{code-cell}}\nclaim("{bundle.key}")\n```\n'
    cell += f"\nAs {example.code.partition('# page: ')[2]} says.\n"
    alone.write("algebra/two", cell)
    listed = UNREAD if "proofread_unread" in example.code else {}
    if not example.is_refused:
        assert "WARNING" not in alone.build()
        return
    with pytest.raises(SphinxError) as caught:
        alone.build(proofread_unread=listed)
    assert says(example.heading, str(caught.value)), caught.value
