"""The encodings Vietnamese offices used before Unicode: TCVN3 (ABC) and VNI, from tables.

In: text whose characters are the bytes of an old encoding.  Out: Unicode, NFC.
Promise: the tables are data (rules/legacy_encodings.json); a character that a table does not name stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.rules import load_json

Decoder = Callable[[str], str]

# A word of capital fonts: its capitals have codes, its letters with tones only those of small letters ("QUYếT").
_CAPITALS = re.compile(r"[^\W\d_]*[A-ZĂÂÊÔƠƯĐ][^\W\d_]*")
_LOWER_ASCII = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class LegacyTables:
    """The tables of rules/legacy_encodings.json, ready for use."""

    tcvn3: Mapping[int, str]
    vni: Mapping[str, str]
    vni_pattern: re.Pattern[str]


@cache
def legacy_tables() -> LegacyTables:
    """The tables, loaded on the first call."""
    content = load_json("legacy_encodings")
    vni: Mapping[str, str] = content["vni"]
    longest_first = sorted(vni, key=len, reverse=True)
    return LegacyTables(
        tcvn3={int(code, 16): letter for code, letter in content["tcvn3"].items()},
        vni=vni,
        vni_pattern=re.compile("|".join(map(re.escape, longest_first))),
    )


def from_tcvn3(text: str) -> str:
    """Text of TCVN3 bytes (read as Latin-1) in Unicode; words in capital fonts become capitals."""
    return _CAPITALS.sub(_raise_tones, text.translate(legacy_tables().tcvn3))


def from_vni(text: str) -> str:
    """Text of VNI-Windows bytes (read as Windows-1252) in Unicode."""
    tables = legacy_tables()
    return tables.vni_pattern.sub(lambda match: tables.vni[match.group()], text)


def _raise_tones(match: re.Match[str]) -> str:
    word = match.group()
    capitals = sum(1 for letter in word if letter.isupper())
    return word.upper() if capitals >= 2 and not _LOWER_ASCII.search(word) else word
