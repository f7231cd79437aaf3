"""Comparisons on a box: what the kernel's rules accept, and what they must not."""

from fractions import Fraction
from math import exp, log, tanh

import flint
import pytest
from flint import arb, fmpq
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.elementary import values_of
from exactcheck.kernel.enclosed import Enclosed, power
from exactcheck.kernel.enclosures import on_box
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish
from exactcheck.kernel.tangents import Tangent
from exactcheck.kernel.transcendental import exp_bounds
from tests.kernel.strategies import fractions

X, Y = ["name", "x"], ["name", "y"]
PLAIN = {"point": ["t"], "letters": [], "tangents": False, "signs": [], "positive": "signs"}
E = {**PLAIN, "letters": [["E", ["letter", "t"]]]}


def stated(body, box=(("0", "1"),), relation=">", variables=("x",)):
    """A statement."""
    function = ["function", list(variables), body]
    return {"kind": "comparison on a box", "function": function, "box": [list(s) for s in box], "relation": relation}


def accepts(statement, proof, verdict="proved", declarations=()):
    """True if the kernel accepts the proof."""
    try:
        establish(Problem(list(declarations)), statement, verdict, proof)
    except Rejected:
        return False
    return True


def rejects(reason, statement, proof, verdict="proved", declarations=()):
    """Check that the kernel rejects the proof for this reason."""
    with pytest.raises(Rejected, match=reason):
        establish(Problem(list(declarations)), statement, verdict, proof)


def tree(node="direct", bits=64):
    """A proof by cuts."""
    return {"bits": bits, "tree": node}


def cut(at, below="direct", above="direct", i=0):
    """A node that cuts a coordinate."""
    return {"cut": i, "at": at, "parts": [below, above]}


# expressions in x and y, in the notation of the kernel


def unary(inner):
    """What is made of one expression, defined everywhere on small boxes."""
    bounded = inner.map(lambda e: ["tanh", e])
    functions = st.sampled_from(["tanh", "sigmoid"])
    logarithm = bounded.map(lambda e: ["log", ["+", "2", e]])
    quotient = bounded.map(lambda e: ["^", ["+", "2", e], -1])
    exponential = bounded.map(lambda e: ["exp", e])
    return st.one_of(
        st.tuples(functions, inner).map(list),
        logarithm,
        quotient,
        exponential,
        inner.map(lambda e: ["-", e]),
        st.tuples(inner, st.integers(0, 3)).map(lambda p: ["^", *p]),
    )


leaves = st.sampled_from([X, Y]) | st.sampled_from(["1", "-2", "1/3"])
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(unary(inner), st.tuples(st.sampled_from("+*"), inner, inner).map(list)),
    max_leaves=8,
)


def in_balls(body, at):
    """The value by FLINT's balls."""
    if isinstance(body, str):
        number = Fraction(body)
        return arb(fmpq(number.numerator, number.denominator))
    operation, *parts = body
    if operation == "name":
        return at[parts[0]]
    if operation == "^":
        base, result = in_balls(parts[0], at), arb(1)
        for _ in range(abs(parts[1])):
            result = result * base
        return result if parts[1] >= 0 else 1 / result
    values = [in_balls(part, at) for part in parts]
    sigmoid = lambda v: 1 / (1 + (-v).exp())  # noqa: E731
    functions = {"exp": arb.exp, "log": arb.log, "tanh": arb.tanh, "sigmoid": sigmoid, "-": lambda v: -v}
    if operation in functions:
        return functions[operation](values[0])
    return values[0] + values[1] if operation == "+" else values[0] * values[1]


def ball(x):
    """A rational number."""
    return arb(fmpq(x.numerator, x.denominator))


unit = st.fractions(min_value=0, max_value=1, max_denominator=16)


@given(expressions, st.tuples(fractions, fractions), st.tuples(unit, unit), unit, unit)
def test_an_enclosure_holds_the_values_and_slopes_at_all_points(body, corner, widths, s, t):
    comparison = on_box(Problem([]), stated(body, [("0", "0")] * 2, ">=", "xy"))
    box = [(a, a + w) for a, w in zip(corner, widths, strict=True)]
    point = [a + w * share for a, w, share in zip(corner, widths, (s, t), strict=True)]
    lower, upper = comparison.direct(box, 64)
    least = comparison.least_by_slopes(box, 64)
    with flint.ctx.workprec(200):
        value = in_balls(body, dict(zip("xy", map(ball, point), strict=True)))
        assert not value < ball(lower)
        assert not value > ball(upper)
        assert not value < ball(least)
    assert comparison.least_directly(box, 64) == lower


