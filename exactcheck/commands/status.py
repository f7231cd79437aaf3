"""Exit statuses, and errors of the command line itself."""

from __future__ import annotations

AS_RECORDED, DIFFERENT, UNDECIDED, USAGE, RESOURCES = range(5)
INTERNAL, INTERRUPTED, CLOSED_PIPE = 70, 130, 141
EPILOG = (
    "exit status: 0 as recorded, 1 a verdict differs or a certificate is rejected, 2 undecided, 3 usage, 4 resources"
)


class UsageError(Exception):
    """The command line cannot be understood."""
