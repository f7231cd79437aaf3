"""Restricted isometry constants as statements."""

import pytest

from exactcheck import InputError, matrix
from exactcheck.landscape import measurements, rip_constant
from exactcheck.landscape.isometry_constant import IsometryConstant

OPERATOR = measurements([[[1, 0]], [[0, 1]]])
CONSTANT = rip_constant(OPERATOR, rank=1)


def test_comparisons_are_statements():
    for statement, relation in ((CONSTANT <= "1/2", "<="), (CONSTANT == "1/2", "=")):
        assert (statement.kind, statement["relation"]) == ("isometry", relation)
        assert statement["operator"] is OPERATOR
        assert (repr(statement["rank"]), repr(statement["constant"])) == ("1", "1/2")
        assert statement.hints == {}


def test_a_witness_is_a_hint():
    witness = (matrix([[1]]), matrix([[1], [0]]))
    assert (rip_constant(OPERATOR, 1, witness) == 0).hints == {"witness": witness}


def test_it_is_hashable_and_has_an_upper_bound_only():
    assert isinstance(CONSTANT, IsometryConstant)
    assert {CONSTANT: 1}[CONSTANT] == 1
    for compare in (lambda: CONSTANT >= 0, lambda: CONSTANT < 1, lambda: CONSTANT > 1):
        with pytest.raises(TypeError):
            compare()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: CONSTANT <= 0.5, "constant: the float 0.5"),
        (lambda: CONSTANT == "0.5", 'constant: .* write "1/2"'),
        (lambda: CONSTANT <= None, "constant: None"),
        (lambda: rip_constant(OPERATOR, rank=1.0), "rank: the float 1.0"),
        (lambda: rip_constant(OPERATOR, rank="one"), "rank: 'one'"),
    ],
)
def test_numbers_that_are_not_exact(make, words):
    with pytest.raises(InputError, match=words):
        make()


@pytest.mark.parametrize("rank", ["1/2", -1])
def test_a_rank_is_an_integer(rank):
    with pytest.raises(InputError, match="rank"):
        rip_constant(measurements([[[1]]]), rank=rank)
