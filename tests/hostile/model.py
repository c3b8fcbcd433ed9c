"""A hostile file: its name, its bytes, what is wrong with it, and the one state it must end in.

In: bytes made by the builders of this folder.  Out: `Hostile` values.
Promise: nothing is random; `CANARY` is what a file must never bring in from outside, `{port}` a listener that must hear nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CANARY = "BIMATNGOAITEP"
"""Stands in a file beside the inbox; no register may ever hold it."""

READ = "read"
"""The file is taken in, with or without a warning."""


@dataclass(frozen=True)
class Place:
    """Where the hostile files of a run find what they must not touch."""

    canary: Path
    port: int


@dataclass(frozen=True)
class Hostile:
    """`name` is the name of the file on the disk, `ends` the kind of its refusal, or READ; `id` says what is wrong with it."""

    id: str
    name: str | bytes
    ends: str | tuple[str, ...]
    make: Callable[[Place], bytes]


def fixed(data: bytes) -> Callable[[Place], bytes]:
    """A file that is the same wherever it lies."""
    return lambda _: data


def bomb(chunk: bytes, times: int, *, raw: bool = False) -> bytes:
    """A deflate stream of `chunk` again and again, made without holding what it unpacks to; its checksum is wrong unless `raw`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    body = once * times + b"\x03\x00"
    return body if raw else b"\x78\xda" + body + b"\x00\x00\x00\x00"
