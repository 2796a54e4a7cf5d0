"""Formulas as Chromium draws them, in the font of the pages."""

import base64
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import sync_playwright

from press.page import fonts
from press.tools.system import FLAGS
from press.typeset.formulas import Typesetter
from press.typeset.mathml import html

SIZE = 40  # pixels of an em
STYLE = """
@font-face {{ font-family: Math; src: url(data:font/woff2;base64,{font}); }}
math {{ font: {size}px Math; padding: {size}px; }}
"""
# What was laid out before its font had come keeps the brackets and lines of another.
SET = """async (markup) => {
  await document.fonts.load('1em "Math"');
  document.body.innerHTML = markup;
}"""

Picture: TypeAlias = NDArray[np.bool_]


@pytest.fixture(scope="session")
def polished() -> Callable[[str], str]:
    """The MathML of a display."""
    typesetter = Typesetter({})
    return lambda tex: html(typesetter.set(tex, display=True))


@pytest.fixture(scope="module")
def drawn(
    chromium: str, polished: Callable[[str], str], tmp_path_factory
) -> Iterator[Callable[[str], Picture]]:
    """Where the picture of a formula has ink, cut to the ink: rows of pixels."""
    folder: Path = tmp_path_factory.mktemp("fonts")

    def draw(tex: str) -> Picture:
        markup = polished(tex)
        letters = fonts.formula_characters(markup) | set(fonts.MATH)
        font = base64.b64encode(fonts.web_font("math", letters, folder)).decode()
        page.set_content(f"<style>{STYLE.format(font=font, size=SIZE)}</style>")
        page.evaluate(SET, markup)
        shot = page.locator("math").screenshot()
        return ink(np.asarray(Image.open(BytesIO(shot)).convert("L")) < 128)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        yield draw
        browser.close()


def ink(picture: Picture) -> Picture:
    """The part of a picture that holds ink."""
    rows, columns = np.flatnonzero(picture.any(1)), np.flatnonzero(picture.any(0))
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
