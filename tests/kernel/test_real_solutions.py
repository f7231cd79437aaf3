"""Sets of real solutions: every rule of a tree, and what it must not let through."""

import copy
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.known_equations import is_multiple
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.root_counts import number_of_real_roots, number_of_real_roots_over
from exactcheck.kernel.statements import establish
from tests.kernel.strategies import polynomials

X, Y, T = ["name", "x"], ["name", "y"], ["name", "t"]
x, y, z = (["letter", letter] for letter in "xyz")
SQRT2 = [{"letter": "w", "root": "2"}]
W = ["letter", "w"]


def plus(*terms):
    """A sum."""
    return ["+", *terms]


def times(*factors):
    """A product."""
    return ["*", *factors]


def power(base, exponent):
    """A power."""
    return ["^", base, exponent]


def minus(term):
    """A negative."""
    return ["-", term]


def single(*point):
    """A component of one point."""
    return {"letters": [], "where": [], "point": list(point)}


def family(where, *point, letters=("t",)):
    """A component with letters."""
    return {"letters": list(letters), "where": where, "point": list(point)}


def solutions(bodies, components, names="xy"):
    """The statement that these are all solutions."""
    equations = [["function", list(names), body] for body in bodies]
    return {"kind": "real solutions", "equations": equations, "components": components}


def proof(tree, *cofactors, letters=(), names="xy", numbers=()):
    """A proof with cofactors for each component, whose letters have these names."""
    named = list(letters) or [[]] * len(cofactors)
    inside = [{"letters": a, "same": [], "cofactors": rows} for a, rows in zip(named, cofactors, strict=True)]
    return {"numbers": list(numbers), "inside": inside, "point": list(names), "tree": tree}


def leaf(component, *values):
    """A leaf."""
    return {"component": component, "values": list(values)}


def solve(index, letter, inverse, then):
    """An equation that is solved for a letter."""
    return {"solve": index, "letter": letter, "inverse": inverse, "then": then}


def check(statement, evidence, declarations=()):
    """Establish the statement."""
    establish(Problem(list(declarations)), statement, "proved", evidence)


HYPERBOLA = plus(times(X, Y), "-1")
BRANCHES = family([[T, "!="]], T, power(T, -1))
OUT = {"sign": x, "cases": [["=", solve(1, "x", "1", "impossible")], ["!=", solve(0, "y", power(x, -1), leaf(0, x))]]}


def test_a_hyperbola_by_a_letter_that_is_not_zero():
    check(solutions([HYPERBOLA], [BRANCHES]), proof(OUT, [[]], letters=[["s"]]))


