"""Where the parts of a task stand that a person cut in two, and where two stand that became one.

In: the evidence of a task and the words of its two parts, or the evidence of two tasks.  Out: evidence.
Promise: every piece and every box of the whole is in one of the parts, the line that is cut in both; nothing is pointed at that the
whole did not point at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from models.directive import Evidence, PageBoxes
from models.spans import Span
from models.text import Box

__all__ = ["cut_place", "joined_place"]

Placed = tuple[int, Box]
"""A box and its page."""
_SEAM = 8.0
"""Points between two parts of a line that was cut: less than the blank between two words and a sign."""
_OPENING = 24
"""So many letters of the second part are looked for in the whole, where its words were changed."""


def cut_place(whole: Evidence, first: str, second: str) -> tuple[Evidence, Evidence]:
    """The places of the two parts: the whole, cut where the letters of the second part begin.

    Where the words were changed, by the opening of the second part, else by the share of the letters of the first.
    """
    at = _letters_before(whole.quote, first, second)
    pieces, boxes = whole.pieces or (whole.span,), _boxes(whole)
    # A piece counts in the quote with the blank behind it.
    ends = list(accumulate(end - start + 1 for start, end in pieces))
    line = next(i for i, end in enumerate(ends) if at < end or i == len(ends) - 1)
    start, end = pieces[line]
    inside = min(max(0, at - (ends[line - 1] if line else 0)), end - start)
    before, behind = (*pieces[:line], (start, start + inside)), ((start + inside, end), *pieces[line + 1 :])
    if len(boxes) == len(pieces):
        share = inside / max(1, end - start)
        mine, theirs = _cut_boxes(boxes, line, share)
    else:
        mine, theirs = _cut_by_width(boxes, at / max(1, len(whole.quote)))
    quotes = whole.quote[:at].strip(), whole.quote[at:].strip()
    return _part(whole, before, mine, quotes[0]), _part(whole, behind, theirs, quotes[1])


def joined_place(one: Evidence, other: Evidence) -> Evidence:
    """The place of two tasks that became one, in the order of the document."""
    first, last = sorted((one, other), key=lambda each: each.span)
    pieces = tuple(dict.fromkeys((*(first.pieces or (first.span,)), *(last.pieces or (last.span,)))))
    boxes = _fused(dict.fromkeys((*_boxes(first), *_boxes(last))))
    both = _part(first, pieces, boxes, " ".join(dict.fromkeys((first.quote, last.quote))))
    source = (min(first.span_source[0], last.span_source[0]), max(first.span_source[1], last.span_source[1]))
    return both.model_copy(update={"span_source": source})


def _fused(boxes: Iterable[Placed]) -> list[Placed]:
    """The boxes, those of one line that touch as one."""
    kept: list[Placed] = []
    for page, (x0, top, x1, bottom) in boxes:
        last = kept[-1] if kept else None
        if last and (last[0], last[1][1], last[1][3]) == (page, top, bottom) and abs(last[1][2] - x0) < _SEAM:
            kept[-1] = (page, (last[1][0], top, x1, bottom))
        else:
            kept.append((page, (x0, top, x1, bottom)))
    return kept


def _letters_before(quote: str, first: str, second: str) -> int:
    """The place in the quote where the second part begins."""
    squeezed, head = _squeeze(quote), _squeeze(first)
    letters = len(head)
    if not squeezed.startswith(head) or not squeezed[letters:].startswith(_squeeze(second)[:_OPENING]):
        found = squeezed.find(_squeeze(second)[:_OPENING])
        letters = found if found > 0 else round(len(squeezed) * letters / max(1, letters + len(_squeeze(second))))
    # The place of that letter, blanks counted: those before it belong to the first part.
    seen = 0
    for at, letter in enumerate(quote):
        if not letter.isspace():
            if seen == letters:
                return at
            seen += 1
    return len(quote)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _boxes(place: Evidence) -> list[Placed]:
    later = [(page.page, box) for page in place.continued for box in page.boxes]
    return [*((place.page, box) for box in place.boxes), *later]


def _cut_boxes(boxes: Sequence[Placed], line: int, share: float) -> tuple[list[Placed], list[Placed]]:
    page, (x0, top, x1, bottom) = boxes[line]
    at = x0 + (x1 - x0) * share
    mine = [*boxes[:line], *([(page, (x0, top, at, bottom))] if share > 0 else [])]
    theirs = [*([(page, (at, top, x1, bottom))] if share < 1 else []), *boxes[line + 1 :]]
    return mine, theirs


def _cut_by_width(boxes: Sequence[Placed], share: float) -> tuple[list[Placed], list[Placed]]:
    left = share * sum(box[2] - box[0] for _, box in boxes)
    for line, (_, box) in enumerate(boxes):
        width = box[2] - box[0]
        if left < width:
            return _cut_boxes(boxes, line, left / width)
        left -= width
    return list(boxes), []


def _part(whole: Evidence, pieces: Sequence[Span], boxes: Sequence[Placed], quote: str) -> Evidence:
    kept = [(start, end) for start, end in pieces if start < end] or [pieces[0]]
    span = (kept[0][0], kept[-1][1])
    shift = whole.span_source[0] - whole.span[0]
    same = whole.span_source[1] - whole.span_source[0] == whole.span[1] - whole.span[0]  # no letter was repaired in between
    pages: dict[int, list[Box]] = {}
    for page, box in boxes:
        pages.setdefault(page, []).append(box)
    first, *later = pages.items() or [(whole.page, [])]
    return whole.model_copy(
        update={
            "page": first[0],
            "boxes": tuple(first[1]),
            "continued": tuple(PageBoxes(page=page, boxes=tuple(found)) for page, found in later),
            "span": span,
            "pieces": tuple(kept) if len(kept) > 1 else (),
            "span_source": (span[0] + shift, span[1] + shift) if same else whole.span_source,
            "quote": quote,
        }
    )
