"""The command line in one process: commands, exit statuses, JSON, and every kind of bad input."""

import json
import sqlite3
import subprocess
import sys

import pytest

from exactcheck.cli import main

INSTANCE = ["-p", "n=3", "-p", "r=1", "-p", "r_star=1", "-p", "alpha=1/2", "-p", "epsilon=1/10"]
THEOREM = "zhang-2025/theorem-2"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *arguments):
    """Exit status, standard output, standard error."""
    status = main(list(arguments))
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def write_paper(folder, body):
    """A paper of a user's with one module."""
    folder.mkdir()
    head = "from exactcheck import Integer, Paper, Positive, assume, claim, scalar\n"
    paper = 'paper = Paper(key="mine", title="Mine", authors="N. N.", year=2026)\n'
    (folder / "__init__.py").write_text(head + paper + body)
    return str(folder)


TRUE = """
@claim(paper, "Lemma 1", where="section 1", statement="x^2 + 1 > 0")
@claim.sample(x=1)
@claim.sample(x=2)
def lemma_1(x: Positive):
    yield x**2 + 1 > 0
"""
FALSE = """
@claim(paper, "Lemma 2", where="section 1", statement="x^2 > x", verdict="refuted")
@claim.sample(x="1/2")
def lemma_2(x: Positive):
    yield x**2 > x


@claim(paper, "Lemma 2 repaired", where="section 1", statement="x^2 > x for x > 1", repairs="lemma-2")
@claim.sample(x="3/2")
def lemma_2_repaired(x: Positive):
    assume(x > 1)
    yield x**2 > x
"""
WRONG = FALSE.replace('verdict="refuted"', 'verdict="proved"')
OPEN = """
from exactcheck import point
@claim(paper, "Lemma 3", where="section 1", statement="Motzkin")
@claim.sample()
def lemma_3():
    x, y = point("x"), point("y")
    yield x**120 * y**60 + x**60 * y**120 - 3 * x**60 * y**60 + 1 >= 0
"""
RAISES = """
@claim(paper, "Lemma 4", where="section 1", statement="nothing")
@claim.sample(x=1)
def lemma_4(x: Positive):
    raise ValueError("out of ideas")
    yield
"""


def test_verify_one_instance(capsys):
    status, out, _ = run(capsys, "verify", THEOREM, *INSTANCE)
    assert status == 0
    assert "proved, scope instance, trust kernel" in out


def test_a_label_means_all_its_parts(capsys):
    status, out, _ = run(capsys, "list", "zhang-2025/assumption-1", "--json")
    names = [claim["claim"] for claim in json.loads(out)["claims"]]
    assert status in (0, 2)
    assert len(names) == 3
    assert all(name.startswith("zhang-2025/assumption-1/") for name in names)


def test_show_says_what_is_printed_and_how_it_is_read(capsys):
    _, out, _ = run(capsys, "show", "zhang-2025/theorem-2-as-printed")
    for words in ("where:", "reading:", "records:", "repaired by:", "zhang/thm-2-delta"):
        assert words in out


def test_audit_then_check_then_show(capsys, tmp_path):
    status, out, err = run(capsys, "audit", "zhang-2025/lemma-5")
    assert status == 0
    assert "every verdict rechecked by the kernel" in out
    assert "[1/" in err
    files = sorted((tmp_path / ".exactcheck" / "certificates").glob("*.json"))
    assert files
    status, out, _ = run(capsys, "check", *map(str, files))
    assert status == 0
    assert out.count("accepted") == len(files)
    assert "trust kernel" in run(capsys, "show", "zhang-2025/lemma-5")[1]


def test_jobs_do_not_change_the_results(capsys):
    found = []
    for jobs, ledger in (("1", "one"), ("2", "two")):
        _, out, _ = run(capsys, "audit", THEOREM, "--jobs", jobs, "--ledger", ledger, "--json")
        claims = json.loads(out)["claims"]
        for claim in claims:
            claim["seconds"] = None
            claim["certificate"] = claim["certificate"].replace(ledger, "")
        found.append(claims)
    assert found[0] == found[1]


def test_what_is_known_is_not_decided_twice(capsys, monkeypatch):
    run(capsys, "audit", "zhang-2025/lemma-5", "--jobs", "1")
    import exactcheck.claims.audit as audit

    def never(*arguments):
        raise AssertionError("decided again")

    monkeypatch.setattr(audit, "decide_run", never, raising=False)
    assert run(capsys, "audit", "zhang-2025/lemma-5", "--jobs", "1")[0] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [(TRUE, 0), (FALSE, 0), (WRONG, 1), (OPEN, 2), (TRUE + FALSE + OPEN, 2), (TRUE + WRONG + OPEN, 1)],
)
def test_the_exit_status_says_how_an_audit_ended(body, status, capsys, tmp_path):
    folder = write_paper(tmp_path / "mine", body)
    assert run(capsys, "audit", folder, "--jobs", "1")[0] == status


