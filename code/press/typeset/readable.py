"""What a chapter says and its page would not show is told, with file and line."""

from pathlib import Path
from xml.etree import ElementTree as ET

from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.util import logging

from .places import place_of

logger = logging.getLogger(__name__)

NAMES = (nodes.title, nodes.rubric, nodes.caption, nodes.term)
UNTITLED = "this page has no title: begin it with a line '# Its title'"
IMAGES = {".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """The page has a title, no name in it loses a word, every image can be read."""
    if next(doctree.findall(nodes.title), None) is None:
        complain(UNTITLED, f"{app.env.doc2path(app.env.docname)}:1")
    for name in doctree.findall(lambda node: isinstance(node, NAMES)):
        for raw in name.findall(nodes.raw):
            what = f"{raw.astext()} would vanish from the page: write \\{raw.astext()}"
            complain(what, place_of(name))
    for image in [*doctree.findall(nodes.image)]:
        path = Path(app.srcdir) / image["uri"]
        if path.suffix in IMAGES and path.is_file() and not is_image(path):
            what = f"the image {image['uri']} cannot be read: save it anew"
            complain(what, place_of(image))
            image.replace_self(nodes.inline("", image.get("alt", "")))


def complain(what: str, place: str) -> None:
    """Stop the build, once all pages have been looked through."""
    logger.warning(what, location=place, type="press", subtype="page")


def is_image(path: Path) -> bool:
    """Whether a file holds the picture that its name promises."""
    try:
        if path.suffix == ".svg":
            return ET.parse(path).getroot().tag.endswith("svg")
        with Image.open(path) as image:
            image.verify()
    except (ET.ParseError, OSError, SyntaxError, ValueError):
        return False
    return True
