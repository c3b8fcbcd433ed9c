"""Files damaged by chance: bytes, numbers, names, whole structures; inside compressed parts too.

In: the bytes of a whole file, other whole files, a source of chance.  Out: the bytes of a damaged one.
Promise: the same seed and files give the same damage; nothing is written anywhere.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

__all__ = ["mutated"]

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d{1,10}(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z]{2,20}")
_TAG = re.compile(rb"</?[A-Za-z:]{1,20}")
_ODD_NUMBERS = (b"-1", b"0", b"1", b"65536", b"99999", b"2147483647", b"-2147483648", b"4294967296", b"1e38", b"nan")
_LONGEST = 2_000_000
"""No damaged part grows beyond this: bombs are the matter of another corpus."""

Change = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A damaged copy of `data`: one to four changes, in its bytes or inside one of its compressed parts."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        if data.startswith(b"PK") and chance.random() < 0.7:
            data = _inside_zip(data, others, chance)
        elif data.startswith(b"%PDF") and chance.random() < 0.4:
            data = _inside_stream(data, others, chance)
        else:
            data = _changed(data, others, chance)
    return data


def _changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return chance.choice(_CHANGES)(data, chance, others)[:_LONGEST] if data else data


def _inside_stream(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A compressed stream of a PDF unpacked, changed and packed again; its length is told wrongly then, as damage does."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    try:
        plain = zlib.decompressobj().decompress(match.group(1), _LONGEST)
    except zlib.error:
        return data[: match.start(1)] + _changed(match.group(1), others, chance) + data[match.end(1) :]
    packed = zlib.compress(_changed(plain, others, chance), 1)
    return data[: match.start(1)] + packed + b"\n" + data[match.end(1) :]


def _inside_zip(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """An archive with one of its parts changed, and true checksums."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            parts = source.infolist()
            main = [part for part in parts if part.filename == "word/document.xml"]
            hit = chance.choice(main if main and chance.random() < 0.6 else parts)
            for part in parts:
                content = source.read(part)
                target.writestr(part.filename, _changed(content, others, chance) if part is hit else content)
    except (zipfile.BadZipFile, IndexError, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error):
        return _changed(data, others, chance)  # an earlier change has broken the archive itself
    return out.getvalue()


def _bytes(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data))]


def _hole(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    start, size = _piece(data, chance)
    return data[:start] + data[start + size :]


def _again(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    start, size = _piece(data, chance)
    times = chance.choice((1, 2, 50))
    return data[:start] + data[start : start + size] * times + data[start:]


def _zeros(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    start, size = _piece(data, chance)
    return data[:start] + bytes(size) + data[start + size :]


def _foreign(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    start, size = _piece(data, chance)
    there, much = _piece(other, chance)
    return data[:start] + other[there : there + much] + data[start + size :]


def _number(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    return _put(data, _NUMBER, lambda: chance.choice(_ODD_NUMBERS), chance)


def _name(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    pattern = _NAME if data.startswith(b"%PDF") else _TAG
    names = [match.group() for match in pattern.finditer(data[:200_000])]
    return _put(data, pattern, lambda: chance.choice(names), chance) if names else data


def _put(data: bytes, pattern: re.Pattern[bytes], value: Callable[[], bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    match = pattern.search(data, start) or pattern.search(data)
    return data[: match.start()] + value() + data[match.end() :] if match else data


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(len(data)), chance.choice((1, 8, 64, 512, 4_096, 32_768))


_CHANGES: tuple[Change, ...] = (_bytes, _bytes, _cut, _hole, _again, _zeros, _foreign, _number, _number, _number, _name, _name)
