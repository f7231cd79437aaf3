"""Linear programs with bounded variables: exactcheck's simplex method, z3's and a textbook one over Fractions.

Two families: the programs over the multipliers of the l1 rank-one loss for u* = (1, ..., 1) at a balanced vector of
signs, where n^2 / 4 + n / 2 multipliers are free in n equations, with random gains; and dense ones with random
coefficients. The optimum of exactcheck is checked by its prices, which bound what any solution can have, and the peers
must agree with it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from random import Random

import z3
from flint import fmpq

from exactcheck.decide.linear_programs import Optimal, least_costs

from . import fraction_simplex
from .clock import growth, ratio, seconds, table, written
from .nonsmooth import equations, program, variables

CAPACITY = 2


def multipliers(n):
    """Rows, right-hand sides and gains of a program over multipliers."""
    source = Random(n)
    truth, at = [Fraction(1)] * n, [Fraction((-1) ** k) for k in range(n)]
    free, _, rows, target = program(truth, at)
    return rows, target, [source.randint(-3, 3) for _ in free]


def dense(count):
    """A fifth as many equations as variables, solved by all variables = 1."""
    source = Random(count)
    rows = [[source.randint(-3, 3) for _ in range(count)] for _ in range(count // 5)]
    return rows, [sum(row) for row in rows], [source.randint(-3, 3) for _ in range(count)]


FAMILIES = {"multipliers": (multipliers, (8, 16, 24, 32)), "dense": (dense, (25, 50, 100))}


@cache
def instance(family, size):
    """The program, as each of them takes it, and its optimum."""
    rows, target, gains = FAMILIES[family][0](size)
    columns = [{i: fraction(row[k]) for i, row in enumerate(rows) if row[k]} for k in range(len(gains))]
    sparse = {i: fraction(v) for i, v in enumerate(target) if v}
    costs = {k: fmpq(-gain) for k, gain in enumerate(gains) if gain}
    given = columns, sparse, costs, {k: fmpq(CAPACITY) for k in range(len(gains))}
    return (rows, target, gains), given, bounded_by_prices(*given, least_costs(*given))


def fraction(value):
    """A rational number of FLINT's."""
    value = Fraction(value)
    return fmpq(value.numerator, value.denominator)


def bounded_by_prices(columns, target, costs, capacities, found):
    """The largest gain, if the prices show that no solution has more."""
    assert isinstance(found, Optimal)
    solution, y = found.solution, found.prices
    reduced = [costs.get(k, fmpq(0)) - inner(column, y) for k, column in enumerate(columns)]
    bound = inner(target, y) + sum((capacities[k] * v for k, v in enumerate(reduced) if v < 0), fmpq(0))
    assert all(sum(v * columns[k].get(i, 0) for k, v in solution.items()) == target.get(i, 0) for i in range(len(y)))
    assert all(0 <= v <= capacities[k] for k, v in solution.items())
    assert bound == sum(v * costs.get(k, 0) for k, v in solution.items())
    return -bound


def inner(sparse, prices):
    """The inner product with prices."""
    return sum((v * prices.get(i, fmpq(0)) for i, v in sparse.items()), fmpq(0))


def by_exactcheck(family, size):
    """With the solution and the prices."""
    _, given, optimum = instance(family, size)
    found = least_costs(*given)
    return -sum(v * given[2].get(k, 0) for k, v in found.solution.items()) == optimum


def by_z3(family, size):
    """The optimum."""
    (rows, target, gains), _, optimum = instance(family, size)
    entries, bounds = variables([(0, k) for k in range(len(gains))])
    solver = z3.Optimize()
    solver.add(*bounds, *equations(entries, rows, target))
    goal = solver.maximize(z3.Sum([gain * z for gain, z in zip(gains, entries, strict=True)]))
    return solver.check() == z3.sat and fraction(str(goal.value())) == optimum


def by_simplex(family, size):
    """The optimum."""
    program_, _, optimum = instance(family, size)
    return fraction(fraction_simplex.largest(*program_, dict.fromkeys(range(len(program_[2])), CAPACITY))) == optimum


def rows(family):
    """One row for each size, and the growth."""
    sizes, times = FAMILIES[family][1], []
    for size in sizes:
        found = [seconds(task, family, size) for task in (by_exactcheck, by_z3, by_simplex)]
        times.append(found)
        ours, peer, floor = found
        (equations_, _, gains), _, _ = instance(family, size)
        shape = f"{len(gains)} / {len(equations_)}"
        yield [shape, written(ours), written(peer), ratio(peer, ours), written(floor), ratio(floor, ours)]
    grown = [growth(sizes, column) for column in zip(*times, strict=True)]
    yield ["growth", grown[0], grown[1], "", grown[2], ""]


def run():
    """Both families."""
    headings = ["variables / equations", "exactcheck", "z3", "faster", "Fractions", "faster"]
    for family in FAMILIES:
        table(f"Linear programs, {family}", headings, rows(family))