@given(expressions, st.tuples(fractions, fractions))
def test_slopes_are_limits_of_quotients(body, point):
    comparison = on_box(Problem([]), stated(body, [("0", "0")] * 2, ">=", "xy"))
    found = comparison.slopes([(x, x) for x in point], 120)
    with flint.ctx.workprec(400):
        step = Fraction(1, 2**60)
        for i, (lower, upper) in enumerate(found):
            values = []
            for sign in (-1, 1):
                moved = [x + sign * step * (i == j) for j, x in enumerate(point)]
                values.append(in_balls(body, dict(zip("xy", map(ball, moved), strict=True))))
            quotient = (values[1] - values[0]) / ball(2 * step)
            # the third derivative times step^2 / 6 is far below
            slack = ball(Fraction(1, 2**40)) * (1 + abs(quotient))
            assert not quotient < ball(lower) - slack
            assert not quotient > ball(upper) + slack


def test_even_powers_are_tight_and_reciprocals_exclude_zero():
    assert power((Fraction(-1), Fraction(2)), 2) == (0, 4)
    assert power((Fraction(-3), Fraction(-2)), 4) == (16, 81)
    assert power((Fraction(-3), Fraction(2)), 3) == (-27, 8)
    assert power((Fraction(-1), Fraction(2)), 0) == (1, 1)
    assert Enclosed((Fraction(1, 2), Fraction(4)), 64).power(-1).interval == (Fraction(1, 4), 2)
    assert Enclosed((Fraction(-4), Fraction(-2)), 64).power(-2).interval == (Fraction(1, 16), Fraction(1, 4))
    with pytest.raises(Rejected, match="differ from zero"):
        Enclosed((Fraction(-1), Fraction(1)), 64).power(-1)
    with pytest.raises(TypeError):
        _ = Enclosed((Fraction(0), Fraction(1)), 64) + "1"
    with pytest.raises(TypeError):
        _ = Enclosed((Fraction(0), Fraction(1)), 64) * "1"


# trees


def test_direct_enclosures_and_cuts():
    body = ["+", ["exp", X], ["-", ["*", "2", X]]]
    assert accepts(stated(body), tree("slopes"))
    assert not accepts(stated(body), tree("direct"))
    assert accepts(stated(body), tree(cut("1/2", "slopes", "slopes")))
    assert accepts(stated(["exp", X]), tree())
    assert accepts(stated(["-", ["exp", X]], relation="<"), tree())
    assert accepts(stated("1"), tree("slopes"))


def test_what_touches_zero_at_a_rational_point():
    body = ["+", X, "-1", ["-", ["log", X]]]
    box = [("1/2", "2")]
    assert accepts(stated(body, box, ">="), tree(cut("1", "slopes", "slopes")))
    assert not accepts(stated(body, box, ">"), tree(cut("1", "slopes", "slopes")))
    assert not accepts(stated(body, box, ">="), tree(cut("3/4", "slopes", "slopes")))


@pytest.mark.parametrize("bits", [8, 64, 500])
@pytest.mark.parametrize("node", ["direct", "slopes", cut("1/2"), cut("3/4", "slopes", "slopes")])
def test_false_signs_have_no_tree(bits, node):
    touching = ["^", ["+", ["exp", X], "-2"], 2]
    assert not accepts(stated(touching), tree(node, bits))
    assert not accepts(stated(["+", ["exp", X], "-2"], relation=">="), tree(node, bits))
    assert not accepts(stated(["+", ["tanh", X], "-1/2"], relation="<"), tree(node, bits))
    assert not accepts(stated(["log", X], relation="<="), tree(node, bits))
    assert not accepts(stated(["^", X, -1], relation=">"), tree(node, bits))
    assert accepts(stated(touching, relation=">="), tree(node, bits))


