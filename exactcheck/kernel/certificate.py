"""Certificates: strict JSON, the digest of what is stated, and the check of every step.

A certificate is about one claim and holds one or more runs. A run is the claim at parameters that are numbers or
letters: a problem (declarations) and steps, each a statement with a verdict and a proof.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .comparison import read_point
from .expression import letters_of
from .problem import Problem
from .reading import RATIONAL, Rejected, array, record, require, text
from .speech import sentence, spoken_problem
from .statements import establish, learn

FORMAT = "exactcheck-certificate/1"
SCOPES = ("instance", "exhaustive", "parametric", "general")
UNIVERSAL = (
    *("definiteness", "inertia", "copositivity", "curvature", "critical cone", "critical directions", "isometry"),
    *("first-order growth", "stationary points", "real solutions", "critical points", "sum of squares"),
    *("comparison on a box", "empty set", "implication", "setwise minimum", "coercivity", "flow quantity"),
    *("inertia along", "dimension", "connected components"),
)
ARBITRARY = ("generic", "abstract operator")
LIMITS = {
    "instance": "Nothing is said about other parameters.",
    "exhaustive": "Nothing is said about other parameters; at these, no point is left out.",
    "parametric": "Nothing is said about other sizes; at these, all values that the assumptions allow are covered.",
    "general": "All sizes and all values that the assumptions allow are covered.",
}
READING = "That these formulas say what the words of the paper mean is for the reader to judge."


@dataclass(frozen=True)
class Established:
    """What a certificate has been found to establish."""

    claim: str
    verdict: str
    scope: str
    digest: str
    statements: list[str]


def canonical(value: Any) -> str:
    """JSON with one spelling."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def read(document: str) -> Any:
    """Parse JSON without floats, special numbers and repeated keys."""
    try:
        with long_numbers():
            return json.loads(
                document, parse_float=no_float, parse_constant=no_float, object_pairs_hook=without_repetition
            )
    except (ValueError, RecursionError) as error:
        raise Rejected(f"not a certificate: {error}") from None


@contextmanager
def long_numbers() -> Iterator[None]:
    """Admit integers of more than 4300 digits while a certificate is read and checked."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


def no_float(value: str) -> Any:
    """Reject every number that is not an integer."""
    raise Rejected(f"the number {value} is not exact")


def without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are all different."""
    result = dict(pairs)
    require(len(result) == len(pairs), "an object with a repeated key")
    return result


def digest(claim: Any, runs: list[dict[str, Any]]) -> str:
    """The SHA-256 of everything a certificate states: claim, parameters, problems, statements and verdicts."""
    stated = [
        [run["parameters"], run["problem"], [[step["statement"], step["verdict"]] for step in run["steps"]]]
        for run in runs
    ]
    return sha256(canonical([FORMAT, claim, stated]).encode()).hexdigest()


def check(document: str, expected: str | None = None) -> Established:
    """Check a certificate; raise Rejected, with the place and the reason, unless every step holds."""
    certificate = read(document)
    fields = ("format", "claim", "runs", "verdict", "scope", "digest", "not_established", "engines")
    if isinstance(certificate, dict) and certificate.get("format") != FORMAT:
        raise Rejected(f"the format {certificate.get('format')!r:.60}; this checker reads {FORMAT}")
    _, claim, runs, verdict, scope, stated, limits, engines = record(certificate, *fields)
    checked = [run_checked(k, run) for k, run in enumerate(array(runs))]
    require(len(checked) > 0, "a certificate without runs")
    found = conclusion([(run[0], run[1]) for run in checked])
    require((verdict, scope) == found, f"the runs establish {found[0]}, scope {found[1]}")
    require(limits == f"{LIMITS[scope]} {READING}", "the limits of what is established are not as they should be")
    require(
        isinstance(engines, dict) and all(isinstance(v, str) for v in engines.values()),
        "engines are names and versions",
    )
    actual = digest(text(claim), runs)
    require(stated == actual, f"the digest of the statement is {actual}")
    require(expected in (None, actual), f"the digest of the statement is {actual}, expected {expected}")
    return Established(text(claim), verdict, scope, actual, [line for run in checked for line in run[2]])


def conclusion(runs: list[tuple[str, str]]) -> tuple[str, str]:
    """The verdict and scope that follow from the runs: one refutation refutes; the widest proof counts."""
    verdict = "refuted" if any(found == "refuted" for found, _ in runs) else "proved"
    return verdict, max((scope for found, scope in runs if found == verdict), key=SCOPES.index)


