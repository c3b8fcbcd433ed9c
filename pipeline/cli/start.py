"""The first thing the console script does: look whether the import names are ours.

In: where Python would find `pipeline` and `models`, and the standard streams.  Out: the program runs, or one sentence and exit
code 3.
Promise: nothing of `models` is imported before it is known to be ours: two common names, and another distribution may own one.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

__all__ = ["foreign_models", "open_streams", "run"]

MISSING = 3
"""ExitCode.MISSING; its class cannot be asked here."""


def run() -> None:
    """Entry point of the console script."""
    open_streams()
    where = foreign_models()
    if where is not None:
        vietnamese = f"Gói “models” ở {where} không phải của giaoviec. Hãy cài giaoviec vào một môi trường riêng: python3 -m venv"
        english = f"The package “models” in {where} is not giaoviec's. Install giaoviec into its own environment: python3 -m venv"
        print(english if os.environ.get("GIAOVIEC_LANG", "").lower().startswith("en") else vietnamese, file=sys.stderr)
        sys.exit(MISSING)
    from pipeline.cli.main import run as run_main

    run_main()


def open_streams() -> None:
    """Give a standard stream that the caller closed (`>&-`, some schedulers) to the null device.

    Else Python has None in its place, and the first file that is opened, perhaps the register, would get its number.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: this one
    sys.stdin = sys.stdin or os.fdopen(0, "r", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


def foreign_models() -> str | None:
    """Where a `models` that is not ours lies; None where it is ours: beside `pipeline`, with our errors in it."""
    ours = Path(__file__).parents[2] / "models" / "errors.py"
    spec = find_spec("models")
    found = Path(spec.origin) if spec and spec.origin else None
    if found and found.parent == ours.parent and ours.is_file():
        return None
    return str(found.parent if found else "?")


if __name__ == "__main__":
    run()