def test_trees_as_they_must_not_be():
    body = ["exp", X]
    rejects("outside of the part", stated(body), tree(cut("0")))
    rejects("outside of the part", stated(body), tree(cut("3/2")))
    rejects("outside of the part", stated(body), tree(cut("1/2", cut("3/4"))))
    rejects("not an integer", stated(body), tree(cut("1/2", i=1)))
    rejects("a list of 1", stated(body), tree({"cut": 0, "at": "1/2", "parts": ["direct"]}))
    rejects("no way to enclose", stated(body), tree("empty"))
    rejects("not an integer", stated(body), tree(bits=7))
    rejects("equation", stated("0", relation="="), tree())
    rejects("without an end", stated(body, [("0", None)]), tree())
    rejects("without an end", stated(body, [(None, "0")]), tree())


def test_statements_as_they_must_not_be():
    rejects("not a relation", stated(X, relation="!="), tree())
    rejects("wrong order", stated(X, [("1", "0")]), tree())
    rejects("a list of 1", stated(X, variables="xy"), tree())
    rejects("no operation", stated(["vec", X]), tree())
    rejects("no operation", stated([]), tree())
    rejects("not a list", stated({"exp": X}), tree())
    rejects("a list of 2", stated(["exp", X, X]), tree())
    rejects("not defined", stated(["name", "z"]), tree())
    rejects("without a single value", stated(["letter", "a"]), tree(), declarations=[{"letter": "a", "role": "point"}])
    rejects("above 4096", stated(["exp", ["exp", X]], [("0", "10")]), tree())


def test_functions_definitions_and_letters_that_are_numbers():
    root = {"letter": "r", "root": "2"}
    square = {"define": "f", "as": ["function", ["x"], ["*", X, X]]}
    shift = {"define": "c", "as": ["+", ["letter", "r"], "1"]}
    matrix = {"define": "M", "as": ["matrix", 1, 1, []]}
    declarations = [root, square, shift, matrix]
    called = ["value", ["name", "f"], [["exp", X]]]
    assert accepts(stated(["+", called, ["-", "2/3"]]), tree(), declarations=declarations)
    at_root = ["+", ["letter", "r"], ["-", "141/100"], X]
    assert accepts(stated(at_root), tree(), declarations=declarations)
    assert not accepts(stated(["+", ["letter", "r"], ["-", "142/100"], X]), tree(), declarations=declarations)
    assert accepts(stated(["+", ["name", "c"], "-12/5"]), tree(), declarations=declarations)
    rejects("no scalar", stated(["name", "f"]), tree(), declarations=declarations)
    rejects("no scalar", stated(["name", "M"]), tree(), declarations=declarations)
    for wrong in (["name", "c"], ["name", "g"], ["letter", "r"], ["sum", ["x"], X], "1"):
        assert not accepts(stated(["value", wrong, [X]]), tree(), declarations=declarations)
    rejects("wrong number", stated(["value", ["name", "f"], [X, X]]), tree(), declarations=declarations)
    inline = ["value", ["function", ["y"], ["+", Y, "1"]], [X]]
    assert accepts(stated(inline), tree())


# derivatives


def test_derivatives_of_derivatives():
    exponential = ["function", ["y"], ["exp", ["*", "2", Y]]]
    second = ["derivative", exponential, [X], [["1"], ["1"]]]
    exact = ["+", second, ["-", ["*", "4", ["exp", ["*", "2", X]]]]]
    assert accepts(stated(exact, [(None, None)], "="), {**E, "positive": "expansion"})
    # d/dx (x d/dy (x y)) = 2 x: the inner derivative takes x for a constant
    inner = ["derivative", ["function", ["y"], ["*", X, Y]], [X], [["1"]]]
    outer = ["derivative", ["function", ["x"], ["*", X, inner]], [X], [["1"]]]
    double = ["+", outer, ["-", ["*", "2", X]]]
    assert accepts(stated(double, [(None, None)], "="), {**PLAIN, "positive": "expansion"})
    constant = ["derivative", ["function", ["y"], "3"], [X], [["1"]]]
    assert accepts(stated(constant, [(None, None)], "="), {**PLAIN, "positive": "expansion"})
    rejects("one to 4", stated(["derivative", exponential, [X], []]), tree())
    rejects("a list of 2", stated(["derivative", exponential, [X], [["1", "1"]]]), tree())
    rejects("zip|wrong number", stated(["derivative", exponential, [X, X], [["1", "1"]]]), tree())


