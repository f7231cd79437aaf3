"""Dimensions and connected components of critical sets, against what is known; how they are stated and shown."""

import pytest
import sympy
from sympy.abc import x, y, z

from exactcheck import InputError, point, verify_statements
from exactcheck.kernel import check
from exactcheck.landscape import critical_points, dimension, family, number_of_connected_components, real_solutions

X1, X2, Y1, Y2 = sympy.symbols("x1 x2 y1 y2")
COMPLETION = (X1 * Y1 - 1) ** 2 + (X2 * Y1 - 1) ** 2 + (X2 * Y2 - 1) ** 2


def gram(rows, cols, diagonal):
    """||U U^T - D||^2 for a diagonal D."""
    u = sympy.Matrix(rows, cols, lambda i, j: sympy.Symbol(f"u{i}{j}"))
    return sympy.expand(sum(entry**2 for entry in u * u.T - sympy.diag(*diagonal)))


SETS = [
    (COMPLETION, [1, 1, 1, 0], [2, 2, 2, 1], 7),
    # two sign choices for each eigenvector of a positive eigenvalue, and 0
    (gram(2, 1, (2, 1)), [0] * 5, [1] * 5, 5),
    (gram(3, 1, (3, 2, 1)), [0] * 7, [1] * 7, 7),
    # the orthogonal matrices of order two have two components, the unit vectors of the plane one
    (gram(2, 2, (2, 1)), [1, 1, 1, 0], [2, 1, 1, 1], 5),
    (gram(3, 2, (3, 2, 1)), [1] * 6 + [0], [2, 2, 2, 1, 1, 1, 1], 10),
    # u v^T with unit vectors u and v, the orthogonal matrices, and 0
    (gram(2, 2, (1, 1)), [2, 1, 1, 0], [1, 1, 1, 1], 4),
    ((x * y - 1) ** 2, [1, 0], [2, 1], 3),
    ((x**2 + y**2 - 1) ** 2, [1, 0], [1, 1], 2),
    ((x**2 + y**2 + z**2 - 1) ** 2, [2, 0], [1, 1], 2),
    # patterns of observed entries of a matrix with two rows and columns
    ((X1 * Y1 - 1) ** 2 + (X2 * Y2 - 1) ** 2, [2, 1, 1, 0], [4, 2, 2, 1], 9),
    ((X1 * Y1 - 1) ** 2 + (X1 * Y2 - 1) ** 2, [1, 1], [1, 2], 3),
    (COMPLETION + (X1 * Y2 - 1) ** 2, [1, 1, 1], [2, 1, 1], 3),
    # two lines that cross
    (x**2 * y**2, [1, 1], [1, 1], 1),
    (x**3 + x + y**2, [], [], 0),
]


@pytest.mark.parametrize(("f", "dimensions", "counts", "number"), SETS)
def test_critical_sets(f, dimensions, counts, number):
    found = critical_points(f)
    assert sorted(found.dimensions) == sorted(dimensions)
    assert sorted(found.connected_components) == sorted(counts)
    assert found.number_of_connected_components == number
    assert "?" not in found.table()


def test_numbers_of_the_whole_set_are_stated_without_its_components():
    found = critical_points(COMPLETION)
    count = number_of_connected_components(found)
    assert verify_statements(count == 7, count >= 7, count <= 8, dimension(found) == 1).verdict == "proved"
    for wrong in (count == 6, count == 8, count >= 8, count <= 6, dimension(found) == 2, dimension(found) <= 0):
        assert verify_statements(wrong).verdict == "refuted"


def test_tables_show_where_the_inertia_changes():
    shown = critical_points(COMPLETION + (X1 * Y2 - 1) ** 2).table()
    assert (
        shown
        == """\
value  inertia    dimension  pieces  component
0      (3, 0, 1)  1          2       {(y2^-1, y2^-1, y2, y2) : y2 != 0}
4      varies     1          1       {(0, 0, -y2, y2) : y2 real}
       (2, 1, 1)                     - {(0, 0, -y2, y2) : y2 < 0}
       (1, 1, 2)                     - (0, 0, 0, 0)
       (2, 1, 1)                     - {(0, 0, -y2, y2) : y2 > 0}
4      varies     1          1       {(-x2, x2, 0, 0) : x2 real}
       (2, 1, 1)                     - {(-x2, x2, 0, 0) : x2 < 0}
       (1, 1, 2)                     - (0, 0, 0, 0)
       (2, 1, 1)                     - {(-x2, x2, 0, 0) : x2 > 0}
connected components in all: 3"""
    )
    cubic = critical_points(x**2 * (y**3 - y - 1)).table().splitlines()
    assert cubic[-1] == "theta: the root of x^3 - x - 1 between 5/4 and 11/8"
    assert cubic[2:5] == [
        "       (0, 1, 1)                     - {(0, y) : y - theta < 0}",
        "       (0, 0, 2)                     - (0, theta)",
        "       (1, 0, 1)                     - {(0, y) : y - theta > 0}",
    ]


