"""The audit log: who came in, who was turned away, who changed what.

In: events.  Out: one line of JSON each, in a file of its own (mode 0600).
Promise: no password, cookie, token or text of a document is ever in it; a line break in a name cannot forge a line; a log that
cannot be written stops nobody's work, but says so on standard error once.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from datetime import datetime
from pathlib import Path

__all__ = ["Audit"]

_LARGEST = 20_000_000


class Audit:
    """Appends events; beyond 20 MB the file is set aside as `.1` and a new one begun."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._told = False

    def note(self, event: str, *, when: datetime, who: str = "", address: str = "", **facts: str | int) -> None:
        """Write one line."""
        if self.path is None:
            return
        row = {"at": when.isoformat(timespec="seconds"), "event": event, "who": who[:100], "address": address[:60], **facts}
        line = json.dumps(row, ensure_ascii=True) + "\n"
        try:
            with self._lock:
                self._turn()
                handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
                try:
                    os.write(handle, line.encode())
                finally:
                    os.close(handle)
        except OSError as error:
            if not self._told:
                print(f"{self.path}: {error.strerror}", file=sys.stderr)
            self._told = True

    def _turn(self) -> None:
        if self.path is not None and self.path.exists() and self.path.stat().st_size > _LARGEST:
            self.path.replace(self.path.with_name(self.path.name + ".1"))
