"""Files that other packages install, found without importing the packages."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np


def sklearn_file(name: str, folder: str = "data") -> Path:
    """Return the path of one of scikit-learn's data files."""
    return _folder_of("sklearn") / "datasets" / folder / name


def statsmodels_table(name: str, delimiter: str | None = ",") -> np.ndarray:
    """Return one of statsmodels' tables, (n, columns), NaN where a value is missing."""
    path = _folder_of("statsmodels") / "datasets" / name / f"{name}.csv"
    return np.genfromtxt(path, delimiter=delimiter, skip_header=1)


def _folder_of(package):
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            f"the data sets need {package}: pip install {package}"
        )
    return Path(spec.origin).parent
