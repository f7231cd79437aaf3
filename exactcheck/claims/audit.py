"""The audit: every claim decided at its recorded runs, from the ledger where nothing has changed, and every certificate
checked again by the kernel.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..exact.errors import InputError
from ..kernel import Rejected, check
from .claim import Claim
from .collection import Collected, collect, repaired_name
from .ledger import Ledger, run_key
from .result import Result, outcome_from_json, outcome_to_json
from .run import Built, Outcome, build, decide_run


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

    Raises ClaimError if the claim's function fails, or if its own sample is out of its scope.
    """
    try:
        return build(task.claim, task.values)
    except (Exception, SystemExit) as error:
        kind = "" if isinstance(error, InputError) else f"{type(error).__name__}: "
        raise ClaimError(f"{task.claim.name}, run {task.number + 1} ({task.values}): {kind}{error}") from error


def audit(
    papers: list[Collected],
    claims: list[Claim],
    ledger: Ledger,
    *,
    fresh: bool = False,
    jobs: int = 1,
    listen: Listener = lambda progress: None,
) -> list[Result]:
    """Decide all runs of the claims and write their certificates.

    A run that the ledger knows is not decided again unless `fresh`. Each outcome is kept as soon as it is there, so
    that an interrupted audit goes on where it stopped. The results do not depend on `jobs`.
    """
    todo = tasks(papers, claims)
    outcomes: dict[tuple[str, int], Outcome] = {}
    keys = {(task.claim.name, task.number): run_key(built(task)) for task in todo}
    for task, outcome in decided(todo, keys, ledger, fresh, jobs):
        place = (task.claim.name, task.number)
        outcomes[place] = outcome
        listen(Progress(len(outcomes), len(todo), task.claim.name, outcome.verdict))
    return [written(result, ledger) for result in results(papers, claims, outcomes)]


def decided(
    todo: list[Task], keys: dict[tuple[str, int], str], ledger: Ledger, fresh: bool, jobs: int
) -> Iterator[tuple[Task, Outcome]]:
    """The outcomes of all tasks as they come: first what the ledger knows, then what is decided now."""
    missing = []
    for task in todo:
        known = None if fresh else ledger.get(keys[task.claim.name, task.number])
        if known is None:
            missing.append(task)
        else:
            yield task, known
    source = in_processes(missing, jobs) if jobs > 1 and len(missing) > 1 else in_order(missing)
    for task, outcome in source:
        ledger.put(keys[task.claim.name, task.number], task.claim.name, outcome)
        yield task, outcome


def in_order(todo: list[Task]) -> Iterator[tuple[Task, Outcome]]:
    """Decide one task after the other."""
    for task in todo:
        yield task, decide_run(built(task))


def in_processes(todo: list[Task], jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """Decide tasks in parallel processes, which find the claims again by their folder and name."""
    with ProcessPoolExecutor(min(jobs, len(todo)), mp_context=multiprocessing.get_context("spawn")) as pool:
        pending: dict[Future[str], Task] = {
            pool.submit(decide_elsewhere, str(task.folder), task.claim.name, task.number): task for task in todo
        }
        try:
            while pending:
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    yield pending.pop(future), outcome_from_json(future.result())
        except BrokenProcessPool as error:
            raise MemoryError("a process of the audit was killed, perhaps for want of memory") from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def decide_elsewhere(folder: str, name: str, number: int) -> str:
    """Decide one run in a process of its own."""
    claim = next(claim for claim in collect(Path(folder)).claims if claim.name == name)
    return outcome_to_json(decide_run(built(Task(Path(folder), claim, number))))


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
        outcome = ledger.get(run_key(built(task)))
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
    try:
        check(Path(result.path).read_text(encoding="utf-8"))
    except Rejected as reason:
        return str(reason)
    return ""
