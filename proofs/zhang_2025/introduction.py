"""Section 1: what the text around the numbered statements says."""

from exactcheck import (
    Integer,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    determinant,
    diagonal,
    function,
    identity,
    inner,
    matrix,
    norm_squared,
    ones,
    point,
    scalar,
    sqrt,
    trace,
    unit,
)
from exactcheck.landscape import (
    arbitrary_operator,
    measurements,
    not_a_local_minimum,
    rip_constant,
    strict_local_minimum,
    value,
)

from . import paper
from .instances import arbitrary_vector, construction, fully_observed

OBSERVED = "section 1, delta = 0"


@claim(
    paper,
    "Section 1, fully observed",
    where=OBSERVED,
    record="zhang/abs-2",
    statement=r"""If $\|A(M)\|^2 = \|M\|^2$ for all $M$ of rank at most 2, then $A^T A$ is the identity and $f(U) =
\frac12 \|U U^T - U_* U_*^T\|^2$. (For $D(M) = \|A(M)\|^2 - \|M\|^2$ and all vectors: $\langle A(x y^T), A(z w^T)
\rangle - \langle x y^T, z w^T \rangle = \frac12 (D(x y^T + z w^T) - D(x y^T) - D(z w^T))$, and every matrix is a sum
of matrices of rank one, to whose products linearity reduces $\langle A^T A(X), Z \rangle$.)""",
    reading="for every linear operator on n x n matrices (the computation for n1 x n2 matrices is the same); "
    "delta = 0 at rank r + r* >= 2",
    scope="general",
)
@claim.general()
def polarization(n: Integer):
    """The bilinear form on matrices of rank one, from the quadratic form on matrices of rank at most 2."""
    rows = Partition(rows=n).dimension
    A = arbitrary_operator("A", rows)
    x, y, z, w = (arbitrary_vector(name, rows) for name in "xyzw")
    X, Z = (x @ y.T).named("X"), (z @ w.T).named("Z")

    def deviation(M):
        return norm_squared(A(M)) - norm_squared(M)

    yield 2 * (inner(A(X), A(Z)) - inner(X, Z)) == deviation(X + Z) - deviation(X) - deviation(Z)


@claim(
    paper,
    "Section 1, fully observed",
    part="quadratic forms for n = 3",
    where=OBSERVED,
    record="zhang/abs-2",
    statement=r"""The quadratic forms on $3 \times 3$ matrices that vanish at all matrices of rank at most 2 are
zero: each of the 45 coefficients of a form $d$ is $d(E + F) - d(E) - d(F)$ or $d(E)$ for units $E \ne F$, which have
rank one.""",
    reading="for n = 3 by coefficients",
    scope="exhaustive",
)
@claim.sample()
def forms_of_order_three():
    """A form with letters for its coefficients, at units and at sums of two units."""
    units = [unit(3, 3, i, j) for i in range(3) for j in range(3)]
    coefficients = {(k, m): point(f"c_{k}_{m}") for k in range(9) for m in range(k, 9)}

    def body(X):
        entries = [inner(E, X) for E in units]
        return sum((c * entries[k] * entries[m] for (k, m), c in coefficients.items()), scalar(0))

    d = function(body, X=(3, 3)).named("d")
    for (k, m), c in coefficients.items():
        found = d(units[k]) if k == m else d(units[k] + units[m]) - d(units[k]) - d(units[m])
        yield found == c


@claim(
    paper,
    "Section 1, fully observed",
    part="rank two is needed",
    where=OBSERVED,
    record="zhang/abs-2",
    statement=r"""Rank one is not enough: $A(X) = (x_{11} + x_{22}, x_{12} - x_{21})$ satisfies $\|A(X)\|^2 = \|X\|^2
+ 2 \det X$, so $\|A(x y^T)\|^2 = \|x y^T\|^2$ for all $x, y$, and its RIP constant at rank 2 is 1.""",
    reading="for n = 2",
    scope="exhaustive",
)
@claim.sample()
def rank_two_is_needed():
    """The form of one operator, on all matrices and on those of rank one."""
    A = measurements([identity(2), matrix([[0, 1], [-1, 0]])])
    X = arbitrary_matrix("X", 2, 2)
    rank_one = arbitrary_vector("x", 2) @ arbitrary_vector("y", 2).T

    yield norm_squared(A(X)) == norm_squared(X) + 2 * determinant(X)
    yield norm_squared(A(rank_one)) == norm_squared(rank_one)
    yield rip_constant(A, rank=2) == 1


