"""Run all benchmarks, or those that are named: `python -m benchmarks theorem_2`."""

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    modules = [path.stem for path in sorted(Path(__file__).parent.glob("*.py"))]
    available = [name for name in modules if hasattr(import_module(f"benchmarks.{name}"), "run")]
    chosen = sys.argv[1:] or available
    if unknown := set(chosen) - set(available):
        sys.exit(f"unknown benchmark {', '.join(sorted(unknown))}; there are {', '.join(available)}")
    for name in chosen:
        import_module(f"benchmarks.{name}").run()
