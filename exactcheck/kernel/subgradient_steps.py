"""Steps of the subgradient method: where x - a g can lie for every x in a region, every g in df(x), every small a > 0.

The function is f = s + sum_k w_k |p_k| in scalar variables, the region is given by inequalities h_i(x) >= 0 or > 0, and
a runs over 0 < a <= a0. The outcome is "region", that x - a g lies in the region again, or inequalities for functions
of (a, x, x - a g). It is shown on every part of a finite cover of the region. A part fixes the sign of x_k - c for some
coordinates or the sign of some summands; below, at and above zero, one of which is the case. On a part

- x_k is c + t or c - t with a letter t > 0, or c; what fixes the part and what makes the region are facts;
- a summand that is known to be positive or negative has one multiplier. The others get letters z_k: every subgradient
  is s' + sum_k z_k w_k p_k' with these multipliers and some z_k in [-1, 1];
- what has to be >= 0 (> 0) is a polynomial in the z_k, of degree at most 2 in each, with coefficients of the z_k^2
  that are <= 0. It is concave along each z_k, so that its least value over the cube is attained at a vertex: no end of
  an edge can be above the least value of a concave function on it. At each vertex it is shown to be >= 0 (> 0).

Or a part has no points, as a fact says that something negative is nonnegative.

One point of the region, one step and multipliers that surely belong to a subgradient there show the contrary.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Any

from .comparison import read_point
from .expression import SCALARS, Function
from .polynomial import Polynomial, Scalar
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, record, require
from .setting import Fact, Setting
from .signed_point import signed_at

PROPERTIES = ("always", "not always")
RELATIONS = (">=", ">")
STEP = "step"
MOST_MULTIPLIERS = 10


@dataclass(frozen=True)
class Steps:
    """The region and the outcome as pairs of a function and whether its inequality is strict, and the largest step."""

    problem: Problem
    statement: dict[str, Any]
    size: int
    region: list[tuple[Function, bool]]
    outcome: list[tuple[Function, bool]]
    largest: Scalar

    def inside(self, problem: Problem, point: list[Scalar]) -> list[tuple[Scalar, bool]]:
        """What is >= 0 (> 0 if strict) at the points of the region."""
        return [(value(problem, h, point), strict) for h, strict in self.region]

    def after(self, problem: Problem, step: Scalar, point: list[Scalar], g: list[Scalar]) -> list[tuple[Scalar, bool]]:
        """What the outcome says to be >= 0 (> 0 if strict)."""
        reached = [x - step * slope for x, slope in zip(point, g, strict=True)]
        if self.statement["outcome"] == "region":
            return self.inside(problem, reached)
        return [(value(problem, each, [step, *point, *reached]), strict) for each, strict in self.outcome]

    def summand(self, problem: Problem, number: int, point: list[Scalar]) -> Scalar:
        """The value of a weighted summand w_k p_k."""
        pieces = array(self.statement["pieces"])
        weight, piece = array(pieces[integer(number, 0, len(pieces) - 1)], 2)
        return problem.scalar(weight) * value(problem, problem.function(piece), point)


def value(problem: Problem, function: Function, point: list[Scalar]) -> Scalar:
    """The value of a function that is a scalar."""
    found = problem.call(function, point)
    require(isinstance(found, SCALARS), "a function that is no scalar")
    return found


def subgradient_steps(problem: Problem, statement: dict[str, Any]) -> Steps:
    """The steps that a statement speaks of."""
    size = len(problem.function(statement["smooth"]).variables)
    region = inequalities(problem, statement["region"], size)
    again = statement["outcome"] == "region"
    outcome = [] if again else inequalities(problem, statement["outcome"], 2 * size + 1)
    require(len(region if again else outcome) > 0, "steps of which nothing is said")
    return Steps(problem, statement, size, region, outcome, problem.scalar(statement["largest"]))


def inequalities(problem: Problem, data: Any, size: int) -> list[tuple[Function, bool]]:
    """Functions of so many variables, each with whether it is > 0 or only >= 0."""
    pairs = [array(pair, 2) for pair in array(data)]
    require(all(relation in RELATIONS for _, relation in pairs), "a relation other than >= and >")
    functions = [problem.function(function) for function, _ in pairs]
    require(all(len(f.variables) == size for f in functions), "a function with a wrong number of variables")
    return [(f, relation == ">") for f, (_, relation) in zip(functions, pairs, strict=True)]


def prove_steps(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The outcome of every step by a cover of the region, or its failure by one step."""
    decide_steps(problem, statement, proof, holds=True)


