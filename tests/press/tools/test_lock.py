"""The lock file pins what is installed, names no address, and covers every choice."""

import re
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def locked(root) -> dict[str, tuple[Requirement, str]]:
    """Every pinned package with its requirement and its hashes."""
    text = (root / "requirements.txt").read_text("utf8")
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", ""))
    pins = [
        (Requirement(entry.split("--hash")[0].split("#")[0]), entry)
        for entry in entries
        if entry.strip() and not entry.startswith("#")
    ]
    return {canonicalize_name(pin.name): (pin, entry) for pin, entry in pins}


def test_every_package_is_pinned_with_a_hash(locked):
    for pin, entry in locked.values():
        assert re.fullmatch(r"==[^*]+", str(pin.specifier)), pin
        assert "--hash=sha256:" in entry, pin


def test_no_address_is_named(root):
    for name in ("requirements.in", "requirements.txt", "pyproject.toml"):
        assert "://" not in (root / name).read_text("utf8")


def test_every_choice_is_pinned(root, locked):
    lines = (root / "requirements.in").read_text("utf8").splitlines()
    chosen = [
        Requirement(text) for line in lines if (text := line.split("#")[0].strip())
    ]
    assert {canonicalize_name(choice.name) for choice in chosen} <= locked.keys()


def test_what_is_installed_is_what_is_pinned(locked):
    here = [
        pin for pin, _ in locked.values() if not pin.marker or pin.marker.evaluate()
    ]
    wrong = {str(pin) for pin in here if not pin.specifier.contains(version(pin.name))}
    assert wrong == set()
