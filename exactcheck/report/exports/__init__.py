"""A claim at numbers, with everything exact, for other programs and for papers: JSON, sympy code, LaTeX, text."""
