"""Text of TCVN3 (ABC), VNI or VISCII that came over letter for letter: "céng hßa x· héi" is "cộng hòa xã hội".

In: a text.  Out: edits, one for each word.
Promise: a line with a letter that only Unicode has is left alone; the others only where they are no Vietnamese as they stand and
clearly are by one of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from models.spans import Edit
from pipeline.extract import likeness, old_encoding

_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_OLD = re.compile("[\x80-\xff]")
_LINE = re.compile(r"[^\n\f]+")
# ASCII letters, all that is not ASCII, and the controls that VISCII uses for letters.
_WORD = re.compile("[A-Za-z\x02\x05\x06\x14\x19\x1e\x80-\U0010ffff]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 4
"""Fewer words are no evidence of an encoding."""


def old_code_edits(text: str) -> Iterator[Edit]:
    """The words of lines that spell an old encoding, in Unicode."""
    if text.isascii():
        return
    lines = [line for line in _LINE.finditer(text) if _OLD.search(line.group()) and not _UNICODE_ONLY.search(line.group())]
    sample = "\n".join(line.group() for line in lines)
    if len(_LETTERS.findall(sample)) < _LEAST_WORDS:
        return
    found = old_encoding(sample)
    if found is None:
        return
    for line in lines:
        if likeness(found[1](line.group())) >= likeness(line.group()):
            yield from _words(line.group(), line.start(), found[1])


def _words(line: str, start: int, decode: Callable[[str], str]) -> Iterator[Edit]:
    for word in _WORD.finditer(line):
        decoded = decode(word.group())
        if decoded != word.group():
            yield Edit(start + word.start(), start + word.end(), decoded)