@claim(
    paper,
    "Figure 1, all sizes",
    where="section 1, Figure 1",
    record="zhang/fig-1c",
    statement=r"""The principle of Figure 1 extends to all search ranks $r \ge r^*$, all true ranks $r^* \ge 1$ and
all $n \ge r + r^*$: $U_0 = \alpha Q_2$ is a strict local minimum with $f(U_0) > 0$.""",
    reading="with delta <= 1, as in Theorem 2",
    uses=("zhang-2025/theorem-2",),
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.sample(n=4, r=3, r_star=1, alpha="2/3", epsilon="1/5")
@claim.general()
def extends_to_all_sizes(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The two properties of the point."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    f = problem.loss(problem.operator)

    yield strict_local_minimum(f, at=problem.spurious_point, lower_bounds=0)
    yield value(f, at=problem.spurious_point) > 0


@claim(
    paper,
    "Section 1, nonnegative recovery of rank one",
    where="section 1, Perron-Frobenius",
    record="zhang/intro-1",
    statement=r"""If $u_* \ge 0$, nonnegative recovery of $u_* u_*^T$ is equivalent to unconstrained recovery: every
$U$ with $U U^T = u_* u_*^T$ is $u_* w^T$ with $\|w\| = 1$, and for $w \ge 0$ it is nonnegative. (With $E = U U^T -
u_* u_*^T$ and $v = U^T u_*$, for all $U$: $\| \|u_*\|^2 U - u_* v^T \|^2 = \|u_*\|^4 \mathrm{tr} E - \|u_*\|^2
\langle E, u_* u_*^T \rangle$ and $\|v\|^2 = \|u_*\|^4 + \langle E, u_* u_*^T \rangle$; so for $E = 0$ and $w = v /
\|u_*\|^2$.)""",
    reading="on the level of solutions: a solution exists and all are of this form",
    scope="general",
)
@claim.sample(n=2, r=2)
@claim.general()
def rank_one_solutions(n: Integer, r: Integer):
    """The identities, then the converse and the sign."""
    rows, columns = Partition(rows=n).dimension, Partition(columns=r).dimension
    U, u = arbitrary_matrix("U", rows, columns), arbitrary_vector("u", rows)
    error, truth, v = (U @ U.T - u @ u.T).named("E"), (u @ u.T).named("M"), (U.T @ u).named("v")
    s = norm_squared(u)
    nonnegative = arbitrary_vector("x", rows, "all") @ arbitrary_vector("y", columns, "all").T

    yield norm_squared(s * U - u @ v.T) == s**2 * trace(error) - s * inner(error, truth)
    yield norm_squared(v) == s**2 + inner(error, truth)
    yield inner(nonnegative, arbitrary_matrix("C", rows, columns, nonnegative="all")) >= 0


@claim(
    paper,
    "Section 1, nonnegative recovery of rank one",
    part="converse",
    where="section 1, Perron-Frobenius",
    record="zhang/intro-1",
    statement=r"""$U = u_* w^T$ with $\|w\| = 1$ satisfies $U U^T = u_* u_*^T$, for instance $u_* = (1, 2)$ and $w =
(3/5, 4/5)$.""",
    reading="the other direction",
    scope="general",
)
@claim.general()
def rank_one_converse(n: Integer, r: Integer):
    """For every unit vector, and on the instance."""
    rows, columns = Partition(rows=n).dimension, Partition(columns=r).dimension
    u, w = arbitrary_vector("u", rows), arbitrary_vector("w", columns, family="w")
    example = matrix([[1], [2]]) @ matrix([["3/5", "4/5"]])

    yield (u @ w.T) @ (u @ w.T).T == u @ u.T
    yield example @ example.T == matrix([[1, 2], [2, 4]])
    yield example >= 0


unconstrained_recovery = claim.not_checkable(
    paper,
    "Section 1.1, unconstrained recovery",
    part="thresholds",
    where="sections 1 and 1.1",
    record="zhang/intro-2",
    statement=r"""Unconstrained recovery has no spurious local minima for $\delta < 1/2$ (with $r = r^*$), for
$\delta < (1 + \sqrt{r^*/r})^{-1}$, and in the asymmetric case for $2 \delta < (1 + \sqrt{r^*/r})^{-1}$.""",
    reason="theorems of other papers, cited and not proved here; the other parts of this claim check that they are "
    "consistent with each other and with the counterexample",
)


@claim(
    paper,
    "Section 1.1, unconstrained recovery",
    part="comparison of the thresholds",
    where="sections 1 and 1.1",
    record="zhang/intro-2",
    statement=r"""$(1 + \sqrt{r^*/r})^{-1} > 1/2$ for $r > r^*$, and $= 1/2$ for $r = r^*$: overparameterization
raises the threshold.""",
    scope="general",
)
@claim.sample(r=4, r_star=1)
@claim.general()
def thresholds(r: Integer, r_star: Integer):
    """2 > 1 + sqrt(r*/r), and sqrt(r*/r*) = 1."""
    assume(r > r_star)
    root = sqrt(scalar(r_star) / r, "rho")

    yield 1 - root**2 > 0
    yield (1 - root) ** 2 >= 0
    yield 1 + root < 2
    yield scalar(r_star) / r_star == 1


@claim(
    paper,
    "Section 1.1, unconstrained recovery",
    part="the counterexample",
    where="sections 1 and 1.1",
    record="zhang/intro-2",
    statement=r"""The spurious point of Theorem 2 is no critical point without constraints: the loss falls along
$-Q_1 1 1^T$.""",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.general()
def not_spurious_without_constraints(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The derivative at U_0."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    direction = -problem.Q1 @ ones(problem.Q1.cols, problem.Q2.cols)

    yield problem.loss(problem.assumed).derivative([problem.spurious_point], [direction]) < 0


complexity = claim.not_checkable(
    paper,
    "Section 1.2, complexity",
    part="all algorithms",
    where="sections 1, 1.2 and 2.1",
    record="zhang/intro-3",
    statement=r"""Nonnegative recovery with $\delta = 0$ and testing copositivity are NP-hard; the case $r^* = 1$ is
a Perron-Frobenius eigenvector. (Section 2.1 names "Murty and Kadabi"; the reference is to Murty and Kabadi.)""",
    reason="statements about all algorithms and about complexity classes; no instance decides them",
)


@claim(
    paper,
    "Section 1.2, rank two by a rotation",
    where="section 1.2",
    record="zhang/intro-3",
    statement=r"""A nonnegative matrix $M = F F^T$ with $F \in \mathbb R^{n \times 2}$ has a nonnegative factor,
found by a rotation of the plane: for the row $f_1$ of $F$ with $\det(f_1, f_i) \ge 0$ for all $i$, the rotation that
turns $f_1$ onto the first axis turns every $f_i$ into $(\langle f_1, f_i \rangle, \det(f_1, f_i)) / \|f_1\| \ge 0$.
There is such a row, as $\det(f, g) \ge 0$ is transitive on nonzero rows with nonnegative inner products.""",
    reading="for three arbitrary rows f, g, h of F, g not zero",
    scope="exhaustive",
)
@claim.general()
def rotation():
    """The rotation keeps inner products; and transitivity."""
    f, g, h = (arbitrary_vector(name, 2) for name in "fgh")
    assume(inner(f, g) >= 0, inner(g, h) >= 0, cross(f, g) >= 0, cross(g, h) >= 0, norm_squared(g) > 0)
    turned = [matrix([[inner(f, x)], [cross(f, x)]]) for x in (g, h)]

    yield inner(*turned) == norm_squared(f) * inner(g, h)
    yield norm_squared(g) * cross(f, h) == inner(f, g) * cross(g, h) + cross(f, g) * inner(g, h)
    yield norm_squared(g) * cross(f, h) >= 0


def cross(f, g):
    """det(f, g)."""
    return inner(matrix([[0, 1], [-1, 0]]) @ g, f)


@claim(
    paper,
    "Section 1.2, rank two by a rotation",
    part="instance",
    where="section 1.2",
    record="zhang/intro-3",
    statement=r"""$M = [2, 1, 3; 1, 1, 2; 3, 2, 5]$ is $F F^T$ with $F = [1, 1; 0, 1; 1, 2]$.""",
    reading="on an instance",
)
@claim.sample()
def rotation_on_an_instance():
    """A factor, its rotation onto the first row's axis (times the row's length), and the signs."""
    M, F = matrix([[2, 1, 3], [1, 1, 2], [3, 2, 5]]), matrix([[1, 1], [0, 1], [1, 2]])
    turned = F @ matrix([[1, -1], [1, 1]])

    yield F @ F.T == M
    yield turned @ turned.T == 2 * M
    yield turned >= 0


@claim(
    paper,
    "Section 1.1, second-order points for delta = 0",
    where="section 1.1",
    record="zhang/intro-4",
    statement=r"""For $\delta = 0$ every second-order critical point $U$ of the unconstrained $f(U) = \frac12 \|U U^T
- Z Z^T\|^2$, $Z \in \mathbb R^{n \times r}$, is globally optimal. (For all $U$, $Z$ and $D = U - Z$, $P = U^T Z$, $E
= U U^T - Z Z^T$, $B = Z^T D$: $\langle \nabla^2 f(U)[D], D \rangle - 4 \langle \nabla f(U), D \rangle = -\|E\|^2 -
\|B + B^T + D^T D\|^2 - 4 \langle P, D^T D \rangle + \|P - P^T\|^2$. Turning the columns of $Z$ makes $P$ symmetric
and positive semidefinite; then the curvature along $D$ is at most $-\|E\|^2$ at a critical point.)""",
    reading="for all n and r; that Z can be turned so is the polar decomposition of U^T Z",
    scope="general",
)
@claim.sample(n=2, r=1)
@claim.general()
def second_order_points(n: Integer, r: Integer):
    """The identity, and the sign of <P, D^T D> for P = C^T C."""
    rows, columns = Partition(rows=n).dimension, Partition(columns=r).dimension
    U, Z = arbitrary_matrix("U", rows, columns), arbitrary_matrix("Z", rows, columns)
    f = fully_observed((Z @ Z.T).named("M"), columns)
    D, P = (U - Z).named("D"), (U.T @ Z).named("P")
    E, B, C = U @ U.T - Z @ Z.T, Z.T @ D, arbitrary_matrix("C", columns, columns)
    form = f.derivative([U], [D], [D]) - 4 * f.derivative([U], [D])
    squares = norm_squared(E) + norm_squared(B + B.T + D.T @ D)

    yield form == -squares - 4 * inner(P, D.T @ D) + norm_squared(P - P.T)
    yield inner(C.T @ C, D.T @ D) == norm_squared(C @ D.T)


@claim(
    paper,
    "Section 1.1, second-order points for delta = 0",
    part="instance",
    where="section 1.1",
    record="zhang/intro-4",
    statement=r"""For $M = \mathrm{diag}(4, 1)$ and $n = r = 2$ the critical points with $U U^T = 0$,
$\mathrm{diag}(4, 0)$ and $\mathrm{diag}(0, 1)$ are no local minima; their values are $17/2$, $1/2$ and $8$.""",
    reading="on an instance",
)
@claim.sample()
def second_order_points_on_an_instance():
    """One point of each of the three orbits."""
    f = fully_observed(diagonal([4, 1]), 2)
    for point_, height in (([0, 0], "17/2"), ([2, 0], "1/2"), ([0, 1], 8)):
        yield value(f, at=diagonal(point_)) == height
        yield not_a_local_minimum(f, at=diagonal(point_))
