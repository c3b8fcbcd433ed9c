"""Marks where they belong: composed with their letters, and on the vowel of their syllable.

In: a text.  Out: edits.  Promise: a tone is moved only where the spelling rules of Vietnamese leave one reading; glued
syllables are parted only where one way of parting gives valid ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import regex

from models.spans import Edit
from pipeline.rules.syllables import TONE_MARKS, syllables

_MODIFIERS = "\u0302\u0306\u031b"  # circumflex, breve, horn: part of the letter, before the tone
_CLUSTER = regex.compile(r"[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?\p{M}*|\P{M}\p{M}*|\p{M}+")
_MARKED = regex.compile(r"\P{M}\p{M}+")
_CONSONANTS = "bcdđfghjklmnpqrstvwxz"
_VOWELS = frozenset("aăâeêioôơuưy")
# Consonants that Unicode has in one piece with a tone mark ("ṇ"): after composition a stray tone hides in them.
_MARKED_CONSONANTS = "".join(
    sorted(
        composed
        for letter in _CONSONANTS + _CONSONANTS.upper()
        for mark in TONE_MARKS
        if len(composed := unicodedata.normalize("NFC", letter + mark)) == 1
    )
)
_SUSPECT = re.compile(f"[{TONE_MARKS}{_MARKED_CONSONANTS}]")
_LOOSE = re.compile(f"(?<![^\\W_{TONE_MARKS}])[{TONE_MARKS}]+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]{1,7})[ \t]\Z")
_LONGEST = 24
"""Two glued syllables with their marks are never longer; a syllable has at most seven letters."""
_WITH_STRAY = re.compile(f"[^\\W\\d_]+(?:[{TONE_MARKS}][^\\W\\d_]*)*")


def composition_edits(text: str) -> Iterator[Edit]:
    """Letters and marks typed apart become one letter (NFC); a tone typed before the circumflex, breve or horn goes behind it."""
    composed_already = unicodedata.is_normalized("NFC", text)
    if composed_already and not _SUSPECT.search(text):
        return
    for match in (_MARKED if composed_already else _CLUSTER).finditer(text):
        cluster = match.group()
        if len(cluster) == 1 and unicodedata.is_normalized("NFC", cluster):
            continue
        composed = _compose(cluster)
        if composed != cluster:
            yield Edit(match.start(), match.end(), composed)


def stray_mark_edits(text: str) -> Iterator[Edit]:
    """A tone on a consonant or after a blank goes to the vowel of its syllable; one that no syllable can bear goes away.

    "câṇ" becomes "cận", "vi ̣sự" becomes "vị sự", "sựnghiêp̣" becomes "sự nghiệp".
    """
    if not _SUSPECT.search(text):
        return
    edits = list(_loose_marks(text))
    toned_starts = {edit.start for edit in edits}
    for match in _WITH_STRAY.finditer(text):
        if match.start() in toned_starts or not _SUSPECT.search(match.group()):
            continue
        repaired = _repair(match.group())
        if repaired is not None:
            edits.append(Edit(match.start(), match.end(), repaired))
    yield from sorted(edits)


def _compose(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster)
    if len(composed) == 1:
        return composed
    apart = unicodedata.normalize("NFD", cluster)
    marks = apart[1:]
    if not (any(m in _MODIFIERS for m in marks) and any(m in TONE_MARKS for m in marks)):
        return composed
    ordered = sorted(marks, key=lambda mark: mark not in _MODIFIERS)
    better = unicodedata.normalize("NFC", apart[0] + "".join(ordered))
    return better if len(better) < len(composed) else composed


def _loose_marks(text: str) -> Iterator[Edit]:
    """Tones that stand after a blank or at the beginning of a word: the word before the blank may want them."""
    for match in _LOOSE.finditer(text):
        start, mark = match.start(), match.group()
        before = _LAST_WORD.search(text, max(0, start - _LONGEST), start) if len(mark) == 1 else None
        if before is not None:
            word = before["word"]
            toned = _with_tone(word, mark, len(word))
            if toned is not None:
                yield Edit(before.start("word"), before.end("word"), toned)
        yield Edit(start, match.end(), "")


def _repair(word: str) -> str | None:
    """A run of letters with a tone on a consonant, spelt right; parted in two where it is two syllables."""
    bare, strays = _strip_strays(word) if len(word) <= _LONGEST else ("", [])
    if len(strays) != 1:
        return None
    place, mark = strays[0]
    whole = _with_tone(bare, mark, place)
    if whole is not None:
        return whole
    pairs = [pair for cut in range(1, len(bare)) if (pair := _part(bare, cut, mark, place)) is not None]
    return " ".join(pairs[0]) if len(pairs) == 1 else None


def _part(bare: str, cut: int, mark: str, place: int) -> tuple[str, str] | None:
    """Two syllables in common use, the tone on the one it stands in; None where one of them is none."""
    left, right = bare[:cut], bare[cut:]
    toned = _with_tone(left, mark, place) if place <= cut else _with_tone(right, mark, place - cut)
    if toned is None:
        return None
    pair = (toned, right) if place <= cut else (left, toned)
    common = syllables().common
    return pair if all(part.lower() in common for part in pair) else None


def _strip_strays(word: str) -> tuple[str, list[tuple[int, str]]]:
    """The word without tones on consonants, and each of them with the number of letters before it."""
    bare: list[str] = []
    strays: list[tuple[int, str]] = []
    for letter in word:
        if letter in TONE_MARKS:
            strays.append((len(bare), letter))
        elif letter in _MARKED_CONSONANTS:
            apart = unicodedata.normalize("NFD", letter)
            bare.append(apart[0])
            strays.append((len(bare), apart[1]))
        else:
            bare.append(letter)
    return "".join(bare), strays


def _with_tone(word: str, mark: str, place: int) -> str | None:
    """The syllable with the tone on a vowel at or before `place`, the nearest that spells a valid syllable; None for none."""
    known = syllables().all
    for at in range(min(place, len(word)) - 1, -1, -1):
        if word[at].lower() not in _VOWELS:
            continue
        toned = word[:at] + unicodedata.normalize("NFC", word[at] + mark) + word[at + 1 :]
        if toned.lower() in known:
            return toned
    return None
