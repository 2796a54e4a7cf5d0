"""What a browser shows of a page, run by run: words, formulas and images' alternatives.

Read from the finished HTML, whatever a page was typed in.  Left out is what is read
back or is code: the engine's own boxes, and what stands in typewriter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from .prose import STATED

TOKEN = re.compile(
    r"<!--.*?-->"
    r"|(?P<math><math\b.*?</math\s*>)"
    r"|<(?P<code>pre|code|script|style|svg)\b[^>]*>(?P<held>.*?)</(?P=code)\s*>"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]*)(?P<told>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
BLOCKS = {  # around these a browser breaks the line
    *("article", "aside", "blockquote", "br", "caption", "center", "dd", "details"),
    *("div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "header", "hr", "li", "nav", "ol", "p", "section", "summary"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
EMPTY = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr"),
}
OF_THE_ENGINE = "proofread"  # begins the class of each of its boxes
TYPED = {"argument", "exercise", "solution"}  # boxes of lines typed by hand
PRINTED = {"stream", "text_plain"}  # what a cell put out, in typewriter
PLAIN = {"highlight-text", "highlight-none"}  # blocks of no language
CODE = " code "  # stands for what is in typewriter
MARKED, MARK = "typed-by-hand", "typed-mark"  # the box of such a line, and what it says
UNSEEN = {"headerlink", "caption-number", "section-number", MARK}


@dataclass
class Run:
    """What stands between two breaks of the line.

    text: its words, a space for each formula.  formulas: MathML.  printed: what cells
    printed.  typed: lines typed by hand may stand here.  marked: it is one, and says
    so.  typewriter: blocks and words of no language.  table: which one is around it.
    """

    typed: bool = False
    marked: bool = False
    table: int = 0
    text: str = ""
    formulas: list[str] = field(default_factory=list[str])
    alternatives: list[str] = field(default_factory=list[str])
    printed: list[str] = field(default_factory=list[str])
    typewriter: list[str] = field(default_factory=list[str])

    @property
    def shows(self) -> bool:
        """Whether there is anything to see."""
        said = self.printed, self.typewriter, self.alternatives
        return bool(self.text.strip() or self.formulas or any(said))


class Screen:
    """Reads a page once, from its first mark to its last."""

    def __init__(self) -> None:
        self.open: list[tuple[str, set[str]]] = []
        self.passed = 0  # elements around what is left out
        self.tables = 0  # so far
        self.run = Run()

    def runs(self, body: str) -> Iterator[Run]:
        """Each run of a page that shows something."""
        for token in TOKEN.finditer(body):
            if token["tag"]:
                tag = token["tag"].lower()
                if tag in BLOCKS and self.run.shows:
                    yield self.run
                self._element(tag, token)
            elif not self.passed:
                self._note(token)
        if self.run.shows:
            yield self.run

    def _element(self, tag: str, token: re.Match[str]) -> None:
        if token["end"]:
            self._close(tag)
        elif tag not in EMPTY:
            told = attributes(token["told"])
            self._opened(tag, set(told.get("class", "").split()))
        elif tag == "img" and not self.passed:
            self.run.alternatives.append(attributes(token["told"]).get("alt", ""))
        if tag in BLOCKS:
            self.tables += tag == "table" and not token["end"]
            in_table = any(name == "table" for name, _ in self.open)
            typed = any(allows(names) for _, names in self.open)
            marked = any(MARKED in names for _, names in self.open)
            self.run = Run(typed, marked, self.tables if in_table else 0)

    def _opened(self, tag: str, names: set[str]) -> None:
        self.open.append((tag, names))
        self.passed += is_passed(names)

    def _close(self, tag: str) -> None:
        """Close an element, and what was left open within it."""
        if all(tag != name for name, _ in self.open):
            return
        name = ""
        while name != tag:
            name, names = self.open.pop()
            self.passed -= is_passed(names)

    def _note(self, token: re.Match[str]) -> None:
        if token["math"]:
            self.run.formulas.append(token["math"])
            self.run.text += " "
        elif token["code"]:
            self._note_code(token["code"].lower(), token["held"])
        elif token["text"]:
            self.run.text += unescape(token["text"])

    def _note_code(self, tag: str, held: str) -> None:
        around = {name for _, names in self.open for name in names}
        text = unescape(re.sub(r"<[^>]*>", "", held))
        if tag == "pre" and around & PRINTED:
            self.run.printed.append(text)
        if tag == "code" or (tag == "pre" and around & (PRINTED | PLAIN)):
            self.run.typewriter.append(text)
        if tag == "code":
            self.run.text += CODE


def attributes(told: str) -> dict[str, str]:
    """The attributes of a tag."""
    found = ATTRIBUTE.findall(told)
    return {name.lower(): unescape(one or other) for name, one, other in found}


def is_passed(names: set[str]) -> bool:
    """Whether what is within an element is the engine's, or not read as text."""
    return bool(names & UNSEEN) or any(n.startswith(OF_THE_ENGINE) for n in names)


def allows(names: set[str]) -> bool:
    """Whether an element is a proof, an exercise, a solution or a theorem."""
    if "proof" in names:
        kinds = names - {"proof", "admonition"}
        return not kinds or bool(kinds & set(STATED))
    return bool(names & TYPED)
