"""Limits on the time of searches."""

from time import monotonic

import pytest

from exactcheck.decide.deadlines import OutOfTime, ending, require_time
from exactcheck.decide.positivity import positivity
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.setting import Setting


def test_the_earlier_end_holds_until_it_is_left():
    require_time()
    with ending(monotonic() - 1):
        with ending(monotonic() + 100), pytest.raises(OutOfTime):
            require_time()
        with pytest.raises(OutOfTime):
            require_time()
    require_time()
    with ending(monotonic() + 100):
        require_time()


def test_a_search_that_is_out_of_time_finds_nothing():
    """x^4 + y^4 - 3 x y + 3 > 0 takes a moment; what is seen at once is still seen."""
    setting = Setting()
    x, y = map(Polynomial.letter, "xy")
    for name in "xy":
        setting.declare_free(name, "point")
    hard = x**4 + y**4 - x * y * 3 + 3
    assert positivity(setting, hard, True) is not None
    assert positivity(setting, hard, True, seconds=0) is None
    assert positivity(setting, x**2 + 1, True, seconds=0) == "signs"
    with ending(monotonic() - 1):
        assert positivity(setting, hard, True) is None
