"""`python -m exactcheck.kernel [--expect DIGEST] FILE ...`: check certificates, print what they establish."""

import argparse
import sys
from pathlib import Path

from .certificate import check
from .reading import Rejected


def main(arguments: list[str] | None = None) -> int:
    """Check each file; 0 if all are accepted, 1 if one is rejected, 3 if one cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m exactcheck.kernel", description=__doc__)
    parser.add_argument("file", nargs="+", type=Path, help="a certificate")
    parser.add_argument("--expect", metavar="DIGEST", help="reject unless the statement has this digest (one file)")
    options = parser.parse_args(arguments)
    if options.expect and len(options.file) > 1:
        parser.error("--expect takes one file")
    return max(report(path, options.expect) for path in options.file)


def report(path: Path, expected: str | None) -> int:
    """Check one file and print the outcome."""
    try:
        found = check(path.read_text(encoding="utf-8"), expected)
    except Rejected as reason:
        print(f"{path}: rejected: {reason}")
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: cannot be read: {error}", file=sys.stderr)
        return 3
    print(f"{path}: accepted\n{found.claim}: {found.verdict}, scope {found.scope}, digest {found.digest}")
    print("\n".join(found.statements))
    return 0


if __name__ == "__main__":
    sys.exit(main())
