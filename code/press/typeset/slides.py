"""{slide}: what a chapter puts on a slide; no page shows it, a file keeps it.

A slide holds some of FIELDS: the key of a claim, the name of a figure, a sentence, a
question. They are kept in the order in which they are written, by page.
"""

import json
from pathlib import Path
from typing import Any, cast

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .statements import statement_of

FIELDS = ("claim", "figure", "sentence", "question")
FILE = "slides.json"
Slide = dict[str, str]

logger = logging.getLogger(__name__)


class slide(nodes.Invisible, nodes.Element):
    """What a slide shows, until the page is read."""


class SlideDirective(SphinxDirective):
    """A slide, in YAML: some of FIELDS, each a text."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """A node that nothing is written of."""
        try:
            told: object = yaml.safe_load("\n".join(self.content))
        except yaml.YAMLError as error:
            raise self.error(f"a slide is YAML: {error}") from error
        shown = cast(dict[str, Any], told) if isinstance(told, dict) else {}
        if not shown or not shown.keys() <= {*FIELDS} or not all(shown.values()):
            raise self.error(f"a slide has some of {', '.join(FIELDS)}, and no more")
        made = slide("", shown={name: str(v).strip() for name, v in shown.items()})
        made.line = self.lineno
        return [made]


def slides(env: BuildEnvironment) -> dict[str, list[Slide]]:
    """The slides of each page."""
    return cast(dict[str, list[Slide]], vars(env).setdefault("press_slides", {}))


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the slides of a page, whose claims and figures it shows."""
    elements = [*doctree.findall(nodes.Element)]
    keys = {found.key for node in elements if (found := statement_of(node))}
    figures = {name for node in doctree.findall(nodes.figure) for name in node["names"]}
    made = [node for node in elements if isinstance(node, slide)]
    for node in made:
        for field, known in (("claim", keys), ("figure", figures)):
            name = node["shown"].get(field)
            if name and name not in known:
                what = f"this page shows no {field} {name}: mend the slide"
                place = f"{app.env.doc2path(app.env.docname)}:{node.line}"
                logger.warning(what, location=place, type="press", subtype="slide")
        node.parent.remove(node)
    if made:
        slides(app.env)[app.env.docname] = [node["shown"] for node in made]


def forget(app: Sphinx, env: BuildEnvironment, page: str) -> None:
    """Forget the slides of a page that is read again or is gone."""
    slides(env).pop(page, None)


def write(app: Sphinx, error: Exception | None) -> None:
    """Write the slides of all pages beside these."""
    if error is None and app.builder.format == "html":
        text = json.dumps(slides(app.env), indent=1, sort_keys=True, ensure_ascii=False)
        Path(app.outdir, FILE).write_text(text + "\n", "utf-8")