def test_tangents_of_different_levels():
    low, high = (Tangent(k, Fraction(v), (Fraction(1),)) for k, v in ((1, 2), (2, 3)))
    for mixed in (low + high, high + low):
        assert (mixed.level, mixed.value.value, mixed.slopes) == (2, 5, (1,))
    for mixed in (low * high, high * low):
        assert (mixed.value.value, mixed.value.slopes, mixed.slopes[0].value) == (6, (3,), 2)
    assert (low * low).slopes == (4,)


# letters for exponentials


def test_identities():
    z = ["*", "2", X]
    double = {**PLAIN, "letters": [["E", [*z[:2], ["letter", "t"]]]], "positive": "expansion"}
    identity = ["+", ["tanh", X], "-1", ["*", "2", ["^", ["+", "1", ["exp", z]], -1]]]
    assert accepts(stated(identity, [(None, None)], "="), double)
    assert not accepts(stated(["+", identity, "1"], [(None, None)], "="), double)
    both = ["+", ["sigmoid", X], ["sigmoid", ["-", X]], "-1"]
    assert accepts(stated(both, [(None, None)], "="), {**E, "positive": "expansion"})
    assert not accepts(stated(both, [(None, None)], "="), E)
    assert not accepts(stated(["+", ["exp", X], "-1", ["-", X]], [(None, None)], "="), {**E, "positive": "expansion"})
    twice = ["+", ["exp", z], ["-", ["^", ["exp", X], 2]]]
    assert accepts(stated(twice, [(None, None)], "="), {**E, "positive": "expansion"})
    slope = ["derivative", ["function", ["y"], ["sigmoid", Y]], [X], [["1"]]]
    chain = ["+", slope, ["-", ["*", ["sigmoid", X], ["sigmoid", ["-", X]]]]]
    assert accepts(stated(chain, [(None, None)], "="), {**E, "positive": "expansion"})


def test_exponentials_are_positive_and_have_tangents():
    assert accepts(stated(["exp", X], [(None, None)]), E)
    assert accepts(stated(["exp", X], [(None, None)], ">="), E)
    below = stated(["+", ["exp", X], "-1", ["-", X]], [(None, None)], ">=")
    assert accepts(below, {**E, "tangents": True})
    assert not accepts(below, E)
    assert not accepts({**below, "relation": ">"}, {**E, "tangents": True})
    above = stated(["+", "1", ["*", ["exp", X], ["+", X, "-1"]]], [(None, None)], ">=")
    assert accepts(above, {**E, "tangents": True})
    assert not accepts(stated(["+", ["exp", X], "-1"], [(None, None)], ">="), {**E, "tangents": True})
    bounded = stated(["+", ["exp", X], "-1"], [("0", None)], ">=")
    assert accepts(bounded, {**E, "tangents": True, "positive": {"sum": [["1", {}, [2]], ["1", {}, [0]]]}})
    assert accepts(
        stated(["+", "3", ["-", X]], [(None, "2")]), {**PLAIN, "positive": {"sum": [["1", {}, [0]], ["1", {}, []]]}}
    )


def test_exponentials_have_the_range_of_their_exponents():
    half, bound = ["*", "-1/2", ["letter", "t"]], exp_bounds(Fraction(2), 24)[0]
    above = stated(["+", ["exp", X], "-7"], [("2", None)])
    least = {**E, "positive": {"sum": [["1", {}, [2]], [str(bound - 7), {}, []]]}}
    assert accepts(above, least)
    assert not accepts({**above, "box": [["19/10", None]]}, least)
    assert not accepts({**above, "box": [[None, None]]}, least)
    within = stated(["+", ["exp", X], "-7"], [(None, "19/10")], "<")
    turned = {**E, "letters": [["E", half]], "positive": "signs"}
    assert not accepts(within, turned)
    assert accepts(stated(["+", ["exp", ["*", "-1/2", X]], "-1"], [(None, "0")], ">="), turned)
    assert accepts(stated(["+", ["exp", X], "-1"], [("0", None)], ">="), E)
    assert not accepts(stated(["+", ["exp", X], "-1"], [("0", None)], ">"), E)
    assert accepts(stated(["+", ["exp", X], "-1"], [(None, "0")], "<="), E)
    assert not accepts(stated(["+", ["exp", X], "-1"], [(None, "1/100")], "<="), E)
    constant = {**PLAIN, "letters": [["E", "1"]]}
    assert accepts(stated(["exp", "1"], [("0", "1")]), constant)
    assert accepts(stated(["exp", X], [("5000", "6000")]), E)
    product = {**PLAIN, "point": ["s", "t"], "letters": [["E", ["*", ["letter", "s"], ["letter", "t"]]]]}
    assert accepts(stated(["exp", ["*", X, Y]], [("1", "2")] * 2, variables="xy"), product)
    assert not accepts(stated(["+", ["exp", ["*", X, Y]], "-1"], [("1", "2")] * 2, variables="xy"), product)


