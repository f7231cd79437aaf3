"""The expressions behind a result, rebuilt."""

import pytest
import sympy

from exactcheck import InputError, Positive, matrix
from exactcheck.claims.rebuild import rebuilt, rebuilt_as_sympy
from exactcheck.claims.result import Result
from exactcheck.claims.run import build, decide_run
from exactcheck.landscape import positive_definite
from tests.claims.papers import claim_of


def stretched(a: Positive):
    shape = matrix([[a, 1], [1, 2]]).named("S")
    yield positive_definite(shape + shape)
    yield a**2 + 1 >= 2 * a


def result(*runs):
    claim = claim_of(stretched, *runs)
    return Result(claim, tuple(decide_run(build(claim, values)) for values in claim.runs))


def test_a_result_is_rebuilt_at_its_parameters():
    found = result({"a": "3/2"}, {"a": 2})
    assert rebuilt(found).parameters == {"a": "3/2"}
    assert rebuilt(found).written == build(found.claim, {"a": "3/2"}).written


def test_sympy_gets_definitions_and_comparisons():
    found = rebuilt_as_sympy(result({"a": "3/2"}))
    assert found["S"] == sympy.Matrix([[sympy.Rational(3, 2), 1], [1, 2]])
    assert set(found) == {"S", "statement 2"}


def test_letters_are_symbols():
    found = rebuilt_as_sympy(result({}))
    (symbol,) = found["statement 2"].free_symbols
    assert found["S"] == sympy.Matrix([[symbol, 1], [1, 2]])
    assert found["statement 2"] == (symbol**2 + 1 >= 2 * symbol)


def test_without_a_run_there_is_nothing_to_rebuild():
    with pytest.raises(InputError, match="mine/claim: there is no run to rebuild"):
        rebuilt(Result(claim_of(stretched), ()))
