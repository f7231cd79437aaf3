"""f(x) = x, without a bound on either side: a border of the definitions and lemmas."""

from exactcheck import function

line = function(lambda x: 1 * x, x=None).named("f")
