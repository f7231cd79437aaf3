"""The l1 rank-one loss f(u) = 1/2 sum_ij |u_i u_j - u*_i u*_j|: stationary points and second subderivatives.

Peers get the linear program over the matrices of signs, written out: is there a symmetric Z with Z_ij = sign(u_i u_j -
u*_i u*_j) where that is not zero, |Z_ij| <= 1, and Z u = 0; and what is the largest w^T Z w. z3 decides it in linear
real arithmetic, a textbook simplex method over Fractions. What is expected comes from Theorems 3.1 and 3.8 of Guan and
So (2024). A recheck is what the kernel needs for one certificate, from the definition of f.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from random import Random

import z3

from exactcheck import verify_statements
from exactcheck.claims.run import Context
from exactcheck.decide import decide
from exactcheck.exact.problem import Problem
from exactcheck.kernel.certificate import Run
from exactcheck.landscape import l1_rank_one_loss, second_subderivative, stationary

from . import fraction_simplex
from .clock import growth, ratio, seconds, table

SIZES = (3, 5, 8, 12)
PER_SIZE = 12


@cache
def points(n):
    """Pairs (u*, u): spurious stationary points, some |u_i| being |u*_i|, and as many points that are none."""
    source, found = Random(n), []
    while len(found) < PER_SIZE:
        truth = [source.choice((-1, 1)) * Fraction(source.randint(1, 6), source.randint(1, 3)) for _ in range(n)]
        at = balanced(source, truth)
        moved = [x if i else x + Fraction(1, 2) for i, x in enumerate(at)]
        found += [(truth, at), (truth, moved)]
    return found


def balanced(source, truth):
    """A point of the box |u_i| <= |u*_i| with <sign(u*), u> = 0, at the ends of the box where it can be."""
    signs = [1 if x > 0 else -1 for x in truth]
    total, at = Fraction(0), []
    for k in sorted(range(len(truth)), key=lambda k: -abs(truth[k])):
        reach = abs(truth[k])
        step = max(-reach, min(reach, -total)) if total else source.choice((-1, 1)) * reach
        total, at = total + step, [*at, (k, signs[k] * step)]
    k, last = next((k, x) for k, x in reversed(at) if abs(x - signs[k] * total) <= abs(truth[k]))
    found = {**dict(at), k: last - signs[k] * total}
    return [found[k] for k in range(len(truth))]


def is_stationary(truth, at):
    """Theorem 3.1."""
    inside = all(abs(x) <= abs(t) for x, t in zip(at, truth, strict=True))
    orthogonal = sum(x if t > 0 else -x for x, t in zip(at, truth, strict=True)) == 0
    return (inside and orthogonal) or at in (truth, [-t for t in truth])


def program(truth, at):
    """The equations Z u = 0 for those Z_ij + 1, i <= j, that are free: rows, right-hand sides, and the fixed Z_ij."""
    pairs = list(combinations_with_replacement(range(len(at)), 2))
    free = [p for p in pairs if at[p[0]] * at[p[1]] == truth[p[0]] * truth[p[1]]]
    fixed = {(i, j): 1 if at[i] * at[j] > truth[i] * truth[j] else -1 for i, j in pairs if (i, j) not in free}
    rows = [[at[j] * (k == i) + at[i] * (k == j and i != j) for i, j in free] for k in range(len(at))]
    target = []
    for k, row in enumerate(rows):
        known = sum(z * (at[j] * (k == i) + at[i] * (k == j and i != j)) for (i, j), z in fixed.items())
        target.append(sum(row) - known)
    return free, fixed, rows, target


def gain(i, j, w):
    """What Z_ij contributes to w^T Z w."""
    return w[i] * w[j] * (1 if i == j else 2)


def statement(truth, at):
    """Is the point stationary?"""
    return stationary(l1_rank_one_loss(truth), at=tuple(at))


def decided(asked):
    """The decision on a statement, with its certificate; the kernel looks at it only where it refutes."""
    problem = Problem()
    problem.state(asked)
    return decide(Context(problem), asked)


def stationary_by_exactcheck(n):
    """From the definition of f to the proof."""
    verdict = {True: "proved", False: "refuted"}
    return all(decided(statement(*pair)).verdict == verdict[is_stationary(*pair)] for pair in points(n))


def recheck(runs):
    """The kernel alone on certificates."""
    return all(Run(run).check()[0] for run in runs)


def certificates(statements):
    """A certificate for each statement."""
    return [verify_statements(each).certificate["runs"][0] for each in statements]


def variables(free):
    """A variable of z3's for each free entry, and their bounds."""
    entries = [z3.Real(f"z_{i}_{j}") for i, j in free]
    return entries, [bound for z in entries for bound in (z >= 0, z <= 2)]


