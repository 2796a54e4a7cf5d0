"""KaTeX's MathML, polished until a browser sets it as TeX would.

Browsers implement MathML Core: no `mathvariant`, no `columnalign`, and spacing from an
operator dictionary that knows neither scripts nor unary signs. What TeX knows and the
markup lost is put back here.
"""

import html
import re
from xml.etree import ElementTree as ET

Element = ET.Element

LATIN_CAPITAL, LATIN_SMALL, GREEK_CAPITAL, GREEK_SMALL, DIGIT = "A", "a", "Α", "α", "0"
# First code point of each alphabet, by variant.
ALPHABETS = {
    "bold": {
        LATIN_CAPITAL: 0x1D400,
        LATIN_SMALL: 0x1D41A,
        GREEK_CAPITAL: 0x1D6A8,
        GREEK_SMALL: 0x1D6C2,
        DIGIT: 0x1D7CE,
    },
    "italic": {
        LATIN_CAPITAL: 0x1D434,
        LATIN_SMALL: 0x1D44E,
        GREEK_CAPITAL: 0x1D6E2,
        GREEK_SMALL: 0x1D6FC,
    },
    "bold-italic": {
        LATIN_CAPITAL: 0x1D468,
        LATIN_SMALL: 0x1D482,
        GREEK_CAPITAL: 0x1D71C,
        GREEK_SMALL: 0x1D736,
    },
    "script": {LATIN_CAPITAL: 0x1D49C, LATIN_SMALL: 0x1D4B6},
    "fraktur": {LATIN_CAPITAL: 0x1D504, LATIN_SMALL: 0x1D51E},
    "double-struck": {LATIN_CAPITAL: 0x1D538, LATIN_SMALL: 0x1D552, DIGIT: 0x1D7D8},
    "sans-serif": {LATIN_CAPITAL: 0x1D5A0, LATIN_SMALL: 0x1D5BA, DIGIT: 0x1D7E2},
    "bold-sans-serif": {LATIN_CAPITAL: 0x1D5D4, LATIN_SMALL: 0x1D5EE, DIGIT: 0x1D7EC},
    "sans-serif-italic": {LATIN_CAPITAL: 0x1D608, LATIN_SMALL: 0x1D622},
    "monospace": {LATIN_CAPITAL: 0x1D670, LATIN_SMALL: 0x1D68A, DIGIT: 0x1D7F6},
}
# Letters that had a code point before the alphabets were made.
EARLIER = {
    "italic": {"h": "ℎ"},
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "double-struck": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}
# What follows alpha to omega in the Greek alphabets.
GREEK_TAIL = dict(zip("∂ϵϑϰϕϱϖ", range(25, 32), strict=True)) | {"∇": -1}

SCRIPTS = {"msub", "msup", "msubsup", "munder", "mover", "munderover"}
OPENING, CLOSING = set("([{⟨⌈⌊"), set(")]}⟩⌉⌋")
SIGNS = set("−+±∓-")
TALL = {"mfrac", "mtable", "munder", "mover", "munderover", "msqrt", "mroot"}
LARGE = set("∑∏∫∮⋃⋂⨁⨂")
BARS = {"∣": "|", "∥": "‖", "|": "|", "‖": "‖"}
APPLY = "\u2061"
THIN = "0.1667em"
PRIMES = set("′″‴⁗")
# An accent over one letter, and the one that grows over several.
ACCENTS = {"^": ("ˆ", "\u0302"), "~": ("˜", "\u0303"), "ˉ": ("ˉ", "‾")}


def polish(katex_output):
    """The <math> element of one formula, as a string."""
    math = _parse(katex_output)
    body = _inner(math)
    _polish(body, script=False)
    _unwrap(body)
    attributes = ' display="block"' if math.get("display") == "block" else ""
    inside = "".join(_serialize(part) for part in _row(body))
    return f"<math{attributes}>{inside}</math>"


