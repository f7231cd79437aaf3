"""Coercivity of a polynomial: f(x) -> infinity as ||x|| -> infinity; equivalently, every sublevel set is bounded.

It is shown by one bound for all levels t: f(x) <= t implies q ||x||^(2k) <= b(t) with a number q > 0. An unbounded arc
on which f stays below a number refutes it. Where letters occur, q and b may depend on them, as f does.
"""

from __future__ import annotations

from typing import Any

from .arcs import cleared, read_arc
from .contradictions import require_holds
from .known_equations import Known
from .polynomial import Polynomial
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, name, record
from .real_solutions import with_numbers
from .semialgebraic_sets import arbitrary_point, require_polynomial, squared_norm, value_at
from .stationary_points import valued_problem

Statement = dict[str, Any]
MOST_POWER = 20


def prove_coercivity(problem: Problem, statement: Statement, proof: Any) -> None:
    """q is an expression in the letters of the problem, b in these and in t: they are evaluated before there is an x.

    So for every real number t the sublevel set {f <= t} lies in a ball whose radius depends on t and the letters alone.
    If f did not tend to infinity at some values of the letters, there would be points with ||x|| -> infinity on which f
    stays below some t.
    """
    numbers, scale, level, names, power, bound, tree = record(
        proof, "numbers", "scale", "level", "point", "power", "bound", "tree"
    )
    known = Known(with_numbers(problem, numbers))
    expression, positive = array(scale, 2)
    q = known.setting.normal(known.problem.scalar(expression))
    require_positive(known.problem, q, True, positive)
    known = known.declaring(name(level))
    b = known.setting.normal(known.problem.scalar(bound))
    function = known.problem.function(statement["function"])
    known = arbitrary_point(known, names, len(function.variables))
    below = Polynomial.letter(level) - value_at(known.problem, function, known.point)
    difference = b - q * squared_norm(known.point) ** integer(power, 1, MOST_POWER)
    require_holds(known.supposing(below, ">="), difference, ">=", tree)


def refute_coercivity(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters: on an unbounded arc f is at most a number, which does not depend on the arc."""
    values, numbers, arc, bound, tree = record(proof, "at", "numbers", "arc", "bound", "tree")
    known = Known(with_numbers(valued_problem(problem, values), numbers))
    c = known.setting.normal(known.problem.scalar(bound))
    function = known.problem.function(statement["function"])
    require_polynomial(known.problem, function)
    known, letter = read_arc(known, arc, len(function.variables))
    excess = value_at(known.problem, function, known.point) - c
    require_holds(known, cleared(excess, letter), "<=", tree)
