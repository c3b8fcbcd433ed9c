"""The encodings Vietnamese offices used before Unicode: TCVN3 (ABC), VNI and VISCII, from tables.

In: text whose characters are the bytes of an old encoding.  Out: Unicode, NFC.
Promise: the tables are data (rules/legacy_encodings.json); a character that a table does not name stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.extract.health import count_words
from pipeline.rules import load_json

Decoder = Callable[[str], str]

# A word of capital fonts: its capitals have codes, its letters with tones only those of small letters ("QUYếT").
_CAPITALS = re.compile(r"[^\W\d_]*[A-ZĂÂÊÔƠƯĐ][^\W\d_]*")
_FEW_LATIN = 0.05
"""Share of letters of Latin-1: text of an old encoding has more."""
_LOWER_ASCII = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class LegacyTables:
    """The tables of rules/legacy_encodings.json, ready for use."""

    tcvn3: Mapping[int, str]
    viscii: Mapping[int, str]
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
        viscii={int(code, 16): letter for code, letter in content["viscii"].items()},
        vni=vni,
        vni_pattern=re.compile("|".join(map(re.escape, longest_first))),
    )


def from_tcvn3(text: str) -> str:
    """Text of TCVN3 bytes (read as Latin-1) in Unicode; words in capital fonts become capitals."""
    return _CAPITALS.sub(_raise_tones, text.translate(legacy_tables().tcvn3))


def from_viscii(text: str) -> str:
    """Text of VISCII bytes (read as Latin-1) in Unicode."""
    return text.translate(legacy_tables().viscii)


def from_vni(text: str) -> str:
    """Text of VNI-Windows bytes (read as Windows-1252) in Unicode."""
    tables = legacy_tables()
    return tables.vni_pattern.sub(lambda match: tables.vni[match.group()], text)


def old_encoding(text: str) -> tuple[str, Decoder] | None:
    """The encoding that Unicode text spells byte for byte ("céng hßa x· héi": TCVN3), by name; None where it is what it seems."""
    latin = sum(1 for letter in text if "\x80" <= letter <= "\xff")
    if latin < _FEW_LATIN * len(text):
        return None
    name, decode = max(_ENCODINGS.items(), key=lambda item: likeness(item[1](text)))
    now, then = likeness(text), likeness(decode(text))
    return (name, decode) if then > 0.5 and then > now + 0.2 else None


def likeness(text: str) -> float:
    """How much a text looks like Vietnamese: share of valid syllables times share of marked words, less what was lost."""
    words = count_words(text)
    lost = text.count("\ufffd") / max(1, words.letters)
    return words.share * words.marked_share - lost if words.letters else 0.0


def _raise_tones(match: re.Match[str]) -> str:
    word = match.group()
    capitals = sum(1 for letter in word if letter.isupper())
    return word.upper() if capitals >= 2 and not _LOWER_ASCII.search(word) else word


_ENCODINGS: Mapping[str, Decoder] = {"TCVN3": from_tcvn3, "VNI": from_vni, "VISCII": from_viscii}
