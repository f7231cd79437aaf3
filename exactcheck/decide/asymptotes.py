"""New letters for conics: for a hyperbola those that are zero on its asymptotes, so that their product is a number.

For a parabola one that is zero along its axis, and one of the old ones.
"""

from __future__ import annotations

from fractions import Fraction

from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from .number_letters import NumberLetters

Forms = list[Polynomial]
ZERO = Fraction(0)


def asymptotes(known: Known, numbers: NumberLetters, equation: Polynomial) -> tuple[Known, Forms, list[Forms]] | None:
    """Two forms in the letters, and the matrix of the letters in terms of them.

    None for other equations, and for a hyperbola that has a number as the product of its letters already.
    """
    if len(equation.letters) != 2 or not all(k >= 0 for m in equation.terms for _, k in m):
        return None
    x, y = sorted(equation.letters)
    if any(sum(k for _, k in m) > 2 for m in equation.terms):
        return None
    monomials = (((x, 2),), ((x, 1), (y, 1)), ((y, 2),), ((x, 1),), ((y, 1),))
    a, b, c, d, e = (equation.terms.get(monomial, ZERO) for monomial in monomials)
    square = b * b - 4 * a * c
    if square == 0 and b:
        slope = Polynomial.of(-b / (2 * a))
        one, zero = Polynomial.of(1), Polynomial()
        new = [Polynomial.letter(x) - slope * Polynomial.letter(y), Polynomial.letter(y)]
        return known, new, [[one, slope], [zero, one]]
    if square <= 0 or not any((a, c, d, e)):
        return None
    # where both derivatives 2 a x + b y + d and b x + 2 c y + e are zero
    center = {x: (2 * c * d - b * e) / square, y: (2 * a * e - b * d) / square}
    shifted = {name: Polynomial.letter(name) - place for name, place in center.items()}
    if not a and not c:
        one, zero = Polynomial.of(1), Polynomial()
        return known, [shifted[x], shifted[y]], [[one, zero], [zero, one]]
    if not a:
        x, y, a, c = y, x, c, a
    known, root = numbers.square_root(known, square)
    # a x^2 + b x y + c y^2 = a (x - r y) (x - s y) with r - s = root / a
    r, s = ((root * sign - b) * (1 / (2 * a)) for sign in (1, -1))
    step = root * (a / square)
    rows = {x: [1 - r * step, r * step], y: [-step, step]}
    new = [shifted[x] - r * shifted[y], shifted[x] - s * shifted[y]]
    return known, new, [[known.setting.normal(value) for value in rows[name]] for name in sorted(rows)]
