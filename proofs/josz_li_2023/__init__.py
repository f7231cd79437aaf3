"""C. Josz and X. Li, Certifying the absence of spurious local minima at infinity (2023)."""

from exactcheck import Paper

paper = Paper(
    key="josz-li-2023",
    title="Certifying the absence of spurious local minima at infinity",
    authors="Cedric Josz and Xiaopeng Li",
    year=2023,
    version="July 13, 2023",
)