def equations(entries, rows, target):
    """Z u = 0 for z3."""
    return [
        z3.Sum([exact(v) * z for v, z in zip(row, entries, strict=True) if v]) == exact(value)
        for row, value in zip(rows, target, strict=True)
    ]


def exact(value):
    """A rational number of z3's."""
    return z3.Q(value.numerator, value.denominator)


def stationary_by_z3(n):
    """Linear real arithmetic."""
    return all(feasible_by_z3(*program(*pair)) == is_stationary(*pair) for pair in points(n))


def feasible_by_z3(free, fixed, rows, target):
    """Is there such a Z?"""
    entries, bounds = variables(free)
    solver = z3.SolverFor("QF_LRA")
    solver.add(*bounds, *equations(entries, rows, target))
    return solver.check() == z3.sat


def stationary_by_simplex(n):
    """The textbook method."""
    for pair in points(n):
        free, _, rows, target = program(*pair)
        found = fraction_simplex.largest(rows, target, [0] * len(free), dict.fromkeys(range(len(free)), 2))
        if (found is not None) != is_stationary(*pair):
            return False
    return True


def curved(n):
    """The spurious stationary points with w = u* - u, along which the second subderivative is -||u*||_1^2."""
    return [(truth, at, [t - x for t, x in zip(truth, at, strict=True)]) for truth, at in points(n)[::2]]


def depth(truth):
    """-||u*||_1^2."""
    return -(sum(map(abs, truth)) ** 2)


def second_statement(truth, at, w):
    """The second subderivative along w is -||u*||_1^2."""
    return second_subderivative(l1_rank_one_loss(truth), at=tuple(at), along=tuple(w)) == depth(truth)


def second_by_exactcheck(n):
    """From the definition of f to the proof."""
    return all(decided(second_statement(*each)).verdict == "proved" for each in curved(n))


def second_by_z3(n):
    """The largest w^T Z w."""
    for truth, at, w in curved(n):
        free, fixed, rows, target = program(truth, at)
        entries, bounds = variables(free)
        solver = z3.Optimize()
        solver.add(*bounds, *equations(entries, rows, target))
        form = z3.Sum([exact(gain(i, j, w)) * (z - 1) for (i, j), z in zip(free, entries, strict=True)])
        goal = solver.maximize(form + exact(sum((gain(i, j, w) * z for (i, j), z in fixed.items()), Fraction(0))))
        if solver.check() != z3.sat or Fraction(str(goal.value())) != depth(truth):
            return False
    return True


def second_by_simplex(n):
    """The largest w^T Z w."""
    for truth, at, w in curved(n):
        free, fixed, rows, target = program(truth, at)
        gains = [gain(i, j, w) for i, j in free]
        found = fraction_simplex.largest(rows, target, gains, dict.fromkeys(range(len(free)), 2))
        if found - sum(gains) + sum(gain(i, j, w) * z for (i, j), z in fixed.items()) != depth(truth):
            return False
    return True


def rate(time, count):
    """How many in a second."""
    return "-" if time is None else f"{count / time:.{0 if time < count / 100 else 1}f} / s"


def rows(tasks, statements):
    """One row for each number of coordinates."""
    times = []
    for n in SIZES:
        asked = statements(n)
        runs, count = certificates(asked), len(asked)
        found = [seconds(recheck, runs), *(seconds(task, n) for task in tasks)]
        times.append(found)
        kernel, ours, peer, simplex = found
        rates = [rate(time, count) for time in (ours, kernel, peer, simplex)]
        yield [str(n), *rates[:3], ratio(peer, ours), rates[3], ratio(simplex, ours)]
    kernel, ours, peer, simplex = (growth(SIZES, column) for column in zip(*times, strict=True))
    yield ["growth", ours, kernel, peer, "", simplex, ""]


def run():
    """Both tables."""
    headings = ["n", "exactcheck", "recheck", "z3", "faster", "Fractions", "faster"]
    table(
        "Stationary or not, half of the points each, certificate included",
        headings,
        rows(
            (stationary_by_exactcheck, stationary_by_z3, stationary_by_simplex),
            lambda n: [statement(*pair) for pair in points(n)],
        ),
    )
    table(
        "Second subderivative along u* - u, certificate included",
        headings,
        rows(
            (second_by_exactcheck, second_by_z3, second_by_simplex),
            lambda n: [second_statement(*each) for each in curved(n)],
        ),
    )
