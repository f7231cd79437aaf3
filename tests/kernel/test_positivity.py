"""Proofs of positivity in the kernel: what each form needs, and what it must not let through."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.positivity import require_positive
from exactcheck.kernel.problem import Problem

x, y, z, s, n = (["letter", letter] for letter in "xyzsn")
FREE = [{"letter": letter, "role": "parameter"} for letter in "xyz"]
SIZE = [{"letter": "n", "role": "size"}]


def plus(*terms):
    """A sum."""
    return ["+", *terms]


def times(*factors):
    """A product."""
    return ["*", *factors]


def power(base, exponent):
    """A power."""
    return ["^", base, exponent]


def minus(left, right):
    """A difference."""
    return ["+", left, ["-", right]]


def assume(left, relation, right="0"):
    """An assumption."""
    return {"assume": [left, relation, right]}


def accepted(expression, strict, proof, *declarations):
    """True if the kernel accepts the proof of expression >= 0 (> 0 if strict)."""
    problem = Problem([*FREE, *declarations])
    try:
        require_positive(problem, Polynomial.of(problem.scalar(expression)), strict, proof)
    except Rejected:
        return False
    return True


def rootless(lower=None, upper=None, letter="x"):
    """A proof by the roots in a range."""
    return {"rootless": letter, "range": [lower, upper]}


def multiplier(m, product, sign="signs", orthant=None):
    """A proof by a multiple."""
    found = {"multiplier": m, "sign": sign, "product": product}
    return found if orthant is None else {**found, "orthant": orthant}


def multiples(*parts, rest="signs"):
    """A proof by weighted squares and a rest."""
    return {"multiples": [list(part) for part in parts], "rest": rest}


BOWL = plus(power(minus(power(x, 2), "1"), 2), "1")
SQUARES = [["1", minus(power(x, 2), "1")]]
DISC = minus("2", plus(power(x, 2), power(y, 2)))
IN_DISC = assume(DISC, ">=")
BELOW = minus("2", plus(x, y))
OFF = [["1/2", minus("1", x)], ["1/2", minus("1", y)]]
MOTZKIN = plus(
    times(power(x, 4), power(y, 2)), times(power(x, 2), power(y, 4)), minus("1", times("3", power(times(x, y), 2)))
)
CIRCLE = plus(power(x, 2), power(y, 2))
PARTS = [
    ["1", minus(times(power(x, 2), y), y)],
    ["1", minus(times(x, power(y, 2)), x)],
    ["1", minus(times(power(x, 2), power(y, 2)), "1")],
    ["1/4", minus(times(x, power(y, 3)), times(power(x, 3), y))],
    ["3/4", minus(plus(times(x, power(y, 3)), times(power(x, 3), y)), times("2", x, y))],
]
WHOLE = plus(CIRCLE, "1")
ROOT2 = {"letter": "s", "root": "2"}
LOOSE = minus(power(x, 2), times(x, y))
X_Y = assume(minus(x, y), ">=")
X_ABOVE_Y = assume(minus(x, y), ">")
CUBIC = plus(power(x, 3), times("-3", x), "3")
TRUE = {
    "squares": (power(minus(x, y), 2), False, {"squares": [["1", minus(x, y)]]}),
    "squares and a constant": (BOWL, True, multiples(["1", "signs", SQUARES])),
    "squares and a rest": (plus(BOWL, y), True, multiples(["1", "signs", SQUARES]), assume(y, ">=")),
    "a product of facts as weight": (
        times(x, y, power(z, 2)),
        False,
        multiples([times(x, y), {"sum": [["1", {}, [0, 1]]]}, [["1", z]]]),
        assume(x, ">="),
        assume(y, ">="),
    ),
    "signs": (plus(power(x, 2), "1"), True, "signs"),
    "a sum": (x, True, {"sum": [["1", {}, [0]], ["1", {"y": 1}, []]]}, assume(minus(x, y), ">="), assume(y, ">")),
    "a box": (
        plus(minus(power(x, 2), x), "3/10"),
        True,
        {"box": [["x", "0", "1"]], "tree": ["x", "1/2", "positive", "positive"]},
        assume(x, ">="),
        assume(x, "<=", "1"),
    ),
    "a fact as weight": (BELOW, False, multiples(["1", "signs", OFF], [DISC, "signs", [["1/2", "1"]]]), IN_DISC),
    "no weights": (power(x, 2), False, multiples()),
    "factors": (
        times(power(minus(x, "1"), 2), x),
        False,
        {"factors": [[minus(x, "1"), 2, None], [x, 1, "signs"]]},
        assume(x, ">="),
    ),
    "positive factors": (
        times(power(minus(x, y), 2), plus(power(z, 2), "1")),
        True,
        {"factors": [[minus(x, y), 2, "signs"], [plus(power(z, 2), "1"), 1, "signs"]]},
        X_ABOVE_Y,
    ),
    "no roots": (BOWL, True, rootless()),
    "no roots above": (CUBIC, True, rootless("-1"), assume(x, ">=", "-1")),
    "no roots below": (minus("5", power(x, 3)), True, rootless(None, "1"), assume(x, "<=", "1")),
    "no roots between": (minus(power(x, 2), "2"), True, rootless("2", "3"), assume(x, ">=", "2"), assume(x, "<", "3")),
    "a positive multiplier": (power(x, 3), False, multiplier(power(x, -1), {"squares": [["1", x]]}), assume(x, ">")),
    "a positive multiple": (x, True, multiplier(y, "signs"), assume(y, ">="), assume(times(x, y), ">")),
    "almost everywhere": (MOTZKIN, False, multiplier(WHOLE, {"squares": PARTS}, orthant=[])),
    "almost everywhere in an orthant": (
        minus(plus(power(x, 2), power(y, 2)), times(x, y)),
        False,
        multiplier(plus(x, y), "signs", orthant=["x", "y"]),
        assume(x, ">="),
        assume(y, ">="),
    ),
    "a size": (
        power(minus(n, "1"), 2),
        False,
        multiplier(power(n, 2), {"squares": [["1", times(n, minus(n, "1"))]]}, orthant=[]),
        *SIZE,
    ),
    "a root as any number": (
        times(s, power(x, 2)),
        False,
        multiplier(s, "signs", orthant=["s"]),
        {"letter": "s", "root": power(y, 2)},
    ),
}
FALSE = {
    "strict squares": (power(minus(x, y), 2), True, {"squares": [["1", minus(x, y)]]}),
    "a negative square": (["-", power(x, 2)], False, {"squares": [["-1", x]]}),
    "other squares": (power(x, 2), False, {"squares": [["1", y]]}),
    "a weight of unknown sign": (times(y, power(x, 2)), False, multiples([y, "signs", [["1", x]]])),
    "a weight that may be zero is no rest": (
        times(y, power(x, 2)),
        True,
        multiples([y, "signs", [["1", x]]]),
        assume(y, ">="),
    ),
    "a rest of unknown sign": (plus(power(x, 2), y), False, multiples(["1", "signs", [["1", x]]])),
    "a rest that is zero": (power(x, 2), True, multiples(["1", "signs", [["1", x]]])),
    "an odd factor": (
        times(power(minus(x, "1"), 2), y),
        False,
        {"factors": [[minus(x, "1"), 2, None], [y, 1, "signs"]]},
    ),
    "a factor that may be zero": (power(minus(x, y), 2), True, {"factors": [[minus(x, y), 2, "signs"]]}, X_Y),
    "a proof for an even power": (power(minus(x, y), 2), False, {"factors": [[minus(x, y), 2, "signs"]]}, X_ABOVE_Y),
    "another product": (times("2", power(x, 2)), False, {"factors": [[x, 2, None]]}),
    "a power of zero": ("1", False, {"factors": [[x, 0, None]]}),
    "no factors": (["-", "1"], False, {"factors": []}),
    "roots": (minus(power(x, 2), "2"), True, rootless()),
    "negative without roots": (["-", BOWL], True, rootless()),
    "a root at the end": (power(minus(x, "1"), 2), True, rootless("1"), assume(x, ">=", "1")),
    "a root at the upper end": (minus("3", x), True, rootless(None, "3"), assume(x, "<=", "3")),
    "a root at the other end": (minus("3", x), True, rootless("1", "3"), assume(x, "<=", "3"), assume(x, ">=", "1")),
    "a range that is not known": (CUBIC, True, rootless("-1")),
    "an upper end that is not known": (minus("5", power(x, 3)), True, rootless(None, "1")),
    "a range of one point": (CUBIC, True, rootless("1", "1"), assume(x, ">=", "1"), assume(x, "<=", "1")),
    "a range turned round": (CUBIC, True, rootless("2", "1"), assume(x, ">=", "2"), assume(x, "<=", "1")),
    "a root between": (minus(power(x, 2), "2"), True, rootless("1", "3"), assume(x, ">=", "1"), assume(x, "<=", "3")),
    "two roots between": (
        plus(power(minus(x, "2"), 2), "-1/9"),
        True,
        rootless("1", "3"),
        assume(x, ">=", "1"),
        assume(x, "<=", "3"),
    ),
    "two letters": (plus(power(x, 2), power(y, 2), "1"), True, rootless()),
    "another letter": (BOWL, True, rootless(letter="y")),
    "a negative power": (plus(power(x, -1), "1"), True, rootless("0"), assume(x, ">")),
    "a multiplier that may be zero": (minus(power(x, 2), "1"), False, multiplier(power(y, 2), "signs")),
    "zero times negative": (["-", "1"], False, multiplier("0", "signs")),
    "zero times negative, everywhere": (["-", power(x, 2)], False, multiplier("0", "signs", orthant=[])),
    "a negative multiplier": (x, True, multiplier(y, "signs"), assume(y, "<"), assume(times(x, y), ">")),
    "strict almost everywhere": (MOTZKIN, True, multiplier(WHOLE, {"squares": PARTS}, orthant=[])),
    "a negative multiplier almost everywhere": (
        ["-", MOTZKIN],
        False,
        multiplier(["-", WHOLE], {"squares": PARTS}, orthant=[]),
    ),
    "facts almost everywhere": (minus(x, y), False, multiplier("1", {"sum": [["1", {}, [0]]]}, orthant=[]), X_Y),
    "on a line": (["-", power(y, 2)], False, multiplier(power(minus(x, y), 2), "signs", orthant=[]), assume(x, "=", y)),
    "an orthant that is not known": (x, False, multiplier(x, "signs", orthant=["x"])),
    "an orthant of other letters": (power(x, 2), False, multiplier("1", "signs", orthant=["y"]), assume(y, ">=")),
    "an orthant with a letter twice": (x, False, multiplier("1", "signs", orthant=["x", "x"]), assume(x, ">=")),
    "a multiplier in other letters": (power(x, 2), False, multiplier(power(y, 2), "signs", orthant=[])),
    "negative powers": (plus(power(x, -1), "1"), False, multiplier(x, "signs", orthant=["x"]), assume(x, ">")),
    "a multiplier with negative powers": (x, False, multiplier(power(x, -1), "signs", orthant=["x"]), assume(x, ">")),
    "a root that is squared away": (minus(power(s, 2), "2"), True, multiplier("1", "signs"), ROOT2),
    "no proof": (power(x, 2), False, None),
    "an unknown form": (power(x, 2), False, {"luck": "1"}),
    "two forms": (power(x, 2), False, {"squares": [["1", x]], "factors": []}),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_accepted(name):
    expression, strict, proof, *declarations = TRUE[name]
    assert accepted(expression, strict, proof, *declarations)


@pytest.mark.parametrize("name", FALSE)
def test_what_is_rejected(name):
    expression, strict, proof, *declarations = FALSE[name]
    assert not accepted(expression, strict, proof, *declarations)


def test_where_the_letters_are_free_the_facts_about_them_are_not_known():
    # x >= 1 would make the product nonnegative, and is not used there
    proof = multiplier(power(x, 2), "signs", orthant=[])
    assert not accepted(minus(x, "1"), False, proof, assume(x, ">=", "1"))
