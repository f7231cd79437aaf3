"""Proof of Proposition 7, last displays: ||X||_2 and ||Y||_2 by ||X^T X - Y^T Y||_F and ||X Y^T||_1."""

from exactcheck import (
    Integer,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    identity,
    inner,
    norm_squared,
    point,
)

from . import paper
from .factorization import Factorization
from .vectors import arbitrary_vector, rows_of, total, unit_vector

LABEL, RECORD, WHERE = (
    "Proposition 7, norms",
    "josz-li/prop-7-chain",
    "section 4.4, proof of Proposition 7, last displays",
)
SPECTRAL = "||Z||_2 is the largest ||Z w|| over unit vectors w"


@claim(
    paper,
    LABEL,
    part="spectral norms",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|X^T X - Y^T Y\|_F^2 = \|X^T X\|_F^2 + \|Y^T Y\|_F^2 - 2 \langle X^T X, Y^T Y \rangle_F = \|X^T
X\|_F^2 + \|Y^T Y\|_F^2 - 2 \|X Y^T\|_F^2 \ge \|X^T X\|_2^2 + \|Y^T Y\|_2^2 - 2 \|X Y^T\|_F^2 = \|X\|_2^4 + \|Y\|_2^4 -
2 \|X Y^T\|_F^2$.""",
    reading="for all sizes and all unit vectors w, v, with ||X w||^4 and ||Y v||^4 for ||X||_2^4 and ||Y||_2^4; "
    f"{SPECTRAL}",
    scope="general",
)
@claim.general()
def spectral_norms(m: Integer, n: Integer, r: Integer):
    """||G||_F^2 - (w^T G w)^2 = ||G - (w^T G w) w w^T||_F^2 for G = X^T X and for G = Y^T Y."""
    at = Factorization(m, n, r)
    G, H = at.X.T @ at.X, at.Y.T @ at.Y
    w, v = unit_vector("w", at.columns), unit_vector("v", at.columns)
    large = norm_squared(at.X @ w) ** 2 + norm_squared(at.Y @ v) ** 2

    yield inner(G, H) == norm_squared(at.product)
    yield at.square_of_imbalance() == norm_squared(G) + norm_squared(H) - 2 * norm_squared(at.product)
    for gram, Z, u in ((G, at.X, w), (H, at.Y, v)):
        rest = gram - norm_squared(Z @ u) * u @ u.T
        yield norm_squared(gram) - norm_squared(Z @ u) ** 2 == norm_squared(rest)
        yield norm_squared(rest) >= 0
    yield at.square_of_imbalance() >= large - 2 * norm_squared(at.product)


@claim(
    paper,
    LABEL,
    part="the norm of a Gram matrix",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|X^T X\|_2 = \|X\|_2^2$: for unit vectors $u$, $w$, $\|X^T X w\| \ge \|X w\|^2$, and $\langle u,
X^T X w \rangle \le \frac12 (\|X u\|^2 + \|X w\|^2) \le \|X\|_2^2$.""",
    reading=f"for all sizes; {SPECTRAL}, and the largest <u, Z w> over unit vectors u, w",
    scope="general",
)
@claim.general()
def gram_matrix(m: Integer, r: Integer):
    """The two inequalities, by a square each."""
    rows, columns = rows_of("rows", m), rows_of("columns", r)
    X, u, w = arbitrary_matrix("X", rows, columns), unit_vector("u", columns), unit_vector("w", columns)
    G = X.T @ X

    yield norm_squared(G @ w) - norm_squared(X @ w) ** 2 == norm_squared(G @ w - norm_squared(X @ w) * w)
    yield norm_squared(G @ w - norm_squared(X @ w) * w) >= 0
    yield norm_squared(G @ w) >= norm_squared(X @ w) ** 2
    yield norm_squared(X @ u - X @ w) >= 0
    yield 2 * inner(u, G @ w) <= norm_squared(X @ u) + norm_squared(X @ w)


