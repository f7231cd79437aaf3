"""Lower bounds of dimensions: minors of derivatives of equations and coordinates that are not zero at a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from ..kernel import Rejected
from ..kernel.components import Component
from ..kernel.dimensions import STRICT, derivative
from ..kernel.known_equations import Known
from ..kernel.matrix import Matrix, determinant
from ..kernel.polynomial import Polynomial
from .cofactors import cofactors
from .located_components import local_names
from .plain_trees import PlainTrees
from .polynomial_rings import PolynomialRing
from .solution_moves import is_polynomial
from .written_polynomials import written

Row = list[Fraction]
BITS, SMALL = 96, Fraction(1, 2**48)
EXTRA = 2


def lower_bounds(
    known: Known, trees: PlainTrees, index: int, component: Component, values: Sequence[Polynomial]
) -> Iterator[Any]:
    """A lower bound at a point by a minor, then the one that there is a point; as far as they are found."""
    stated = component.conditions(known.problem, values)
    common = {"component": index, "values": list(map(written, values))}
    strict = trees.all_hold(known, [(value, STRICT.get(relation, relation)) for value, relation in stated])
    if strict is not None:
        minor = minor_at(known, trees, component, values)
        if minor is not None:
            yield {**common, "trees": strict, **minor}
    plain = trees.all_hold(known, stated)
    if plain is not None:
        yield {**common, "trees": plain}


def minor_at(known: Known, trees: PlainTrees, component: Component, values: Sequence[Polynomial]) -> Any:
    """The largest minor, with the equations that others follow from; None if it is not seen not to be zero."""
    names = local_names(component)
    member = component.member(known, names)
    there = dict(zip(names, values, strict=True))
    try:
        functions = [*member.equations, *member.point]
        table = [[member.setting.normal(derivative(f, x).substitute(there)) for x in names] for f in functions]
    except Rejected:
        return None
    numbers = [[middle(known, entry) for entry in row] for row in table]
    rows, columns = independent(numbers)
    count = len(member.equations)
    equations, coordinates = [i for i in rows if i < count], [i - count for i in rows if i >= count]
    others = following(member, equations, there)
    entries = {(i, j): table[row][column] for i, row in enumerate(rows) for j, column in enumerate(columns)}
    value = known.setting.normal(determinant(Matrix(len(rows), len(rows), dict(entries))))
    unequal = trees.holds(known, value, "!=")
    if others is None or unequal is None:
        return None
    minor = {"coordinates": coordinates, "letters": columns}
    return {"letters": names, "equations": equations, "others": others, "minor": minor, "unequal": unequal}


def middle(known: Known, value: Polynomial) -> Fraction:
    """A rational number close to a number; 0 for other expressions."""
    if not known.setting.is_constant(value):
        return Fraction(0)
    lower, upper = known.setting.enclosure(value, BITS)
    return (lower + upper) / 2


def independent(table: Sequence[Row]) -> tuple[list[int], list[int]]:
    """Rows that are independent of those before, and as many columns, up to small errors."""
    reduced, rows, columns = list[tuple[int, Row]](), list[int](), list[int]()
    for i, row in enumerate(table):
        rest = list(row)
        for column, other in reduced:
            factor = rest[column] / other[column]
            rest = [a - factor * b for a, b in zip(rest, other, strict=True)]
        column = max(range(len(rest)), key=lambda j: abs(rest[j]), default=0)
        if rest and abs(rest[column]) > SMALL:
            reduced.append((column, rest))
            rows.append(i)
            columns.append(column)
    return rows, columns


def following(member: Known, chosen: Sequence[int], there: dict[str, Polynomial]) -> Any:
    """Why the other equations follow from the chosen ones near the point; None if that is not seen."""
    found = []
    for k in (k for k in range(len(member.equations)) if k not in chosen):
        part = follows(member, k, chosen, there)
        if part is None:
            return None
        found.append(part)
    return found


def follows(member: Known, k: int, chosen: Sequence[int], there: dict[str, Polynomial]) -> Any:
    """A factor that is not zero at the point, and cofactors."""
    generators = [member.equations[j] for j in chosen]
    letters = sorted({x for e in [member.equations[k], *generators] for x in e.letters})
    if not all(map(is_polynomial, [member.equations[k], *generators])):
        return None
    units = [Polynomial.of(1), *(Polynomial.letter(x) for x in letters if x in there)]
    for unit in units:
        if not member.is_unequal(unit.substitute(there)):
            continue
        pairs = cofactors(PolynomialRing(letters), [unit * member.equations[k]], generators, EXTRA)
        if pairs is not None:
            return [written(unit), [[chosen[j], written(c)] for j, c in pairs[0]]]
    return None