def test_a_hyperbola_by_signs():
    half = [family([[T, relation]], T, power(T, -1)) for relation in (">", "<")]
    cases = [
        ["=", solve(1, "x", "1", "impossible")],
        [">", solve(0, "y", power(x, -1), leaf(0, x))],
        ["<", solve(0, "y", power(x, -1), leaf(1, x))],
    ]
    check(solutions([HYPERBOLA], half), proof({"sign": x, "cases": cases}, [[]], [[]], letters=[["s"], ["r"]]))
    closed = [family([[T, ">="]], T, "0"), family([[T, "<="]], T, "0")]
    tree = solve(0, "y", "1", {"sign": x, "cases": [[">=", leaf(0, x)], ["<=", leaf(1, x)]]})
    check(solutions([Y], closed), proof(tree, [[]], [[]], letters=[["s"], ["r"]]))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda p: p["tree"]["cases"].pop(0), "leave out a sign"),
        (lambda p: p["tree"]["cases"][1][1].update(inverse="1"), "inverse of a coefficient"),
        (lambda p: p["tree"]["cases"][1][1].update(letter="z"), "inverse of a coefficient"),
        (lambda p: p["tree"]["cases"][1][1].update(then=leaf(0, y)), "not zero|could be zero|not known"),
        (lambda p: p["tree"]["cases"][1][1].update(then=leaf(0, "0")), "not known to allow"),
        (lambda p: p["tree"]["cases"][1][1].update(then=leaf(0, times("2", x))), "not known to be the one"),
        (lambda p: p["tree"]["cases"][1][1].update(then=leaf(1, x)), "integer"),
        (lambda p: p["tree"]["cases"][1][1].update(then="impossible"), "not known to be impossible"),
        (lambda p: p["tree"]["cases"][1][1].update(then={}), "unknown kind"),
        (lambda p: p["tree"]["cases"][1][1].update(then=None), "node of a tree"),
        (lambda p: p["tree"]["cases"][0][1].update(then=leaf(0, "1")), "not known to be the one"),
        (lambda p: p["inside"][0].update(letters=["x", "s"]), "list of 2"),
        (lambda p: p.update(point=["x"]), "wrong number"),
        (lambda p: p.update(point=["x", "x"]), "declared twice"),
        (lambda p: p.update(numbers=[{"letter": "c", "role": "point"}]), "fields"),
        (lambda p: p.update(numbers=["c"]), "not an object"),
        (lambda p: p.update(numbers=[{"letter": "c", "root": "-1"}]), "not known to be >= 0"),
    ],
)
def test_a_changed_proof(change, reason):
    changed = copy.deepcopy(proof(OUT, [[]], letters=[["s"]]))
    change(changed)
    with pytest.raises(Rejected, match=reason):
        check(solutions([HYPERBOLA], [BRANCHES]), changed)


@pytest.mark.parametrize(
    ("component", "reason"),
    [
        (family([], T, power(T, -1)), "could be zero"),
        (family([[plus(T, "-1"), "!="]], T, power(T, -1)), "could be zero"),
        (family([[power(T, -1), "!="], [T, "!="]], T, power(T, -1)), "could be zero"),
        (family([[T, "!="]], T, T), "consist of solutions"),
        (family([[T, "/="]], T, power(T, -1)), "not a relation"),
        (family([[T, "!="]], T, power(T, -1), letters="tt"), "one name"),
        (family([[["matrix", 1, 1, []], "!="]], T, power(T, -1)), "no scalar"),
        (family([[T, "!="]], T), "wrong number"),
    ],
)
def test_a_component_that_does_not_consist_of_solutions(component, reason):
    letters = ["s"] * len(component["letters"])
    with pytest.raises(Rejected, match=reason):
        check(solutions([HYPERBOLA], [component]), proof(OUT, [[]], letters=[letters]))


CIRCLE = plus(power(X, 2), power(Y, 2), "-1")
DISC = {"letters": ["x", "y"], "where": [[CIRCLE, "="]], "point": [X, Y]}


def test_equations_among_the_conditions():
    cubed = times(CIRCLE, CIRCLE, CIRCLE)
    squared = plus(power(["letter", "a"], 2), power(["letter", "b"], 2), "-1")
    rows = [[[0, times(squared, squared)]]]
    tree = {"factor": 0, "cases": [[plus(power(x, 2), power(y, 2), "-1"), 3, leaf(0, x, y)]]}
    check(solutions([cubed], [DISC]), proof(tree, rows, letters=[["a", "b"]]))
    off = [[[0, plus(times(squared, squared), "1")]]]
    with pytest.raises(Rejected, match="consist of solutions"):
        check(solutions([cubed], [DISC]), proof(tree, off, letters=[["a", "b"]]))
    with pytest.raises(Rejected, match="not known to allow"):
        check(solutions([CIRCLE], [DISC]), proof(leaf(0, x, "1"), [[[0, "1"]]], letters=[["a", "b"]]))


