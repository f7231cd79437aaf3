"""Code of a paper's, whatever it does."""

import json
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from exactcheck import InputError
from exactcheck.claims.paper_code import CodeError, paper_code

HERE = Path(__file__).parent


def run(action):
    with paper_code("mine/lemma-1", HERE):
        action()


def fail():
    raise KeyError("no such key")


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (fail, r"^mine/lemma-1 \(test_paper_code.py, line 23\): KeyError: 'no such key'$"),
        (lambda: sys.exit(0), "SystemExit: 0"),
        (lambda: 1 / 0, "ZeroDivisionError"),
        (lambda: int("x"), "ValueError"),
        (lambda: Path("/nowhere/at/all").read_text(), "FileNotFoundError"),
    ],
)
def test_what_it_raises_names_the_place(action, words):
    with pytest.raises(CodeError, match=words) as error:
        run(action)
    assert error.value.__cause__ is not None


def test_the_place_is_the_paper_s_even_if_the_error_arises_elsewhere():
    with pytest.raises(CodeError, match=r"\(test_paper_code.py, line \d+\): JSONDecodeError"):
        run(lambda: json.loads("{"))


@pytest.mark.parametrize("error", [InputError("n: 0 is not > 0"), MemoryError(), KeyboardInterrupt()])
def test_what_says_enough_is_passed_on(error):
    def action():
        raise error

    with pytest.raises(type(error)) as found:
        run(action)
    assert found.value is error


def test_what_it_prints_goes_to_standard_error(capsys):
    run(lambda: print("hello"))
    assert capsys.readouterr() == ("", "hello\n")


def test_standard_output_comes_back_whatever_other_threads_do():
    before = sys.stdout
    threads = [Thread(target=run, args=(lambda pause=pause: time.sleep(pause),)) for pause in (0.02, 0.01, 0.03)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sys.stdout is before
