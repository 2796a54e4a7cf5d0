"""What the audit found out about each statement, as its file says it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from sphinx.util import logging

from ..audit.engine import engine
from ..audit.figures import VERSION

logger = logging.getLogger(__name__)


class Survivor(TypedDict):
    """A slightly other statement that nobody can refute, because it is true.

    line: of a derivation.
    """

    latex: str
    reason: str
    line: NotRequired[int]


class AuditRow(TypedDict):
    """How many mutants of a statement each reader caught; drawn_from: of how many."""

    fingerprint: str
    mutants: int
    numeric: int
    symbolic: int
    without_value: int
    survivors: list[Survivor]
    drawn_from: NotRequired[int]


def read_audits(path: Path) -> dict[str, AuditRow]:
    """The rows of the last audit, by key.

    None, where it cannot be read or was not made by this engine.
    """
    if not path.is_file():
        return {}
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        logger.info("%s is damaged: audit anew to show its figures", path)
        return {}
    if record.get("version") != VERSION:
        logger.info("%s is of another version: audit anew to show its figures", path)
        return {}
    if record.get("engine") != engine():
        logger.info("%s is of another engine: audit anew to show its figures", path)
        return {}
    return cast(dict[str, AuditRow], record["claims"])
