"""The proof of Proposition 3.4: the slope of f at u*, the linear program, and the chain of inequalities."""

from itertools import combinations, pairwise, product

from exactcheck import (
    Integer,
    Natural,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    lesser,
    matrix,
    point,
    scalar,
)
from exactcheck.landscape import directional_derivative, l1_rank_one_loss, stationary

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import PERMUTATIONS, SYMMETRIES
from .letters import positive_letters, signs
from .moduli import BOUNDED, bounded, matrix_and_moduli
from .planted import planted_with_signs, signs_of_planted
from .residual import arbitrary_symmetric, weighted_residual
from .subdifferential import SUBDIFFERENTIAL
from .tilt import tilted

WHERE = "section 3.2, proof of Proposition 3.4"
SLOPE = "guan-so/prop-3.4-df"
PROGRAM = "guan-so/prop-3.4-lp"
CHAIN = "guan-so/prop-3.4-chain"
FORMULA = r"""$df(u^*)(w) = \sum_i |u^*_i w_i| + \frac12 \sum_{i \ne j} |u^*_i w_j + u^*_j w_i|$"""


@claim(
    paper,
    "Proposition 3.4, directional derivative",
    where=WHERE,
    record=SLOPE,
    statement=r"""$\partial f(u^*) = \{Z u^* : Z = Z^T, |Z_{ij}| \le 1\}$. (For all $u^*$, $w$, $Y$ and $Z = Z^T$:
$u u^T - u^* u^{*T}$ is zero at $u^*$, its derivative along $w$ is $u^* w^T + w u^{*T}$, and that of $\frac12
\langle Z, u u^T - u^* u^{*T} \rangle$ is $\langle Z u^*, w \rangle = \langle Z, u^* w^T \rangle$. So every entry of
the matrix in $f = \frac12 \|u u^T - u^* u^{*T}\|_1$ has a kink at $u^*$.)""",
    reading="for all sizes, by the chain rule for a convex function of a smooth map, the theorem that the paper "
    "cites, which turns the derivatives into the subdifferential",
    uses=(SUBDIFFERENTIAL,),
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def subdifferential(n: Integer):
    """The derivatives of the entries, tested against an arbitrary matrix, and of the sum with multipliers."""
    rows = Partition(rows=n).dimension
    us, w = arbitrary_column("us", rows), arbitrary_column("w", rows)
    Y, Z = arbitrary_matrix("Y", rows, rows), arbitrary_symmetric("root", rows).named("Z")

    yield weighted_residual(Y, us).derivative([us], [w]) == inner(Y, us @ w.T + w @ us.T)
    yield weighted_residual(Z, us).derivative([us], [w]) / 2 == inner(Z @ us, w)
    yield inner(Z @ us, w) == inner(Z, us @ w.T)


@claim(
    paper,
    "Proposition 3.4, directional derivative",
    part="subgradients at small sizes",
    where=WHERE,
    record=SLOPE,
    statement=r"""For $n \le 4$, every $u^*$ and every symmetric $Z$ with entries in $[-1, 1]$: $Z u^*$ is a
subgradient of $f$ at $u^*$.""",
    reading="from the definition of f; g is a subgradient if u* is stationary for f - <g, .>",
    scope="parametric",
)
@claim.sample(n=2, first=1)
@claim.parametric(n=1)
@claim.parametric(n=2)
@claim.parametric(n=3)
@claim.parametric(n=4)
def subgradients(n: Integer, first: Real):
    """With letters for u* and Z."""
    us = (first, *(point(f"us_{k + 1}") for k in range(1, n)))
    Z = {(i, j): point(f"z_{i + 1}_{j + 1}") for i in range(n) for j in range(i, n)}
    for z in Z.values():
        assume(z >= -1, z <= 1)
    slope = [sum((Z[min(i, j), max(i, j)] * us[j] for j in range(n)), scalar(0)) for i in range(n)]

    yield stationary(tilted(us, slope), at=us, multipliers=list(Z.values()))


@claim(
    paper,
    "Proposition 3.4, directional derivative",
    part="formula at small sizes",
    where=WHERE,
    record=SLOPE,
    statement=rf"""{FORMULA} for every $w$: for all signs of $u^*$ with one zero or none and $|S| \le 2$, and for
$u^* > 0$ with $|S| = 3$.""",
    reading="from the definition of f, for |S| = 1 with a zero, |S| = 2 with one and with none, and |S| = 3, the zero "
    "being the last coordinate (equation 1); on each cell of directions on which the absolute values have fixed "
    "signs: w_i = u*_i y_i in the support, and a cell says which y_i are zero, their signs and the order of their "
    "moduli, whose differences are letters",
    uses=SYMMETRIES,
    scope="parametric",
)
@claim.sample(support=2, zeros=1, first=2)
@claim.parametric(support=1, zeros=1)
@claim.parametric(support=2, zeros=0)
@claim.parametric(support=2, zeros=1)
@claim.parametric(support=3, zeros=0)
def formula(support: Integer, zeros: Natural, first: Positive):
    """All cells; outside of the support w is a sign times a modulus."""
    assume(support <= 3, zeros <= 1)
    a, outside = (first, *positive_letters("a", support - 1)), positive_letters("v", zeros)
    steps = positive_letters("t", support)
    moduli = [sum(steps[:k], scalar(0)) for k in range(support + 1)]
    for sigma in signs_of_planted(support):
        us = planted_with_signs(sigma, a, zeros)
        f = l1_rank_one_loss(us)
        for cell in cells(support):
            inside = [x * sign * moduli[level] for x, (sign, level) in zip(us, cell, strict=False)]
            for outer in product((0, 1, -1), repeat=zeros):
                w = (*inside, *(e * v for e, v in zip(outer, outside, strict=True)))
                moved = sum((abs(e) * v for e, v in zip(outer, outside, strict=True)), scalar(0))
                yield directional_derivative(f, us, along=w) == slope(a, cell, moduli) + sum(a, scalar(0)) * moved


def cells(count):
    """The cells of vectors y: for each coordinate its sign and the number of its modulus among those > 0."""
    for levels in product(range(count + 1), repeat=count):
        if {0, *levels} == set(range(max(levels) + 1)):
            for chosen in product(*((1, -1) if level else (0,) for level in levels)):
                yield list(zip(chosen, levels, strict=True))


def slope(a, cell, moduli):
    """The sum of a_i^2 |y_i| and, over the pairs i < j, of a_i a_j |y_i + y_j|."""
    alone = sum((x**2 * moduli[level] for x, (_, level) in zip(a, cell, strict=True)), scalar(0))
    pairs = combinations(zip(a, cell, strict=True), 2)
    return alone + sum((x * y * modulus_of_sum(p, q, moduli) for (x, p), (y, q) in pairs), scalar(0))


def modulus_of_sum(first, second, moduli):
    """|y_i + y_j|."""
    (sign, level), (other, place) = first, second
    small, large = moduli[min(level, place)], moduli[max(level, place)]
    return large - small if sign * other < 0 else large + small


@claim(
    paper,
    "Proposition 3.4, linear program",
    where=WHERE,
    record=PROGRAM,
    statement=r"""$\langle Z, Y \rangle \le \sum_i |y_{ii}| + \frac12 \sum_{i \ne j} |y_{ij} + y_{ji}|$ for every
$Y$ and every symmetric $Z$ with entries in $[-1, 1]$. (For all $Z = Z^T$: $\langle Z, Y \rangle = \frac12 \langle
Z, Y + Y^T \rangle$. And $\langle Z, T \rangle \le \langle B, |T| \rangle$ if $|Z| \le B$ entry by entry, here with
$T = Y + Y^T$ and the matrix $B$ of ones.)""",
    reading=f"for all sizes; T as T1 - T2 and |T| as T1 + T2 with nonnegative matrices; {BOUNDED}",
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def upper_bound(n: Integer):
    """Symmetrization, then the bound."""
    rows = Partition(rows=n).dimension
    Y, Z = arbitrary_matrix("Y", rows, rows), arbitrary_symmetric("root", rows).named("Z")
    (any_Z, B), (T, moduli) = bounded(rows, rows), matrix_and_moduli("T", rows, rows)

    yield inner(Z, Y) == inner(Z, Y + Y.T) / 2
    yield inner(any_Z, T) <= inner(B, moduli)


@claim(
    paper,
    "Proposition 3.4, linear program",
    part="maximum at small sizes",
    where=WHERE,
    record=PROGRAM,
    statement=r"""For $n \le 2$ and every $Y$: the largest $\langle Z, Y \rangle$ over symmetric $Z$ with entries in
$[-1, 1]$ is $\sum_i |y_{ii}| + \frac12 \sum_{i \ne j} |y_{ij} + y_{ji}|$; it is attained where $Z_{ij}$ is the sign
of $y_{ij} + y_{ji}$.""",
    reading="for n = 1 and n = 2, all signs of y_ii and y_ij + y_ji, and letters for their moduli",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
def maximum(n: Integer):
    """The value at every Z, and where it is the largest."""
    assume(n <= 2)
    places = [(i, j) for i in range(n) for j in range(i, n)]
    sizes, z = ([point(f"{name}_{i + 1}_{j + 1}") for i, j in places] for name in "dz")
    for size, value in zip(sizes, z, strict=True):
        assume(size >= 0, value >= -1, value <= 1)
    for sigma in signs(len(places)):
        Y = with_sums(n, {place: s * d for place, s, d in zip(places, sigma, sizes, strict=True)})
        yield inner(symmetric(n, places, sigma), Y) == sum(sizes, scalar(0))
        yield inner(symmetric(n, places, z), Y) <= sum(sizes, scalar(0))


def with_sums(n, sums):
    """An arbitrary matrix with these y_ii and y_ij + y_ji."""
    rows = [[scalar(0)] * n for _ in range(n)]
    for (i, j), value in sums.items():
        rows[i][j] = value if i == j else point(f"y_{i + 1}_{j + 1}")
        rows[j][i] = value if i == j else value - rows[i][j]
    return matrix(rows)


def symmetric(n, places, values):
    """The symmetric matrix with these entries."""
    rows = [[scalar(0)] * n for _ in range(n)]
    for (i, j), value in zip(places, values, strict=True):
        rows[i][j] = rows[j][i] = scalar(value)
    return matrix(rows)


@claim(
    paper,
    "Proposition 3.4, chain of inequalities",
    where=WHERE,
    record=CHAIN,
    statement=r"""With $S = \mathrm{supp}(u^*)$, $\alpha = \min_S |u^*_i|$: $\sum_i |u^*_i w_i| + \frac12 \sum_{i
\ne j} |u^*_i w_j + u^*_j w_i| \ge \alpha \sum_S |w_i| + \frac12 \sum_{i \in S} \sum_{j \notin S} |u^*_i w_j + u^*_j
w_i| \ge \alpha \sum_S |w_i| + \frac12 \alpha |S| \sum_{j \notin S} |w_j| \ge \min\{\alpha, \frac12 \alpha |S|\}
\|w\|_1$. (The second line takes only one of the two orders of the pairs with $i \in S$, $j \notin S$. With both,
the first line is at least $\alpha \sum_S |w_i| + \alpha |S| \sum_{j \notin S} |w_j| \ge \alpha \|w\|_1$: the proof
gives the constant $\alpha$ for every $|S|$.)""",
    reading="for all sizes, with the support first; |u*_i| = alpha + r_i in S, |w_i| is any number >= 0, and the "
    "summands with i, j in S are any numbers >= 0",
    uses=(PERMUTATIONS,),
    scope="general",
)
@claim.sample(support=1, zeros=1, alpha=1)
@claim.sample(support=2, zeros=1, alpha="1/2")
@claim.general()
def chain(support: Integer, zeros: Natural, alpha: Positive):
    """Line by line, then the two lines with both orders of the pairs."""
    S, N = Partition(support=support).dimension, Partition(zeros=zeros).dimension
    moduli = alpha * column_of_ones(S) + arbitrary_column("r", S, "all")
    inside, outside = arbitrary_column("w", S, "all"), arbitrary_column("v", N, "all")
    pairs = total(arbitrary_matrix("pairs", S, S, "all"))
    crossed = total(moduli @ outside.T)
    least = lesser(alpha, alpha * scalar(support) / 2, "printed")
    lines = [
        inner(moduli, inside) + (pairs + 2 * crossed) / 2,
        alpha * total(inside) + crossed / 2,
        alpha * total(inside) + alpha * support * total(outside) / 2,
        least * (total(inside) + total(outside)),
    ]

    for upper, lower in pairwise(lines):
        yield upper >= lower
    yield lines[0] >= alpha * total(inside) + alpha * support * total(outside)
    yield lines[0] >= alpha * (total(inside) + total(outside))


@claim(
    paper,
    "Proposition 3.4, chain of inequalities",
    part="instance",
    where=WHERE,
    record=CHAIN,
    statement=r"""For $u^* = (a, 0)$, $a > 0$, and $w = (0, 1)$ the first line is $a$, which is the slope of $f$,
and the others are $a / 2$.""",
    reading="for n = 2 and one zero coordinate",
    scope="parametric",
)
@claim.sample(a=1)
@claim.general()
def chain_on_an_instance(a: Positive):
    """The slope; the printed sums."""
    us, w = (a, scalar(0)), (scalar(0), scalar(1))
    crossed = us[0] * w[1] + us[1] * w[0]

    yield directional_derivative(l1_rank_one_loss(us), us, along=w) == a
    yield crossed / 2 == a / 2
