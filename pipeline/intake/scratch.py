"""The folder in which workers put what is on its way to a program: pictures of pages, files to convert.

In: a parent folder.  Out: a folder of our own, gone when it is closed.
Promise: what a killed run left behind is deleted by the next one, also pictures of a paper that must not be kept; the folder of a
run that still goes on is never touched.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["Scratch"]

PREFIX = "giaoviec-run-"
_HELD = ".held"


class Scratch:
    """A temporary folder that is known to be in use by the lock its owner holds."""

    def __init__(self, parent: str | None = None) -> None:
        self.name = tempfile.mkdtemp(prefix=PREFIX, dir=parent)
        making = Path(self.name) / ".making"  # it gets its name when it is locked: nobody can lock it first
        self._handle = os.open(making, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_EX)
        making.rename(Path(self.name) / _HELD)
        for other in Path(self.name).parent.glob(f"{PREFIX}*"):
            if str(other) != self.name:
                _clear(other)

    def close(self) -> None:
        """Delete the folder with all that is in it."""
        shutil.rmtree(self.name, ignore_errors=True)
        os.close(self._handle)


def _clear(folder: Path) -> None:
    with suppress(OSError):  # of another user, held by its run, or deleted by a third at this moment
        handle = os.open(folder / _HELD, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)
