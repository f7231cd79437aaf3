"""Linear programs: every answer by what it says, and against all basic solutions.

If there is a solution, there is one on independent columns.
"""

from fractions import Fraction
from itertools import combinations

import pytest
import sympy
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.linear_programs import (
    Feasible,
    Infeasible,
    Optimal,
    Unbounded,
    feasible,
    least_costs,
    nonnegative_solution,
    pivot,
)
from tests.exact.trees import plain
from tests.kernel.strategies import fractions

HEIGHT = 3
small = st.sampled_from([Fraction(v) for v in (0, 0, 1, -1, 2)]) | fractions
vectors = st.lists(small, min_size=HEIGHT, max_size=HEIGHT)


def sparse(vector):
    """A vector without its zeros."""
    return {i: fmpq(v.numerator, v.denominator) for i, v in enumerate(vector) if v}


def basic_solution_exists(columns, target):
    """True if the target is a nonnegative combination of independent columns: all choices are tried."""
    b = sympy.Matrix(target)
    for size in range(HEIGHT + 1):
        for chosen in combinations(columns, size):
            a = sympy.Matrix(HEIGHT, size, lambda i, j, chosen=chosen: chosen[j][i])
            if a.rank() == size and a.row_join(b).rank() == size:
                weights = (a.T * a).LUsolve(a.T * b) if size else sympy.Matrix(0, 1, [])
                if all(w >= 0 for w in weights):
                    return True
    return False


@given(st.lists(vectors, max_size=5), vectors)
def test_a_solution_is_found_exactly_if_a_basic_one_exists(columns, target):
    found = nonnegative_solution([sparse(column) for column in columns], sparse(target))
    assert (found is not None) == basic_solution_exists(columns, target)
    if found is not None:
        weights = {k: plain(w) for k, w in found.items()}
        assert all(w > 0 for w in weights.values()) and len(weights) <= HEIGHT
        assert [sum(w * columns[k][i] for k, w in weights.items()) for i in range(HEIGHT)] == target


@given(st.lists(vectors, min_size=1, max_size=6), st.data())
def test_what_is_made_from_nonnegative_weights_is_found(columns, data):
    columns = [[v / data.draw(st.sampled_from([1, 100])) for v in column] for column in columns]
    weights = data.draw(st.lists(st.integers(0, 3), min_size=len(columns), max_size=len(columns)))
    target = [sum(w * column[i] for w, column in zip(weights, columns, strict=True)) for i in range(HEIGHT)]
    assert nonnegative_solution([sparse(column) for column in columns], sparse(target)) is not None


@pytest.mark.parametrize(
    ("columns", "target", "expected"),
    [
        ([], {}, {}),
        ([], {0: fmpq(1)}, None),
        ([{0: fmpq(1)}], {}, {}),
        ([{0: fmpq(1)}], {1: fmpq(1)}, None),
        ([{0: fmpq(-2)}], {0: fmpq(-1)}, {0: fmpq(1, 2)}),
        ([{0: fmpq(2)}], {0: fmpq(-1)}, None),
        ([{0: fmpq(1, 100)}], {0: fmpq(1)}, {0: fmpq(100)}),
    ],
)
def test_small_systems(columns, target, expected):
    assert nonnegative_solution(columns, target) == expected


costs_and_capacities = st.tuples(st.integers(-2, 2), st.sampled_from([None, Fraction(1), Fraction(1, 2), Fraction(3)]))


def inner(sparse_vector, prices):
    """The inner product of sparse vectors, in Fractions."""
    return sum((plain(v) * plain(prices.get(i, fmpq(0))) for i, v in sparse_vector.items()), Fraction(0))


def require_solution(solution, columns, target, capacities):
    """The weights are allowed and make up the target."""
    weights = {k: plain(w) for k, w in solution.items()}
    assert all(w > 0 and w <= capacities.get(k, w) for k, w in weights.items())
    assert [sum((w * columns[k][i] for k, w in weights.items()), Fraction(0)) for i in range(HEIGHT)] == target


@given(st.lists(st.tuples(vectors, costs_and_capacities), max_size=5), vectors)
def test_every_answer_is_shown_by_its_certificate(program, target):
    columns, costs = [column for column, _ in program], [Fraction(cost) for _, (cost, _) in program]
    capacities = {k: capacity for k, (_, (_, capacity)) in enumerate(program) if capacity}
    written = [sparse(column) for column in columns]
    found = least_costs(written, sparse(target), sparse(costs), sparse_map(capacities))
    if isinstance(found, Optimal):
        require_solution(found.solution, columns, target, capacities)
        total = sum((costs[k] * plain(w) for k, w in found.solution.items()), Fraction(0))
        reduced = [cost - inner(column, found.prices) for cost, column in zip(costs, written, strict=True)]
        assert all(k in capacities or r >= 0 for k, r in enumerate(reduced))
        least = sum((capacities[k] * min(r, 0) for k, r in enumerate(reduced) if k in capacities), Fraction(0))
        assert total == inner(sparse(target), found.prices) + least
    elif isinstance(found, Infeasible):
        gains = [inner(column, found.prices) for column in written]
        assert all(k in capacities or gain <= 0 for k, gain in enumerate(gains))
        most = sum((capacities[k] * max(gain, 0) for k, gain in enumerate(gains) if k in capacities), Fraction(0))
        assert inner(sparse(target), found.prices) > most
    else:
        assert isinstance(found, Unbounded)
        require_solution(found.solution, columns, target, capacities)
        ray = {k: plain(w) for k, w in found.ray.items()}
        assert all(w > 0 and k not in capacities for k, w in ray.items())
        assert all(sum(w * columns[k][i] for k, w in ray.items()) == 0 for i in range(HEIGHT))
        assert sum(w * costs[k] for k, w in ray.items()) < 0


