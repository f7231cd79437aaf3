"""A function made of exp, log, tanh, sigmoid, sums, products and powers is compared with zero on a box.

The box is a product of closed intervals with rational ends, each of which may be missing (null). Three forms of proof:

- {"bits": b, "tree": node}: a bounded box is cut until the function is enclosed on each part, in arithmetic that rounds
  outward to b binary digits. A node is {"cut": i, "at": c, "parts": [below, above]}, or how a part is enclosed:
  "direct", by the ends of its sides; "slopes", with first derivatives, see `least_by_slopes`;
- {"point": names, "letters": ..., "tangents": t, "signs": ..., "positive": proof}: with letters for exponentials the
  function is a quotient with a positive denominator, and the numerator has the sign for all values of the letters. With
  tangents (true, or "all" of them) it is known that exponentials and logarithms are on one side of these;
- {"along": i, "at": c, "start": proof, "below": proof, "above": proof}: along the i-th coordinate x the comparison
  starts from x = c. There, f >= 0 (> 0) is shown; below c that f does not grow, df/dx <= 0, and above that it does not
  fall, so that by the mean value theorem f is not less than where x = c. Similarly f = 0 there and df/dx = 0. Where
  nothing is below or above, no proof is (null).

Each shows also that the function is defined on the whole box, and has continuous derivatives there: what divides by
zero, or takes the logarithm of something that is not positive, is not enclosed and has no letters. A point of the box
at which the function is enclosed on the other side of zero refutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from .elementary import Elementary, values_of
from .enclosed import Enclosed
from .exponentials import Exponentials, Side, with_exponentials
from .expression import Function
from .intervals import Interval
from .known_equations import Known
from .polynomial import Polynomial, Scalar
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, rational, record, require
from .semialgebraic_sets import arbitrary_point
from .stationary_points import valued_problem
from .tangents import Tangent

RELATIONS = ("=", "<=", "<", ">=", ">")
End = Fraction | None
Box = list[Interval]
ROUGHEST, FINEST = 8, 8192
MOST_DERIVATIVES = 6


@dataclass(frozen=True)
class OnBox:
    """A derivative of a function, the box, and the sign with which it is to be in the relation =, >= or > to zero.

    The derivative is along the coordinates with these numbers: the function itself if there are none.
    """

    problem: Problem
    function: Function
    sides: list[Side]
    sign: int
    relation: str
    along: tuple[int, ...] = ()

    def evaluated(self, values: Elementary, arguments: Sequence[Any]) -> Any:
        """The derivative with its sign at arguments of any kind."""
        zero, one = (values.constant(Fraction(k)) for k in (0, 1))
        directions = [[one if i == k else zero for k in range(len(arguments))] for i in self.along]
        return values.derivative(self.function, arguments, directions) * Fraction(self.sign)

    def values(self, bits: int, arguments: Sequence[Any]) -> Any:
        """The value with its sign at enclosed arguments, which may have slopes."""

        def constant(value: Scalar) -> Enclosed:
            return Enclosed(enclosure(self.problem, value, bits), bits)

        return self.evaluated(values_of(self.problem, constant), arguments)

    def at(self, point: Sequence[Fraction], bits: int) -> Interval:
        """An enclosure of the value with its sign at a point."""
        return self.direct([(x, x) for x in point], bits)

    def direct(self, box: Box, bits: int) -> Interval:
        """An enclosure of the values with their sign on a box."""
        found: Interval = self.values(bits, [Enclosed(side, bits) for side in box]).interval
        return found

    def slopes(self, box: Box, bits: int) -> list[Interval]:
        """Enclosures of the derivatives with their sign on a box."""
        units = [[Fraction(i == j) for j in range(len(box))] for i in range(len(box))]
        found = self.values(
            bits,
            [
                Tangent(0, Enclosed(side, bits), tuple(Enclosed((unit, unit), bits) for unit in row))
                for side, row in zip(box, units, strict=True)
            ],
        )
        zero = (Fraction(0), Fraction(0))
        return [slope.interval for slope in found.slopes] if isinstance(found, Tangent) else [zero] * len(box)

    def least_directly(self, box: Box, bits: int) -> Fraction:
        """A number that no value with its sign on the box is below: the lower end of an enclosure."""
        return self.direct(box, bits)[0]

    def least_by_slopes(self, box: Box, bits: int) -> Fraction:
        """A number that no value with its sign on the box is below, from enclosures of the derivatives.

        The function has continuous derivatives on the box, as it is made of functions that have them where it is
        enclosed. Where it does not fall along a coordinate, on the whole box, it is least at the lower end of this one,
        and where it does not grow at the upper end: moving the coordinate there, along a segment in the box, leads to
        no larger value. On what is left of the box, with the centre c, f(x) = f(c) + sum_i d_i (x_i - c_i) with
        derivatives d_i at some point between (mean value theorem). That, or the direct enclosure.
        """
        slopes = self.slopes(box, bits)
        left = [reduced(side, slope) for side, slope in zip(box, slopes, strict=True)]
        centre = [(lower + upper) / 2 for lower, upper in left]
        mean = self.at(centre, bits)[0]
        for (lower, upper), slope in zip(left, slopes, strict=True):
            mean -= (upper - lower) / 2 * max(-slope[0], slope[1])
        return max(mean, self.least_directly(left, bits))

    def is_right(self, least: Fraction) -> bool:
        """True if no value below this number means that the comparison holds."""
        return least > 0 or (least == 0 and self.relation == ">=")

    def is_wrong(self, value: Interval) -> bool:
        """True if a value in the interval violates the comparison."""
        if self.relation == "=":
            return value[0] > 0 or value[1] < 0
        return value[1] < 0 or (value[1] == 0 and self.relation == ">")


def enclosure(problem: Problem, value: Scalar, bits: int) -> Interval:
    """An interval that holds a number, which may be a polynomial in letters with one value each."""
    if isinstance(value, Fraction):
        return value, value
    polynomial = problem.setting.normal(value)
    require(problem.setting.is_constant(polynomial), "letters without a single value")
    return problem.setting.enclosure(polynomial, bits)


def reduced(side: Interval, slope: Interval) -> Interval:
    """The end of a side at which a function with this slope is least, or the whole side."""
    if slope[0] >= 0:
        return side[0], side[0]
    return (side[1], side[1]) if slope[1] <= 0 else side


def on_box(problem: Problem, statement: dict[str, Any]) -> OnBox:
    """The comparison that a statement makes."""
    relation = statement["relation"]
    require(relation in RELATIONS, f"{relation!r:.20} is not a relation")
    function = problem.function(statement["function"])
    sides = [read_side(side) for side in array(statement["box"], len(function.variables))]
    sign = -1 if relation in ("<=", "<") else 1
    return OnBox(problem, function, sides, sign, {"<=": ">=", "<": ">"}.get(relation, relation))


def read_side(data: Any) -> Side:
    """The lower and the upper end of a side, each a rational number or none."""
    lower, upper = (None if end is None else rational(end) for end in array(data, 2))
    require(lower is None or upper is None or lower <= upper, "a side with its ends in the wrong order")
    return lower, upper


def is_inside(x: Fraction, side: Side) -> bool:
    """True for a number in a range."""
    lower, upper = side
    return (lower is None or lower <= x) and (upper is None or x <= upper)


def read_bits(data: Any) -> int:
    """A number of binary digits."""
    return integer(data, ROUGHEST, FINEST)


def prove_on_box(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The comparison on the whole box."""
    require_on_box(on_box(problem, statement), proof)


