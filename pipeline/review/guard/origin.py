"""Where a request comes from: the name it asks for, the page it was sent by, and the path it wants.

In: the headers and the path of a request.  Out: whether it may go on.
Promise: a foreign name that was made to point at this machine (DNS rebinding) reaches nothing; no other site's page changes
anything; a path that climbs is no path.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

__all__ = ["SAFE", "host_of", "known_host", "plain_path", "same_origin"]

SAFE = ("GET", "HEAD", "OPTIONS")
_MOST_PATH = 2000


def host_of(header: str) -> str:
    """The name in a Host header, without port, in lower case; "" for what is none."""
    if not header or any(char in header for char in "@/\\ ,\t"):
        return ""
    try:
        split = urlsplit(f"//{header}")
        _ = split.port  # a port that is no number is an error too
    except ValueError:
        return ""
    return (split.hostname or "").rstrip(".")


def known_host(headers: list[str], hosts: tuple[str, ...]) -> bool:
    """Whether a request names one of our names, once."""
    return len(headers) == 1 and host_of(headers[0]) in hosts


def same_origin(headers: Mapping[str, str], *, secure: bool, changes: bool) -> bool:
    """Whether the request was made by one of our own pages, or typed, or by a program that is no browser (it has no cookie).

    A request that changes nothing may also be a link on another page, but nothing that a foreign page embeds.
    """
    site, mode = headers.get("sec-fetch-site"), headers.get("sec-fetch-mode")
    if not changes:
        return site not in ("cross-site", "same-site") or mode == "navigate"
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin") or headers.get("referer")
    return origin is None or _is_ours(origin, headers.get("host", ""), secure=secure)


def _is_ours(origin: str, host: str, *, secure: bool) -> bool:
    try:
        split = urlsplit(origin)
        asked = urlsplit(f"//{host}")
        usual = 443 if secure else 80
        ports = (split.port or usual) == (asked.port or usual)
    except ValueError:
        return False
    return split.scheme == ("https" if secure else "http") and split.hostname == asked.hostname and ports


def plain_path(raw: str) -> bool:
    """Whether a path is what it seems: no climbing, no backslash, no control characters, not even behind encodings."""
    path = raw
    for _ in range(3):
        path = unquote(path, errors="replace")
    parts = path.split("/")
    return len(raw) <= _MOST_PATH and ".." not in parts and "\\" not in path and path.isprintable() and "//" not in path
