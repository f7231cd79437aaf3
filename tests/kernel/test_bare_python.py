"""The kernel needs nothing but Python: it imports only the standard library, holds no float, and runs alone."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import exactcheck.kernel
from exactcheck.claims.collection import collect_all
from exactcheck.cli import main
from exactcheck.kernel import Rejected, check
from tests.kernel.cases import certificate, documents

KERNEL = Path(exactcheck.kernel.__file__).parent
SOURCES = sorted(KERNEL.glob("*.py"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A folder that holds the kernel under the name of the package, and nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copytree(KERNEL, folder / "exactcheck" / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "exactcheck" / "__init__.py").write_text("")
    return folder


def bare(folder, *arguments):
    """Run the kernel with nothing of this environment in sight."""
    command = [sys.executable, "-S", "-B", "-m", "exactcheck.kernel", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_only_the_standard_library_is_imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert all(alias.name.split(".")[0] in sys.stdlib_module_names for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 1 or (node.level == 0 and str(node.module).split(".")[0] in sys.stdlib_module_names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_there_is_no_float(path):
    for node in ast.walk(ast.parse(path.read_text())):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
        assert not (isinstance(node, ast.Name) and node.id in ("float", "complex", "eval", "exec", "open"))


def test_no_engine_is_within_reach(alone):
    code = "import importlib.util as u; print([n for n in ('flint', 'sympy', 'mpmath') if u.find_spec(n)])"
    found = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=alone, env={}, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_certificates_of_the_audit_are_accepted(alone, tmp_path, monkeypatch, capsys):
    # a sample through all papers, and what no other test of the kernel reaches; `make audit` checks every one
    claims = [claim.name for paper in collect_all() for claim in paper.claims if claim.function is not None]
    chosen = dict.fromkeys([*claims[::16], "zhang-2025/equation-10", "zhang-2025/section-5-rank-two/symmetric"])
    monkeypatch.chdir(tmp_path)
    assert main(["audit", *chosen, "--jobs", "1"]) == 0
    files = sorted((tmp_path / ".exactcheck" / "certificates").glob("*.json"))
    assert len(files) >= 35
    found = bare(alone, *files)
    assert found.returncode == 0, found.stdout[-2000:] + found.stderr
    assert found.stdout.count(": accepted\n") == len(files)
    assert main(["check", *map(str, files)]) == 0


def test_a_digest_binds_the_statement(alone, tmp_path):
    file = tmp_path / "certificate.json"
    file.write_text(documents()["copositive"])
    digest = certificate("copositive")["digest"]
    assert bare(alone, "--expect", digest, file).returncode == 0
    other = bare(alone, "--expect", certificate("inertia")["digest"], file)
    assert other.returncode == 1
    assert "expected" in other.stdout


def test_each_kind_of_failure_has_its_status(alone, tmp_path):
    rejected, unreadable = tmp_path / "rejected.json", tmp_path / "unreadable.json"
    rejected.write_text("{}")
    unreadable.write_bytes(b"\xff\xfe")
    assert bare(alone, rejected).returncode == 1
    assert bare(alone, unreadable).returncode == 3
    assert bare(alone, tmp_path / "missing.json").returncode == 3
    assert bare(alone, "--expect", "0", rejected, rejected).returncode == 2


def test_the_statements_are_printed_in_words(alone, tmp_path):
    file = tmp_path / "certificate.json"
    file.write_text(documents()["strict minimum"])
    assert "strict local minimum" in bare(alone, file).stdout


@pytest.mark.parametrize("keep", range(0, 400, 23))
def test_a_truncated_certificate_is_rejected(keep):
    with pytest.raises(Rejected):
        check(documents()["expansion"][:keep])


MALFORMED = {
    "a repeated key": '{"format":"exactcheck-certificate/1","format":"exactcheck-certificate/1"}',
    "a float": '{"format": 1.5}',
    "NaN": '{"format": NaN}',
    "deep nesting": "[" * 100_000,
    "no object": "[]",
    "trailing text": documents()["expansion"] + "x",
    "a newer format": json.dumps({**certificate("expansion"), "format": "exactcheck-certificate/2"}),
    "no runs": json.dumps({**certificate("expansion"), "runs": []}),
    "engines that are no names": json.dumps({**certificate("expansion"), "engines": {"flint": 1}}),
    "a field too many": json.dumps({**certificate("expansion"), "more": 1}),
}


@pytest.mark.parametrize("name", sorted(MALFORMED))
def test_what_is_malformed_is_rejected(name):
    with pytest.raises(Rejected):
        check(MALFORMED[name])


def test_an_unsatisfiable_assumption_proves_nothing():
    forged = certificate("sum")
    forged["runs"][0]["problem"].append({"assume": [["letter", "x"], "<", "0"]})
    for witness in ({"x": "-1", "y": "2"}, {"x": "1", "y": "2"}, {}, {"x": "1", "y": "2", "z": "0"}):
        forged["runs"][0]["witness"] = witness
        with pytest.raises(Rejected):
            check(json.dumps(forged))
