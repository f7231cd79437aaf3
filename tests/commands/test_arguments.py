"""What the commands are told to work on."""

import pytest

from exactcheck.commands.arguments import folder_and_label, papers_and_claims, read_parameters
from exactcheck.commands.status import UsageError
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, write_paper


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder in which ./mine is a paper and ./empty is none."""
    write_paper(tmp_path, TRUE, FALSE, PARTS)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "claims"),
    [
        (["./mine"], 5),
        (["mine"], 5),
        (["mine/"], 5),
        (["./mine/pair"], 2),
        (["mine/pair"], 2),
        (["mine/pair/sum"], 1),
        (["./mine/square", "./mine/root"], 2),
        (["./mine", "./mine"], 5),
        (["./mine/pair", "./mine/pair/sum"], 2),
    ],
)
def test_a_paper_of_one_s_own_is_named_by_its_folder(names, claims):
    papers, chosen = papers_and_claims(names)
    assert [paper.paper.key for paper in papers] == ["mine"]
    assert len(chosen) == len(set(chosen)) == claims


def test_the_folder_may_be_this_one(folder, monkeypatch):
    monkeypatch.chdir(folder / "mine")
    assert len(papers_and_claims(["."])[1]) == 5
    assert len(papers_and_claims(["./pair"])[1]) == 2
    assert len(papers_and_claims([str(folder / "mine" / "square")])[1]) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("./nowhere", "./nowhere: there is no such folder"),
        ("../nowhere/theorem-1", "there is no such folder"),
        ("/nowhere", "/nowhere: there is no such folder"),
        ("./empty", "no paper here; a paper is a folder"),
        ("./mine/sqare", "did you mean mine/square"),
        ("mine/circle", "there is no claim 'mine/circle'"),
    ],
)
def test_a_path_that_leads_nowhere_is_named(name, words):
    with pytest.raises((UsageError, ValueError), match=words):
        papers_and_claims([name])


def test_what_is_no_path_is_a_name():
    assert folder_and_label("zhang-2025/theorem-2") == (None, "zhang-2025/theorem-2")
    assert folder_and_label("") == (None, "")


def test_two_papers_with_one_key_are_told_apart(folder):
    write_paper(folder / "copy", LETTERS)
    with pytest.raises(UsageError, match="its key 'mine' is that of"):
        papers_and_claims(["./mine", "./copy/mine"])


@pytest.mark.parametrize(
    ("pairs", "parameters"),
    [
        ([], {}),
        (["n=3", "alpha=1/2"], {"n": "3", "alpha": "1/2"}),
        ([" n = 3 "], {"n": "3"}),
        (["a=b=c"], {"a": "b=c"}),
    ],
)
def test_parameters_are_pairs(pairs, parameters):
    assert read_parameters(pairs) == parameters


@pytest.mark.parametrize("pair", ["n", "=3", "n=", " = ", ""])
def test_what_is_no_pair_is_named(pair):
    with pytest.raises(UsageError, match="write a parameter as NAME=VALUE, such as -p alpha=1/2"):
        read_parameters([pair])


def test_a_parameter_has_one_value():
    with pytest.raises(UsageError, match="n is given twice"):
        read_parameters(["n=3", "n=3"])
