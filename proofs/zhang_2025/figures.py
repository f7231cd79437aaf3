"""Figure 1: level sets of the rank-one counterexample with n = 2, r = r* = 1, alpha = epsilon = 1/2.

The points are exact: the saddle off the axes comes from a Groebner basis of the gradient, and the kernel accepts what
the captions say of the points before they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from exactcheck import matrix, real_root, scalar, verify_statements
from exactcheck.landscape import strict_local_minimum
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, figure

from .instances import construction

NAMES = {"u0": ("u₀", (6, 9)), "u_star": ("u*", (9, 7)), "saddle": ("saddle", (10, -3))}
LEVELS, GRID = 18, 161


@dataclass(frozen=True)
class Saddle:
    """The critical point off the axes: its coordinates as real numbers, and their polynomials over the integers."""

    x: Any
    y: Any
    x_polynomial: Any
    y_polynomial: Any


def counterexample():
    """The construction of the figure."""
    return construction(2, 1, 1, scalar("1/2"), scalar("1/2"))


def loss():
    """The loss as an expression, and as a polynomial of sympy's in the two coordinates."""
    from exactcheck import to_sympy

    problem = counterexample()
    f = problem.loss(problem.operator)
    return f, to_sympy(f)


@cache
def saddle() -> Saddle:
    """The critical point of the loss with x, y > 0.

    Raises ValueError unless the kernel accepts that it is one, and a saddle.
    """
    import sympy

    f, polynomial = loss()
    x, y = polynomial.variables
    inverse = sympy.Dummy("inverse")
    conditions = [sympy.diff(polynomial.expr, x), sympy.diff(polynomial.expr, y), 1 - inverse * x * y]
    *_, x_of_y, y_alone = sympy.groebner(conditions, inverse, x, y, order="lex").exprs
    x_alone = sympy.groebner(conditions, inverse, y, x, order="lex").exprs[-1]
    found = Saddle(x, y, *(sympy.Poly(p, v).primitive()[1] for p, v in ((x_alone, x), (y_alone, y))))
    (value,) = sympy.solve(x_of_y, x)
    require_saddle(f, sympy.Poly(value, y), found.y_polynomial)
    positive = [[r for r in p.real_roots() if r.is_positive] for p in (found.x_polynomial, found.y_polynomial)]
    ((x_root,), (y_root,)) = positive
    return Saddle(x_root, y_root, found.x_polynomial, found.y_polynomial)


def require_saddle(f, x_of_y, y_polynomial) -> None:
    """Raise ValueError unless the kernel accepts that y in (0, 1), and x by its polynomial in y, are a saddle."""
    y = real_root([str(c) for c in reversed(y_polynomial.all_coeffs())], 0, 1, "y")
    x = sum((scalar(str(c)) * y**k for (k,), c in x_of_y.terms()), scalar(0))
    at, e1, e2 = [matrix([[x], [y]]).named("saddle")], [matrix([[1], [0]])], [matrix([[0], [1]])]
    hessian = f.derivative(at, e1, e1) * f.derivative(at, e2, e2) - f.derivative(at, e1, e2) ** 2
    require(f.derivative(at, e1) == 0, f.derivative(at, e2) == 0, hessian < 0, x > 0)


def require_bound_at_u0() -> None:
    """Raise ValueError unless the kernel accepts that u0 is a strict local minimum under the bounds, not without."""
    f, _ = loss()
    u0 = counterexample().spurious_point
    require(f.derivative([u0], [matrix([[1], [0]])]) > 0, strict_local_minimum(f, at=u0, lower_bounds=0))


def require(*statements) -> None:
    """Raise ValueError unless the kernel accepts a proof of the statements, which the captions repeat."""
    result = verify_statements(*statements)
    if result.verdict != "proved":
        raise ValueError(f"the statements of the caption are {result.verdict}")


@cache
def points() -> dict[str, tuple[Any, Any]]:
    """The marked points, exactly: u0 = alpha Q2, u* = Q1, and the saddle."""
    from exactcheck import to_sympy

    problem = counterexample()
    require_bound_at_u0()
    u0, solution = to_sympy(problem.spurious_point), to_sympy(problem.Q1)
    return {"u0": tuple(u0), "u_star": tuple(solution), "saddle": (saddle().x, saddle().y)}


