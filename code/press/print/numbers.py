"""The printed book counts its chapters, equations and figures as the pages do."""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

COUNTERS = {"displaymath": "equation", "figure": "figure", "table": "table"}
ALL_HEADINGS, NO_HEADINGS = 2, -1
BY_CHAPTER, BY_CHAPTER_OF_A_PART = 1, 2


def count_as_pages_do(app: Sphinx) -> None:
    """Theorems and exercises are numbered when all chapters have been read.

    There chapters stand at the top; in print sphinx-jupyterbook-latex puts parts there.
    """
    if app.builder.format == "latex":
        app.config["numfig_secnum_depth"] = BY_CHAPTER


def number_chapters(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Equations and figures are numbered by LaTeX, which is told where each starts."""
    if app.builder.format != "latex":
        return
    app.config["numfig_secnum_depth"] = BY_CHAPTER_OF_A_PART
    for chapter in doctree.findall(addnodes.start_of_file):
        settings = counters(app.env, chapter["docname"])
        code = "".join(f"\\setcounter{{{k}}}{{{n}}}" for k, n in settings.items())
        chapter.insert(0, nodes.raw("", f"{code}\n", format="latex"))


def counters(env: BuildEnvironment, name: str) -> dict[str, int]:
    """LaTeX's counters just before a chapter begins."""
    number: tuple[int, ...] = env.toc_secnumbers.get(name, {}).get("", ())
    if number:
        return {"secnumdepth": ALL_HEADINGS, "chapter": number[0] - 1}
    start = {"secnumdepth": NO_HEADINGS, "chapter": 0}
    for kind, counter in COUNTERS.items():
        numbered = env.toc_fignumbers.get(name, {})
        if first := [place[-1] for place in numbered.get(kind, {}).values()]:
            start[counter] = min(first) - 1
    return start
