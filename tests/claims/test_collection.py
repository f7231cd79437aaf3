"""Finding papers and claims, and everything that does not fit together."""

import pytest

from exactcheck import InputError
from exactcheck.claims.collection import collect, find
from tests.claims.papers import FALSE, HEAD, LETTERS, PARTS, TRUE, collected, write_paper


def names(claims):
    return [claim.name for claim in claims]


def test_claims_stand_in_the_order_of_the_sections(tmp_path):
    last = PARTS.replace("section 5", "Appendix B")
    paper = collected(tmp_path, last, LETTERS, FALSE, appendix=HEAD + TRUE)
    sections = ["mine/square", "mine/root-as-printed", "mine/root", "mine/mean"]
    assert names(paper.claims) == [*sections, "mine/pair/sum", "mine/pair/double"]


def test_a_new_module_is_a_new_statement(tmp_path):
    assert names(collected(tmp_path / "before", TRUE).claims) == ["mine/square"]
    assert len(collected(tmp_path / "after", TRUE, another=HEAD + LETTERS).claims) == 2


def test_a_label_means_all_its_parts(tmp_path):
    paper = collected(tmp_path, PARTS, TRUE)
    assert names(find("mine/pair", [paper])) == ["mine/pair/sum", "mine/pair/double"]
    assert names(find("mine/pair/sum", [paper])) == ["mine/pair/sum"]
    assert names(find("mine", [paper])) == names(find("mine/", [paper])) == names(paper.claims)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mine/sqare", "did you mean mine/square"),
        ("mine/pair/summ", "did you mean mine/pair/sum"),
        ("mine/pai", "did you mean mine/pair"),
        ("mien", "did you mean mine"),
        ("", "`exactcheck list` shows all claims"),
        ("qqq", "`exactcheck list` shows all claims"),
        ("mine/square/", None),
    ],
)
def test_a_near_miss_suggests_the_nearest(name, words, tmp_path):
    paper = collected(tmp_path, PARTS, TRUE)
    if words is None:
        assert names(find(name, [paper])) == ["mine/square"]
    else:
        with pytest.raises(InputError, match=words):
            find(name, [paper])


def test_a_prefix_of_a_name_is_not_the_name(tmp_path):
    paper = collected(tmp_path, FALSE)
    assert names(find("mine/root", [paper])) == ["mine/root"]


OTHER = TRUE.replace("Square", "Circle").replace("def square", "def circle")
UNREPAIRED = FALSE.replace('repairs="root-as-printed", ', "")
INCONSISTENT = {
    "twice": (TRUE + OTHER.replace("Circle", "Square"), "mine/square: 2 claims have this name"),
    "one function": (TRUE + TRUE.replace("Square", "Circle"), "section.py: 2 functions are called square"),
    "unrepaired": (UNREPAIRED, "mine/root-as-printed: it is recorded as refuted, but no claim repairs it"),
    "repairs nothing": (TRUE.replace('record="', 'repairs="circle", record="'), "mine/circle: a claim says"),
    "one record": (TRUE + OTHER, "another claim answers mine/square too"),
    "another paper": (
        TRUE.replace("claim(paper", "claim(Paper('other', 't', 'a', 1)"),
        "other/square: it names another paper",
    ),
    "no domain": (TRUE.replace("a: Positive", "a"), "mine/square: the parameter a has no domain"),
    "no claims": ("", "no claims; a claim is a function under @claim"),
    "misspelt": (TRUE.replace("statement", "statment"), r"section.py.*TypeError.*'statment'"),
    "raises": ("raise ValueError('out of ideas')", r"section.py, line 7\): ValueError: out of ideas"),
    "exits": ("import sys; sys.exit(0)", "section.py.*SystemExit: 0"),
    "syntax": ("def (", "section.py: SyntaxError"),
    "import": ("import nothing_of_the_kind", "section.py.*ModuleNotFoundError.*nothing_of_the_kind"),
    "input": ("matrix([[0.5]])", "section.py: .*0.5"),
}


@pytest.mark.parametrize("name", sorted(INCONSISTENT))
def test_what_does_not_fit_together_is_named(name, tmp_path):
    claims, words = INCONSISTENT[name]
    folder = write_paper(tmp_path, claims)
    with pytest.raises(InputError, match=words):
        collect(folder)


def test_a_folder_without_a_paper_is_named(tmp_path):
    with pytest.raises(InputError, match="no paper here; a paper is a folder with an __init__"):
        collect(tmp_path)
    (tmp_path / "__init__.py").write_text("paper = 'mine'")
    with pytest.raises(InputError, match="it does not define `paper = Paper"):
        collect(tmp_path)


def test_two_folders_with_one_name_are_two_papers(tmp_path):
    first, second = collected(tmp_path / "a", TRUE), collected(tmp_path / "b", LETTERS)
    assert names(first.claims) == ["mine/square"]
    assert names(second.claims) == ["mine/mean"]


def test_what_a_module_prints_is_not_output(tmp_path, capsys):
    collected(tmp_path, "print('hello')\n" + TRUE)
    assert capsys.readouterr() == ("", "hello\n")