def require_on_box(comparison: OnBox, proof: Any) -> None:
    """Reject unless the comparison holds on the box: by a tree, along a coordinate, or by letters."""
    if isinstance(proof, dict) and "tree" in proof:
        bits, tree = record(proof, "bits", "tree")
        require(comparison.relation != "=", "an equation is not shown by enclosures")
        require_tree(comparison, bounded(comparison), read_bits(bits), tree)
    elif isinstance(proof, dict) and "along" in proof:
        require_along(comparison, *record(proof, "along", "at", "start", "below", "above"))
    else:
        require_exponentials(comparison, *record(proof, "point", "letters", "tangents", "signs", "positive"))


def bounded(comparison: OnBox) -> Box:
    """The box; rejected if an end is missing."""
    box = [(lower, upper) for lower, upper in comparison.sides if lower is not None and upper is not None]
    require(len(box) == len(comparison.sides), "a box without an end is not cut into parts")
    return box


def require_tree(comparison: OnBox, box: Box, bits: int, node: Any) -> None:
    """Reject unless the comparison holds on the box, by a tree of cuts, whose parts cover it."""
    if isinstance(node, dict):
        cut, at, parts = record(node, "cut", "at", "parts")
        i, middle = integer(cut, 0, len(box) - 1), rational(at)
        lower, upper = box[i]
        require(lower < middle < upper, "a cut outside of the part")
        for side, part in zip([(lower, middle), (middle, upper)], array(parts, 2), strict=True):
            require_tree(comparison, [*box[:i], side, *box[i + 1 :]], bits, part)
        return
    require(node in ("direct", "slopes"), f"{node!r:.40} is no way to enclose a function")
    bound = comparison.least_directly if node == "direct" else comparison.least_by_slopes
    require(comparison.is_right(bound(box, bits)), "a part on which the function is not known to have the sign")


