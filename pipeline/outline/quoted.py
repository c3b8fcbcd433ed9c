"""Which paragraphs stand inside a quotation that runs over several of them: the new wording that a decision gives an article.

In: the texts of paragraphs.  Out: the places of those behind the one that opens the quotation, up to the one that closes it.
Promise: a quotation that nothing closes, or that closes in its own paragraph, holds none: its enumerators are those of the paper.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

__all__ = ["quoted"]

LONGEST = 60
"""Paragraphs of a quotation; a sign that stays open longer was misread."""

_OPENS = regex.compile(r"như sau\s*:\s+(?=[“\"])")
"""Behind these words a quotation of whole articles begins, in the same paragraph or the next."""
_CLOSES = regex.compile(r"[”\"]\s*[.;]*\s*$")


def quoted(texts: Sequence[str]) -> frozenset[int]:
    """The places of the paragraphs that a quotation holds, without the one it begins in."""
    found: set[int] = set()
    at = 0
    while at < len(texts):
        end = _end(texts, at)
        found.update(range(at + 1, end + 1))
        at = end + 1
    return frozenset(found)


def _end(texts: Sequence[str], at: int) -> int:
    """The paragraph that closes the quotation which a paragraph opens; itself where it opens none, or none closes it."""
    match = _OPENS.search(texts[at])
    begins = texts[at].startswith(("“", '"')) and at > 0 and texts[at - 1].rstrip().endswith(":")
    depth = _balance(texts[at][match.end() if match else 0 :], 0) if match or begins else 0
    for i in range(at + 1, min(at + LONGEST, len(texts))) if depth > 0 else ():
        depth = _balance(texts[i], depth)
        if depth <= 0:
            return i if _CLOSES.search(texts[i]) else at
    return at


def _balance(text: str, depth: int) -> int:
    """How many quotations are open behind a text; a straight sign opens one where none is open."""
    for sign in text:
        if sign in "“”":
            depth += 1 if sign == "“" else -1
        elif sign == '"':
            depth += -1 if depth > 0 else 1
    return depth
