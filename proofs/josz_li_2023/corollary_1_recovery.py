"""Corollary 1 (3): matrix recovery, whole with everything observed and rank one."""

from exactcheck import Integer, Partition, arbitrary_matrix, assume, claim, inner, matrix, norm_squared, point

from . import paper
from .corollary_1_vectors import ONE, arbitrary_vector
from .theorem_1 import PATHS

WHERE, RECORD = "section 4.3, Corollary 1 (3)", "josz-li/cor-1-3"


recovery = claim.not_checkable(
    paper,
    "Corollary 1 (3), under RIP",
    where=WHERE,
    record=RECORD,
    statement=r"""$\frac1{2m} \sum_i (\langle A_i, X Y^T \rangle - b_i)^2$ has no spurious local minima at infinity,
if the $A_i$ have the $(4 r, \delta)$-RIP with $\delta \le \frac15$.""",
    reading="in full",
    reason="That there are no spurious local minima under this condition is a theorem of another paper [32]; given "
    "it, the statement follows from Proposition 6 and Theorem 1. The part below does without.",
)


def unit_vector(rows):
    """An arbitrary unit vector; of known size the one with the entries 3/5, 4/5, 0, ..."""
    if isinstance(rows, int):
        return matrix([["3/5"], ["4/5"], *[[0]] * (rows - 2)])
    return arbitrary_matrix("e", rows, ONE, family="e")


@claim(
    paper,
    "Corollary 1 (3)",
    part="everything observed, rank one",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n_1 n_2$, $A_{ij} = \sqrt m E_{ij}$ and $r = 1$, $f(x, y) = \frac12 \|x y^T - a b^T\|^2$
has no spurious setwise local minimum. (From every point that is no global minimum a path runs below its value to one,
for $a, b \ne 0$: where $y = \rho e \ne 0$, $\|e\| = 1$, $x$ moves straight to its best place $a (b \cdot e) / \rho$;
from there $y$ moves straight to $b \rho / (b \cdot e)$ if $b \cdot e \ne 0$, $f(s) = (1 - s)^2 f(0)$; likewise with
$x$ and $y$ exchanged. Else $x = 0$ and $b \cdot y = 0$, or exchanged, and $(\tau s^2 a, y + s b)$ has the value
$\frac12 \|a\|^2 \|b\|^2 - \tau s^3 \|a\|^2 \|b\|^2 + \frac12 \tau^2 s^4 \|a\|^2 (\|y\|^2 + s^2 \|b\|^2)$, below the
start for $0 < s \le 1$ if $\tau (\|y\|^2 + \|b\|^2) < 2 \|b\|^2$.)""",
    reading=f"{PATHS}; for all sizes; the RIP holds with delta = 0. For a b^T = 0, f is multiplied by s^4 along (s "
    "x, s y)",
    scope="general",
)
@claim.sample(n1=2, n2=2)
@claim.general()
def rank_one(n1: Integer, n2: Integer):
    """Twice f along the three paths, by rho x; then that the last one falls."""
    rows, cols = Partition(rows=n1).dimension, Partition(cols=n2).dimension
    a, b, x, y = (arbitrary_vector(n, d) for n, d in (("a", rows), ("b", cols), ("x", rows), ("y", cols)))
    e, s, tau = unit_vector(cols), point("s"), point("tau")
    best = inner(b, e)

    moved = x + s * (best * a - x)
    rest = norm_squared(a) * (norm_squared(b) - best**2)
    yield norm_squared(moved @ e.T - a @ b.T) == (1 - s) ** 2 * norm_squared(x - best * a) + rest

    yield a @ (best * e + s * (b - best * e)).T - a @ b.T == (1 - s) * (best * a @ e.T - a @ b.T)

    start, length, width = norm_squared(a) * norm_squared(b), norm_squared(b), norm_squared(y)
    path = norm_squared(tau * s**2 * a @ (y + s * b).T - a @ b.T)
    change = tau**2 * s**4 * (width + 2 * s * inner(b, y) + s**2 * length) - 2 * tau * s**2 * (inner(b, y) + s * length)
    yield path == start + norm_squared(a) * change

    yield from the_last_path_falls()


def the_last_path_falls():
    """The change for b . y = 0, with letters for |b|^2 and |y|^2."""
    s, tau, length, width = (point(name) for name in ("S", "T", "bb", "yy"))
    assume(s > 0, s <= 1, tau > 0, length > 0, width >= 0, tau * (width + length) < 2 * length)
    change = tau**2 * s**4 * (width + s**2 * length) - 2 * tau * s**3 * length
    yield s**2 * length <= length
    yield s * tau * (width + s**2 * length) <= tau * (width + length)
    yield change == tau * s**3 * (s * tau * (width + s**2 * length) - 2 * length)
    yield s * tau * (width + s**2 * length) < 2 * length
    yield change < 0
