"""Polynomials in one letter with integer coefficients, as tuples of coefficients, lowest first, without leading zeros.

What is asked of them is where they are zero and which sign they have: positive factors do not matter, and there are no
fractions whose terms would have to be made lowest at each step.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import gcd, lcm

from .intervals import Interval
from .reading import require

Integers = tuple[int, ...]

PRIME = 2**61 - 1


def primitive(polynomial: Sequence[Fraction | int]) -> Integers:
    """The positive multiple with integer coefficients that have no common factor; rejected for zero."""
    degree = max((k for k, value in enumerate(polynomial) if value), default=-1)
    require(degree >= 0, "the polynomial zero")
    kept = polynomial[: degree + 1]
    scale = lcm(*(value.denominator for value in kept))
    integers = [value.numerator * (scale // value.denominator) for value in kept]
    content = gcd(*integers)
    return tuple(value // content for value in integers)


def value_at(polynomial: Integers, numerator: int, denominator: int) -> int:
    """denominator^degree times the value at numerator / denominator, by Horner's rule."""
    value, power = 0, 1
    for coefficient in reversed(polynomial):
        value = value * numerator + coefficient * power
        power *= denominator
    return value


@lru_cache(maxsize=2**8)
def on_unit_interval(polynomial: Integers, interval: Interval) -> Integers:
    """A positive multiple of p(a + (b - a) t): its values for t from 0 to 1 are those of p from a to b.

    With a = s / d and b - a = w / d this is d^n p((s + w t) / d) by Horner's rule.
    """
    lower, upper = interval
    scale = lcm(lower.denominator, upper.denominator)
    start, width = int(lower * scale), int((upper - lower) * scale)
    result, power = [0], 1
    for coefficient in reversed(polynomial):
        result = [a * start + b * width for a, b in zip([*result, 0], [0, *result], strict=True)]
        result[0] += coefficient * power
        power *= scale
    return primitive(result)


def shifted(polynomial: Sequence[int]) -> Iterator[int]:
    """The coefficients of p(x + 1), lowest first: the remainders of repeated divisions by x - 1."""
    rest = list(reversed(polynomial))
    while rest:
        rest = list(accumulate(rest))
        yield rest.pop()


@lru_cache(maxsize=2**8)
def squarefree_part(polynomial: Integers) -> Integers:
    """The polynomial with the same roots, each of them simple: p divided by its greatest common divisor with p'."""
    slope = derivative(polynomial)
    if not slope or coprime_modulo(PRIME, polynomial, slope):
        return polynomial
    divisor, rest = polynomial, primitive(slope)
    while rest:
        _, remainder = pseudo_remainder(divisor, rest)
        divisor, rest = rest, primitive(remainder) if any(remainder) else ()
    return exact_quotient(polynomial, divisor)


def derivative(polynomial: Integers) -> Integers:
    """The derivative."""
    return tuple(k * coefficient for k, coefficient in enumerate(polynomial))[1:]


def coprime_modulo(prime: int, polynomial: Integers, other: Integers) -> bool:
    """True if Euclid's algorithm modulo a prime shows that two polynomials have no common divisor of degree >= 1.

    A primitive common divisor g divides p over the integers, too (Gauss), and its leading coefficient that of p. If the
    prime does not divide the latter, g has the same degree modulo the prime, and is a common divisor there.
    """
    if polynomial[-1] % prime == 0:
        return False
    divisor, rest = ([value % prime for value in each] for each in (polynomial, other))
    while any(rest):
        while not rest[-1]:
            rest.pop()
        divisor, rest = rest, remainder_modulo(prime, divisor, rest)
    return len(divisor) == 1


def remainder_modulo(prime: int, dividend: list[int], divisor: list[int]) -> list[int]:
    """The remainder of a division of polynomials modulo a prime."""
    rest, inverse = list(dividend), pow(divisor[-1], -1, prime)
    while len(rest) >= len(divisor):
        factor, start = rest.pop() * inverse % prime, len(rest) + 1 - len(divisor)
        for k, value in enumerate(divisor[:-1], start):
            rest[k] = (rest[k] - factor * value) % prime
    return rest


def pseudo_remainder(dividend: Sequence[int], divisor: Integers) -> tuple[int, list[int]]:
    """(d, r): d times the first polynomial is r and a multiple of the second one, whose degree r does not reach."""
    scale, rest, (*lower, leading) = 1, list(dividend), divisor
    while len(rest) >= len(divisor):
        last, start = rest.pop(), len(rest) + 1 - len(divisor)
        if last:
            scale, rest = scale * leading, [value * leading for value in rest]
            for k, value in enumerate(lower, start):
                rest[k] -= last * value
    return scale, rest


def exact_quotient(dividend: Integers, divisor: Integers) -> Integers:
    """The quotient by a primitive divisor, which has integer coefficients (Gauss)."""
    rest, quotient = list(dividend), list[int]()
    while len(rest) >= len(divisor):
        quotient.append(rest[-1] // divisor[-1])
        start = len(rest) - len(divisor)
        for k, value in enumerate(divisor, start):
            rest[k] -= quotient[-1] * value
        rest.pop()
    return tuple(reversed(quotient))