def run_checked(number: int, run: Any) -> tuple[str, str, list[str]]:
    """The verdict and scope of one run, and its statements in words."""
    try:
        with long_numbers():
            return Run(run).check()
    except Rejected as error:
        raise Rejected(f"run {number + 1}: {error}") from None
    except (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError) as error:
        raise Rejected(f"run {number + 1}: malformed ({type(error).__name__}: {error})") from None


class Run:
    """One run of a claim."""

    def __init__(self, run: Any) -> None:
        self.parameters, declarations, witness, self.steps = record(run, "parameters", "problem", "witness", "steps")
        self.declarations = array(declarations)
        self.problem = Problem(declarations)
        self._check_witness(read_point(witness))

    def _check_witness(self, witness: dict[str, Any]) -> None:
        """The assumptions are satisfiable: a statement about no letters at all would be vacuous."""
        needed = self.problem.setting.free_letters()
        require(set(witness) == needed, f"the witness must give values to {sorted(needed)}")
        self.problem.at(witness)

    def check(self) -> tuple[str, str, list[str]]:
        """Check the steps in order; what is proved may be used later."""
        verdicts, lines = [], [spoken_problem(self.parameters, self.declarations)]
        for k, step in enumerate(array(self.steps)):
            statement, verdict, proof = record(step, "statement", "verdict", "proof")
            require("refuted" not in verdicts, "a step after a refuted one")
            self._establish(f"step {k + 1}", statement, verdict, proof)
            if verdict == "proved":
                learn(self.problem, statement)
            verdicts.append(verdict)
            lines.append(f"{verdict}: {sentence(statement)}")
        require(len(verdicts) > 0, "a run without steps")
        verdict = verdicts[-1]
        return verdict, "instance" if verdict == "refuted" else self._scope(), lines

    def _establish(self, place: str, statement: Any, verdict: Any, proof: Any) -> None:
        try:
            establish(self.problem, statement, verdict, proof)
        except Rejected as error:
            raise Rejected(f"{place}: {error}") from None

    def _scope(self) -> str:
        """General if all parameters are letters, sizes among them; parametric if all but the sizes are.

        Otherwise exhaustive if every step is about all points.
        """
        require(isinstance(self.parameters, dict), "the parameters are not an object")
        kinds = {self._parameter_kind(value) for value in self.parameters.values()}
        if "size" in kinds and kinds <= {"size", "parameter"}:
            return "general"
        if "parameter" in kinds and kinds <= {"integer", "parameter"}:
            return "parametric"
        return "exhaustive" if all(map(self._is_universal, self.steps)) else "instance"

    def _parameter_kind(self, value: Any) -> str:
        """An integer, a rational number (as a string), or the role of a free letter of the problem."""
        if type(value) is int:
            return "integer"
        if RATIONAL.fullmatch(text(value)):
            return "rational"
        letter = self.problem.setting.letters.get(value)
        require(letter is not None, f"the parameter {value!r:.40} is neither a number nor a letter")
        return "" if letter is None else letter.role

    def _is_universal(self, step: dict[str, Any]) -> bool:
        """True if the statement is about all points by its kind, or speaks of a point letter or an arbitrary matrix.

        It may do so by the name of a definition.
        """
        points = {x.name for x in self.problem.setting.letters.values() if x.role == "point"}
        names: set[str] = set()
        for item in self.declarations:
            if "define" in item and mentions(item["as"], points, names):
                names.add(item["define"])
        statement = step["statement"]
        universal = statement["kind"] in UNIVERSAL or statement.get("property") == "always"
        return universal or mentions(statement, points, names)


def mentions(expression: Any, letters: set[str], names: set[str]) -> bool:
    """True if one of these letters or names, or an arbitrary matrix or operator, occurs in an expression."""
    if letters & letters_of(expression):
        return True
    return any(part[0] in ARBITRARY or part in [["name", word] for word in names] for part in operations(expression))


def operations(expression: Any) -> Iterator[list[Any]]:
    """The operations that occur in an expression, those in the bodies of functions among them."""
    parts = list(expression.values()) if isinstance(expression, dict) else expression
    if not isinstance(parts, list):
        return
    if parts is expression and parts and isinstance(parts[0], str):
        yield parts
        # the variables of a function come before its body
        parts = parts[2:] if parts[0] == "function" else parts
    for part in parts:
        yield from operations(part)