def test_factors():
    statement = solutions([plus(power(X, 2), "-1")], [single("1"), single("-1")], "x")
    cases = [
        [plus(x, "-1"), 1, solve(1, "x", "1", leaf(0))],
        [times("2", plus(x, "1")), 1, solve(1, "x", "1/2", leaf(1))],
    ]
    check(statement, proof({"factor": 0, "cases": cases}, [[]], [[]], names="x"))
    for wrong in (cases[:1], [cases[0], [plus(x, "2"), *cases[1][1:]]], []):
        with pytest.raises(Rejected, match="multiple of the product"):
            check(statement, proof({"factor": 0, "cases": wrong}, [[]], [[]], names="x"))


def test_combinations():
    statement = solutions([plus(X, Y), plus(X, minus(Y))], [single("0", "0")])
    tree = solve(2, "x", "1/2", solve(3, "y", "1/2", leaf(0)))
    combined = [[[0, "1"], [1, "1"]], [[0, "1"], [1, "-1"]]]
    check(statement, proof({"combine": combined, "then": tree}, [[], []]))
    # a cofactor that is off by one does not make y vanish
    combined[1][1][1] = "0"
    with pytest.raises(Rejected):
        check(statement, proof({"combine": combined, "then": tree}, [[], []]))


def test_equations_that_are_kept():
    statement = solutions([X, Y], [single("0", "0")])
    tree = {"keep": [1, 0], "then": solve(0, "y", "1", solve(1, "x", "1", leaf(0)))}
    check(statement, proof(tree, [[], []]))
    for fewer in ([1], [2], [0, 1]):
        with pytest.raises(Rejected):
            check(statement, proof({**tree, "keep": fewer}, [[], []]))


def squares(terms, then, index=0):
    """A sum of squares taken apart."""
    return {"squares": index, "terms": terms, "then": then}


def test_sums_of_squares():
    body = plus(power(plus(X, "-1"), 2), times("3", power(Y, 2)))
    terms = [["1", plus(x, "-1")], ["3", y]]
    then = solve(1, "x", "1", leaf(0))
    check(solutions([body], [single("1", "0")]), proof(squares(terms, then), [[]]))
    check(solutions([plus(body, "1")], []), proof(squares(terms, "impossible")))
    for wrong, reason in (([["-1", y]], "positive"), ([["2", plus(x, "-1")], ["3", y]], "nonnegative")):
        with pytest.raises(Rejected, match=reason):
            check(solutions([body], [single("1", "0")]), proof(squares(wrong, then), [[]]))
    with pytest.raises(Rejected, match="nonnegative"):
        check(solutions([plus(body, "-1")], []), proof(squares(terms, "impossible")))


def roots(*cases, index=0):
    """The roots of an equation."""
    parts = [case if len(case) == 3 else [case[0], None, case[1]] for case in cases]
    return {"roots": index, "letter": "x", "cases": parts}


QUARTIC = times(plus(power(X, 2), "-2"), plus(power(X, 2), "1"))
BOTH = [single(minus(W)), single(W)]


def test_roots():
    statement = solutions([QUARTIC], BOTH, "x")
    check(statement, proof(roots([minus(W), leaf(0)], [W, leaf(1)]), [[]], [[]], names="x"), SQRT2)
    check(solutions([plus(power(X, 2), "1")], [], "x"), proof(roots(), names="x"))
    number = {"letter": "c", "polynomial": ["-2", "0", "0", "1"], "interval": ["1", "2"]}
    empty = solutions([plus(power(X, 3), "-2"), plus(X, "-1")], [], "x")
    check(empty, proof(roots([["letter", "c"], "impossible"]), names="x", numbers=[number]))


@pytest.mark.parametrize(
    ("cases", "reason"),
    [
        ([[W, leaf(1)]], "1 of 2 roots"),
        ([[W, leaf(1)], [minus(W), leaf(0)]], "increasing"),
        ([[W, leaf(1)], [W, leaf(1)]], "increasing"),
        ([[minus(W), leaf(0)], ["1", leaf(1)]], "known to be a root"),
        ([[minus(W), leaf(0)], [x, leaf(1)]], "no number"),
        ([[minus(W), leaf(1)], [W, leaf(1)]], "not known to be the one"),
    ],
)
def test_wrong_roots(cases, reason):
    with pytest.raises(Rejected, match=reason):
        check(solutions([QUARTIC], BOTH, "x"), proof(roots(*cases), [[]], [[]], names="x"), SQRT2)


