"""What refutes a statement, in words, read off the proof that the kernel has accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def counterexample(proof: Any) -> str:
    """Where the statement fails; empty if it is about numbers, which speak for themselves."""
    if isinstance(proof, list) and all(isinstance(entry, str) for entry in proof):
        return f"it fails in the direction {vector(proof)}"
    if not isinstance(proof, dict):
        return ""
    found = [WORDS[key](proof[key]) for key in WORDS if proof.get(key)]
    return "; ".join(filter(None, found))


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
    "coordinates": lambda point: f"the two sets differ at {vector(point)}",
    "step": lambda step: f"it has the size {step}" if isinstance(step, str) else "",
    "arc": lambda arc: f"the function falls, or does not grow, along the displacement {along(arc)}, t > 0",
    "direction": lambda direction: f"it fails in the direction {vector(direction)}",
    "violated": lambda factors: "it fails at the matrix that the certificate names",
    "smaller": lambda constant: f"the smaller constant {constant} will do",
    "larger": lambda constant: f"the larger constant {constant} will do",
}
