"""Whether an engine read a page though nobody says so: the text layer of a scanner, a text file of somebody else's OCR.

In: the text of a page.  Out: yes or no.
Promise: text that was typed shows no trace, but for a slip of its typist: one trace is not enough, and lines longer than a page
is wide were not read from one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from pipeline.recover.bodies import body_edits
from pipeline.recover.reading import bare_syllables, without_marks
from pipeline.rules.folding import fold
from pipeline.rules.syllables import has_mark, syllables

__all__ = ["shows_traces"]

_PAIRS = (
    "đề nghị|yêu cầu|phối hợp|báo cáo|triển khai|thực hiện|kế hoạch|hướng dẫn|kiểm tra|giám sát|đơn vị|địa phương|địa bàn|"
    "ủy ban|nhân dân|trách nhiệm|nhiệm vụ|nội dung|kết quả|thường xuyên|tăng cường|tổng hợp|thời gian|kịp thời|thị trấn|"
    "chỉ đạo|quy định|nghiêm túc|khẩn trương|xử lý|lãnh đạo|đôn đốc|tổ chức"
)
"""Pairs of words that every paper has; no other two words have their letters, but for those in `_OTHERS`."""
_OTHERS = "dễ nghi|để nghi|kết qua"
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,7}(?![^\W_])")


LONGEST_PRINTED = 200
"""Characters of a line that an engine may have read from a page."""
FEWEST = 2
"""Traces from which on it was an engine, and no slip of a typist."""


def shows_traces(text: str) -> bool:
    """Whether printed lines hold fixed pairs of words or names of bodies with other marks, or marks that no syllable has."""
    if any(len(line) > LONGEST_PRINTED for line in text.splitlines()):
        return False
    words = list(_WORD.finditer(text))
    found = _slipped_pairs(text, words) + _no_syllables(words)
    return found >= FEWEST or found + len(body_edits(text)) >= FEWEST


def _slipped_pairs(text: str, words: list[re.Match[str]]) -> int:
    known, found = _pairs(), 0
    for one, other in pairwise(words):
        if other.start() - one.end() == 1:
            pair = text[one.start() : other.end()].lower()
            if pair not in _right() and not pair.isascii():
                wanted = known.get(_bare(pair))
                found += wanted is not None and " ".join(fold(pair).split()) not in wanted
    return found


def _no_syllables(words: list[re.Match[str]]) -> int:
    known, bare = syllables(), bare_syllables()
    seen = {match.group() for match in words if match.group().islower() and has_mark(match.group())}
    return sum(word not in known and without_marks(word) in bare for word in seen)


@lru_cache(maxsize=20_000)
def _bare(pair: str) -> str:
    return " ".join(without_marks(word) for word in pair.split())


@lru_cache(maxsize=1)
def _right() -> frozenset[str]:
    return frozenset(_PAIRS.split("|"))


@lru_cache(maxsize=1)
def _pairs() -> Mapping[str, frozenset[str]]:
    """What may be written with the letters of each fixed pair."""
    found: dict[str, set[str]] = {}
    for pair in (*_PAIRS.split("|"), *_OTHERS.split("|")):
        found.setdefault(_bare(pair), set()).add(fold(pair))
    return {bare: frozenset(pairs) for bare, pairs in found.items()}
