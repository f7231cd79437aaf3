"""What a report says about one paper: its claims' results, and its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ..claims.collection import Collected
from ..claims.paper import Paper
from ..claims.result import Result
from .figures import Drawn


@dataclass(frozen=True)
class Bundle:
    """A paper with the results of all its claims.

    - rejections: the kernel's reasons for not accepting certificates, by the names of the claims;
    - drawn, undrawn: the figures of the paper, and why others are missing.
    """

    collected: Collected
    results: tuple[Result, ...]
    rejections: dict[str, str] = field(default_factory=dict)
    drawn: tuple[Drawn, ...] = ()
    undrawn: tuple[str, ...] = ()

    @property
    def paper(self) -> Paper:
        """The paper."""
        return self.collected.paper

    @cached_property
    def known(self) -> dict[str, Result]:
        """The results by the names of their claims."""
        return {result.claim.name: result for result in self.results}

    def trust(self, result: Result) -> str:
        """How a verdict is known: "none" if the kernel has rejected the certificate on disk."""
        return "none" if result.claim.name in self.rejections else result.trust