def require_along(comparison: OnBox, along: Any, at: Any, start: Any, below: Any, above: Any) -> None:
    """Reject unless the comparison holds at c, and the function does not approach zero on either side of c."""
    require(len(comparison.along) < MOST_DERIVATIVES, f"more than {MOST_DERIVATIVES} derivatives")
    i, c = integer(along, 0, len(comparison.sides) - 1), rational(at)
    lower, upper = comparison.sides[i]
    require(is_inside(c, (lower, upper)), "a start outside of the box")
    require_on_box(with_side(comparison, i, (c, c)), start)
    for proof, side, sign in ((below, (lower, c), -1), (above, (c, upper), 1)):
        if side == (c, c):
            require(proof is None, "a proof about no part of the box")
        else:
            require_on_box(slope(with_side(comparison, i, side), i, sign), proof)


def with_side(comparison: OnBox, i: int, side: Side) -> OnBox:
    """The same comparison where a coordinate is in another range."""
    return replace(comparison, sides=[*comparison.sides[:i], side, *comparison.sides[i + 1 :]])


def slope(comparison: OnBox, i: int, sign: int) -> OnBox:
    """That the derivative along a coordinate is zero for an equation, and otherwise not negative with this sign."""
    relation = "=" if comparison.relation == "=" else ">="
    return replace(comparison, along=(*comparison.along, i), sign=sign * comparison.sign, relation=relation)


def require_exponentials(comparison: OnBox, names: Any, letters: Any, tangents: Any, signs: Any, proof: Any) -> None:
    """Reject unless the numerator has the sign for all values of the variables in the box and of the exponentials."""
    known, field = in_letters(comparison, names, letters, tangents, signs)
    numerator = numerator_of(comparison, known, field)
    if comparison.relation == "=":
        require(proof == "expansion", "an equation is shown by expansion")
        require(known.setting.is_zero(numerator), "the two sides are not known to be equal")
        return
    require_positive(known.problem, numerator, comparison.relation == ">", proof)


def in_letters(comparison: OnBox, names: Any, letters: Any, tangents: Any, signs: Any) -> tuple[Known, Exponentials]:
    """What is known of the letters for a point of the box and for exponentials, also by pairs of p and why p > 0."""
    known = arbitrary_point(Known(comparison.problem), names, len(comparison.sides))
    for x, (lower, upper) in zip(known.point, comparison.sides, strict=True):
        known = known if lower is None else known.supposing(x - lower, ">=")
        known = known if upper is None else known.supposing(upper - x, ">=")
    known = known.at(map(coordinate, known.point, comparison.sides))
    sides = dict(zip(array(names), comparison.sides, strict=True))
    known, units = with_exponentials(known, letters, tangents, sides)
    for pair in array(signs):
        expression, proof = array(pair, 2)
        polynomial = known.setting.normal(known.problem.scalar(expression))
        require_positive(known.problem, polynomial, True, proof)
        known = known.supposing(polynomial, ">")
    return known, Exponentials(known.setting, units, tangents)


def coordinate(letter: Polynomial, side: Side) -> Polynomial:
    """A letter for a coordinate, or the value of one that has no other."""
    lower, upper = side
    return letter if lower is None or lower != upper else Polynomial.of(lower)


def numerator_of(comparison: OnBox, known: Known, field: Exponentials) -> Polynomial:
    """What has the sign of the function, as its denominators are positive."""
    values = values_of(known.problem, field.constant)
    value = comparison.evaluated(values, [field.constant(x) for x in known.point])
    return field.cleared(known.setting.normal(value.numerator))


def refute_on_box(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A point of the box, at values of the letters, at which the function is enclosed on the wrong side of zero."""
    values, point, bits = record(proof, "at", "where", "bits")
    comparison = on_box(valued_problem(problem, values), statement)
    located = [rational(x) for x in array(point, len(comparison.sides))]
    for x, side in zip(located, comparison.sides, strict=True):
        require(is_inside(x, side), "a point outside of the box")
    require(comparison.is_wrong(comparison.at(located, read_bits(bits))), "a point at which the comparison may hold")
