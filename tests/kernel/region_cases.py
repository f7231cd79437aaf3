"""Small certificates about regions, infinity and flows, for `cases`."""

from __future__ import annotations

from exactcheck import function, letter, verify_statements
from exactcheck.landscape import (
    coercive,
    conserved_quantity,
    empty,
    everywhere,
    gradient_descent_ends_in,
    gradient_descent_stays_in,
    implies,
    nonincreasing_quantity,
    separated,
    setwise_local_minimum,
)


def regions():
    """Empty sets and implications, both ways."""
    yield "empty", verify_statements(empty(lambda x, y: [x * y == 1, x >= 2, y >= 1]))
    yield "empty by equations", verify_statements(empty(lambda x: [x**2 == 2, x**3 > 3]))
    yield "not empty", verify_statements(empty(lambda x, y: [x * y == 1, x >= 2]))
    yield "implied", verify_statements(implies(lambda x, y: [x * y == 1, x > 0], lambda x, y: [y > 0, x + y >= 2]))
    yield "not implied", verify_statements(implies(lambda x, y: x * y == 1, lambda x, y: x + y >= 2))
    yield "everywhere", verify_statements(everywhere(lambda x, y: (x - y) ** 2 + 1 > 0))
    well = function(lambda x, y: (x**2 - 1) ** 2 + y**2, x=None, y=None)
    yield "separated", verify_statements(separated(well, "1/2", function(lambda x, y: x * (1 + 0 * y), x=None, y=None)))


def setwise():
    """Setwise local minima, both ways."""
    bump, one, line = (function(body, x=None) for body in (lambda x: 1 + x**2, lambda x: 1 + 0 * x, lambda x: 1 * x))
    cubic, square = (function(body, x=None) for body in (lambda x: x**3 - 3 * x, lambda x: x**2))
    c = letter("c")

    def between(x):
        return [x >= 0, x <= 1]

    def minimum(f, region, around, **of):
        return setwise_local_minimum(f, region, around, **of)

    far = minimum(one, lambda x: x >= c, lambda x: x > 0, denominator=bump, strict=True, at_infinity=True)
    yield "minimum at infinity", verify_statements(far, assuming=[c > 0])
    tangent = minimum(cubic, lambda x: x == 1, lambda x: x > -2, spurious=True, lower=[-3], bound=-2)
    yield "spurious minimum", verify_statements(tangent)
    yield "set outside", verify_statements(minimum(line, between, lambda x: x < 1))
    yield "not lower", verify_statements(minimum(line, lambda x: x >= 2, lambda x: x > 1))
    yield "no set", verify_statements(minimum(line, lambda x: x**2 <= -1, lambda x: x > 1))
    yield "bounded set", verify_statements(minimum(line, lambda x: x**2 == 1, lambda x: x > -2, at_infinity=True))
    yield "global minimum", verify_statements(minimum(square, lambda x: x**2 <= 1, lambda x: x**2 < 4, spurious=True))


def flows():
    """Coercivity, quantities along the flow and iterates, both ways."""
    product = function(lambda x, y: x * y, x=None, y=None)
    bowl = function(lambda x, y: x**2 - x * y + y**2, x=None, y=None)
    run = (1, 2), "1/4", 2
    yield "coercive", verify_statements(coercive(bowl))
    a = letter("a")
    weighted = function(lambda x, y: (a - 1) * x**2 + y**2, x=None, y=None)
    yield "coercive with a letter", verify_statements(coercive(weighted), assuming=[a > 1])
    yield "not coercive", verify_statements(coercive(product))
    yield "conserved", verify_statements(conserved_quantity(product, lambda x, y: x**2 - y**2))
    yield "not conserved", verify_statements(conserved_quantity(product, lambda x, y: x**2 + y**2))
    inside = nonincreasing_quantity(product, lambda x, y: x**2 + y**2, where=lambda x, y: x * y >= 0)
    yield "nonincreasing", verify_statements(inside)
    yield "descent", verify_statements(gradient_descent_ends_in(bowl, *run, lambda x, y: [x + y <= 2]))
    yield "descent in boxes", verify_statements(gradient_descent_stays_in(bowl, (1, 2), "1/3", 6, lambda x, y: x >= 0))
    yield "no descent", verify_statements(gradient_descent_stays_in(bowl, *run, lambda x, y: [x + y < 3]))


FAMILIES = (regions, setwise, flows)
