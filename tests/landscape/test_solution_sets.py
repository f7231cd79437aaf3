"""All solutions and all critical points: found, stated, and compared with sympy and with brute force."""

from fractions import Fraction
from itertools import combinations, product

import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy.abc import x, y, z

from exactcheck import InputError, function, letter, matrix, norm_squared, real_root, sqrt, verify_statements
from exactcheck.decide.solution_search import Search
from exactcheck.landscape import critical_points, family, hessian, hessian_inertia, inertia, real_solutions
from exactcheck.landscape.component_inertia import inertia_along, value_along
from exactcheck.landscape.solution_sets import Unfinished

X1, X2, Y1, Y2 = sympy.symbols("x1 x2 y1 y2")
COMPLETION = (X1 * Y1 - 1) ** 2 + (X2 * Y1 - 1) ** 2 + (X2 * Y2 - 1) ** 2
AXES = [X1, X2, Y1, Y2]


def branch(body):
    """A family over a letter that is not zero."""
    return family(body, nonzero=lambda t: t)


FAMILIES = [
    branch(lambda t: (t, t, 1 / t, 1 / t)),
    branch(lambda t: (t, 0, 1 / t, -1 / t)),
    branch(lambda t: (t, -t, 0, -1 / t)),
    (0, 0, 0, 0),
]


def verdict(statement):
    """The verdict on a statement, with the kernel behind it."""
    result = verify_statements(statement)
    assert result.verdict == "undecided" or result.trust == "kernel"
    return result.verdict


def gram(rows, cols, diagonal):
    """||U U^T - D||^2 for a diagonal D."""
    u = sympy.Matrix(rows, cols, lambda i, j: sympy.Symbol(f"u{i}{j}"))
    return sympy.expand(sum(entry**2 for entry in u * u.T - sympy.diag(*diagonal)))


def katsura(n):
    """The magnetism equations in n + 1 unknowns."""
    u = sympy.symbols(f"u0:{n + 1}")

    def at(i):
        return u[abs(i)] if abs(i) <= n else 0

    sums = [sum(at(i) * at(m - i) for i in range(-n, n + 1)) - at(m) for m in range(n)]
    return [sum(at(i) for i in range(-n, n + 1)) - 1, *map(sympy.expand, sums)]


@pytest.mark.parametrize(
    ("solutions", "shown"),
    [
        (critical_points((x * y - 1) ** 2), "{(y^-1, y) : y != 0}, (0, 0)"),
        (critical_points((x**2 + y**2 - 1) ** 2), "{(x, y) : x^2 + y^2 - 1 = 0}, (0, 0)"),
        (critical_points((x**2 + y**2 + z**2 - 1) ** 2), "{(x, y, z) : x^2 + y^2 + z^2 - 1 = 0}, (0, 0, 0)"),
        (critical_points(gram(2, 1, [2, 1])), "(-sqrt2, 0), (0, -1), (0, 0), (0, 1), (sqrt2, 0)"),
        (critical_points(x * y), "(0, 0)"),
        (critical_points(x**2 - 2 * x * y + y**2), "{(y, y) : y real}"),
        (critical_points(3 * x + y**2), "no points"),
        (real_solutions([x * y - 1, x + y, x - y]), "no points"),
        (real_solutions([x**2 + x * y + y**2 + 1, x - z]), "no points"),
        (real_solutions(x**2 + y**2 + 1), "no points"),
        (real_solutions((x * y - 1) ** 2 / 2 + 3 * (x - y) ** 4), "(-1, -1), (1, 1)"),
        (real_solutions((x * y - 1) ** 2 + 2), "no points"),
        (real_solutions([(x * y - 1) ** 2 - 1, 2 * x - x**3]), None),
        (real_solutions(x**4 + x**2 * y**2 + y**6), "(0, 0)"),
        (real_solutions([sympy.Eq(x**2, 4), y - x]), "(-2, -2), (2, 2)"),
        (real_solutions((x**2 + 1) * (x - 3) ** 2), "(3)"),
        (real_solutions([x**2 - 2, y**2 - 2, x * y - 2]), "(-sqrt2, -sqrt2), (sqrt2, sqrt2)"),
        (real_solutions([x * y - z, x * z - y], [x, y, z]), None),
        (real_solutions(x**3 - x - 1), "(theta); theta: the root of x^3 - x - 1 between 5/4 and 11/8"),
    ],
)
def test_what_is_found(solutions, shown):
    assert shown in (None, repr(solutions))
    assert verdict(solutions.statement()) == "proved"