def _parse(katex_output):
    source = katex_output[katex_output.index("<math") : katex_output.rindex("</math>")]
    return ET.fromstring(
        re.sub(r' xmlns="[^"]*"', "", source, count=1).replace("&nbsp;", " ")
        + "</math>"
    )


def characters(markup):
    """The characters a font needs for this, slanted as the browser slants them."""
    needed = set(html.unescape(re.sub(r"<[^>]*>", "", markup)))
    for letter in re.findall(r"<mi>(.)</mi>", markup):
        needed.add(_letter("italic", letter))
    return needed


def page_characters(page):
    """What the formulas of a whole page need."""
    needed = set()
    for formula in set(re.findall(r"<math[ >].*?</math>", page, flags=re.DOTALL)):
        needed |= characters(formula)
    return needed


def width(markup):
    """About how wide a formula is set, in em: enough to choose between two layouts."""
    return _width(ET.fromstring(markup))


def _width(element):
    inside = [_width(child) for child in element]
    if element.tag in {"mfrac", "munder", "mover", "munderover", "mtable"}:
        return max(inside, default=0)
    if element.tag in {"msub", "msup", "msubsup"}:
        return inside[0] + 0.7 * max(inside[1:])
    text = len(element.text or "")
    if element.tag == "mo":
        spaced = element.get("lspace") is None and element.get("stretchy") is None
        return 1.3 if spaced else 0.45
    return sum(inside) + 0.6 * text


def _inner(math):
    return math[0][0]  # math > semantics > the formula, then its annotation


def _row(element):
    return list(element) if element.tag == "mrow" and not element.attrib else [element]


def _serialize(element):
    return ET.tostring(element, encoding="unicode", short_empty_elements=False)


def _polish(element, script):
    _alphabet(element)
    _base_on_both_brackets(element)
    for position, child in enumerate(list(element)):
        _polish(child, script or (element.tag in SCRIPTS and position > 0))
    if element.tag in {"mrow", "mtd", "mstyle", "mpadded", "msqrt", "mphantom"}:
        _space_row(element, script)
        _fit_brackets(element)
    if element.tag == "mtable":
        _align_table(element)
    if element.tag in SCRIPTS:
        _set_scripts(element)
    if element.tag == "mo":
        _set_operator(element, script)


def _alphabet(element):
    """Bold, script and so on become the letters that Unicode has for them."""
    variant = element.get("mathvariant")
    text = element.text or ""
    if variant == "normal":
        automatic = element.tag == "mi" and len(text) == 1
        if not (automatic and (text.isalpha() or text == "∇")):
            del element.attrib["mathvariant"]
    elif variant:
        element.text = "".join(_letter(variant, character) for character in text)
        del element.attrib["mathvariant"]


def _letter(variant, character):
    if character in EARLIER.get(variant, {}):
        return EARLIER[variant][character]
    starts = ALPHABETS[variant]
    if character in GREEK_TAIL and GREEK_SMALL in starts:
        return chr(starts[GREEK_SMALL] + GREEK_TAIL[character])
    for first, length in (
        (LATIN_CAPITAL, 26),
        (LATIN_SMALL, 26),
        (GREEK_CAPITAL, 25),
        (GREEK_SMALL, 25),
        (DIGIT, 10),
    ):
        offset = ord(character) - ord(first)
        if first in starts and 0 <= offset < length:
            return chr(starts[first] + offset)
    return character


def _set_operator(operator, script):
    text = operator.text or ""
    if text in BARS and operator.attrib:  # a delimiter; \mid carries no attribute
        operator.text = BARS[text]
        operator.set("lspace", "0")
        operator.set("rspace", "0")
    operator.attrib.pop("fence", None)
    operator.attrib.pop("separator", None)
    if script and text != APPLY and text not in OPENING | CLOSING:
        operator.attrib.setdefault("lspace", "0")
        operator.attrib.setdefault("rspace", "0")


def _is_operator(element):
    return element is not None and element.tag == "mo"


