"""All stationary points of the l1 rank-one loss for u* = (1, 2, ..., n): that they are those of the formula.

z3 gets the harder half alone, in nonlinear real arithmetic: there are no u outside of the formula and no symmetric Z
with |Z_ij| <= 1, Z_ij = sign(u_i u_j - u*_i u*_j) where that is not zero, and Z u = 0.
"""

from __future__ import annotations

from itertools import combinations_with_replacement

import z3

from exactcheck import verify_statements
from exactcheck.kernel.certificate import Run
from exactcheck.landscape import l1_rank_one_loss, l1_stationary_set, stationary_points

from .clock import growth, ratio, seconds, table, written

SIZES = (2, 3, 4, 5, 6)


def planted(n):
    """u*."""
    return list(range(1, n + 1))


def result(n):
    """Decided, and the certificate checked by the kernel."""
    truth = planted(n)
    return verify_statements(stationary_points(l1_rank_one_loss(truth)) == l1_stationary_set(truth))


def by_exactcheck(n):
    """All of it."""
    return result(n).verdict == "proved"


def by_kernel(runs):
    """The certificate checked once more."""
    return all(Run(run).check()[0] == "proved" for run in runs)


def by_z3(n):
    """No stationary point outside of the formula."""
    truth, u = planted(n), [z3.Real(f"u_{i}") for i in range(n)]
    signs = {pair: z3.Real(f"z_{pair[0]}_{pair[1]}") for pair in combinations_with_replacement(range(n), 2)}
    solver = z3.SolverFor("QF_NRA")
    for (i, j), z in signs.items():
        excess = u[i] * u[j] - truth[i] * truth[j]
        solver.add(z <= 1, z >= -1, z3.Implies(excess > 0, z == 1), z3.Implies(excess < 0, z == -1))
    for i in range(n):
        solver.add(z3.Sum([signs[min(i, j), max(i, j)] * u[j] for j in range(n)]) == 0)
    box = [condition for x, a in zip(u, truth, strict=True) for condition in (x <= a, x >= -a)]
    planted_ones = [z3.And([x == sign * a for x, a in zip(u, truth, strict=True)]) for sign in (1, -1)]
    solver.add(z3.Not(z3.Or(z3.And(*box, z3.Sum(u) == 0), *planted_ones)))
    return solver.check() == z3.unsat


def rows():
    """One row for each number of coordinates, and the growth."""
    times = []
    for n in SIZES:
        runs, vertices = result(n).certificate["runs"], len(l1_stationary_set(planted(n))[0].vertices())
        found = [seconds(by_exactcheck, n), seconds(by_kernel, runs), seconds(by_z3, n)]
        times.append(found)
        ours, recheck, peer = found
        yield [str(n), str(vertices), written(ours), written(recheck), written(peer), ratio(peer, ours)]
    grown = [growth(SIZES, column) for column in zip(*times, strict=True)]
    yield ["growth", "", *grown, ""]


def run():
    """The table."""
    headings = ["n", "vertices", "exactcheck", "recheck", "z3, one half", "faster"]
    table("All stationary points of the l1 rank-one loss", headings, rows())
