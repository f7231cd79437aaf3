"""The documentation builds without a warning, what it shows happens, and it leaves out no public name."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import exactcheck
from exactcheck import kernel, landscape
from tests.sessions import blocks, replay

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.glob("*.md"))
WITH_SESSIONS = [page for page in PAGES if any(b.language == "console" for b in blocks(page))]


def build(source, target):
    """Build pages as `make docs` does."""
    options = ["-W", "-n", "--keep-going", "-q", "-d", str(target / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(target / "html")]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    """The folder of the built pages."""
    target = tmp_path_factory.mktemp("docs")
    ended = build(DOCS, target)
    assert ended.returncode == 0, ended.stderr
    return target / "html"


def test_every_page_is_built_and_fetches_nothing(html):
    for page in PAGES:
        text = (html / f"{page.stem}.html").read_text(encoding="utf-8")
        assert not re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', text), page


@pytest.mark.parametrize("module", [exactcheck, landscape, kernel], ids=lambda module: module.__name__)
def test_every_public_name_is_in_the_reference(module, html):
    text = (html / "reference.html").read_text(encoding="utf-8")
    missing = [name for name in module.__all__ if f'id="{module.__name__}.{name}"' not in text]
    assert not missing


BROKEN = {
    "a page": ("[there](nowhere.md)", "nowhere.md"),
    "a heading": ("[there](index.md#nowhere)", "nowhere"),
    "a name": ("{py:func}`exactcheck.nothing`", "exactcheck.nothing"),
    "a module": ("{py:mod}`exactcheck.kernel.nothing`", "exactcheck.kernel.nothing"),
}


def test_a_broken_link_or_reference_is_an_error(tmp_path):
    shutil.copy(DOCS / "conf.py", tmp_path)
    (tmp_path / "index.md").write_text("# Page\n\n" + "\n\n".join(text for text, _ in BROKEN.values()) + "\n")
    ended = build(tmp_path, tmp_path / "built")
    assert ended.returncode != 0
    for name, (_, target) in BROKEN.items():
        assert re.search(rf"WARNING: .*'?{re.escape(target)}\b", ended.stderr), (name, ended.stderr)


@pytest.mark.parametrize("page", WITH_SESSIONS, ids=lambda page: page.stem)
def test_what_a_page_shows_happens(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = sum(block.language == "console" for block in blocks(page))
    assert replay(page, tmp_path) >= shown > 0


def test_the_first_session_and_the_lemma_of_ones_own_are_among_them():
    assert {"first_session", "check_your_own_lemma", "writing_a_claim"} <= {page.stem for page in WITH_SESSIONS}


def test_make_docs_builds_them_so():
    makefile = (DOCS.parent / "Makefile").read_text()
    assert re.search(r"^docs: .*\n\t.*sphinx-build -W -n --keep-going docs docs/_build$", makefile, re.M)
    assert "docs/_build/" in (DOCS.parent / ".gitignore").read_text().split()
