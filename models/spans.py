"""Spans of text and the map that leads from repaired text back to the text as it was read.

In: a text and the edits made to it.  Out: the new text and a `SpanMap`.
Promise: text is never changed without a map back; maps compose, and a span that no edit touched maps back exactly.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]
"""Half-open range of characters: (start, end)."""


class Edit(NamedTuple):
    """Replace `old[start:end]` by `text`."""

    start: int
    end: int
    text: str


class Block(NamedTuple):
    """A changed stretch: `new[new_start:new_end]` stands for `old[old_start:old_end]`."""

    new_start: int
    new_end: int
    old_start: int
    old_end: int


@dataclass(frozen=True, slots=True)
class SpanMap:
    """The way back from a new text to the old one, through one or more steps (last step first)."""

    steps: tuple[tuple[Block, ...], ...] = ()

    def back(self, span: Span) -> Span:
        """The span of the old text that `span` of the new text came from.

        An end that falls inside a changed stretch is widened to the whole stretch: nothing is lost.
        """
        return _through(self.steps, span)

    def forward(self, span: Span) -> Span:
        """The span of the new text that `span` of the old text became; ends inside a changed stretch are widened."""
        return _through(tuple(_invert(blocks) for blocks in reversed(self.steps)), span)

    def then(self, later: SpanMap) -> SpanMap:
        """The map of this change followed by a later one."""
        return SpanMap(later.steps + self.steps)


IDENTITY = SpanMap()


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, SpanMap]:
    """Apply edits (sorted, not overlapping, offsets of `text`) and return the new text with its map back.

    Raises ValueError where edits overlap or leave the text.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    at = length = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edits overlap or leave the text at {edit.start}")
        parts += (text[at : edit.start], edit.text)
        length += edit.start - at
        blocks.append(Block(length, length + len(edit.text), edit.start, edit.end))
        length += len(edit.text)
        at = edit.end
    if not blocks:
        return text, IDENTITY
    parts.append(text[at:])
    return "".join(parts), SpanMap((tuple(blocks),))


def _through(steps: tuple[tuple[Block, ...], ...], span: Span) -> Span:
    start, end = span
    for blocks in steps:
        start, end = _start(blocks, start), _end(blocks, end)
        end = max(start, end)
    return start, end


def _invert(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(Block(block.old_start, block.old_end, block.new_start, block.new_end) for block in blocks)


def _start(blocks: tuple[Block, ...], at: int) -> int:
    # The last block that begins at or before the place; a start at the end of a block lies behind it.
    i = bisect_right(blocks, at, key=lambda block: block.new_start) - 1
    if i < 0:
        return at
    block = blocks[i]
    return block.old_start if at < block.new_end else block.old_end + (at - block.new_end)


def _end(blocks: tuple[Block, ...], at: int) -> int:
    # The last block that begins before the place: an end at the beginning of a block lies before it.
    i = bisect_left(blocks, at, key=lambda block: block.new_start) - 1
    if i < 0:
        return at
    block = blocks[i]
    return block.old_end if at < block.new_end else block.old_end + (at - block.new_end)
