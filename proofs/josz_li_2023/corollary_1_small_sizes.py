"""Corollary 1 (4) at small sizes, from the definition of f: points that are stationary and spurious, and their descent.

For M = u v^T the points with |x_i y_j| <= |M_ij|, and s . x = 0 and z . y = 0 for the signs s of u and z of v, are
stationary; f is |u|_1 |v|_1 - (s . x) (z . y) on the box, so that f falls along (s, z) to second order.
"""

from itertools import product

from exactcheck import Integer, Positive, assume, claim, function, point, scalar
from exactcheck.landscape import not_a_local_minimum, second_subderivative, stationary, sum_of_absolute_values

from . import paper

WHERE = "section 4.4, Corollary 1 (4) and equation (16)"
RECORD = "josz-li/cor-1-4"


def rank_one_loss(u, v):
    """f(x, y) = sum_ij |x_i y_j - u_i v_j|."""
    m, n = len(u), len(v)
    names = dict.fromkeys([*(f"x_{i + 1}" for i in range(m)), *(f"y_{j + 1}" for j in range(n))])
    pieces = [_piece(i, m + j, u[i] * v[j], names) for i, j in product(range(m), range(n))]
    return sum_of_absolute_values(0, pieces)


def _piece(i, j, entry, names):
    """The function x_i y_j - M_ij."""
    return function(lambda *z: z[i] * z[j] - entry, **names)


@claim(
    paper,
    "Corollary 1 (4)",
    part="spurious stationary points at small sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""For $M = u v^T$ with $u, v > 0$, $m, n \le 2$: the points $(x, y)$ with $\sum_i x_i = 0$, $\sum_j
y_j = 0$ and $|x_i y_j| < M_{ij}$ are stationary, with $x_i y_j - M_{ij} < 0$, and the second subderivative along $(1,
\dots, 1)$ is $-2 m n$, so that they are no local minima.""",
    reading="from the definition of f, at x = 0 or (a, -a), y = 0 or (b, -b); changes of signs of x_i and u_i, and "
    "of y_j and v_j, do not matter",
    scope="parametric",
)
@claim.sample(m=2, n=2, u=1, v=2)
@claim.parametric(m=1, n=1)
@claim.parametric(m=1, n=2)
@claim.parametric(m=2, n=1)
@claim.parametric(m=2, n=2)
def stationary_points(m: Integer, n: Integer, u: Positive, v: Positive):
    """u = (u, 1), v = (v, 1), as factors of u and v do not matter: x and y take them."""
    assume(m <= 2, n <= 2)
    us, vs = (u, scalar(1))[:m], (v, scalar(1))[:n]
    a, b = point("a"), point("b")
    x, y = ((a, -a) if m == 2 else (scalar(0),)), ((b, -b) if n == 2 else (scalar(0),))
    for first, second in product(us, vs):
        assume(a * b < first * second, -a * b < first * second)
    f, at, along = rank_one_loss(us, vs), (*x, *y), (1,) * (m + n)

    yield stationary(f, at, multipliers=[-1] * (m * n))
    yield second_subderivative(f, at, along, multipliers=[-1] * (m * n), acceleration=(0,) * (m + n)) == -2 * m * n
    for _, piece in f.pieces:
        yield piece(*at) < 0


@claim(
    paper,
    "Corollary 1 (4)",
    part="all points of a grid",
    where=WHERE,
    record=RECORD,
    statement=r"""No point of the grid with $f > 0$ is a local minimum.""",
    reading="from the definition of f: x_1, ..., y_n in {-2, -1, -1/2, 0, 1, 2} (of size 2 times 2: {-1, 0, 1}), "
    "for M = (u, 1) (v, 1)^T or a part of it",
)
@claim.sample(m=1, n=1, u=1, v=1)
@claim.sample(m=1, n=2, u=1, v=1)
@claim.sample(m=1, n=2, u=1, v=2)
@claim.sample(m=2, n=2, u=1, v=1)
@claim.sample(m=2, n=2, u=2, v=1)
def points_of_a_grid(m: Integer, n: Integer, u: Positive, v: Positive):
    """Each point whose residual is not zero."""
    us, vs = (u, scalar(1))[:m], (v, scalar(1))[:n]
    f = rank_one_loss(us, vs)
    values = (-1, 0, 1) if m * n == 4 else (-2, -1, "-1/2", 0, 1, 2)
    for at in product(map(scalar, values), repeat=m + n):
        x, y = at[:m], at[m:]
        if any(x[i].value * y[j].value != us[i].value * vs[j].value for i, j in product(range(m), range(n))):
            yield not_a_local_minimum(f, at)


@claim(
    paper,
    "Corollary 1 (4)",
    part="a flat with both signs",
    where=WHERE,
    record=RECORD,
    statement=r"""For $M$ the $2 \times 3$ matrix of ones, $y = (1, \frac25, \frac35)$ and $x_1, x_2 \in \{1, \frac43,
\frac53\}$: $f = 2$, and the point is no local minimum.""",
    reading="from the definition of f; g is constant on [1, 5/3], where its slope is 1 - 2/5 - 3/5",
)
@claim.sample()
def points_of_a_flat():
    """The nine points, and the value as the sum of the residuals y_1 x - 1 >= 0, 1 - y_2 x >= 0, 1 - y_3 x >= 0."""
    f = rank_one_loss((scalar(1),) * 2, (scalar(1),) * 3)
    y = tuple(map(scalar, (1, "2/5", "3/5")))
    for x in product(map(scalar, (1, "4/3", "5/3")), repeat=2):
        signed = [sign * piece(*x, *y) for (_, piece), sign in zip(f.pieces, (1, -1, -1) * 2, strict=True)]
        for residual in signed:
            yield residual >= 0
        yield sum(signed, scalar(0)) == 2
        yield not_a_local_minimum(f, (*x, *y))
