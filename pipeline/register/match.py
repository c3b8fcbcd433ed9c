"""Which task of a second reading is which task of the first.

In: the stored tasks of a document (path and texts) and the newly read ones.  Out: pairs of positions, one to one.
Promise: no task is matched twice; the same path and text always find each other; the answer depends on nothing but the two lists.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.register.fold import words

# Two readings of one item share most of their words; below half they are two items. Under the same path a third is enough: an
# item keeps its place when its wrapped lines are joined differently.
SAME_TEXT = 0.5
SAME_PATH = 0.34
_COMMON = 60  # a word in more items than this does not single out one of them


@dataclass(frozen=True, slots=True)
class Item:
    """A task for matching: its path, and the texts it is known by (the machine's, and a person's where there is one)."""

    path: tuple[str, ...]
    texts: tuple[str, ...]


def match(stored: Sequence[Item], found: Sequence[Item]) -> dict[int, int]:
    """{position in `found`: position in `stored`}: equal path and text first, then equal text, then the most alike."""
    old = [[Counter(words(text)) for text in item.texts] for item in stored]
    new = [Counter(words(" ".join(item.texts))) for item in found]
    pairs: dict[int, int] = {}
    for with_path in (True, False):
        _pair_equal(pairs, stored, found, old, new, with_path=with_path)
    left = [i for i in range(len(found)) if i not in pairs]
    taken = set(pairs.values())
    scored = []
    for i, j in _candidates(left, [j for j in range(len(stored)) if j not in taken], old, new, stored, found):
        alike = max(_alike(new[i], words_of) for words_of in old[j])
        same_path = stored[j].path == found[i].path
        if alike >= (SAME_PATH if same_path else SAME_TEXT):
            away = abs(i / len(found) - j / len(stored))
            scored.append((-(alike + 0.2 * same_path), away, i, j))
    for _, _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


Bag = Counter[str]


def _pair_equal(
    pairs: dict[int, int], stored: Sequence[Item], found: Sequence[Item], old: list[list[Bag]], new: list[Bag], *, with_path: bool
) -> None:
    # Equal items (a table may repeat a row) pair in their order.
    waiting: dict[tuple[tuple[str, ...], frozenset[tuple[str, int]]], list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for j in reversed(range(len(stored))):
        if j not in taken:
            for bag in old[j]:
                waiting[(stored[j].path if with_path else (), frozenset(bag.items()))].append(j)
    for i, bag in enumerate(new):
        if i in pairs:
            continue
        queue = waiting.get((found[i].path if with_path else (), frozenset(bag.items())), [])
        while queue:
            j = queue.pop()
            if j not in taken:
                pairs[i] = j
                taken.add(j)
                break


def _candidates(
    left: list[int], free: list[int], old: list[list[Bag]], new: list[Bag], stored: Sequence[Item], found: Sequence[Item]
) -> Iterable[tuple[int, int]]:
    # Pairs that share a rare word or a path; comparing all with all would take minutes on a table of thousands of rows.
    by_word: dict[str, set[int]] = defaultdict(set)
    by_path: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for j in free:
        by_path[stored[j].path].add(j)
        for bag in old[j]:
            for word in bag:
                by_word[word].add(j)
    for i in left:
        near: set[int] = set()
        for group in (by_path.get(found[i].path, set()), *(by_word.get(word, set()) for word in new[i])):
            if len(group) <= _COMMON:
                near |= group
        yield from ((i, j) for j in sorted(near))


def _alike(a: Bag, b: Bag) -> float:
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0