def test_the_matrix_completion_example():
    found = critical_points(COMPLETION, AXES)
    assert verdict(found == FAMILIES) == "proved"
    assert verdict(real_solutions(COMPLETION, AXES) == FAMILIES[:1]) == "proved"
    assert found.inertias == [(2, 1, 1), (2, 1, 1), (3, 0, 1), (2, 2, 0)]
    for k in range(len(FAMILIES)):
        assert verdict(found == FAMILIES[:k] + FAMILIES[k + 1 :]) == "refuted"
    wrong = branch(lambda t: (t, t, 1 / t, 2 / t))
    assert verdict(found == [*FAMILIES, wrong]) == "refuted"
    t = letter("t")
    f = function(lambda a, b, c, d: (a * c - 1) ** 2 + (b * c - 1) ** 2 + (b * d - 1) ** 2, **dict.fromkeys("abcd"))
    at = (-t, 0, -1 / t, 1 / t)
    assert verify_statements(inertia(hessian(f, at), 2, 1, 1), assuming=[t > 0]).verdict == "proved"


@pytest.mark.parametrize(("n", "count"), [(2, 4), (3, 6)])
def test_katsura(n, count):
    components = real_solutions(katsura(n)).components
    assert len(components) == count
    assert not any(component.variables for component in components)


@pytest.mark.parametrize("diagonal", [[3, 2, 1], [2, 2, 1], [1, 1, 1]])
def test_rank_one_approximations(diagonal):
    # u is critical if and only if D u = ||u||^2 u: 0, and a sphere for each eigenvalue, two points if it is simple
    components = critical_points(gram(3, 1, diagonal)).components
    counted = [diagonal.count(value) for value in set(diagonal)]
    spheres = [dimension for m in counted for dimension in ([0, 0] if m == 1 else [m])]
    assert sorted(len(component.variables) for component in components) == sorted([0, *spheres])


@given(st.lists(st.integers(-4, 4), min_size=2, max_size=6).filter(lambda c: c[-1] != 0))
def test_univariate_polynomials(coefficients):
    polynomial = sympy.Poly(coefficients[::-1], x)
    expected = sorted(set(polynomial.real_roots()), key=lambda root: root.evalf(30))
    components = real_solutions(polynomial.as_expr(), [x]).components
    assert len(components) == len(expected)
    for component, root in zip(components, expected, strict=True):
        below, above = (sympy.Rational(str(root.evalf(20))) + sign * sympy.Rational(1, 10**9) for sign in (-1, 1))
        (found,) = component.point
        assert verify_statements(found >= below, found <= above).verdict == "proved"


LINES = st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(-3, 3)).filter(lambda line: line[:2] != (0, 0))


def meeting(left, right):
    """The common points of two lines a x + b y = c."""
    (a, b, c), (d, e, f) = left, right
    determinant = a * e - b * d
    if determinant:
        return (Fraction(c * e - b * f, determinant), Fraction(a * f - c * d, determinant))
    if a * f != c * d or b * f != c * e:
        return None
    foot = Fraction(c, a * a + b * b)
    return family(lambda t: (a * foot - b * t, b * foot + a * t))


@given(st.lists(LINES, min_size=4, max_size=4))
def test_products_of_lines(lines):
    first, second, third, fourth = (a * x + b * y - c for a, b, c in lines)
    solutions = real_solutions([sympy.expand(first * second), sympy.expand(third * fourth)], [x, y])
    common = [meeting(left, right) for left, right in product(lines[:2], lines[2:])]
    expected = [each for each in common if each is not None]
    assert verdict(solutions == expected) == "proved"
    assert verdict(solutions.statement()) == "proved"
    points = {each for each in expected if isinstance(each, tuple)}
    if len(points) == len(expected) > 0:
        assert verdict(solutions == sorted(points)[1:]) == "refuted"


