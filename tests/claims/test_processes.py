"""Parallel processes, and how they end."""

import signal
import subprocess
import sys
import time

import pytest

from exactcheck.claims.processes import in_processes, uninterrupted


def test_values_come_with_their_numbers():
    found = dict(in_processes(divmod, [(7, 2), (9, 4), (1, 5)], 2))
    assert found == {0: (3, 1), 1: (2, 1), 2: (0, 1)}


def test_ctrl_c_is_for_the_parent_alone():
    for _, blocked in in_processes(signal.pthread_sigmask, [(signal.SIG_BLOCK, ())] * 2, 2):
        assert signal.SIGINT in blocked
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_an_error_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        list(in_processes(divmod, [(1, 0), (1, 1)], 2))


def test_nobody_waits_for_what_nobody_wants():
    start = time.monotonic()
    values = in_processes(time.sleep, [(0,), (60,)], 2)
    assert next(values) == (0, None)
    values.close()
    assert time.monotonic() - start < 30


def test_an_interruption_waits_and_is_not_lost():
    steps = []

    def step():
        with uninterrupted():
            # for this thread: another one that is left of the tests before would take it at once
            signal.raise_signal(signal.SIGINT)
            steps.append("inside")
        steps.append("after")

    with pytest.raises(KeyboardInterrupt):
        step()
    assert steps == ["inside"]


PARENT = """
import multiprocessing, time
from exactcheck.claims.processes import in_processes

if __name__ == "__main__":
    values = in_processes(time.sleep, [(0,), (60,)], 2)
    next(values)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    next(values)
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_processes_end_with_their_parent(sign, tmp_path):
    (tmp_path / "parent.py").write_text(PARENT)
    command = [sys.executable, str(tmp_path / "parent.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        children = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        parent.send_signal(sign)
        errors = parent.communicate(timeout=30)[1]
    assert errors.count("Traceback") == (sign == signal.SIGINT)
    deadline = time.monotonic() + 20
    while any(map(alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, children))


def alive(pid):
    """True if a process runs, and is not one that has ended and waits to be buried."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip()) and not found.stdout.startswith("Z")
