"""The few letters the book uses, as web fonts: one for text, one for mathematics."""

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset  # pyright: ignore[reportMissingTypeStubs]
from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]


def package_folder(name: str) -> Path:
    """Where a package that is used for its data alone lies; it is not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed: make setup", name=name)
    return Path(spec.origin).parent


SERIF = package_folder("font_source_serif_pro") / "files"
SOURCES = {
    "text": SERIF / "SourceSerifPro-Regular.otf",
    "text-italic": SERIF / "SourceSerifPro-It.otf",
    "text-bold": SERIF / "SourceSerifPro-Semibold.otf",
    "math": package_folder("ziamath") / "fonts/STIXTwoMath-Regular.ttf",
}
TEXT = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÄÖÜäöüßéèêàçñøÅåíóáúœæ"
    + "–—‘’“”…·×−±§©→←↑↓≤≥≠≈∞′\u00a0"
)
# Set without a formula of its own: digits, brackets and signs any page may need, and
# the radical, which a page draws for a root but never writes.
MATH = "".join(map(chr, range(0x20, 0x7F))) + "−±×·⋅…′‖√\u2061\u2062\u2009"
# Shapes drawn anew for scripts (ssty) would double the font, and only some browsers use
# them; formulas are set so that they look right without.
MATH_FEATURES, TEXT_FEATURES = ["dtls"], ["kern", "liga", "tnum"]
# Thousandths of an em. The font's own bar is drawn two pixels thick on most screens.
RULE = 50
# Of the height of a radical: the font's own hangs far below the line of its letters.
RADICAL = 0.82

# Italic forms, by letter: so browsers draw a letter that is alone in its <mi>.
ITALIC = {
    chr(int(unicodedata.decomposition(form).removeprefix("<font> "), 16)): form
    for form in map(chr, [0x210E, *range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C)])
    if unicodedata.decomposition(form)
}
FORMULA = re.compile(r"<math[ >].*?</math>", re.DOTALL)


def formula_characters(page: str) -> set[str]:
    """The characters that the formulas of a page are drawn with."""
    formulas = "".join(set(FORMULA.findall(page)))
    alone = set(re.findall(r"<mi>(.)</mi>", formulas))
    slanted = {ITALIC[letter] for letter in alone & set(ITALIC)}
    return slanted | set(html.unescape(re.sub(r"<[^>]*>", "", formulas)))


def web_font(name: str, characters: Iterable[str], cache: Path) -> bytes:
    """The named font with these characters only, as WOFF2; kept in the folder cache."""
    wanted = "".join(sorted(characters))
    made = f"{name} {MATH_FEATURES} {TEXT_FEATURES} {RULE} {RADICAL} {wanted}"
    key = hashlib.sha256(made.encode()).hexdigest()[:16]
    kept = cache / f"{name}-{key}.woff2"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_subset(name, wanted))
    return kept.read_bytes()


def _subset(name: str, wanted: str) -> bytes:
    font = TTFont(BytesIO(SOURCES[name].read_bytes()), recalcTimestamp=False)
    options = subset.Options(
        hinting=False,
        name_IDs=[0, 13],  # who made it, and its license
        layout_features=MATH_FEATURES if name == "math" else TEXT_FEATURES,
    )
    subsetter: Any = subset.Subsetter(options)
    subsetter.populate(text=wanted)
    subsetter.subset(font)
    if name == "math":
        constants = font["MATH"].table.MathConstants
        constants.FractionRuleThickness.Value = RULE
        constants.RadicalRuleThickness.Value = RULE
        constants.OverbarRuleThickness.Value = RULE
        _fit_radicals(font)
    target = BytesIO()
    font.flavor = "woff2"
    font.save(target, reorderTables=True)
    return target.getvalue()


def _fit_radicals(font: Any) -> None:
    """Give the radical of every height one width, and the first ones less depth.

    Browsers leave each root the room that the widest radical would take.
    """
    variants = font["MATH"].table.MathVariants
    place = variants.VertGlyphCoverage.glyphs.index(font.getBestCmap()[ord("√")])
    construction = variants.VertGlyphConstruction[place]
    sizes = construction.MathGlyphVariantRecord
    width = font["hmtx"][sizes[0].VariantGlyph][0]
    for size in sizes:
        _scale(font, size.VariantGlyph, width, RADICAL)
        size.AdvanceMeasurement = round(size.AdvanceMeasurement * RADICAL)
    for part in construction.GlyphAssembly.PartRecords:
        _scale(font, part.glyph, width, 1)


def _scale(font: Any, name: str, width: float, height: float) -> None:
    """Make a glyph `width` wide, and its height that part of what it was."""
    advance, bearing = font["hmtx"][name]
    glyph = font["glyf"][name]
    glyph.coordinates.scale((width / advance, height))
    glyph.coordinates.toInt()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, round(bearing * width / advance))
