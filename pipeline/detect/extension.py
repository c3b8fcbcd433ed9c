"""Where the name of a body ends: "các đơn vị cấp nước sạch trên địa bàn" before "tiếp tục đầu tư".

In: a mention whose words stop at the general noun, and the words of order behind it.  Out: the mention with its whole name.
Promise: a name grows only up to a word of order, never over a comma or a full stop, and by few words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from pipeline.detect.mentions import Mention

LONGEST = 14
"""Words by which a name may grow: "các tổ chức, cá nhân … khai thác sử dụng tài nguyên nước dưới đất trên địa bàn" has 13."""

_WORD = regex.compile(r"\s*([^\s,;:.()!?…“”\"]+)")
_NEVER = frozenset(
    "để nhằm khi nếu theo về được đã là và hoặc nhưng do trước sau từ đến không trong bằng qua tại cho với cùng phải cần sẽ đang "
    "vào ngay định hằng hàng".split()
)
"""Words that a name does not go over."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Offsets of words in a text: `orders` and `duties` open a predicate, `kinds` may also belong to a name."""

    orders: frozenset[int]
    duties: frozenset[int]
    kinds: frozenset[int]

    @property
    def predicates(self) -> frozenset[int]:
        """Where a predicate may begin."""
        return self.orders | self.duties

    def strong(self, at: int) -> bool:
        """Whether the word at `at` opens a predicate and cannot belong to a name."""
        return at in self.predicates and at not in self.kinds


def extended(mention: Mention, text: str, folded: str, cues: Cues, *, to_predicate: bool) -> Mention:
    """The mention with the words of its kind.

    Only collectives grow ("các đơn vị" …). With `to_predicate` a name must end before a word of order (a subject does);
    else it may also end before a sign or a word that opens a phrase of its own.
    """
    if mention.kind != "collective":
        return mention
    end = _end(mention.end, text, folded, cues, to_predicate=to_predicate)
    if end is None or end == mention.end:
        return mention
    return replace(mention, end=end, name=mention.name + text[mention.end : end], rule=f"{mention.rule}+")


def _end(at: int, text: str, folded: str, cues: Cues, *, to_predicate: bool) -> int | None:
    end = at
    for _ in range(LONGEST):
        word = _WORD.match(text, end)
        if word is None:
            return None if to_predicate else end
        start = word.start(1)
        if cues.strong(start) or (start in cues.duties and end > at):
            return end
        if folded[start : word.end(1)] in _NEVER:
            return None if to_predicate else end
        end = word.end(1)
    return None


def unknown_body(at: int, text: str, folded: str, cues: Cues) -> Mention | None:
    """A body that no pattern knows, named behind "phối hợp với": the words up to the order, if they are few."""
    end = _end(at, text, folded, cues, to_predicate=False)
    start = at + len(text[at:]) - len(text[at:].lstrip())
    if end is None or not 0 < len(text[start:end].split()) <= UNKNOWN_WORDS or cues.strong(start):
        return None
    return Mention(start, end, text[start:end], "unknown", "agency.unknown")


UNKNOWN_WORDS = 6
"""Words: longer stretches behind "phối hợp với" are clauses rather than names."""
