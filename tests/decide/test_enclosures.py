"""Comparisons on a box: each verdict is the kernel's, and none contradicts what floats see on a fine grid."""

from fractions import Fraction
from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import function, letter, point, scalar, sqrt
from exactcheck.decide.exponential_letters import common_divisor
from exactcheck.decide.simplest_rationals import simplest
from exactcheck.landscape import exp, for_all_reals, log, on_box, sigmoid, tanh
from tests.decide.rechecking import decided, proves, refutes, verdict

w, v, a = point("w"), point("v"), letter("a")
E = exp(w)


def loss(w1, w2):
    """1/2 ((w2 s(w1) - 1)^2 + (w2 s(-w1) + 1)^2)."""
    return ((w2 * sigmoid(w1) - 1) ** 2 + (w2 * sigmoid(-w1) + 1) ** 2) / 2


softplus = function(lambda x: log(1 + exp(x)), x=None)
logistic = function(lambda x: sigmoid(x), x=None)

TRUE = {
    "tanh by exp": for_all_reals(tanh(w) == 1 - 2 / (1 + exp(2 * w))),
    "the sigmoid by exp": for_all_reals(sigmoid(w) == 1 / (1 + exp(-w))),
    "two sigmoids": for_all_reals(sigmoid(w) + sigmoid(-w) == 1),
    "a tanh by a sigmoid": for_all_reals(2 * sigmoid(2 * w) - 1 == tanh(w)),
    "the derivative of the sigmoid": for_all_reals(sigmoid(w) * (1 - sigmoid(w)) == E / (1 + E) ** 2),
    "differentiated": on_box(
        function(lambda x: logistic.derivative([x], [1]) - logistic(x) * (1 - logistic(x)), x=None), [(None, None)]
    )
    == 0,
    "the derivative of a logarithm": on_box(function(lambda x: softplus.derivative([x], [1]), x=None), [(None, None)])
    == function(lambda x: sigmoid(x), x=None),
    "an exponential of a sum": for_all_reals(exp(w + v) == exp(w) * exp(v)),
    "a half and a third": for_all_reals(exp(w / 2) * exp(-w / 3) == exp(w / 6)),
    "a logarithm of an exponential": for_all_reals(log(exp(2 * w)) == 2 * w),
    "two logarithms": for_all_reals(log(1 + E) - log(1 + exp(-w)) == w),
    "above one half": for_all_reals(scalar("1/2") + E / (1 + E**2) > "1/2"),
    "the smallest value": for_all_reals(loss(w, v) >= scalar("1/2") + E / (1 + E**2)),
    "where it is attained": for_all_reals(loss(w, tanh(w)) == scalar("1/2") + E / (1 + E**2)),
    "a tangent": for_all_reals(exp(w) >= 1 + w),
    "an even function": for_all_reals(w * tanh(w) >= 0),
    "a hyperbolic cosine": for_all_reals((E + 1 / E) / 2 >= 1),
    "positive softplus": for_all_reals(log(1 + E) > 0),
    "on a half-line": on_box(sigmoid(w), {w: (0, None)}) >= "1/2",
    "two half-lines": on_box(sigmoid(w + v), {w: (0, None), v: (0, None)}) >= "1/2",
    "below the diagonal": on_box(tanh(w), {w: (0, None)}) <= w,
    "logarithm below": on_box(log(w), {w: ("1/100", None)}) <= w - 1,
    "logarithm above": on_box(log(1 + w), {w: (0, None)}) >= w / (1 + w),
    "sympy": for_all_reals(sympy.Ge(x * sympy.tanh(x), 0)),
    "touched where x = 1": on_box(x * sympy.log(x) ** 2, {x: ("1/2", 2)}) >= 0,
    "touched at log 2, a square": on_box((sympy.exp(x) - 2) ** 2, {x: (0, 1)}) >= 0,
    "near": on_box(sympy.exp(x) - 3 * x, {x: (0, 3)}) > "-2959/10000",
    "with a root": on_box(sqrt(2) * exp(w) - w, {w: (0, 1)}) > "7/5",
    "in the plane": on_box(sympy.exp(x * y) - x * y, {x: (-1, 1), y: (-1, 1)}) > "9/10",
    "one point": on_box(sympy.exp(x) + y, {x: (0, 0), y: (1, 1)}) >= 2,
    "softplus above the diagonal": for_all_reals(log(1 + exp(w)) > w),
    "softplus above its tangent": for_all_reals(log(1 + exp(w)) >= w / 2 + log(2)),
    "softplus of a sum": for_all_reals(log(exp(v) + exp(w)) > v),
    "touched at log 2": for_all_reals(exp(w) >= 2 * w + 2 - 2 * log(2)),
    "touched to the second order": for_all_reals(tanh(w) ** 2 <= w**2),
    "touched to the third order": on_box(tanh(w) ** 3 - w**3, {w: (0, None)}) <= 0,
    "a square and a tangent": for_all_reals((w**2 - 2) ** 2 + exp(w) >= 1 + w),
    "touched at two roots": on_box((w**2 - 2) ** 2 * log(1 + w), {w: (0, 3)}) >= 0,
    "bounded": on_box(tanh(w) * tanh(v), {w: (-1, 2), v: (-2, 1)}) < 1,
}
FALSE = {
    "identity": (for_all_reals(tanh(w) == 1 - 2 / (1 + E)), ["1"]),
    "strict at zero": (for_all_reals(exp(w) > 1 + w), ["0"]),
    "constant": (for_all_reals(sigmoid(w) + sigmoid(-w) == 2), ["0"]),
    "far": (for_all_reals(tanh(w) < "999/1000"), None),
    "softplus far above": (for_all_reals(log(1 + exp(w)) > w + "1/100"), None),
    "softplus above more than its tangent": (for_all_reals(log(1 + exp(w)) > w / 2 + "7/10"), None),
    "third order on both sides": (for_all_reals(tanh(w) ** 3 <= w**3), None),
    "touched": (on_box(sympy.log(x), {x: ("1/2", 2)}) < x - 1, ["1"]),
    "narrowly": (on_box(sympy.exp(x) - 3 * x, {x: (0, 3)}) > "-2958/10000", None),
    "in the plane": (on_box(sympy.exp(x * y) - sympy.log(1 + x**2 + y**2), {x: (-1, 1), y: (-1, 1)}) > 0, None),
}
OPEN = {
    "not defined at an end": on_box(sympy.log(x), {x: (0, 1)}) <= 0,
    "touched at half the logarithm of 4": for_all_reals(2 * exp(w) >= 4 * w + 4 - 2 * log(4)),
    "an identity without letters": for_all_reals(exp(log(1 + E**2)) == 1 + E**2),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved(name):
    assert proves(TRUE[name])


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_is_refuted(name):
    statement, where = FALSE[name]
    decision = decided(statement)
    assert decision.verdict == "refuted"
    assert where in (None, decision.proof["where"])


def test_what_touches_zero_at_no_rational_point_stays_undecided():
    log_of_4 = sympy.log(4, evaluate=False)
    tangent = on_box(sympy.exp(x) - 2 * x - 2 + log_of_4, {x: (0, 1)})
    decision = decided(tangent >= 0)
    assert decision.verdict == "undecided"
    assert "narrow parts, where it may touch the bound" in decision.reason
    assert proves(tangent >= "-1/1000000")
    assert refutes(tangent > "1/1000000")


@pytest.mark.parametrize("name", OPEN)
def test_what_is_not_shown_is_undecided(name):
    assert verdict(OPEN[name]) == "undecided"


def test_too_few_parts_leave_it_open():
    f, box = sympy.exp(x) - 3 * x, {x: (0, 3)}
    assert verdict(on_box(f, box, parts=1) > "-3/10") == "undecided"
    assert proves(on_box(f, box) > "-3/10")


def test_letters_outside_of_the_exponentials_keep_their_meaning():
    assert proves(for_all_reals(exp(w) + a > 0), assuming=(a >= 0,))
    assert refutes(for_all_reals(exp(w) + a > 0), assuming=(a >= -1,))
    assert proves(for_all_reals(a * sigmoid(w) < a), assuming=(a > 0,))
    assert proves(for_all_reals(loss(w, a) > "1/2"))


def test_known_signs_are_used():
    g = function(lambda x: x**2 + 2 * log(x**2 - sqrt(2)) - log(x), x=None)
    slope = function(lambda x: g.derivative([x], [1]) - 2 * x - 4 * x / (x**2 - sqrt(2)) + 1 / x, x=None)
    assert proves(sqrt(2) < 2, on_box(slope, [(2, None)]) == 0)
    assert proves(on_box(g, [(2, 10)]) <= function(lambda x: 3 * x**2 - 4, x=None))


def bodies(of):
    """Random functions of the variables, as sympy writes them."""
    smooth = st.sampled_from([sympy.exp, sympy.tanh, lambda e: 1 / (1 + sympy.exp(-e)), lambda e: sympy.log(2 + e**2)])
    leaf = st.sampled_from([*of, sympy.Integer(1), sympy.Rational(-1, 2)])
    inner = st.tuples(smooth, st.sampled_from(of), st.integers(-2, 2)).map(lambda p: p[0](p[1] * p[2]))
    parts = leaf | inner
    return st.tuples(parts, parts, parts).map(lambda p: p[0] * p[1] + p[2])


@given(bodies([x, y]), st.sampled_from([">", ">=", "<", "<="]), st.integers(-8, 8))
def test_no_verdict_contradicts_a_fine_grid(body, relation, quarters):
    level = Fraction(quarters, 4)
    compared = on_box(body, {x: (-1, 1), y: (0, 1)}, parts=30)
    statement = {">": compared > level, ">=": compared >= level, "<": compared < level, "<=": compared <= level}
    found = decided(statement[relation])
    values = sympy.lambdify((x, y), (body - sympy.Rational(quarters, 4)) * (1 if ">" in relation else -1), "math")
    if found.verdict == "proved":
        assert min(values(i / 20, j / 20) for i, j in product(range(-20, 21), range(21))) > -1e-9
    if found.verdict == "refuted":
        assert values(*(float(Fraction(coordinate)) for coordinate in found.proof["where"])) < 1e-9


@given(bodies([x]), bodies([x]), st.sampled_from([">", ">=", "<", "<=", "="]), st.sampled_from([None, -1, 0, 2]))
def test_no_verdict_on_a_half_line_contradicts_samples(left, right, relation, lower):
    compared = on_box(left, {x: (lower, None)}, parts=5)
    statement = {">": compared > right, ">=": compared >= right, "<": compared < right, "<=": compared <= right}
    found = decided(statement.get(relation, compared == right))
    values = sympy.lambdify(x, (left - right) * (1 if ">" in relation else -1), "mpmath")
    least = -12 if lower is None else lower
    if found.verdict == "proved":
        samples = [values(least + sympy.Rational(k, 8)) for k in range(150)]
        scales = [1 + abs(sympy.lambdify(x, left, "mpmath")(least + sympy.Rational(k, 8))) for k in range(150)]
        assert all(value > -1e-9 * scale for value, scale in zip(samples, scales, strict=True))
        assert relation != "=" or all(abs(v) < 1e-9 * scale for v, scale in zip(samples, scales, strict=True))
    if found.verdict == "refuted":
        (where,) = found.proof["where"]
        value = values(sympy.Rational(where))
        assert value < 1e-9 if relation != "=" else value != 0


positive = st.fractions(min_value=0, max_value=40, max_denominator=60)


@given(positive, positive)
def test_the_simplest_number_between_two(p, q):
    lower, upper = sorted((p - 20, q - 20))
    found = simplest(lower, upper)
    assert lower <= found <= upper
    for d in range(1, found.denominator):
        assert -(-lower.numerator * d // lower.denominator) > upper * d
    if found.denominator == 1:
        assert all(abs(k) >= abs(found) for k in range(-20, 21) if lower <= k <= upper)


@given(positive, positive)
def test_both_are_multiples_of_the_common_divisor(p, q):
    divisor = common_divisor(p, q)
    if p or q:
        ratios = [number / divisor for number in (p, q)]
        assert all(ratio.denominator == 1 for ratio in ratios)
        assert sympy.igcd(*(int(ratio) for ratio in ratios)) == 1