@given(st.lists(st.tuples(*[st.integers(-3, 3)] * 2), min_size=1, max_size=4, unique_by=lambda p: p[0]))
def test_planted_points(points):
    vanishing = sympy.prod([x - a for a, _ in points])
    through = sympy.interpolate(points, x)
    solutions = real_solutions([sympy.expand(vanishing), sympy.expand(y - through)], [x, y])
    assert verdict(solutions == points) == "proved"
    assert verdict(solutions == [*points, (7, 7)]) == "refuted"


CONICS = st.lists(st.integers(-2, 2), min_size=6, max_size=6).map(
    lambda c: sympy.Add(*(a * m for a, m in zip(c, (x * x, x * y, y * y, x, y, sympy.S.One), strict=True)))
)


@settings(max_examples=20)
@given(CONICS, CONICS)
def test_conics_have_as_many_common_points_as_sympy_counts(left, right):
    basis = sympy.groebner([left, right], x, y, order="lex") if left.free_symbols and right.free_symbols else []
    assume(len(basis) == 2 and sympy.degree(basis[0], x) == 1 and sympy.Poly(basis[0], x).LC().is_number)
    assume(basis[1].free_symbols == {y})
    components = real_solutions([left, right], [x, y]).components
    assert not any(component.variables for component in components)
    assert len(components) == len(set(sympy.Poly(basis[1], y).real_roots()))


def orbits(diagonal, rank):
    """The critical points of ||U U^T - D||^2 for D with different eigenvalues: U U^T = D on at most r rows, else 0."""
    names = [f"u{i}{j}" for i in range(len(diagonal)) for j in range(rank)]
    for size in range(rank + 1):
        for chosen in combinations(range(len(diagonal)), size):
            letters = {x for i in chosen for x in names[rank * i : rank * (i + 1)]}
            yield chosen, [x if x in letters else "0" for x in names]


@pytest.mark.parametrize(
    ("rows", "cols", "diagonal", "count"),
    [(2, 2, (2, 1), 4), (3, 2, (3, 2, 1), 7), (4, 2, (5, 3, 2, 1), 11)],
)
def test_each_orbit_of_a_factorization_is_described_once(rows, cols, diagonal, count):
    found = critical_points(gram(rows, cols, diagonal))
    expected = list(orbits(diagonal, cols))
    assert len(found.components) == len(expected) == count
    assert {tuple(map(repr, component.point)) for component in found.components} == {tuple(p) for _, p in expected}
    for component in found.components:
        rows_of = [repr(x)[1] for x in component.point if repr(x) != "0"]
        size = len(set(rows_of))
        assert len(component.where) == size * (size + 1) // 2
        assert {relation for _, relation in component.where} <= {"="}


def test_orbits_of_a_double_eigenvalue_and_of_rows_in_proportion():
    found = critical_points(gram(2, 2, (1, 1)))
    assert len(found.components) == 4
    assert repr(real_solutions([x * y - z * X1], [x, y, z, X1])) == "{(x, y, z, x1) : x y - x1 z = 0}"


def cyclic(n):
    """The cyclic roots."""
    u = sympy.symbols(f"x0:{n}")
    sums = [sum(sympy.prod([u[(i + j) % n] for j in range(k)]) for i in range(n)) for k in range(1, n)]
    return [*sums, sympy.prod(u) - 1]


NOON = sympy.symbols("x1:3")
COUNTED = [
    # 6 = 3! products of lines in general position; a solver of doubles sometimes counts 5 of them
    ([(x - 2) * (y - 3) * (z - 4), (x - 6) * (y - 7) * (z - 5), (x - 4) * (y - 11) * (z - 3)], 6, 0),
    (cyclic(3), 0, 0),
    (cyclic(4), 0, 2),
    ([10 * a * (sum(b**2 for b in NOON) - a**2) - 11 * a + 10 for a in NOON], 3, 0),
]


@pytest.mark.parametrize(("equations", "points", "families"), COUNTED)
def test_systems_whose_real_solutions_are_known(equations, points, families):
    components = real_solutions([sympy.expand(equation) for equation in equations]).components
    assert [bool(component.variables) for component in components] == [True] * families + [False] * points