def test_letters_as_they_must_not_be():
    statement = stated(["exp", X], [(None, None)])
    half, one, both = ["*", "1/2", ["letter", "t"]], ["letter", "t"], ["+", "1", ["letter", "t"]]
    assert accepts(statement, {**E, "letters": [["E", half]]})
    assert accepts(statement, {**E, "letters": [["E", ["-", one]]]})
    rejects("without a letter", statement, PLAIN)
    rejects("no power of its letter", statement, {**E, "letters": [["E", ["*", "2", one]]]})
    rejects("no single term", statement, {**E, "letters": [["E", both]]})
    rejects("no single term", statement, {**E, "letters": [["E", "0"]]})
    rejects("two letters", statement, {**E, "letters": [["E", one], ["F", half]]})
    rejects("declared twice", statement, {**E, "letters": [["t", one]]})
    rejects("declared twice", statement, E, declarations=[{"letter": "E", "role": "point"}])
    rejects("declared twice", statement, E, declarations=[{"letter": "t", "role": "point"}])
    for tangents in (1, "some", None):
        rejects("true, false or all", statement, {**E, "tangents": tangents})
    nested = [["E", one], ["F", ["letter", "E"]]]
    assert accepts(stated(["exp", ["exp", X]], [(None, None)]), {**E, "letters": nested})
    rejects("not declared", stated(["exp", ["exp", X]], [(None, None)]), {**E, "letters": nested[::-1]})
    rejects("without a letter", stated(["exp", ["log", ["+", "1", ["exp", X]]]], [(None, None)]), E)


def test_exponentials_of_quotients():
    inner = ["*", Y, ["sigmoid", X]]
    s, t = ["sigmoid", inner], ["sigmoid", ["-", inner]]
    names = {"point": ["s", "t"], "letters": [["E", ["letter", "s"]]]}
    plane, expansion = [(None, None)] * 2, {**E, **names, "positive": "expansion"}
    assert accepts(stated(["+", s, t, "-1"], plane, "=", "xy"), expansion)
    twice = ["+", ["exp", ["*", "2", inner]], ["-", ["^", ["exp", inner], 2]]]
    assert not accepts(stated(twice, plane, "=", "xy"), expansion)
    turned = ["+", ["^", ["exp", inner], 2], ["-", ["exp", ["*", "2", inner]]]]
    assert accepts(stated(turned, plane, "=", "xy"), expansion)
    other = ["+", ["exp", inner], ["-", ["exp", ["*", X, ["sigmoid", X]]]]]
    assert not accepts(stated(other, plane, "=", "xy"), expansion)
    slope = ["derivative", ["function", ["z"], ["sigmoid", ["*", Y, ["sigmoid", ["name", "z"]]]]], [X], [["1"]]]
    chain = ["*", s, t, Y, ["sigmoid", X], ["sigmoid", ["-", X]]]
    assert accepts(stated(["+", slope, ["-", chain]], plane, "=", "xy"), expansion)
    assert accepts(stated(["exp", inner], plane, ">", "xy"), {**E, **names})
    assert not accepts(stated(["+", ["exp", ["sigmoid", X]], "-1"], plane, ">", "xy"), {**E, **names})
    nothing = ["+", ["exp", ["+", ["sigmoid", X], ["-", ["sigmoid", X]]]], "-1"]
    assert accepts(stated(nothing, plane, "=", "xy"), expansion)


