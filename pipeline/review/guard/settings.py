"""How the door of the review page is kept.

In: the options of the command.  Out: `GuardSettings`, or the `UsageError` that says what an open address still needs.
Promise: an address that others can reach is never served without people, and never in clear text.
"""

from __future__ import annotations

import hashlib
import ipaddress
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import PathNotFound, UsageError
from pipeline.people import people_path

__all__ = ["GuardSettings", "is_loopback", "local_guard", "open_guard"]


@dataclass(frozen=True, slots=True)
class GuardSettings:
    """`hosts` are the names under which the page may be asked for, without port.

    `one_time` is the token of the opened address; where it is empty people log in, and `people` is their file. `secure` says that
    browsers reach the page by https: by our own TLS, or by the proxy that stands before it (`behind_proxy`). `tag` tells registers
    apart in the names of cookies: browsers share cookies among all ports of a machine.
    """

    hosts: tuple[str, ...]
    clock: Callable[[], datetime]
    who: str = ""
    one_time: str = ""
    people: Path | None = None
    audit: Path | None = None
    secure: bool = False
    behind_proxy: bool = False
    tls_cert: Path | None = None
    tls_key: Path | None = None
    tag: str = ""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def local_guard(register: Path, *, who: str, clock: Callable[[], datetime]) -> GuardSettings:
    """The door of a page for whoever started it: a one-time token instead of a login."""
    return GuardSettings(
        hosts=("127.0.0.1", "localhost", "::1"), clock=clock, who=who, one_time=secrets.token_urlsafe(24), audit=_audit(register),
        tag=_tag(register),
    )  # fmt: skip


def open_guard(
    register: Path, *, host: str, names: tuple[str, ...], clock: Callable[[], datetime], tls_cert: Path | None = None,
    tls_key: Path | None = None, behind_proxy: bool = False,
) -> GuardSettings:  # fmt: skip
    """The door of a page that others reach. Raises UsageError with the next step for whatever is still missing."""
    if (tls_cert is None) != (tls_key is None):
        raise UsageError(detail="--tls-cert và --tls-key phải đi cùng nhau")
    for path in filter(None, (tls_cert, tls_key)):
        if not path.is_file():
            raise PathNotFound(path=path)
    if tls_cert is None and not behind_proxy:
        detail = f"địa chỉ {host} mở cho máy khác nên cần --tls-cert và --tls-key, hoặc --behind-proxy; xem docs/review-server.md"
        raise UsageError(detail=detail)
    wildcard = host in ("0.0.0.0", "::", "")
    if not names and (wildcard or behind_proxy):
        raise UsageError(detail="cần tên mà người dùng gõ trên trình duyệt: thêm --name soat.coquan.vn (dùng được nhiều lần)")
    people = people_path(register)
    if not people.is_file():
        raise UsageError(detail="chưa có người dùng nào; thêm bằng: giaoviec user add TÊN --role admin")
    return GuardSettings(
        hosts=tuple(name.lower() for name in (names or (host,))),
        clock=clock,
        people=people,
        audit=_audit(register),
        secure=True,
        behind_proxy=behind_proxy,
        tls_cert=tls_cert,
        tls_key=tls_key,
        tag=_tag(register),
    )


def _audit(register: Path) -> Path:
    return register.with_name(f"{register.stem}.audit.log")


def _tag(register: Path) -> str:
    return hashlib.sha256(os.fsencode(register.resolve())).hexdigest()[:8]
