"""Units: the pieces of a text that the language model knows, found alike in true and in ruined text.

In: a text.  Out: its units with offsets, and what kind each is.
Promise: a unit holds no white space and no mark that parts words (dash, slash, comma, bracket); e-mail, web addresses and numbers
are recognised here, and nothing later touches them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from models.spans import Span


class Kind(IntEnum):
    """What a unit is to the recovery."""

    WORD = 0
    """Letters, perhaps with digits or signs that an engine put for letters."""
    NUMBER = 1
    """Digits, and nothing that could be a letter: never altered."""
    FIXED = 2
    """E-mail, web address, file name, code of letters and digits ("A4", "QH14", "m2"): never altered."""


class Unit(NamedTuple):
    """`text[start:end]`, and its kind."""

    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        """The place of the unit."""
        return self.start, self.end


_FIXED = r"(?P<fixed>[^\s<>()]*@[^\s<>()]*\.[^\s<>()]+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu|pdf|docx?|xlsx?)\b(?:/\S*)?)"
# A sign that stands alone, where engines of another language see no letter of theirs ("ở").
_LONE = r"(?P<lone>(?<!\S)[©®°&@¢¥§](?!\S))"
# What parts units: blanks, and the marks of punctuation that engines of another language also read as such.
_UNIT = r"(?P<unit>[^\s/\\\-–—.,;:()\[\]{}\"“”„«»…*_=<>~^•·+#©®°%]+)"
_FIND = re.compile(f"{_FIXED}|{_LONE}|{_UNIT}", re.IGNORECASE)
_EDGE = "!?|'‘’`´"
_QUOTE = re.compile("['‘’`´]")
# A quotation mark inside a word parts two words ("tổ‘chức") where both sides could be one; else it stands for a letter ("thi’c").
_VOWEL = re.compile("[aeiouy0-9\u00c0-\u00ff\u0100-\u01b0\u1ea0-\u1ef9]", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
# Letters with digits that no engine puts for letters, and letters with digits all in capitals: a code, no ruined word.
# But "T6 chức": one capital and a six before a word may be "Tổ", "Bộ", "Sở"; the language model is asked.
_SIX = re.compile(r"[BCHLNST]6(?=[ ][^\W\d_])")
# "¢6" is no code either: no Vietnamese text has that sign, engines put it for "c" ("có").
_CENT = re.compile("¢[6óo]")
_CODE = re.compile(r"(?=\D*\d)(?:.*[23789]|[^a-zà-ỹ]*\Z)")


def units(text: str) -> list[Unit]:
    """The units of a text from left to right."""
    found = []
    for match in _FIND.finditer(text):
        start, end = match.span()
        if match.lastgroup == "fixed":
            found.append(Unit(start, end, Kind.FIXED))
            continue
        if _CENT.fullmatch(match.group()) or (_SIX.match(text, start) is not None and end == start + 2):
            found.append(Unit(start, end, Kind.WORD))
        else:
            found.extend(_parted(match.group(), start))
    return found


def _parted(word: str, start: int) -> Iterator[Unit]:
    core = word.strip(_EDGE)
    if not core:
        return
    start += word.index(core)
    for quote in _QUOTE.finditer(core):
        left, right = core[: quote.start()], core[quote.end() :]
        if _could_stand(left) and _could_stand(right):
            yield from _parted(left, start)
            yield from _parted(right, start + quote.end())
            return
    kind = Kind.NUMBER if _NUMBER.fullmatch(core) else Kind.FIXED if _CODE.match(core) else Kind.WORD
    yield Unit(start, start + len(core), kind)


def _could_stand(part: str) -> bool:
    """Whether a part could be a word of its own: it has a vowel, or is the one capital of a name ("H'Mông")."""
    return (len(part) > 1 and _VOWEL.search(part) is not None) or (len(part) == 1 and part.isupper())
