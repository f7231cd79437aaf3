"""Statements about subgradient steps: what they contain, and functions and regions that do not fit."""

import pytest

from exactcheck import InputError, function, letter, norm_squared
from exactcheck.landscape import (
    SubgradientStep,
    every_step,
    invariant_region,
    l1_rank_one_loss,
    maximum,
    not_every_step,
    not_invariant_region,
    sum_of_absolute_values,
)

F = l1_rank_one_loss([1, 0])
A, U = letter("a"), function(lambda a: a, a=None)


def half(x, y):
    return [x > 0, y <= 1]


def test_a_region_is_made_of_inequalities():
    made = invariant_region(F, half, "1/4")
    assert (made.kind, made["property"], made["outcome"]) == ("subgradient steps", "always", "region")
    assert [relation for _, relation in made["region"]] == [">", ">="]
    region = "the region {u_1 > 0, 1 - u_2 >= 0}"
    assert repr(made) == f"every subgradient step of size 0 < a <= 1/4 of {F!r} from {region} leads back into it"
    assert repr(not_invariant_region(F, half, "1/4")).startswith("not every subgradient step of size 0 < a <= 1/4")


def test_an_outcome_compares_the_step_and_both_points():
    made = every_step(F, lambda x, y: x >= 0, A, lambda a, x, y: [y[1] <= (1 - a) * x[1], y[0] > 0])
    assert repr(made).endswith("has (1 - a) u_2 - u_2_next >= 0, u_1_next > 0")
    assert not_every_step(F, lambda x, y: x >= 0, A, lambda a, x, y: y[0] > 0)["property"] == "not always"


def test_the_step_has_a_name_of_its_own():
    """The function has a variable a."""
    made = every_step(sum_of_absolute_values(0, [U]), lambda a: a >= 0, 1, lambda step, x, y: step * x[0] >= y[0])
    names = [variable.arguments[0] for variable in made["outcome"][0][0].variables]
    assert len(set(names)) == 3


def test_hints_are_no_part_of_a_statement():
    named = not_invariant_region(F, half, 1, step=SubgradientStep((1, 0), "1/2", (0, 1, 1)))
    assert sorted(named.hints) == ["cuts", "multipliers", "point", "step"]
    assert named.fields.keys() == invariant_region(F, half, 1).fields.keys()
    assert [repr(cut) for cut in invariant_region(F, half, 1, cuts=(0, "1/2")).hints["cuts"]] == ["0", "1/2"]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: invariant_region(5, half, 1), "f: 5 is no function"),
        (lambda: invariant_region(function(norm_squared, X=(1, 1)), half, 1), "variables that are matrices"),
        (lambda: invariant_region(maximum([U, 0]), lambda a: a >= 0, 1), "contains maxima"),
        (lambda: invariant_region(F, half, 0), "largest_step: 0 is not positive"),
        (lambda: invariant_region(F, half, 0.5), "largest_step: the float 0.5"),
        (lambda: invariant_region(F, lambda x, y: [], 1), "region: it has no inequality"),
        (lambda: invariant_region(F, lambda x, y: [x], 1), "region: u_1 is no inequality"),
        (lambda: invariant_region(F, lambda x, y: x == 0, 1), "is no inequality between numbers"),
        (lambda: every_step(F, half, 1, lambda a, x, y: y[0] == 0), "outcome: .* is no inequality"),
        (lambda: invariant_region(F, half, 1, cuts=[0.5]), "cuts: the float 0.5"),
        (
            lambda: not_invariant_region(F, half, 1, step=SubgradientStep((1, 0), 1, (1,))),
            "step: 1 multipliers for 3 pieces",
        ),
        (lambda: not_invariant_region(F, half, 1, step=SubgradientStep((1,), 1, (1, 1, 1))), "2 variables at a point"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
