"""Section 5: the belief about rank two, which is false, and the remarks on small entries and discontinuity."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import (
    Integer,
    Natural,
    Nonnegative,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    diagonal,
    matrix,
    norm_squared,
    ones,
    point,
    scalar,
    sqrt,
)
from exactcheck.landscape import rip_constant, strict_local_minimum, value

from . import paper
from .instances import ONE, arbitrary_vector, construction, fully_observed
from .lemma_12 import fully_observed_pair

BELIEF = "section 5, Benign nonconvexity for higher ranks"
REMARK = "section 5, Small-but-positive elements and apocalypses"
RECORD = "zhang/concl-1"
WEAK = "a local minimum as section 2.1 defines it, not necessarily strict; that the point is one is shown first"


@claim(
    paper,
    "Section 5, rank two as printed",
    part="symmetric",
    where=BELIEF,
    record=RECORD,
    statement=r"""For $\delta = 0$ and $r \ge r^* = 2$ problem (4) has no spurious local minima: if $U_0$ is a local
minimum over $U \ge 0$, then $f(U_0) = 0$. (Here: $U_* = \mathrm{diag}(\sqrt{p^2 + q^2}, 1)$ and $U_0 = [p, q; 0, 0]$
with $p, q > 1$, and $f(U) \ge f(U_0)$ for all $U \ge 0$ whose first row has entries $\ge 1$.)""",
    reading=WEAK,
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(p="6/5", q="8/5")
@claim.sample(p=2, q=2)
@claim.general()
def symmetric_as_printed(p: Positive, q: Positive):
    """U_0 is a local minimum; then its value."""
    yield from symmetric_local_minimum(p, q)
    yield symmetric_value(p, q) == 0


def symmetric_value(p, q):
    """f(U_0)."""
    return value(fully_observed(diagonal([p**2 + q**2, 1]), 2), at=matrix([[p, q], [0, 0]]))


def symmetric_local_minimum(p, q):
    """f(U) - f(U_0) as two squares and a term that is not negative; U has the rows 1 + s and y with s, y >= 0."""
    assume(p > 1, q > 1)
    f = fully_observed(diagonal([p**2 + q**2, 1]), 2)
    x, y = above("s", 1), above("y", 0)
    rest = dot(x, y) ** 2 - dot(y, y)

    yield rest >= 0
    yield value(f, at=matrix([x, y])) == symmetric_value(p, q) + (
        (dot(x, x) - p**2 - q**2) ** 2 / 2 + rest + dot(y, y) ** 2 / 2
    )


def above(name, least):
    """Two numbers that are at least `least`, whichever they are."""
    return [least + nonnegative_letter(f"{name}{k}") for k in (1, 2)]


def nonnegative_letter(name):
    """A letter for every number >= 0."""
    letter = point(name)
    assume(letter >= 0)
    return letter


def dot(left, right):
    """The inner product of two lists of two numbers."""
    return left[0] * right[0] + left[1] * right[1]


@claim(
    paper,
    "Section 5, rank two as printed",
    part="asymmetric",
    where=BELIEF,
    record=RECORD,
    statement=r"""For $\delta = 0$ and $r \ge r^* = 2$ problem (5) has no spurious local minima: if $(L_0, R_0)$ is a
