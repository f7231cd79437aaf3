"""Section 3.1, first sentence: without loss of generality Q = [e_1, ..., e_(r + r*)]."""

from itertools import permutations

from exactcheck import Integer, Partition, Positive, arbitrary_matrix, assume, claim, scalar, sparse
from exactcheck.landscape import value

from . import paper
from .instances import Construction, construction

RECORD = "zhang/wlog"


def equivariance(problem: Construction, turned: Construction, P, X, U):
    """What a change of the rows by P does to the operator and the loss."""
    A, turned_A = problem.operator, turned.operator
    yield turned_A(P @ X @ P.T) == P @ A(X) @ P.T
    yield value(turned.loss(turned_A), at=P @ U) == value(problem.loss(A), at=U)


@claim(
    paper,
    "Section 3.1, loss of generality",
    part="orthogonal",
    where="section 3.1",
    record=RECORD,
    statement=r"""With $P Q_1$, $P Q_2$ in place of $Q_1$, $Q_2$, for an orthogonal $P$ (in particular a permutation,
which also keeps $U \ge 0$): $A_P(P X P^T) = P A(X) P^T$ and $f_P(P U) = f(U)$ for all $X$ and $U$.""",
    scope="general",
)
@claim.general()
def orthogonal(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """For every Q1, Q2 with orthonormal columns and every orthogonal P."""
    assume(r >= r_star, n >= r_star, n >= r + r_star)
    rows, spurious, truth = (
        Partition(rows=n).dimension,
        Partition(spurious=r).dimension,
        Partition(truth=r_star).dimension,
    )
    P = arbitrary_matrix("P", rows, rows, family="P")
    Q1, Q2 = arbitrary_matrix("Q1", rows, truth, family="Q"), arbitrary_matrix("Q2", rows, spurious, family="Q")
    problem = Construction(Q1, Q2, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    turned = Construction(P @ Q1, P @ Q2, r, r_star, alpha, epsilon)

    yield from equivariance(
        problem, turned, P, arbitrary_matrix("X", rows, rows), arbitrary_matrix("U", rows, spurious)
    )


@claim(
    paper,
    "Section 3.1, loss of generality",
    part="permutations of three rows",
    where="section 3.1",
    record=RECORD,
    statement=r"""For $n = 3$, $r = r^* = 1$, $\alpha = 7/15$, $\epsilon = 4/7$ and each of the six permutations $P$,
all $X$ and $U$.""",
    scope="exhaustive",
)
@claim.sample()
def permutations_of_three_rows():
    """All permutations, one after the other."""
    problem = construction(3, 1, 1, scalar("7/15"), scalar("4/7"))
    X, U = arbitrary_matrix("X", 3, 3), arbitrary_matrix("U", 3, 1)
    for order in permutations(range(3)):
        P = sparse(3, 3, [(i, j, 1) for i, j in enumerate(order)])
        turned = Construction(P @ problem.Q1, P @ problem.Q2, 1, 1, scalar("7/15"), scalar("4/7"))
        yield from equivariance(problem, turned, P, X, U)
