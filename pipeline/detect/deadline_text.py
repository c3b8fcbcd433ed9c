"""Spellings made one before patterns are tried: NFC, one place for the tone, one hyphen, one Đ.

In: text as written.  Out: `Plain`: the same text in one spelling, with the way back.
Promise: each character of the plain text stands for one stretch of the text as written; a span leads back exactly.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import regex

from models.spans import Span

MAX_CHARS = 60_000
"""Longest text that is searched, over ten pages of print: a task is a paragraph, a citation search at most a long annex."""

# Hyphens of all makes (a line-end hyphen comes out of pypdfium2 as U+0002), the Eth typed for Đ, quotes, hard spaces.
_LETTERS = str.maketrans(
    {**dict.fromkeys("\u00ad\u0002‐‑‒–—−", "-"), **dict.fromkeys("“”„", '"'), "Ð": "Đ", "ð": "đ", "\u00a0": " ", "⁄": "/"}
)

# New tone placement to old, in open syllables only (hoà -> hòa, thuý -> thúy; hoàn stays). "quý" is q-u-ý, not qu-y.
# Schools write "kì".
_NEW = regex.compile(
    r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ]|O[àáảãạèéẻẽẹÀÁẢÃẠ]|(?<![qQ])U[ỲÝỶỸỴ]|[qQ]úy|[qQ]uí|(?<!\p{L})[kK]ì)(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Text in one spelling. `starts` holds, for each character and the end, its place as written; None: the same place."""

    text: str
    starts: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """The span of the text as written."""
        if self.starts is None:
            return span
        return self.starts[span[0]], self.starts[span[1]]

    def forth(self, span: Span) -> Span:
        """The span of the plain text that covers `span` of the text as written."""
        if self.starts is None:
            return span
        inside = [i for i, (a, b) in enumerate(pairwise(self.starts)) if a < span[1] and b > span[0]]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def plain(text: str) -> Plain:
    """`text` (its first MAX_CHARS characters) in one spelling, with the way back."""
    text = text[:MAX_CHARS]
    starts: tuple[int, ...] | None = None
    if not unicodedata.is_normalized("NFC", text):
        text, starts = _composed(text)
    text = text.translate(_LETTERS)
    return Plain(_NEW.sub(lambda found: _old_tone(found[0]), text), starts)


def _composed(text: str) -> tuple[str, tuple[int, ...]]:
    """NFC letter by letter: what does not melt into one character keeps the place of its base letter."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        letter = unicodedata.normalize("NFC", text[at:end])
        parts.append(letter)
        starts += [at] * len(letter)
        at = end
    return "".join(parts), (*starts, len(text))


def _old_tone(syllable_end: str) -> str:
    if syllable_end[0] in "kK":
        return syllable_end[0] + "ỳ"
    if syllable_end[0] in "qQ":
        return syllable_end[0] + "uý"  # "qúy" and "quí" are other spellings of "quý"
    first, second = syllable_end[0], syllable_end[1]
    bare = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + bare[1:]) + bare[0]