SIXTH = [
    {"letter": name, "polynomial": ["-2", *["0"] * 5, "1"], "interval": ends}
    for name, ends in (("c", ["1", "2"]), ("d", ["-2", "-1"]))
]
C, D = ["letter", "c"], ["letter", "d"]


def conjugates(body, same=()):
    """A proof that x = c and x = d, the two roots of x^6 - 2, are the solutions of an equation."""
    evidence = proof(roots([D, leaf(1)], [C, leaf(0)]), [[]], [[]], names="x")
    for part in evidence["inside"]:
        part["same"] = list(same)
    check(solutions([body], [single(C), single(D)], "x"), evidence, [*SQRT2, *SIXTH])


def test_conjugate_points_are_substituted_once():
    conjugates(plus(power(X, 6), "-2"))
    conjugates(plus(power(X, 6), "-2"), [["c", C]])


@pytest.mark.parametrize(
    "body",
    [
        plus(X, minus(C)),
        plus(power(X, 2), minus(power(C, 2)), X, minus(C)),
        plus(power(X, 3), minus(power(C, 3))),
        times(plus(X, minus(C)), plus(power(X, 6), "-2"), "0"),
        plus(power(X, 4), "-2"),
    ],
)
def test_equations_in_which_the_root_occurs_hold_at_one_of_them_only(body):
    with pytest.raises(Rejected):
        conjugates(body)


def test_a_root_in_a_definition_is_seen():
    named = [*SIXTH, {"define": "f", "as": ["function", ["x"], plus(X, minus(C))]}]
    statement = {"kind": "real solutions", "equations": [["name", "f"]], "components": [single(C), single(D)]}
    with pytest.raises(Rejected, match="consist of solutions"):
        check(statement, proof(roots([D, leaf(1)], [C, leaf(0)]), [[]], [[]], names="x"), named)


CUBE = plus(power(X, 3), minus(W))


def equal_numbers(*same):
    """A proof that the third root of w = sqrt 2 is c."""
    evidence = proof(roots([C, leaf(0)]), [[]], names="x")
    evidence["inside"][0]["same"] = list(same)
    # at the root of x^6 - 2 = (x^3 - w) (x^3 + w), which is an equation, too
    evidence["tree"] = {"combine": [[[0, plus(power(x, 3), W)]]], "then": {"keep": [1, 0], "then": None}}
    other = {"solve": 1, "letter": "w", "inverse": "-1", "then": leaf(0)}
    evidence["tree"]["then"]["then"] = roots([D, "impossible"], [C, other])
    check(solutions([CUBE], [single(C)], "x"), evidence, [*SQRT2, *SIXTH])


def test_a_number_in_terms_of_another_one():
    equal_numbers(["w", power(C, 3)])


@pytest.mark.parametrize(
    ("same", "reason"),
    [
        ([], "not determined"),
        ([["w", minus(power(C, 3))]], "known to be w"),
        ([["w", power(D, 3)]], "known to be w"),
        ([["w", power(C, 2)]], "known to be w"),
        ([["c", D]], "known to be c"),
        ([["c", plus(C, "1")]], "known to be c"),
        ([["v", power(C, 3)]], "known to be v"),
        ([["x", power(C, 3)]], "known to be x"),
    ],
)
def test_numbers_that_are_not_the_same(same, reason):
    with pytest.raises(Rejected, match=reason):
        equal_numbers(*same)


