"""Patterns against texts, each within its time: hostile input ends in "no match", not in a hang.

In: a compiled pattern and a text, or a stretch of it.  Out: what the methods of the same names find.
Promise: a pattern that runs out of its time matches nothing (more).

A limit is costly, because the clock of the process is read: a short text is searched ten times as fast without. So short texts
have none; tests try each record on hostile texts of that length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import regex

__all__ = ["MATCH_SECONDS", "SHORT", "every", "fullmatch", "match", "search"]

MATCH_SECONDS: Final = 2.0
"""The time that one pattern has for one text."""
SHORT: Final = 600
"""Letters of a text on which no pattern can spend that time: 98 of 100 paragraphs of real acts are shorter."""

_Find = Callable[..., regex.Match[str] | None]


def search(pattern: regex.Pattern[str], text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
    """What a pattern finds first between two offsets.

    >>> search(regex.compile(r"chủ trì"), "Sở Y tế chủ trì").start()
    8
    """
    return _found(pattern.search, text, start, end)


def match(pattern: regex.Pattern[str], text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
    """What a pattern matches from `start` on."""
    return _found(pattern.match, text, start, end)


def fullmatch(pattern: regex.Pattern[str], text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
    """The match of a pattern with all that stands between two offsets."""
    return _found(pattern.fullmatch, text, start, end)


def every(pattern: regex.Pattern[str], text: str, start: int = 0) -> Iterator[regex.Match[str]]:
    """All matches from `start` on, as far as the time goes."""
    if len(text) - start <= SHORT:
        yield from pattern.finditer(text, start)
        return
    try:
        yield from pattern.finditer(text, start, timeout=MATCH_SECONDS)
    except TimeoutError:
        return


def _found(find: _Find, text: str, start: int, end: int | None) -> regex.Match[str] | None:
    if (len(text) if end is None else end) - start <= SHORT:
        return find(text, start, end)
    try:
        return find(text, start, end, timeout=MATCH_SECONDS)
    except TimeoutError:
        return None
