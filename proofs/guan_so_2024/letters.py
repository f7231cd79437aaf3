"""Letters for numbers of known sign or range, and vectors of signs."""

from itertools import product

from exactcheck import assume, point


def positive_letters(name, count):
    """Letters for all numbers > 0."""
    letters = [point(f"{name}_{k + 1}") for k in range(count)]
    assume(*(letter > 0 for letter in letters))
    return letters


def nonnegative_letters(*names):
    """Letters for all numbers >= 0."""
    letters = [point(name) for name in names]
    assume(*(letter >= 0 for letter in letters))
    return letters


def fractions_of_one(*names):
    """Letters for all numbers in [0, 1]."""
    letters = nonnegative_letters(*names)
    assume(*(letter <= 1 for letter in letters))
    return letters


def bounded_letters(name, count):
    """Letters for all numbers in [-1, 1]."""
    letters = [point(f"{name}_{k + 1}") for k in range(count)]
    for letter in letters:
        assume(letter >= -1, letter <= 1)
    return letters


def signs(count):
    """All vectors of 1 and -1."""
    return product((1, -1), repeat=count)
