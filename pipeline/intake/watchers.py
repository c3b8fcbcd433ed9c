"""One watcher per inbox, and what tells it that something happened there.

In: an inbox.  Out: a lock that others see, and a bell that rings when a file lands or somebody asks the program to stop.
Promise: a killed watcher holds no lock; where the system cannot tell of changes (network shares), the bell says so and the
folder is looked through at intervals.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from models.errors import InboxBusy, InboxError
from models.system import reason_of
from pipeline.intake.inbox import Inbox
from pipeline.intake.overlap import LOCK, hold
from pipeline.intake.sources import label
from pipeline.register.guard import NETWORK_TYPES, file_system_of

__all__ = ["Bell", "Lock", "tells_of_changes"]

_SILENT = frozenset({"drvfs", "wslfs", "virtiofs", "prl_fs", "hgfs"})
"""Folders of a host shown to a guest: changes made on the other side are not told. Network file systems: the register's list."""


class Lock:
    """Held while the watcher runs; the kernel gives it back when it ends, however it ends."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self.path = inbox.processed / f".{inbox.path.name.encode()[:200].decode('utf-8', 'ignore')}{LOCK}"
        self._handle = self._folder = -1

    def __enter__(self) -> Lock:
        shown = label(str(self._inbox.path))
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._folder = hold(self._inbox.path)  # another may watch it with other neighbours
        except BlockingIOError as error:
            holder = self._holder()
            self._close()
            raise InboxBusy(path=shown, pid=holder.get("pid", "?"), host=holder.get("host", "?")) from error
        except OSError as error:
            self._close()
            raise InboxError(path=shown, detail=f"không khóa được: {reason_of(error)}") from error
        os.ftruncate(self._handle, 0)
        os.write(self._handle, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "inbox": shown}).encode())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # The file stays: to delete it would let a third program lock a new one while a second still holds this.
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        self._close()

    def _holder(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            found = json.loads(os.pread(self._handle, 4096, 0))
            return found if isinstance(found, dict) else {}
        return {}

    def _close(self) -> None:
        for handle in (self._handle, self._folder):
            if handle >= 0:
                os.close(handle)
        self._handle = self._folder = -1


class Bell:
    """A pipe that can be waited on; the system's events, signals and tests ring it."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._observer: object = None

    def fileno(self) -> int:
        """What to wait on."""
        return self._read

    def ring(self) -> None:
        """Wake whoever waits; from any thread, and from a signal."""
        with suppress(BlockingIOError):  # full of rings already
            os.write(self._write, b"!")

    def answer(self) -> bool:
        """Whether it rang since the last time."""
        rang = False
        with suppress(BlockingIOError):
            while os.read(self._read, 4096):
                rang = True
        return rang

    def listen(self, folder: Path) -> bool:
        """Ring at each change in the folder; False where the system cannot tell (too many watches, no such service)."""
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer

        logging.getLogger("watchdog").setLevel(logging.CRITICAL)  # it complains of its own end; what matters, listen() says
        bell = self

        class Ringer(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                if event.event_type not in ("opened", "closed_no_write"):  # reading a file is no change
                    bell.ring()

        observer = Observer()
        observer.schedule(Ringer(), str(folder), recursive=True)
        try:
            observer.start()
        except OSError:
            return False
        self._observer = observer
        return True

    def close(self) -> None:
        """Stop listening."""
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.stop()  # type: ignore[attr-defined]
            observer.join(timeout=5)  # type: ignore[attr-defined]
        os.close(self._read)
        os.close(self._write)


def tells_of_changes(folder: Path, *, mounts: str | None = None) -> bool:
    """Whether the file system of a folder tells of changes that others make to it."""
    kind = file_system_of(folder, mounts=mounts)
    return kind not in NETWORK_TYPES | _SILENT and not kind.startswith("fuse")
