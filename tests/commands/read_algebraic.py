"""A reader of counterexamples in JSON that knows nothing of exactcheck: python read_algebraic.py FILE.

With sympy alone it checks f(U0) > 0, the KKT conditions and the Hessian on the critical cone, for entries in a field of
square roots: f is differentiated by sympy, and copositivity decided by the signs of the entries of each block.
"""

import json
import sys

from sympy import Add, Matrix, Mul, Rational, expand, hessian, sqrt, symbols


def number(tree):
    """A number of the document."""
    if isinstance(tree, str):
        return Rational(tree)
    ((kind, inside),) = tree.items()
    if kind == "sqrt":
        return sqrt(number(inside))
    return {"sum": Add, "product": Mul}[kind](*map(number, inside))


def matrix(rows):
    """A matrix of the document."""
    return Matrix([[number(x) for x in row] for row in rows])


def sign(value):
    """The sign of a number: sympy refuses to answer with None if it does not know."""
    value = expand(value)
    assert value == 0 or value.is_positive is not None, f"the sign of {value} is not known"
    return 0 if value == 0 else (1 if value.is_positive else -1)


def inner(x, y):
    """The inner product."""
    return sum(a * b for a, b in zip(x, y, strict=True))


def main(path):
    """Check the file."""
    with open(path, encoding="utf-8") as file:
        found = json.load(file)["definitions"]
    M, U0, U_star = (matrix(found[name]["entries"]) for name in ("M", "U0", "U_star"))
    (term,), (pair,) = found["A"]["terms"], found["A"]["gram"]["terms"]
    u, v, w = matrix(term["u"]), matrix(term["v"]), matrix(pair["w"])
    delta = number(found["delta"]["value"])

    def f(U):
        residual = U * U.T - M
        image = residual + inner(v, residual) * u
        return expand(inner(image, image) / 2)

    assert U_star * U_star.T == M and f(U_star) == 0
    assert sign(f(U0)) > 0
    # A^T A = I + v w^T + w v^T, and its constant
    assert all(expand(a + inner(u, u) * b / 2 - c) == 0 for a, b, c in zip(u, v, w, strict=True))
    assert matrix(pair["v"]) == v
    assert expand(inner(v, w)) == 0 and expand(inner(v, v) * inner(w, w) - delta**2) == 0

    entries = symbols(f"u:{len(U0)}")
    loss, at = f(Matrix(*U0.shape, entries)), dict(zip(entries, U0, strict=True))
    slopes = [expand(loss.diff(x).subs(at)) for x in entries]
    assert all(sign(x) >= 0 for x in U0)
    assert all(sign(slope) >= 0 for slope in slopes)
    assert all(expand(slope * x) == 0 for slope, x in zip(slopes, U0, strict=True))

    moving = [i for i, slope in enumerate(slopes) if slope == 0]
    form = hessian(loss, [entries[i] for i in moving]).subs(at).applyfunc(expand)
    free = [k for k, i in enumerate(moving) if U0[i] != 0]
    for i in range(len(moving)):
        assert sign(form[i, i]) > 0
        # free coordinates are connected with no others; where all entries are >= 0 the form is copositive
        assert all(sign(form[i, j]) >= 0 if i not in free else form[i, j] == 0 for j in range(len(moving)) if j != i)
    print("reproduced")


if __name__ == "__main__":
    main(sys.argv[1])
