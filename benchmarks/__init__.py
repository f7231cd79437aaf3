"""Speed of exactcheck against sympy, z3 and bare FLINT operations, measured in one run: `make bench`."""
