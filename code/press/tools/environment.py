"""What every process of a build sees, so that no setting of the user's leaks in."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import yaml

ONE_THREAD_PER_KERNEL = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
    ),
    "1",
)
THE_SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "PYTHONNOUSERSITE": "1"}
USERS_OWN = (
    "JUPYTER_PATH",
    "MATPLOTLIBRC",
    "MPLBACKEND",
    "PERTURBATION",  # this, SEED_SHIFT, PROOFREAD_SEED: of reruns, which set them
    "PROOFREAD_SEED",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPATH",
    "PYTHONSTARTUP",  # IPython runs it in kernels too
    "SEED_SHIFT",
)


def isolate(root: Path) -> None:
    """Make this process and its children depend on the repository at root alone."""
    for name in USERS_OWN:
        os.environ.pop(name, None)
    os.environ.update(ONE_THREAD_PER_KERNEL | THE_SAME_EVERYWHERE)
    settings = root / "_build" / "settings"
    homes = {
        "IPYTHONDIR": settings / "ipython",
        "JUPYTER_CONFIG_DIR": settings / "jupyter",
        "MPLCONFIGDIR": Path(sys.prefix) / "var" / "matplotlib",  # slow to fill: kept
    }
    for name, home in homes.items():
        home.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(home)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(source_date(root)))


def source_date(root: Path) -> int:
    """Seconds since 1970 of the last commit; without Git, of the date of release."""
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        shown = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(shown.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return _release_date(root)


def _release_date(root: Path) -> int:
    """The day that the citation names; a book that is looked through tells faults."""
    try:
        told = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
        midnight = datetime.datetime.combine(
            told["date-released"], datetime.time(), datetime.UTC
        )
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError):
        return 0
    return int(midnight.timestamp())
