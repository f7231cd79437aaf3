"""Equation (1) and (RIP): the loss, its global minimum, and what the RIP constant can be."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim, matrix, scalar
from exactcheck.landscape import arbitrary_operator, measurements, rip_constant, symmetric_loss, value

from . import paper
from .instances import construction


@claim(
    paper,
    "Equation 1",
    part="loss",
    where="section 1.1, (1)",
    record="zhang/eq-1",
    statement=r"""$f(U) = \frac12 \|A(U U^T - U_* U_*^T)\|^2$ is nonnegative and zero at $U_*$, for every linear
operator $A$.""",
    scope="general",
)
@claim.general()
def loss_is_nonnegative(n: Integer, r: Integer):
    """The global minimum value of the loss is 0."""
    rows, cols = Partition(rows=n).dimension, Partition(columns=r).dimension
    A = arbitrary_operator("A", rows)
    solution = arbitrary_matrix("U_star", rows, cols)
    f = symmetric_loss(A, solution @ solution.T, cols).named("f")

    yield value(f, at=arbitrary_matrix("U", rows, cols)) >= 0
    yield value(f, at=solution) == 0


@claim(
    paper,
    "Equation 1",
    part="constant on an instance",
    where="section 1.1, (RIP)",
    record="zhang/eq-1",
    statement=r"""For the operator of Theorem 2 with $n = 2$, $r = r^* = 1$, $\alpha = 7/15$, $\epsilon = 4/7$ the least
constant in (RIP) is $7/25$: $18/25 \|M\|^2 \le \|A(M)\|^2 \le 32/25 \|M\|^2$, and both bounds are attained.""",
    scope="exhaustive",
)
@claim.sample()
def constant_on_an_instance():
    """The constant of one operator on all matrices."""
    problem = construction(2, 1, 1, scalar("7/15"), scalar("4/7"))

    yield rip_constant(problem.operator, rank=2) == "7/25"


@claim(
    paper,
    "Equation 1",
    part="range of delta",
    where="section 1.1, (RIP)",
    record="zhang/eq-1",
    statement=r"""(RIP) is printed without a range for $\delta$. It says something from below only for $\delta < 1$:
with $\delta = 1$ the zero operator satisfies it, and the loss is constant.""",
    scope="exhaustive",
)
@claim.sample()
def range_of_delta():
    """The zero operator on 2 x 2 matrices has the constant 1, and tells nothing about U."""
    zero = measurements([matrix([[0, 0], [0, 0]])]).named("A")
    f = symmetric_loss(zero, matrix([[1, 0], [0, 0]]), 1).named("f")

    yield rip_constant(zero, rank=2) == 1
    yield value(f, at=arbitrary_matrix("U", 2, 1)) == 0