def test_only_letters_for_roots_are_numbers():
    free = [{"letter": "a", "role": "parameter"}]
    evidence = proof("impossible", [[]], names="x")
    evidence["inside"][0]["same"] = [["a", "1"]]
    with pytest.raises(Rejected, match="no letter for a root"):
        check(solutions([plus(X, minus(["letter", "a"]))], [single("1")], "x"), evidence, free)
    evidence["inside"][0]["same"] = [["w", ["letter", "a"]]]
    with pytest.raises(Rejected, match="known to be w"):
        check(solutions([plus(X, minus(W))], [single(["letter", "a"])], "x"), evidence, [*free, *SQRT2])


def test_roots_of_other_equations():
    with pytest.raises(Rejected, match="in x over numbers"):
        check(solutions([plus(X, Y)], []), proof(roots()))
    with pytest.raises(Rejected, match="not one in x"):
        check(solutions([plus(power(Y, 2), "1")], []), proof(roots()))
    divided = {"combine": [[[0, power(x, -2)]]], "then": roots(index=1)}
    tree = {"sign": x, "cases": [["!=", divided], ["=", "impossible"]]}
    with pytest.raises(Rejected, match="negative powers"):
        check(solutions([plus(X, "1")], [], "x"), proof(tree, names="x"))
    with pytest.raises(Rejected, match="negative powers"):
        check(solutions([plus(X, W)], [], "x"), proof(tree, names="x"), SQRT2)


NESTED = {"letter": "v", "root": W}
V = ["letter", "v"]
BETWEEN = [single(minus(V)), single(V)]


def test_roots_of_equations_over_numbers():
    statement = solutions([plus(power(X, 2), minus(W))], BETWEEN, "x")
    tree = roots([minus(V), leaf(0)], [V, leaf(1)])
    check(statement, proof(tree, [[]], [[]], names="x"), [*SQRT2, NESTED])
    check(solutions([plus(power(X, 2), W)], [], "x"), proof(roots(), names="x"), SQRT2)
    # the leading coefficient is zero, though not by its terms: a linear equation
    vanishing = plus(times(plus(power(W, 2), "-2"), power(X, 3)), times(W, X), "-2")
    check(solutions([vanishing], [single(W)], "x"), proof(roots([W, leaf(0)]), [[]], names="x"), SQRT2)
    with pytest.raises(Rejected, match="1 of 2 roots"):
        check(
            solutions([plus(power(X, 2), minus(W))], BETWEEN[1:], "x"),
            proof(roots([V, leaf(0)]), [[]], names="x"),
            [*SQRT2, NESTED],
        )
    with pytest.raises(Rejected, match="0 of 1 roots"):
        check(solutions([plus(power(X, 3), W)], [], "x"), proof(roots(), names="x"), SQRT2)


def test_equations_without_their_letter():
    # w u = 2 by the definitions, but not by the terms: that the coefficient is zero is not determined
    same = {"letter": "u", "polynomial": ["-2", "0", "1"], "interval": ["1", "2"]}
    undetermined = plus(times(plus(W, minus(["letter", "u"])), X), "1")
    with pytest.raises(Rejected, match="not determined"):
        check(solutions([undetermined], [], "x"), proof(roots(), names="x"), [*SQRT2, same])


@given(st.lists(st.tuples(*[st.integers(-3, 3)] * 2), min_size=2, max_size=5).filter(lambda c: c[-1] != (0, 0)))
def test_the_number_of_real_roots_over_a_number_is_the_one_of_sympy(pairs):
    setting = Problem(list(SQRT2)).setting
    coefficients = [Polynomial.of(a) + Polynomial.letter("w") * b for a, b in pairs]
    unknown = sympy.Symbol("x")
    expression = sum((a + b * sympy.sqrt(2)) * unknown**k for k, (a, b) in enumerate(pairs))
    polynomial = sympy.Poly(expression, unknown, extension=True)
    assert number_of_real_roots_over(setting, coefficients) == polynomial.count_roots()


