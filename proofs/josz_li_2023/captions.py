"""What a caption says of a figure is accepted by the kernel before the figure is drawn."""

from exactcheck import verify_statements


def require_proved(*statements, assuming=()):
    """Raise ValueError unless the kernel accepts a proof of all statements under the assumptions."""
    verdict = verify_statements(*statements, assuming=assuming).verdict
    if verdict != "proved":
        raise ValueError(f"the statements of the caption are {verdict}")
