"""Letters that look right and are not: Ƣ for Ư, Ð for Đ, Cyrillic and Greek letters in Latin words.

In: a text.  Out: edits, one letter for one.  Promise: only words that also hold Latin letters are touched; a word wholly in
another script, and every digit, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit

# Letters of the Latin blocks that Vietnamese does not have, standing for ones it has: fonts of the 1990s and wrong keyboards.
_LATIN = {"Ƣ": "Ư", "ƣ": "ư", "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ǎ": "Ă", "ǎ": "ă"}
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁ", "ABESIJKMHOPCTYXaesijopcyxhd", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι", "ABEZHIKMNOPTYXoi", strict=True))
_TABLE = {**_LATIN, **_CYRILLIC, **_GREEK}
_ANY = re.compile(f"[{''.join(_TABLE)}]")
# With the marks typed apart, which are composed after this step.
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_PLAIN_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def homoglyph_edits(text: str) -> Iterator[Edit]:
    """Look-alike letters become the letters they stand for, in words that hold Latin letters."""
    if text.isascii() or not _ANY.search(text):
        return
    for word in _WORD.finditer(text):
        letters = word.group()
        if not _ANY.search(letters) or not _is_latin(letters):
            continue
        for match in _ANY.finditer(letters):
            at = word.start() + match.start()
            yield Edit(at, at + 1, _TABLE[match.group()])


def _is_latin(word: str) -> bool:
    """Whether a word is Latin at heart: some letter is Latin, and all that are not have a Latin look-alike."""
    foreign = _FOREIGN.findall(word)
    latin = [letter for letter in _PLAIN_LATIN.findall(word) if letter not in _LATIN]
    return bool(latin) and all(letter in _TABLE for letter in foreign)
