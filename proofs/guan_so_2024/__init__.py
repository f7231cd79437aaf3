"""J. Guan and A. M.-C. So, l1-norm rank-one symmetric matrix factorization (2024): f(u) = 1/2 ||u u^T - u* u*^T||_1."""

from exactcheck import Paper

paper = Paper(
    key="guan-so-2024",
    title="l1-norm rank-one symmetric matrix factorization has no spurious second-order stationary points",
    authors="Jiewen Guan and Anthony Man-Cho So",
    year=2024,
    version="October 8, 2024",
)
