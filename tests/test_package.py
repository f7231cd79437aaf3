"""The wheel brings the papers along, and runs from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel of the project, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_papers_types_and_licence(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "exactcheck/py.typed",
        "exactcheck/proofs/zhang_2025/theorem_2.py",
        "exactcheck/kernel/certificate.py",
    ):
        assert name in names
    assert any(name.endswith("LICENSE") for name in names)
    assert not any(name.startswith(("tests", "benchmarks")) for name in names)


def test_an_installed_package_audits_and_checks_from_any_folder(wheel, tmp_path):
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*arguments):
        command = [sys.executable, "-m", "exactcheck", *arguments]
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=True)

    where = [sys.executable, "-c", "import exactcheck; print(exactcheck.__file__)"]
    found = subprocess.run(where, cwd=work, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(site))
    assert "proved" in run("audit", "zhang-2025/theorem-2").stdout
    files = sorted((work / ".exactcheck" / "certificates").glob("*.json"))
    assert run("check", *map(str, files)).stdout.count("accepted") == len(files) > 0


def test_no_file_points_outside_the_repository():
    outside = ("../" + "shared", "/" + "work/", "/" + "home/")
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT)
        if any(part.startswith(".") or part in ("__pycache__", "dist", "build") for part in inside.parts):
            continue
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".cff", ""):
            text = path.read_text()
            assert not any(place in text for place in outside), inside
