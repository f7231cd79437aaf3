"""The inertia of a Hessian along a component: the rule, and what it must not let through."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.component_inertia import Reduction, characteristic_coefficients, inertia_of
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y, S, T = (["name", letter] for letter in "xyst")
CIRCLE = {
    "letters": ["s", "t"],
    "where": [[["+", ["^", S, 2], ["^", T, 2], "-1"], "="]],
    "point": [S, T],
}
WELL = ["function", ["x", "y"], ["^", ["+", ["^", X, 2], ["^", Y, 2], "-1"], 2]]
PROOF = {"numbers": [], "letters": ["a", "b"], "tree": None}
ROOT = [{"letter": "w", "root": "2"}]
W = ["letter", "w"]


def stated(inertia, component=CIRCLE, function=WELL):
    """The statement."""
    return {"kind": "inertia along", "function": function, "component": component, "inertia": inertia}


def there(*values, at=None, numbers=()):
    """A refutation."""
    return {"at": at or {}, "numbers": list(numbers), "values": list(values)}


def prove(statement, proof=PROOF, declarations=()):
    """Established."""
    establish(Problem(list(declarations)), statement, "proved", proof)


def refute(statement, proof, declarations=()):
    """Refuted."""
    establish(Problem(list(declarations)), statement, "refuted", proof)


def test_a_circle_of_minima():
    prove(stated([1, 0, 1]))
    for wrong in ([2, 0, 0], [0, 1, 1], [1, 1, 0]):
        with pytest.raises(Rejected, match=r"the inertia \[1, 0, 1\]"):
            prove(stated(wrong))
        refute(stated(wrong), there("1", "0"))
        refute(stated(wrong), there("3/5", "-4/5"))
    with pytest.raises(Rejected, match="that is stated"):
        refute(stated([1, 0, 1]), there("1", "0"))
    with pytest.raises(Rejected, match="does not allow"):
        refute(stated([2, 0, 0]), there("1", "1"))
    half = [["^", W, -1]] * 2
    refute(stated([2, 0, 0]), there(*half, numbers=ROOT))
    with pytest.raises(Rejected, match="no numbers"):
        refute(stated([2, 0, 0]), there(["letter", "p"], "0"), [{"letter": "p", "role": "point"}])


def test_an_orbit_needs_equations_that_follow_from_its_own():
    # the rows of U with U U^T = diag(2, 1); that U^T diag(1/2, 1) U = 1, too, is not seen at once
    u, v, s, t = (["name", x] for x in "uvst")
    products = [["+", ["*", u, s], ["*", v, t]], ["+", ["^", u, 2], ["^", v, 2]], ["+", ["^", s, 2], ["^", t, 2]]]
    rows = [products[0], ["+", products[1], "-2"], ["+", products[2], "-1"]]
    orbit = {"letters": list("uvst"), "where": [[row, "="] for row in rows], "point": [u, v, s, t]}
    terms = [["^", row, 2] for row in rows[1:]]
    function = ["function", list("uvst"), ["+", ["*", "2", ["^", rows[0], 2]], *terms]]
    with pytest.raises(Rejected, match="not known"):
        prove(stated([3, 0, 1], orbit, function), {**PROOF, "letters": list("abcd")})


def test_conditions_may_be_inequalities_and_numbers_roots():
    line = {"letters": ["t"], "where": [[T, ">"]], "point": [T]}
    cubic = ["function", ["x"], ["^", X, 3]]
    prove(stated([1, 0, 0], line, cubic), {**PROOF, "letters": ["a"]})
    with pytest.raises(Rejected, match="not known"):
        prove(stated([1, 0, 0], {**line, "where": []}, cubic), {**PROOF, "letters": ["a"]})
    point = {"letters": [], "where": [], "point": [W]}
    prove(stated([1, 0, 0], point, cubic), {**PROOF, "letters": []}, ROOT)
    flat = ["function", ["x"], "1"]
    prove(stated([0, 0, 1], line, flat), {**PROOF, "letters": ["a"]})


def test_what_does_not_fit():
    names = [f"x{k}" for k in range(41)]
    point = {"letters": [], "where": [], "point": ["0"] * 41}
    with pytest.raises(Rejected, match="41 coordinates"):
        prove(stated([0, 0, 40], point, ["function", names, "1"]), {**PROOF, "letters": []})
    matrix = ["function", ["x"], ["matrix", 1, 1, [[0, 0, X]]]]
    with pytest.raises(Rejected, match="no scalar"):
        prove(stated([1, 0, 0], {**point, "point": ["1"]}, matrix), {**PROOF, "letters": []})
    with pytest.raises(Rejected, match="declared twice"):
        prove(stated([1, 0, 1]), {**PROOF, "letters": ["a", "a"]})


def test_more_equations_are_combinations_of_those_there_are():
    a = ["letter", "a"]
    prove(stated([1, 0, 1]), {**PROOF, "tree": {"combine": [[[0, a]], [[1, a]]], "then": None}})
    with pytest.raises(Rejected):
        prove(stated([1, 0, 1]), {**PROOF, "tree": {"combine": [[[1, a]]], "then": None}})


AXIS = {"letters": ["t"], "where": [], "point": ["0", "0", T]}
# z x^2 + 3 x z - y^2 / 2; at (0, 0, t) the characteristic polynomial is x^3 - (2 t - 1) x^2 - (2 t + 9) x - 9
PRODUCTS = [["*", ["name", "z"], ["^", X, 2]], ["*", "3", X, ["name", "z"]], ["*", "-1/2", ["^", Y, 2]]]
CUBIC = ["function", ["x", "y", "z"], ["+", *PRODUCTS]]


def test_cases_in_which_the_inertia_is_the_same():
    difference = ["+", ["letter", "a"], "-1/2"]
    there = {"solve": 0, "letter": "a", "inverse": "1", "then": None}
    tree = {"sign": difference, "cases": [[">", None], ["=", there], ["<", None]]}
    given = {**PROOF, "letters": ["a"], "tree": tree}
    prove(stated([1, 2, 0], AXIS, CUBIC), given)
    with pytest.raises(Rejected, match="not known"):
        prove(stated([1, 2, 0], AXIS, CUBIC), {**given, "tree": None})
    half = {**tree, "cases": [[">", None], ["=", "impossible"], ["<", "impossible"]]}
    beyond = [[["+", T, "-1/2"], ">"]]
    prove(stated([1, 2, 0], {**AXIS, "where": beyond}, CUBIC), {**given, "tree": half})
    with pytest.raises(Rejected, match="impossible"):
        prove(stated([1, 2, 0], AXIS, CUBIC), {**given, "tree": half})
    for wrong in ("impossible", {**tree, "keep": []}, {"fact": None}, {"cases": []}, 3):
        with pytest.raises(Rejected):
            prove(stated([1, 2, 0], AXIS, CUBIC), {**given, "tree": wrong})
    with pytest.raises(Rejected, match=r"the inertia \[1, 2, 0\]"):
        prove(stated([3, 0, 0], AXIS, CUBIC), given)


def symmetric(*rows):
    """A matrix with one letter a."""
    known = Known(Problem([{"letter": "a", "role": "point"}]))
    return known, [[known.problem.scalar(x) for x in row] for row in rows]


def test_a_sign_between_opposite_ones_need_not_be_known():
    a = ["letter", "a"]
    # x^2 - a x - 1
    assert inertia_of(*symmetric([a, "1"], ["1", "0"])) == [1, 1, 0]
    # x^2 - a x: a may be zero, and then both eigenvalues are
    with pytest.raises(Rejected, match="not known"):
        inertia_of(*symmetric([a, "0"], ["0", "0"]))
    # x^2 - 2 a x + a^2 - a^4 and x^2 - 2 a x + a^2: the last sign is not known
    for corner in (["^", a, 2], "0"):
        with pytest.raises(Rejected, match="not known"):
            inertia_of(*symmetric([a, corner], [corner, a]))
    # x^3 - a x^2 - x: nothing is told by the zero at the end
    assert inertia_of(*symmetric([a, "1", "0"], ["1", "0", "0"], ["0", "0", "0"])) == [1, 1, 1]


def test_equations_are_used_to_simplify():
    known = Known(Problem([{"letter": x, "role": "point"} for x in "xyz"]))
    x, y, z = map(Polynomial.letter, "xyz")
    for equation in (x * x + y * y - 1, x * z - 2, Polynomial(), Polynomial.letter("z", -1) - y):
        known = known.supposing(equation, "=")
    simplify = Reduction(known)
    assert simplify(x**4 + x * x * y * y) in (x * x, 1 - y * y)
    assert simplify(x * z * y) == y * 2
    assert simplify(Polynomial.letter("z", -1)) == Polynomial.letter("z", -1)


@given(st.integers(1, 4), st.data())
def test_the_inertia_of_matrices_is_the_one_of_sympy(size, data):
    small = st.integers(-2, 2)
    upper = {(i, j): data.draw(small) for i in range(size) for j in range(i, size)}
    table = sympy.Matrix(size, size, lambda i, j: upper[min(i, j), max(i, j)])
    matrix = [[Polynomial.of(int(table[i, j])) for j in range(size)] for i in range(size)]
    unknown = sympy.Symbol("x")
    characteristic = table.charpoly(unknown)
    found = [value.constant for value in characteristic_coefficients(Known(Problem([])), matrix)]
    assert [1, *found] == characteristic.all_coeffs()
    roots = list(characteristic.real_roots())
    counts = [[sympy.sign(root) for root in roots].count(wanted) for wanted in (1, -1, 0)]
    assert len(roots) == size
    assert inertia_of(Known(Problem([])), matrix) == counts
