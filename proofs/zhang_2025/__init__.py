"""R. Y. Zhang, Nonnegative Low-rank Matrix Recovery Can Have Spurious Local Minima (2025)."""

from exactcheck import Paper

paper = Paper(
    key="zhang-2025",
    title="Nonnegative Low-rank Matrix Recovery Can Have Spurious Local Minima",
    authors="Richard Y. Zhang",
    year=2025,
    version="May 7, 2025",
)