def test_letters_of_logarithms_and_composed_exponentials_are_no_letters_of_the_problem():
    nested = stated(["exp", ["sigmoid", X]], [(None, None)])
    logarithm = stated(["+", ["log", ["+", "1", ["exp", X]]], "-1", ["-", ["exp", X]]], [(None, None)], "<")
    for name, statement, tangents in (("exp_1", nested, False), ("log_1", logarithm, True)):
        proof = {**E, "tangents": tangents}
        free = [{"letter": name, "role": "point"}]
        value = [{"letter": "b", "role": "point"}, {"letter": name, "is": ["letter", "b"]}]
        spoken = stated(["+", statement["function"][2], ["letter", name]], [(None, None)], statement["relation"])
        rejects("declared twice", statement, proof, declarations=free)
        rejects("not declared", spoken, proof)
        for declarations in (free, value):
            assert not accepts(spoken, proof, declarations=declarations)
        learned = [[["letter", name], "signs"]]
        assert not accepts(statement, {**proof, "signs": learned})


def test_a_letter_of_the_problem_is_no_variable():
    a = {"letter": "a", "role": "point"}
    product = stated(["exp", ["*", ["letter", "a"], X]], [(None, None)])
    assert accepts(product, {**E, "letters": [["E", ["*", ["letter", "a"], ["letter", "t"]]]]}, declarations=[a])
    rejects("declared twice", product, {**E, "letters": [["a", ["letter", "t"]]]}, declarations=[a])
    replaced = [{"letter": "b", "role": "point"}, {"letter": "t", "is": ["letter", "b"]}]
    # the letter t of the problem is b, and not the variable that has this name in the proof
    shadowed = stated(["+", ["exp", X], ["-", ["exp", ["letter", "t"]]]], [(None, None)], "=")
    for letters in ([["E", ["letter", "t"]]], [["E", ["letter", "b"]]]):
        assert not accepts(shadowed, {**E, "letters": letters, "positive": "expansion"}, declarations=replaced)


def test_division_and_logarithms_need_signs():
    quotient = ["^", ["+", ["exp", X], "1", ["^", X, 2]], -1]
    assert accepts(stated(quotient, [(None, None)]), E)
    assert accepts(stated(["^", ["-", ["exp", X]], -1], [(None, None)], "<"), E)
    assert accepts(stated(["^", ["+", "-1", ["-", ["exp", X]]], -3], [(None, None)], "<"), E)
    rejects("whose sign is not known", stated(["^", ["+", ["exp", X], "-1"], -1], [(None, None)]), E)
    rejects("could be zero", stated(["^", ["*", X, ["exp", X]], -2], [(None, None)]), E)
    assert accepts(stated(["^", X, -1], [("1", None)]), PLAIN)
    assert not accepts(stated(["^", X, -1], [("0", None)]), PLAIN)
    assert accepts(stated(["^", ["*", "2", ["exp", X]], 0], [(None, None)]), E)
    softplus = ["log", ["+", "1", ["exp", X]]]
    same = stated(["+", softplus, ["-", softplus]], [(None, None)], "=")
    assert accepts(same, {**E, "positive": "expansion"})
    other = stated(["+", softplus, ["-", ["log", ["+", "2", ["exp", X]]]]], [(None, None)], "=")
    assert not accepts(other, {**E, "positive": "expansion"})
    inverse = stated(["+", ["log", ["*", ["exp", X], ["exp", X]]], ["-", ["*", "2", X]]], [(None, None)], "=")
    assert accepts(inverse, {**E, "letters": [["E", ["*", "-1/3", ["letter", "t"]]]], "positive": "expansion"})
    turned = ["log", ["+", "1", ["exp", ["-", X]]]]
    assert accepts(
        stated(["+", softplus, ["-", turned], ["-", X]], [(None, None)], "="), {**E, "positive": "expansion"}
    )
    rejects("negative", stated(["log", ["-", ["exp", X]]], [(None, None)]), E)
    rejects("whose sign is not known", stated(["log", X], [("0", None)]), PLAIN)