ROOT = sqrt(2)
OVER_NUMBERS = [
    (lambda x: x**2 - ROOT, "(-root), (root); root: the square root of sqrt2"),
    (lambda x: x**2 + ROOT, "no points"),
    (lambda x: x**4 + ROOT * x**2 + 1, "no points"),
    (lambda x: (x - ROOT) ** 2, "(sqrt2)"),
    (lambda x: x**2 - 3 - 2 * ROOT, "(-sqrt2 - 1), (sqrt2 + 1)"),
    (lambda x: (1 + ROOT) * x - 1, "(sqrt2 - 1)"),
    (lambda x: x**3 - ROOT, "(theta); theta: the root of x^6 - 2 between 1 and 9/8"),
    (lambda x: x**3 - ROOT * x**2 + 1, "(theta_2); theta_2: the root of x^6 - 2 x^4 + 2 x^3 + 1 between -3/4 and -5/8"),
]


@pytest.mark.parametrize(("body", "shown"), OVER_NUMBERS)
def test_equations_over_numbers(body, shown):
    solutions = real_solutions(function(body, x=None))
    assert repr(solutions) == shown
    assert verdict(solutions.statement()) == "proved"


def test_points_for_numbers_in_the_equations():
    sixth = [-2, 0, 0, 0, 0, 0, 1]
    cube = real_solutions(function(lambda x: x**3 - ROOT, x=None))
    assert verdict(cube == [real_root(sixth, 1, 2)]) == "proved"
    assert verdict(cube == [real_root(sixth, -2, -1)]) == "refuted"
    assert verdict(cube == [real_root([-3, 0, 0, 0, 0, 0, 1], 1, 2)]) == "refuted"
    assert verdict(cube == []) == "refuted"
    crossing = real_solutions([function(b, x=None, y=None) for b in CROSSING])
    assert len(crossing.components) == 4
    assert verdict(crossing.statement()) == "proved"


CROSSING = [lambda x, y: x**2 + y**2 - 3 - ROOT, lambda x, y: x * y - ROOT]


def test_solutions_over_numbers_are_compared():
    solutions = real_solutions([function(b, x=None, y=None) for b in (lambda x, y: x**2 - ROOT, lambda x, y: x - y)])
    fourth = sqrt(ROOT)
    assert verdict(solutions == [(fourth, fourth), (-fourth, -fourth)]) == "proved"
    assert verdict(solutions == [(fourth, fourth)]) == "refuted"
    assert verdict(solutions == [(fourth, fourth), (-fourth, -fourth), (1, 1)]) == "refuted"


def inertia_by_roots(diagonal, cols, held):
    """The inertia at the point of an orbit where each row in T is sqrt(d_i) times a unit vector."""
    u = sympy.Matrix(len(diagonal), cols, lambda i, j: sympy.Symbol(f"u{i}{j}"))
    at = dict.fromkeys(u, 0) | {u[i, j]: sympy.sqrt(diagonal[i]) for j, i in enumerate(held)}
    form = sympy.hessian(gram(len(diagonal), cols, diagonal), list(u)).subs(at)
    signs = [sympy.sign(root) for root in sympy.Poly(form.charpoly().as_expr()).real_roots()]
    return tuple(map(signs.count, (1, -1, 0)))


def test_what_the_function_is_like_along_orbits():
    # where U U^T = D on some rows and U = 0 on the others, the value is the sum of d_i^2 over these
    diagonal, f = (3, 2, 1), gram(3, 2, (3, 2, 1))
    found = critical_points(f)
    for component, value, counts in zip(found.components, found.values, found.inertias, strict=True):
        held = {int(repr(x)[1]) for x in component.point if repr(x) != "0"}
        assert value.value == sum(d**2 for i, d in enumerate(diagonal) if i not in held)
        assert counts == inertia_by_roots(diagonal, 2, sorted(held))
        assert verdict(hessian_inertia(f, component, *counts)) == "proved"
    assert found.table().splitlines()[0].split() == ["value", "inertia", "dimension", "pieces", "component"]
    assert "?" not in found.table()


