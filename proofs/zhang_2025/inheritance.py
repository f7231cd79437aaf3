"""Section 3.2: does the asymmetric problem inherit local minima from the symmetric one, and what does that take?"""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    matrix,
    norm_squared,
    scalar,
    sparse,
    sqrt,
    unit,
)
from exactcheck.landscape import (
    arbitrary_operator,
    asymmetric_loss,
    local_minimum,
    low_rank_update,
    measurements,
    rip_constant,
    strict_local_minimum,
    symmetric_loss,
)

from . import paper
from .inherited_form import HALF
from .instances import construction
from .lemma_9 import loss_and_point
from .lemma_9_proof import directions

WHERE = "section 3.2"
SUFFICIENT, NECESSARY = "zhang/inherit-suff", "zhang/inherit-nec"
QUARTER = scalar("1/4")


@claim(
    paper,
    "Inheritance as printed",
    where=WHERE,
    record=SUFFICIENT,
    statement=r"""Let A satisfy Assumption 2. If $U = U_0$ is a local minimum for $U U^T$, then $L = R = U_0$ is a
local minimum for $L R^T$.""",
    reading="the two sentences read together and literally: Assumption 2 is what the inheritance needs; with the "
    "balancing regularizer at lambda = 1/4, which does not see the direction of descent",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def as_printed():
    """n = 4, r = r* = 1: a spurious strict local minimum of f, at which a skew direction lowers g and leaves h."""
    c = unit(4, 4, 0, 0) / 16
    b = sparse(4, 4, [(1, 1, 1), (0, 1, -2), (1, 0, -2), (2, 2, -2), (3, 3, -2), (2, 3, 2), (3, 2, 2)])
    U0, truth, X = matrix([[0], [QUARTER], [0], [0]]), unit(4, 4, 0, 0), arbitrary_matrix("X", 4, 4)
    # X + <c, X> (b + gamma c) with gamma as in the proof of Lemma 5: ||A(X)||^2 = ||X||^2 + 2 <b, X> <c, X>
    gamma = 256 * (sqrt("231/256") - 1)
    A = low_rank_update([(b + gamma * c, c)]).named("A")

    yield norm_squared(A(X)) == norm_squared(X) + 2 * inner(b, X) * inner(c, X)
    yield rip_constant(A, rank=4) <= "5/16"
    yield A.gram(X + X.T) == A.gram(X + X.T).T
    yield strict_local_minimum(symmetric_loss(A, truth, 1).named("f"), at=U0, lower_bounds=0)
    yield local_minimum(asymmetric_loss(A, truth, 1, QUARTER).named("g"), at=(U0, U0), lower_bounds=0)


@claim(
    paper,
    "Inheritance",
    where=WHERE,
    record=SUFFICIENT,
    statement=r"""For the operators of Assumption 1 and the differences $V$ of directions of the critical cone
$\langle S, V V^T \rangle = 0$, and therefore $\langle \nabla^2 g_\lambda [\dot L; \dot R], [\dot L; \dot R] \rangle
= \langle \nabla^2 f[\dot U], \dot U \rangle + \|A(V U_0^T - U_0 V^T)\|^2 + \lambda \|W + W^T\|^2$ with $W = 2 U_0^T
V$: second-order conditions are inherited.""",
    reading="with disjoint supports of S and of the differences V, which the proof of Lemma 9 uses",
    repairs="inheritance-as-printed",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3", lam="1/4")
@claim.general()
def disjoint_supports(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The Hessian form of g as that of f and two squares."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    (g, at), f, A = loss_and_point(problem, lam), problem.loss(problem.assumed), problem.assumed
    U0, (L, R) = problem.spurious_point, directions(problem)
    U, V = HALF * (L + R), HALF * (L - R)
    W = 2 * U0.T @ V
    squares = norm_squared(A(V @ U0.T - U0 @ V.T)) + lam * norm_squared(W + W.T)

    yield inner(A.gram(U0 @ U0.T - problem.truth), V @ V.T) == 0
    yield g.derivative(at, (L, R), (L, R)) == f.derivative([U0], [U], [U]) + squares


def extended_operator():
    """The operator of Theorem 2 for n = 3, r = r* = 1, alpha = 7/15, epsilon = 4/7, and one more row: the entry (2,
    3).

    As measurements X -> X + x_11 W, followed by X -> x_23.
    """
    W = {(0, 0): "-1/25", (0, 1): "-28/225", (1, 0): "-28/225", (1, 1): "49/225"}
    corner = unit(3, 3, 0, 0)
    rows = [unit(3, 3, i, j) + scalar(W.get((i, j), 0)) * corner for i in range(3) for j in range(3)]
    return measurements([*rows, unit(3, 3, 1, 2)]).named("A")


@claim(
    paper,
    "Necessity as printed",
    where=WHERE,
    record=NECESSARY,
    statement=r"""In order for the inheritance to be possible, the operator must satisfy Assumption 2.""",
    reading="as printed: where a spurious local minimum is inherited, Assumption 2 holds",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample()
def necessity_as_printed():
    """A spurious strict local minimum of f and of g, for an operator that maps a symmetric matrix to another one."""
    A, U0, truth = extended_operator(), matrix([[0], ["7/15"], [0]]), unit(3, 3, 0, 0)
    E = unit(3, 3, 1, 2) + unit(3, 3, 2, 1)

    yield strict_local_minimum(symmetric_loss(A, truth, 1).named("f"), at=U0, lower_bounds=0)
    yield strict_local_minimum(asymmetric_loss(A, truth, 1, QUARTER).named("g"), at=(U0, U0), lower_bounds=0)
    yield A.gram(E) == A.gram(E).T


@claim(
    paper,
    "Necessity",
    where=WHERE,
    record=NECESSARY,
    statement=r"""For every linear operator and every $M$, with $S = A^T A(U U^T - M)$: $\langle \nabla g([U; U]),
[\dot L; \dot R] \rangle - \frac{1}{2} \langle [\nabla f(U); \nabla f(U)], [\dot L; \dot R] \rangle = \frac{1}{2}
\langle (S - S^T) U, \dot L - \dot R \rangle$. So the gradients fit at a point exactly if $(S - S^T) U = 0$ there,
which is weaker than Assumption 2.""",
    reading="what the inheritance of the gradient needs, at one point",
    repairs="necessity-as-printed",
    scope="general",
)
@claim.general()
def gradient_at_one_point(n: Integer, r: Integer):
    """The difference of the gradients, without any assumption."""
    rows, cols = Partition(rows=n).dimension, Partition(columns=r).dimension
    A, M = arbitrary_operator("A", rows), arbitrary_matrix("M", rows, rows)
    U, dL, dR = (arbitrary_matrix(name, rows, cols) for name in ("U", "dL", "dR"))
    f, g, S = symmetric_loss(A, M, cols).named("f"), asymmetric_loss(A, M, cols).named("g"), A.gram(U @ U.T - M)
    slopes = f.derivative([U], [dL]) + f.derivative([U], [dR])

    yield g.derivative([U, U], [dL, dR]) - HALF * slopes == HALF * inner((S - S.T) @ U, dL - dR)