def test_signs_are_shown_and_logarithms_have_tangents():
    argument, half = ["+", ["*", "2", X], "-3"], ["+", ["*", "2", ["letter", "t"]], "-3"]
    sign = [half, {"sum": [["2", {}, [0]], ["1", {}, []]]}]
    bound = stated(["+", ["log", argument], "1", ["-", argument]], [("2", None)], "<=")
    proof = {**PLAIN, "tangents": True, "signs": [sign]}
    assert accepts(bound, proof)
    assert not accepts(bound, {**proof, "tangents": False})
    assert not accepts({**bound, "relation": "<"}, proof)
    assert not accepts(bound, {**proof, "signs": []})
    assert not accepts(bound, {**proof, "signs": [[["-", half], sign[1]]]})
    assert not accepts({**bound, "box": [["3/2", None]]}, proof)
    below = stated(["+", ["*", X, ["log", X]], "1", ["-", X]], [("1/9", None)], ">=")
    assert accepts(below, {**PLAIN, "tangents": True})
    softplus = ["log", ["+", "1", ["exp", X]]]
    assert accepts(stated(softplus, [(None, None)]), {**E, "tangents": True, "positive": SOFTPLUS})
    assert not accepts(stated(softplus, [(None, None)], "<"), {**E, "tangents": True, "positive": SOFTPLUS})
    assert not accepts(stated(["+", softplus, "-1"], [(None, None)]), {**E, "tangents": True, "positive": SOFTPLUS})


# (1 + E) L >= E > 0
SOFTPLUS = {
    "multiplier": ["+", "1", ["letter", "E"]],
    "sign": "signs",
    "product": {"sum": [["1", {}, [4]], ["1", {"E": 1}, []]]},
}


def test_logarithms_of_sums_are_compared_with_their_terms():
    """log(1 + E) >= z + 1 - E / (1 + E) with z = log(E), and exp(z) >= 2 (1 + z - log(2))."""
    difference = ["+", ["log", ["+", "1", ["exp", X]]], ["-", X]]
    positive = {**SOFTPLUS, "product": {"sum": [["1", {}, [6]], ["1", {}, []]]}}
    proof = {**E, "tangents": "all", "positive": positive}
    assert accepts(stated(difference, [(None, None)]), proof)
    assert not accepts(stated(difference, [(None, None)]), {**proof, "tangents": True})
    assert not accepts(stated(["+", difference, "-1/100"], [(None, None)]), proof)
    with_number = ["+", ["log", ["+", "1", ["exp", X], ["*", X, X, ["exp", X]]]], ["-", X]]
    assert not accepts(stated(with_number, [(None, None)]), proof)

    touching = ["+", ["exp", X], ["*", "-2", X], "-2", ["*", "2", ["log", "2"]]]
    assert accepts(stated(touching, [(None, None)], ">="), {**E, "tangents": "all"})
    assert not accepts(stated(touching, [(None, None)]), {**E, "tangents": "all"})
    assert not accepts(stated(["+", touching, "-1/100"], [(None, None)], ">="), {**E, "tangents": "all"})
    inverse = ["+", "2", ["*", ["-", ["exp", X]], ["+", "1", ["log", "2"], ["-", X]]]]
    assert accepts(stated(inverse, [(None, None)], ">="), {**E, "tangents": "all"})
    assert not accepts(stated(inverse, [(None, None)]), {**E, "tangents": "all"})


# along a coordinate


def along(start, below=None, above=None, at="0", i=0):
    """A proof from a start."""
    return {"along": i, "at": at, "start": start, "below": below, "above": above}


def test_a_start_and_slopes():
    body = ["+", ["exp", X], "-1", ["-", X], ["*", "-1/2", X, X]]
    slope = {**E, "tangents": True}
    start = tree()
    statement = stated(body, [("0", None)], ">=")
    assert accepts(statement, along(start, None, slope))
    assert not accepts({**statement, "relation": ">"}, along(start, None, slope))
    rejects("no part of the box", statement, along(start, slope, slope))
    assert not accepts(statement, along(start))
    assert not accepts(statement, along(start, None, slope, at="1"))
    rejects("outside of the box", statement, along(start, None, slope, at="-1"))
    rejects("outside of the box", {**statement, "box": [[None, "-1"]]}, along(start, slope, None))
    # below zero the function is negative
    assert not accepts({**statement, "box": [[None, None]]}, along(start, slope, slope))
    assert not accepts({**statement, "box": [[None, "0"]]}, along(start, slope))
    assert accepts({**statement, "box": [[None, "0"]], "relation": "<="}, along(start, slope))
    assert accepts({**statement, "box": [["0", "0"]]}, along(start))
    rejects("derivatives", statement, nested(8))


def nested(depth):
    """Starts and slopes of slopes."""
    return along(tree(), None, nested(depth - 1) if depth else tree())


