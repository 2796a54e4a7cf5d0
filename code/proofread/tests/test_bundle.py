"""What a statement shows comes back from JSON as it was, or not at all."""

import json
import math
import pickle
from dataclasses import replace

import pytest
from sympy import Derivative, Symbol

from proofread import claim, refute
from proofread.bundle import VERSION, Bundle, Counterexample, as_json, from_json
from proofread.typed_json import MalformedJSON

t = Symbol("t", real=True)
SHOWN = [
    claim("slope", Derivative(t**3, t), 3 * t**2, title="Slope").bundle,
    refute("false-slope", Derivative(t**3, t), 2 * t**2).bundle,
]


@pytest.mark.parametrize("bundle", SHOWN, ids=lambda bundle: bundle.key)
def test_a_bundle_comes_back_from_an_output_and_from_a_pickle(bundle: Bundle) -> None:
    assert from_json(json.loads(json.dumps(as_json(bundle), allow_nan=False))) == bundle
    assert pickle.loads(pickle.dumps(bundle)) == bundle


def test_what_is_infinite_comes_back_from_standard_json() -> None:
    found = Counterexample({}, (), "unreadable", "2", math.inf, None)
    bundle = replace(SHOWN[1], counterexample=found)
    text = json.dumps(as_json(bundle), allow_nan=False)
    assert from_json(json.loads(text)) == bundle


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1, None])
def test_a_bundle_of_another_version_is_refused_with_both_versions(
    version: int | None,
) -> None:
    told = f"'slope' is of version {version}; this engine reads version {VERSION}"
    with pytest.raises(MalformedJSON, match=told):
        from_json(as_json(SHOWN[0]) | {"version": version})


CHANGES = {
    "has the unknown field 'color'": {"color": "red"},
    "'slope'.kind: 'clam' is not a valid Kind": {"kind": "clam"},
    "'slope'.numbered is 1, not of type bool": {"numbered": 1},
    "'slope'.lines is None, not a list": {"lines": None},
    "'slope'.uses\\[0\\] is 3, not of type str": {"uses": [3]},
    "'slope'.proof is 'easy', not an object with fields": {"proof": "easy"},
}


@pytest.mark.parametrize(("told", "change"), CHANGES.items(), ids=CHANGES)
def test_a_field_that_is_unknown_or_of_another_type_is_named(
    told: str, change: dict[str, object]
) -> None:
    with pytest.raises(MalformedJSON, match=told):
        from_json(as_json(SHOWN[0]) | change)


@pytest.mark.parametrize("name", [*as_json(SHOWN[0])][1:])
def test_every_field_is_wanted(name: str) -> None:
    entry = as_json(SHOWN[0])
    del entry[name]
    with pytest.raises(MalformedJSON, match=f"lacks the field '{name}'"):
        from_json(entry)


@pytest.mark.parametrize("entry", [None, [], "claim"])
def test_json_of_another_shape_is_refused(entry: object) -> None:
    with pytest.raises(MalformedJSON, match="not an object with fields"):
        from_json(entry)
