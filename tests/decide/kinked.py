"""Random sums of absolute values of quadratic polynomials in two variables, and what Fractions say of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

import sympy
from hypothesis import strategies as st

from exactcheck import function
from exactcheck.landscape import sum_of_absolute_values

AT = (Fraction(1, 2), Fraction(-1))
small = st.integers(-2, 2)
directions = st.tuples(small, small)


@dataclass(frozen=True)
class Quadratic:
    """offset + slope y + 1/2 y^T hessian y, with y the displacement from AT and hessian = (h_11, h_12, h_22)."""

    offset: int
    slope: tuple[int, int]
    hessian: tuple[int, int, int]

    def at(self, x, y):
        """The value at AT + (x, y)."""
        a, b, c = self.hessian
        return self.offset + self.slope[0] * x + self.slope[1] * y + (a * x**2 + 2 * b * x * y + c * y**2) / 2

    def expression(self):
        """The polynomial as a function."""
        return function(lambda x, y: self.at(x - AT[0], y - AT[1]), x=None, y=None)

    def form(self, w):
        """The Hessian form."""
        a, b, c = self.hessian
        return a * w[0] ** 2 + 2 * b * w[0] * w[1] + c * w[1] ** 2


@dataclass(frozen=True)
class Sum:
    """smooth + sum_k weight_k |piece_k|."""

    smooth: Quadratic
    pieces: tuple[tuple[Fraction, Quadratic], ...]

    def expression(self):
        """The same for exactcheck."""
        pieces = [(weight, piece.expression()) for weight, piece in self.pieces]
        return sum_of_absolute_values(self.smooth.expression(), pieces)

    def at(self, x, y):
        """The value at AT + (x, y)."""
        return self.smooth.at(x, y) + sum(weight * abs(piece.at(x, y)) for weight, piece in self.pieces)

    def slope(self, d):
        """The one-sided derivative: on a short ray, where no piece changes its sign, f is quadratic."""
        t = Fraction(1, 10**6)
        rise, half = (self.at(s * d[0], s * d[1]) - self.at(Fraction(0), Fraction(0)) for s in (t, t / 2))
        return (4 * half - rise) / t

    def parts(self):
        """Slope and Hessian of the smooth part (with pieces of known sign), and those of the kinks."""
        signed = [(Fraction(1), self.smooth)]
        signed += [(w * (1 if p.offset > 0 else -1), p) for w, p in self.pieces if p.offset]
        slope = [sum(w * p.slope[i] for w, p in signed) for i in range(2)]
        hessian = [sum(w * p.hessian[i] for w, p in signed) for i in range(3)]
        kinks = [([w * a for a in p.slope], [w * h for h in p.hessian]) for w, p in self.pieces if not p.offset]
        return (slope, hessian), kinks

    def multipliers(self):
        """The vertices of {z in [-1, 1]^k : slope + sum_k z_k slope_k = 0}."""
        (slope, _), kinks = self.parts()
        return box_vertices([[a[i] for a, _ in kinks] for i in range(2)], [-value for value in slope])

    def second(self, w):
        """The largest Hessian form over the vertices; None if there are none."""
        (_, hessian), kinks = self.parts()
        forms = [Quadratic(0, (0, 0), tuple(h)).form(w) for _, h in kinks]
        base = Quadratic(0, (0, 0), tuple(hessian)).form(w)
        return max((base + sum(z * q for z, q in zip(v, forms, strict=True)) for v in self.multipliers()), default=None)


def box_vertices(rows, target):
    """The vertices of {z in [-1, 1]^k : rows z = target}: entries at their ends but on independent columns."""
    width = len(rows[0])
    found = []
    for size in range(min(len(rows), width) + 1):
        for loose in combinations(range(width), size):
            a = sympy.Matrix(len(rows), size, lambda i, j, loose=loose: rows[i][loose[j]])
            if a.rank() < size:
                continue
            fixed = [k for k in range(width) if k not in loose]
            for ends in product((-1, 1), repeat=len(fixed)):
                rest = [
                    t - sum(row[k] * e for k, e in zip(fixed, ends, strict=True))
                    for row, t in zip(rows, target, strict=True)
                ]
                z = solved(a, rest)
                if z is not None and all(abs(v) <= 1 for v in z):
                    found.append([dict(zip([*fixed, *loose], [*ends, *z], strict=True))[k] for k in range(width)])
    return found


def solved(a, rest):
    """The solution of a z = rest for independent columns, if there is one."""
    b = sympy.Matrix(rest)
    z = (a.T * a).LUsolve(a.T * b) if a.cols else sympy.zeros(0, 1)
    return [Fraction(int(v.p), int(v.q)) for v in z] if a * z == b else None


quadratics = st.builds(Quadratic, st.sampled_from([0, 0, 0, 1, -2]), st.tuples(small, small), st.tuples(*[small] * 3))
weights = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3), Fraction(0)])
sums = st.builds(Sum, quadratics, st.lists(st.tuples(weights, quadratics), max_size=4).map(tuple))


def balanced(data):
    """A sum whose smooth part is changed so that the given multipliers show it to be stationary."""
    f, z = data
    (slope, _), kinks = f.parts()
    rest = [slope[i] + sum(weight * a[i] for weight, (a, _) in zip(z, kinks, strict=False)) for i in range(2)]
    moved = tuple(s - r for s, r in zip(f.smooth.slope, rest, strict=True))
    return Sum(Quadratic(f.smooth.offset, moved, f.smooth.hessian), f.pieces)


stationary_sums = st.tuples(sums, st.lists(st.sampled_from([Fraction(v, 2) for v in range(-2, 3)]), min_size=4)).map(
    balanced
)