def test_rank_one_approximations_of_a_matrix_of_rank_two():
    table = sympy.Matrix([[1, 2], [3, 4]])
    f = sum((u * v - table[i, j]) ** 2 for i, u in enumerate((X1, X2)) for j, v in enumerate((Y1, Y2)))
    found = critical_points(sympy.expand(f))
    # the squares of the singular values are 15 + 221^(1/2) and 15 - 221^(1/2): what is left is the other one
    (curve, origin) = found.strata
    assert origin == []
    assert [counts for _, counts in curve] == [(2, 1, 1), (2, 1, 1), (3, 0, 1), (3, 0, 1)]
    rows = found.table().splitlines()
    assert rows[1].split()[:5] == ["varies", "varies", "1", "4", "{(221/341"]
    assert [row.split("  (")[0] for row in rows[2:6]] == ["sqrt13 sqrt17 + 15 "] * 2 + ["-sqrt13 sqrt17 + 15"] * 2
    assert rows[-1] == "connected components in all: 5"


def test_parts_of_families_with_two_letters():
    found = critical_points(x**2 * (y**2 + z**2), [x, y, z])
    shown = {repr(part): counts for parts in found.strata for part, counts in parts}
    assert shown == {
        "{(0, y, z) : y^2 + z^2 > 0}": (1, 0, 2),
        "(0, 0, 0)": (0, 0, 3),
        "{(x, 0, 0) : x < 0}": (2, 0, 1),
        "{(x, 0, 0) : x > 0}": (2, 0, 1),
    }
    saddles = critical_points(x * (y**2 + z**2 + 1), [x, y, z])
    assert saddles.components == []


def test_what_is_not_seen_is_a_question_mark():
    quartic = x**4 + x * y + y**4 - 1
    found = critical_points(sympy.expand(quartic**2))
    assert None in found.connected_components
    assert found.number_of_connected_components is None
    assert found.table().endswith("connected components in all: ?")


CIRCLE = family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 == 1)


def test_statements_read_aloud():
    assert repr(number_of_connected_components([CIRCLE, (0, 0)]) == 2) == (
        "the number of connected components of {(s, t) : s^2 + t^2 - 1 = 0}, (0, 0) is 2"
    )
    assert repr(dimension(critical_points((x * y - 1) ** 2)) >= 1) == (
        "the dimension of the critical points of (x, y) -> (x y - 1)^2 is at least 1"
    )
    assert repr(dimension(real_solutions([x * y, x])) <= 1).endswith("solutions (x, y) of x y = 0, x = 0 is at most 1")
    assert repr(number_of_connected_components([]) == 0).endswith("components of the empty set is 0")
    sets = (CIRCLE, critical_points(x**2), real_solutions(x))
    spoken = check(verify_statements(*(number_of_connected_components(points) >= 0 for points in sets)).document)
    assert [line.split(" is >= ")[0] for line in spoken.statements[1:]] == [
        "proved: the number of connected components of the set of all points (s, t) for all real s, t with "
        "((s^2 + t^2) + (-1)) = 0",
        "proved: the number of connected components of the set of critical points of (x) -> x^2",
        "proved: the number of connected components of the set of real solutions (x) of x = 0",
    ]


def test_points_are_written_as_elsewhere():
    for points in ((0, 1), [0, 1], [(0, 1)], family(lambda: (0, 1)), [[0, 1]]):
        assert (
            verify_statements(number_of_connected_components(points) == 1, dimension(points) == 0).verdict == "proved"
        )
    assert verify_statements(number_of_connected_components(3) == 1).verdict == "proved"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: dimension(len), "points: .* is no set of points"),
        (lambda: dimension("circle"), "a coordinate: 'circle'"),
        (lambda: number_of_connected_components([(0, 1), (0,)]), "1 coordinates instead of 2"),
        (lambda: number_of_connected_components([(0, 1), len]), "neither a point"),
        (lambda: dimension((0, 1)) == "1", "number: '1'"),
        (lambda: dimension((0, 1)) == -2, "an integer >= -1"),
        (lambda: number_of_connected_components((0, 1)) >= -1, "an integer >= 0"),
        (lambda: number_of_connected_components((0, 1)) <= True, "number: True"),
        (lambda: number_of_connected_components((0, 1)) == point("p"), "number: p"),
    ],
)
def test_what_is_not_understood(wrong, words):
    with pytest.raises(InputError, match=words):
        wrong()
