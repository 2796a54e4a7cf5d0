"""Code with elements only where the style sheet colors something."""

from collections.abc import Iterable
from typing import Any, Protocol

from pygments.formatters import HtmlFormatter
from pygments.token import Token
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.highlighting import PygmentsBridge

UNCOLORED = {
    Token.Escape,
    Token.Name,
    Token.Name.Attribute,
    Token.Name.Builtin,
    Token.Name.Builtin.Pseudo,
    Token.Name.Entity,
    Token.Name.Namespace,
    Token.Name.Tag,
    Token.Name.Variable,
    Token.Name.Variable.Magic,
    Token.Operator,
    Token.Other,
    Token.Punctuation,
    Token.Punctuation.Marker,
    Token.Text.Whitespace,
}


Kind = Any  # Pygments keeps the class of its kinds of tokens to itself


class Writable(Protocol):
    """What takes text."""

    def write(self, text: str, /) -> object: ...


class PageFormatter(HtmlFormatter[str]):
    """Pygments' HTML; names, operators and punctuation are text like any other."""

    def format(
        self, tokensource: Iterable[tuple[Kind, str]], outfile: Writable
    ) -> None:
        """Write the tokens as HTML."""
        plain = (
            (Token.Text if kind in UNCOLORED else kind, text)
            for kind, text in tokensource
        )
        super().format(plain, outfile)


class PageHighlighter(PygmentsBridge):
    """Sphinx's highlighter with the page's formatter."""

    html_formatter = PageFormatter


def use_highlighter(app: Sphinx) -> None:
    """Let the pages' writer highlight as the page does."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.highlighter = PageHighlighter("html")
