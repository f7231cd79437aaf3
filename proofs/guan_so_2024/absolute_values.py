"""Absolute values of expressions in letters."""

from exactcheck import lesser


def absolute(x):
    """|x| = x - 2 min(x, 0)."""
    return x - 2 * lesser(x, 0, "m")