def test_a_refuted_claim_shows_where_it_fails(capsys, tmp_path):
    folder = write_paper(tmp_path / "mine", FALSE)
    _, out, _ = run(capsys, "audit", folder, "--jobs", "1")
    assert "false as stated" in out


def one_line(err):
    """True if the message is one line that is no traceback."""
    return err.startswith("exactcheck: ") and err.count("\n") == 1 and "Traceback" not in err


BAD_PARAMETERS = {
    "r below r*": (["n=4", "r=1", "r_star=2", "alpha=1/2", "epsilon=1/2"], "r >= r_star"),
    "n too small": (["n=2", "r=2", "r_star=1", "alpha=1/2", "epsilon=1/2"], "n >= r + r_star"),
    "delta above 1": (["n=2", "r=1", "r_star=1", "alpha=1", "epsilon=1"], "delta"),
    "decimal": (["n=2", "r=1", "r_star=1", "alpha=0.5", "epsilon=1"], "1/2"),
    "float": (["n=2", "r=1", "r_star=1", "alpha=1e-3", "epsilon=1"], "alpha"),
    "no number": (["n=2", "r=1", "r_star=1", "alpha=abc", "epsilon=1"], "alpha"),
    "division by zero": (["n=2", "r=1", "r_star=1", "alpha=1/0", "epsilon=1"], "alpha"),
    "empty": (["n=2", "r=1", "r_star=1", "alpha=", "epsilon=1"], "alpha"),
    "fraction for a size": (["n=5/2", "r=1", "r_star=1", "alpha=1/2", "epsilon=1"], "n"),
    "negative": (["n=2", "r=1", "r_star=1", "alpha=-1/2", "epsilon=1"], "alpha"),
    "zero": (["n=2", "r=1", "r_star=1", "alpha=0", "epsilon=1"], "alpha"),
    "size zero": (["n=2", "r=1", "r_star=0", "alpha=1/2", "epsilon=1"], "r_star"),
    "missing": (["n=2", "r=1", "alpha=1/2", "epsilon=1"], "r_star"),
    "unknown": (["n=2", "r=1", "r_star=1", "alpha=1/2", "epsilon=1", "beta=1"], "beta"),
    "no value": (["n"], "n"),
}


@pytest.mark.parametrize("name", sorted(BAD_PARAMETERS))
def test_a_bad_parameter_is_named(name, capsys):
    given, words = BAD_PARAMETERS[name]
    arguments = [part for value in given for part in ("-p", value)]
    status, out, err = run(capsys, "verify", THEOREM, *arguments)
    assert status == 3
    assert out == ""
    assert one_line(err)
    assert words in err


def test_an_unknown_claim_is_met_with_a_suggestion(capsys):
    status, _, err = run(capsys, "verify", "zhang-2025/theorm-2", *INSTANCE)
    assert status == 3
    assert one_line(err)
    assert "zhang-2025/theorem-2" in err


@pytest.mark.parametrize("command", ["audit", "list", "show"])
def test_an_unknown_name_is_an_error_everywhere(command, capsys):
    status, _, err = run(capsys, command, "nobody-1999")
    assert status == 3
    assert one_line(err)


@pytest.mark.parametrize("arguments", [[], ["launch"], ["verify"], ["audit", "--jobs", "0"], ["audit", "--jobs", "x"]])
def test_a_bad_command_line_is_one_line(arguments, capsys):
    status, _, err = run(capsys, *arguments)
    assert status == 3
    assert one_line(err)


def test_an_error_is_also_json(capsys):
    status, out, err = run(capsys, "verify", "nobody-1999/x", "--json")
    document = json.loads(out)
    assert status == document["exit_status"] == 3
    assert document["error"] in err


def certificate_file(capsys, tmp_path):
    """A certificate of one claim."""
    run(capsys, "audit", "zhang-2025/lemma-5", "--jobs", "1")
    return next((tmp_path / ".exactcheck" / "certificates").glob("*.json"))


