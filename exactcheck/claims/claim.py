"""A claim: what a paper states, as a function that yields the statements to be decided."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..exact.errors import InputError
from .domains import Domain
from .paper import Paper, slug
from .paper_code import paper_code

if TYPE_CHECKING:
    from .choice import Choice
    from .request import Request

VERDICTS = ("proved", "refuted", "undecided", "not checkable")
SCOPES = ("instance", "exhaustive", "parametric", "general")
REFUTED_FINDINGS = ("false as stated", "missing hypothesis", "misprint", "depends on the reading")
FINDINGS = (
    "holds",
    "holds and the constant is sharp",
    "holds and the constant is loose",
    *REFUTED_FINDINGS,
    "not checkable",
)


@dataclass(frozen=True)
class Claim:
    """A statement of a paper with what the audit prints about it.

    - label, part, where: its number in the paper, which part of it this is, and where it is printed;
    - records: what other lists call it;
    - statement: the statement as printed, in LaTeX or words;
    - reading: how it is read, where the text allows more than one reading;
    - verdict, scope: what is recorded here, to be compared with what is decided;
    - finding: for a refuted claim, what is wrong with it;
    - constant: the printed constant that the claim is about, if it is: is it valid, and is it the best possible one?
    - repairs: the claim (of the same paper) whose statement this one repairs;
    - uses: claims that the paper's proof relies on;
    - reason: why it is not checkable;
    - function: yields the statements; `runs` are the values of its parameters to decide it for, missing ones being
      letters;
    - choose: finds complete parameters for a request that leaves some open; see `choice`.
    """

    paper: Paper
    label: str
    part: str = ""
    where: str = ""
    records: tuple[str, ...] = ()
    statement: str = ""
    reading: str = ""
    verdict: str = "proved"
    scope: str = "instance"
    finding: str = ""
    constant: str = ""
    repairs: str = ""
    uses: tuple[str, ...] = ()
    reason: str = ""
    function: Callable[..., Iterable[Any]] | None = None
    runs: tuple[dict[str, Any], ...] = field(default=(), hash=False)
    choose: Callable[[Request], Choice] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        for name, found, allowed in (
            ("verdict", self.verdict, VERDICTS),
            ("scope", self.scope, SCOPES),
            ("finding", self.finding, ("", *REFUTED_FINDINGS)),
        ):
            if found not in allowed:
                raise InputError(f"{self.name}: {name}={found!r} is none of {', '.join(filter(None, allowed))}")
        if not slug(self.label):
            raise InputError(f"label: {self.label!r} has neither letters from a to z nor digits to name the claim by")
        if (self.function is None) != (self.verdict == "not checkable") or (self.function is None and not self.reason):
            raise InputError(f"{self.name}: a claim has a function, or is not checkable for a reason")
        if self.function is not None and not self.runs:
            raise InputError(f"{self.name}: a claim has at least one sample, parametric or general run")

    @property
    def name(self) -> str:
        """paper/label or paper/label/part."""
        return "/".join(filter(None, (self.paper.key, slug(self.label), slug(self.part))))

    @property
    def domains(self) -> dict[str, Domain]:
        """The domain of each parameter, from the annotations of the function."""
        if self.function is None:
            return {}
        parameters = annotated(self.function).parameters
        for name, parameter in parameters.items():
            if not isinstance(parameter.annotation, Domain):
                raise InputError(f"{self.name}: the parameter {name} has no domain such as Integer or Positive")
        return {name: parameter.annotation for name, parameter in parameters.items()}

    @property
    def defaults(self) -> dict[str, Any]:
        """The default values of parameters."""
        return {} if self.function is None else defaults(self.function)


def annotated(function: Callable[..., Any]) -> inspect.Signature:
    """The signature of a claim's function, its annotations evaluated.

    Raises CodeError if they cannot be.
    """
    file = Path(inspect.getfile(function))
    with paper_code(f"{file}: the parameters of {function.__name__}", file.parent):
        return inspect.signature(function, eval_str=True)


def defaults(function: Any) -> dict[str, Any]:
    """The default values of the parameters of a claim's function."""
    if isinstance(function, Claim):
        raise InputError(f"{function.name}: samples and other runs stand below @claim(...), not above it")
    parameters = inspect.signature(function).parameters.values()
    return {p.name: p.default for p in parameters if p.default is not inspect.Parameter.empty}


class ClaimDecorator:
    """`claim(paper, label, ...)` makes a claim of a function; `claim.sample(...)` says what to decide it for."""

    def __call__(
        self, paper: Paper, label: str, *, record: str | tuple[str, ...] = (), repairs: str = "", **about: Any
    ) -> Callable[[Callable[..., Iterable[Any]]], Claim]:
        """Declare the function a claim of the paper."""
        records = (record,) if isinstance(record, str) else tuple(record)

        def decorate(function: Callable[..., Iterable[Any]]) -> Claim:
            runs = tuple(getattr(function, "exactcheck_runs", ()))
            description = about.pop("statement", "") or inspect.getdoc(function) or ""
            return Claim(
                paper,
                label,
                records=records,
                repairs=repairs,
                statement=description,
                function=function,
                runs=runs,
                choose=getattr(function, "exactcheck_choose", None),
                **about,
            )

        return decorate

    def sample(self, **values: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decide the claim for these values of all its parameters; those left out have their default values."""

        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            return _adding({**defaults(function), **values})(function)

        return decorate

    def parametric(self, **sizes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decide the claim for these sizes; the other parameters stay letters."""
        return _adding(sizes)

    def general(self) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decide the claim with letters for all its parameters."""
        return _adding({})

    def choose(self, chooser: Callable[[Request], Choice]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Find complete parameters by this function where `exactcheck counterexample` is given only some."""

        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            function.exactcheck_choose = chooser  # type: ignore[attr-defined]
            return function

        return decorate

    def not_checkable(
        self, paper: Paper, label: str, *, record: str | tuple[str, ...], reason: str, **about: Any
    ) -> Claim:
        """A statement of the paper that no exact check can decide, with the reason."""
        records = (record,) if isinstance(record, str) else tuple(record)
        return Claim(paper, label, records=records, verdict="not checkable", reason=reason, **about)


def _adding(values: dict[str, Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        if isinstance(function, Claim):
            raise InputError(f"{function.name}: samples and other runs stand below @claim(...), not above it")
        runs = [values, *getattr(function, "exactcheck_runs", [])]
        function.exactcheck_runs = runs  # type: ignore[attr-defined]
        return function

    return decorate


claim = ClaimDecorator()
