"""The stamp of an office that received a paper ("ĐẾN: Giờ..., Ngày..., Kính chuyển..."): no part of what the paper says.

In: the words seen on a page, and its height.  Out: the words without those of the stamp, and its words and place.
Promise: a stamp is known by ĐẾN in capitals beside its dotted blanks for hour, day or addressee, at the head of a page; a run of
words that reaches out of the stamp stays whole, and so do the line of the document's own number and a secrecy mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from models.text import Box
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.handwriting import LABEL
from pipeline.rules.folding import fold_search

KIND = "received"
_HEAD = 0.4
_TITLE = re.compile(r"[ĐD][ẾÊÉẼẺE]N[:.]?")
_BLANK = re.compile(r"(?:Gi[ờơò]|Ng[àa]y|[Cc]huy[ểêé]n)\W*[.…]{2,}.*")
"""A label of the stamp and the dots behind it; the date of a letterhead is written small, so "ngày...." is none."""
_BESIDE, _BELOW = 10.0, 5.0
"""Heights of a line between the title of a stamp and its blanks, at most."""
_APART = 1.2
"""Heights of a line between two runs of words in one line; blanks between words are under half of one."""

_SECRECY = "mat"
"""Never taken for a part of the stamp: a paper that says MẬT must be refused."""

Run = list[int]


class Received(NamedTuple):
    """The stamp: what was read of it, and its box in pixels."""

    text: str
    box: Box


def without_received(words: Sequence[SeenWord], height: float) -> tuple[tuple[SeenWord, ...], Received | None]:
    """The words of the paper, and the stamp where one was found."""
    head = [i for i, word in enumerate(words) if word.box[3] < _HEAD * height]
    cues = _cues(words, head)
    if not cues:
        return tuple(words), None
    line = _line_height(words)
    runs = _runs(words, head, cues, line)
    inner = _around([words[i].box for run in runs if run[0] in cues for i in run])
    open_runs = (run for run in runs if all(fold_search(words[i].text).strip(" |.:") != _SECRECY for i in run))
    taken = [i for run in open_runs if run[0] in cues or _belongs(words, run, inner, line) for i in run]
    if not taken:
        return tuple(words), None
    stamp = Received(" ".join(words[i].text for i in taken), _around([words[i].box for i in taken]))
    return tuple(word for i, word in enumerate(words) if i not in set(taken)), stamp


def _cues(words: Sequence[SeenWord], head: Sequence[int]) -> set[int]:
    """The title of a stamp and its blanks; nothing where one of the two is missing."""
    line = _line_height(words)
    for title in (i for i in head if _TITLE.fullmatch(words[i].text)):
        x0, top, x1, bottom = words[title].box
        near = (x0 - _BESIDE * line, top - line, x1 + _BESIDE * line, bottom + _BELOW * line)
        blanks = {i for i in head if _BLANK.fullmatch(words[i].text) and _inside(words[i].box, near)}
        if blanks:
            return {title, *blanks}
    return set()


def _runs(words: Sequence[SeenWord], head: Sequence[int], cues: set[int], line: float) -> list[Run]:
    """Words side by side in one line of the engine; a cue begins a run of its own."""
    runs: list[Run] = []
    for i in head:
        last = runs[-1][-1] if runs else i
        same = i != last and words[i].line == words[last].line
        if same and i not in cues and words[i].box[0] - words[last].box[2] < _APART * line:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _belongs(words: Sequence[SeenWord], run: Run, inner: Box, line: float) -> bool:
    """Whether a run stands between the blanks of a stamp, or close above them: the name of the office that received."""
    if LABEL.match(words[run[0]].text):
        return False
    x0, top, x1, bottom = inner
    own = _around([words[i].box for i in run])
    if own[3] <= top - line or own[1] <= top - 2 * line:
        return False
    return x0 - line <= own[0] and own[2] <= x1 + line and own[3] <= bottom + line / 2


def _line_height(words: Sequence[SeenWord]) -> float:
    return median(word.box[3] - word.box[1] for word in words) if words else 0.0


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _inside(box: Box, other: Box) -> bool:
    return box[0] >= other[0] and box[1] >= other[1] and box[2] <= other[2] and box[3] <= other[3]