def test_values_and_inertias_that_are_not_constant():
    f = (x**2 + y**2 - 1) ** 2
    found = critical_points(f)
    circle, origin = found.components
    line, wide = family(lambda t: (t, 0)), family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 == 7)
    assert [value.value for value in found.values] == [0, 1]
    assert value_along(found.functions[0], line) is None
    assert inertia_along(found.functions[0], line) is None
    stated = [(circle, (1, 0, 1), "proved"), (circle, (1, 1, 0), "refuted"), (line, (1, 1, 0), "refuted")]
    # 7 is no sum of two squares of rational numbers
    stated += [(origin, (0, 2, 0), "proved"), (wide, (2, 0, 0), "proved"), (wide, (1, 1, 0), "undecided")]
    for component, counts, expected in stated:
        assert verdict(hessian_inertia(f, component, *counts)) == expected


def test_found_components_keep_their_proof():
    statement = critical_points(COMPLETION).statement()
    assert verdict(statement) == "proved"
    # it is taken as it is, and judged by the kernel like any other
    statement.hints["proof"] = {**statement.hints["proof"], "tree": "impossible"}
    assert verdict(statement) == "undecided"


def test_functions_of_matrices_and_with_parameters():
    one = matrix([[1], [0]])
    squared = function(lambda U: norm_squared(U - one) * norm_squared(U + one), U=(2, 1))
    assert repr(critical_points(squared)) == "(-1, 0), (0, 0), (1, 0)"
    a = letter("a")
    f = function(lambda u, v: a * (u**2 - 1) ** 2 + v**2, u=None, v=None)
    stated = critical_points(f) == [(0, 0), (1, 0), (-1, 0)]
    assert verify_statements(stated, assuming=[a > 0]).verdict == "proved"
    assert verify_statements(stated).verdict != "proved"
    assert verify_statements(critical_points(f) == [(0, 0), (1, 0)], assuming=[a > 0]).verdict == "refuted"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: real_solutions(sympy.sin(x)), "no polynomial"),
        (lambda: real_solutions(sympy.I * x + 1), "rational numbers"),
        (lambda: real_solutions(0.5 * x), "not exact"),
        (lambda: real_solutions([]), "there is none"),
        (lambda: real_solutions(sympy.Integer(3)), "no variable"),
        (lambda: real_solutions(x < 1), "no equation"),
        (lambda: critical_points(1 / x), "no polynomial"),
        (lambda: critical_points(x) == 3, "not a list"),
        (lambda: critical_points(x) == [(1, 2)], "2 coordinates instead of 1"),
        (lambda: critical_points(x) == [len], "neither a point"),
        (lambda: family(lambda t: t, where=lambda t: t), "no condition"),
        (lambda: hessian(function(norm_squared, X=(1, 1)), at=[[1]]), "matrices"),
        (lambda: real_solutions(function(norm_squared, X=(1, 1))), "matrices"),
        (lambda: real_solutions(x, [x, x]), "not different"),
        (lambda: hessian_inertia(x**2, (0,), 1, 1, 0), "add up to 1"),
        (lambda: hessian_inertia(x**2, (0,), -1, 2, 0), "add up to 1"),
        (lambda: hessian_inertia(x**2, (0, 0), 1, 0, 0), "2 coordinates"),
        (lambda: hessian_inertia(function(norm_squared, X=(1, 1)), (0,), 1, 0, 0), "matrices"),
        (lambda: critical_points(sympy.I * x**2), "rational numbers"),
        (lambda: critical_points(sympy.Abs(x)), "f: "),
        (lambda: critical_points(sympy.Integer(3)), "no variable"),
        (lambda: real_solutions([x, "y"]), "equations"),
        (lambda: critical_points(x, [y]), "variables"),
        (lambda: critical_points(x, most_cases=0), "most_cases"),
        (lambda: real_solutions(x, most_cases=2.5), "most_cases"),
        (lambda: real_solutions(x, seconds=-1), "seconds"),
        (lambda: critical_points(x, seconds="soon"), "seconds"),
    ],
)
def test_what_is_not_understood(wrong, words):
    with pytest.raises(InputError, match=words):
        wrong()


