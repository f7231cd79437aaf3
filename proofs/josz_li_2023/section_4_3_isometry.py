"""Section 4.3: the restricted isometry property and lower bounded sensing matrices."""

from exactcheck import Positive, Real, assume, claim, identity, inner, matrix, norm_squared, point, scalar
from exactcheck.landscape import measurements, rip_constant

from . import paper

RECORD, WHERE = "josz-li/sec-4.3-rip", "section 4.3, before Proposition 6"
ENERGY = "e stands for (1/m) sum_i <A_i, Z>^2 and s for ||Z||_F^2, for any Z of rank at most r"


def mean_square(matrices, Z):
    """(1/m) sum_i <A_i, Z>^2."""
    return norm_squared(measurements(matrices)(Z)) / len(matrices)


def plane_matrices():
    """Four matrices, blind to the identity: 1/4 sum_i <A_i, Z>^2 = (z_11 - z_22)^2 / 2 + z_12^2 + z_21^2."""
    difference = matrix([[1, 0], [0, -1]])
    return [difference, difference, matrix([[0, 2], [0, 0]]), matrix([[0, 0], [2, 0]])]


@claim(
    paper,
    "Section 4.3, isometry of any rank",
    where=WHERE,
    record=RECORD,
    statement=r"""Any level of RIP, $(k, \delta)$ with any rank $k \ge 1$ and $\delta \in (0, 1)$, implies that the
sensing matrices are lower bounded: there is $c > 0$ with $\frac1m \sum_i \langle A_i, Z \rangle^2 \ge c \|Z\|_F^2$ for
all $Z$ of rank at most $r$.""",
    reading="a level is a rank and a number delta, and the rank may be below r: here k = 1, delta = 1/2 and r = 2, "
    "with four 2 x 2 matrices. The first statements are the hypothesis, for all Z = p q^T, with the squares that "
    "show it; the last one follows from the conclusion for Z = I and fails",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def any_rank():
    """They have (1, 1/2)-RIP, and measure nothing of the identity matrix."""
    A = plane_matrices()
    p, q = (matrix([[point(f"{name}_1")], [point(f"{name}_2")]]) for name in "pq")
    Z = p @ q.T
    swapped = p.T @ matrix([[0, 1], [-1, 0]]) @ q

    yield norm_squared(swapped) >= 0
    yield mean_square(A, Z) >= (1 - scalar("1/2")) * norm_squared(Z)
    yield inner(p, q) ** 2 >= 0
    yield mean_square(A, Z) <= (1 + scalar("1/2")) * norm_squared(Z)
    yield mean_square(A, identity(2)) > 0


@claim(
    paper,
    "Section 4.3, isometry",
    where=WHERE,
    record=RECORD,
    statement=r"""$(k, \delta)$-RIP with $k \ge r$ and any $\delta \in (0, 1)$ implies that the sensing matrices are
lower bounded, with $c = 1 - \delta > 0$.""",
    reading=f"a level is a number delta, the rank is at least r: Z of rank at most r has rank at most k, and the left "
    f"inequality of RIP is lower boundedness; {ENERGY}",
    repairs="section-4-3-isometry-of-any-rank",
    scope="parametric",
)
@claim.general()
def isometry(delta: Positive):
    """The constant, and the inequality."""
    assume(delta < 1)
    e, s, c = point("e"), point("s"), 1 - delta
    assume(s >= 0, (1 - delta) * s <= e, e <= (1 + delta) * s)

    yield c > 0
    yield e >= c * s


@claim(
    paper,
    "Section 4.3, isometry",
    part="an example",
    where=WHERE,
    record=RECORD,
    statement=r"""For $A_1, \dots, A_4 = 2 w_i E_i$ with the four unit matrices $E_i$ of size $2 \times 2$ and $w_i^2 =
\frac34, 1, 1, \frac54$, $\frac1m \sum_i \langle A_i, Z \rangle^2 = \sum_i w_i^2 z_i^2$: the isometry constant is
$\frac14$ at rank 1 and at rank 2, and the best lower bound is $c = \frac34 = 1 - \delta$.""",
    reading="with four weights w_i^2 by sums of squares: 3/4 = 1/2 + 1/4, 5/4 = 1 + 1/4",
)
@claim.sample()
def example():
    """The weights as measurements, the two constants, and the lower bound with the matrix that attains it."""
    A, first, z = weighted_measurements(), matrix([[1, 0], [0, 0]]), [point(f"z_{i}") for i in range(1, 5)]
    Z = matrix([z[:2], z[2:]])

    yield norm_squared(A(Z)) == scalar("3/4") * z[0] ** 2 + z[1] ** 2 + z[2] ** 2 + scalar("5/4") * z[3] ** 2
    yield rip_constant(A, 1) == "1/4"
    yield rip_constant(A, 2) == "1/4"
    yield norm_squared(A(Z)) >= scalar("3/4") * norm_squared(Z)
    yield norm_squared(A(first)) == scalar("3/4") * norm_squared(first)


def weighted_measurements():
    """Z -> (z_11 / 2 three times, z_12, z_21, z_22, z_22 / 2): 3/4 = 3 (1/2)^2 and 5/4 = 1 + (1/2)^2."""
    entries = [(0, 0, "1/2")] * 3 + [(0, 1, 1), (1, 0, 1), (1, 1, 1), (1, 1, "1/2")]
    return measurements([[[v if (i, j) == (k, m) else 0 for m in (0, 1)] for k in (0, 1)] for i, j, v in entries])


@claim(
    paper,
    "Section 4.3, lower bounded without isometry",
    where=WHERE,
    record=RECORD,
    statement=r"""Lower boundedness is weaker than RIP: $m = n_1 = n_2 = 1$ and $A_1 = 10$ is lower bounded with $c =
100$, and has no RIP for any $\delta \in (0, 1)$.""",
    reading="with the matrices as they are given; up to a factor see the next claim",
    scope="parametric",
)
@claim.sample(delta="99/100")
@claim.general()
def weaker(delta: Positive):
    """The upper bound of RIP fails at every z that is not zero."""
    assume(delta < 1)
    z, A = point("z"), [matrix([[10]])]
    assume(z > 0)
    Z = matrix([[z]])

    yield mean_square(A, Z) == 100 * norm_squared(Z)
    yield mean_square(A, Z) > (1 + delta) * norm_squared(Z)


@claim(
    paper,
    "Section 4.3, lower bounded without isometry",
    part="up to a factor",
    where=WHERE,
    record=RECORD,
    statement=r"""Weaker by a factor only, at the same rank: if $c \|Z\|_F^2 \le \frac1m \sum_i \langle A_i, Z \rangle^2
\le d \|Z\|_F^2$ with $0 < c < d$ (there always is such a $d$), then $\sqrt{2 / (c + d)} A_1, \dots, \sqrt{2 / (c + d)}
A_m$ have $(r, \delta)$-RIP with $\delta = (d - c) / (d + c) \in (0, 1)$.""",
    reading=f"{ENERGY}; d = c + gap",
    scope="parametric",
)
@claim.general()
def up_to_a_factor(c: Positive, gap: Positive):
    """Multiplied by c + d: the two bounds, and the range of delta."""
    e, s, d = point("e"), point("s"), c + gap
    assume(s >= 0, c * s <= e, e <= d * s)

    yield (c + d) * s - (d - c) * s <= 2 * e
    yield 2 * e <= (c + d) * s + (d - c) * s
    yield d - c > 0
    yield d - c < d + c


@claim(
    paper,
    "Section 4.3, lower bounded without isometry",
    part="rank one",
    where=WHERE,
    record=RECORD,
    statement=r"""The four $2 \times 2$ matrices with $\frac14 \sum_i \langle A_i, Z \rangle^2 = \|Z\|_F^2 - \frac12
(\mathrm{tr} Z)^2$ are lower bounded for $r = 1$ with $c = \frac12$, and no larger $c$ will do; for $r = 2$ they are not
lower bounded.""",
    reading="for all Z = p q^T",
    scope="parametric",
)
@claim.general()
def rank_one(c: Real):
    """The form, its lower bound at rank one, where it is attained, and the identity matrix."""
    A, entries = plane_matrices(), [[point(f"z_{i}{j}") for j in (1, 2)] for i in (1, 2)]
    p, q = (matrix([[point(f"{name}_1")], [point(f"{name}_2")]]) for name in "pq")
    Z, any_matrix, first = p @ q.T, matrix(entries), matrix([[1, 0], [0, 0]])
    half_trace = inner(identity(2), any_matrix) ** 2 / 2

    yield mean_square(A, any_matrix) == norm_squared(any_matrix) - half_trace
    yield norm_squared(p.T @ matrix([[0, 1], [-1, 0]]) @ q) >= 0
    yield mean_square(A, Z) >= scalar("1/2") * norm_squared(Z)
    yield mean_square(A, first) - c * norm_squared(first) == scalar("1/2") - c
    yield mean_square(A, identity(2)) == 0
