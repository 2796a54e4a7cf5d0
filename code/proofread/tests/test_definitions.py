"""The one thing both readers share: what names stand for."""

import sympy as sp
from sympy import IndexedBase

from proofread.definitions import Definitions
from proofread.nodes import functions, indices

t, u, w = sp.symbols("t u w", real=True)
p, z = IndexedBase("p", shape=(3,)), IndexedBase("z", shape=(3,))
i, j = indices("i j", 3)
sigma = functions("sigma")


def test_a_symbol_stands_for_its_value():
    assert Definitions([(t, u + 1)]).lookup(t) == (u + 1, {})


def test_an_indexed_name_binds_its_index():
    value, bound = Definitions([(p[i], z[i] ** 2)]).lookup(p[j]) or (p, {})
    assert value.xreplace(bound) == z[j] ** 2


def test_a_function_binds_its_argument():
    found = Definitions([(sigma(t), sp.exp(t))]).lookup(sigma(u * w))
    value, bound = found or (t, {})
    assert value.xreplace(bound) == sp.exp(u * w)


def test_what_is_not_defined_stands_for_nothing():
    assert Definitions([(t, u)]).lookup(w) is None


def test_atoms_are_found_through_definitions():
    chain = Definitions([(t, u + 1), (u, w**2)])
    assert chain.atoms(sp.sin(t), sp.Symbol) == {t, u, w}


def test_a_defined_name_is_held_and_a_free_one_is_not():
    defined = Definitions([(p[i], z[i]), (sigma(t), t)])
    assert defined.holds(p)
    assert defined.holds(sigma)
    assert not defined.holds(z)
