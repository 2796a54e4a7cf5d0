"""npm packages by name, version and hash: npm fetches them, and runs none of them.

A folder names them in `package.json` and pins them in `package-lock.json`, which holds
no address. Only tests need such packages: a book is built without npm.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

FILES = ("package.json", "package-lock.json")
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
INSTALLED = "installed"  # holds the lock whose packages lie beside it


class AssetsError(Exception):
    """What keeps packages from being had, and what to do."""


def install(folder: Path, target: Path) -> Path:
    """The `node_modules` below target that holds the packages of folder's lock.

    Nothing is fetched where they lie there already. AssetsError: npm is missing, the
    lock leaves something open, or what was fetched is not what it pins.
    """
    lock = (folder / FILES[1]).read_text("utf-8")
    if faults := open_ends(lock):
        raise AssetsError(f"{folder / FILES[1]}: {', '.join(faults)}. Type: make lock")
    stamp = target / INSTALLED
    if not stamp.exists() or stamp.read_text("utf-8") != lock:
        target.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        for name in FILES:
            shutil.copyfile(folder / name, target / name)
        npm(target, "ci")
        stamp.write_text(lock, encoding="utf-8")
    return target / "node_modules"


def lock(folder: Path) -> None:
    """Pin anew what the folder's `package.json` asks for."""
    npm(folder, "install", "--package-lock-only", "--omit-lockfile-registry-resolved")
    path = folder / FILES[1]
    pinned = json.loads(path.read_text("utf-8"))
    for package in pinned["packages"].values():
        package.pop("funding", None)  # addresses, which nobody who installs needs
    path.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


def open_ends(lock: str) -> list[str]:
    """What a lock says that may change, or that only some machines can reach."""
    packages: dict[str, dict[str, str]] = json.loads(lock)["packages"]
    named = [(name, package) for name, package in packages.items() if name]
    hashes = [(name, package.get("integrity", "")) for name, package in named]
    loose = [f"{name} has no hash" for name, h in hashes if not h.startswith("sha512-")]
    return loose + (["it holds an address"] if "://" in lock else [])


def npm(folder: Path, *arguments: str) -> None:
    """Run npm in a folder; AssetsError where it is missing or says no."""
    program = shutil.which("npm")
    if program is None:
        raise AssetsError("npm is not installed: apt-get install npm (Debian, Ubuntu)")
    command = [program, *arguments, *QUIET]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if run.returncode:
        raise AssetsError(f"npm {arguments[0]} in {folder}: {run.stderr.strip()}")


if __name__ == "__main__":
    lock(Path(sys.argv[1]))
