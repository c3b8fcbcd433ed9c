"""Sessions of the page: by one-time token on this machine, by password elsewhere.

In: the token of the opened address, or a name and a password.  Out: a key for the cookie; the person a key belongs to.
Promise: the token opens one session and never a second; a CSRF token belongs to one session and dies with it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from datetime import datetime

from pipeline.people import People, Person, Role
from pipeline.people.store import ABSOLUTE
from pipeline.review.guard.settings import GuardSettings

__all__ = ["Keys"]


class Keys:
    """Who is in. Safe to use from several threads."""

    def __init__(self, settings: GuardSettings) -> None:
        self.settings = settings
        self.people = People.open(settings.people, create=False) if settings.people else None
        self._secret = secrets.token_bytes(32)
        self._one_time = settings.one_time
        self._local: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def enter(self, token: str) -> str | None:
        """The key of a new session for the one-time token, once; None for any other word, and for the same word again."""
        with self._lock:
            right = bool(self._one_time) and hmac.compare_digest(token.encode("utf-8", "replace"), self._one_time.encode())
            if not right:
                return None
            self._one_time = ""
            key = secrets.token_urlsafe(32)
            self._local[_digest(key)] = self.settings.clock()
            return key

    def person(self, key: str) -> Person | None:
        """Whose key this is now."""
        if not key:
            return None
        now = self.settings.clock()
        if self.people is not None:
            return self.people.session(key, when=now)
        with self._lock:
            begun = self._local.get(_digest(key))
        if begun is None or now - begun > ABSOLUTE:
            return None
        return Person(self.settings.who, Role.ADMIN)

    def end(self, key: str) -> None:
        """End a session."""
        with self._lock:
            self._local.pop(_digest(key), None)
        if self.people is not None:
            self.people.end(key)

    def csrf(self, key: str) -> str:
        """The token that the forms of this session carry."""
        return hmac.new(self._secret, f"csrf:{key}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def fits(self, key: str, token: str) -> bool:
        """Whether a form's token is that of the session."""
        return hmac.compare_digest(self.csrf(key).encode(), token.encode("utf-8", "replace"))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
