"""What reading back came to, kept between builds under the digest of all it read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast

from ..audit.engine import engine
from ..bundle import Bundle, as_json
from ..reading import Formulas, Statement, Unreadable, fault

KEPT = 20_000


class Readings:
    """Reads statements back, each rendering once.

    listed: why the statements of these keys cannot be read.
    """

    def __init__(
        self, path: Path | None = None, listed: Mapping[str, str] = {}
    ) -> None:
        self.path, self.listed = path, dict(listed)
        self.kept = _kept(path) if path else {}
        self._statements: dict[str, Statement] = {}

    def unread(self, bundle: Bundle) -> str:
        """Why a statement is not read back; empty where it is."""
        if bundle.sample is None:
            return "it carries no numbers"
        return self.listed.get(bundle.key, "")

    def fault(
        self, bundle: Bundle, used: Sequence[Bundle], source: str, formulas: Formulas
    ) -> str:
        """What is wrong with some formulas of a statement; empty where nothing is.

        used: definitions that it relies on.  source: what the formulas were cut from.
        """
        return self.once(
            [bundle, *used], source, lambda: self._read(bundle, used, formulas)
        )

    def once(
        self, bundles: Sequence[Bundle], source: str, told: Callable[[], str]
    ) -> str:
        """What is told of some statements and of a text, worked out once."""
        digest = self._digest(bundles, source)
        if digest not in self.kept:
            self.kept[digest] = told()
        return self.kept[digest]

    def keep(self) -> None:
        """Write down what was read."""
        if self.path:
            newest = dict(list(self.kept.items())[-KEPT:])
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(newest, indent=0), encoding="utf-8")

    @cached_property
    def _engine(self) -> str:
        return engine(without=("audit", "running"))

    def _digest(self, bundles: Sequence[Bundle], source: str) -> str:
        told = [as_json(bundle) for bundle in bundles]
        text = json.dumps([self._engine, told, source], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def _read(self, bundle: Bundle, used: Sequence[Bundle], formulas: Formulas) -> str:
        try:
            if bundle.key not in self._statements:
                self._statements[bundle.key] = Statement(bundle, used)
            return fault(self._statements[bundle.key], formulas)
        except Unreadable as error:
            return str(error)


def _kept(path: Path) -> dict[str, str]:
    try:
        return cast(dict[str, str], json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
