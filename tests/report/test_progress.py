"""Progress: a bar on a terminal, lines elsewhere, and never in the way of an audit."""

from io import StringIO

import pytest

from exactcheck.claims.audit import Progress
from exactcheck.report.progress import CELLS, WIDTH, ProgressBar


class Terminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self):
        return True


class Closed(StringIO):
    """A stream that nobody reads any more."""

    def write(self, text):
        raise BrokenPipeError


def test_elsewhere_each_run_is_a_line():
    stream = StringIO()
    bar = ProgressBar(stream)
    bar(Progress(1, 2, "mine/square", "proved"))
    bar(Progress(2, 2, "mine/root", "refuted"))
    bar.close()
    assert stream.getvalue() == "[1/2] mine/square: proved\n[2/2] mine/root: refuted\n"


@pytest.mark.parametrize(("done", "cells"), [(1, 0), (50, 12), (99, 23), (100, 24)])
def test_on_a_terminal_a_bar_grows_on_one_line(done, cells):
    stream = Terminal()
    ProgressBar(stream)(Progress(done, 100, "mine/square", "proved"))
    line = stream.getvalue()
    assert line.startswith(f"\r[{'#' * cells}{'.' * (CELLS - cells)}] {done}/100 mine/square")
    assert "\n" not in line


def test_a_long_name_does_not_break_the_line():
    stream = Terminal()
    ProgressBar(stream)(Progress(1, 1, "mine/" + "x" * 200, "proved"))
    assert len(stream.getvalue()) == WIDTH + 1


def test_the_bar_is_cleared():
    stream = Terminal()
    bar = ProgressBar(stream)
    bar(Progress(1, 2, "mine/square", "proved"))
    bar.close()
    assert stream.getvalue().split("\r")[-2:] == [" " * WIDTH, ""]


def test_an_audit_goes_on_though_nobody_reads_how_far_it_is():
    bar = ProgressBar(Closed())
    bar(Progress(1, 2, "mine/square", "proved"))
    bar.close()