@claim(
    paper,
    LABEL,
    part="Frobenius and l1",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|Z\|_F \le \|Z\|_1$ for every $m \times n$ matrix $Z$, so that $\|X Y^T\|_F^2 \le mn \|X Y^T\|_1^2$
holds, and also without the factor $mn$.""",
    reading="for all sizes; the m n entries stand in one column z = p - q with p, q >= 0, p_k q_k = 0, so that "
    "||z||_1 = 1^T (p + q); the matrix 1 1^T is I + E with E >= 0, and <I + E, a a^T> >= ||a||^2 for a = p + q and "
    "all such E",
    scope="general",
)
@claim.sample(entries=3)
@claim.general()
def frobenius_and_l1(entries: Integer):
    """(1^T a)^2 = <1 1^T, a a^T>, with I + E in place of 1 1^T, and ||p - q|| <= ||p + q||."""
    size = rows_of("entries", entries)
    E = arbitrary_matrix("E", size, size, "all")
    p, q = (arbitrary_vector(name, size, "all") for name in "pq")
    moduli, t = (p + q).named("moduli"), point("t")
    assume(t >= 0)

    yield total(moduli) ** 2 == total(moduli @ moduli.T)
    yield inner(identity(size) + E, moduli @ moduli.T) >= norm_squared(moduli)
    yield norm_squared(p - q) <= norm_squared(moduli)
    yield t**2 <= entries * t**2


@claim(
    paper,
    LABEL,
    where=WHERE,
    record=RECORD,
    statement=r"""$\|X^T X - Y^T Y\|_F^2 \ge \|X\|_2^4 + \|Y\|_2^4 - 2 mn \|X Y^T\|_1^2 \ge \|X\|_2^4 + \|Y\|_2^4 - 2
mn (\|X Y^T - M\|_1 + \|M\|_1)^2$.""",
    reading="letters for ||X^T X - Y^T Y||^2, ||X||_2^4, ||Y||_2^4, ||X Y^T||_F^2, ||X Y^T||_1, ||X Y^T - M||_1 and "
    "||M||_1, with what the parts say of them and the triangle inequality. It holds with 2 for 2 m n too, which no "
    "number below 2 can replace: see the other parts",
    uses=(
        "josz-li-2023/proposition-7-norms/spectral-norms",
        "josz-li-2023/proposition-7-norms/frobenius-and-l1",
        "josz-li-2023/proposition-7-norms/triangle-inequality",
    ),
    scope="general",
)
@claim.general()
def chain(m: Integer, n: Integer):
    """First with 2, then as printed."""
    square, X, Y, product, sum_, loss, truth = (
        point(x) for x in ("square", "X", "Y", "product", "sum", "loss", "truth")
    )
    assume(square >= 0, X >= 0, Y >= 0, product >= 0, sum_ >= 0, loss >= 0, truth >= 0)
    assume(square >= X + Y - 2 * product, product <= sum_**2, sum_ <= loss + truth)

    yield square >= X + Y - 2 * sum_**2
    yield sum_**2 <= (loss + truth) ** 2
    yield square >= X + Y - 2 * (loss + truth) ** 2
    yield sum_**2 <= m * n * sum_**2
    yield square >= X + Y - 2 * m * n * sum_**2
    yield 2 * m * n * sum_**2 <= 2 * m * n * (loss + truth) ** 2
    yield square >= X + Y - 2 * m * n * (loss + truth) ** 2


@claim(
    paper,
    LABEL,
    part="sharp",
    where=WHERE,
    record=RECORD,
    statement=r"""With $2 \|X Y^T\|_1^2$ for $2 mn \|X Y^T\|_1^2$ the inequality is an equation at $X = a e w^T$, $Y =
b e' w^T$ with unit vectors $e$, $e'$ of one entry $1$ and any unit vector $w$: for each $m$, $n$, $r$ the factor $2$
is the least one.""",
    reading="for all sizes: ||X||_2 = a, ||Y||_2 = b, and X Y^T = a b e e'^T has one entry, a b; shown for all unit "
    "vectors e, e' with ||X Y^T||_F = a b, which is ||X Y^T||_1 if there is one entry",
    scope="general",
)
@claim.general()
def sharp(m: Integer, n: Integer, r: Integer, a: Positive, b: Positive, k: Real):
    """(a^2 - b^2)^2 = a^4 + b^4 - 2 a^2 b^2, and what is left with k for 2: too much if k < 2."""
    left, right, columns = map(rows_of, ("left", "right", "columns"), (m, n, r))
    e, other, w = unit_vector("e", left), unit_vector("d", right), unit_vector("w", columns)
    X, Y = a * e @ w.T, b * other @ w.T

    yield norm_squared(X @ w) == a**2
    yield norm_squared(Y @ w) == b**2
    yield a * b * e @ other.T == X @ Y.T
    yield norm_squared(X @ Y.T) == (a * b) ** 2
    yield norm_squared(X.T @ X - Y.T @ Y) == a**4 + b**4 - 2 * (a * b) ** 2
    yield a**4 + b**4 - k * (a * b) ** 2 - norm_squared(X.T @ X - Y.T @ Y) == (2 - k) * (a * b) ** 2


@claim(
    paper,
    LABEL,
    part="triangle inequality",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|X Y^T\|_1 \le \|X Y^T - M\|_1 + \|M\|_1$.""",
    reading="entry by entry: |z| = s z <= |z - t| + |t| for s = 1 and s = -1, with |z - t| = p + q, |t| = u + v "
    "where z - t = p - q and t = u - v with p, q, u, v >= 0",
    scope="exhaustive",
)
@claim.sample()
def triangle_inequality():
    """Both signs."""
    p, q, u, v = map(point, "pquv")
    assume(p >= 0, q >= 0, u >= 0, v >= 0)
    for sign in (1, -1):
        yield sign * ((p - q) + (u - v)) <= (p + q) + (u + v)
