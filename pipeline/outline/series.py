"""Which of the enumerators that stand in a text are its items: "I. CHUẨN BỊ 1. Rà soát ...; 2. Báo cáo ... II. ...".

In: places where an enumerator can be read, with their markers.  Out: those that together make most of a skeleton.
Promise: each chosen enumerator opens a series or follows the one before it in its series; none opens a series alone.

At "... theo khoản 1. Báo cáo" a reader who knows only what went before cannot say whether "1." opens a list: the "2." behind it
tells. So several readings are followed at once and the best is taken: a beam search over the stacks of open series.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.outline.markers import BULLETS, Kind, Marker

__all__ = ["Place", "choose"]

KEPT = 48
"""Readings followed at once."""

FOLLOWS, FOLLOWS_UNENDED, SKIPS, OPENS, OPENS_UNENDED, BULLET = 1.0, 0.7, 0.2, -0.3, -0.5, 0.1
"""What a place adds to a reading: the next of its series behind the end of a sentence, or behind other words; one that skips
numbers; the first of a series behind either; a bullet. One item makes no list: opening a series costs, its second item pays.
"""

DEEPEST = 6
"""Series that are open at once: more levels are not met, and any text must be read in time that grows with its length."""

FURTHEST = 3
"""How many numbers further an item may be than the one before it: numbers are lost in real documents."""

_SERIES = (Kind.ROMAN, Kind.ARTICLE, Kind.NUMBER, Kind.DECIMAL, Kind.DECIMAL3, Kind.LETTER)
_DECIMALS = (Kind.DECIMAL, Kind.DECIMAL3)


class Place(NamedTuple):
    """Where an enumerator can be read; `ended`: the words before it end a sentence."""

    at: int
    marker: Marker
    ended: bool


class _Level(NamedTuple):
    """An open series: how far it has come; `sign` is "" where it is not known, `head` the number above a decimal."""

    kind: Kind
    sign: str
    head: str
    value: int


_Stack = tuple[_Level, ...]


class _Reading(NamedTuple):
    """A choice of places so far: what it is worth, the last place and the choice before it."""

    worth: float
    last: int
    before: _Reading | None


def choose(places: Sequence[Place], standing: Mapping[Kind, int], opened: Marker | None) -> list[int]:
    """Where the items begin, in order. `standing`: how far the series above have come; `opened`: what the text begins with."""
    stack = tuple(_Level(kind, "", "", value) for kind, value in sorted(standing.items()))
    if opened is not None and opened.kind in _SERIES:
        depth = next((depth for depth, level in enumerate(stack) if level.kind >= opened.kind), len(stack))
        stack = _set(stack, depth, opened)
    readings = {stack: _Reading(0.0, -1, None)}
    for place in places:
        after = dict(readings)
        for stack, reading in readings.items():
            for following, worth in _steps(stack, place):
                taken = _Reading(reading.worth + worth, place.at, reading)
                if following not in after or after[following].worth < taken.worth:
                    after[following] = taken
        readings = dict(sorted(after.items(), key=lambda pair: -pair[1].worth)[:KEPT])
    return list(_chosen(max(readings.values(), key=lambda reading: reading.worth)))[::-1]


def _chosen(reading: _Reading) -> Iterator[int]:
    while reading.before is not None:
        yield reading.last
        reading = reading.before


def _steps(stack: _Stack, place: Place) -> Iterator[tuple[_Stack, float]]:
    """The stacks after a place is taken, with what that adds: none where the enumerator fits nowhere."""
    marker = place.marker
    if marker.kind in BULLETS:
        if place.ended:
            yield stack, BULLET
        return
    if marker.kind not in _SERIES:
        return
    for depth, level in enumerate(stack):
        further = marker.value - level.value if _same(level, marker) else 0
        if further == (0 if marker.foreign and _same(level, marker) else 1):
            yield _set(stack, depth, marker), FOLLOWS if place.ended else FOLLOWS_UNENDED
        elif 1 < further <= FURTHEST and place.ended:
            yield _set(stack, depth, marker), SKIPS
    if marker.value == 1 and len(stack) < DEEPEST and _may_open(stack, marker):
        yield _set(stack, len(stack), marker), OPENS if place.ended else OPENS_UNENDED


def _same(level: _Level, marker: Marker) -> bool:
    return level.kind is marker.kind and level.sign in ("", marker.sign) and level.head in ("", _head(marker))


def _set(stack: _Stack, depth: int, marker: Marker) -> _Stack:
    """The stack with the enumerator in the series at a depth; those below it are closed, but articles count on through chapters."""
    kept = (level for level in stack[depth:] if level.kind is Kind.ARTICLE and marker.kind < Kind.ARTICLE)
    return (*stack[:depth], _Level(marker.kind, marker.sign, _head(marker), marker.value), *kept)


def _may_open(stack: _Stack, marker: Marker) -> bool:
    """Decimals open below the number they carry, parts and articles not inside a list."""
    if marker.kind in _DECIMALS:
        above = next((level for level in reversed(stack) if level.kind in (Kind.ROMAN, Kind.NUMBER, Kind.DECIMAL)), None)
        own = f"{above.head}.{above.value}".lstrip(".") if above else ""
        return own == _head(marker)
    return marker.kind > Kind.ARTICLE or all(level.kind < marker.kind or level.kind is Kind.ARTICLE for level in stack)


def _head(marker: Marker) -> str:
    """The number above a decimal: "2" of "2.1", "2.1" of "2.1.3"; "" for the other kinds."""
    return marker.label.rpartition(".")[0] if marker.kind in _DECIMALS else ""
