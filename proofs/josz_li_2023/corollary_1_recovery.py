"""Corollary 1 (3): matrix recovery, whole with everything observed and rank one."""

from exactcheck import Integer, assume, claim, inner, norm_squared, point

from . import paper
from .theorem_1 import PATHS
from .vectors import arbitrary_vector, rows_of, unit_vector

WHERE, RECORD = "section 4.3, Corollary 1 (3)", "josz-li/cor-1-3"


recovery = claim.not_checkable(
    paper,
    "Corollary 1 (3)",
    part="every operator",
    where=WHERE,
    record=RECORD,
    statement=r"""$\frac1{2m} \sum_i (\langle A_i, X Y^T \rangle - b_i)^2$ has no spurious local minima at infinity,
if the $A_i$ have the $(4 r, \delta)$-RIP with $\delta \le \frac15$.""",
    reading="it follows from Theorem 1 with Proposition 6, given that there are no spurious local minima [32]",
    reason="it rests on a theorem of another paper [32]; the part beside it decides what does without",
    uses=("josz-li-2023/proposition-6/every-trajectory", "josz-li-2023/theorem-1/every-function"),
)


@claim(
    paper,
    "Corollary 1 (3)",
    part="everything observed, rank one",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n_1 n_2$, $A_{ij} = \sqrt m E_{ij}$ and $r = 1$, where $f(x, y) = \frac12 \|x y^T - a
b^T\|^2$: (i) where $y = \rho e \ne 0$, $\|e\| = 1$, $x$ moves straight to $a (b \cdot e) / \rho$, and $f = \frac12 (1 -
s)^2 \|\rho x - (b \cdot e) a\|^2 + \frac12 \|a\|^2 (\|b\|^2 - (b \cdot e)^2)$; (ii) from there, if $b \cdot e \ne 0$,
$y$ moves straight to $b \rho / (b \cdot e)$, and $f(s) = (1 - s)^2 f(0)$. (iii) If $x = 0$, $b \cdot y = 0$ and $a, b
\ne 0$, then $f(\tau s^2 a, y + s b) < f(0, y)$ for $0 < s \le 1$, if $0 < \tau$ and $\tau (\|y\|^2 + \|b\|^2) < 2
\|b\|^2$. (iv) If $a b^T = 0$, $f(s x, s y) = s^4 f(x, y)$.""",
    reading="for all sizes; these A_ij have the RIP with every delta. A path to a global minimum runs below every "
    "other point: (i), (ii), also with x and y exchanged, and first (iii) where they do not change f; hence there is "
    f"no spurious setwise local minimum; {PATHS}",
    scope="general",
)
@claim.sample(n1=2, n2=2)
@claim.general()
def rank_one(n1: Integer, n2: Integer):
    """Twice f along the four paths, the first by rho x; that the third one falls is shown by itself."""
    rows, cols = rows_of("rows", n1), rows_of("cols", n2)
    a, b, x, y = (arbitrary_vector(n, d) for n, d in (("a", rows), ("b", cols), ("x", rows), ("y", cols)))
    e, s, tau = unit_vector("e", cols), point("s"), point("tau")
    best = inner(b, e)

    moved = x + s * (best * a - x)
    rest = norm_squared(a) * (norm_squared(b) - best**2)
    yield norm_squared(moved @ e.T - a @ b.T) == (1 - s) ** 2 * norm_squared(x - best * a) + rest

    yield a @ (best * e + s * (b - best * e)).T - a @ b.T == (1 - s) * (best * a @ e.T - a @ b.T)

    start, length, width = norm_squared(a) * norm_squared(b), norm_squared(b), norm_squared(y)
    path = norm_squared(tau * s**2 * a @ (y + s * b).T - a @ b.T)
    change = tau**2 * s**4 * (width + 2 * s * inner(b, y) + s**2 * length) - 2 * tau * s**2 * (inner(b, y) + s * length)
    yield path == start + norm_squared(a) * change

    yield from the_third_path_falls()

    yield norm_squared((s * x) @ (s * y).T) == s**4 * norm_squared(x @ y.T)


def the_third_path_falls():
    """The change for b . y = 0, with letters for |b|^2 and |y|^2."""
    s, tau, length, width = (point(name) for name in ("S", "T", "bb", "yy"))
    assume(s > 0, s <= 1, tau > 0, length > 0, width >= 0, tau * (width + length) < 2 * length)
    change = tau**2 * s**4 * (width + s**2 * length) - 2 * tau * s**3 * length
    yield s**2 * length <= length
    yield s * tau * (width + s**2 * length) <= tau * (width + length)
    yield change == tau * s**3 * (s * tau * (width + s**2 * length) - 2 * length)
    yield s * tau * (width + s**2 * length) < 2 * length
    yield change < 0
