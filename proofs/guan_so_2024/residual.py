"""The residual u u^T - u* u*^T, of which f is half the sum of the moduli of the entries."""

from exactcheck import arbitrary_matrix, function, inner


def residual(u, truth):
    """u u^T - u* u*^T."""
    return u @ u.T - truth @ truth.T


def weighted_residual(weights, truth):
    """The function u -> <W, u u^T - u* u*^T> for a matrix W of weights, one for each entry.

    With arbitrary weights it speaks of every entry; with a symmetric W that has entries in [-1, 1] half of it is at
    most f, with equality at the points of which W is a matrix of signs.
    """
    return function(lambda u: inner(weights, residual(u, truth)), u=truth.shape)


def arbitrary_symmetric(name, rows, nonnegative="none"):
    """W + W^T for an arbitrary W: any symmetric matrix, or any nonnegative one."""
    W = arbitrary_matrix(name, rows, rows, nonnegative)
    return W + W.T
