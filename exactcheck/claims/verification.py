"""`verify`: one claim on one's own instance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..exact.errors import InputError
from .claim import Claim
from .collection import Collected, collect_all, find
from .hypotheses import OutOfScope
from .limited_runs import decided_within
from .limits import Limits
from .result import Result
from .run import build

UNLIMITED = Limits()


@dataclass(frozen=True)
class Results:
    """The results of all parts of a label: refuted if one is, proved if all are.

    `outside` says of the other parts, by their names, which of their hypotheses the values violate.
    """

    parts: tuple[Result, ...]
    outside: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        raise TypeError(f"results ({self.verdict}) have no truth value; compare the verdict")

    def __iter__(self) -> Any:
        return iter(self.parts)

    @property
    def verdict(self) -> str:
        """The verdict on all parts together."""
        found = [part.verdict for part in self.parts]
        if "refuted" in found:
            return "refuted"
        return "proved" if set(found) == {"proved"} else "undecided"

    def to_json(self) -> list[dict[str, Any]]:
        """The results as they stand in `--json` output."""
        return [part.to_json() for part in self.parts]

    def __repr__(self) -> str:
        outside = [f"<{name}: out of its scope, {reason}>" for name, reason in self.outside.items()]
        return "\n".join([*map(repr, self.parts), *outside])


def verify(
    name: str, /, *, time: float | None = None, memory: int | None = None, **parameters: Any
) -> Result | Results:
    """Decide a claim for values of its parameters; a parameter that is given the value "letter" stands for all values.

    `name` is paper/label or paper/label/part. The result of a label with several parts is a sequence of results, of
    those parts whose hypotheses the values satisfy. A part that takes more than `time` seconds or `memory` megabytes is
    undecided.

    Raises InputError if there is no such claim, if a value is missing or outside its domain, if a limit is not
    positive, and (as OutOfScope) if the values violate a hypothesis of every part.

    >>> verify("zhang-2025/theorem-2", n=3, r=1, r_star=1, alpha="1/2", epsilon="1/10").verdict
    'proved'
    """
    limits = Limits(time, memory)
    papers = collect_all()
    claims = find(name, papers)
    results = verified_parts(name, claims, parameters, papers, limits)
    return results.parts[0] if len(claims) == 1 else results


def verified_parts(
    name: str,
    claims: Sequence[Claim],
    parameters: dict[str, Any],
    papers: list[Collected],
    limits: Limits = UNLIMITED,
) -> Results:
    """The results of all parts of a label, each at the values of the parameters that it has.

    Raises InputError for a parameter that no part has, OutOfScope if the values are outside the scope of every part.
    """
    known = {parameter: None for claim in claims for parameter in claim.domains}
    unknown = [parameter for parameter in parameters if parameter not in known]
    if unknown:
        raise InputError(f"unknown parameter {', '.join(unknown)}; {name} takes {', '.join(known) or 'none'}")
    parts, outside = [], {}
    for claim in claims:
        try:
            parts.append(verified(claim, {k: v for k, v in parameters.items() if k in claim.domains}, papers, limits))
        except OutOfScope as reason:
            outside[claim.name] = str(reason)
    if not parts:
        raise OutOfScope(next(iter(outside.values())))
    return Results(tuple(parts), outside)


def verified(claim: Claim, parameters: dict[str, Any], papers: list[Collected], limits: Limits = UNLIMITED) -> Result:
    """The result of one claim at these values."""
    if claim.function is None:
        return Result(claim, ())
    values = {**claim.defaults, **parameters}
    missing = [name for name in claim.domains if name not in values]
    if missing:
        kinds = ", ".join(f"{name} ({claim.domains[name].name})" for name in missing)
        raise InputError(f'{claim.name}: no value for {kinds}; give a value, or "letter" for all values at once')
    known = {name: value for name, value in values.items() if not (isinstance(value, str) and value == "letter")}
    return Result(claim, (decided_within(build(claim, known), limits),))