costs_in_turn = st.lists(st.lists(st.integers(-2, 2), min_size=5, max_size=5), min_size=1, max_size=4)


@given(st.lists(vectors, min_size=1, max_size=5), st.lists(small, min_size=5, max_size=5), costs_in_turn)
def test_one_search_after_the_other_is_as_good_as_a_new_one(columns, weights, many):
    """With capacities 2, and a target that weights of absolute value <= 2 make up."""
    written, capacities = [sparse(column) for column in columns], {k: fmpq(2) for k in range(len(columns))}
    used = [min(abs(w), Fraction(2)) for w in weights[: len(columns)]]
    target = [sum(w * column[i] for w, column in zip(used, columns, strict=True)) for i in range(HEIGHT)]
    found = feasible(written, sparse(target), capacities)
    assert isinstance(found, Feasible)
    for numbers in many:
        costs = {k: fmpq(cost) for k, cost in enumerate(numbers[: len(columns)])}
        again, fresh = found.least(costs), least_costs(written, sparse(target), costs, capacities)
        require_solution(again.solution, columns, target, {k: Fraction(2) for k in capacities})
        assert total(costs, again.solution) == total(costs, fresh.solution)
        reduced = [
            cost - inner(column, again.prices) for cost, column in zip(map(plain, costs.values()), written, strict=True)
        ]
        least = inner(sparse(target), again.prices) + sum(2 * min(r, 0) for r in reduced)
        assert plain(total(costs, again.solution)) == least


def total(costs, solution):
    """What a solution costs."""
    return sum((costs[k] * weight for k, weight in solution.items()), fmpq(0))


def sparse_map(values):
    """Rational values by their keys."""
    return {k: fmpq(v.numerator, v.denominator) for k, v in values.items()}


ONE = fmpq(1)


@pytest.mark.parametrize(
    ("columns", "target", "costs", "capacities", "kind"),
    [
        ([], {}, {}, {}, Optimal),
        ([], {0: ONE}, {}, {}, Infeasible),
        ([{}], {}, {0: -ONE}, {}, Unbounded),
        ([{}], {}, {0: -ONE}, {0: ONE}, Optimal),
        ([{0: ONE}, {0: -ONE}], {}, {0: -ONE}, {}, Unbounded),
        ([{0: ONE}, {0: -ONE}], {}, {0: -ONE}, {1: ONE}, Optimal),
        ([{0: ONE}], {0: fmpq(2)}, {}, {0: ONE}, Infeasible),
        ([{0: ONE}, {0: ONE, 1: ONE}], {0: ONE, 1: ONE}, {1: ONE}, {0: ONE, 1: ONE}, Optimal),
    ],
)
def test_small_programs(columns, target, costs, capacities, kind):
    assert isinstance(least_costs(columns, target, costs, capacities), kind)


def test_a_program_on_which_the_steepest_column_would_cycle():
    """Beale's example: Bland's rule ends."""
    columns = [
        {0: fmpq(1, 4), 1: fmpq(1, 2)},
        {0: fmpq(-60), 1: fmpq(-90)},
        {0: fmpq(-1, 25), 1: fmpq(-1, 50), 2: ONE},
        {0: fmpq(9), 1: fmpq(3)},
        *({i: ONE} for i in range(3)),
    ]
    costs = {0: fmpq(-3, 4), 1: fmpq(150), 2: fmpq(-1, 50), 3: fmpq(6)}
    found = least_costs(columns, {2: ONE}, costs, {})
    assert isinstance(found, Optimal)
    assert sum(costs.get(k, 0) * w for k, w in found.solution.items()) == fmpq(-1, 20)


@given(st.lists(st.lists(fractions, min_size=3, max_size=3), min_size=2, max_size=3), st.data())
def test_a_pivot_is_a_row_operation(rows, data):
    i, j = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 2))
    rows[i][j] = rows[i][j] or Fraction(1)
    table = fmpq_mat(len(rows), 3, [fmpq(v.numerator, v.denominator) for row in rows for v in row])
    turned = pivot(table, i, j)
    assert [turned[k, j] for k in range(len(rows))] == [int(k == i) for k in range(len(rows))]
    before, after = (sympy.Matrix(len(rows), 3, [plain(v) for v in m.entries()]) for m in (table, turned))
    assert before.rref() == after.rref()
