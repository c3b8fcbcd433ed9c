"""The file of people: names, roles, hashes of passwords, sessions.

In: a path beside the register.  Out: `People`.
Promise: the file is readable by its owner alone; what lies in it opens no door (argon2 hashes of passwords, SHA-256 of session
keys); a removed person, a new password or a new role takes effect at once, also for sessions that are open.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import threading
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from models.errors import RegisterError, UsageError
from models.system import reason_of
from pipeline.people.person import Person, Role, check_name, check_password

__all__ = ["ABSOLUTE", "IDLE", "People", "people_path"]

IDLE, ABSOLUTE = timedelta(hours=4), timedelta(hours=12)
"""A session ends after a long lunch without a request, and in any case over night."""

_TABLES = """
CREATE TABLE IF NOT EXISTS users (
  name TEXT PRIMARY KEY NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL, added TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  key TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL REFERENCES users(name) ON DELETE CASCADE,
  begun TEXT NOT NULL, seen TEXT NOT NULL
) STRICT;
"""


def people_path(register: Path) -> Path:
    """Where the people of a register are kept: NAME.people beside NAME.db."""
    return register.with_name(f"{register.stem}.people")


class People:
    """The people of one register. Safe to use from several threads."""

    def __init__(self, path: Path, *, hasher: PasswordHasher | None = None) -> None:
        self.path = path
        self._hasher = hasher or PasswordHasher()
        self._lock = threading.Lock()
        self._connection = _open(path)
        self._nobody = ""

    @classmethod
    def open(cls, path: Path, *, create: bool, hasher: PasswordHasher | None = None) -> People:
        """Open the file; UsageError where it is missing and may not be made."""
        if not create and not path.is_file():
            raise UsageError(detail="chưa có người dùng nào; thêm bằng: giaoviec user add TÊN --role admin")
        return cls(path, hasher=hasher)

    def add(self, name: str, role: Role, password: str, *, when: datetime) -> None:
        """A new person; UsageError where the name is taken."""
        name = check_name(name)
        hashed = self._hasher.hash(check_password(password, name))
        with self._lock, self._connection:
            if self._connection.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
                raise UsageError(detail=f"đã có người dùng “{name}”; đổi mật khẩu bằng: giaoviec user password TÊN")
            row = (name, role.value, hashed, when.isoformat(timespec="seconds"))
            self._connection.execute("INSERT INTO users (name, role, hash, added) VALUES (?,?,?,?)", row)

    def remove(self, name: str) -> None:
        """Take a person out; their sessions end. Their name stays in the histories."""
        with self._lock, self._connection:
            self._known(name)
            self._connection.execute("DELETE FROM users WHERE name = ?", (check_name(name),))

    def set_role(self, name: str, role: Role) -> None:
        """Change what a person may do."""
        with self._lock, self._connection:
            self._known(name)
            self._connection.execute("UPDATE users SET role = ? WHERE name = ?", (role.value, check_name(name)))

    def set_password(self, name: str, password: str) -> None:
        """Change a password; all sessions of that person end."""
        hashed = self._hasher.hash(check_password(password, check_name(name)))
        with self._lock, self._connection:
            self._known(name)
            self._connection.execute("UPDATE users SET hash = ? WHERE name = ?", (hashed, check_name(name)))
            self._connection.execute("DELETE FROM sessions WHERE name = ?", (check_name(name),))

    def listed(self) -> Sequence[tuple[str, Role, str]]:
        """Name, role and day of adding of each person."""
        with self._lock:
            rows = self._connection.execute("SELECT name, role, added FROM users ORDER BY name").fetchall()
        return [(name, Role(role), added) for name, role, added in rows]

    def check(self, name: str, password: str) -> Person | None:
        """The person whose password this is, or None; it takes as long where there is no such person."""
        try:
            name = check_name(name)
        except UsageError:
            name = ""
        with self._lock:
            row = self._connection.execute("SELECT role, hash FROM users WHERE name = ?", (name,)).fetchone()
        if len(password) > 4 * 200:
            return None
        self._nobody = self._nobody or self._hasher.hash(secrets.token_hex(16))
        try:
            self._hasher.verify(row[1] if row else self._nobody, unicodedata.normalize("NFKC", password))
        except (VerificationError, InvalidHashError):
            return None
        return Person(name, Role(row[0])) if row else None

    def begin(self, person: Person, *, when: datetime) -> str:
        """Begin a session; the key goes into the cookie and is kept only as its hash."""
        key = secrets.token_urlsafe(32)
        moment = when.isoformat()
        with self._lock, self._connection:
            self._connection.execute("INSERT INTO sessions VALUES (?,?,?,?)", (_digest(key), person.name, moment, moment))
            self._connection.execute("DELETE FROM sessions WHERE begun < ?", ((when - ABSOLUTE).isoformat(),))
        return key

    def session(self, key: str, *, when: datetime) -> Person | None:
        """Whose session this is now, or None; looking keeps it alive."""
        with self._lock, self._connection:
            row = self._connection.execute(
                "SELECT s.name, u.role, s.begun, s.seen FROM sessions s JOIN users u ON u.name = s.name WHERE s.key = ?",
                (_digest(key),),
            ).fetchone()
            if row is None:
                return None
            begun, seen = datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3])
            if when - begun > ABSOLUTE or when - seen > IDLE:
                self._connection.execute("DELETE FROM sessions WHERE key = ?", (_digest(key),))
                return None
            if when - seen > timedelta(minutes=1):  # not a write to the disk with each page image
                self._connection.execute("UPDATE sessions SET seen = ? WHERE key = ?", (when.isoformat(), _digest(key)))
        return Person(row[0], Role(row[1]))

    def end(self, key: str) -> None:
        """End a session."""
        with self._lock, self._connection:
            self._connection.execute("DELETE FROM sessions WHERE key = ?", (_digest(key),))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _known(self, name: str) -> None:
        if not self._connection.execute("SELECT 1 FROM users WHERE name = ?", (check_name(name),)).fetchone():
            raise UsageError(detail=f"không có người dùng “{check_name(name)}”; xem tên bằng: giaoviec user list")


def _open(path: Path) -> sqlite3.Connection:
    try:
        # Made with its mode, not narrowed afterwards: there is no moment in which others could open it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600))
        path.chmod(0o600)
        connection = sqlite3.connect(path, check_same_thread=False, timeout=10)
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.commit()
    except OSError as error:
        raise RegisterError(path=path, detail=reason_of(error)) from error
    except sqlite3.DatabaseError as error:
        raise RegisterError(path=path, detail="không phải tệp người dùng của giaoviec") from error
    return connection


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()
