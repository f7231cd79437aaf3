"""Powers of an element modulo equations: the rule, what it takes and what it rejects."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.multiplication import Basis, Multiplication
from exactcheck.kernel.polynomial import Polynomial, total
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.solution_trees import RULES

X, Y, W = map(Polynomial.letter, "xyw")
x, y = ["letter", "x"], ["letter", "y"]


def circle_and_hyperbola():
    """x^2 + y^2 = 5 and x y = 2, with y^3 = 5 y - 2 x: the points +-(1, 2) and +-(2, 1)."""
    known = Known(Problem([])).declaring("x").declaring("y").at([X, Y])
    equations = [X * X + Y * Y - 5, X * Y - 2, Y**3 - 5 * Y + 2 * X]
    for equation in equations:
        known = known.supposing(equation, "=")
    return known


def node(**changed):
    """y^4 - 5 y^2 + 4 = 0 and 2 x = 5 y - y^3."""
    return {
        "powers": y,
        "letter": "w",
        "basis": ["1", x, y, ["^", y, 2]],
        "equations": [0, 1, 2],
        "border": [["*", x, ["^", y, 2]]],
        "vanishing": ["4", "0", "-5", "0", "1"],
        "denominator": ["2"],
        "coordinates": [[x, ["0", "5", "0", "-1"]]],
        "then": None,
        **changed,
    }


def applied(**changed):
    """What is known after the rule."""
    ((case, _),) = RULES["powers"](circle_and_hyperbola(), node(**changed))
    return case


def test_a_letter_by_which_the_others_are_given():
    new = applied().equations[3:]
    assert new == (W - Y, 4 - 5 * W**2 + W**4, 2 * X - 5 * W + W**3)


def test_a_combination_and_a_denominator():
    # at u = x + y: (x + y)^2 = 9, and x^2 - y^2 = (x + y)(x - y) is no polynomial in u, while y u - 2 = y^2
    found = applied(
        powers=["+", x, y],
        border=[["*", x, ["^", y, 2]]],
        vanishing=["-9", "0", "1"],
        denominator=["1"],
        coordinates=[[["+", ["*", "2", x], ["*", "2", y]], ["0", "2"]]],
    )
    assert found.equations[4:] == (W**2 - 9, 2 * X + 2 * Y - 2 * W)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"vanishing": ["4", "0", "-5", "0", "2"]}, "vanish"),
        ({"vanishing": ["-1", "1"]}, "vanish"),
        ({"coordinates": [[x, ["0", "5", "0", "1"]]]}, "coordinate"),
        ({"denominator": ["1"]}, "coordinate"),
        ({"coordinates": [[["^", x, 3], ["0"]]]}, "not known in terms"),
        ({"basis": [x, "1", y, ["^", y, 2]]}, "basis of 1"),
        ({"basis": []}, "basis of 1"),
        ({"basis": ["1", x, y, y]}, "basis of 1"),
        ({"basis": ["1", x, y, ["*", "2", ["^", y, 2]]]}, "monomial was expected"),
        ({"basis": ["1", x, y, ["+", x, ["^", y, 2]]]}, "monomial was expected"),
        ({"basis": ["1", x, y]}, "several monomials"),
        ({"equations": [1, 2]}, None),
        ({"equations": [0, 1]}, "not known in terms"),
        ({"border": [["*", ["^", x, 2], ["^", y, 2]]]}, "no letter times"),
        ({"border": []}, None),
        ({"powers": ["^", y, 2]}, "not known in terms"),
        ({"letter": "x"}, "declared twice"),
        ({"equations": [3]}, "3"),
    ],
)
def test_what_is_rejected(changed, reason):
    if reason is None:
        assert applied(**changed).equations == applied().equations
        return
    with pytest.raises(Rejected, match=reason):
        applied(**changed)


def test_an_equation_without_another_monomial_says_nothing():
    with pytest.raises(Rejected, match="several monomials"):
        Basis({(): 0, (("x", 1),): 1}).learn(X - 1)


INTEGERS = st.integers(-4, 4)


@given(st.lists(INTEGERS, min_size=2, max_size=4), st.lists(INTEGERS, min_size=1, max_size=5))
def test_powers_are_remainders(lower, coefficients):
    # modulo one polynomial in x the row e_0 p(M) is the remainder of p
    degree = len(lower)
    modulus = total([X**degree * Fraction(3), *(X**k * Fraction(c) for k, c in enumerate(lower))])
    basis = Basis({((("x", k),) if k else ()): k for k in range(degree)})
    basis.learn(modulus)
    row = Multiplication.by(X, basis).at_powers([Fraction(c) for c in coefficients], (1, {0: 1}))
    rest = total(X**k * Fraction(c) for k, c in enumerate(coefficients))
    while any(dict(m).get("x", 0) >= degree for m in rest.terms):
        power = max(dict(m).get("x", 0) for m in rest.terms)
        rest = rest - modulus * X ** (power - degree) * (rest.terms[(("x", power),)] / 3)
    assert row == [rest.terms.get((("x", k),) if k else (), 0) for k in range(degree)]
