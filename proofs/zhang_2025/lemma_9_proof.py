"""The proof of Lemma 9, line by line."""

from exactcheck import (
    Integer,
    Nonnegative,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    matrix,
    norm_squared,
    ones,
)
from exactcheck.landscape import balancing_regularizer, block_labels, critical_cone

from . import paper
from .inherited_form import HALF, blocks, form
from .instances import Construction, construction
from .lemma_9 import loss_and_point

PROOF = "section 3.2, proof of Lemma 9"


@claim(
    paper,
    "Lemma 9, gradient",
    where=PROOF,
    record="zhang/lem-9-grad",
    statement=r"""$\nabla g_\lambda([U_0; U_0]) = \frac{1}{2} [\nabla f(U_0); \nabla f(U_0)] = \alpha^3 \epsilon [Q_1
1 1^T; Q_1 1 1^T] \ge 0$, and $\langle \nabla g_\lambda, [U_0; U_0] \rangle = 0$.""",
    scope="general",
)
@claim.sample(n=3, r=1, r_star=1, alpha="7/15", epsilon="4/7", lam="1/4")
@claim.general()
def gradient(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The derivative along every direction, and along the point itself."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    (g, at), f, U0 = loss_and_point(problem, lam), problem.loss(problem.assumed), problem.spurious_point
    dL, dR = (arbitrary_matrix(name, *U0.shape) for name in ("dL", "dR"))
    slopes = f.derivative([U0], [dL]) + f.derivative([U0], [dR])

    yield g.derivative(at, (dL, dR)) == HALF * slopes
    yield g.derivative(at, (dL, dR)) == alpha**3 * epsilon * inner(problem.Q1 @ ones(problem.Q1.cols, U0.cols), dL + dR)
    yield g.derivative(at, at) == 0


@claim(
    paper,
    "Lemma 9, critical cone",
    where=PROOF,
    record="zhang/lem-9-cone",
    statement=r"""The critical cone of $g_\lambda$ at $[U_0; U_0]$ consists of the $[\dot L; \dot R]$ with both parts
in the critical cone of $f$ at $U_0$.""",
    reading="the cone as a product",
    scope="general",
)
@claim.sample(n=5, r=2, r_star=2, alpha="3/5", epsilon="2/3", lam="1/4")
@claim.general()
def cone(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The labels of f, twice."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    (g, at), f = loss_and_point(problem, lam), problem.loss(problem.assumed)
    names = {"truth": "fixed", "spurious": ("free", "nonnegative"), "rest": "nonnegative"}
    labels = block_labels(problem.rows, ["spurious"], names)

    yield critical_cone(f, at=problem.spurious_point, lower_bounds=0, labels=labels)
    yield critical_cone(g, at=at, lower_bounds=0, labels=labels * 2)


@claim(
    paper,
    "Lemma 9, half difference",
    where=PROOF,
    record="zhang/lem-9-cone",
    statement=r"""For $\dot L, \dot R$ in the cone $\dot V = \frac{1}{2} (\dot L - \dot R)$ need not be in it: for $r
= 2$, $Y_L = 0$ and $Y_R = e_1 e_2^T$ the entry (1, 2) of the block $Y$ of $\dot V$ is $-1/2$.""",
    reading="what is not necessarily true",
)
@claim.sample()
def half_difference():
    """The entry of the half difference."""
    unit = matrix([[0, 1], [0, 0]])

    yield unit >= 0
    yield inner(HALF * (0 * unit - unit), unit) < 0


@claim(
    paper,
    "Lemma 9, disjoint supports",
    where=PROOF,
    record="zhang/lem-9-disj",
    statement=r"""$\langle S, \dot V \dot V^T \rangle = 0$ for $\dot V = \frac{1}{2} (\dot L - \dot R)$ with $\dot L,
\dot R$ in the cone, because their rows in the block of $Q_1$ are zero.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.general()
def disjoint_supports(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """For all differences of matrices without rows in the block of Q1."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    U0, dL, dR = problem.spurious_point, *directions(problem)
    V, S = HALF * (dL - dR), problem.assumed.gram(U0 @ U0.T - problem.truth).named("S")

    yield inner(S, V @ V.T) == 0


def directions(problem: Construction):
    """Arbitrary [0; Y; Z], for L and for R."""
    Q2, rest = problem.Q2, problem.rows.columns(*problem.zero)
    found = []
    for side in "LR":
        Y = arbitrary_matrix(f"Y{side}", Q2.cols, Q2.cols)
        found.append(Q2 @ Y + rest @ arbitrary_matrix(f"Z{side}", rest.cols, Q2.cols))
    return found


def skew_norm(problem: Construction, operator, L, R):
    """||A(V U0^T - U0 V^T)||^2 with V = (L - R) / 2."""
    U0, V = problem.spurious_point, HALF * (L - R)
    return norm_squared(operator(V @ U0.T - U0 @ V.T))


@claim(
    paper,
    "Lemma 9, skew part as printed",
    where=PROOF,
    record="zhang/lem-9-skew",
    statement=r"""With $Y = Y_L - Y_R$ and $Z = Z_L - Z_R$: $\|A(\dot V U_0^T - U_0 \dot V^T)\|^2 \ge 2 \alpha^2
\|Z\|^2$.""",
    reading="as printed, with the whole differences Y and Z",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(alpha="1/2", epsilon="1/2")
def skew_part_as_printed(alpha: Positive, epsilon: Positive):
    """n = 3, r = r* = 1, Z_L = 1, Z_R = 0."""
    problem = construction(3, 1, 1, alpha, epsilon)
    L = matrix([[0], [0], [1]])

    yield skew_norm(problem, problem.operator, L, 0 * L) >= 2 * alpha**2 * norm_squared(L)


@claim(
    paper,
    "Lemma 9, skew part",
    where=PROOF,
    record="zhang/lem-9-skew",
    statement=r"""With $Y = \frac{1}{2} (Y_L - Y_R)$ and $Z = \frac{1}{2} (Z_L - Z_R)$: $\|A(\dot V U_0^T - U_0 \dot
V^T)\|^2 = \alpha^2 \|Y - Y^T\|^2 + 2 \alpha^2 \|Z\|^2$.""",
    reading="with the half differences, of which V is made",
    repairs="lemma-9-skew-part-as-printed",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.general()
def skew_part(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """An equation, of which the printed line drops the first term."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    L, R = directions(problem)
    _, Y, _, Z = blocks(problem, L, R)

    yield skew_norm(problem, problem.assumed, L, R) == alpha**2 * (norm_squared(Y - Y.T) + 2 * norm_squared(Z))


@claim(
    paper,
    "Lemma 9, regularizer as printed",
    where=PROOF,
    record="zhang/lem-9-h",
    statement=r"""With $Y = Y_L - Y_R$: $\langle \nabla^2 h [\dot L; \dot R], [\dot L; \dot R] \rangle = 4 \|U_0^T
(\dot L - \dot R)\|^2 = 8 \alpha^2 \|Y\|^2$.""",
    reading="as printed, with the whole difference Y; the last equation, for one column",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(alpha=1)
def regularizer_as_printed(alpha: Positive):
    """n = 2, r = r* = 1, Y_L = 1, Y_R = 0: 4 alpha^2, not 8 alpha^2."""
    h, U0, L = balancing_regularizer(2, 2, 1).named("h"), alpha * matrix([[0], [1]]), matrix([[0], [1]])

    yield h.derivative([U0, U0], [L, 0 * L], [L, 0 * L]) == 4 * norm_squared(U0.T @ L)
    yield 4 * norm_squared(U0.T @ L) == 8 * alpha**2 * norm_squared(matrix([[1]]))


@claim(
    paper,
    "Lemma 9, regularizer",
    where=PROOF,
    record="zhang/lem-9-h",
    statement=r"""With $Y = \frac{1}{2} (Y_L - Y_R)$: $\langle \nabla^2 h [\dot L; \dot R], [\dot L; \dot R] \rangle
= 4 \alpha^2 \|Y + Y^T\|^2$, and $\|U_0^T (\dot L - \dot R)\|^2 = 4 \alpha^2 \|Y\|^2$.""",
    reading="with the half difference, and the symmetric part that the Hessian of h sees",
    repairs="lemma-9-regularizer-as-printed",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.general()
def regularizer(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Both displays for all directions without rows in the block of Q1."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    U0, (L, R) = problem.spurious_point, directions(problem)
    h, Y = balancing_regularizer(U0.rows, U0.rows, U0.cols).named("h"), blocks(problem, L, R)[1]

    yield h.derivative([U0, U0], [L, R], [L, R]) == 4 * alpha**2 * norm_squared(Y + Y.T)
    yield norm_squared(U0.T @ (L - R)) == 4 * alpha**2 * norm_squared(Y)


@claim(
    paper,
    "Lemma 9, norms as printed",
    where=PROOF,
    record="zhang/lem-9-norm",
    statement=r"""With $Y = Y_L - Y_R$ and $Z = Z_L - Z_R$: $\|\dot V\|^2 = \|Y\|^2 + \|Z\|^2$.""",
    reading="as printed, with the whole differences Y and Z",
    verdict="refuted",
    finding="misprint",
)
@claim.sample()
def norms_as_printed():
    """n = 2, r = 1, Y_L = 1, Y_R = 0: 1/4 on the left, 1 on the right."""
    L = matrix([[0], [1]])

    yield norm_squared(HALF * (L - 0 * L)) == norm_squared(matrix([[1]]))


@claim(
    paper,
    "Lemma 9, norms",
    where=PROOF,
    record="zhang/lem-9-norm",
    statement=r"""With $Y = \frac{1}{2} (Y_L - Y_R)$ and $Z = \frac{1}{2} (Z_L - Z_R)$: $\|\dot V\|^2 = \|Y\|^2 +
\|Z\|^2$; and $\frac{1}{2} \|[\dot L; \dot R]\|^2 = \|\dot U\|^2 + \|\dot V\|^2$.""",
    reading="with the half differences",
    repairs="lemma-9-norms-as-printed",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1)
@claim.general()
def norms(n: Integer, r: Integer, r_star: Integer):
    """Both equations."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, 1, 1)
    L, R = directions(problem)
    U, V, (_, Y, _, Z) = HALF * (L + R), HALF * (L - R), blocks(problem, L, R)

    yield norm_squared(V) == norm_squared(Y) + norm_squared(Z)
    yield HALF * (norm_squared(L) + norm_squared(R)) == norm_squared(U) + norm_squared(V)


@claim(
    paper,
    "Lemma 9, assembly as printed",
    where=PROOF,
    record="zhang/lem-9-final",
    statement=r"""With $Y = Y_L - Y_R$, $Z = Z_L - Z_R$ the four pieces add up to $\langle \nabla^2 g_\lambda [\dot
L; \dot R], [\dot L; \dot R] \rangle \ge 2 \alpha^2 \|\dot U\|^2 + 2 \alpha^2 \|Z\|^2 + 8 \lambda \alpha^2 \|Y\|^2$.""",
    reading="as printed, with the whole differences Y and Z, at lambda = 1",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(alpha="1/2", epsilon="1/2")
def assembly_as_printed(alpha: Positive, epsilon: Positive):
    """n = 3, r = r* = 1, Z_L = 1 and the rest 0: the half sum and Z alone give 5/2 alpha^2, the form is alpha^2."""
    problem, L = construction(3, 1, 1, alpha, epsilon), matrix([[0], [0], [1]])
    g, U0, zero = problem.asymmetric_loss(problem.operator, 1), problem.spurious_point, 0 * L
    pieces = 2 * alpha**2 * (norm_squared(HALF * L) + norm_squared(L))

    yield g.derivative((U0, U0), (L, zero), (L, zero)) >= pieces


@claim(
    paper,
    "Lemma 9, assembly",
    where=PROOF,
    record="zhang/lem-9-final",
    statement=r"""With $P, T$ the blocks of $\dot U$ and $Y, Z$ those of $\dot V$: $\langle \nabla^2 g_\lambda [\dot
L; \dot R], [\dot L; \dot R] \rangle = \alpha^2 (\|P + P^T\|^2 + 2 \|T\|^2 + \|Y - Y^T\|^2 + 2 \|Z\|^2 + 4 \lambda
\|Y + Y^T\|^2)$. For $r \ge 2$ the term $\|Y - Y^T\|^2$, which the printed proof drops, is needed: the regularizer
does not see the skew part of $Y$.""",
    reading="with the half differences and all terms",
    repairs="lemma-9-assembly-as-printed",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3", lam=1)
@claim.general()
def assembly(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The Hessian form as squares, for all directions without rows in the block of Q1."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    (g, at), (L, R) = loss_and_point(problem, lam), directions(problem)

    yield g.derivative(at, (L, R), (L, R)) == form(problem, lam, L, R)
