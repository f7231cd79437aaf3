"""The command line: parses, calls, prints. Engines are imported when a command needs them.

Exit status: 0 as recorded, 1 a verdict differs or a certificate is rejected, 2 something stayed undecided, 3 usage or
input, 4 a resource limit; as usual elsewhere 70 an internal error, 130 interrupted, 141 nobody reads the output.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, NoReturn

from . import commands
from .commands.status import AS_RECORDED, CLOSED_PIPE, EPILOG, INTERNAL, INTERRUPTED, RESOURCES, USAGE, UsageError


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and status 3."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(f"{message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = Parser(prog="exactcheck", description="A referee that never rounds: claims decided exactly.", epilog=EPILOG)
    top.add_argument("--version", action="store_true", help="print the version")
    adding = top.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for name, module in command_modules():
        about = module.DESCRIPTION
        command = adding.add_parser(name, help=about, description=about, epilog=EPILOG)
        command.set_defaults(run=module.run)
        module.add(command)
        command.add_argument("--json", action="store_true", help="print one JSON document")
        command.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return top


def command_modules() -> list[tuple[str, ModuleType]]:
    """The modules of the package `commands` that are commands, by name."""
    modules = [
        (info.name, import_module(f"{commands.__name__}.{info.name}")) for info in iter_modules(commands.__path__)
    ]
    return [(name, module) for name, module in modules if hasattr(module, "run")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    try:
        options = parser().parse_args(given)
        if options.version:
            return print_version()
        if not hasattr(options, "run"):
            raise UsageError(
                f"name a command: {', '.join(name for name, _ in command_modules())} (see exactcheck --help)"
            )
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return failed(given, "interrupted; an audit that is started again goes on where it stopped", INTERRUPTED)
    except Exception as error:
        if "--debug" in given:
            traceback.print_exc()
        return failed(given, *said(error))
    finally:
        give_up_unwritable_streams()


def prepare_streams() -> None:
    """Have streams that can be written to, whatever they are connected to, and any character on them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - open as long as the process
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up_unwritable_streams() -> None:
    """Have what cannot be written go nowhere, or Python stumbles over it at its end and changes the exit status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def said(error: Exception) -> tuple[str, int]:
    """The message and the exit status of an error."""
    from .claims.ledger import DiskFull, LedgerError
    from .exact.errors import InputError

    message = str(error) or ("out of memory" if isinstance(error, MemoryError) else type(error).__name__)
    if isinstance(error, OSError) and error.strerror:
        message = ": ".join(filter(None, (error.filename and str(error.filename), error.strerror)))
    if isinstance(error, (DiskFull, MemoryError, RecursionError)) or getattr(error, "errno", None) == errno.ENOSPC:
        return message, RESOURCES
    if isinstance(error, (UsageError, InputError, LedgerError, OSError)):
        return message, USAGE
    places = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    return f"internal error{places}: {type(error).__name__}: {error}; --debug shows where, please report it", INTERNAL


def failed(given: Sequence[str], message: str, status: int) -> int:
    """Say what went wrong: one line on standard error, with --json also a document on standard output."""
    with suppress(OSError):
        print(f"exactcheck: {' '.join(message.split())}", file=sys.stderr)
    if "--json" in given:
        print(json.dumps({"format": "exactcheck-error/1", "error": message, "exit_status": status}))
    return status


def print_version() -> int:
    """Print the version."""
    from importlib.metadata import version

    print(f"exactcheck {version('exactcheck')}")
    return AS_RECORDED
