"""Second-order stationary points and local minima of functions with kinks in the kernel, by cells and otherwise."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish
from tests.kernel.kinked_tables import NOTHING, OPPOSITE, ORIGIN, PARABOLA, X, Y, accepted, of, stated

IDENTITY = [[[0, "1"]], [[1, "1"]]]


def second(smooth, pieces, property_="second-order stationary"):
    return stated("stationarity", smooth, pieces, ORIGIN, property=property_)


def minimum(smooth, pieces, property_="strict local minimum", at=ORIGIN):
    return stated("kinked minimum", smooth, pieces, at, property=property_)


def leaf(multipliers, used=(), products=(), tangent=(), copositive="empty"):
    return {
        "multipliers": multipliers,
        "inequalities": list(used),
        "copositive": copositive,
        "products": [list(entry) for entry in products],
        "tangent": [list(entry) for entry in tangent],
        "congruence": IDENTITY,
    }


def split(normal, above, below):
    return {"split": normal, "above": above, "below": below}


def nonnegative(*entries, size=2):
    """A sum of a zero form and of entries that are not negative."""
    return {"congruence": [[[i, "1"]] for i in range(size)], "nonnegative": [list(entry) for entry in entries]}


# x + y + x y + |x| + |y|: the form x y on the quadrant x, y <= 0
QUADRANT = (of("xy", ("1", 1, 0), ("1", 0, 1), ("1", 1, 1)), [X, Y])
PRODUCT = leaf(["-1", "-1"], [0, 1], [[0, 1, "1/4"]], copositive=nonnegative([0, 1, "1/4"]))
CELL = {"multipliers": ["-1", "-1"], "cells": PRODUCT}
# the same with x^2 + y^2, which has a margin
BOWL = (of("xy", ("1", 1, 0), ("1", 0, 1), ("1", 1, 1), ("1", 2, 0), ("1", 0, 2)), [X, Y])
MARGIN = {"margin": "1/2", **CELL}
# the larger one of x^2 - y^2 and y^2 - x^2, less a part of x^2 + y^2: two cells, two multipliers
RIDGE = of("xy", ("1", 2, 0), ("-1", 0, 2))
TURNS = [RIDGE, of("xy", ("2", 1, 1))]
LESS = of("xy", ("-1/2", 2, 0), ("-1/2", 0, 2))
# max(x y, -x y) = |x y|
CROSS = (NOTHING, [of("xy", ("1", 1, 1))])


def cross(sign, first="1", second_="1"):
    """x y or -x y on a quadrant with rows that are the signed coordinates."""
    return leaf([sign], [0, 1], [[0, 1, "1"]], copositive=nonnegative([0, 1, "1"]))


FOUR = split(
    ["1", "0"],
    split(["0", "1"], cross("1"), cross("-1")),
    split(["0", "1"], cross("-1"), cross("1")),
)
QUADRANTS = {"multipliers": ["0"], "cells": FOUR}
SHARP = (NOTHING, [X, Y])
INNER = leaf(["0", "0"], tangent=[[0, ["1", "0"]], [1, ["0", "1"]]])
FLAT = (NOTHING, [X])
QUARTIC = (of("xy", ("1", 0, 4)), [X])


def orthants(*parts, growth=None):
    listed = [{"multipliers": z, "positive": part} for z, part in parts]
    return {"radius": "1", "growth": growth, "parts": listed}


SIDES = orthants((["1"], "signs"), (["1"], "signs"), (["-1"], "signs"), (["-1"], "signs"))
GROWTH = {"coefficient": "1", "exponents": [1, 4]}
MAXIMUM = (of("xy", ("1", 0, 2)), [[X, of("xy", ("-1", 1, 0)), of("xy", ("1", 1, 0), ("-1", 0, 0))]])
ACTIVE = orthants(
    ([["1", "0"]], "signs"),
    ([["1", "0"]], "signs"),
    ([["0", "1"]], "signs"),
    ([["0", "1"]], "signs"),
    growth={"coefficient": "1", "exponents": [1, 2]},
)
DEEP = (of("xy", ("-1", 0, 4)), [PARABOLA])  # |x - y^2| - y^4
TRUE = {
    "a cell": (second(*QUADRANT), "proved", CELL),
    "a cell, denied": (second(*QUADRANT, "not second-order stationary"), "refuted", CELL),
    "four cells": (second(*CROSS), "proved", QUADRANTS),
    "a cell without inequalities": (second(*SHARP), "proved", {"multipliers": ["0", "0"], "cells": INNER}),
    "a strict minimum": (minimum(*BOWL), "proved", MARGIN),
    "a minimum": (minimum(*BOWL, "local minimum"), "proved", MARGIN),
    "a minimum, denied": (minimum(*BOWL, "not a local minimum"), "refuted", MARGIN),
    "a sharp minimum": (minimum(*SHARP), "proved", {"margin": "1", "multipliers": ["0", "0"], "cells": INNER}),
    "a flat minimum": (minimum(*FLAT, "local minimum"), "proved", SIDES),
    "a flat minimum, not strict": (minimum(*FLAT), "refuted", {"arc": [[], ["1"]]}),
    "a quartic minimum": (minimum(*QUARTIC), "proved", {**SIDES, "growth": GROWTH}),
    "a maximum": (minimum(*MAXIMUM), "proved", ACTIVE),
    "one active member": (
        minimum(of("xy", ("1", 2, 0), ("1", 0, 2)), [[NOTHING, of("xy", ("-1", 0, 0))], of("xy", ("1", 0, 0))]),
        "proved",
        orthants(*[([], "signs")] * 4, growth={"coefficient": "1", "exponents": [2, 2]}),
    ),
    "a slope": (minimum(X, []), "refuted", {"arc": [["-1"], []]}),
    "a slope, denied": (minimum(X, [], "not a local minimum"), "proved", {"arc": [["-1"], []]}),
    "a fall of the fourth order": (minimum(*DEEP, "local minimum"), "refuted", {"arc": [["0", "1"], ["1"]]}),
    "a fall of a maximum": (
        minimum(of("xy", ("-3", 0, 1)), [[X, Y, of("xy", ("2", 0, 1))]], "local minimum"),
        "refuted",
        {"arc": [[], ["1"]]},
    ),
    "a fall beside a kink of known sign": (
        minimum(NOTHING, [X, [X, Y]], "local minimum", at=["1", "0"]),
        "refuted",
        {"arc": [["-1"], []]},
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_shown_is_accepted_and_its_opposite_is_not(name):
    statement, verdict, proof = TRUE[name]
    establish(Problem([]), statement, verdict, proof)
    assert not any(accepted(statement, OPPOSITE[verdict], other) for _, _, other in TRUE.values())
    assert sentence(statement)


SADDLE = (of("xy", ("1", 1, 0), ("1", 0, 1), ("-1", 1, 1)), [X, Y])
UNEVEN = split(["1", "0"], split(["0", "1"], cross("1"), cross("1")), split(["0", "1"], cross("-1"), cross("1")))
FALSE = {
    "a negative product": (
        second(*SADDLE),
        "proved",
        {
            "multipliers": ["-1", "-1"],
            "cells": leaf(["-1", "-1"], [0, 1], [[0, 1, "-1/4"]], copositive=nonnegative()),
        },
    ),
    "a product that is not copositive": (
        second(*SADDLE),
        "proved",
        {
            "multipliers": ["-1", "-1"],
            "cells": leaf(["-1", "-1"], [0, 1], [[0, 1, "-1/4"]], copositive=nonnegative([0, 1, "-1/4"])),
        },
    ),
    "a form that leaves something": (second(*SADDLE), "proved", CELL),
    "multipliers of another subgradient at the root": (second(*SADDLE), "proved", {**CELL, "multipliers": ["0", "0"]}),
    "multipliers of another subgradient in a cell": (
        second(of("xy", ("1", 1, 0), ("-1", 0, 2)), [X, PARABOLA]),
        "proved",
        {"multipliers": ["-1", "0"], "cells": leaf(["0", "-1/2"], tangent=[[0, ["1", "0"]]])},
    ),
    "a tangent where the multiplier is at its end": (
        second(of("xy", ("1", 0, 1), ("-1", 0, 2)), [X, Y]),
        "proved",
        {"multipliers": ["0", "-1"], "cells": leaf(["0", "-1"], tangent=[[0, ["0", "1"]]])},
    ),
    "one cell for two": (second(LESS, TURNS), "proved", {"multipliers": ["0", "0"], "cells": leaf(["1", "0"])}),
    "cells of another function": (second(of("xy", ("-2", 1, 1)), CROSS[1]), "proved", QUADRANTS),
    "cells with a wrong sign": (second(*CROSS), "proved", {"multipliers": ["0"], "cells": UNEVEN}),
    "a margin that is too large": (minimum(*BOWL), "proved", {**MARGIN, "margin": "3"}),
    "a margin zero": (minimum(*QUADRANT), "proved", {"margin": "0", **CELL}),
    "a negative margin": (minimum(*QUADRANT), "proved", {"margin": "-1", **CELL}),
    "cells without a margin": (minimum(*BOWL), "proved", CELL),
    "a flat minimum as a strict one": (minimum(*FLAT), "proved", {**SIDES, "growth": GROWTH}),
    "a flat minimum without growth": (minimum(*FLAT), "proved", SIDES),
    "the wrong sides": (
        minimum(*FLAT, "local minimum"),
        "proved",
        orthants((["-1"], "signs"), (["1"], "signs"), (["-1"], "signs"), (["-1"], "signs")),
    ),
    "a minimum that is a saddle": (minimum(of("xy", ("-1", 0, 2)), [X], "local minimum"), "proved", SIDES),
    "weights of a member that is not active": (
        minimum(*MAXIMUM),
        "proved",
        {**ACTIVE, "parts": [{"multipliers": [["1", "0", "0"]], "positive": "signs"}] * 4},
    ),
    "an arc that rests": (minimum(*SHARP), "refuted", {"arc": [["0"], []]}),
    "an arc that grows": (minimum(*SHARP, "local minimum"), "refuted", {"arc": [["1"], []]}),
    "an arc along which nothing changes": (minimum(*FLAT, "local minimum"), "refuted", {"arc": [[], ["1"]]}),
    "a fall that an absolute value undoes": (
        minimum(of("xy", ("-1", 1, 0)), [of("xy", ("2", 1, 0))], "local minimum"),
        "refuted",
        {"arc": [["1"], []]},
    ),
    "a fall that the largest member undoes": (
        minimum(of("xy", ("-3", 0, 1)), [[Y, X, of("xy", ("4", 0, 1))]], "local minimum"),
        "refuted",
        {"arc": [[], ["1"]]},
    ),
}
MALFORMED = {
    "an unknown property": (minimum(*SHARP, "global minimum"), "proved", {"arc": [["1"], []]}),
    "a proof that is a word": (minimum(*SHARP), "proved", "signs"),
    "a radius zero": (minimum(*FLAT, "local minimum"), "proved", {**SIDES, "radius": "0"}),
    "an orthant too few": (minimum(*FLAT, "local minimum"), "proved", {**SIDES, "parts": SIDES["parts"][:3]}),
    "a row that is none": (
        second(*QUADRANT),
        "proved",
        {"multipliers": ["-1", "-1"], "cells": leaf(["-1", "-1"], [2], copositive=nonnegative(size=1))},
    ),
    "an entry below the diagonal": (
        second(*QUADRANT),
        "proved",
        {
            "multipliers": ["-1", "-1"],
            "cells": leaf(["-1", "-1"], [0, 1], [[1, 0, "1/4"]], copositive=nonnegative([0, 1, "1/4"])),
        },
    ),
    "an entry twice": (
        second(*QUADRANT),
        "proved",
        {
            "multipliers": ["-1", "-1"],
            "cells": leaf(["-1", "-1"], [0, 1], [[0, 1, "0"], [0, 1, "1/4"]], copositive=nonnegative([0, 1, "1/4"])),
        },
    ),
    "an equation that is none": (
        second(*SHARP),
        "proved",
        {"multipliers": ["0", "0"], "cells": leaf(["0", "0"], tangent=[[2, ["1", "0"]]])},
    ),
    "a cell without a side": (second(*CROSS), "proved", {"multipliers": ["0"], "cells": {"split": ["1", "0"]}}),
    "an arc too short": (minimum(X, []), "refuted", {"arc": [["-1"]]}),
    "too many orthants": (
        stated("kinked minimum", of("abcdefghi"), [], ["0"] * 9, property="local minimum"),
        "proved",
        orthants(*[([], "signs")] * 512),
    ),
}


@pytest.mark.parametrize("name", [*FALSE, *MALFORMED])
def test_what_is_false_or_malformed_is_rejected(name):
    statement, verdict, proof = {**FALSE, **MALFORMED}[name]
    with pytest.raises(Rejected):
        establish(Problem([]), statement, verdict, proof)
