"""The critical cone of sums of absolute values and maxima at a point in letters, from the multipliers of a claim."""

from __future__ import annotations

from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.critical_directions import critical_cone, stationary_multipliers
from ..kernel.kinks import kinked_point as kernel_point
from ..kernel.kinks import known_sign
from ..kernel.polyhedral_cones import Generated, Halfspaces, read_cone
from ..kernel.polynomial import Polynomial, Scalar
from ..kernel.setting import Setting
from .context import Context
from .decision import Decision, undecided
from .kinks import KinkedPoint
from .named_proofs import named_multipliers

Row = list[Scalar]


def cone_over_letters(context: Context, at: KinkedPoint, statement: Statement, reason: str) -> Decision:
    """Each halfspace of one cone is a multiple of one of the other, or a sum of multiples of coordinates.

    Not complete, and nothing is refuted.
    """
    if "multipliers" not in statement.hints:
        return undecided(f"{reason}; name multipliers")
    multipliers = named_multipliers(context, at, statement.hints["multipliers"])
    try:
        proof = comparison(context, context.problem.state(statement), multipliers)
    except Rejected as reason_:
        return undecided(str(reason_))
    rejected = context.accepts(statement, "proved", proof)
    return undecided(rejected) if rejected else Decision("proved", proof)


def comparison(context: Context, stated: dict[str, Any], multipliers: list[Any]) -> Any:
    """The combinations for both inclusions.

    Raises Rejected if one is not found, or if a sign is not known.
    """
    point = kernel_point(context.kernel, stated)
    critical = critical_cone(point, stationary_multipliers(point, multipliers))
    cone = read_cone(point, stated["cone"])
    if isinstance(cone, Generated):
        raise Rejected("a cone by generators at a point in letters; give labels or halfspaces")
    only = [combination(context.setting, critical, target) for target in cone.halfspaces]
    return {
        "multipliers": multipliers,
        "only": only,
        "all": [combination(context.setting, cone, target) for target in critical.halfspaces],
    }


def combination(setting: Setting, cone: Halfspaces, target: Row) -> list[Any]:
    """A multiple of the target as a combination of halfspaces, entry by entry or of one alone.

    Raises Rejected if none is found.
    """
    places = [j for j, value in enumerate(target) if known_sign(setting, value)]
    if not places:
        return ["1", []]
    for number, row in enumerate([*cone.inequalities, *cone.equations]):
        sign = known_sign(setting, row[places[0]])
        allowed = number >= len(cone.inequalities) or sign * known_sign(setting, target[places[0]]) > 0
        if sign and allowed and proportional(setting, row, target, places[0]):
            return [spelled(sign * row[places[0]]), [[number, spelled(sign * target[places[0]])]]]
    return ["1", [single(setting, cone, target, j) for j in places]]


def proportional(setting: Setting, row: Row, target: Row, place: int) -> bool:
    """True if one is a multiple of the other, by their entries at a place."""
    return all(setting.is_zero(row[place] * b - target[place] * a) for a, b in zip(row, target, strict=True))


def single(setting: Setting, cone: Halfspaces, target: Row, place: int) -> list[Any]:
    """The weight of a halfspace for this coordinate alone.

    Raises Rejected if there is none.
    """
    for number, row in enumerate([*cone.inequalities, *cone.equations]):
        alone = all(setting.is_zero(value) for j, value in enumerate(row) if j != place)
        if alone and row[place] in (1, -1):
            weight = target[place] * row[place]
            if number >= len(cone.inequalities) or setting.is_nonnegative(weight):
                return [number, spelled(weight)]
    raise Rejected("a halfspace that is not a visible combination of the others")


def spelled(value: Scalar) -> Any:
    """A scalar in the kernel's notation."""
    terms = Polynomial.of(value).terms.items()
    products = [["*", str(c), *(["^", ["letter", x], k] for x, k in monomial)] for monomial, c in terms]
    return ["+", *products] if products else "0"
