"""The trusted checker: standard library only, no search, nothing taken on trust from the engines.

It reads a certificate, recomputes everything from the definitions in it, and either says what has been established or
raises `Rejected`. `python -m exactcheck.kernel FILE` runs it on a bare Python.
"""

from .certificate import Established, canonical, check, digest
from .reading import Rejected

__all__ = ["Established", "Rejected", "canonical", "check", "digest"]
