"""Figures that are drawn for a page and for a phone: the browser takes one of them."""

import hashlib
import os
import posixpath
from pathlib import Path
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from ..typeset.outputs import NARROW
from .figures import size

BEFORE_COLLECTED = 400  # earlier than Sphinx collects the images of a page
PHONE = "(max-width: 47.99rem)"  # as the style sheet has it


class picture(nodes.General, nodes.Element):
    """Two images: for phones, and for pages."""


def pair(app: Sphinx, doctree: nodes.document) -> None:
    """Put beside each drawing the one for phones that its cell made."""
    if app.builder.format != "html":
        return
    made: dict[str, str] = app.env.temp_data.get(NARROW, {})
    drawn = {_stem(wide): narrow for wide, narrow in made.items()}
    for wide in list(doctree.findall(nodes.image)):
        uri = Path(wide["uri"])
        if uri.stem in drawn:
            name = uri.with_name(f"{uri.stem}-narrow.svg")
            path = Path(app.srcdir, name.as_posix().lstrip("/"))
            path.write_text(drawn[uri.stem], "utf-8")
            narrow = wide.deepcopy()
            narrow["uri"] = name.as_posix()
            wide.replace_self(picture("", narrow, wide.deepcopy()))


def _stem(drawing: str) -> str:
    """What MyST-NB calls the file of an output."""
    return hashlib.sha256(
        os.linesep.join(drawing.splitlines()).encode("utf-8")
    ).hexdigest()


def is_for_phones(image: nodes.Element) -> bool:
    """Whether an image is the first of a picture."""
    return isinstance(image.parent, picture) and image.parent[0] is image


def source(builder: StandaloneHTMLBuilder, image: nodes.Element) -> str:
    """The tag that offers a browser the drawing for phones."""
    uri = posixpath.join(builder.imgpath, quote(builder.images[image["uri"]]))
    width, height = size(Path(builder.srcdir, image["uri"])) or (None, None)
    room = f' width="{width}" height="{height}"' if width else ""
    return f'<source media="{PHONE}" srcset="{uri}"{room}>'
