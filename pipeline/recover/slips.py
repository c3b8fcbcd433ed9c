"""Tones that slipped to the next vowel: "hôị" for "hội".

In: a text.  Out: edits.  Promise: a tone is moved only where the word is no syllable before and one after.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.spans import Edit
from pipeline.rules.syllables import TONE_MARKS, syllables

# A tone stands on â, ă, ê, ô, ơ, ư wherever a syllable has one of them: on the plain vowel behind it, it slipped.
_CHANGED = "âăêôơưÂĂÊÔƠƯ"
_TONED = "".join(unicodedata.normalize("NFC", vowel + mark) for vowel in "aeiouyAEIOUY" for mark in TONE_MARKS)
# A syllable has at most seven letters; without that bound a line of letters alone is looked through once for each of them.
_SLIPPED = re.compile(f"(?<![^\\W\\d_])[^\\W\\d_]{{0,6}}?(?P<first>[{_CHANGED}])(?P<second>[{_TONED}])[^\\W\\d_]*")


def slipped_tone_edits(text: str) -> Iterator[Edit]:
    """Move a tone back to the vowel it slipped from ("HÔỊ" becomes "HỘI")."""
    for match in _SLIPPED.finditer(text):
        word = match.group()
        if word.lower() in syllables():
            continue
        apart = unicodedata.normalize("NFD", match.group("second"))
        pair = unicodedata.normalize("NFC", match.group("first") + apart[1:]) + apart[0]
        start = match.start("first") - match.start()
        moved = word[:start] + pair + word[start + 2 :]
        if moved.lower() in syllables():
            yield Edit(match.start("first"), match.end("second"), pair)
