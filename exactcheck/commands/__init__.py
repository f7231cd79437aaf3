"""The commands, one module each: DESCRIPTION, `add` for its options, `run` for what it does.

Nothing is registered: a module here that defines `run` is a command of that name.
"""
