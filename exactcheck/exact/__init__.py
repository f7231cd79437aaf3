"""Exact values over FLINT, and the expressions that statements are made of."""
