"""Comparisons: equations by expansion, inequalities by positivity, both refuted by values of the letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from ..exact.evaluation import Unevaluated
from ..exact.expression import Matrix
from ..exact.statement import Statement
from ..kernel import Rejected, speech
from ..kernel.comparison import sides
from ..kernel.polynomial import Polynomial
from .assumed_equations import modulo_equations
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .descent import low_points
from .positivity import by_signs, positivity
from .visible_squares import visible_squares

FIRST_TRIALS = 60


def decide_comparison(context: Context, statement: Statement) -> Decision:
    """left relation right, for scalars or entry by entry for matrices.

    Complete for numbers; over letters equations are complete unless the definitions of roots hide a relation, and
    inequalities are not.
    """
    try:
        differences, relation = turned(context, statement)
    except Rejected as reason:
        return undecided(str(reason))
    if relation == "=":
        return equation(context, statement, differences)
    strict = relation == ">"
    if all(by_signs(context.setting, difference, strict) for difference in differences):
        return proved(["signs"] * len(differences))
    squares = visible_squares(context, statement)
    if squares is not None and not context.accepts(statement, "proved", [squares]):
        return proved([squares])
    found = refuted_at(context, differences, relation, islice(points(context), FIRST_TRIALS))
    if found.verdict == "refuted":
        return found
    proofs = [positivity(context.setting, difference, strict) for difference in differences]
    if all(proof is not None for proof in proofs):
        return proved(proofs)
    if (proof := modulo_equations(context, differences, relation)) is not None:
        return proved(proof)
    return refuted_at(context, differences, relation, chain(points(context), low(context, differences)))


def turned(context: Context, statement: Statement) -> tuple[list[Polynomial], str]:
    """left - right entry by entry, turned so that the relation is =, >= or >.

    Values come from FLINT. For matrices of letter size and arbitrary operators the expansion is the proof itself: the
    kernel makes it.
    """
    left, right, relation = statement["left"], statement["right"], statement["relation"]
    sign = -1 if relation in ("<=", "<") else 1
    try:
        if isinstance(left, Matrix):
            a, b = context.evaluator.matrix(left), context.evaluator.matrix(right)
            difference = sign * a + -sign * b
            found = [difference[i, j] for i in range(difference.shape[0]) for j in range(difference.shape[1])]
        else:
            found = [sign * (context.evaluator.number(left) - context.evaluator.number(right))]
    except Unevaluated:
        expanded, turned_relation = sides(context.kernel, context.problem.state(statement))
        return [context.setting.normal(value) for value in expanded], turned_relation
    return [context.polynomial(value) for value in found], {"<=": ">=", "<": ">"}.get(relation, relation)


def equation(context: Context, statement: Statement, differences: list[Polynomial]) -> Decision:
    """Zero for all values of the letters, or not zero at some.

    Matrices of letter size whose terms differ are not refuted: I and 1 1^T are equal for one row.
    """
    if all(map(context.setting.is_zero, differences)):
        return proved("expansion")
    if (proof := modulo_equations(context, differences, "=")) is not None:
        return proved(proof)
    left = statement["left"]
    if isinstance(left, Matrix) and not (isinstance(left.rows, int) and isinstance(left.cols, int)):
        return undecided("the two matrices of letter size are not equal term by term")
    return refuted_at(context, differences, "=", points(context))


def refuted_at(
    context: Context, differences: list[Polynomial], relation: str, candidates: Iterable[dict[str, Fraction]]
) -> Decision:
    """Refuted at the first of these values of the letters that are allowed and violate the relation, or undecided."""
    for point in candidates:
        for k, polynomial in enumerate(differences):
            if violates(context, polynomial, relation, point):
                return refuted({"entry": k, "at": written(simplified(context, polynomial, relation, point))})
    return undecided(f"neither a proof nor values of the letters were found for {spoken(differences)} {relation} 0")


def points(context: Context) -> Iterable[dict[str, Fraction]]:
    """Values to try; matrices of letter size have none."""
    if any(letter.role == "atom" for letter in context.setting.letters.values()):
        return ()
    return context.points()


def low(context: Context, differences: list[Polynomial]) -> Iterator[dict[str, Fraction]]:
    """Points where floats see a difference negative; matrices of letter size have none."""
    if not any(letter.role == "atom" for letter in context.setting.letters.values()):
        for polynomial in differences:
            yield from low_points(context.setting, polynomial, context.spoken)


def spoken(differences: list[Polynomial]) -> str:
    """The first difference that is not plainly zero, in words."""
    terms = next((difference.terms for difference in differences if difference), {})
    return speech.shortened(speech.polynomial([[str(value), dict(powers)] for powers, value in terms.items()]))


def violates(context: Context, polynomial: Polynomial, relation: str, point: dict[str, Fraction]) -> bool:
    """True if polynomial relation 0 is known to be false at values of the letters."""
    value = polynomial.substitute({name: Polynomial.of(v) for name, v in point.items()})
    try:
        sign = context.kernel.at(point).sign(value)
    except Rejected:
        return False
    return {"=": sign != 0, ">=": sign < 0, ">": sign <= 0}[relation]


def simplified(
    context: Context, polynomial: Polynomial, relation: str, point: dict[str, Fraction]
) -> dict[str, Fraction]:
    """The point with as many zeros and ones as the violation allows."""
    for name in list(point):
        for simpler in (Fraction(0), Fraction(1)):
            candidate = {**point, name: simpler}
            if context.allows(candidate) and violates(context, polynomial, relation, candidate):
                point = candidate
                break
    return point


def written(point: dict[str, Fraction]) -> dict[str, Any]:
    """Values of letters in the kernel's notation."""
    return {name: str(value) for name, value in point.items()}
