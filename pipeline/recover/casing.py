"""Capitals: a recovered word in the case of what it stands for.

In: a word in lower case, the ruined word, and whether its line is in capitals.  Out: the word as it should stand.
Promise: engines that mistake "o" for "O" inside a word do not decide; the first letter and the line do.
"""

from __future__ import annotations

import re

from pipeline.recover.reading import bare_syllables, without_marks
from pipeline.rules.syllables import syllables

_MOSTLY = 0.6
"""Share of capitals from which a line counts as written in capitals."""

_PHRASE = re.compile(r"[^\W\d_]+(?:,?[ ][^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n\t]+")
_RUN_LETTERS = 5
"""Letters of a run of capitals; two short words alone may be misread small letters."""


def in_capitals(line: str) -> bool:
    """Whether a line is written in capitals (headings, names of offices)."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= 4 and sum(letter.isupper() for letter in letters) >= _MOSTLY * len(letters)


def capital_runs(text: str) -> frozenset[int]:
    """Where words begin that stand in a run of words in capitals ("SO Y TE Doc lap": the first three), though their line is not."""
    starts: list[int] = []
    for phrase in _PHRASE.finditer(text):
        run: list[re.Match[str]] = []
        for word in [*_WORD.finditer(text, phrase.start(), phrase.end()), None]:
            if word is not None and word.group().isupper():
                run.append(word)
                continue
            if len(run) > 1 and sum(len(one.group()) for one in run) >= _RUN_LETTERS:
                starts += [one.start() for one in run]
            run = []
    return frozenset(starts)


def odd_ones(text: str) -> frozenset[int]:
    """Where words begin that alone of their line are not wholly in capitals, beside syllables that are ("CHu TICH")."""
    starts = []
    for line in _LINE.finditer(text):
        words = list(_WORD.finditer(text, line.start(), line.end()))
        others = [word for word in words if not word.group().isupper()]
        beside = any(without_marks(word.group()) in bare_syllables() for word in words if word not in others)
        if len(others) == 1 and others[0].group()[0].isupper() and beside:
            starts.append(others[0].start())
    return frozenset(starts)


def with_case(word: str, ruined: str, *, capitals: bool) -> str:
    """`word` (lower case) in the case that `ruined` shows; `capitals` tells that its whole line is in capitals."""
    letters = [letter for letter in ruined if letter.isalpha()]
    raised = sum(letter.isupper() for letter in letters)
    if word not in syllables():
        return _letter_for_letter(word, ruined, raised)
    if capitals and 2 * raised > len(letters):
        return word.upper()
    if len(letters) >= 3 and raised == len(letters):
        return word.upper()
    if ruined[:1].isupper() and not (ruined[0] == "I" and word[0] == "l" and raised == 1):
        return word.capitalize()
    return word


def _letter_for_letter(word: str, ruined: str, raised: int) -> str:
    """Abbreviations and foreign words: "TTg" keeps its small letter."""
    if len(word) == len(ruined):
        return "".join(new.upper() if old.isupper() else new for new, old in zip(word, ruined, strict=True))
    return word.upper() if 2 * raised >= len(ruined) else word
