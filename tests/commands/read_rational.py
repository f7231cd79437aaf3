"""A reader of counterexamples in JSON that knows nothing of exactcheck: python read_rational.py FILE.

With fractions alone it recomputes all that makes rational data a counterexample: f and g are evaluated from A and M;
their derivatives are differences of values, which are exact for polynomials of degree 4; copositivity is decided by
splitting the simplex.
"""

import json
import sys
from fractions import Fraction
from itertools import product

DEPTH = 12


def rational(rows):
    """A matrix of fractions."""
    return [[Fraction(x) for x in row] for row in rows]


def times(x, y):
    """The matrix product."""
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*y, strict=True)] for row in x]


def turned(x):
    """The transpose."""
    return [list(column) for column in zip(*x, strict=True)]


def plus(x, factor, y):
    """x + factor y."""
    return [[a + factor * b for a, b in zip(*rows, strict=True)] for rows in zip(x, y, strict=True)]


def inner(x, y):
    """The inner product."""
    return sum(a * b for left, right in zip(x, y, strict=True) for a, b in zip(left, right, strict=True))


class Data:
    """What the document says."""

    def __init__(self, document):
        found = document["definitions"]
        self.M, self.U0, self.U_star = (rational(found[name]["entries"]) for name in ("M", "U0", "U_star"))
        self.terms = [(rational(t["u"]), rational(t["v"])) for t in found["A"]["terms"]]
        self.gram = [(rational(t["v"]), rational(t["w"])) for t in found["A"]["gram"]["terms"]]
        self.weight = Fraction(document["parameters"]["lam"])
        self.delta = found["delta"]["value"]

    def image(self, x):
        """A(X)."""
        result = x
        for u, v in self.terms:
            result = plus(result, inner(v, x), u)
        return result

    def gram_of(self, x):
        """A^T A(X)."""
        result = x
        for v, w in self.gram:
            result = plus(plus(result, inner(v, x), w), inner(w, x), v)
        return result

    def loss(self, left, right):
        """1/2 ||A(left right^T - M)||^2."""
        residual = self.image(plus(times(left, turned(right)), -1, self.M))
        return inner(residual, residual) / 2

    def f(self, flat):
        """The symmetric objective of the entries of U."""
        u = matrix(flat, len(self.U0[0]))
        return self.loss(u, u)

    def g(self, flat):
        """The asymmetric objective of the entries of L and R."""
        half = len(flat) // 2
        left, right = matrix(flat[:half], len(self.U0[0])), matrix(flat[half:], len(self.U0[0]))
        balance = plus(times(turned(left), left), -1, times(turned(right), right))
        return self.loss(left, right) + self.weight * inner(balance, balance) / 2


def matrix(flat, width):
    """Rows from a list of entries."""
    return [list(flat[i : i + width]) for i in range(0, len(flat), width)]


def along(f, at, direction):
    """The first two derivatives of a polynomial of degree 4 along a direction."""
    a, b, middle, c, d = (f([x + t * y for x, y in zip(at, direction, strict=True)]) for t in (-2, -1, 0, 1, 2))
    return (a - 8 * b + 8 * c - d) / 12, (-a + 16 * b - 30 * middle + 16 * c - d) / 12


def unit(size, *places):
    """The sum of unit vectors."""
    return [sum(i == place for place in places) for i in range(size)]


def check_strict_minimum(f, at):
    """KKT over the nonnegative orthant, and a positive Hessian form on the critical cone."""
    size = len(at)
    slopes, squares = zip(*(along(f, at, unit(size, i)) for i in range(size)), strict=True)
    assert all(x >= 0 for x in at), "infeasible"
    assert all(slope >= 0 for slope in slopes), "descent to first order"
    assert all(slope * x == 0 for slope, x in zip(slopes, at, strict=True)), "no complementarity"
    moving = [i for i in range(size) if slopes[i] == 0]
    free = [k for k, i in enumerate(moving) if at[i] > 0]
    form = [[squares[i] for i in moving] for _ in moving]
    for k, i in enumerate(moving):
        form[k][k] = squares[i]
        for m, j in enumerate(moving[:k]):
            form[k][m] = form[m][k] = (along(f, at, unit(size, i, j))[1] - squares[i] - squares[j]) / 2
    rest = eliminated(form, free)
    for block in blocks(rest):
        identity = [unit(len(block), k) for k in range(len(block))]
        assert positive([[rest[i][j] for j in block] for i in block], identity, DEPTH), "not copositive"


def eliminated(form, free):
    """The Schur complement of the free coordinates, whose block must be positive definite."""
    form = [list(row) for row in form]
    for k in free:
        assert form[k][k] > 0, "no minimum in the free coordinates"
        for i in range(len(form)):
            if i != k:
                factor = form[i][k] / form[k][k]
                form[i] = [a - factor * b for a, b in zip(form[i], form[k], strict=True)]
    kept = [i for i in range(len(form)) if i not in free]
    return [[form[i][j] for j in kept] for i in kept]


def blocks(form):
    """The connected blocks of coordinates."""
    owner = list(range(len(form)))
    for i, j in product(range(len(form)), repeat=2):
        if form[i][j] != 0:
            owner = [owner[i] if x == owner[j] else x for x in owner]
    return [[i for i in range(len(form)) if owner[i] == x] for x in sorted(set(owner))]


def positive(form, corners, depth):
    """True if the form is positive on the simplex with these corners, split in halves until that is plain."""
    values = [
        [sum(a * form[i][j] * b for i, a in enumerate(x) for j, b in enumerate(y)) for y in corners] for x in corners
    ]
    if any(values[i][i] <= 0 for i in range(len(corners))) or depth == 0:
        return False
    if all(x >= 0 for row in values for x in row):
        return True
    _, i, j = min((values[i][j], i, j) for i in range(len(corners)) for j in range(i))
    middle = [(a + b) / 2 for a, b in zip(corners[i], corners[j], strict=True)]
    return all(
        positive(form, [middle if k == replaced else x for k, x in enumerate(corners)], depth - 1)
        for replaced in (i, j)
    )


def check_gram(data):
    """||A(X)||^2 = <X, A^T A(X)>, on all pairs of unit matrices."""
    size = len(data.M)
    units = [matrix(unit(size * size, k), size) for k in range(size * size)]
    images = [data.image(x) for x in units]
    for x, y in product(range(len(units)), repeat=2):
        assert inner(images[x], images[y]) == inner(units[x], data.gram_of(units[y])), "A^T A belongs to another A"


def check_constant(data):
    """<v, w> = 0 and ||v||^2 ||w||^2 = delta^2: then delta is the restricted isometry constant over all matrices."""
    ((v, w),) = data.gram
    assert inner(v, w) == 0 and inner(v, v) * inner(w, w) == Fraction(data.delta) ** 2, "delta is another number"


def main(path):
    """Check the file."""
    with open(path, encoding="utf-8") as file:
        data = Data(json.load(file))
    at = [x for row in data.U0 for x in row]
    assert times(data.U_star, turned(data.U_star)) == data.M and data.f([x for row in data.U_star for x in row]) == 0, (
        "no solution"
    )
    assert data.f(at) > 0 and data.g([*at, *at]) > 0, "not spurious"
    check_gram(data)
    if isinstance(data.delta, str):
        check_constant(data)
    check_strict_minimum(data.f, at)
    check_strict_minimum(data.g, [*at, *at])
    print("reproduced")


if __name__ == "__main__":
    main(sys.argv[1])
