"""The search index: what the pages hold, by word.

One script says what can be found. The words, most of the weight, are in further ones,
in order and cut into shards, so that a query loads those in which its words can be.
"""

import hashlib
import json
import re
from itertools import accumulate, groupby
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from .assets import store_folder
from .context import plain_title
from .records import PARTS, Record, records

WORD = re.compile(r"[^\W_][\w'-]*[^\W_]|[^\W_]", re.UNICODE)
COMMON = 1 / 16  # of all entries: a word in more of them is looked for in names alone
SHARD = 8_000  # characters of words and places in one script, about
INDEX, WORDS = "searchIndex", "searchWords"  # what search.js calls them


def index_page(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Keep what search finds on one page of the site."""
    if app.builder.name == "html":
        kept = _kept(app, name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(to_json(list(records(doctree))), encoding="utf-8")


def _kept(app: Sphinx, name: str) -> Path:
    return store_folder(app) / "search" / f"{name}.json"


def words(text: str) -> set[str]:
    """The words of a text as the index knows them: lower case, names in parts.

    Numbers and single letters, of which mathematics is full, lead nowhere.
    """
    found: set[str] = set()
    for word in WORD.findall(text.lower()):
        found.add(word)
        found.update(part for part in PARTS.split(word) if part)
    return {word for word in found if len(word) > 1 and not word[0].isdigit()}


def write(app: Sphinx, out: Path) -> None:
    """Write the index of all pages as scripts: so search works from a disk too."""
    names = sorted(app.env.found_docs)
    pages = [(app.builder.get_target_uri(n), plain_title(app, n, {})) for n in names]
    found = [(page, record) for page, n in enumerate(names) for record in _read(app, n)]
    places, common = _places([record for _, record in found])
    index = {
        "pages": pages,
        "entries": [[kind, t, page, a, s] for page, (kind, t, a, _, s) in found],
        "common": common,
        "shards": _write_shards(out, places),
    }
    script = f"{INDEX}({to_json(index)})"
    (out / "_static" / "search-index.js").write_text(script, encoding="utf-8")


def _write_shards(out: Path, places: dict[str, list[int]]) -> list[tuple[str, str]]:
    """Write the words in shards; the first word and the address of each.

    A digest names the script, so none is taken for that of another build of the book.
    """
    steps = {word: _differences(places[word]) for word in sorted(places)}
    written: list[tuple[str, str]] = []
    for number, shard in enumerate(shards(steps)):
        script = f"{WORDS}({number},{to_json(shard)})".encode()
        address = f"_static/search/{hashlib.sha256(script).hexdigest()[:12]}.js"
        (out / address).parent.mkdir(exist_ok=True)
        (out / address).write_bytes(script)
        written.append((next(iter(shard)), address))
    return written


def shards(words: dict[str, list[int]]) -> list[dict[str, list[int]]]:
    """Words and what is known of each, cut into runs of about one weight."""
    weights = accumulate(len(to_json(pair)) for pair in words.items())
    weighed = zip(words.items(), weights, strict=True)
    runs = groupby(weighed, key=lambda pair: pair[1] // SHARD)
    return [dict(pair for pair, _ in run) for _, run in runs]


def _read(app: Sphinx, name: str) -> list[Record]:
    """What was kept of a page when it was written; read anew where that is damaged."""
    try:
        return json.loads(_kept(app, name).read_text("utf-8"))
    except (OSError, ValueError):
        index_page(app, app.env.get_and_resolve_doctree(name, app.builder), name)
        return json.loads(_kept(app, name).read_text("utf-8"))


def _places(entries: list[Record]) -> tuple[dict[str, list[int]], list[str]]:
    """The entries of each word, and the words that stand nearly everywhere.

    Of those, only the entries that they name.
    """
    places: dict[str, list[int]] = {}
    named = [words(title) for _, title, *_ in entries]
    for number, (_, _, _, text, _) in enumerate(entries):
        for word in named[number] | words(text):
            places.setdefault(word, []).append(number)
    common = [w for w in sorted(places) if len(places[w]) > COMMON * len(entries)]
    for word in common:
        places[word] = [k for k in places[word] if word in named[k]]
    return places, common


def to_json(value: object) -> str:
    """Compact JSON, the same every time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _differences(numbers: list[int]) -> list[int]:
    """Ascending numbers by their steps: smaller, and compresses better."""
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]