def test_a_damaged_certificate_is_rejected(capsys, tmp_path):
    text = certificate_file(capsys, tmp_path).read_text()
    damaged = tmp_path / "damaged.json"
    for content in ("", "{", text[:-10], text[: len(text) // 2], text.replace("exactcheck-certificate/1", "x/2")):
        damaged.write_text(content)
        status, out, err = run(capsys, "check", str(damaged))
        assert status == 1
        assert "rejected" in out + err
        assert "Traceback" not in err


def test_a_certificate_of_another_claim_is_rejected_even_if_true(capsys, tmp_path):
    document = json.loads(certificate_file(capsys, tmp_path).read_text())
    changed = tmp_path / "changed.json"
    from exactcheck.kernel import check, digest

    document["claim"] = "zhang-2025/lemma-5-gamma"
    document["digest"] = digest(document["claim"], document["runs"])
    changed.write_text(json.dumps(document))
    assert check(changed.read_text()).claim == document["claim"]
    assert run(capsys, "check", str(changed))[0] == 1


def test_a_certificate_for_changed_parameters_is_rejected(capsys, tmp_path):
    document = json.loads(certificate_file(capsys, tmp_path).read_text())
    from exactcheck.kernel import digest

    document["runs"][0]["parameters"] = dict.fromkeys(document["runs"][0]["parameters"], "7")
    document["digest"] = digest(document["claim"], document["runs"])
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(document))
    assert run(capsys, "check", str(changed))[0] == 1


def test_a_file_that_cannot_be_read_is_named(capsys, tmp_path):
    for place in (tmp_path / "missing.json", tmp_path):
        status, out, err = run(capsys, "check", str(place))
        assert status in (1, 3)
        assert str(place) in out + err


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (RAISES, "out of ideas"),
        ("1 +", "__init__"),
        ("import nothing_of_the_kind", "nothing_of_the_kind"),
        ("raise SystemExit(7)", "mine"),
        (TRUE.replace("x: Positive", "x"), "x"),
        (TRUE.replace("@claim.sample(x=1)", "@claim.sample(x=0.5)"), "0.5"),
        (TRUE.replace("yield x**2 + 1 > 0", "yield x**2 + 0.5 > 0"), "0.5"),
        (TRUE.replace("yield x**2 + 1 > 0", "yield True"), "statement"),
    ],
)
def test_a_module_of_the_user_s_that_fails_is_named(body, words, capsys, tmp_path):
    folder = write_paper(tmp_path / "mine", body)
    status, _, err = run(capsys, "audit", folder, "--jobs", "1")
    assert status == 3
    assert one_line(err.splitlines(keepends=True)[-1])
    assert words in err


def elsewhere(*arguments):
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "exactcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_what_was_decided_survives_a_module_that_fails(tmp_path):
    folder = write_paper(tmp_path / "mine", TRUE)
    module = tmp_path / "mine" / "__init__.py"
    good = module.read_text()
    assert elsewhere("audit", folder).returncode == 0
    module.write_text(good + RAISES)
    failed = elsewhere("audit", folder)
    assert failed.returncode == 3
    assert one_line(failed.stderr.splitlines(keepends=True)[-1])
    assert "Traceback" in elsewhere("audit", folder, "--debug").stderr
    module.write_text(good)
    found = json.loads(elsewhere("list", folder, "--json").stdout)
    assert [claim["verdict"] for claim in found["claims"]] == ["proved"]


def test_two_audits_at_once_do_not_harm_each_other(tmp_path):
    command = [sys.executable, "-m", "exactcheck", "audit", "zhang-2025/lemma-4", "--jobs", "1"]
    audits = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
    for audit in audits:
        _, errors = audit.communicate()
        assert audit.returncode == 0, errors
    files = sorted((tmp_path / ".exactcheck" / "certificates").glob("*.json"))
    assert files
    assert elsewhere("check", *map(str, files)).returncode == 0


def test_a_killed_audit_goes_on_where_it_stopped(tmp_path):
    command = [sys.executable, "-m", "exactcheck", "audit", "zhang-2025", "--jobs", "1"]
    audit = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in audit.stderr:
        if line.startswith("[40/"):
            audit.kill()
            break
    audit.communicate()
    ledger = sqlite3.connect(tmp_path / ".exactcheck" / "ledger.sqlite")
    (table,) = next(iter(ledger.execute("select name from sqlite_master where type = 'table'")))
    (kept,) = next(iter(ledger.execute(f"select count(*) from {table}")))
    ledger.close()
    assert kept >= 39
    assert elsewhere("audit", "zhang-2025").returncode == 0


def test_a_ledger_that_cannot_be_written_is_named(capsys, tmp_path):
    (tmp_path / "file").write_text("")
    status, _, err = run(capsys, "audit", "zhang-2025/lemma-5", "--ledger", str(tmp_path / "file" / "ledger"))
    assert status in (3, 4)
    assert one_line(err.splitlines(keepends=True)[-1])
    assert "ledger" in err


def test_a_damaged_ledger_is_named(capsys, tmp_path):
    (tmp_path / "led").mkdir()
    (tmp_path / "led" / "ledger.sqlite").write_text("this is no database" * 100)
    status, _, err = run(capsys, "audit", "zhang-2025/lemma-5", "--ledger", str(tmp_path / "led"))
    assert status == 3
    assert "led" in err


def test_help_starts_no_engine():
    code = (
        "import sys, contextlib, io\n"
        "from exactcheck.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main(['--help'])\n"
        "print([name for name in ('flint', 'sympy', 'mpmath') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_closed_pipe_is_no_error():
    command = f"{sys.executable} -m exactcheck list | head -1"
    found = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert "Traceback" not in found.stderr
