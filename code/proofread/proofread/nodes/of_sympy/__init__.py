"""What SymPy's own nodes are to readers, printer and mutants.

Importing the modules declares them; they offer nothing else.
"""

from . import (
    algebra,
    branches,
    calculus,
    cases,
    determinants,
    elementary,
    explicit,
    functions,
    gammas,
    imaginary,
    indexed,
    integrals,
    inverses,
    limits,
    matrices,
    matrix_names,
    names,
    powers,
    products,
    rounding,
    sums,
)

__all__ = [
    "algebra",
    "branches",
    "calculus",
    "cases",
    "determinants",
    "elementary",
    "explicit",
    "functions",
    "gammas",
    "imaginary",
    "indexed",
    "integrals",
    "inverses",
    "limits",
    "matrices",
    "matrix_names",
    "names",
    "powers",
    "products",
    "rounding",
    "sums",
]
