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
_MAKING, _HELD = ".making", ".held"


class Scratch:
    """A temporary folder that is known to be in use by the lock its owner holds."""

    def __init__(self, parent: str | None = None) -> None:
        self._handle = -1
        while self._handle < 0:
            self.name = tempfile.mkdtemp(prefix=PREFIX, dir=parent)
            with suppress(FileNotFoundError):  # a run that started at this moment took it for one that was left behind
                self._handle = _hold(Path(self.name))
        for other in Path(self.name).parent.glob(f"{PREFIX}*"):
            if str(other) != self.name:
                _clear(other)

    def close(self) -> None:
        """Delete the folder with all that is in it."""
        shutil.rmtree(self.name, ignore_errors=True)
        os.close(self._handle)


def _hold(folder: Path) -> int:
    # The lock gets its name when it is held: nobody can hold it first.
    handle = os.open(folder / _MAKING, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        (folder / _MAKING).rename(folder / _HELD)
    except OSError:
        os.close(handle)
        raise
    return handle


def _clear(folder: Path) -> None:
    for lock in (_HELD, _MAKING):
        with suppress(OSError):  # there is none; of another user; held by its run
            handle = os.open(folder / lock, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(handle)
    with suppress(OSError):  # it is not empty: its run goes on
        folder.rmdir()
