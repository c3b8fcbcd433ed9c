"""Guessing passwords made slow.

In: the name and the address of an attempt, and the clock's time.  Out: for how long the next one must wait.
Promise: a few wrong passwords for one name from one address, or many from one address, or very many for one name, close that way
for a while; a person at another address is not locked out by somebody who guesses.
"""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

__all__ = ["WINDOW", "Throttle"]

WINDOW = timedelta(minutes=15)
_ALLOWED = {"pair": 5, "address": 20, "name": 100}
_MOST_KEYS = 20_000


class Throttle:
    """Remembers failures for a quarter of an hour; safe to use from several threads."""

    def __init__(self) -> None:
        self._failures: dict[tuple[str, str, str], deque[datetime]] = {}
        self._lock = threading.Lock()

    def wait(self, name: str, address: str, *, now: datetime) -> timedelta:
        """How long this way is still closed; zero where it is open."""
        with self._lock:
            return max((self._closed(key, now) for key in _keys(name, address)), default=timedelta(0))

    def failed(self, name: str, address: str, *, now: datetime) -> None:
        """A wrong password."""
        with self._lock:
            if len(self._failures) > _MOST_KEYS:
                self._forget(now)
            for key in _keys(name, address):
                self._failures.setdefault(key, deque(maxlen=_ALLOWED[key[0]])).append(now)

    def passed(self, name: str, address: str) -> None:
        """The right password: this pair begins anew; the address as a whole does not."""
        with self._lock:
            self._failures.pop(("pair", name.casefold(), address), None)

    def _closed(self, key: tuple[str, str, str], now: datetime) -> timedelta:
        failures = self._failures.get(key, deque())
        if len(failures) < _ALLOWED[key[0]]:
            return timedelta(0)
        return max(failures[0] + WINDOW - now, timedelta(0))

    def _forget(self, now: datetime) -> None:
        self._failures = {key: times for key, times in self._failures.items() if times[-1] + WINDOW > now}


def _keys(name: str, address: str) -> list[tuple[str, str, str]]:
    name = name.casefold()[:100]
    return [("pair", name, address), ("address", "", address), ("name", name, "")]
