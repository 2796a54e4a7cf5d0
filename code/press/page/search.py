"""The search index: sections, equations, figures, exercises and terms, by word."""

import json
import re
from pathlib import Path

from docutils import nodes

from ..typeset.statements import statement_of
from .context import plain_title, to_json

WORD = re.compile(r"[^\W_][\w'-]*[^\W_]|[^\W_]", re.UNICODE)
PARTS = re.compile(r"[-_']")
SNIPPET, NAME = 90, 90
COMMON = 1 / 16  # of all entries: a word in more of them is looked for in names alone
FORMULAS = (nodes.math, nodes.math_block)
MARKER = "searchIndex("


def index_page(app, doctree, name):
    """Keep what search finds on one page of the site."""
    if app.builder.name == "html":
        kept = _kept(app, name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(to_json(list(records(doctree))), encoding="utf-8")


def _kept(app, name):
    return Path(app.doctreedir).parent / "press" / "search" / f"{name}.json"


def records(doctree):
    """All that search can lead to on a page: kind, name, anchor, text, first words."""
    for section in doctree.findall(nodes.section):
        if _is_heading(section):
            yield _section(section)
    for node in doctree.findall(nodes.Element):
        found = _named(node)
        if found:
            yield found


def _is_heading(section):
    return bool(section.children) and isinstance(section[0], nodes.title)


def _section(section):
    top = isinstance(section.parent, nodes.document)
    kind = "chapter" if top else "section"
    anchor = "" if top else section["ids"][0]
    texts = [text for part in _own_parts(section) for text in part.findall(nodes.Text)]
    found = " ".join(text.astext() for text in texts if not _inside(text, FORMULAS))
    prose = (
        "…" if _inside(text, FORMULAS) else text.astext()
        for text in texts
        if not _inside(text, (nodes.literal_block, nodes.comment))
    )
    return [kind, _plain(section[0]), anchor, found, _shorten("".join(prose), SNIPPET)]


def _own_parts(section):
    """What a section holds besides its title and the sections inside it."""
    for part in section.children[1:]:
        if not (isinstance(part, nodes.section) and _is_heading(part)):
            yield part


def _inside(text, kinds):
    return isinstance(text.parent, kinds)


def _plain(node):
    return " ".join(node.astext().split())


def _named(node):
    """A record for an equation, a theorem, an exercise, a figure or a term."""
    if (shown := statement_of(node)) and node["ids"]:
        return _equation(shown, node["ids"][0])
    if node.get("realtype") and node["ids"]:
        kind = node["realtype"]
        return [kind, node.get("title") or _first_words(node), node["ids"][0], "", ""]
    if "exercise" in node.get("classes", ()) and node["ids"]:
        return ["exercise", _first_words(node), node["ids"][0], "", ""]
    if isinstance(node, nodes.figure) and node["ids"]:
        caption = next(iter(node.findall(nodes.caption)), None)
        return caption and ["figure", _shorten(_plain(caption)), node["ids"][0], "", ""]
    if isinstance(node, nodes.term) and node["ids"]:
        return ["term", _plain(node), node["ids"][0], _plain(node.parent), ""]
    return None


def _equation(shown, anchor):
    name = shown.title or PARTS.sub(" ", shown.key).capitalize()
    text = f"{shown.key} {shown.topic or ''} {shown.kind} equation"
    return ["equation", name, anchor, text, ""]


def _first_words(node):
    return _shorten(" ".join(_plain(part) for part in node.children[:2]))


def _shorten(text, length=NAME):
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def words(text):
    """The words of a text as the index knows them: lower case, names in parts.

    Numbers and single letters, of which mathematics is full, lead nowhere.
    """
    found = set()
    for word in WORD.findall(text.lower()):
        found.add(word)
        found.update(part for part in PARTS.split(word) if part)
    return {word for word in found if len(word) > 1 and not word[0].isdigit()}


def write(app, out):
    """Write the index of all pages as a script: so search works from a disk too."""
    pages, entries, named, places = [], [], [], {}
    for name in sorted(app.env.found_docs):
        pages.append([app.builder.get_target_uri(name), plain_title(app, name, {})])
        for kind, title, anchor, text, snippet in _entries(app, name):
            named.append(words(title))
            for word in named[-1] | words(text):
                places.setdefault(word, []).append(len(entries))
            entries.append([kind, title, len(pages) - 1, anchor, snippet])
    common = [w for w in sorted(places) if len(places[w]) > COMMON * len(entries)]
    for word in common:
        places[word] = [k for k in places[word] if word in named[k]]
    index = {
        "pages": pages,
        "entries": entries,
        "common": common,
        "words": {word: _differences(places[word]) for word in sorted(places)},
    }
    (out / "_static" / "search-index.js").write_text(
        f"{MARKER}{to_json(index)})", encoding="utf-8"
    )


def _entries(app, name):
    """What was kept of a page when it was written; read anew where that is damaged."""
    try:
        return json.loads(_kept(app, name).read_text("utf-8"))
    except (OSError, ValueError):
        index_page(app, app.env.get_and_resolve_doctree(name, app.builder), name)
        return json.loads(_kept(app, name).read_text("utf-8"))


def _differences(numbers):
    """Ascending numbers by their steps: smaller, and compresses better."""
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]
