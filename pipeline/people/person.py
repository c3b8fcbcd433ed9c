"""A person at the page, and what a role may do.

In: a name and a role.  Out: `Person`.  Promise: a reader never writes; only an admin manages people.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from models.errors import UsageError

__all__ = ["Person", "Role", "check_name", "check_password"]

_LONGEST_NAME = 60
_SHORTEST, _LONGEST = 10, 200


class Role(StrEnum):
    """What a person may do: look, correct, or correct and manage."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a request. `session` says that there is something to log out of."""

    name: str
    role: Role
    session: bool = True

    @property
    def may_write(self) -> bool:
        """Whether this person may change anything."""
        return self.role in (Role.REVIEWER, Role.ADMIN)


def check_name(name: str) -> str:
    """The name in the one form it is kept in; UsageError where it is none."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    if not plain or len(plain) > _LONGEST_NAME or not all(char.isprintable() for char in plain):
        raise UsageError(detail=f"tên người dùng phải có từ 1 đến {_LONGEST_NAME} chữ")
    return plain


def check_password(password: str, name: str) -> str:
    """The password in the form it is hashed in; UsageError where it is too weak to be one."""
    plain = unicodedata.normalize("NFKC", password)
    if not _SHORTEST <= len(plain) <= _LONGEST:
        raise UsageError(detail=f"mật khẩu phải dài từ {_SHORTEST} đến {_LONGEST} ký tự")
    if len(set(plain)) < 4 or (len(name) > 3 and name.casefold() in plain.casefold()):
        raise UsageError(detail="mật khẩu quá dễ đoán; dùng vài từ không liên quan đến tên")
    return plain
