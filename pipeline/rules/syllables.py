"""Which letters make a Vietnamese syllable: the spelling rules of rules/syllables.json, spelt out as a set.

In: rules/syllables.json (onsets, rimes, tones).  Out: `Syllables`, which knows each possible syllable and its places of tone.
Promise: built once on request, from data only; old and new tone placement (hoà, hòa) and lower-case NFC forms are all in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.rules import load_json

TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
"""Combining grave, acute, tilde, hook above, dot below: the five written tones."""

_MODIFIED = "ăâêôơư"
_VOWELS = "aăâeêioôơuưy"


@dataclass(frozen=True, slots=True)
class Syllables:
    """All possible syllables, known syllables of names, and those in common use; lower case and NFC."""

    all: frozenset[str]
    names: frozenset[str]
    common: frozenset[str]

    def __contains__(self, word: object) -> bool:
        """Whether `word` (lower case, NFC) is a possible syllable or a known name syllable."""
        return word in self.all or word in self.names


@cache
def syllables() -> Syllables:
    """The syllables of rules/syllables.json; kept after the first call."""
    content = load_json("syllables")
    glides = frozenset(content["open_glides"]["rimes"])
    found: set[str] = set()
    for group in content["groups"]:
        for rime in group["rimes"]:
            for toned in _toned_rimes(rime, content, glides):
                found.update(onset + toned for onset in group["onsets"])
    names, common = content["names"]["syllables"], content["common"]["syllables"]
    return Syllables(frozenset(found), frozenset(names), frozenset(common.split()))


def has_mark(word: str) -> bool:
    """Whether a lower-case NFC word holds a letter that plain a-z does not have."""
    return not word.isascii()


def tone_place(rime: str) -> int:
    """Index of the vowel of a toneless rime that bears the tone, in the placement of the primer (hòa, thủy, toàn)."""
    modified = [i for i, c in enumerate(rime) if c in _MODIFIED]
    if modified:
        return modified[-1]
    vowels = [i for i, c in enumerate(rime) if c in _VOWELS]
    closed = vowels[-1] + 1 < len(rime)
    if len(vowels) == 1:
        return vowels[0]
    if len(vowels) == 3:
        return vowels[1]
    return vowels[1] if closed else vowels[0]


def with_tone(rime: str, place: int, mark: str) -> str:
    """The rime with a combining tone mark on the letter at `place`, NFC."""
    return unicodedata.normalize("NFC", rime[: place + 1] + mark + rime[place + 1 :])


def _toned_rimes(rime: str, content: Mapping[str, Any], glides: frozenset[str]) -> Iterator[str]:
    tones: Mapping[str, str] = content["tones"]
    allowed = content["stop_tones"] if rime[-1] in "ptck" or rime.endswith("ch") else list(tones)
    places = {tone_place(rime)} | ({1} if rime in glides else set())
    for tone in allowed:
        for place in places:
            yield with_tone(rime, place, tones[tone])
