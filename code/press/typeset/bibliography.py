"""Works are named by author and year, on the page and in print."""

from collections import Counter
from collections.abc import Iterable, Iterator

from docutils import nodes
from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx
from sphinx.config import Config

NAMED = 2  # with more authors, the first stands for all


class AuthorYear(BaseLabelStyle):
    """Golub and Van Loan 2013; a letter tells two works of one year apart."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        labels = [label(entry) for entry in sorted_entries]
        shared = {name for name, count in Counter(labels).items() if count > 1}
        seen: Counter[str] = Counter()
        for name in labels:
            letter = "abcdefghij"[seen[name]] if name in shared else ""
            seen[name] += 1
            yield name + letter


class Style(Unsorted):
    """Entries in order of author and year."""

    default_sorting_style = "author_year_title"
    default_label_style = "press_author_year"


def label(entry: Entry) -> str:
    """Author and year of one work."""
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [" ".join([*person.prelast_names, *person.last_names]) for person in people]
    who = " and ".join(names) if len(names) <= NAMED else f"{names[0]} et al."
    return f"{who} {entry.fields['year']}".replace("{", "").replace("}", "")


def register_style() -> None:
    """Let the bibliography find the style by its name."""
    register_plugin("pybtex.style.labels", "press_author_year", AuthorYear)
    register_plugin("pybtex.style.formatting", "press", Style)


def use_style(app: Sphinx, config: Config) -> None:
    """Name works by author and year wherever they are cited."""
    config.bibtex_default_style = "press"
    config.bibtex_reference_style = "author_year"


def begin_with_label(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """An entry's text begins with author and year, which citations show."""
    for work in doctree.findall(nodes.citation):
        named = nodes.strong("", f"{work.children[0].astext()}.")
        text = next(iter(work.findall(nodes.paragraph)))
        text.insert(0, [named, nodes.Text(" ")])
