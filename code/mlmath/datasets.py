"""The book's data: files that scikit-learn and statsmodels install, read by NumPy.

Nothing is downloaded. Every loader returns fresh NumPy arrays; classes are the integers
0 .. k - 1, in the order of their names. Origins and licenses: reference/datasets.
"""

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

from ._installed import sklearn_file, statsmodels_table
from .generators import perturbed


class Classification(NamedTuple):
    """X: (n, d) features; y: (n,) class numbers; the names of both."""

    X: NDArray[np.float64]
    y: NDArray[np.int64]
    features: tuple[str, ...]
    classes: tuple[str, ...]


class Regression(NamedTuple):
    """X: (n, d) features; y: (n,) response; the names of both."""

    X: NDArray[np.float64]
    y: NDArray[np.float64]
    features: tuple[str, ...]
    response: str


class Series(NamedTuple):
    """time: (n,) days, datetime64; y: (n,), NaN where nothing was measured."""

    time: NDArray[np.datetime64]
    y: NDArray[np.float64]
    response: str


Data = TypeVar("Data", Classification, Regression, Series)


def _measured(load: Callable[[], Data]) -> Callable[[], Data]:
    """The loader, whose real numbers a rerun may change slightly."""

    @wraps(load)
    def loaded() -> Data:
        found = load()
        return type(found)(*map(perturbed, found))

    return loaded


@_measured
def iris() -> Classification:
    """Return 150 irises of three species, four lengths in cm.

    Fisher (1936), from measurements by Anderson. License: CC BY 4.0 (UCI).
    """
    X, y = _features_and_class("iris.csv")
    features = "sepal length", "sepal width", "petal length", "petal width"
    return Classification(X, y, features, ("setosa", "versicolor", "virginica"))


@_measured
def digits() -> Classification:
    """Return 1797 handwritten digits: 8 x 8 pixels row by row, ink from 0 to 16.

    The test half of Alpaydin and Kaynak (1998), 13 writers. License: CC BY 4.0 (UCI).
    """
    X, y = np.split(
        np.loadtxt(sklearn_file("digits.csv.gz"), delimiter=","), [64], axis=1
    )
    features = tuple(
        f"pixel {row}, {column}" for row in range(8) for column in range(8)
    )
    return Classification(X, _classes(y), features, tuple("0123456789"))


@_measured
def breast_cancer() -> Classification:
    """Return 569 tumors, 212 malignant (0) and 357 benign (1), by their cell nuclei.

    Ten measurements in 30 features: mean, standard error and worst (the mean of the
    three largest); the source states no units of length.
    Wolberg, Mangasarian and Street (1995). License: CC BY 4.0 (UCI).
    """
    X, y = _features_and_class("breast_cancer.csv")
    measured = (
        "radius,texture,perimeter,area,smoothness,compactness,concavity,concave points"
    )
    names = (*measured.split(","), "symmetry", "fractal dimension")
    kinds = "mean", "standard error", "worst"
    features = tuple(f"{name} ({kind})" for kind in kinds for name in names)
    return Classification(X, y, features, ("malignant", "benign"))


@_measured
def wine() -> Classification:
    """Return 178 wines of three cultivars, 13 measurements on very unlike scales.

    Forina and others, PARVUS (1988), one region of Italy. License: CC BY 4.0 (UCI).
    """
    X, y = _features_and_class("wine_data.csv")
    features = (
        "alcohol,malic acid,ash,alcalinity of ash,magnesium,total phenols,flavanoids,"
        "nonflavanoid phenols,proanthocyanins,color intensity,hue,OD280/OD315,proline"
    )
    return Classification(X, y, tuple(features.split(",")), ("0", "1", "2"))


@_measured
def diabetes() -> Regression:
    """Return 442 patients, ten measurements in their units, progression in a year.

    Age in years, sex (1 or 2), body mass index in kg/m², mean blood pressure in mmHg,
    six blood serum values. Efron, Hastie, Johnstone and Tibshirani (2004).
    License: none stated.
    """
    X = np.loadtxt(sklearn_file("diabetes_data_raw.csv.gz"))
    y = np.loadtxt(sklearn_file("diabetes_target.csv.gz"))
    features = (
        "age",
        "sex",
        "bmi",
        "blood pressure",
        "tc",
        "ldl",
        "hdl",
        "tch",
        "ltg",
        "glucose",
    )
    return Regression(X, y, features, "progression")


