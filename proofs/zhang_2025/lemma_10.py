"""Lemma 10: where the hypotheses of the lemma hold, U = 0 or U U^T = u u^T; the displays of its proof."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import Integer, Partition, arbitrary_matrix, assume, claim, inner, norm_squared, point, scalar

from . import paper
from .instances import arbitrary_vector, fully_observed

ALL_SIZES = "for every real u and U; no entry is assumed to be nonnegative"


@dataclass(frozen=True, eq=False)
class RankOne:
    """U (n x r) and u (n x 1), and the numbers that the proof is about."""

    U: Any
    u: Any

    @cached_property
    def truth(self):
        """u u^T."""
        return (self.u @ self.u.T).named("M")

    @cached_property
    def loss(self):
        """f(U) = 1/2 ||U U^T - u u^T||^2."""
        return fully_observed(self.truth, self.U.cols)

    @cached_property
    def error(self):
        """E = U U^T - u u^T."""
        return (self.U @ self.U.T - self.truth).named("E")

    @cached_property
    def v(self):
        """v = U^T u."""
        return (self.U.T @ self.u).named("v")

    @cached_property
    def G(self):
        """G = U^T U."""
        return (self.U.T @ self.U).named("G")

    @property
    def along_truth(self):
        """<grad f(U), u u^T U>, which the lemma assumes to be nonnegative; u u^T U = u v^T."""
        return self.loss.derivative([self.U], [self.u @ self.v.T])

    @property
    def along_itself(self):
        """<grad f(U), U>, which the lemma assumes to be at most 0."""
        return self.loss.derivative([self.U], [self.U])

    @property
    def numbers(self):
        """g = ||G||^2 = ||U U^T||^2, s = ||u||^2, w = ||v||^2 and q = v^T G v."""
        return norm_squared(self.G), norm_squared(self.u), norm_squared(self.v), inner(self.v @ self.v.T, self.G)


def rank_one(n, r) -> RankOne:
    """Arbitrary U and u: up to four entries of U one by one, beyond them whole, as for letters n and r."""
    explicit = isinstance(n, int) and isinstance(r, int) and n * r <= 4
    height, width = (n, r) if explicit else (scalar(n), scalar(r))
    rows, columns = Partition(rows=height).dimension, Partition(columns=width).dimension
    return RankOne(arbitrary_matrix("U", rows, columns), arbitrary_vector("u", rows))


def lemma_10_identities(at: RankOne):
    """The lemma in two identities.

    With x = <grad f(U), U> and y = <grad f(U), u u^T U> they read g = w + x/2 and
    w^4 ||E||^2 = w^4 x - s w^3 y - w^2 y^2 / 4 - ||w^2 G - q v v^T||^2.
    """
    g, s, w, q = at.numbers
    x, y = at.along_itself, at.along_truth
    rest = norm_squared(w**2 * at.G - q * at.v @ at.v.T)

    yield g == w + x / 2
    yield w**4 * norm_squared(at.error) == w**4 * x - s * w**3 * y - w**2 * y**2 / 4 - rest


@claim(
    paper,
    "Lemma 10",
    where="section 4.1, Lemma 10",
    record="zhang/lem-10",
    statement=r"""If $\langle \nabla f(U), u_* u_*^T U \rangle \ge 0$ and $\langle \nabla f(U), U \rangle \le 0$,
then $U = 0$ or $U U^T = u_* u_*^T$. (With $x = \langle \nabla f(U), U \rangle$, $y = \langle \nabla f(U), u_* u_*^T
U \rangle$, $G = U^T U$, $v = U^T u_*$, $w = \|v\|^2$, $q = v^T G v$ and $s = \|u_*\|^2$, for all $U$ and $u_*$: $\|U
U^T\|^2 = w + x / 2$ and $w^4 \|U U^T - u_* u_*^T\|^2 = w^4 x - s w^3 y - w^2 y^2 / 4 - \|w^2 G - q v v^T\|^2$. So
for $x \le 0 \le y$ either $w > 0$ and $U U^T = u_* u_*^T$, or $w = 0$ and $U U^T = 0$.)""",
    reading=ALL_SIZES,
    scope="general",
)
@claim.sample(n=1, r=1)
@claim.sample(n=2, r=1)
@claim.general()
def identities_and_signs(n: Integer, r: Integer):
    """The two identities, then the signs of their right-hand sides, with letters x <= 0 <= y and s, w, z >= 0."""
    yield from lemma_10_identities(rank_one(n, r))
    x, y, s, w, z = (point(name) for name in ("x", "y", "s", "w", "z"))
    assume(x <= 0, y >= 0, s >= 0, w >= 0, z >= 0)
    yield w**4 * x - s * w**3 * y - w**2 * y**2 / 4 - z <= 0
    yield x / 2 <= 0


@claim(
    paper,
    "Lemma 10, first display",
    where="section 4.1, proof of Lemma 10",
    record="zhang/lem-10-1",
    statement=r"""With $v = U^T u_*$: $\frac12 \langle \nabla f(U), u_* v^T \rangle = \langle u_* v^T, (U U^T - u_*
u_*^T) U \rangle = \langle v v^T, U^T U \rangle - \langle v^T v, u_*^T u_* \rangle$, which is $\ge 0$ exactly if
$\langle \nabla f(U), u_* u_*^T U \rangle \ge 0$.""",
    reading=ALL_SIZES,
    scope="general",
)
@claim.sample(n=2, r=1)
@claim.sample(n=2, r=2)
@claim.general()
def first_display(n: Integer, r: Integer):
    """The chain of equations, and that u v^T is u u^T U."""
    at = rank_one(n, r)
    _, s, w, q = at.numbers

    yield at.u @ at.v.T == at.truth @ at.U
    yield at.along_truth / 2 == inner(at.u @ at.v.T, at.error @ at.U)
    yield at.along_truth / 2 == q - w * s
    yield inner(at.v.T @ at.v, at.u.T @ at.u) == w * s


@claim(
    paper,
    "Lemma 10, second and third displays",
    part="identities",
    where="section 4.1, proof of Lemma 10",
    record="zhang/lem-10-2",
    statement=r"""$\langle v v^T, U^T U \rangle \le \|v\|^2 \|U U^T\|$ and $\|u_* u_*^T\| = \|u_*\|^2$; $\frac12
