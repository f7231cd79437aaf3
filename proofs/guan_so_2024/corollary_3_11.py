"""Corollary 3.11: second-order stationary points of f are global minimizers."""

from exactcheck import Integer, Real, claim
from exactcheck.landscape import not_second_order_stationary, second_order_stationary

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .spurious_points import HALF, SIGNS, THEOREM, USES, spurious_point
from .spurious_points_in_coordinates import POINTS, at_numbers
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.4, Corollary 3.11"
RECORD = "guan-so/cor-3.11"


@claim(
    paper,
    "Corollary 3.11",
    part="all sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""Every second-order stationary point of $f$ is a global minimizer. ($f \ge 0 = f(\pm u^*)$; every
other stationary point has $f(u) = \frac12 \|u^*\|_1^2$ and $d^2 f(u; 0)(u^* - u) = -\|u^*\|_1^2 < 0$ by Theorem
3.8. For $u^* = 0$ and $v \ne 0$ every subgradient is $\|v\|_1 \mathrm{Sign}(v)$ in the support of $v$, so that $0$
is the only stationary point.)""",
    reading=f"{SIGNS}; for u* = 0 v is a vector without zeros, its support being considered alone, and v > 0",
    uses=(*USES, SUBDIFFERENTIAL, "guan-so-2024/theorem-3-8/along-the-ray"),
    scope="general",
)
@claim.sample(n=1)
@claim.sample(n=3)
@claim.general()
def global_minimizers(n: Integer):
    """The values at u* and -u*, at a spurious point, and the case u* = 0 with v >= 0."""
    at = spurious_point(n)
    for v in (at.planted, -at.planted):
        yield at.gap(v) == 0 * at.gap(v)
    yield at.no_gap_below_zero(at.u)
    yield at.value(at.u) == HALF * at.norm**2

    v = arbitrary_column("v", at.u.rows, "all")
    one = column_of_ones(v.rows)
    yield one @ one.T @ v == total(v) * one


@claim(
    paper,
    "Corollary 3.11",
    part="at numbers",
    where=WHERE,
    record=RECORD,
    statement=r"""A spurious stationary point is not second-order stationary, and the two points $\pm u^*$ are.""",
    reading=f"{POINTS}; from the definition of second-order stationarity",
    uses=(THEOREM,),
)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1=-1, u_2=1, u_3=0)
@claim.sample(us_1=1, us_2=2, us_3=3, u_1=1, u_2=2, u_3=-3)
@claim.sample(us_1=1, us_2=-2, us_3=2, u_1="1/2", u_2="1/2", u_3=0)
@claim.sample(us_1=0, us_2=0, us_3=-3, u_1=0, u_2=0, u_3=0)
@claim.sample(us_1=2, us_2=3, us_3=5, u_1=1, u_2=3, u_3=-4)
def no_others(us_1: Real, us_2: Real, us_3: Real, u_1: Real, u_2: Real, u_3: Real):
    """By the definition of second-order stationarity."""
    at = at_numbers((us_1, us_2, us_3), (u_1, u_2, u_3))

    yield not_second_order_stationary(at.f, at.u, along=next(at.directions))
    for sign in (1, -1):
        yield second_order_stationary(at.f, tuple(sign * x for x in at.planted))
