"""The Hessian form of the asymmetric loss at [U0; U0] on its critical cone, as squares: what Lemma 9 sums up.

With L = [0; Y_L; Z_L] and R = [0; Y_R; Z_R], P = (Y_L + Y_R) / 2, Y = (Y_L - Y_R) / 2, T = (Z_L + Z_R) / 2 and
Z = (Z_L - Z_R) / 2 the form is

    alpha^2 (||P + P^T||^2 + ||Y - Y^T||^2 + 4 lambda ||Y + Y^T||^2 + 2 ||T||^2 + 2 ||Z||^2).
"""

from exactcheck import norm_squared, scalar

from .instances import Construction

HALF = scalar("1/2")


def blocks(problem: Construction, L, R):
    """P, Y, T, Z of a direction [L; R]."""
    Q2, rest = problem.Q2, problem.rows.columns(*problem.zero)
    mean, difference = HALF * (L + R), HALF * (L - R)
    return Q2.T @ mean, Q2.T @ difference, rest.T @ mean, rest.T @ difference


def form(problem: Construction, weight, L, R):
    """The form along [L; R]."""
    P, Y, T, Z = blocks(problem, L, R)
    squares = norm_squared(P + P.T) + norm_squared(Y - Y.T) + 4 * weight * norm_squared(Y + Y.T)
    return problem.alpha**2 * (squares + 2 * norm_squared(T) + 2 * norm_squared(Z))


def squares_above(problem: Construction, weight, share, slack):
    """The squares in the form less share alpha^2 ||[L; R]||^2, where share <= 1 and slack = 4 weight - share / 2 >= 0.

    What they leave is 2 alpha^2 tr(P P), which is nonnegative on the cone.
    """
    scale, rest = problem.alpha**2, 1 - share

    def squares(L, R):
        P, Y, T, Z = blocks(problem, L, R)
        skew = Y - Y.T
        above = [(2 * scale * rest, W) for W in (P, T, Z)]
        return [*above, (scale / 2, skew), (scale / 2 * rest, skew), *((scale * s, Y + Y.T) for s in slack)]

    return squares


def traces_above(problem: Construction):
    """2 alpha^2 tr(P P)."""

    def traces(L, R):
        return [(2 * problem.alpha**2, blocks(problem, L, R)[0])]

    return traces
