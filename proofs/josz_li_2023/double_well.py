"""f(x) = (x^2 - a^2)^2, on which the definitions of section 2.1 are tested."""

from exactcheck import function


def double_well(a):
    """(x^2 - a^2)^2, with the global minima a and -a."""
    return function(lambda x: (x**2 - a**2) ** 2, x=None).named("f")
