"""Lemma 3.7: f does not change to first order towards u* and -u*."""

from exactcheck import Integer, Natural, claim, inner
from exactcheck.landscape import critical_cone, directional_derivative

from . import paper
from .proposition_3_6 import elements, least_element
from .sorted_spurious_points import SORTED, SORTED_USES, sorted_spurious_point
from .spurious_points_in_coordinates import FEW, FEW_USES, at_numbers, in_letters
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.4, Lemma 3.7"
RECORD = "guan-so/lem-3.7"


@claim(
    paper,
    "Lemma 3.7",
    part="all sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""At every spurious stationary point $u$: $df(u)(w) = 0$ for $w = \pm u^* - u$. (The $j$-th
coordinates of these two $w$ are $0$ and $-2 u_j$ where $u_j = u^*_j$, $-2 u_j$ and $0$ where $u_j = -u^*_j$, and
both $0$ where $u^*_j = 0$; every subgradient has a product $\le 0$ with them, and one is $0$.)""",
    reading=SORTED,
    uses=(*SORTED_USES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=1, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, within_opposed=1, outside=0)
@claim.general()
def towards_the_truth(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Natural):
    """The entries as in the printed proof, then the products with all subgradients."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)
    Z = elements(at)
    towards, away = at.directions
    for zero, double, block in ((towards, away, "agreeing"), (away, towards, "opposed")):
        yield at.part(block, zero) == 0 * at.part(block, zero)
        yield at.part(block, double) == -2 * at.part(block, at.u)
    yield least_element(at) @ at.u == 0 * at.u
    for w in at.directions:
        yield at.part("outside", w) == 0 * at.part("outside", w)
        yield inner(Z @ at.u, w) <= 0


@claim(
    paper,
    "Lemma 3.7",
    part="a few coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""At every spurious stationary point $u$: $df(u)(w) = 0$ for $w = \pm u^* - u$.""",
    reading=FEW,
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=0)
@claim.sample(agreeing=1, opposed=1, within=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=3, outside=0)
@claim.sample(agreeing=0, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=0, outside=1)
def slopes(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The directional derivative of f itself."""
    at = in_letters(agreeing, opposed, within, outside)
    for w in at.directions:
        yield directional_derivative(at.f, at.u, w) == 0


@claim(
    paper,
    "Lemma 3.7, parenthesis as printed",
    where="section 3.4, proof of Lemma 3.7",
    record=RECORD,
    statement=r"""It may be assumed that $|\mathrm{supp}(u^*) \cap J_=(u)| = 0$, as otherwise the critical cone is
the whole space but for the coordinates where $u^*$ is zero.""",
    reading="at u* = (1, 1) and u = (-1, 1), where the set has two elements",
    verdict="refuted",
    finding="misprint",
)
@claim.sample()
def parenthesis_as_printed():
    """The critical cone is a quadrant."""
    at = at_numbers((1, 1), (-1, 1))

    yield critical_cone(at.f, at.u, ["free", "free"])


@claim(
    paper,
    "Lemma 3.7, parenthesis",
    where="section 3.4, proof of Lemma 3.7",
    record=RECORD,
    statement=r"""It may be assumed that $|\mathrm{supp}(u^*) \cap J_=(u)| \ne 0$, as otherwise the critical cone is
the whole space but for the coordinates where $u^*$ is zero.""",
    reading="for u* without zeros and up to four coordinates, all with |u_i| < |u*_i|, in letters; signs of "
    "coordinates are changed so that u* > 0 (equation 1)",
    repairs="lemma-3-7-parenthesis-as-printed",
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(within=1)
@claim.sample(within=2)
@claim.sample(within=3)
@claim.sample(within=4)
def parenthesis(within: Integer):
    """Where |u_i| < |u*_i| for all i, f is differentiable at u."""
    at = in_letters(0, 0, within)

    yield critical_cone(at.f, at.u, ["free"] * within, multipliers=at.multipliers)
