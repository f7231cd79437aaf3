"""Proposition 3: subgradient trajectories of locally Lipschitz functions that are bounded below."""

from exactcheck import Positive, claim
from exactcheck.landscape import stationary

from . import paper
from .definitions_4_5 import tilted_modulus

RECORD = "josz-li/prop-3"

every_function = claim.not_checkable(
    paper,
    "Proposition 3",
    part="every function",
    where="section 2.3, Proposition 3",
    record=RECORD,
    statement="A locally Lipschitz function that is bounded below has a subgradient trajectory from every start.",
    reading="the proof in Appendix D holds with its slips repaired: see the claims about it",
    reason="an existence theorem about all such functions, by compactness; the other part of this claim is an instance",
)


@claim(
    paper,
    "Proposition 3",
    part="absolute value",
    where="section 2.3, Proposition 3",
    record=RECORD,
    statement=r"""For $f(x) = w |x|$, $w > 0$, and $x_0 \ge 0$ (or $\le 0$, by symmetry) the trajectory is $x(t) =
\max\{x_0 - w t, 0\}$.""",
    reading="before it arrives at 0 the derivative is -w, then 0; x is an arbitrary point on the way",
    scope="parametric",
)
@claim.sample(w=2, x=3)
@claim.general()
def modulus(w: Positive, x: Positive):
    """-x' is a subgradient on both sides of 0 and at 0."""
    yield from descends_the_modulus(w, x)


def descends_the_modulus(w, x):
    """The velocities -w at x, w at -x and 0 at 0 are minus subgradients of w |x|."""
    for sign in (1, -1):
        yield stationary(tilted_modulus(w, sign * w), at=sign * x, multipliers=[sign])
    yield stationary(tilted_modulus(w, 0 * w), at=0, multipliers=[0])
