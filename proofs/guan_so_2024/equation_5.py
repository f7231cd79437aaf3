"""Equation (5): the subdifferential of f at a spurious stationary point, for u* without zeros and for all sizes."""

from exactcheck import Natural, assume, claim, point

from . import paper
from .columns import column_of_ones, sum_of, total
from .residual import arbitrary_symmetric
from .sorted_spurious_points import SORTED, SORTED_USES, SortedSpuriousPoint, sorted_spurious_point
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.3, proof of Proposition 3.6"
RECORD = "guan-so/eq-5"
WITHIN = ("within", "within_opposed")


def required_signs(at: SortedSpuriousPoint):
    """u u^T - u* u*^T is zero where both coordinates agree, or both are opposed, and negative elsewhere."""
    gap = at.gap(at.u)

    def block(a, b):
        return at.place(a).T @ gap @ at.place(b)

    agreeing, opposed = at.part("agreeing", at.planted), at.part("opposed", at.planted)
    yield block("agreeing", "agreeing") == 0 * block("agreeing", "agreeing")
    yield block("opposed", "opposed") == 0 * block("opposed", "opposed")
    yield block("agreeing", "opposed") == 2 * agreeing @ opposed.T
    for name in WITHIN:
        yield block("agreeing", name) == agreeing @ at.part(name, at.planted - at.u).T
        yield block("opposed", name) == opposed @ at.part(name, at.planted + at.u).T

    # u_i = p - q and u*_i = p + q for p, q > 0 where |u_i| < u*_i, likewise for j
    p, q, r, t = (point(name) for name in ("p", "q", "r", "t"))
    assume(p > 0, q > 0, r > 0, t > 0)
    yield (p - q) * (r - t) - (p + q) * (r + t) < 0


def elements(at: SortedSpuriousPoint, first, second):
    """The matrix with these blocks where both coordinates agree, or both are opposed, and -1 elsewhere."""
    agreeing, opposed = at.ones("agreeing"), at.ones("opposed")
    minus = agreeing @ agreeing.T + opposed @ opposed.T - at.s @ at.s.T
    return minus + sum_of(
        at.place(name) @ block @ at.place(name).T for name, block in (("agreeing", first), ("opposed", second))
    )


@claim(
    paper,
    "Equation 5",
    where=f"{WHERE}, (5)",
    record=RECORD,
    statement=r"""For $u^*$ without zeros and $u$ spurious stationary: the symmetric $Z \in \mathrm{Sign}(u u^T -
u^* u^{*T})$ are those with arbitrary symmetric blocks $Z_1, Z_2$ with entries in $[-1, 1]$ where $u$ and $u^*$
agree and where they are opposed, and with $-\mathrm{Sign}(u^*_i u^*_j)$ elsewhere; so $\partial f(u) = \{(F_1(Z_1),
F_2(Z_2), 0)\}$ with $F_1(Z_1) = Z_1 u^*_B + \|u^*_B\|_1 \mathrm{Sign}(u^*_B)$ on the block $B$ where they agree and
$F_2(Z_2) = -Z_2 u^*_B - \|u^*_B\|_1 \mathrm{Sign}(u^*_B)$ on that where they are opposed.""",
    reading=f"{SORTED}; the printed subscripts of F2 and Z2 are read as those of the opposed coordinates",
    uses=(*SORTED_USES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=1)
@claim.sample(agreeing=0, opposed=2, within=1, within_opposed=0)
@claim.general()
def subdifferential(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural):
    """The signs of the entries, then the product with u, where s . u = 0."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed)
    same, other = at.part("agreeing", at.planted), at.part("opposed", at.planted)
    Z1, Z2 = (arbitrary_symmetric(name, part.rows) for name, part in (("W1", same), ("W2", other)))
    F1 = Z1 @ same + total(same) * column_of_ones(same.rows)
    F2 = -Z2 @ other - total(other) * column_of_ones(other.rows)

    yield from required_signs(at)
    yield elements(at, Z1, Z2) @ at.u == at.spread(agreeing=F1, opposed=F2)
