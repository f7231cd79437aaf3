"""Second-order jets against the derivatives that sympy takes."""

from fractions import Fraction

import sympy
from flint import fmpq
from hypothesis import given

from exactcheck.exact.jets import Jet
from tests.exact.trees import NAMES, SYMBOLS, computed, in_sympy, plain, points, trees


def rational(value):
    """A fraction for FLINT."""
    return fmpq(value.numerator, value.denominator)


def without_minus(tree):
    """The same formula with sums and negatives for differences, which jets do not have."""
    if not isinstance(tree, tuple):
        return tree
    operation, *parts = tree
    first, *others = map(without_minus, parts)
    return ("+", first, ("neg", *others)) if operation == "-" else (operation, first, *others)


def in_jets(tree, at):
    """The formula at the point, one jet variable for each of x, y, z."""
    variables = {name: Jet(rational(at[name]), {i: fmpq(1)}) for i, name in enumerate(NAMES)}
    return Jet.of(computed(without_minus(tree), variables, lambda value: Jet(rational(value))))


def expansion(value):
    """Value, gradient and Hessian of a jet or a number, dense."""
    jet = Jet.of(value)
    gradient = [plain(jet.gradient.get(i, fmpq(0))) for i in range(3)]
    hessian = [[plain(jet.hessian.get(i, {}).get(j, fmpq(0))) for j in range(3)] for i in range(3)]
    return plain(jet.value), gradient, hessian


def derivatives(tree, at):
    """The same from sympy."""
    f, x = in_sympy(tree), list(SYMBOLS.values())
    place = {SYMBOLS[name]: sympy.Rational(value) for name, value in at.items()}

    def number(value):
        found = sympy.Rational(sympy.expand(value).subs(place))
        return Fraction(int(found.p), int(found.q))

    return number(f), [number(f.diff(u)) for u in x], [[number(f.diff(u, v)) for v in x] for u in x]


@given(trees, points)
def test_jets_are_taylor_expansions(tree, at):
    assert expansion(in_jets(tree, at)) == derivatives(tree, at)


@given(trees, points)
def test_numbers_mix_with_jets(tree, at):
    jet, two = in_jets(tree, at), fmpq(2)
    assert expansion(two * jet) == expansion(jet * two) == expansion(jet + jet)
    assert expansion(two + jet) == expansion(jet + two) == expansion(jet + Jet(two))
    assert expansion(Jet.sum([jet, two, jet])) == expansion(jet + jet + two)
    assert expansion(jet * fmpq(0)) == expansion(0 * jet) == expansion(jet + -jet)
    assert not jet * fmpq(0)


def test_what_cancels_is_not_kept():
    x = Jet(fmpq(1), {0: fmpq(1)})
    zero = x * x + -(x**2)
    assert (zero.value, zero.gradient, zero.hessian) == (0, {}, {})
    assert expansion(x**0) == expansion(fmpq(1))
