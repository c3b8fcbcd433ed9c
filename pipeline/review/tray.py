"""Lists that were sent and looked at, waiting for a yes.

In: the plan of a list, and who sent it.  Out: a name for it, and the plan again to the same person.
Promise: a list is kept in memory only, for a while, few at a time; nobody gets the list of another; each is taken out once.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.exchange import RowPlan

__all__ = ["SentList", "Tray"]

_KEPT = timedelta(minutes=30)
_MOST = 8


@dataclass(frozen=True, slots=True)
class SentList:
    """A list on the tray: its file name, who sent it and when, and what it wants."""

    name: str
    who: str
    at: datetime
    plans: tuple[RowPlan, ...]


@dataclass(slots=True)
class Tray:
    """Shared by the threads of the server. `reading` lets one list be read at a time: a large one takes memory."""

    clock: Callable[[], datetime]
    reading: threading.Lock = field(default_factory=threading.Lock)
    _lists: dict[str, SentList] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, name: str, who: str, plans: Sequence[RowPlan]) -> str:
        """Keep a list; the oldest makes room."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._tidy()
            while len(self._lists) >= _MOST:
                del self._lists[min(self._lists, key=lambda each: self._lists[each].at)]
            self._lists[key] = SentList(name, who, self.clock(), tuple(plans))
        return key

    def take(self, key: str, who: str) -> SentList | None:
        """The list of this person under this name, once; None where there is none."""
        with self._lock:
            self._tidy()
            found = self._lists.get(key)
            if found is None or found.who != who:
                return None
            return self._lists.pop(key)

    def _tidy(self) -> None:
        now = self.clock()
        for key in [key for key, each in self._lists.items() if now - each.at > _KEPT]:
            del self._lists[key]
