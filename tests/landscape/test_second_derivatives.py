"""Second derivatives without a subgradient as statements: what they contain, and how they read."""

import pytest

from exactcheck import InputError
from exactcheck.landscape import (
    l1_rank_one_loss,
    parabolic_subderivative,
    second_directional_derivative,
    second_subderivative_without_subgradient,
)

F = l1_rank_one_loss([1, 2])
WORDS = {
    second_directional_derivative: "second directional derivative",
    second_subderivative_without_subgradient: "second subderivative without a subgradient",
}


@pytest.mark.parametrize("derivative", WORDS)
def test_they_are_compared_with_numbers(derivative):
    d = derivative(F, (0, 0), (1, "1/2"))
    made = [d == 1, d <= "1/2", d < 0, d >= -1, d > 2]
    assert [s["relation"] for s in made] == ["=", "<=", "<", ">=", ">"]
    assert [repr(s["constant"]) for s in made] == ["1", "1/2", "0", "-1", "2"]
    assert {s.kind for s in made} == {WORDS[derivative]}
    assert repr(made[0]) == f"the {WORDS[derivative]} along (1, 1/2) at the point (0, 0) of {F!r} is = 1"


def test_a_parabolic_subderivative_has_an_acceleration():
    made = parabolic_subderivative(F, (0, 0), (1, 0), (0, "1/2")) >= -1
    assert [repr(x) for x in (*made["along"], *made["acceleration"])] == ["1", "0", "0", "1/2"]
    arc = "along (1, 0) with the acceleration (0, 1/2)"
    assert repr(made) == f"the parabolic subderivative {arc} at the point (0, 0) of {F!r} is >= -1"


@pytest.mark.parametrize("derivative", WORDS)
def test_infinity_is_no_value(derivative):
    with pytest.raises(InputError, match="constant: 'infinity' is not a rational number"):
        _ = derivative(F, (0, 0), (1, 0)) == "infinity"


def test_directions_have_the_shape_of_the_point():
    with pytest.raises(InputError):
        _ = second_directional_derivative(F, (0, 0), (1,)) == 1
    with pytest.raises(InputError):
        _ = parabolic_subderivative(F, (0, 0), (1, 0), (1, 0, 0)) == 1