local minimum over $L, R \ge 0$, then the loss is 0 there. (Here: $L_* = R_* = \mathrm{diag}(\sqrt{p^2 + q^2}, 1)$
and $L_0 = R_0 = [p, q; 0, 0]$ with $p, q > 1$, and the loss is no smaller for all $L, R \ge 0$ whose first rows have
entries $\ge 1$.)""",
    reading=f"for lambda = 1/4, and every other lambda >= 0; {WEAK}",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(p="6/5", q="8/5", weight="1/4")
@claim.general()
def asymmetric_as_printed(p: Positive, q: Positive, weight: Nonnegative):
    """(L_0, R_0) is a local minimum; then its value."""
    yield from asymmetric_local_minimum(p, q, weight)
    yield asymmetric_value(p, q, weight) == 0


def asymmetric_value(p, q, weight):
    """The loss at (L_0, R_0)."""
    U0 = matrix([[p, q], [0, 0]])
    return value(fully_observed_pair(diagonal([p**2 + q**2, 1]), 2, weight), at=(U0, U0))


def asymmetric_local_minimum(p, q, weight):
    """The loss less its value at (L_0, R_0); L has the rows 1 + s and b, R has the rows 1 + t and y."""
    assume(p > 1, q > 1)
    g = fully_observed_pair(diagonal([p**2 + q**2, 1]), 2, weight)
    a, b, x, y = above("s", 1), above("b", 0), above("t", 1), above("y", 0)
    L, R = matrix([a, b]), matrix([x, y])
    squares = (dot(a, x) - p**2 - q**2) ** 2 + (b[0] - y[0]) ** 2 + (b[1] - y[1]) ** 2 + dot(b, y) ** 2
    rest = dot(a, y) ** 2 - dot(y, y) + dot(x, b) ** 2 - dot(b, b)
    imbalance = norm_squared(L.T @ L - R.T @ R)

    yield rest >= 0
    yield value(g, at=(L, R)) == asymmetric_value(p, q, weight) + (squares + rest + weight * imbalance) / 2


@dataclass(frozen=True, eq=False)
class Factor:
    """[p_hat p^T + V K; Y; Z] with p >= short and Y >= 0 entrywise: a factor on the rows of two supports and the rest.

    p_hat and w_hat are unit vectors on the supports, the columns of V complete p_hat to an orthonormal basis.
    """

    name: str
    rows: Partition
    columns: Partition
    short: Any

    @cached_property
    def unit_columns(self):
        """The columns e_1, ..., e_r of the identity matrix."""
        blocks = self.columns.blocks.items()
        return [self.columns.columns(name) @ ones((block,), ONE) for name, block in blocks]

    @cached_property
    def p_hat(self):
        """A unit vector on the first support."""
        return arbitrary_vector(f"p{self.name}", self.block("first"), family=f"p{self.name}")

    @cached_property
    def w_hat(self):
        """A unit vector on the second support."""
        return arbitrary_vector(f"w{self.name}", self.block("second"), family=f"w{self.name}")

    @cached_property
    def p(self):
        """A vector with entries that are at least `short`."""
        letters = [nonnegative_letter(f"q{self.name}{k}") for k, _ in enumerate(self.unit_columns)]
        return total((self.short + q) * e for q, e in zip(letters, self.unit_columns, strict=True))

    @cached_property
    def K(self):
        """The rest of the first rows, in the basis V."""
        others = Partition(**{f"others{self.name}": self.rows.blocks["first"].size - 1}).dimension
        return arbitrary_matrix(f"K{self.name}", others, self.columns.dimension)

    @cached_property
    def X(self):
        """The first rows: every matrix with p_hat^T X = p^T."""
        V = arbitrary_matrix(f"V{self.name}", self.block("first"), self.K.rows, family=f"p{self.name}")
        return self.p_hat @ self.p.T + V @ self.K

    @cached_property
    def Y(self):
        """The second rows: every nonnegative matrix."""
        second = self.block("second")
        y = [arbitrary_vector(f"y{self.name}{k}", second, "all") for k, _ in enumerate(self.unit_columns)]
        return total(column @ e.T for column, e in zip(y, self.unit_columns, strict=True))

    @cached_property
    def Z(self):
        """The other rows."""
        return arbitrary_matrix(f"Z{self.name}", self.block("rest"), self.columns.dimension)

    @cached_property
    def whole(self):
        """[X; Y; Z]."""
        first, second, rest = (self.rows.columns(name) for name in ("first", "second", "rest"))
        return first @ self.X + second @ self.Y + rest @ self.Z

    def block(self, name):
        """The rows of one block."""
        return (self.rows.blocks[name],)


def factor(name, sizes, columns, short) -> Factor:
    """A factor on rows of these three sizes."""
    first, second, rest = sizes
    return Factor(name, Partition(first=scalar(first), second=scalar(second), rest=scalar(rest)), columns, short)


def columns_of(count) -> Partition:
    """Blocks of one column each."""
    return Partition(**{f"column{k}of{count}": scalar(1) for k in range(1, count + 1)})


def truth(left: Factor, right: Factor, length):
    """length^2 p_hat p_hat'^T + short^2 w_hat w_hat'^T, of rank two with disjoint supports."""
    first = left.rows.columns("first") @ left.p_hat @ (right.rows.columns("first") @ right.p_hat).T
    second = left.rows.columns("second") @ left.w_hat @ (right.rows.columns("second") @ right.w_hat).T
    return length**2 * first + left.short**2 * second


def excess(left: Factor, right: Factor, length):
    """Twice 1/2 ||L R^T - M||^2 - short^4 / 2, as squares and one term that is not negative."""
    short, w, z = left.short, left.w_hat, right.w_hat
    squares = [
        left.X @ right.X.T - length**2 * left.p_hat @ right.p_hat.T,
        *(left.Y @ right.Y.T, left.Z @ right.Z.T, left.K @ right.Y.T, left.Y @ right.K.T),
        *(left.X @ right.Z.T, left.Z @ right.X.T, left.Y @ right.Z.T, left.Z @ right.Y.T),
        *(short * (left.Y - w @ (w.T @ left.Y)), short * (right.Y - z @ (z.T @ right.Y))),
        short * (w.T @ left.Y - z.T @ right.Y),
    ]
    return total(map(norm_squared, squares)), remainder(left, right) + remainder(right, left)


def remainder(left: Factor, right: Factor):
    """||Y p||^2 - short^2 ||Y||^2, which is not negative as Y >= 0 and p >= short."""
    return norm_squared(right.Y @ left.p) - left.short**2 * norm_squared(right.Y)


def start(at: Factor):
    """p_hat p^T on the first rows, and zero."""
    return at.rows.columns("first") @ at.p_hat @ at.p.T


def total(terms):
    """The sum of at least one term."""
    first, *others = terms
    for term in others:
        first = first + term
    return first


@claim(
    paper,
    "Section 5, rank two",
    part="symmetric",
    where=BELIEF,
    record=RECORD,
    statement=r"""For $\delta = 0$ and $r^* = 2$ problem (4) can have spurious local minima. Let $U_* = [u_1, u_2]
