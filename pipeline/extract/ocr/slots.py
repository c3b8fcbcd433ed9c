"""So many pages are read at once on this machine, whichever worker they belong to.

In: a folder that the workers of one run share, and a number.  Out: a context in which a page may be read.
Promise: never more pages at once than slots; a worker that is killed gives its slots back (the kernel drops its locks).
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.02
"""Seconds between two looks for a free slot: little beside a page, which takes a second."""


class Slots:
    """One file per slot, locked while a page is read: a long scan uses the cores that other files leave free."""

    def __init__(self, folder: Path, count: int) -> None:
        self._files = [folder / f"slot-{number}" for number in range(max(1, count))]

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a free slot and hold it."""
        handle = self._take()
        try:
            yield
        finally:
            os.close(handle)

    def _take(self) -> int:
        while True:
            for file in self._files:
                handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    os.close(handle)
                else:
                    return handle
            time.sleep(_PAUSE)
