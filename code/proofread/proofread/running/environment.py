"""What a chapter's process sees of the machine: what a kernel of the build sees."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
    ),
    "1",
)
THE_SAME_EVERYWHERE = {
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
    "SOURCE_DATE_EPOCH": "0",
    "TZ": "UTC",
}
USERS_OWN = ("MATPLOTLIBRC", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONSTARTUP")


def environment(scratch: Path) -> dict[str, str]:
    """The variables of a chapter's process.

    scratch: a folder of its own, for what IPython writes.  No setting of the user's
    comes through: a chapter sees the packages that are installed, and no PYTHONPATH.
    """
    kept = {name: v for name, v in os.environ.items() if name not in USERS_OWN}
    inline = find_spec("IPython") and find_spec("matplotlib_inline")
    backend = "module://matplotlib_inline.backend_inline" if inline else "agg"
    own = {"IPYTHONDIR": str(scratch), "MPLBACKEND": backend}
    return kept | ONE_THREAD | THE_SAME_EVERYWHERE | own
