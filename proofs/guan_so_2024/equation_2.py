"""Equation (2): Sign(x y) = Sign(x) Sign(y), and its matrix form in the proof of Theorem 3.1."""

from itertools import product

from exactcheck import Natural, Partition, Positive, arbitrary_matrix, assume, claim, determinant, matrix, ones, point

from . import paper
from .columns import column_of_ones, sum_of

MATRIX = "guan-so/eq-2-matrix"


@claim(
    paper,
    "Equation 2",
    where="section 3.1, (2)",
    record="guan-so/eq-2",
    statement=r"""$\mathrm{Sign}(x y) = \mathrm{Sign}(x)\, \mathrm{Sign}(y)$ for all real $x$ and $y$, zero
included.""",
    reading="the product of two sets is the set of the products. Both sides are the same sign for x, y != 0; "
    "otherwise both are [-1, 1]: products of numbers from [-1, 1] are in it, and each c in it is c 1 = (-c) (-1)",
    scope="parametric",
)
@claim.general()
def products(x: Positive, y: Positive):
    """The sign of a product of numbers that are not zero, then the bounds of products of [-1, 1]."""
    for a, b in product((1, -1), repeat=2):
        yield a * b * ((a * x) * (b * y)) > 0

    s, t = point("s"), point("t")
    assume(s >= -1, s <= 1, t >= -1, t <= 1)
    yield s * t >= -1
    yield s * t <= 1


@claim(
    paper,
    "Equation 2, matrices",
    where="section 3.1, proof of Theorem 3.1, case [n] = J_>",
    record=MATRIX,
    statement=r"""$\mathrm{Sign}(u u^T) = \mathrm{Sign}(u)\, \mathrm{Sign}(u)^T$ where $[n] = J_>(u)$.""",
    reading="there |u_i| > |u*_i| >= 0, and no u_i is zero: both sides are the one matrix s s^T for the signs s of u, "
    "whose blocks have the signs of the blocks of u u^T; for all sizes, with the positive coordinates first",
    scope="general",
)
@claim.sample(positive=2, negative=1)
@claim.general()
def matrices(positive: Natural, negative: Natural):
    """The blocks of s s^T, and the signs of the products of the entries of u."""
    rows = Partition(positive=positive, negative=negative)
    blocks = {1: rows.columns("positive"), -1: rows.columns("negative")}
    s = sum_of(sign * columns @ column_of_ones(columns.cols) for sign, columns in blocks.items())
    x, y = point("x"), point("y")
    assume(x > 0, y > 0)

    for a, b in product(blocks, repeat=2):
        yield blocks[a].T @ (s @ s.T) @ blocks[b] == a * b * ones(blocks[a].cols, blocks[b].cols)
        yield a * b * ((a * x) * (b * y)) > 0


@claim(
    paper,
    "Equation 2, matrices",
    part="zeros",
    where="section 3.1, proof of Theorem 3.1, case [n] = J_>",
    record=MATRIX,
    statement=r"""The matrix form needs $u$ without zeros, as it has in this case: for $n \ge 2$ and $u = (x, 0,
\dots)$, $x > 0$, it is false, though $a b^T \in \mathrm{Sign}(u u^T)$ for all $a, b \in \mathrm{Sign}(u)$. (Every
$a b^T$ has $a_1 b_1 a_2 b_2 = a_1 b_2 a_2 b_1$, and the matrix $[[1, 1], [1, -1]]$, which has not, belongs to
$\mathrm{Sign}(u u^T)$.)""",
    reading="by the leading block of two rows and columns; the product of two sets of matrices is the set of the "
    "products; no step of the proof uses the form there",
    uses=("guan-so-2024/equation-2",),
    scope="parametric",
)
@claim.general()
def matrices_with_zeros(x: Positive):
    """The leading block of two rows and columns."""
    a, b = arbitrary_matrix("a", 2, 1), arbitrary_matrix("b", 2, 1)
    u, S = matrix([[x], [0]]), matrix([[1, 1], [1, -1]])

    yield u @ u.T == matrix([[x**2, 0], [0, 0]])
    yield x**2 > 0
    yield determinant(a @ b.T) == 0
    yield determinant(S) < 0
