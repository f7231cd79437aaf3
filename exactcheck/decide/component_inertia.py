"""The inertia of the Hessian along a component, by the characteristic polynomial modulo the equations."""

from __future__ import annotations

from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.component_inertia import (
    Inertia,
    Reduction,
    refute_inertia_along,
    stated,
    the_component,
)
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.stationary_sets import value as value_at
from .cofactors import cofactors
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .ideal_members import EXTRA
from .inertia_trees import InertiaTrees
from .located_components import local_names
from .number_letters import NumberLetters, sharpened
from .polynomial_rings import BASIS, PolynomialRing
from .real_solutions import SIMPLE, TRIALS
from .solution_moves import is_polynomial, relations
from .written_polynomials import written


def decide_inertia_along(context: Context, statement: Statement) -> Decision:
    """Proved by the signs of the coefficients of the characteristic polynomial; refuted at simple points."""
    content = context.problem.state(statement)
    found, proof = inertia_along(sharpened(Known(context.kernel)), content)
    if found == stated(content):
        return proved(proof)
    at = {x: str(v) for x, v in next(context.points(), {}).items()}
    count = len(the_component(content).letters)
    for values in islice(product(SIMPLE, repeat=count), TRIALS):
        counterexample = {"at": at, "numbers": [], "values": list(values)}
        try:
            refute_inertia_along(context.kernel, content, counterexample)
        except Rejected:
            continue
        return refuted(counterexample)
    return undecided("whether the Hessian has this inertia at all points of the component")


def inertia_along(known: Known, content: dict[str, Any]) -> tuple[Inertia | None, Any]:
    """The inertia at an arbitrary point of a component with its proof; None if it is not seen to be the same at all."""
    component = the_component(content)
    names = local_names(component)
    numbers = NumberLetters({*known.setting.letters, *known.problem.definitions, *component.letters, *names})
    try:
        member = component.member(known, names)
        combinations = basis_of(member)
        for pairs in combinations:
            member = member.supposing(member.combination([[k, written(c)] for k, c in pairs]), "=")
        found, tree = InertiaTrees(numbers, content["function"]).tree(member)
    except Rejected:
        return None, None
    if combinations:
        tree = {"combine": [[[k, written(c)] for k, c in pairs] for pairs in combinations], "then": tree}
    return found, {"numbers": list(numbers.declarations.values()), "letters": names, "tree": tree}


def value_along(known: Known, content: dict[str, Any]) -> Polynomial | None:
    """The value of the function at all points of a component; None if it is not seen to be one number."""
    component = the_component(content)
    try:
        member = component.member(known, local_names(component))
        for pairs in basis_of(member):
            member = member.supposing(member.combination([[k, written(c)] for k, c in pairs]), "=")
        found = Reduction(member)(value_at(member.problem, content["function"], list(member.point)))
    except Rejected:
        return None
    return found if member.setting.is_constant(found) else None


def basis_of(member: Known) -> list[list[tuple[int, Polynomial]]]:
    """A Groebner basis of the equations of a component as combinations of these; empty if it is not found."""
    plain = [(k, e) for k, e in enumerate(member.equations) if e.letters and is_polynomial(e)]
    letters = {x for _, e in plain for x in e.letters}
    generators = [e for _, e in plain] + relations(member, letters)
    ring = PolynomialRing(letters)
    basis = [g for g in ring.groebner_basis(generators, BASIS) if g not in generators]
    found = cofactors(ring, basis, generators, EXTRA) if basis else None
    return [[(plain[k][0], c) for k, c in pairs if k < len(plain)] for pairs in found or []]
