"""The complete verification of Theorem 2 of Zhang (2025) on an instance, and the assembly of its Hessian alone.

Complete: the restricted isometry bounds, the first-order conditions, the positive Hessian form on the critical cone,
and the positive value. Sympy gets the same mathematics: the loss written out, derivatives by `diff`, the isometry on
the span of the operator's matrices, the cone by a Schur complement, copositivity by signs and definiteness. The floor
is what FLINT needs for the linear algebra alone, with derivatives in closed form and dense matrices.
"""

from __future__ import annotations

from fractions import Fraction

import flint
import sympy
from sympy.core.cache import clear_cache

from exactcheck import verify
from exactcheck.claims.collection import collect_all, find
from exactcheck.claims.run import Context, build
from exactcheck.decide.critical_points import critical_point
from exactcheck.kernel.certificate import Run

from .clock import growth, ratio, seconds, table, written

# n, r = r*, alpha, epsilon, delta, sqrt(1 - delta^2)
INSTANCES = [
    (3, 1, "7/15", "4/7", "7/25", "24/25"),
    (6, 2, "3/5", "2/3", "3/5", "4/5"),
    (10, 3, "2/5", "2", "4/5", "3/5"),
    (20, 6, "1/5", "2", "7/25", "24/25"),
    (40, 12, "2/5", "1", "4/5", "3/5"),
]
CLAIM = "zhang-2025/theorem-2/symmetric"


def parameters(instance):
    """The parameters of the claim."""
    n, r, alpha, epsilon = instance[:4]
    return {"n": n, "r": r, "r_star": r, "alpha": alpha, "epsilon": epsilon}


def by_exactcheck(*instance):
    """Decided, with the certificate checked by the kernel."""
    return verify(CLAIM, **parameters(instance)).verdict == "proved"


def by_kernel(*instance):
    """The certificate checked once more."""
    key = instance
    if key not in CERTIFICATES:
        CERTIFICATES[key] = verify(CLAIM, **parameters(instance)).certificate["runs"][0]
    return Run(CERTIFICATES[key]).check()[0] == "proved"


CERTIFICATES: dict = {}


def objects(instance, rational, zeros):
    """alpha, delta, the number of rows that the theorem uses, and the matrix B of A(X) = X + tr(Q1^T X Q1) B."""
    n, r = instance[:2]
    alpha, epsilon, delta, root = (rational(Fraction(x).numerator, Fraction(x).denominator) for x in instance[2:])
    b = zeros(n, n)
    for i in range(r):
        b[i, i], b[r + i, r + i] = (root - 1) / r, alpha**2 / r
        for j in range(r):
            b[i, r + j] = b[r + j, i] = -epsilon * alpha**2 / r
    return alpha, delta, b


def sympy_loss(instance):
    """The loss as a polynomial in the entries of U, and the spurious point; with nothing remembered."""
    clear_cache()
    n, r = instance[:2]
    alpha, _, b = objects(instance, sympy.Rational, sympy.zeros)
    u = sympy.Matrix(n, r, sympy.symbols(f"u:{n * r}"))
    residual = u * u.T
    for i in range(r):
        residual[i, i] -= 1
    image = residual + sum(residual[i, i] for i in range(r)) * b
    point = {u[r + i, i]: alpha for i in range(r)}
    return sum(entry**2 for entry in image) / 2, list(u), {x: point.get(x, sympy.Integer(0)) for x in u}


def sympy_hessian(*instance):
    """The Hessian at the point by differentiation."""
    loss, letters, point = sympy_loss(instance)
    first = [loss.diff(x) for x in letters]
    hessian = sympy.Matrix(len(letters), len(letters), lambda i, j: first[i].diff(letters[j]).subs(point))
    return hessian.is_symmetric()


def by_sympy(*instance):
    """All of the verification."""
    loss, letters, point = sympy_loss(instance)
    first = [loss.diff(x) for x in letters]
    gradient = [g.subs(point) for g in first]
    hessian = sympy.Matrix(len(letters), len(letters), lambda i, j: first[i].diff(letters[j]).subs(point))
    if not first_order(gradient, [point[x] for x in letters]):
        return False
    moving = [i for i, x in enumerate(letters) if gradient[i] == 0]
    free = [k for k, i in enumerate(moving) if point[letters[i]] > 0]
    form = hessian.extract(moving, moving)
    return sympy_copositive(form, free) and sympy_isometry(instance) and loss.subs(point) > 0


def first_order(gradient, values):
    """g >= 0, x >= 0 and g x = 0."""
    return all(g >= 0 and x >= 0 and g * x == 0 for g, x in zip(gradient, values, strict=True))


def sympy_copositive(form, free):
    """Positive on the cone: definite on the free part, and the Schur complement positive on the orthant."""
    others = [i for i in range(form.rows) if i not in free]
    block, cross = form.extract(free, free), form.extract(free, others)
    complement = form.extract(others, others) - cross.T * block.inv() * cross
    signs = all(complement[i, j] >= 0 for i in range(len(others)) for j in range(len(others)))
    positive = all(complement[i, i] > 0 for i in range(len(others)))
    return block.is_positive_definite and ((signs and positive) or complement.is_positive_definite)


