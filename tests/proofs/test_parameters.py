"""The parameters that are chosen for Theorem 2: they fit, are as rational as they can be, and simple."""

from fractions import Fraction
from math import gcd, isqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck import InputError
from exactcheck.claims.collection import collect_all, find
from exactcheck.claims.request import Request, constraint_of, request_of

(THEOREM,) = find("zhang-2025/theorem-2/symmetric", collect_all())
SMALL = st.fractions(Fraction(1, 30), 1, max_denominator=30).filter(bool)
RELATIONS = st.sampled_from(["=", "<", "<=", ">", ">="])
ASKED = st.dictionaries(st.sampled_from(["alpha", "epsilon", "delta"]), st.tuples(RELATIONS, SMALL), max_size=3)


def chosen(**asked):
    """r, r*, alpha^4, epsilon^2 and delta^2, and whether alpha and epsilon are rational."""
    return parts(THEOREM.choose(request_of(asked)))


def parts(choice):
    """The numbers behind a choice."""
    given_ = {name: Fraction(value) for name, value in choice.parameters.items()}
    rational = choice.claim.endswith("rational-parameters")
    alpha = given_["alpha"] ** 4 if rational else given_["alpha_fourth"]
    epsilon = given_["epsilon"] ** 2 if rational else given_["epsilon_squared"]
    r, r_star = given_["r"], given_["r_star"]
    return r, r_star, alpha, epsilon, alpha * (r / r_star + 2 * r * epsilon), rational


def is_square(x):
    """True for squares of rational numbers."""
    return x >= 0 and all(isqrt(part) ** 2 == part for part in (x.numerator, x.denominator))


def holds(square, relation, value, exponent):
    """True if a number with this power is related so to the value."""
    bound = value**exponent
    return {"=": square == bound, "<": square < bound, "<=": square <= bound, ">": square > bound}.get(
        relation, square >= bound
    )


@given(ASKED, st.integers(1, 4), st.integers(1, 4))
def test_what_is_chosen_fits(asked, r, r_star):
    assume(r >= r_star)
    constraints = tuple(constraint_of(name, f"{relation}{value}") for name, (relation, value) in asked.items())
    request = Request((*constraints, constraint_of("r", r), constraint_of("r_star", r_star)))
    try:
        choice = THEOREM.choose(request)
    except InputError:
        assert not solvable(asked, Fraction(r), Fraction(r_star))
        return
    *_, alpha, epsilon, delta, _ = parts(choice)
    assert 0 < delta <= 1
    powers = {"alpha": (alpha, 4), "epsilon": (epsilon, 2), "delta": (delta, 2)}
    for name, (relation, value) in asked.items():
        square, exponent = powers[name]
        assert holds(square, relation, value, exponent)
    assert choice.parameters["n"] == r + r_star


def solvable(asked, r, r_star):
    """True if one of many alpha and epsilon (powers of them) fits: a request that is refused must have none."""
    grid = [Fraction(p, q) for p in range(1, 31) for q in (1, 7, 30)]
    alphas = [asked["alpha"][1]] if asked.get("alpha", "x")[0] == "=" else grid
    epsilons = [asked["epsilon"][1]] if asked.get("epsilon", "x")[0] == "=" else grid
    fixed = asked["delta"][1] if asked.get("delta", "x")[0] == "=" else None
    for alpha in alphas:
        for epsilon in epsilons:
            spread = r / r_star + 2 * r * epsilon**2
            delta = alpha**4 * spread
            fourth = alpha**4 if fixed is None or "alpha" in asked else fixed**2 / spread
            tried = {"alpha": (fourth, 4), "epsilon": (epsilon**2, 2), "delta": (fourth * spread, 2)}
            if delta <= 1 and all(holds(tried[k][0], rel, v, tried[k][1]) for k, (rel, v) in asked.items()):
                return True
    return False


@pytest.mark.parametrize(
    ("asked", "alpha", "epsilon"),
    [
        ({"r": 1, "delta": "7/25"}, "7/15", "4/7"),
        ({"r": 2, "r_star": 2, "delta": "4000/4000001"}, "4000/4000001", "3999999/8000"),
        ({"r": 2, "delta": 1}, "2/3", "7/8"),
        ({"alpha": "2/9", "epsilon": "56/17", "r": 4}, "2/9", "56/17"),
        ({"alpha": "1/2"}, "1/2", "1"),
    ],
)
def test_known_instances(asked, alpha, epsilon):
    _, _, fourth, squared, _, rational = chosen(**asked)
    assert rational
    assert (fourth, squared) == (Fraction(alpha) ** 4, Fraction(epsilon) ** 2)


@pytest.mark.parametrize(("r", "r_star"), [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1), (3, 3)])
def test_the_simplest_rational_instance_is_found(r, r_star):
    _, _, alpha, epsilon, delta, rational = chosen(r=r, r_star=r_star)
    assert rational and is_square(1 - delta)
    found = max(height(alpha, 4), height(epsilon, 2))
    lower = [(Fraction(u, v), Fraction(a, b)) for v in range(1, found) for u in range(1, v) if gcd(u, v) == 1
             for b in range(1, found) for a in range(1, found) if gcd(a, b) == 1]  # fmt: skip
    spreads = ((x**4, Fraction(r, r_star) + 2 * r * y**2) for x, y in lower)
    assert not any(is_square(1 - x * spread) for x, spread in spreads)


def height(power, exponent):
    """The height of the root."""
    return round(max(power.numerator, power.denominator) ** (1 / exponent))


@pytest.mark.parametrize("bound", ["1/10", "1/100"])
@pytest.mark.parametrize(("r", "r_star"), [(1, 1), (2, 1), (2, 2), (3, 2)])
def test_small_constants_with_everything_rational(r, r_star, bound):
    *_, delta, rational = chosen(r=r, r_star=r_star, delta=f"<{bound}")
    assert rational and is_square(1 - delta) and delta < Fraction(bound) ** 2


@pytest.mark.parametrize("bound", ["1/100000", "1/10000000000"])
def test_very_small_constants_with_a_rational_operator(bound):
    _, _, alpha, epsilon, delta, _ = chosen(r=3, r_star=1, delta=f"<{bound}")
    assert is_square(alpha) and is_square(epsilon) and is_square(1 - delta)
    assert delta < Fraction(bound) ** 2


@pytest.mark.parametrize(
    ("r", "r_star", "rational"), [(1, 1, True), (2, 1, True), (2, 2, True), (3, 1, True), (5, 1, False)]
)
def test_a_given_constant_has_a_rational_gram_operator_where_the_conic_has_a_point(r, r_star, rational):
    # alpha^2 and epsilon are rational with delta exactly if s^2 = r/r* + 2 r epsilon^2 has rational solutions; for
    # r = 5, r* = 1 it has none: 10 epsilon^2 + 5 = s^2 has no solution in the field of 5-adic numbers
    _, _, alpha, epsilon, delta, _ = chosen(r=r, r_star=r_star, delta="1/1000")
    assert delta == Fraction(1, 10**6)
    assert (is_square(alpha) and is_square(epsilon)) == rational
