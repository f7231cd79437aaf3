"""The one error for input that cannot be used; its message names the argument and what would be accepted."""


class InputError(ValueError):
    """An argument that exactcheck cannot use."""
