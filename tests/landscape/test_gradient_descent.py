"""Runs of gradient descent: the starts of the paper's figure, traps, and runs that end elsewhere."""

import pytest

from exactcheck import InputError, function, norm_squared
from exactcheck.landscape import gradient_descent_ends_in, gradient_descent_stays_in, invariant_region
from tests.decide.rechecking import proves, refutes
from tests.landscape.test_setwise_minima import COMPLETION

WELLS = function(lambda x: (x**2 - 1) ** 2, x=None)


def below(x1, x2, y1, y2):
    """The spurious setwise local minimum at infinity."""
    return [COMPLETION(x1, x2, y1, y2) < 2, x2 * y1 < 0]


@pytest.mark.parametrize(("b", "steps"), [("1/2", 12), ("1/4", 20)])
def test_starts_from_which_the_method_enters_the_minimum_at_infinity(b, steps):
    start = (1, f"-{b}", b, -1)
    assert proves(gradient_descent_ends_in(COMPLETION, start, "1/100", steps, below))
    assert refutes(gradient_descent_stays_in(COMPLETION, start, "1/100", steps, below))


def test_the_first_step_at_which_it_is_inside():
    """Exactly the twelfth: the eleventh iterate is certainly outside."""
    start = (1, "-1/2", "1/2", -1)
    assert refutes(gradient_descent_ends_in(COMPLETION, start, "1/100", 11, below))
    assert refutes(gradient_descent_ends_in(COMPLETION, start, "1/100", 0, below))


def test_a_trap_after_a_run():
    """The run ends in an interval that no later step leaves."""

    def interval(x):
        return [x >= "9/10", x <= "11/10"]

    assert proves(gradient_descent_ends_in(WELLS, [2], "1/100", 60, interval))
    assert proves(invariant_region(WELLS, interval, "1/100", cuts=(1,)))
    assert refutes(gradient_descent_ends_in(WELLS, [-2], "1/100", 60, interval))


def test_matrices_as_starts():
    f = function(lambda X: norm_squared(X), X=(2, 1))
    assert proves(gradient_descent_ends_in(f, ([[1], [2]],), "1/2", 1, lambda X: norm_squared(X) <= 0))
    assert proves(gradient_descent_stays_in(f, ([[1], [2]],), "1/4", 9, lambda X: norm_squared(X) <= 5))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: gradient_descent_ends_in(WELLS, [2], 0, 1, lambda x: x > 0), "step: 0 is no positive rational number"),
        (lambda: gradient_descent_ends_in(WELLS, [2], "1/2", -1, lambda x: x > 0), "steps: -1 is no number of steps"),
        (lambda: gradient_descent_ends_in(WELLS, [2, 3], "1/2", 1, lambda x: x > 0), "start: 2 parts instead of 1"),
        (lambda: gradient_descent_ends_in(WELLS, [0.5], "1/2", 1, lambda x: x > 0), "start: the float 0.5"),
        (lambda: gradient_descent_ends_in(WELLS, [1], "1/2", 1, lambda x: x == 0), "region: = is no relation here"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
