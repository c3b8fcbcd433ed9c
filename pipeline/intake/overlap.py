"""Two watched folders never lie in one another, nor does one lie where the other puts what it is done with.

In: the folders of an inbox that is about to be watched.  Out: nothing, or `InboxError` that names the folder in the way.
Promise: looked at before anything is made; a watcher of the same machine is seen by the lock on its inbox, wherever its register
and its neighbours lie, and the neighbours of one that has stopped by the lock file that stays in them.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from models.errors import InboxError
from pipeline.intake.sources import label

__all__ = ["LOCK", "PROCESSED", "QUARANTINE", "hold", "refuse_overlap"]

PROCESSED, QUARANTINE = "da-xu-ly", "loi"
LOCK = ".lock"
_NO_LOCKS = (errno.EBADF, errno.ENOLCK, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.ENOENT, errno.EPERM)
"""What file systems answer that lock no folders (network shares), and folders that are gone or closed to us."""


def refuse_overlap(inbox: Path, processed: Path, quarantine: Path) -> None:
    """Raise InboxError where another watcher's folders and these would get into each other's way; all paths are real ones."""
    for folder in inbox.parents:
        if _is_output(folder):
            raise _refusal(inbox, f"nằm trong “{label(str(folder))}”, nơi chương trình để tệp đã xong")
        if _is_watched(folder):
            raise _refusal(inbox, f"nằm trong “{label(str(folder))}”, thư mục đang được trông")
    for folder in _below(inbox):
        if _is_output(folder):
            raise _refusal(inbox, f"chứa “{label(str(folder))}”, nơi chương trình để tệp đã xong của thư mục khác")
        if _is_watched(folder):
            raise _refusal(inbox, f"chứa “{label(str(folder))}”, thư mục đang được trông")
    for output in (processed, quarantine):
        for folder in output.parents:
            if folder != inbox and _is_watched(folder):
                raise _refusal(inbox, f"“{label(str(output))}” nằm trong “{label(str(folder))}”, thư mục đang được trông")


def hold(inbox: Path) -> int:
    """A handle that holds the inbox for us alone until it is closed; -1 where the file system locks no folders.

    Raises BlockingIOError where another holds it.
    """
    handle = -1
    try:
        handle = os.open(inbox, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if handle >= 0:
            os.close(handle)
        if error.errno in _NO_LOCKS:
            return -1
        raise
    return handle


def _is_watched(folder: Path) -> bool:
    # Shared: two watchers that start at once look at the same parents, and do not take each other for a holder.
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _NO_LOCKS
    finally:
        os.close(handle)
    return False


def _is_output(folder: Path) -> bool:
    """Whether a watcher works, or once worked, with this folder as one of its two neighbours: its lock file lies there."""
    if folder.name not in (PROCESSED, QUARANTINE):
        return False
    with suppress(OSError):
        return any(path.name.startswith(".") and path.name.endswith(LOCK) for path in (folder.parent / PROCESSED).iterdir())
    return False


def _below(folder: Path) -> Iterator[Path]:
    for here, names, _ in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (Path(here) / name for name in names)


def _refusal(inbox: Path, detail: str) -> InboxError:
    return InboxError(path=label(str(inbox)), detail=detail)
