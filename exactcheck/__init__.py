"""exactcheck: a referee that never rounds.

Claims of optimization papers, decided in exact arithmetic: proved, refuted or undecided, with a certificate that a
small checker re-derives with nothing but Python's standard library.

    >>> from exactcheck import verify
    >>> verify("zhang-2025/theorem-2", n=3, r=1, r_star=1, alpha="1/2", epsilon="1/10")
    <zhang-2025/theorem-2/symmetric: proved, scope instance, trust kernel, holds>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .claims.claim import claim as claim
    from .claims.domains import Integer as Integer
    from .claims.domains import Natural as Natural
    from .claims.domains import Nonnegative as Nonnegative
    from .claims.domains import Positive as Positive
    from .claims.domains import Real as Real
    from .claims.hypotheses import assume as assume
    from .claims.paper import Paper as Paper
    from .claims.question import verify_statements as verify_statements
    from .claims.verification import verify as verify
    from .exact.errors import InputError as InputError
    from .report.counterexample import counterexample as counterexample

# Names are loaded when they are first used, so that the command line starts and the kernel runs without the engines.
PLACES = {
    "claims.claim": ("claim",),
    "claims.domains": ("Integer", "Natural", "Nonnegative", "Positive", "Real"),
    "claims.hypotheses": ("arbitrary_matrix", "assume"),
    "claims.paper": ("Paper",),
    "claims.question": ("verify_statements",),
    "claims.verification": ("verify",),
    "exact.errors": ("InputError",),
    "exact.expression": ("function", "letter", "point", "scalar"),
    "exact.matrices": (
        "determinant",
        "diagonal",
        "identity",
        "inner",
        "matrix",
        "norm_squared",
        "ones",
        "sparse",
        "trace",
        "unit",
        "vec",
    ),
    "exact.partition": ("Partition",),
    "exact.roots": ("lesser", "real_root", "sqrt"),
    "exact.to_sympy": ("to_sympy",),
    "report.counterexample": ("counterexample",),
}
HOME = {name: module for module, names in PLACES.items() for name in names}
__all__ = sorted(HOME)


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"module 'exactcheck' has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOME[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