def sympy_isometry(instance):
    """c G - G K G and c G + G K G are semidefinite on the span of B and Q1 Q1^T."""
    n, r = instance[:2]
    _, delta, b = objects(instance, sympy.Rational, sympy.zeros)
    c = sympy.diag(*[1 if i < r else 0 for i in range(n)])
    gram = sympy.Matrix(2, 2, lambda i, j: sum(x * y for x, y in zip((b, c)[i], (b, c)[j], strict=True)))
    change = gram * sympy.Matrix([[0, 1], [1, gram[0, 0]]]) * gram
    return (delta * gram - change).is_positive_semidefinite and (delta * gram + change).is_positive_semidefinite


def exactcheck_hessian(*instance):
    """The labels and the Hessian at the point, from the definition of the loss."""
    built = build(find(CLAIM, collect_all())[0], parameters(instance))
    statement = next(s for s in built.statements if s.kind == "minimum")
    return critical_point(Context(built.problem), statement).hessian.shape[0] == instance[0] * instance[1]


def flint_derivatives(instance):
    """Gradient 2 S U and Hessian in closed form: 2 S on each column plus J^T J with the columns A(E U^T + U E^T)."""
    n, r = instance[:2]
    alpha, delta, b = objects(instance, flint.fmpq, flint.fmpq_mat)
    c, u, m = flint.fmpq_mat(n, n), flint.fmpq_mat(n, r), flint.fmpq_mat(n, n)
    for i in range(r):
        c[i, i], u[r + i, i], m[i, i] = 1, alpha, 1
    x = u * u.transpose() - m
    image = x + trace(x, r) * b
    s = image + inner(b, image) * c
    jacobian = flint.fmpq_mat(n * n, n * r)
    for i in range(n):
        for a in range(r):
            turned = flint.fmpq_mat(n, n)
            for j in range(n):
                turned[i, j] += u[j, a]
                turned[j, i] += u[j, a]
            value = turned + trace(turned, r) * b
            for k, entry in enumerate(value.entries()):
                jacobian[k, i * r + a] = entry
    hessian = jacobian.transpose() * jacobian
    for i in range(n):
        for j in range(n):
            for a in range(r):
                hessian[i * r + a, j * r + a] += 2 * s[i, j]
    return 2 * s * u, hessian, u, image, delta, (b, c)


def trace(x, r):
    """The trace of the leading block."""
    return sum((x[i, i] for i in range(r)), flint.fmpq(0))


def inner(a, b):
    """<a, b>."""
    return sum((x * y for x, y in zip(a.entries(), b.entries(), strict=True)), flint.fmpq(0))


def flint_hessian(*instance):
    """The Hessian in closed form."""
    return flint_derivatives(instance)[1].nrows() == instance[0] * instance[1]


def by_flint(*instance):
    """The linear algebra of the verification."""
    gradient, hessian, u, image, delta, (b, c) = flint_derivatives(instance)
    slopes, values = gradient.entries(), u.entries()
    if not first_order(slopes, values):
        return False
    moving = [i for i, g in enumerate(slopes) if g == 0]
    free = [i for i in moving if values[i] > 0]
    others = [i for i in moving if values[i] == 0]
    block, cross = extract(hessian, free, free), extract(hessian, free, others)
    complement = extract(hessian, others, others) - cross.transpose() * block.solve(cross)
    size = len(others)
    signs = all(complement[i, j] >= 0 for i in range(size) for j in range(size))
    positive = all(complement[i, i] > 0 for i in range(size))
    gram = flint.fmpq_mat([[inner(x, y) for y in (b, c)] for x in (b, c)])
    change = gram * flint.fmpq_mat([[0, 1], [1, gram[0, 0]]]) * gram
    bounds = [delta * gram - change, delta * gram + change]
    isometry = all(x[0, 0] >= 0 and x[1, 1] >= 0 and x.det() >= 0 for x in bounds)
    leading = definite(block) and ((signs and positive) or definite(complement))
    return leading and isometry and inner(image, image) > 0


def extract(matrix, rows, cols):
    """A submatrix."""
    return flint.fmpq_mat(len(rows), len(cols), [matrix[i, j] for i in rows for j in cols])


def definite(matrix):
    """Leading principal minors by one fraction-free elimination."""
    numerators, _ = matrix.numer_denom()
    _, _, _, upper = numerators.fflu()
    return all(upper[i, i] > 0 for i in range(upper.nrows()))


def compare(title, ours, peer, floor, others=()):
    """A table over the instances."""
    times: list[list] = []

    def rows():
        for instance in INSTANCES:
            found = [seconds(task, *instance) for task in (ours, peer, floor, *(task for _, task in others))]
            times.append(found)
            fast, sympy_time, flint_time, *rest = found
            sizes = [str(instance[0]), str(instance[1])]
            figures = [written(fast), written(sympy_time), ratio(sympy_time, fast), written(flint_time)]
            yield [*sizes, *figures, ratio(fast, flint_time), *map(written, rest)]
        sizes = [instance[0] for instance in INSTANCES]
        columns = list(zip(*times, strict=True))
        grown = [growth(sizes, column) for column in columns]
        yield ["growth", "", grown[0], grown[1], "", grown[2], "", *grown[3:]]

    names = [name for name, _ in others]
    table(title, ["n", "r = r*", "exactcheck", "sympy", "faster", "FLINT", "slower", *names], rows())


def run():
    """Both tables."""
    compare(
        "Theorem 2 of Zhang (2025), complete verification of an instance, certificate checked",
        by_exactcheck,
        by_sympy,
        by_flint,
        [("recheck", by_kernel)],
    )
    compare(
        "Hessian of the loss at the spurious point, from its definition",
        exactcheck_hessian,
        sympy_hessian,
        flint_hessian,
    )
