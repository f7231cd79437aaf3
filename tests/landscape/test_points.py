"""Points and bounds that do not fit their function."""

import pytest

from exactcheck import InputError, function, inner, matrix
from exactcheck.landscape.points import as_bounds, as_point

SCALAR = function(lambda x: x**2, x=None)
MATRIX = function(lambda u: inner(u, u), u=(2, 1))
BOTH = function(lambda x, u: x**2 + inner(u, u), x=None, u=(2, 1))
COLUMN = matrix([[1], [2]])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: as_point(BOTH, 1), "at: a point has 2 parts"),
        (lambda: as_point(BOTH, (1,)), "2 variables at a point with 1 parts"),
        (lambda: as_point(BOTH, (COLUMN, 1)), "not a rational number"),
        (lambda: as_point(MATRIX, [[1, 2]]), "a 2 x 1 and a 1 x 2 matrix"),
        (lambda: as_point(MATRIX, [[0.5], [1]]), r"entry \(1, 1\): the float 0.5"),
        (lambda: as_point(SCALAR, 0.5), "float 0.5"),
        (lambda: as_bounds(BOTH, (0,), None), "lower_bounds, upper_bounds: one bound, or one for each of the 2"),
        (lambda: as_bounds(BOTH, None, [1, 2, 3]), "one for each of the 2 variables"),
        (lambda: as_bounds(BOTH, 0.5, None), "lower_bounds: the float 0.5"),
        (lambda: as_bounds(BOTH, None, "0.5"), "upper_bounds: '0.5' is a decimal number"),
        (lambda: as_bounds(BOTH, COLUMN, None), "lower_bounds: .* is not a rational number"),
    ],
)
def test_points_and_bounds_that_do_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
