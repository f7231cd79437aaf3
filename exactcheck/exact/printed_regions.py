"""Statements about regions, flows and infinity as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .printing import TEXT, formula, of_equations, render
from .statement import Statement

CHANGES = {"=": "constant", "<=": "nonincreasing", ">=": "nondecreasing", "<": "decreasing", ">": "increasing"}


def inequalities(pairs: Any) -> str:
    """Conditions by the bodies of their functions."""
    return ", ".join(f"{render(function.arguments[1], TEXT)} {relation} 0" for function, relation in pairs)


def implication(statement: Statement) -> str:
    """What holds where, or everywhere."""
    conditions = inequalities(statement["conditions"])
    where = f"wherever {conditions}" if conditions else "everywhere"
    return f"{where}: {inequalities(statement['conclusions'])}"


def setwise_minimum(statement: Statement) -> str:
    """A pair (S, U) and what it certifies."""
    words = [word for word in ("spurious", "strict") if statement[word]]
    kind = " ".join(["a", *words, "setwise local minimum"]) + (" at infinity" if statement["unbounded"] else "")
    sets = (f"{name} = {{{inequalities(statement[field])}}}" for name, field in (("S", "set"), ("U", "around")))
    f, q = (formula(statement[field]) for field in ("function", "denominator"))
    f = f if getattr(statement["denominator"].arguments[1], "value", None) == 1 else f"({f}) / ({q})"
    return f"(S, U) is a certificate that S is {kind} of {f}, where {' and '.join(sets)}"


def flow_quantity(statement: Statement) -> str:
    """How a quantity changes."""
    q, conditions = render(statement["quantity"].arguments[1], TEXT), inequalities(statement["conditions"])
    change, where = CHANGES[statement["relation"]], f" wherever {conditions}" if conditions else ""
    return f"{q} is {change} along the gradient flow of {formula(statement['function'])}{where}"


def gradient_descent(statement: Statement) -> str:
    """Where a run is."""
    steps, start = statement["steps"], render(statement["start"], TEXT)
    which = "at the start and after every step" if statement["iterates"] == "all" else "at the end"
    run = f"{steps} step{'s' if steps != 1 else ''} of size {formula(statement['step'])} from ({start})"
    f = formula(statement["function"])
    return f"gradient descent for {f}, {run}: {inequalities(statement['region'])} {which}"


def comparison_on_a_box(statement: Statement) -> str:
    """What holds for which values of the variables."""
    function = statement["function"]
    names = [variable.arguments[0] for variable in function.variables]
    ranges = ", ".join(_range(name, *side) for name, side in zip(names, statement["box"], strict=True))
    return f"{render(function.arguments[1], TEXT)} {statement['relation']} 0 for all {ranges}"


def _range(name: str, lower: Any, upper: Any) -> str:
    if lower is not None and upper is not None:
        return f"{name} in [{lower}, {upper}]"
    if lower is None and upper is None:
        return f"real {name}"
    return f"{name} >= {lower}" if upper is None else f"{name} <= {upper}"


def point_set(points: dict[str, Any]) -> str:
    """A set of points."""
    ((kind, content),) = points.items()
    if kind == "critical points":
        return f"the critical points of {formula(content)}"
    if kind == "components":
        return ", ".join(map(formula, content)) or "the empty set"
    return f"the real solutions {of_equations(content)}"


def size_of_points(what: str, statement: Statement) -> str:
    """What is said of the dimension, or of the number of connected components."""
    relation = {"=": "is", ">=": "is at least", "<=": "is at most"}[statement["relation"]]
    return f"the {what} of {point_set(statement['set'])} {relation} {statement['number']}"


SENTENCES: dict[str, Callable[[Statement], str]] = {
    "empty set": lambda s: f"no point has {inequalities(s['conditions'])}",
    "implication": implication,
    "setwise minimum": setwise_minimum,
    "coercivity": lambda s: f"{formula(s['function'])} is coercive",
    "flow quantity": flow_quantity,
    "gradient descent": gradient_descent,
    "comparison on a box": comparison_on_a_box,
    "dimension": lambda s: size_of_points("dimension", s),
    "connected components": lambda s: size_of_points("number of connected components", s),
}
