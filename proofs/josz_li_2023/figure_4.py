"""Figure 4: the function of Remark 2 on [-7, 7]."""

from exactcheck import Positive, claim, scalar, to_sympy
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper
from .remark_2 import bump_for, left_pieces, pieces

WHERE = "section 3, Figure 4"
RECORD = "josz-li/fig-4"
LISTED = ("1", "-4", "-7", "-8", "-7", "-4", "-1", "0", "-1", "-3/2", "-2", "-9/4", "-5/2", "-21/8", "-11/4")
VALUES = dict(zip(range(-7, 8), LISTED, strict=True))


def polynomials():
    """The pieces on [-7, 7], each with its ends."""
    first, second = left_pieces()
    yield first, -7, -2
    yield second, -2, 0
    for k in range(4):
        before, after = pieces(k, 2 ** (k + 1))
        if k:
            yield before, 2 * k - 1, 2 * k
        yield after, 2 * k, 2 * k + 1


def values_at_the_integers():
    """The value of each piece at the integers between its ends."""
    for polynomial, low, high in polynomials():
        for x in range(low, high + 1):
            yield polynomial(x) == scalar(VALUES[x])


@claim(
    paper,
    "Figure 4",
    part="values",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(x)$ is $1, -4, -7, -8, -7, -4, -1, 0$ for $x = -7, \dots, 0$, and $-1, -\frac32, -2, -\frac94,
-\frac52, -\frac{21}8, -\frac{11}4$ for $x = 1, \dots, 7$.""",
    reading="with the exponent 2^(k+1), and from both pieces where two meet",
)
@claim.sample()
def values():
    """The values at the integers."""
    yield from values_at_the_integers()


@claim(
    paper,
    "Figure 4",
    part="infinitely many critical values",
    where=WHERE,
    record=RECORD,
    statement=r"""The critical values $-3 (1 - 2^{-k})$ are all different: each is larger than the next one.""",
    reading="for all k at once by the letter q = 2^(-k) in (0, 1]",
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def different_critical_values(q: Positive):
    """The values at 2 k and 2 k + 2."""
    bump = bump_for(q)
    yield bump.end < bump.centre
    yield bump.end == bump.next.centre


def draw(axes):
    """The pieces, the critical points, and the limit."""
    from sympy import Rational

    axes.axhline(-3, color=SOFT, linewidth=0.8, linestyle="--")
    for polynomial, low, high in polynomials():
        f = to_sympy(polynomial)
        x = [low + Rational((high - low) * k, 60) for k in range(61)]  # exact, as the sums of large powers cancel
        axes.plot([float(at) for at in x], [float(f(at)) for at in x], color=FIRST)
    for x in (-4, 0, 2, 4, 6):
        axes.plot([x], [float(to_sympy(scalar(VALUES[x])))], "o", color=SECOND, markersize=5)
    axes.annotate("-3", (-6.9, -3), (0, 5), textcoords="offset points", color=INK)
    axes.set(xlabel="x", ylabel="f(x)", xlim=(-7, 7))


def picture():
    """The picture, whose values at the integers the kernel accepts before it is drawn."""
    require_proved(*values_at_the_integers())
    caption = (
        "The function of Remark 2 on $[-7, 7]$, with its critical points: the global minimum at $-4$, a local maximum "
        "at $0$, and $2, 4, 6, \\dots$, where it pauses on its way down to $-3$ (dashed)."
    )
    alt = (
        "A curve with a valley of depth -8 at -4 and a peak of height 0 at 0, from where it descends in ever flatter "
        "steps towards -3."
    )
    return Picture(caption, alt, draw)