def level_sets(axes: Any, window: tuple[float, float, float, float], marked: dict[str, tuple[Any, Any]]) -> None:
    """Level sets of the loss, those through the marked points in full strength, and the points."""
    import numpy
    import sympy

    _, polynomial = loss()
    value = sympy.lambdify(polynomial.variables, polynomial.expr, "numpy")
    left, right, low, high = window
    x, y = numpy.meshgrid(numpy.linspace(left, right, GRID), numpy.linspace(low, high, GRID))
    z = value(x, y)
    heights = [float(polynomial(*point)) for point in marked.values()]
    axes.contour(x, y, z, levels=numpy.geomspace(0.004, float(z.max()), LEVELS), colors=SOFT, linewidths=0.5)
    through = sorted({round(height, 12) for height in heights if height > 1e-9})
    axes.contour(x, y, z, levels=through, colors=FIRST, linewidths=1.4)
    for marker, (name, point) in zip("sD^", marked.items(), strict=False):
        mark(axes, marker, *NAMES[name], float(point[0]), float(point[1]))
    axes.set(xlim=(left, right), ylim=(low, high), xlabel="u₁", ylabel="u₂", aspect="equal")


def mark(axes: Any, marker: str, name: str, offset: tuple[int, int], x: float, y: float) -> None:
    """A marked point with its name beside it."""
    axes.plot([x], [y], marker, color=SECOND, markersize=8, clip_on=False, zorder=5)
    axes.annotate(name, (x, y), offset, textcoords="offset points", color=INK, fontsize=13)


def saddle_in_words() -> str:
    """The exact coordinates of the saddle, by the polynomials of which they are the positive roots."""
    from sympy import Symbol, latex

    found = saddle()
    x, y = (
        latex(p.as_expr().subs(p.gen, Symbol(v))) for p, v in ((found.x_polynomial, "x"), (found.y_polynomial, "y"))
    )
    return f"the saddle $(x, y)$ with the positive roots $x$ of ${x}$ and $y$ of ${y}$"


def values_in_words() -> str:
    """The values of the loss at the points with rational coordinates."""
    _, polynomial = loss()
    at = points()
    return f"$f(u_0) = {polynomial(*at['u0'])}$ and $f(u^*) = {polynomial(*at['u_star'])}$"


@figure("Figure 1, left")
def whole_plane() -> Picture:
    """All of the plane: u0 is no critical point without its bound."""
    caption = (
        "Level sets of $f$ over $\\mathbb{R}^2$ for $n = 2$, $r = r^* = 1$, $\\alpha = \\epsilon = \\frac12$, in full "
        f"strength those through $u_0 = (0, \\frac12)$ and through {saddle_in_words()}. Over the plane $u_0$ is no "
        f"local minimum; $u^* = (1, 0)$ and $-u^*$ are the global ones. {values_in_words()}."
    )
    alt = (
        "Contour lines of a function of two variables with two valleys at (1, 0) and (-1, 0). The point (0, 1/2) lies "
        "on a slope; to its right, inside the quadrant, lies a saddle."
    )
    return Picture(caption, alt, lambda axes: level_sets(axes, (-1.5, 1.5, -1.2, 1.2), points()))


@figure("Figure 1, right")
def nonnegative_quadrant() -> Picture:
    """The quadrant: u0 is a strict local minimum."""
    caption = (
        "The same level sets over the nonnegative quadrant, where $u_0 = (0, \\frac12)$ is a spurious strict local "
        f"minimum beside the global minimum $u^* = (1, 0)$; between them {saddle_in_words()}. {values_in_words()}."
    )
    alt = (
        "Contour lines over the quadrant of nonnegative coordinates. On the vertical edge the point (0, 1/2) is lower "
        "than all points nearby; a saddle separates it from the valley at (1, 0) on the horizontal edge."
    )
    return Picture(caption, alt, lambda axes: level_sets(axes, (0.0, 1.3, 0.0, 1.04), points()))