def _space_row(row, script):
    """Unary signs stand close; named functions stand a thin space off."""
    _drop_empty_rows(row)
    _lift_function_marks(row)
    children = list(row)
    if children:
        _close_front(children[0])
    for position, child in enumerate(children):
        before = children[position - 1] if position else None
        after = children[position + 1] if position + 1 < len(children) else None
        if _is_operator(child) and child.text in SIGNS and _asks_operand(before):
            child.set("lspace", "0")
            child.set("rspace", "0")
        if (
            _is_operator(child)
            and child.text == APPLY
            and not script
            and after is not None
            and not _opens(after)
        ):
            child.set("rspace", THIN)
    if not script:
        _stand_off(row)


def _base_on_both_brackets(row):
    """An exponent after a large bracket belongs to the pair and what it holds.

    Alone under its exponent, the closing bracket would be set lower than the opening.
    """
    position = 0
    while position < len(row):
        script, opened = row[position], None
        if script.tag in SCRIPTS and _is_large(script[0], CLOSING):
            opened = _opening_of(row, position)
        if opened is not None:
            base = ET.Element("mrow")
            base.extend([*row[opened:position], script[0]])
            script[0] = base
            del row[opened:position]
            position = opened
        position += 1


def _opening_of(row, position):
    depth = 1
    for before in range(position - 1, -1, -1):
        bracket = row[before]
        closing = bracket[0] if bracket.tag in SCRIPTS and len(bracket) else bracket
        depth += _is_large(closing, CLOSING) - _is_large(bracket, OPENING)
        if depth == 0:
            return before
    return None


def _is_large(element, brackets):
    return (
        _is_operator(element)
        and element.text in brackets
        and "minsize" in element.attrib
    )


def _fit_brackets(row):
    """Brackets around what is no taller than a letter stay as they are."""
    if len(row) > 2 and all(map(_is_operator, (row[0], row[-1]))):
        inside = [part.tag for child in row[1:-1] for part in child.iter()]
        if not TALL.intersection(inside):
            for bracket in (row[0], row[-1]):
                if (
                    "minsize" not in bracket.attrib
                    and bracket.text in OPENING | CLOSING | set(BARS.values())
                ):
                    bracket.set("stretchy", "false")


def _close_front(first):
    """Nothing stands before the first sum of a row, so no space either."""
    operator = first[0] if first.tag in SCRIPTS else first
    if _is_operator(operator) and operator.text in LARGE:
        operator.set("lspace", "0")


def _asks_operand(before):
    """Whether a sign after this is unary: at the front, or after another operator."""
    if before is None:
        return True
    return _is_operator(before) and (before.text or "") not in CLOSING | set("!′|‖∣∥")


def _opens(element):
    first = element
    while first.tag in {"mrow", *SCRIPTS} and len(first):
        first = first[0]
    return _is_operator(first) and (first.text or "") not in SIGNS


def _drop_empty_rows(row):
    """`{}` goes, except where it makes the sign after it a binary one."""
    for position, child in reversed(list(enumerate(row))):
        if child.tag == "mrow" and len(child) == 0 and not child.attrib:
            follows = [part.text for part in row[position + 1 : position + 2]]
            if not SIGNS.intersection(text or "" for text in follows):
                row.remove(child)


def _lift_function_marks(row):
    """`arg max` under a letter: the mark of application moves out behind the limits."""
    for position, child in reversed(list(enumerate(row))):
        base = child[0] if child.tag in SCRIPTS and len(child) else None
        if base is not None and base.tag == "mrow" and len(base) == 2:
            mark = base[1]
            if _is_operator(mark) and mark.text == APPLY:
                base.remove(mark)
                row.insert(position + 1, mark)


