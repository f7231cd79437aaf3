"""Random exact inputs."""

from fractions import Fraction

from hypothesis import strategies as st

from exactcheck.kernel.polynomial import Polynomial

fractions = st.fractions(min_value=-9, max_value=9, max_denominator=7)
integers = st.integers(-6, 6)
monomials = st.dictionaries(st.sampled_from("xyz"), st.integers(1, 3), max_size=3).map(
    lambda d: tuple(sorted(d.items()))
)
polynomials = st.dictionaries(monomials, fractions, max_size=5).map(Polynomial)
points = st.fixed_dictionaries(dict.fromkeys("xyz", fractions))


def symmetric(size, entries=integers):
    """Symmetric matrices as lists of rows."""
    pairs = [(i, j) for i in range(size) for j in range(i + 1)]
    lower = st.lists(entries, min_size=len(pairs), max_size=len(pairs))
    return lower.map(lambda values: mirrored(size, dict(zip(pairs, values, strict=True))))


def mirrored(size, lower):
    """The symmetric matrix with this lower triangle."""
    return [[lower[max(i, j), min(i, j)] for j in range(size)] for i in range(size)]


def value(polynomial, at):
    """The value at a point, computed term by term."""
    total = Fraction(0)
    for monomial, coefficient in polynomial.terms.items():
        term = coefficient
        for letter, exponent in monomial:
            term *= at[letter] ** exponent
        total += term
    return total
