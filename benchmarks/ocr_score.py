"""How well a page was read: character error rate, words found, and where a truth that drops letterheads lies in the text.

In: the truth and the text read.  Out: shares between 0 and 1 (the error rate may exceed 1).
Promise: exact edit distances at any length (Myers' bit vectors in Hyyrö's form, on whole numbers of Python: 100 000 characters
against as many take some seconds).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import NamedTuple

_SAME = str.maketrans({"\f": " ", "–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "‘": "'"})
_AROUND_WORDS = ".,;:!?()[]{}\"'*_-/"
_EDGE = 600
"""Characters of the truth by which its ends are looked for: some lines, so that a repeated formula does not mislead."""
_REACH = 6_000
"""Characters of the text in which an end is looked for: a letterhead or a list of recipients is shorter."""
_LONG = 20
"""Letters of a line from which its capitals tell a retyped title from the first line of the body."""


class Score(NamedTuple):
    """`cer`: edits by characters of the truth. `recall`: share of its words that are in the text, each as often."""

    cer: float
    recall: float
    characters: int


def normalised(text: str) -> str:
    """NFC, dashes and quotes in one form, every white space one blank."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_SAME)).strip()


def score(truth: str, text: str) -> Score:
    """Score a text against its truth, both as they stand."""
    known, read = normalised(truth), normalised(text)
    wanted, found = _words(known), _words(read)
    recall = (wanted & found).total() / max(1, wanted.total())
    return Score(distance(known, read) / max(1, len(known)), recall, len(known))


def distance(a: str, b: str) -> int:
    """The least number of characters to insert, delete or replace to make `a` into `b`."""
    return _last_row(a, b, free_start=False)[1]


def end_of_best_match(part: str, text: str) -> int:
    """Where in `text` the stretch ends that is nearest to `part`."""
    return _last_row(part, text, free_start=True)[0]


def body_of(truth: str) -> str:
    """A retyped truth without its title, which is set otherwise on paper, and without the bars of its tables."""
    lines = truth.split("\n")
    for number, line in enumerate(lines):
        letters = [c for c in line if c.isalpha()]
        if len(letters) > _LONG and sum(c.islower() for c in letters) > len(letters) / 2:
            return "\n".join(lines[number:]).replace("|", " ")
    return truth


def stretch_like(truth: str, text: str) -> str:
    """The stretch of a text that answers to a truth without letterhead and recipients."""
    known, read = normalised(truth), normalised(text.replace("|", " "))
    head = read[: _EDGE + _REACH]
    start = len(head) - end_of_best_match(known[:_EDGE][::-1], head[::-1])
    tail = read[-(_EDGE + _REACH) :]
    return read[start : len(read) - len(tail) + end_of_best_match(known[-_EDGE:], tail)]


def _words(text: str) -> Counter[str]:
    return Counter(word for word in (word.strip(_AROUND_WORDS) for word in text.split()) if word)


def _last_row(part: str, text: str, *, free_start: bool) -> tuple[int, int]:
    """Where in `text` the stretch nearest to `part` ends, and its distance; without a free start the distance to the whole text."""
    if not part:
        return 0, 0 if free_start else len(text)
    places: defaultdict[str, int] = defaultdict(int)
    for number, letter in enumerate(part):
        places[letter] |= 1 << number
    mask, last = (1 << len(part)) - 1, 1 << (len(part) - 1)
    up, down, at = mask, 0, len(part)
    best, best_end = at, 0
    for number, letter in enumerate(text, 1):
        equal = places.get(letter, 0)
        vertical = equal | down
        across = (((equal & up) + up) ^ up) | equal
        more, less = (down | ~(across | up)) & mask, up & across
        at += bool(more & last) - bool(less & last)
        more = more << 1 if free_start else (more << 1) | 1
        less <<= 1
        up, down = (less | ~(vertical | more)) & mask, more & vertical & mask
        if at < best:
            best, best_end = at, number
    return best_end, best if free_start else at