def test_equations_and_second_slopes():
    softplus = ["log", ["+", "1", ["exp", X]]]
    identity = ["+", softplus, ["-", ["log", ["+", "1", ["exp", ["-", X]]]]], ["-", X]]
    equation = stated(identity, [(None, None)], "=")
    expansion = {**E, "positive": "expansion"}
    assert accepts(equation, along(expansion, expansion, expansion))
    wrong = stated(["+", identity, "1"], [(None, None)], "=")
    assert not accepts(wrong, along(expansion, expansion, expansion))
    bent = stated(["+", identity, X], [(None, None)], "=")
    assert not accepts(bent, along(expansion, expansion, expansion))
    convex = stated(["+", ["exp", X], ["exp", ["-", X]], "-2"], [(None, None)], ">=")
    second = along(tree(), None, E), along(tree(), E, None)
    assert accepts(convex, along(tree(), second[1], second[0]))
    assert not accepts(convex, along(tree(), second[0], second[1]))


def test_along_one_of_two_coordinates():
    body = ["+", ["*", Y, ["exp", X]], ["-", Y]]
    statement = stated(body, [("0", None), ("0", None)], ">=", "xy")
    names = {"point": ["s", "t"], "letters": [["E", ["letter", "s"]]]}
    start, slope = {**E, **names, "positive": "signs"}, {**E, **names}
    assert accepts(statement, along(start, None, slope))
    assert accepts(statement, along(start, None, slope, i=1))
    assert not accepts({**statement, "box": [["-1", None], ["0", None]]}, along(start, None, slope, i=1))
    assert not accepts({**statement, "box": [["0", None], ["-1", None]]}, along(start, None, slope))
    rejects("not an integer", statement, along(start, None, slope, i=2))


# refutations


def test_points_that_refute():
    statement = stated(["+", ["exp", X], "-2"], [("0", None)])
    proof = {"at": {}, "where": ["1/2"], "bits": 64}
    assert accepts(statement, proof, "refuted")
    assert accepts({**statement, "relation": "="}, proof, "refuted")
    assert accepts({**statement, "relation": "="}, {**proof, "where": ["1"]}, "refuted")
    assert not accepts(statement, {**proof, "where": ["1"]}, "refuted")
    assert not accepts({**statement, "relation": "<="}, proof, "refuted")
    rejects("outside of the box", statement, {**proof, "where": ["-1"]}, "refuted")
    rejects("outside of the box", {**statement, "box": [[None, "0"]]}, proof, "refuted")
    touching = stated(["tanh", X], [(None, None)])
    assert accepts(touching, {**proof, "where": ["0"]}, "refuted")
    assert not accepts({**touching, "relation": ">="}, {**proof, "where": ["0"]}, "refuted")
    assert not accepts({**touching, "relation": "="}, {**proof, "where": ["0"]}, "refuted")


def test_a_refutation_needs_values_of_letters():
    letters = [{"letter": "a", "role": "point"}, {"assume": [["letter", "a"], ">", "0"]}]
    statement = stated(["+", ["exp", X], ["-", ["letter", "a"]]], [(None, None)])
    proof = {"at": {"a": "1"}, "where": ["0"], "bits": 64}
    assert accepts(statement, proof, "refuted", letters)
    assert not accepts(statement, {**proof, "at": {}}, "refuted", letters)
    assert not accepts(statement, {**proof, "at": {"a": "-1"}}, "refuted", letters)
    assert not accepts({**statement, "relation": "<"}, proof | {"at": {"a": "-1"}}, "refuted", letters)
    # a letter with a sign is known in proofs as well
    assert accepts(stated(["+", ["exp", X], ["letter", "a"]], [(None, None)]), E, declarations=letters)


def test_values_of_elementary_functions_are_no_other_values():
    problem = Problem([])
    found = values_of(problem, lambda value: Enclosed((value, value), 64)).number(["exp", "1"])
    assert float(found.interval[0]) == pytest.approx(exp(1))
    for name, value in (("tanh", tanh(2)), ("log", log(2))):
        enclosed = values_of(problem, lambda value: Enclosed((value, value), 64)).number([name, "2"])
        assert float(enclosed.interval[1]) == pytest.approx(value)
    with pytest.raises(Rejected, match="not an operation"):
        problem.scalar(["exp", "1"])