def test_a_new_letter():
    statement = solutions([power(plus(X, Y), 3), plus(X, "-1")], [single("1", "-1")])
    zero = solve(3, "u", "1", solve(1, "y", "-1", leaf(0)))
    sum_ = solve(2, "x", "-1", {"factor": 0, "cases": [[["letter", "u"], 3, zero]]})
    check(statement, proof({"letter": "u", "is": plus(x, y), "then": sum_}, [[], []]))
    with pytest.raises(Rejected, match="declared twice"):
        check(statement, proof({"letter": "x", "is": plus(x, y), "then": sum_}, [[], []]))


def test_facts_stay_with_a_letter_that_is_replaced():
    # x > 0 and x = -y^2 contradict each other; y != 0 allows to divide by what y is replaced by
    statement = solutions([plus(X, power(Y, 2))], [family([[T, "<="]], T, T)])
    negative = solve(0, "x", "1", "impossible")
    with pytest.raises(Rejected, match="consist of solutions"):
        check(statement, proof({"sign": x, "cases": [[">", negative], ["<=", "impossible"]]}, [[]], letters=[["s"]]))
    body, square = plus(X, power(Y, 2)), family([], minus(power(T, 2)), T)
    split = {"sign": x, "cases": [[">", negative], ["<=", solve(0, "x", "1", leaf(0, y))]]}
    check(solutions([body], [square]), proof(split, [[]], letters=[["s"]]))
    bodies = [plus(Y, minus(times("2", X))), plus(times(X, ["name", "z"]), "-1")]
    shifted = family([[T, "!="]], T, times("2", T), power(T, -1))
    inner = solve(0, "x", minus("1/2"), solve(1, "z", times("2", power(y, -1)), leaf(0, times("1/2", y))))
    zero = solve(2, "x", "1", "impossible")
    tree = {"sign": x, "cases": [["=", zero], ["!=", inner]]}
    check(solutions(bodies, [shifted], "xyz"), proof(tree, [[], []], letters=[["s"]], names="xyz"))


def test_what_is_not_zero_is_kept_as_it_is():
    difference = plus(T, "-1")
    statement = solutions([Y], [family([[difference, "!="]], T, "0"), single("1", "0")])
    apart = {"sign": plus(x, "-1"), "cases": [["!=", leaf(0, x)], ["=", solve(1, "x", "1", leaf(1))]]}
    check(statement, proof(solve(0, "y", "1", apart), [[]], [[]], letters=[["s"], []]))
    contradiction = {"sign": plus(x, minus(x)), "cases": [["!=", "impossible"], ["=", apart]]}
    shifted = copy.deepcopy(apart)
    shifted["cases"][1][1]["solve"] = 2
    contradiction["cases"][1][1] = shifted
    check(statement, proof(solve(0, "y", "1", contradiction), [[]], [[]], letters=[["s"], []]))
    with pytest.raises(Rejected, match="not known to allow"):
        check(statement, proof(solve(0, "y", "1", leaf(0, x)), [[]], [[]], letters=[["s"], []]))


def test_critical_points_are_differentiated_by_the_kernel():
    constant = {"kind": "critical points", "function": ["function", ["x"], "1"], "components": [family([], T)]}
    check(constant, proof(leaf(0, x), [[]], letters=[["s"]], names="x"))
    parabola = {"kind": "critical points", "function": ["function", ["x"], power(X, 2)], "components": [single("0")]}
    check(parabola, proof(solve(0, "x", "1/2", leaf(0)), [[]], names="x"))
    for body, reason in ((["matrix", 1, 1, []], "no scalar"), (power(X, -1), "divides by its variables")):
        wrong = {"kind": "critical points", "function": ["function", ["x"], body], "components": []}
        with pytest.raises(Rejected, match=reason):
            check(wrong, proof("impossible", names="x"))


def refute(statement, evidence, declarations=()):
    """Refute the statement."""
    establish(Problem(list(declarations)), statement, "refuted", evidence)


