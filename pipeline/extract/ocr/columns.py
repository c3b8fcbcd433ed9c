"""Columns side by side, printed one below the other: the letterhead and the signature block, in the order in which they are read.

In: the words of a page with upright boxes.  Out: the same boxes, moved so that a layout from top to bottom reads each column whole.
Promise: words keep their place in their line; only letterheads (known by the motto) and signature blocks (known by "Nơi nhận") are
parted, so that tables stay row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from models.text import Box
from pipeline.rules.folding import fold_search

_MOTTO = ("cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc")
_RECIPIENTS = "noi nhan"
_ADDRESSED = "kinh gui"
_DATE = re.compile(r"thang.*n[ai]m")
_NUMBER = re.compile(r"s[o6]\s*[:.]")
_ALIKE = 0.72
"""Share of letters that a misread line has in common with the motto ("CONG HOA XA HOI CHU NGHTA": 0.9; other lines: under 0.5)."""
_LEAST_GUTTER = 0.5
"""The white between two columns, in heights of a line: blanks between words of stretched lines are narrower."""
_NEXT_LINE = 1.8
"""Below the place and date, a line of the left column follows within this many heights of a line; what stands lower is the body."""
_LONGEST = 14
"""Lines of a letterhead column; the longest seen has nine."""


@dataclass(slots=True)
class _Row:
    """Words side by side (indexes), and the vertical middle of the row."""

    words: list[int]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Unfolded:
    """`boxes` as moved; `steps` are the places (top, distance) below which all was moved, for what is not a word (ruled lines)."""

    boxes: tuple[Box, ...]
    steps: tuple[tuple[float, float], ...] = ()

    def moved(self, box: Box) -> Box:
        """A box that is no word, where it stands among the moved words."""
        down = sum(distance for top, distance in self.steps if box[1] >= top)
        return box[0], box[1] + down, box[2], box[3] + down


def unfold(texts: Sequence[str], boxes: Sequence[Box]) -> Unfolded:
    """Move the right column of each letterhead and signature block below its left column, and all that follows further down."""
    rows = _rows(boxes)
    moved = list(boxes)
    steps: list[tuple[float, float]] = []
    for left, right in _blocks(texts, boxes, rows):
        edge = max(moved[i][3] for i in left)
        distance = max(0.0, edge - min(moved[i][1] for i in right))
        end = max(boxes[i][3] for i in (*left, *right))
        below = max(0.0, max(moved[i][3] for i in right) + distance - max(moved[i][3] for i in (*left, *right)))
        later = [i for i, box in enumerate(boxes) if box[1] >= end - 0.5 * (box[3] - box[1]) and i not in {*left, *right}]
        for i in right:
            moved[i] = _down(moved[i], distance)
        for i in later:
            moved[i] = _down(moved[i], below)
        steps.append((end, below))
    return Unfolded(tuple(moved), tuple(steps))


def _down(box: Box, distance: float) -> Box:
    return box[0], box[1] + distance, box[2], box[3] + distance


def _rows(boxes: Sequence[Box]) -> list[_Row]:
    """Words grouped by the height they stand at, from top to bottom, each row from left to right."""
    rows: list[_Row] = []
    for i in sorted(range(len(boxes)), key=lambda i: boxes[i][1] + boxes[i][3]):
        middle = (boxes[i][1] + boxes[i][3]) / 2
        if rows and middle < rows[-1].bottom and boxes[i][3] - boxes[i][1] < 2.5 * (rows[-1].bottom - rows[-1].top):
            rows[-1].words.append(i)
        else:
            rows.append(_Row([i], boxes[i][1], boxes[i][3]))
    for row in rows:
        row.words.sort(key=lambda i: boxes[i][0])
    return rows


def _blocks(texts: Sequence[str], boxes: Sequence[Box], rows: Sequence[_Row]) -> Iterator[tuple[list[int], list[int]]]:
    """The words of the left and of the right column of each block that has both, from top to bottom."""
    done = -1
    for at, row in enumerate(rows):
        cue = _cue(texts, boxes, row) if at > done else None
        if cue is None:
            continue
        gutter, is_letterhead = cue
        zone, gutter = _zone(texts, boxes, rows, at, gutter, is_letterhead=is_letterhead, above=done)
        done = max(done, zone[-1])
        middle = sum(gutter) / 2
        if is_letterhead:  # in forms the motto stands alone above both columns
            zone = [k for n, k in enumerate(zone) if any(_centre(boxes[i]) < middle for m in zone[: n + 1] for i in rows[m].words)]
        for part in _parted(texts, rows, zone) if is_letterhead else [zone]:
            left = [i for k in part for i in rows[k].words if _centre(boxes[i]) < middle]
            right = [i for k in part for i in rows[k].words if _centre(boxes[i]) >= middle]
            if left and right:
                yield left, right


def _cue(texts: Sequence[str], boxes: Sequence[Box], row: _Row) -> tuple[tuple[float, float], bool] | None:
    """Where the white between the columns may lie in a row that opens a letterhead or a signature block."""
    folded = [fold_search(texts[i]).strip(" .,:;-_—–") for i in row.words]
    tails = [" ".join(word for word in folded[first:] if word) for first in range(len(folded))]
    likeness, first = max((max(_likeness(tail, motto) for motto in _MOTTO), first) for first, tail in enumerate(tails))
    if likeness >= _ALIKE:
        before = max((boxes[i][2] for i in row.words[:first] if not _is_sign(texts[i])), default=0.0)
        return (before, boxes[row.words[first]][0]), True
    said = [at for at, word in enumerate(folded) if word]  # a speck before the words is no word
    if _likeness(" ".join(folded[at] for at in said[:2]), _RECIPIENTS) >= _ALIKE:
        last = row.words[said[:2][-1]]
        after = boxes[row.words[said[2]]][0] if len(said) > 2 else max(box[2] for box in boxes)
        if after - boxes[last][2] >= row.bottom - row.top:  # not a sentence that names the words
            return (boxes[last][2], after), False
    return None


def _likeness(text: str, known: str) -> float:
    """The share of letters that two lines have in common, in order; 0 where it is less than what counts as alike."""
    if abs(len(text) - len(known)) > 0.3 * len(known):
        return 0.0
    # Lines that do not even hold the same letters are most lines: the order is only looked at in the others.
    common = (Counter(text) & _letters_of(known)).total()
    if 2 * common < _ALIKE * (len(text) + len(known)):
        return 0.0
    return SequenceMatcher(None, text, known, autojunk=False).ratio()


@cache
def _letters_of(known: str) -> Counter[str]:
    return Counter(known)


def _zone(
    texts: Sequence[str],
    boxes: Sequence[Box],
    rows: Sequence[_Row],
    at: int,
    gutter: tuple[float, float],
    *,
    is_letterhead: bool,
    above: int,
) -> tuple[list[int], tuple[float, float]]:
    """The rows around row `at` that leave one gutter free, and that gutter."""
    zone = [at]
    for k in range(at + 1, min(len(rows), at + _LONGEST) if is_letterhead else len(rows)):
        narrowed = _free(texts, boxes, rows[k], gutter)
        if narrowed is None:
            break
        gutter = narrowed
        zone.append(k)
    for k in range(at - 1, above, -1):
        narrowed = _free(texts, boxes, rows[k], gutter)
        if narrowed is None or rows[at].top - rows[k].bottom > 3 * (rows[at].bottom - rows[at].top):
            break
        if is_letterhead != any(_centre(boxes[i]) < narrowed[0] for i in rows[k].words):
            break  # above a motto only the issuer stands, above recipients only the title of the signer
        gutter = narrowed
        zone.insert(0, k)
    return zone, gutter


def _free(texts: Sequence[str], boxes: Sequence[Box], row: _Row, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """The widest part of the gutter that a row leaves free; None where it leaves too little."""
    ends = [gutter[0]]
    starts = []
    for i in row.words:
        if _is_sign(texts[i]):
            continue  # a speck or a stray stroke
        if boxes[i][2] > gutter[0] and boxes[i][0] < gutter[1]:
            starts.append(boxes[i][0])
            ends.append(boxes[i][2])
    starts.append(gutter[1])
    best = max(zip(ends, starts, strict=True), key=lambda part: part[1] - part[0])
    return best if best[1] - best[0] >= _LEAST_GUTTER * (row.bottom - row.top) else None


def _parted(texts: Sequence[str], rows: Sequence[_Row], zone: Sequence[int]) -> list[list[int]]:
    """The rows of a letterhead in the blocks in which it is read.

    A letter without a type name goes on below its number ("V/v ..."): its left column is read as one.  Else the names come
    first, then number and date.
    """
    dated = next((at for at, k in enumerate(zone) if _DATE.search(_folded(texts, rows[k]))), None)
    if dated is None:
        return [list(zone)]
    end = dated + 1
    while end < len(zone):
        above, row = rows[zone[end - 1]], rows[zone[end]]
        tall = max(row.bottom - row.top, above.bottom - above.top)  # a line of figures and small letters is low
        if row.top - above.top > _NEXT_LINE * tall or _folded(texts, row).startswith(_ADDRESSED):
            break
        end += 1
    if any(_small(texts, rows[k]) for k in zone[dated + 1 : end]):
        return [list(zone[:end])]
    numbered = next((at for at, k in enumerate(zone) if _NUMBER.match(_folded(texts, rows[k]))), dated)
    return [list(zone[: min(numbered, dated)]), list(zone[min(numbered, dated) : end])]


def _small(texts: Sequence[str], row: _Row) -> bool:
    """Whether a row is set in small letters: "V/v ..." is, the words of a stamp are not."""
    letters = [c for i in row.words for c in texts[i] if c.isalpha()]
    return sum(c.islower() for c in letters) > len(letters) / 2


def _folded(texts: Sequence[str], row: _Row) -> str:
    return fold_search(" ".join(texts[i] for i in row.words))


def _is_sign(text: str) -> bool:
    return not any(c.isalnum() for c in text)


def _centre(box: Box) -> float:
    return (box[0] + box[2]) / 2
