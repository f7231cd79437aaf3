"""Proof of Proposition 7, (14) and (15): X^T X - Y^T Y is constant along subgradient trajectories."""

from exactcheck import Integer, arbitrary_matrix, claim, inner

from . import paper
from .factorization import Factorization

CONSTANT = r"""$\phi = X^T X - Y^T Y$ is constant along subgradient trajectories: $\phi' = X'^T X + X^T X' - Y'^T Y -
Y^T Y'$, (15), and with (14a) $\phi' = -Y^T L^T X - X^T L Y + X^T L Y + Y^T L^T X = 0$."""


@claim(
    paper,
    "Equation (15)",
    where="section 4.4, (14) and (15)",
    record="josz-li/eq-14-15",
    statement=CONSTANT,
    reading="for all sizes and every matrix L; phi has its values in the r x r matrices, where the text has R. That "
    "phi is continuous and phi' = 0 almost everywhere would not be enough; phi is locally absolutely continuous, as "
    "X and Y are, and then it is constant",
    uses=("josz-li-2023/equation-14",),
    scope="general",
)
@claim.sample(m=2, n=1, r=2)
@claim.sample(m=1, n=2, r=1)
@claim.general()
def conserved(m: Integer, n: Integer, r: Integer):
    """(15) along every (X', Y'), tested with every T, and its value with (14a)."""
    at = Factorization(m, n, r)
    X, Y, L, T = at.X, at.Y, at.L, arbitrary_matrix("T", at.columns, at.columns)
    V, W = at.arbitrary_direction("V", "W")
    dX, dY = at.velocity(L)

    yield at.change_of_imbalance(V, W, T) == inner(T, V.T @ X + X.T @ V - W.T @ Y - Y.T @ W)
    yield dX.T @ X + X.T @ dX - dY.T @ Y - Y.T @ dY == -Y.T @ L.T @ X - X.T @ L @ Y + X.T @ L @ Y + Y.T @ L.T @ X
    yield dX.T @ X + X.T @ dX - dY.T @ Y - Y.T @ dY == 0
    yield at.change_of_imbalance(dX, dY, T) == 0