def test_refutations():
    wrong = solutions([HYPERBOLA], [family([[T, "!="]], T, T)])
    violated = {"at": {}, "component": 0, "values": ["2"], "equation": 0}
    refute(wrong, violated)
    for change in ({"values": ["1"]}, {"values": ["0"]}, {"equation": 1}, {"component": 1}, {"at": {"a": "1"}}):
        with pytest.raises(Rejected):
            refute(wrong, {**violated, **change})
    with pytest.raises(Rejected, match="a point was expected"):
        refute(wrong, [])


def test_refutations_by_what_is_left_out():
    half = solutions([HYPERBOLA], [family([[T, ">"]], T, power(T, -1)), single("1", "1")])
    tree = solve(0, "s", "1", "impossible")
    outside = [{"letters": ["s"], "tree": tree}, {"letters": [], "tree": "impossible"}]
    left_out = {"at": {}, "numbers": [], "point": ["-1", "-1"], "same": [], "outside": outside}
    refute(half, left_out)
    for change in (
        {"point": ["-1", "1"]},
        {"point": ["1", "1"]},
        {"point": ["-1"]},
        {"outside": outside[:1]},
        {"outside": [outside[0], outside[0]]},
    ):
        with pytest.raises(Rejected):
            refute(half, {**left_out, **change})
    other = solutions([HYPERBOLA], [single("1")])
    with pytest.raises(Rejected, match="numbers of coordinates"):
        refute(other, {**left_out, "outside": outside[1:]})
    with pytest.raises(Rejected, match="how many coordinates"):
        check(solutions([], []), proof("impossible"))


def test_parameters_of_the_problem():
    a = ["letter", "a"]
    declared = [{"letter": "a", "role": "parameter"}, {"assume": [a, ">", "0"]}]
    statement = solutions([plus(times(a, X), "-1")], [single(power(a, -1))], "x")
    check(statement, proof(solve(0, "x", power(a, -1), leaf(0)), [[]], names="x"), declared)
    empty = {**statement, "components": []}
    left_out = {"at": {"a": "2"}, "numbers": [], "point": ["1/2"], "same": [], "outside": []}
    refute(empty, left_out, declared)
    with pytest.raises(Rejected):
        refute(empty, {**left_out, "at": {"a": "-2"}, "point": ["-1/2"]}, declared)


@given(st.lists(st.integers(-5, 5), min_size=2, max_size=7).filter(lambda c: c[-1] != 0))
def test_the_number_of_real_roots_is_the_one_of_sympy(coefficients):
    polynomial = sympy.Poly(coefficients[::-1], sympy.Symbol("x"))
    assert number_of_real_roots(list(map(Fraction, coefficients))) == len(set(polynomial.real_roots()))


@given(polynomials, polynomials, st.fractions(min_value=-4, max_value=4))
def test_multiples(left, right, factor):
    assert is_multiple(left * factor, left)
    assert is_multiple(left, right) == any(
        left == right * c for c in {0, *(a / b for a in left.terms.values() for b in right.terms.values())}
    )
    assert is_multiple(Polynomial(), left)


def test_a_root_by_which_something_is_divided():
    # x y = 1 and x^2 = 2, with y solved for first: the inverse of w is w / 2
    statement = solutions(
        [HYPERBOLA, plus(power(X, 2), "-2")], [single(W, times("1/2", W)), single(minus(W), times("-1/2", W))]
    )
    half, other = times("1/2", W), times("-1/2", W)

    def tree(left, right):
        cases = [[minus(W), left, leaf(1)], [W, right, leaf(0)]]
        return {
            "sign": x,
            "cases": [
                ["!=", solve(0, "y", power(x, -1), roots(*cases, index=1))],
                ["=", solve(2, "x", "1", "impossible")],
            ],
        }

    check(statement, proof(tree(other, half), [[], []], [[], []]), SQRT2)
    with pytest.raises(Rejected, match="not the inverse"):
        check(statement, proof(tree(half, half), [[], []], [[], []]), SQRT2)
    with pytest.raises(Rejected):
        check(statement, proof(tree(None, "1"), [[], []], [[], []]), SQRT2)
