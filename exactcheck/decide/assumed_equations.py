"""Comparisons modulo assumed equations: their multiples are taken away before the rest is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..kernel.polynomial import Polynomial
from .cofactors import cofactors, divided
from .context import Context
from .polynomial_rings import PolynomialRing
from .positivity import positivity
from .solution_moves import is_polynomial
from .written_polynomials import written

BASIS = (100, 500, 500)
EXTRA = 2


def modulo_equations(context: Context, differences: Sequence[Polynomial], relation: str) -> Any:
    """A proof of difference relation 0 for each difference, by remainders modulo the assumed equations, or None."""
    equations = [context.setting.normal(equation) for equation in context.kernel.equations]
    if not equations or not all(map(is_polynomial, [*equations, *differences])):
        return None
    ring = PolynomialRing({x for p in [*equations, *differences] for x in p.letters})
    basis = ring.groebner_basis(equations, BASIS)
    rests = [divided(ring, difference, basis)[0] for difference in differences]
    multiples = [difference - rest for difference, rest in zip(differences, rests, strict=True)]
    found = cofactors(ring, multiples, equations, EXTRA)
    then = None if found is None else remaining(context, rests, relation)
    if found is None or then is None:
        return None
    return {"modulo": [[[k, written(c)] for k, c in pairs] for pairs in found], "then": then}


def remaining(context: Context, rests: Sequence[Polynomial], relation: str) -> Any:
    """A proof of rest relation 0 for each remainder, or None."""
    if relation == "=":
        return "expansion" if all(map(context.setting.is_zero, rests)) else None
    proofs = [positivity(context.setting, rest, relation == ">") for rest in rests]
    return None if None in proofs else proofs