def _stand_off(row):
    """A thin space between a symbol and the function's name that follows it."""
    for position in range(len(row) - 1, 0, -1):
        before, here = row[position - 1], row[position]
        name = here[0] if here.tag in SCRIPTS and len(here) else here
        name = name[0] if name.tag == "mrow" and len(name) else name
        is_name = name.tag == "mi" and len(name.text or "") > 1
        symbol = before.tag != "mo" or before.text in CLOSING
        if is_name and symbol and before.tag != "mspace":
            row.insert(position, ET.Element("mspace", width=THIN))


def _align_table(table):
    """Column alignment as classes; equal styles move from the cells to the table."""
    alignments = (table.attrib.pop("columnalign", "") or "center").split()
    lines = table.attrib.pop("columnlines", "").split()
    rules = table.attrib.pop("rowlines", "").split()
    spacing = table.attrib.pop("columnspacing", "").split()
    table.attrib.pop("rowspacing", None)
    table.attrib.pop("width", None)
    if spacing[:1] == ["0em"]:
        table.set("class", "aligned")
    if _pull_style(table):
        table.set("displaystyle", "true")
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            side = alignments[min(column, len(alignments) - 1)]
            classes = [side] if side != "center" else []
            if column < len(lines) and lines[column] != "none":
                classes.append("line-right")
            if number < len(rules) and rules[number] != "none":
                classes.append("line-below")
            if classes:
                cell.set("class", " ".join(classes))


def _pull_style(table):
    """Unwrap the <mstyle> of every cell; say whether it asked for display."""
    displayed = False
    for row in table:
        for cell in row:
            if len(cell) == 1 and cell[0].tag == "mstyle":
                style = cell[0]
                displayed = displayed or style.get("displaystyle") == "true"
                cell.remove(style)
                for part in style:
                    cell.extend(_row(part))
    return displayed


def _set_scripts(element):
    if element.tag == "mover" and _is_operator(element[1]):
        _set_accent(element[0], element[1])
    if element.tag in {"msup", "msubsup"}:
        element[-1] = _one_prime(element[-1])
    if element.tag in {"msup", "msubsup"} and _is_prime(element[-1]):
        _set_prime(element)
    elif element.tag in {"msup", "msubsup"} and element[0].tag == "mover":
        _lower_accent(element)


def _set_accent(base, accent):
    single = base.tag in {"mi", "mn"} and len(base.text or "") == 1
    text = accent.text or ""
    accent.text = ACCENTS.get(text, (text, text))[not single]
    if single and text in ACCENTS:
        accent.set("stretchy", "false")


def _one_prime(element):
    """Two or three primes in a row are one character."""
    marks = [child.text for child in element] if element.tag == "mrow" else []
    if len(marks) not in {2, 3} or set(marks) != {"′"}:
        return element
    prime = ET.Element("mo")
    prime.text = {2: "″", 3: "‴"}[len(marks)]
    return prime


def _is_prime(element):
    return _is_operator(element) and set(element.text or "") <= PRIMES


def _set_prime(element):
    """A prime stands behind its letter: fonts draw it raised already."""
    base, prime = element[0], element[-1]
    prime.set("lspace", "0")
    prime.set("rspace", "0")
    element.remove(prime)
    if element.tag == "msup":
        element.tag = "mrow"
        element.append(prime)
    else:
        element.tag = "msub"
        primed = ET.Element("mrow")
        primed.extend([base, prime])
        element[0] = primed


def _lower_accent(element):
    """A superscript stands by the letter, not by the hat above it."""
    base = element[0]
    letter = base[0].text or ""
    if base.get("accent") == "true" and len(letter) == 1:
        small = letter.islower() and letter not in "bdfhkltβδζθλξ"
        padded = ET.Element("mpadded", height="0.47em" if small else "0.7em")
        padded.append(base)
        element[0] = padded


def _unwrap(element):
    """Rows of one element, and rows inside rows, say nothing: leave them out."""
    for position, child in enumerate(list(element)):
        _unwrap(child)
        if child.tag == "mrow" and len(child) == 1 and not child.attrib:
            element[position] = child[0]
