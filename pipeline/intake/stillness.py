"""When a file is whole: it has not changed for a while, nobody has it open for writing, no download or lock stands beside it.

In: what the disk says of a file, again and again, and the time.  Out: whether it may be read, else why not yet.
Promise: no clock is asked and nothing sleeps here; a file that changes in any way starts anew.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.sources import DOWNLOAD_SUFFIXES

__all__ = ["EMPTY_FACTOR", "Facts", "Stillness", "being_written", "hindrance"]

EMPTY_FACTOR = 6
"""An empty file is waited for so many times longer: copying over a slow line, and some browsers, begin with one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What tells one file from another, and from itself after a change."""

    size: int
    changed: int
    """Nanoseconds, by the clock of the disk."""
    number: int = 0
    """The inode: another file under the same name has another."""

    @classmethod
    def of(cls, facts: os.stat_result) -> Facts:
        """Of what the system says."""
        return cls(facts.st_size, facts.st_mtime_ns, facts.st_ino)


class Stillness:
    """Remembers since when each file looks the same."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self._since: dict[Path, tuple[Facts, float]] = {}

    def left(self, path: Path, facts: Facts, now: float) -> float:
        """Seconds for which the file must still keep still; 0 where it may be read."""
        known = self._since.get(path)
        if known is None or known[0] != facts:
            self._since[path] = facts, now
            known = facts, now
        delay = self.delay if facts.size else self.delay * EMPTY_FACTOR
        return max(0.0, known[1] + delay - now)

    def stir(self, path: Path) -> None:
        """The file must keep still anew."""
        self._since.pop(path, None)

    def keep_only(self, paths: Collection[Path]) -> None:
        """Forget all other files."""
        for path in self._since.keys() - set(paths):
            del self._since[path]


def hindrance(path: Path, names: Collection[str]) -> str:
    """Why a file that keeps still may not be read yet, by the `names` beside it; empty where nothing speaks against it."""
    name = path.name
    if any(name + suffix in names for suffix in DOWNLOAD_SUFFIXES):
        return "đang tải về"
    # Word: "~$" before the name, or in the place of its first two letters; LibreOffice: ".~lock.NAME#".
    if "~$" + name in names or (len(name) > 8 and "~$" + name[2:] in names) or f".~lock.{name}#" in names:
        return "đang mở trong Word hoặc LibreOffice"
    return ""


def being_written(path: Path) -> bool:
    """Whether some program on this machine has the file open for writing, where the file system can tell; else False.

    Asks for a read lease, which the kernel refuses while there is a writer, and gives it back at once.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False
