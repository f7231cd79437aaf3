"""Speed of exactcheck against plain sympy and against bare FLINT operations, measured in one run: `make bench`."""