\langle \nabla f(U), U \rangle = \langle U, (U U^T - u_* u_*^T) U \rangle = \|U U^T\|^2 - \|v\|^2$. (The inequality
squared, times $\|v\|^4$: $w^2 (w^2 \|U U^T\|^2 - q^2) = \|w^2 U^T U - q v v^T\|^2$ with $w = \|v\|^2$ and $q =
\langle v v^T, U^T U \rangle$.)""",
    reading=ALL_SIZES,
    scope="general",
)
@claim.sample(n=2, r=1)
@claim.general()
def second_and_third_display(n: Integer, r: Integer):
    """The Cauchy-Schwarz inequality as an identity, and the norms that it is about."""
    at = rank_one(n, r)
    g, s, w, q = at.numbers

    yield norm_squared(at.U @ at.U.T) == g
    yield norm_squared(at.truth) == s**2
    yield norm_squared(at.v @ at.v.T) == w**2
    yield w**2 * (w**2 * g - q**2) == norm_squared(w**2 * at.G - q * at.v @ at.v.T)
    yield at.along_itself / 2 == inner(at.U, at.error @ at.U)
    yield at.along_itself / 2 == g - w


@claim(
    paper,
    "Lemma 10, second and third displays",
    part="conclusion",
    where="section 4.1, proof of Lemma 10",
    record="zhang/lem-10-2",
    statement=r"""If $U \ne 0$ and $\|U U^T\|^2 - \|v\|^2 \le 0$, then $\|v\| \ge \|U U^T\| \ne 0$; if moreover
$\|v\|^2 \|U U^T\| \ge \|v\|^2 \|u_* u_*^T\|$, then $\|U U^T\| \ge \|u_* u_*^T\|$.""",
    scope="exhaustive",
)
@claim.general()
def conclusion_of_the_displays():
    """With letters for the norms of U U^T, v and u u^T; v > 0 because v^2 >= ||U U^T||^2 > 0."""
    product, v, truth = point("product"), point("v"), point("truth")
    assume(product > 0, v > 0, product**2 - v**2 <= 0, v**2 * product >= v**2 * truth)

    yield (v - product) ** 2 >= 0
    yield v * (v - product) >= 0
    yield v >= product
    yield product >= truth


@claim(
    paper,
    "Lemma 10, last display",
    where="section 4.1, proof of Lemma 10",
    record="zhang/lem-10-3",
    statement=r"""$\|U U^T - u_* u_*^T\|^2 = \|U U^T\|^2 + \|u_* u_*^T\|^2 - 2 \|v\|^2$; this is at most $\|u_*
u_*^T\|^2 - \|U U^T\|^2$ if $\|U U^T\|^2 \le \|v\|^2$, and this is at most 0 if $\|U U^T\| \ge \|u_* u_*^T\|$.""",
    reading=ALL_SIZES,
    scope="general",
)
@claim.sample(n=2, r=1)
@claim.sample(n=2, r=2)
@claim.general()
def last_display(n: Integer, r: Integer):
    """The identity, and the two inequalities with letters for the three norms."""
    at = rank_one(n, r)
    g, s, w, _ = at.numbers
    product, v, truth = point("product"), point("v"), point("truth")
    assume(product**2 <= v**2, product >= truth, truth >= 0)

    yield norm_squared(at.error) == g + s**2 - 2 * w
    yield product**2 + truth**2 - 2 * v**2 <= truth**2 - product**2
    yield truth**2 - product**2 <= 0
