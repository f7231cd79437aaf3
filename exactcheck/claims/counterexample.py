"""What refutes a statement, in words, read off the proof that the kernel has accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..kernel.speech import formula, spoken_declaration


def counterexample(proof: Any) -> str:
    """Where the statement fails; empty if it is about numbers, which speak for themselves."""
    if isinstance(proof, list) and all(isinstance(entry, str) for entry in proof):
        return f"it fails in the direction {vector(proof)}"
    if not isinstance(proof, dict):
        return ""
    if "component" in proof or "outside" in proof:
        return of_solutions(proof)
    if "numbers" in proof:
        return of_points(proof)
    if "functional" in proof:
        return "a linear functional that is nonnegative on all squares is negative on it"
    if "iterate" in proof:
        return f"the point after step {proof['iterate']} is not in the region"
    found = [WORDS[key](proof[key]) for key in WORDS if proof.get(key)]
    return "; ".join(filter(None, found))


def of_solutions(proof: dict[str, Any]) -> str:
    """Which solution is in no component, or which component has a point that is no solution."""
    where = f"{WORDS['at'](proof['at'])}, where " if proof.get("at") else ""
    if "outside" in proof:
        left_out = f"{where}{coordinates(proof['point'])} is left out"
        return "; ".join([left_out, *map(spoken_declaration, proof["numbers"])])
    point = f" at the values {vector(proof['values'])} of its letters" if proof["values"] else ""
    return f"{where}component {proof['component'] + 1} does not belong to them{point}"


def of_points(proof: dict[str, Any]) -> str:
    """At which points a statement about sets of points fails, or along which arc."""
    found = [WORDS["at"](proof["at"])] if proof.get("at") else []
    if "arc" in proof:
        arc = proof["arc"]
        found.append(f"it fails along {coordinates(arc['arc'])} as {arc['letter']} grows")
    points = [coordinates(proof[key]) for key in ("point", "other") if key in proof]
    found += [f"it fails at the point{'s' if len(points) > 1 else ''} {' and '.join(points)}"] if points else []
    return "; ".join([*found, *map(spoken_declaration, proof["numbers"])]) if found else ""


def coordinates(point: list[Any]) -> str:
    """A point whose coordinates are numbers or expressions in the kernel's notation."""
    return vector([entry if isinstance(entry, str) else formula(entry) for entry in point])


def vector(entries: Any) -> str:
    """A vector as a row; parts that are no numbers in the kernel's notation."""
    return f"({', '.join(map(str, entries))})"


def along(arc: list[list[str]]) -> str:
    """A polynomial arc, coordinate by coordinate."""
    return vector([" + ".join(power(c, k) for k, c in enumerate(series, 1) if c != "0") or "0" for series in arc])


def power(coefficient: Any, exponent: int) -> str:
    """One term of an arc."""
    letter = "t" if exponent == 1 else f"t^{exponent}"
    return letter if coefficient == "1" else f"{coefficient} {letter}"


WORDS: dict[str, Callable[[Any], str]] = {
    "at": lambda values: f"it fails at {', '.join(f'{name} = {value}' for name, value in values.items())}",
    "point": lambda point: f"the step begins at {vector(point)}",
    "where": lambda point: f"it fails at the point {vector(point)}",
    "coordinates": lambda point: f"the two sets differ at {vector(point)}",
    "value": lambda point: f"it is negative at {vector(point)}",
    "step": lambda step: f"it has the size {step}" if isinstance(step, str) else "",
    "arc": lambda arc: f"the function falls, or does not grow, along the displacement {along(arc)}, t > 0",
    "direction": lambda direction: f"it fails in the direction {vector(direction)}",
    "violated": lambda factors: "it fails at the matrix that the certificate names",
    "smaller": lambda constant: f"the smaller constant {constant} will do",
    "larger": lambda constant: f"the larger constant {constant} will do",
}
