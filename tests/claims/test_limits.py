"""Limits that a user sets."""

import resource
from pathlib import Path

import pytest

from exactcheck import InputError
from exactcheck.claims import limits
from exactcheck.claims.limits import MEGABYTE, Limits, memory_in_use


@pytest.mark.parametrize("value", [0, -1, 0.0, float("nan"), float("inf"), True, "5", None.__class__, 1j])
def test_a_time_is_a_positive_number(value):
    with pytest.raises(InputError, match=r"time: .* is not a positive number of seconds"):
        Limits(time=value)


@pytest.mark.parametrize("value", [0, -1, 0.5, 100.0, True, "5"])
def test_a_memory_is_a_positive_integer(value):
    with pytest.raises(InputError, match=r"memory: .* is not a positive integer of megabytes"):
        Limits(memory=value)


def test_a_system_that_tells_nothing_of_its_memory_limits_the_time_alone(monkeypatch):
    monkeypatch.setattr(limits, "MEMORY_IN_USE", Path("/nowhere"))
    assert Limits(time=1).given
    with pytest.raises(InputError, match="memory: this system does not tell"):
        Limits(memory=1)


def test_reasons_read_well():
    found = Limits(time=0.5, memory=200)
    assert found.time_reached == "the time limit of 0.5 s was reached"
    assert found.memory_reached == "the memory limit of 200 MB was reached"
    assert found.killed("SIGABRT") == "its process was ended by SIGABRT, perhaps at the memory limit of 200 MB"
    assert Limits(time=3600).time_reached == "the time limit of 3600 s was reached"
    assert Limits().memory_reached == "there was no memory left"
    assert "perhaps for want of memory" in Limits().killed("SIGKILL")


@pytest.mark.parametrize("memory", [None, 64, 10**18])
def test_memory_is_limited_within_the_block_alone(memory):
    before = resource.getrlimit(resource.RLIMIT_AS)
    with Limits(memory=memory).on_memory():
        within = resource.getrlimit(resource.RLIMIT_AS)
        if memory == 64:
            assert within[0] <= memory_in_use() + 64 * MEGABYTE
            with pytest.raises(MemoryError):
                bytearray(65 * MEGABYTE)
        assert len(bytearray(MEGABYTE)) == MEGABYTE
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert within[1] == before[1]


def test_a_limit_that_is_there_is_not_raised():
    assert Limits(memory=100).lowered(5 * MEGABYTE, resource.RLIM_INFINITY) == 5 * MEGABYTE
