"""Finding papers and claims: a paper is a package that defines `paper`, its claims are what its modules define.

Nothing is registered: a new module in a paper's folder is a new statement.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from ..exact.errors import InputError
from .claim import Claim
from .paper import Paper
from .paper_code import CodeError, paper_code

NAMESPACE = "exactcheck_papers"


class CollectionError(InputError):
    """A paper's module cannot be used; the message names the module and the reason."""


@dataclass(frozen=True)
class Collected:
    """A paper with its claims, in the order of the sections in which they are printed."""

    paper: Paper
    folder: Path
    claims: tuple[Claim, ...]


def shipped_proofs() -> Path:
    """The papers that come with exactcheck: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "proofs"
    return inside if inside.is_dir() else package.parent / "proofs"


def paper_folders() -> list[Path]:
    """The folders of the papers that come with exactcheck."""
    return sorted(path.parent for path in shipped_proofs().glob("*/__init__.py"))


def collect_all() -> list[Collected]:
    """All papers that come with exactcheck."""
    return [collect(folder) for folder in paper_folders()]


def collect(folder: Path) -> Collected:
    """The paper in a folder.

    Raises CollectionError, or CodeError if a module fails, or if there are no claims, or if names, records or repairs
    do not fit together.
    """
    folder = folder.resolve()
    if not (folder / "__init__.py").is_file():
        raise CollectionError(f"{folder}: no paper here; a paper is a folder with an __init__.py that defines `paper`")
    package = _load(f"{NAMESPACE}.{_module_name(folder)}", folder / "__init__.py", folder)
    paper = getattr(package, "paper", None)
    if not isinstance(paper, Paper):
        raise CollectionError(f"{folder / '__init__.py'}: it does not define `paper = Paper(...)`")
    modules = [package, *(_submodule(package, path) for path in sorted(folder.glob("*.py")) if path.stem != "__init__")]
    found = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Claim)}
    claims = sorted(found.values(), key=lambda claim: _section(claim.where))
    if not claims:
        raise CollectionError(f"{folder}: the paper has no claims; a claim is a function under @claim(paper, ...)")
    _require_consistent(paper, claims)
    return Collected(paper, folder, tuple(claims))


def _module_name(folder: Path) -> str:
    tag = sha256(str(folder).encode()).hexdigest()[:8]
    return re.sub(r"\W", "_", folder.name) + "_" + tag


def _load(name: str, path: Path, folder: Path) -> ModuleType:
    """Load a package from its place, under a name that no other folder shares."""
    if name in sys.modules:
        return sys.modules[name]
    if NAMESPACE not in sys.modules:
        sys.modules[NAMESPACE] = ModuleType(NAMESPACE)
        sys.modules[NAMESPACE].__path__ = []
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise CollectionError(f"{path}: it cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with importing(path):
            spec.loader.exec_module(module)
    except InputError:
        del sys.modules[name]
        raise
    return module


def _submodule(package: ModuleType, path: Path) -> ModuleType:
    with importing(path):
        return importlib.import_module(f"{package.__name__}.{path.stem}")


@contextmanager
def importing(path: Path) -> Iterator[None]:
    """Within the block a module is imported; an error that it raises names it."""
    try:
        with paper_code(str(path), path.parent):
            _require_different_functions(path)
            yield
    except CodeError:
        raise
    except InputError as error:
        raise CollectionError(f"{path}: {error}") from error


@cache
def _require_different_functions(path: Path) -> None:
    """A second function of one name would replace the first, and a claim would be lost without a word.

    Asked once for each file, as a module is imported once.
    """
    body = ast.parse(path.read_bytes(), path.name).body
    counts = Counter(node.name for node in body if isinstance(node, ast.FunctionDef))
    for name in (name for name, count in counts.items() if count > 1):
        raise InputError(f"{counts[name]} functions are called {name}, and only the last would count")


def _section(where: str) -> tuple[str, tuple[int, ...]]:
    """The letter of an appendix, and the first number in a place such as "section 3.1, Lemma 4".

    The abstract comes first, appendices come last.
    """
    appendix = re.match(r"appendix (\w)", where, re.IGNORECASE)
    found = re.search(r"\d+(?:\.\d+)*", where)
    return (appendix[1] if appendix else ""), tuple(map(int, found[0].split("."))) if found else (0,)


def _require_consistent(paper: Paper, claims: list[Claim]) -> None:
    """Names differ, repairs exist, false claims are repaired, and claims that share a record state their readings."""
    names = Counter(claim.name for claim in claims)
    for name, count in names.items():
        if count > 1:
            raise CollectionError(f"{name}: {count} claims have this name; give them different parts")
    repaired = {repaired_name(claim) for claim in claims if claim.repairs}
    for name in repaired - set(names):
        raise CollectionError(f"{name}: a claim says that it repairs this one, which does not exist")
    for claim in claims:
        if claim.paper != paper:
            raise CollectionError(f"{claim.name}: it names another paper than its folder")
        if claim.verdict == "refuted" and claim.name not in repaired:
            raise CollectionError(f"{claim.name}: it is recorded as refuted, but no claim repairs it")
        claim.domains  # noqa: B018 - raises if an annotation is missing
    shared = Counter(record for claim in claims for record in claim.records)
    for claim in claims:
        for record in claim.records:
            if shared[record] > 1 and not claim.reading and not claim.part:
                raise CollectionError(
                    f"{claim.name}: another claim answers {record} too; say which reading or part this is"
                )


def repaired_name(claim: Claim) -> str:
    """The full name of the claim that this one repairs."""
    return f"{claim.paper.key}/{claim.repairs}" if claim.repairs else ""


def find(name: str, papers: list[Collected]) -> list[Claim]:
    """The claims with this name: a claim, all parts of a label, or all claims of a paper.

    Raises InputError with the nearest names if there are none.
    """
    claims = [claim for collected in papers for claim in collected.claims]
    label = name.rstrip("/") + "/"
    found = [claim for claim in claims if (claim.name + "/").startswith(label)]
    if found:
        return found
    known = {part for claim in claims for part in _prefixes(claim.name)}
    near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `exactcheck list` shows all claims"
    raise InputError(f"there is no claim {name!r}{hint}")


def _prefixes(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[: k + 1]) for k in range(len(parts))]
