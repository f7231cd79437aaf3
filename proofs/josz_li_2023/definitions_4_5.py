"""Definitions 4 and 5: what section 2.2 says about Clarke's subdifferential."""

from exactcheck import Positive, Real, assume, claim, function
from exactcheck.landscape import directional_derivative, not_stationary, stationary, sum_of_absolute_values

from . import paper

RECORD = "josz-li/def-4-5-facts"

every_function = claim.not_checkable(
    paper,
    "Definition 5",
    part="every function",
    where="section 2.2",
    record=RECORD,
    statement=r"""For every locally Lipschitz $f$ and every $x$ the Clarke subdifferential $\partial f(x)$ is
nonempty, convex and compact; for continuously differentiable $f$ it is the gradient.""",
    reason="theorems of Clarke (Propositions 2.1.2 and 2.2.4) about all locally Lipschitz functions; the other "
    "parts of this claim test them on instances",
)


def tilted_modulus(w, s):
    """w |x| - s x, of which 0 is a subgradient where s is one of w |x|."""
    smooth, modulus = function(lambda x: -s * x, x=None), function(lambda x: x, x=None)
    return sum_of_absolute_values(smooth, [(w, modulus)])


@claim(
    paper,
    "Definition 5",
    part="absolute value",
    where="section 2.2",
    record=RECORD,
    statement=r"""For $f(x) = w |x|$, $w > 0$: $\partial f(0) = [-w, w]$, which is nonempty, convex and compact,
and $f^\circ(0, d) = w |d|$.""",
    reading="s = w z with |z| <= 1 is a subgradient, and s = w + e or -(w + e) with e > 0 is none; f is convex, "
    "so that the Clarke derivative is the directional derivative",
    scope="parametric",
)
@claim.sample(w=2, z="-1/3", e=1)
@claim.general()
def modulus(w: Positive, z: Real, e: Positive):
    """The subgradients at the kink, and the derivatives in both directions."""
    assume(z >= -1, z <= 1)
    yield stationary(tilted_modulus(w, w * z), at=0, multipliers=[z])
    for sign in (1, -1):
        yield not_stationary(tilted_modulus(w, sign * (w + e)), at=0, descent=sign)
        yield directional_derivative(tilted_modulus(w, 0 * w), 0, along=sign) == w


@claim(
    paper,
    "Definition 5",
    part="smooth function",
    where="section 2.2",
    record=RECORD,
    statement=r"""For $f(x) = x^3 + b x$: $\partial f(a) = \{3 a^2 + b\}$.""",
    reading="for all a and b; s differs from the slope by e, -e",
    scope="parametric",
)
@claim.sample(a=2, b=-1, e=1)
@claim.general()
def smooth(a: Real, b: Real, e: Positive):
    """The slope is a subgradient, and nothing else is."""
    slope = 3 * a**2 + b

    def tilted(s):
        return sum_of_absolute_values(function(lambda x: x**3 + b * x - s * x, x=None))

    yield stationary(tilted(slope), at=a, multipliers=[])
    for sign in (1, -1):
        yield not_stationary(tilted(slope + sign * e), at=a, descent=sign)