def test_limits():
    with pytest.raises(Unfinished, match="number of cases"):
        critical_points(COMPLETION, most_cases=3).components  # noqa: B018
    with pytest.raises(Unfinished, match=r"number of cases is reached; found so far: \(2\)"):
        real_solutions(x**4 - 5 * x**2 + 4, most_cases=3).components  # noqa: B018
    with pytest.raises(Unfinished, match="time is reached; found so far: nothing"):
        critical_points(COMPLETION, seconds=0).components  # noqa: B018
    assert verdict(critical_points(COMPLETION, AXES, most_cases=3) == FAMILIES) == "undecided"


def test_cases_that_are_nested_too_deeply(monkeypatch):
    def deeper(*arguments):
        raise RecursionError

    monkeypatch.setattr(Search, "tree", deeper)
    with pytest.raises(Unfinished, match="too deeply"):
        critical_points(COMPLETION).components  # noqa: B018


def test_what_is_read_of_a_family():
    half = family(lambda t: (t, t**2), where=lambda t: t > 1)
    assert repr(half) == "{(t, t^2) : t - 1 > 0}"
    assert branch(lambda t: (t, 1 / t))._repr_latex_() == r"$\{(t, {t}^{-1}) \mid t \ne 0\}$"
    assert repr(family(lambda s, t: (s, t))) == "{(s, t) : s, t real}"
    assert verdict(real_solutions([y - x**2], [x, y]) == [half]) == "refuted"
    rest = family(lambda t: (t, t**2), where=lambda t: [t <= 1])
    assert verdict(real_solutions([y - x**2], [x, y]) == [family(lambda t: (t, t**2))]) == "proved"
    assert verdict(real_solutions([y - x**2], [x, y]) == [half, rest]) == "proved"
    less = family(lambda t: (t, t**2), where=lambda t: [t < 1])
    assert verdict(real_solutions([y - x**2], [x, y]) == [half, less]) == "refuted"


def test_something_is_divided_by_a_root():
    x, y, z = sympy.symbols("x y z")
    divided = real_solutions([3 * x * y - 2, -2 * x * y**2 + 2 * x * y + 2 * x, 2 * x**2 * y + x * z])
    assert len(divided.components) == 2
    assert verdict(divided.statement()) == "proved"
    cubic = critical_points(x**2 * y * z + x**2 - 3 * x * y + x * z**2)
    assert [bool(component.variables) for component in cubic.components] == [True, False]
    assert verdict(cubic.statement()) == "proved"


def test_different_numbers_have_different_names_where_they_are_shown():
    x, y = sympy.symbols("x y")
    two, five = (real_solutions([x**3 - number]).components for number in (2, 5))
    assert repr(real_solutions([x**3 - 2]) == [*two, *five]).endswith("are (theta), (theta_2)")
    assert repr(real_solutions([x**3 - 2]) == [*two, *two]).endswith("are (theta), (theta)")
    lines = critical_points(sympy.expand(x**2 * (x - 3) ** 2 * (y**3 - 2 - x)), (x, y)).table().splitlines()
    assert lines[-2].startswith("theta: the root of x^3 - 5 ")
    assert lines[-1].startswith("theta_2: the root of x^3 - 2 ")
    assert any("(3, theta)" in line for line in lines)
    assert any("(0, theta_2)" in line for line in lines)
    once = critical_points(x**2 * (y**3 - 2) ** 2).table()
    assert once.count("the root of x^3 - 2") == 1


def test_names_that_a_search_uses_itself():
    x, own, usual = sympy.symbols("x x__ x_")
    for make, what in ((real_solutions, [x * own - x]), (critical_points, own**2), (family, lambda t__: t__)):
        with pytest.raises(InputError, match="ends with two underscores"):
            make(what)
    alike = [critical_points(x * (x**2 + other**2 - 1) ** 2) for other in (usual, sympy.Symbol("y"))]
    assert [found.number_of_connected_components for found in alike] == [3, 3]
    assert [counts for _, counts in alike[0].strata[0]] == [counts for _, counts in alike[1].strata[0]]
