"""The case tree for all stationary points of f(x) = 1/2 sum_ij |x_i x_j - a_i a_j|, with a_i > 0 or a_i = 0.

A coordinate with a_i = 0 and x_i != 0 falls along -x_i e_i. For the others let e = sum_i x_i, which is >= 0 after a
change of all signs, and let S be the sum of the x_i of a class:

- if x_i < -a_i for some i (the class H), then f falls along such an e_i: df(x)(e_i) <= -e + 2 S_H;
- otherwise, if x_i > a_i for some i (the class G), along -(S_G + S_A) x_i on G and S_G x_i on A, the class with
  0 <= x_i < a_i;
- in the box |x_i| <= a_i with e > 0: if |x_i| < a_i for some i, then along e_i; otherwise along e_i with x_i = -a_i if
  there is one, and x = a if there is none. For e = 0 all multipliers are -1.

Classes are taken up to permutations of the coordinates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .case_nodes import Expression, Group, Node, letter, minus, mirrored, replace, split, symmetric, times, total

Groups = Sequence[Group]
Directions = dict[str, Expression]


@dataclass(frozen=True)
class CaseTree:
    """The letters x_i of all coordinates, the a_i of those with a_i > 0, which two x_i each piece pairs, how many facts
    are known before, and letters a_i that are zero.

    New letters get names from those of x_i and a_i.
    """

    point: Sequence[str]
    planted: dict[str, str]
    pairs: Sequence[tuple[str, str]]
    facts: int
    vanishing: Sequence[str] = ()

    @property
    def groups(self) -> Groups:
        """The coordinates with a_i > 0, with these."""
        return [(x, self.planted[x]) for x in self.point if x in self.planted]

    def root(self) -> Node:
        """The whole tree."""
        node = self.case([], self.member("0"))
        if self.planted:
            node = mirrored(added(self.groups), symmetric(self.groups, below_or_not, self.below))
        for x in reversed(self.point):
            if x not in self.planted:
                falling = self.direction({x: minus(letter(x))})
                positive, negative = (replace([*self.zeros, *moved], falling) for moved in ([], [turned(x)]))
                node = split(letter(x), {">": positive, "<": negative, "=": node})
        return node

    @property
    def zeros(self) -> list[list[Any]]:
        """Replacements of the letters that are zero."""
        return [[a, "0", None] for a in self.vanishing]

    @property
    def balance(self) -> int:
        """The number of the fact e >= 0, after two for each coordinate that is zero."""
        return self.facts + 2 * (len(self.point) - len(self.planted))

    def case(self, replacements: list[list[Any]], proof: Node) -> Node:
        """The proof in a case where the coordinates with a_i = 0 are zero."""
        zeros = [[x, "0", None] for x in self.point if x not in self.planted]
        return replace([*self.zeros, *zeros, *replacements], proof)

    def below(self, below: Groups, others: Groups) -> Node:
        """The case in which x_i < -a_i for these coordinates."""
        if not below:
            return symmetric(others, above_or_not, self.above)
        parts = [["2", {part: 1}, []] for x, a in below for part in (a, slack(x))]
        falling = {"sum": [["1", {}, [self.balance]], *parts]}

        def signs(_: Groups, negative: Groups) -> Node:
            moved = [beyond(*group, -1) for group in below] + [turned(y) for y, _ in negative]
            return self.case(moved, self.direction({below[0][0]: "1"}, falling))

        return symmetric(others, nonnegative_or_not, signs)

    def above(self, above: Groups, inside: Groups) -> Node:
        """The case in which x_i > a_i for these coordinates, and the others are in the box."""

        def falling(negative: Groups, between: Groups, top: Groups) -> Node:
            moved = [beyond(*group, 1) for group in above] + [at_edge(*group, 1) for group in top]
            moved += [turned(x) for x, _ in negative] + [pair for group in between for pair in below_top(*group)]
            d = along(minus(added([*above, *between])), above) | along(added(above), between)
            return self.case(moved, self.direction(d))

        return symmetric(inside, up_to_the_top, falling) if above else self.box()

    def box(self) -> Node:
        """All |x_i| <= a_i."""
        everywhere = [pair for group in self.groups for pair in centred(*group)]
        balanced = self.case(everywhere, self.member("-1"))
        unbalanced = symmetric(self.groups, inner_or_not, self.unbalanced)
        return split(added(self.groups), {"<=": balanced, ">": unbalanced})

    def unbalanced(self, inner: Groups, bottom: Groups, top: Groups) -> Node:
        """In the box with e > 0, where these coordinates are inside and at the ends."""
        moved = [pair for group in inner for pair in centred(*group)]
        moved += [at_edge(*group, -1) for group in bottom] + [at_edge(*group, 1) for group in top]
        if not (inner or top):
            return self.case(moved, "impossible")
        falling = [*inner, *bottom]
        return self.case(moved, self.direction({falling[0][0]: "1"}) if falling else self.member("0"))

    def direction(self, entries: Directions, falling: Any = "signs") -> Node:
        """A direction with these entries, otherwise 0, and why f falls along it."""
        return {"direction": [entries.get(x, "0") for x in self.point], "falling": falling}

    def member(self, multiplier: str) -> Node:
        """The multiplier of the pieces for two coordinates with a_i > 0; the others have 0."""
        inner = [x in self.planted and y in self.planted for x, y in self.pairs]
        return {"multipliers": [multiplier if each else "0" for each in inner]}


def uniform_tree(point: Sequence[str], letters: dict[str, str], pairs: Sequence[tuple[str, str]], facts: int) -> Node:
    """The tree for letters a_i >= 0, some of which may be zero."""

    def case(positive: Groups, zero: Groups) -> Node:
        return CaseTree(point, dict(positive), pairs, facts + len(letters), [a for _, a in zero]).root()

    return symmetric(list(letters.items()), positive_or_not, case)


# Templates: the parts in which a coordinate can lie


def below_or_not(x: str, a: str) -> Node:
    """x < -a or x >= -a."""
    return split(to_bottom(x, a), {"<": None, ">=": None})


def above_or_not(x: str, a: str) -> Node:
    """x > a or x <= a."""
    return split(to_top(x, a), {">": None, "<=": None})


def positive_or_not(x: str, a: str) -> Node:
    """a > 0 or a <= 0."""
    return split(letter(a), {">": None, "<=": None})


def nonnegative_or_not(x: str, a: str) -> Node:
    """x >= 0 or x < 0."""
    return split(letter(x), {">=": None, "<": None})


def up_to_the_top(x: str, a: str) -> Node:
    """x < 0, 0 <= x < a or x >= a."""
    return split(letter(x), {"<": None, ">=": split(to_top(x, a), {"<": None, ">=": None})})


def inner_or_not(x: str, a: str) -> Node:
    """-a < x < a, x <= -a or x >= a."""
    return split(to_top(x, a), {"<": split(to_bottom(x, a), {">": None, "<=": None}), ">=": None})


# Replacements, which show the signs of differences


def slack(name: str) -> str:
    """A new letter for a coordinate, or for a letter a_i."""
    return f"{name}_t"


def beyond(x: str, a: str, sign: int) -> list[Any]:
    """sign * x = a + t."""
    return [x, signed(sign, total([letter(a), letter(slack(x))])), slack(x)]


def at_edge(x: str, a: str, sign: int) -> list[Any]:
    """sign * x = a."""
    return [x, signed(sign, letter(a)), None]


def turned(x: str) -> list[Any]:
    """x = -t."""
    return [x, minus(letter(slack(x))), slack(x)]


def below_top(x: str, a: str) -> list[list[Any]]:
    """x = t and a = t + r."""
    return [[x, letter(slack(x)), slack(x)], [a, total([letter(slack(x)), letter(slack(a))]), slack(a)]]


def centred(x: str, a: str) -> list[list[Any]]:
    """x = a - t and a = (t + r) / 2, so that x = (r - t) / 2."""
    half = times("1/2", total([letter(slack(x)), letter(slack(a))]))
    return [[x, total([letter(a), minus(letter(slack(x)))]), slack(x)], [a, half, slack(a)]]


# Expressions


def to_top(x: str, a: str) -> Expression:
    """x - a."""
    return total([letter(x), minus(letter(a))])


def to_bottom(x: str, a: str) -> Expression:
    """x + a."""
    return total([letter(x), letter(a)])


def signed(sign: int, expression: Expression) -> Expression:
    """A multiple by 1 or -1."""
    return expression if sign == 1 else minus(expression)


def added(groups: Groups) -> Expression:
    """The sum of the coordinates of a class."""
    return total(letter(x) for x, _ in groups)


def along(factor: Expression, groups: Groups) -> Directions:
    """The coordinates of a class times a factor."""
    return {x: times(factor, letter(x)) for x, _ in groups}
