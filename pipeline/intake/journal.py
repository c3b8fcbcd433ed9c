"""The log of a watcher: one JSON object a line, for people who search and for programs that count.

In: events with their facts.  Out: lines appended to a file.
Promise: a line is written whole, at once; a full disk or a lost log never stops the work; no text of a document stands in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from models.errors import OutputError
from models.system import reason_of

__all__ = ["Journal"]


class Journal:
    """Appends events; without a file it keeps silent."""

    def __init__(self, path: Path | None, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self.lost = 0
        """Lines that could not be written."""
        if path:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._append(b"")
            except OSError as error:
                raise OutputError(path=path, detail=reason_of(error)) from error

    def write(self, event: str, **facts: object) -> None:
        """One line: time, event, process, and the facts that are given."""
        if self._path is None:
            return
        told = {"time": self._clock().isoformat(timespec="milliseconds"), "event": event, "pid": os.getpid()}
        told |= {name: value for name, value in facts.items() if value not in (None, "")}
        try:
            self._append(json.dumps(told, ensure_ascii=False, default=str).encode() + b"\n")
        except OSError:
            self.lost += 1

    def _append(self, line: bytes) -> None:
        # Opened for each line: whoever rotates logs may move the file away at any time.
        assert self._path is not None
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)
