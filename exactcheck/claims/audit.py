"""The audit: every claim decided at its recorded runs, from the ledger where nothing has changed, and every certificate
checked again by the kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ..exact.errors import InputError
from ..kernel import Rejected, check
from .claim import Claim
from .collection import Collected, collect, repaired_name
from .ledger import Ledger
from .limited_runs import LimitReached, outcomes_within
from .limits import Limits
from .processes import in_processes
from .result import Result, outcome_from_json, outcome_to_json, written_parameters
from .run import Built, Outcome, StepListener, build, decide_run


@dataclass(frozen=True)
class Task:
    """One run of one claim."""

    folder: Path
    claim: Claim
    number: int

    @property
    def values(self) -> dict[str, Any]:
        """The values of the parameters that are not letters."""
        return self.claim.runs[self.number]


@dataclass(frozen=True)
class Progress:
    """How far an audit is: runs done and in all, and the run that has just ended."""

    done: int
    total: int
    claim: str
    verdict: str


Listener = Callable[[Progress], None]
UNLIMITED = Limits()


class ClaimError(InputError):
    """A claim cannot be run as recorded; the message names the claim and the run."""


def tasks(papers: list[Collected], claims: list[Claim]) -> list[Task]:
    """All runs of the claims, in order."""
    wanted = {claim.name for claim in claims}
    return [
        Task(paper.folder, claim, k)
        for paper in papers
        for claim in paper.claims
        if claim.name in wanted
        for k in range(len(claim.runs))
    ]


def built(task: Task) -> Built:
    """The statements of a run.

    Raises ClaimError if the claim's function fails, or if a sample of its own is outside its hypotheses.
    """
    with naming(task):
        return build(task.claim, task.values)


@contextmanager
def naming(task: Task) -> Iterator[None]:
    """Within the block an error names the claim and the run."""
    values = written_parameters({name: name for name in task.claim.domains} | task.values)
    place = f"{task.claim.name}, run {task.number + 1} ({values})"
    try:
        yield
    except (InputError, RecursionError) as error:
        raise ClaimError(f"{place}: {error}") from error
    except Exception as error:
        error.add_note(place)
        raise


def audit(
    papers: list[Collected],
    claims: list[Claim],
    ledger: Ledger,
    *,
    fresh: bool = False,
    jobs: int = 1,
    limits: Limits = UNLIMITED,
    listen: Listener = lambda progress: None,
) -> list[Result]:
    """Decide all runs of the claims and write their certificates.

    A run that the ledger knows is not decided again unless `fresh`. Each outcome is kept as soon as it is there, so
    that an interrupted audit goes on where it stopped. The results do not depend on `jobs`. A run that reaches one of
    the `limits` is undecided, which is not kept: the next audit tries it again.
    """
    todo = tasks(papers, claims)
    outcomes: dict[tuple[str, int], Outcome] = {}
    for task, outcome in decided(todo, ledger, fresh, jobs, limits):
        place = (task.claim.name, task.number)
        outcomes[place] = outcome
        listen(Progress(len(outcomes), len(todo), task.claim.name, outcome.verdict))
    return [written(result, ledger) for result in results(papers, claims, outcomes)]


def decided(todo: list[Task], ledger: Ledger, fresh: bool, jobs: int, limits: Limits) -> Iterator[tuple[Task, Outcome]]:
    """The outcomes of all tasks as they come: first what the ledger knows, then what is decided now."""
    missing = {}
    for task, run in {task: built(task) for task in todo}.items():
        known = None if fresh else ledger.get(run)
        if known is None:
            missing[task] = run
        else:
            yield task, known
    for task, outcome in decided_now(missing, jobs, limits):
        if not isinstance(outcome, LimitReached):
            ledger.put(missing[task], outcome)
        yield task, outcome


def decided_now(todo: dict[Task, Built], jobs: int, limits: Limits) -> Iterator[tuple[Task, Outcome]]:
    """Decide tasks, within limits if there are any."""
    if limits.given:
        return outcomes_within(
            {task: (run, partial(outcome_of, task, run)) for task, run in todo.items()}, limits, jobs
        )
    return side_by_side(list(todo), jobs) if jobs > 1 and len(todo) > 1 else in_order(todo)


def in_order(todo: dict[Task, Built]) -> Iterator[tuple[Task, Outcome]]:
    """Decide one task after the other."""
    for task, run in todo.items():
        yield task, outcome_of(task, run)


def outcome_of(task: Task, run: Built, *listening: StepListener) -> Outcome:
    """Decide one task."""
    with naming(task):
        return decide_run(run, *listening)


def side_by_side(todo: list[Task], jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """Decide tasks in parallel processes, which find the claims again by their folder and name."""
    places = [(str(task.folder), task.claim.name, task.number) for task in todo]
    for number, text in in_processes(decide_elsewhere, places, jobs):
        yield todo[number], outcome_from_json(text)


def decide_elsewhere(folder: str, name: str, number: int) -> str:
    """Decide one run in a process of its own."""
    claim = next(claim for claim in collect(Path(folder)).claims if claim.name == name)
    task = Task(Path(folder), claim, number)
    return outcome_to_json(outcome_of(task, built(task)))


def results(papers: list[Collected], claims: list[Claim], outcomes: dict[tuple[str, int], Outcome]) -> list[Result]:
    """The results of the claims, with the claims that repair them."""
    repaired = {repaired_name(claim): claim.name for paper in papers for claim in paper.claims if claim.repairs}
    return [
        Result(
            claim,
            tuple(outcomes[claim.name, k] for k in range(len(claim.runs)) if (claim.name, k) in outcomes),
            repaired.get(claim.name),
        )
        for claim in claims
    ]


def known_results(papers: list[Collected], claims: list[Claim], ledger: Ledger) -> list[Result]:
    """What the ledger knows of the claims, without deciding anything."""
    found = {}
    for task in tasks(papers, claims):
        outcome = ledger.get(built(task))
        if outcome is not None:
            found[task.claim.name, task.number] = outcome
    return [placed(result, ledger) for result in results(papers, claims, found)]


def placed(result: Result, ledger: Ledger) -> Result:
    """The result with the path of its certificate, if that is there."""
    if result.certificate is None or not ledger.certificate_path(result).exists():
        return result
    return replace(result, path=str(ledger.certificate_path(result)))


def written(result: Result, ledger: Ledger) -> Result:
    """The result with its certificate written."""
    return result if result.certificate is None else replace(result, path=str(ledger.write_certificate(result)))


def recheck(result: Result) -> str:
    """Empty if the kernel accepts the certificate as it stands on disk, otherwise its reason."""
    if result.path is None:
        return ""
    assert result.certificate is not None, "only certificates are written"
    try:
        check(Path(result.path).read_text(encoding="utf-8"), result.certificate["digest"])
    except (Rejected, OSError, UnicodeDecodeError) as reason:
        return str(reason)
    return ""