def refute_steps(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the outcome by one step, or what is denied by a cover of the region."""
    decide_steps(problem, statement, proof, holds=False)


def decide_steps(problem: Problem, statement: dict[str, Any], proof: Any, holds: bool) -> None:
    """Reject unless the proof shows the property (its failure, for the opposite verdict)."""
    property_ = statement["property"]
    require(property_ in PROPERTIES, f"{property_!r:.40} is not a property of steps")
    steps = subgradient_steps(problem, statement)
    if holds == (property_ == "always"):
        # of no points and no steps everything could be said
        require(require_everywhere(steps, [], proof), "a region or steps of which every part is empty")
    else:
        require_violation(steps, proof, for_some_letters=not holds)


# Every step


@dataclass(frozen=True)
class Side:
    """A part of space: sign (x_k - at) > 0 for a coordinate, sign w_k p_k(x) > 0 for a summand; = 0 for the sign 0."""

    of: str
    number: int
    at: Scalar
    sign: int


def require_everywhere(steps: Steps, sides: list[Side], proof: Any) -> bool:
    """Reject unless a tree of cuts, each into what is below, at and above it, ends in parts where the outcome holds.

    True if not all of these are shown to be empty.
    """
    if isinstance(proof, dict) and "parts" in proof:
        side, parts = read_cut(steps, proof)
        signed = zip((-1, 0, 1), array(parts, 3), strict=True)
        inhabited = [require_everywhere(steps, [*sides, replace(side, sign=sign)], branch) for sign, branch in signed]
        return any(inhabited)
    part = Part(steps, sides)
    if isinstance(proof, dict) and "empty" in proof:
        part.require_empty(record(proof, "empty")[0])
        return False
    part.require_outcome(*record(proof, "signs", "outcome"))
    return True


def read_cut(steps: Steps, proof: dict[str, Any]) -> tuple[Side, Any]:
    """What is cut and where, as the side at the cut itself, and the three parts.

    A coordinate is cut at an expression that knows no letters of the parts: there they have another meaning each time.
    """
    if "summand" in proof:
        summand, parts = record(proof, "summand", "parts")
        return Side("summand", integer(summand), Fraction(0), 0), parts
    coordinate, where, parts = record(proof, "coordinate", "where", "parts")
    return Side("coordinate", integer(coordinate, 0, steps.size - 1), steps.problem.scalar(where), 0), parts


class Part:
    """A part of the region: a problem of its own with letters for the step and the point, and facts about them."""

    def __init__(self, steps: Steps, sides: list[Side]) -> None:
        self.steps = steps
        self.problem = copy(steps.problem)
        self.problem.setting = steps.problem.setting.copy()
        self.step = self.declare(STEP)
        self.learn(self.step, strict=True)
        self.learn(steps.largest - self.step, strict=False)
        last = {side.number: side for side in sides if side.of == "coordinate"}
        self.point = [self._coordinate(k, last.get(k)) for k in range(steps.size)]
        for side in sides:
            self._learn_side(side)
        for each, strict in steps.inside(self.problem, self.point):
            self.learn(each, strict)

    @property
    def setting(self) -> Setting:
        """What is known of the letters."""
        return self.problem.setting

    def declare(self, name: str) -> Polynomial:
        """A new letter."""
        self.setting.declare_free(name, "point")
        return Polynomial.letter(name)

    def learn(self, known: Scalar, strict: bool) -> None:
        """Keep known >= 0 (> 0 if strict) as a fact."""
        self.setting.learn(known, strict)

    def _coordinate(self, k: int, side: Side | None) -> Scalar:
        """The k-th coordinate: a letter, the end of its last side, or that end plus or minus a letter t > 0."""
        if side is not None and side.sign == 0:
            return side.at
        distance = self.declare(coordinate_name(k))
        if side is None:
            return distance
        self.learn(distance, strict=True)
        return side.at + side.sign * distance

    def _learn_side(self, side: Side) -> None:
        coordinate = side.of == "coordinate"
        distance = self.point[side.number] - side.at if coordinate else self.summand(side.number)
        for sign in (side.sign,) if side.sign else (1, -1):
            self.learn(sign * distance, strict=side.sign != 0)

    def require_empty(self, number: Any) -> None:
        """Reject unless the fact of this number cannot hold: there is no point in this part."""
        facts = self.setting.facts
        require(self.contradicts(facts[integer(number, 0, len(facts) - 1)]), "a part that is not known to be empty")

    def contradicts(self, fact: Fact) -> bool:
        """True if the opposite of the fact is known."""
        return known(self.setting, -fact.polynomial, not fact.strict)

    def require_outcome(self, signs: Any, proofs: Any) -> None:
        """Reject unless the signs of some summands, each shown here, lead to the outcome."""
        for entry in array(signs):
            number, sign, proof = array(entry, 3)
            signed = self.summand(number) * integer(sign, -1, 1)
            require_positive(self.problem, signed, True, proof)
            self.learn(signed, strict=True)
        wanted = self.wanted()
        for (polynomial, strict), vertices in zip(wanted, array(proofs, len(wanted)), strict=True):
            corners = self.vertices(polynomial)
            for corner, proof in zip(corners, array(vertices, len(corners)), strict=True):
                require_positive(self.problem, corner, strict, proof)

    def summand(self, number: Any) -> Polynomial:
        """The value of a weighted summand."""
        return Polynomial.of(self.steps.summand(self.problem, number, self.point))

    def wanted(self) -> list[tuple[Polynomial, bool]]:
        """What has to be >= 0 (> 0 if strict) here, with letters for the multipliers that are not known."""
        at = signed_at(self.problem, self.steps.statement, self.point)
        z = [
            self.declare(multiplier(k)) if piece.fixed is None else Fraction(piece.fixed)
            for k, piece in enumerate(at.pieces)
        ]
        found = self.steps.after(self.problem, self.step, self.point, at.subgradient(z))
        return [(self.setting.normal(each), strict) for each, strict in found]

    def vertices(self, polynomial: Polynomial) -> list[Polynomial]:
        """The polynomial at the ends of all multipliers in it; rejected unless it is concave along each of them."""
        count = len(array(self.steps.statement["pieces"]))
        loose = [multiplier(k) for k in range(count) if multiplier(k) in polynomial.letters]
        require(len(loose) <= MOST_MULTIPLIERS, f"more than {MOST_MULTIPLIERS} multipliers that are not known")
        for name in loose:
            powers = polynomial.coefficients(name)
            concave = set(powers) <= {0, 1, 2} and self.setting.is_nonnegative(-powers.get(2, Polynomial()))
            require(concave, "an outcome that is not known to be concave along a multiplier")
        return [
            polynomial.substitute({name: Polynomial.of(end) for name, end in zip(loose, ends, strict=True)})
            for ends in product((-1, 1), repeat=len(loose))
        ]


def coordinate_name(k: int) -> str:
    """The letter for the k-th coordinate, or for its distance from the end of a side."""
    return f"coordinate{k + 1}"


def multiplier(k: int) -> str:
    """The letter for the multiplier of the k-th summand."""
    return f"multiplier{k + 1}"


# One step


def require_violation(steps: Steps, proof: Any, for_some_letters: bool) -> None:
    """Reject unless a step from a point of the region violates the outcome; at values of the letters, or for all."""
    letters, point, step, multipliers, number = record(proof, "at", "point", "step", "multipliers", "outcome")
    require(letters is None or for_some_letters, "a violation for some values of the letters only")
    problem = steps.problem if letters is None else at_values(steps.problem, read_point(letters))
    setting, a = problem.setting, problem.scalar(step)
    require(setting.is_positive(a) and setting.is_nonnegative(steps.largest - a), "a step that may be too large")
    x = [problem.scalar(each) for each in array(point, steps.size)]
    inside = (known(setting, each, strict) for each, strict in steps.inside(problem, x))
    require(all(inside), "a point that may lie outside of the region")
    at = signed_at(problem, steps.statement, x)
    z = [problem.scalar(each) for each in array(multipliers, len(at.pieces))]
    at.require_multipliers(z)
    outcome = steps.after(problem, a, x, at.subgradient(z))
    reached, strict = outcome[integer(number, 0, len(outcome) - 1)]
    require(known(setting, -reached, not strict), "the step does not violate the outcome")


def known(setting: Setting, number: Scalar, strict: bool) -> bool:
    """True if number >= 0 (> 0 if strict) is known."""
    return setting.is_positive(number) if strict else setting.is_nonnegative(number)


def at_values(problem: Problem, values: dict[str, Fraction]) -> Problem:
    """The problem at allowed values of its letters, each of which becomes the root of x - value."""
    located = copy(problem)
    located.setting = problem.at(values)
    for name, number in values.items():
        around = (number - 1, number + 1) if number <= 0 else (number / 2, 2 * number)
        located.setting.declare_algebraic(name, [-number, Fraction(1)], around)
    return located
