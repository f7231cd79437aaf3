"""What is known of the letters of a case, as conditions of a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..kernel.known_equations import Known, extended
from ..kernel.polynomial import Polynomial
from ..kernel.setting import FREE
from .signs_between_ends import bounds

Conditions = list[tuple[Polynomial, str]]


def conditions_of(known: Known, unknowns: Sequence[str]) -> Conditions:
    """What must not be zero, and inequalities, each once; those of letters alone come first."""
    setting, allowed = known.setting, set(unknowns)
    unequal = [Polynomial.letter(x) for x in unknowns if setting.letters[x].nonzero]
    unequal += [p for p in known.unequal if len(p.terms) > 1]
    found: Conditions = [(p, "!=") for p in unequal if not is_signed(known, p)]
    found += [(fact.polynomial, ">") for fact in setting.facts if fact.strict]
    strict = {value for value, _ in found}
    found += [(f.polynomial, ">=") for f in setting.facts if not f.strict and f.polynomial not in strict]
    own = [(p, r) for p, r in found if p.letters & allowed and foreign(known, p) <= allowed]
    return sorted(dict.fromkeys(own), key=lambda condition: len(condition[0].terms))


def foreign(known: Known, value: Polynomial) -> set[str]:
    """The letters that are no numbers."""
    return {x for x in value.letters if known.setting.letters[x].role in FREE}


def is_signed(known: Known, value: Polynomial) -> bool:
    """True if it is known to be positive, or negative."""
    return known.setting.is_positive(value) or known.setting.is_positive(-value)


def is_linear(value: Polynomial) -> bool:
    """True if all terms have degree one, or none."""
    return all(sum(k for _, k in m) <= 1 and all(k > 0 for _, k in m) for m in value.terms)


def is_loose(known: Known, value: Polynomial) -> bool:
    """True for a bound of a letter when a closer one is known, as a strict inequality."""
    if len(foreign(known, value)) != 1 or not is_linear(value):
        return False
    (letter,) = foreign(known, value)
    slope = value.coefficients(letter)[1].constant
    end = bounds(known, letter)[0 if slope is not None and slope > 0 else 1]
    return end is not None and bool(slope) and bool(known.setting.normal(value.substitute({letter: end})))


def free(known: Known) -> Known:
    """The same without facts that are not linear, which a conclusion must not be drawn from."""
    other = replace(known, problem=extended(known.problem))
    other.setting.facts = [fact for fact in other.setting.facts if is_linear(fact.polynomial)]
    unequal = tuple(value for value in known.unequal if is_linear(value))
    return replace(other, unequal=unequal)