@_measured
def longley() -> Regression:
    """Return United States employment 1947-1962 and six nearly collinear features.

    Longley (1967): price index (1954 is 100), product in millions of dollars, year;
    the others in thousands of people. License: public domain.
    """
    table = statsmodels_table("longley")
    features = (
        "price index",
        "product",
        "unemployed",
        "armed forces",
        "population",
        "year",
    )
    return Regression(table[:, 2:], table[:, 1], features, "employed")


@_measured
def stackloss() -> Regression:
    """Return 21 days of a nitric acid plant: three settings and the ammonia lost.

    Brownlee (1965): loss in tenths of a percent; acid as 10 (percent - 50).
    License: public domain.
    """
    table = statsmodels_table("stackloss")
    features = "air flow", "water temperature", "acid concentration"
    return Regression(table[:, 1:], table[:, 0], features, "ammonia lost")


@_measured
def spector() -> Classification:
    """Return 32 students: grade average, test score, whether taught a new way.

    y: 1 if the grade improved. Spector and Mazzeo (1980).
    License: used with permission, all rights with the author.
    """
    table = statsmodels_table("spector", delimiter=None)
    features = "grade average", "test score", "new method"
    return Classification(
        table[:, 1:4], _classes(table[:, 4]), features, ("same", "improved")
    )


@_measured
def engel() -> Regression:
    """Return 235 Belgian households of 1857: yearly income and food, both in francs.

    Engel (1857), by way of Koenker and Bassett (1982). License: public domain.
    """
    table = statsmodels_table("engel")
    return Regression(table[:, :1], table[:, 1], ("income",), "food")


@_measured
def fair() -> Regression:
    """Return 6366 answers of married women; the response is time spent in affairs.

    Fair (1978): ages and times in years; grades from 1 (low) upwards.
    License: used with permission of the author.
    """
    table = statsmodels_table("fair")
    features = (
        "rate of marriage,age,years married,children,religious,education,occupation,"
        "husband's occupation"
    )
    return Regression(
        table[:, :-1], table[:, -1], tuple(features.split(",")), "affairs"
    )


@_measured
def co2() -> Series:
    """Return 2284 weekly means of carbon dioxide at Mauna Loa in ppm, 1958-2001.

    59 weeks are missing. Keeling and Whorf (2004). License: public domain.
    """
    table = statsmodels_table("co2")
    days = [
        f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in table[:, 0].astype(int).astype(str)
    ]
    return Series(np.array(days, dtype="datetime64[D]"), table[:, 1], "carbon dioxide")


def china() -> NDArray[np.float64]:
    """Return a photograph of a temple, (427, 640, 3): red, green, blue in [0, 1].

    Photograph: Daniel Buechele, 2011. License: CC BY 2.0.
    """
    with Image.open(sklearn_file("china.jpg", folder="images")) as photograph:
        return perturbed(np.asarray(photograph, dtype=float) / 255)


def train_test_split(n: int, rng: Generator, test_fraction=0.25):
    """Return the indices (train, test) of n examples, shuffled; they share none."""
    return _cut(rng.permutation(n), test_fraction)


def stratified_split(y: NDArray, rng: Generator, test_fraction=0.25):
    """Return indices (train, test), each with every class in its share."""
    members = [rng.permutation(np.flatnonzero(y == k)) for k in np.unique(y)]
    train, test = zip(
        *(_cut(indices, test_fraction) for indices in members), strict=True
    )
    return rng.permutation(np.concatenate(train)), rng.permutation(np.concatenate(test))


def standardize(train: NDArray, test: NDArray):
    """Return both with the mean and standard deviation of `train`'s columns taken out.

    The test rows play no part in the scaling. A constant column is only centered.
    """
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation > 0, deviation, 1.0)
    return (train - mean) / deviation, (test - mean) / deviation


def _cut(indices, test_fraction):
    held_out = round(test_fraction * len(indices))
    return indices[held_out:], indices[:held_out]


def _features_and_class(name):
    table = np.loadtxt(sklearn_file(name), delimiter=",", skiprows=1)
    return table[:, :-1], _classes(table[:, -1])


def _classes(y):
    return y.astype(np.int64).ravel()