\ge 0$ have columns with disjoint supports and $\|u_1\| > \sqrt{r} \|u_2\| > 0$, and let $U_0 = u_1 e^T$ with a unit
vector $e$ all of whose entries are larger than $\|u_2\| / \|u_1\|$. Then $f(U) \ge \frac12 \|u_2\|^4 = f(U_0)$ for
all $U \ge 0$ for which the entries of $u_1^T U$ are at least $\|u_1\| \|u_2\|$, so that $U_0$ is a spurious local
minimum. (It is not a strict one, as $e$ can be turned.)""",
    reading="for r = 2 and r = 3, every n and all supports",
    repairs="section-5-rank-two-as-printed/symmetric",
    scope="general",
)
@claim.general()
def symmetric(n1: Integer, n2: Integer, rest: Natural, length: Positive, short: Positive):
    """The loss as its value at U_0 plus terms that are not negative, then along U_0 = p_hat p^T with ||p|| = length."""
    for count in (2, 3):
        at = factor(f"{count}", (n1, n2, rest), columns_of(count), short)
        f = fully_observed(truth(at, at, length), at.columns.dimension)
        squares, more = excess(at, at, length)

        yield value(f, at=at.whole) == short**4 / 2 + (squares + more) / 2
        yield more >= 0
        yield value(f, at=start(at)) == short**4 / 2 + (norm_squared(at.p) - length**2) ** 2 / 2


@claim(
    paper,
    "Section 5, rank two",
    part="asymmetric",
    where=BELIEF,
    record=RECORD,
    statement=r"""For $\delta = 0$ and $r^* = 2$ problem (5) can have spurious local minima, for every $\lambda \ge
