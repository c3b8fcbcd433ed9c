"""How alike two texts are, by the words they share.

In: the words of a person and of the program.  Out: shares between 0 and 1.
Promise: letter case, punctuation, white space and the place of a tone mark make no difference; the order of words does not count.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.rules.folding import fold

__all__ = ["Overlap", "bag", "overlap", "plain"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many words two texts share, and how many each has."""

    shared: int
    one: int
    other: int

    @property
    def of_one(self) -> float:
        """Share of the first text that the second has too."""
        return self.shared / self.one if self.one else 0.0

    @property
    def of_other(self) -> float:
        """Share of the second text that the first has too."""
        return self.shared / self.other if self.other else 0.0

    @property
    def of_both(self) -> float:
        """Dice's coefficient: 1 where the texts have the same words."""
        return 2 * self.shared / (self.one + self.other) if self.one + self.other else 0.0


def plain(text: str) -> str:
    """A text folded to bare words, so that equality means equal reading."""
    return fold(text, punctuation=False)


def bag(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(plain(text).split())


def overlap(one: Counter[str], other: Counter[str]) -> Overlap:
    """What two bags of words share."""
    return Overlap((one & other).total(), one.total(), other.total())
