"""npm packages are those that the lock pins, or none."""

import json
import shutil
from pathlib import Path

import pytest

from press.tools.assets import AssetsError, install, open_ends
from press.tools.scripts import PACKAGES

NPM_IS_MISSING = shutil.which("npm") is None


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder that asks for one package, and pins it by a hash that is not its own."""
    wanted = {"name": "small", "private": True, "dependencies": {"ms": "2.1.3"}}
    pinned = {"version": "2.1.3", "integrity": f"sha512-{'A' * 86}=="}
    packages = {"": wanted, "node_modules/ms": pinned}
    lock = {"name": "small", "lockfileVersion": 3, "packages": packages}
    (tmp_path / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return tmp_path


def test_the_lock_pins_every_package_by_hash_and_names_no_address(root):
    assert open_ends((root / PACKAGES / "package-lock.json").read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["package.json", "package-lock.json"])
def test_versions_asked_for_are_exact(root, name):
    asked = json.loads((root / PACKAGES / name).read_text("utf-8"))
    wanted = asked.get("packages", {}).get("", asked)["devDependencies"]
    assert all(version[0].isdigit() for version in wanted.values())


@pytest.mark.skipif(NPM_IS_MISSING, reason="no npm: apt-get install npm")
def test_a_package_that_is_not_the_pinned_one_is_refused(small, tmp_path, monkeypatch):
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(AssetsError, match=r"npm ci in .*EINTEGRITY"):
        install(small, tmp_path / "here")
    assert not (tmp_path / "here/installed").exists()


@pytest.mark.parametrize("fault", ["no hash", "an address"])
def test_a_lock_that_leaves_something_open_is_refused(small, tmp_path, fault):
    path = small / "package-lock.json"
    loose = {"no hash": ("sha512-", "sha1-"), "an address": ("2.1.3", "a://b")}
    path.write_text(path.read_text("utf-8").replace(*loose[fault]), encoding="utf-8")
    with pytest.raises(AssetsError, match=f"{fault}.*make lock"):
        install(small, tmp_path / "here")


def test_without_npm_the_error_says_what_to_install(small, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AssetsError, match="apt-get install npm"):
        install(small, tmp_path / "here")
