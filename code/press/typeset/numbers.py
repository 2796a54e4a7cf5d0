"""Numbers and days that agree: pages are written anew when what they show changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..source.history import days_of_change


def pages_that_show_numbers(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Every page when a title or a number changed: others may show it."""
    kept = vars(env)
    before, kept["press_numbers"] = kept.get("press_numbers"), numbers(env)
    return [] if before in (None, kept["press_numbers"]) else env.found_docs


def pages_that_show_another_day(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Every page whose last recorded change is another than when it was written."""
    kept = vars(env)
    days = days_of_change(Path(app.srcdir))
    now = {name: days.get(str(env.doc2path(name, base=False))) for name in env.all_docs}
    before, kept["press_days"] = kept.get("press_days", now), now
    return [name for name in now if before.get(name) != now[name]]


def numbers(env: BuildEnvironment) -> str:
    """A hash of all that one page may show of another."""
    titles = {name: title.astext() for name, title in env.titles.items()}
    equations = env.domaindata["math"]["objects"]
    labels = env.domaindata["std"]["labels"]
    shown = [titles, env.toc_secnumbers, env.toc_fignumbers, equations, labels]
    ordered = repr([sorted(part.items()) for part in shown])
    return hashlib.sha256(ordered.encode()).hexdigest()