0$. Let $L_* = [a_1, a_2] \ge 0$ and $R_* = [b_1, b_2] \ge 0$ have columns with disjoint supports, $\|a_1\| = \|b_1\|
> \sqrt{r} \|a_2\|$ and $\|a_2\| = \|b_2\| > 0$, and let $L_0 = a_1 e^T$, $R_0 = b_1 e^T$ with a unit vector $e$ all
of whose entries are larger than $\|a_2\| / \|a_1\|$. Then the loss is at least $\frac12 \|a_2\|^4$, its value at
$(L_0, R_0)$, for all $L, R \ge 0$ for which the entries of $a_1^T L$ and $b_1^T R$ are at least $\|a_1\| \|a_2\|$.""",
    reading="for r = 2 and r = 3, every n1 and n2 and all supports",
    repairs="section-5-rank-two-as-printed/asymmetric",
    scope="general",
)
@claim.general()
def asymmetric(
    n1: Integer, n2: Integer, n3: Natural, m1: Integer, m2: Integer, m3: Natural, length: Positive, short: Positive
):
    """Without the regularizer, which is not negative, and zero at (L_0, R_0)."""
    for count in (2, 3):
        columns = columns_of(count)
        left, right = (
            factor(f"l{count}", (n1, n2, n3), columns, short),
            factor(f"r{count}", (m1, m2, m3), columns, short),
        )
        g = fully_observed_pair(truth(left, right, length), columns.dimension, 0)
        squares, more = excess(left, right, length)
        product = (left.p.T @ right.p).named("product")

        yield value(g, at=(left.whole, right.whole)) == short**4 / 2 + (squares + more) / 2
        yield more >= 0
        yield (
            value(g, at=(start(left), start(right)))
            == short**4 / 2 + norm_squared(product - length**2 * ones(ONE, ONE)) / 2
        )


@claim(
    paper,
    "Section 5, small and zero elements",
    part="size",
    where=REMARK,
    record="zhang/concl-2",
    statement=r"""$\alpha^4 \le \delta^2$: the positive elements of $U_0 = \alpha Q_2$ are at most $\sqrt \delta$, so
small if $\delta$ is.""",
    reading="for all sizes",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3")
@claim.general()
def size_of_the_elements(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The square of delta = alpha^2 sqrt(r / r* + 2 epsilon^2 r)."""
    assume(r >= r_star, n >= r + r_star)

    yield alpha**4 <= construction(n, r, r_star, alpha, epsilon).delta ** 2


@claim(
    paper,
    "Section 5, small and zero elements",
    part="elements",
    where=REMARK,
    record="zhang/concl-2",
    statement=r"""The elements of $U_0$ are 0 and $\alpha > 0$: for $n = 5$, $r = r^* = 2$, and for $\delta =
1/1000$, where $\alpha^2 = 1/1250$.""",
    reading="on one size",
    scope="parametric",
)
@claim.general()
def elements(alpha: Positive, epsilon: Positive):
    """The matrix U_0, and an instance with a small constant."""
    zero = [0, 0]
    small = construction(5, 2, 2, sqrt(scalar("1/1250")), scalar("3/8"))

    yield construction(5, 2, 2, alpha, epsilon).spurious_point == matrix([zero, zero, [alpha, 0], [0, alpha], zero])
    yield small.delta == "1/1000"
    yield small.alpha**2 == "1/1250"


outlook = claim.not_checkable(
    paper,
    "Section 5, outlook",
    where="section 5, Small-but-positive elements and Semidefinite program",
    record="zhang/concl-3",
    statement=r"""The construction is reminiscent of apocalypses in the set of rank-bound matrices; thresholding
elements might be a safeguard; a semidefinite program for counterexamples would have to encode a copositive
constraint.""",
    reason="it is an outlook on future work: it asserts no statement with hypotheses and a conclusion",
)


@claim(
    paper,
    "Section 5, discontinuity",
    where="section 5, first paragraph",
    record="zhang/concl-4",
    statement=r"""The continuity argument breaks down: for $r^* = 1$ there is no spurious local minimum for $\delta =
0$ (Proposition 1), while for every $\delta \in (0, 1]$, every $r$ and $n \ge r + 1$ there is an operator with the
RIP constant $\delta$ for which (4) has a spurious strict local minimum, with $f(U_0) \ge 1/3$.""",
    uses=("zhang-2025/proposition-1", "zhang-2025/theorem-2"),
    scope="general",
)
@claim.sample(n=2, r=1, delta="1/10")
@claim.sample(n=2, r=1, delta="1/1000")
@claim.general()
def discontinuity(n: Integer, r: Integer, delta: Positive):
    """The operator of Theorem 2 with epsilon = 1 and alpha^4 = delta^2 / (3 r); the values do not tend to 0."""
    assume(n >= r + 1, delta**2 <= 1)
    alpha = sqrt(delta * sqrt(scalar(1) / (3 * r), "ratio"), "alpha")
    problem = construction(n, r, 1, alpha, scalar(1))
    f = problem.loss(problem.operator)

    yield rip_constant(problem.operator, rank=r + 1) == delta
    yield strict_local_minimum(f, at=problem.spurious_point, lower_bounds=0)
    yield value(f, at=problem.spurious_point) >= "1/3"
