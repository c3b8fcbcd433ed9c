"""The channel: what an engine or a lazy keyboard makes of letters, learned from aligned words.

In: pairs of true and ruined lines.  Out: a `Channel` of costs.
Promise: words are aligned by likeness, letters by the costs themselves, in rounds; unseen damage is dear, never impossible.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from pipeline.recover.lexicon import Channel
from pipeline.recover.units import units

Pair = tuple[str, str]
Chunk = tuple[str, str]
_ROUNDS = 4
_DEAR = 12.0
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))
KNOWN = {
    ("h", "ii"): 5.0,
    ("h", "li"): 5.0,
    ("m", "rn"): 5.0,
    ("m", "nn"): 6.0,
    ("n", "ri"): 6.0,
    ("u", "ii"): 6.0,
    ("d", "cl"): 6.0,
}
"""What engines put for letters in other faces and worse print than the typeset pages ("TIIANH" for "THÀNH"), with guessed costs."""
_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"


def bare(text: str) -> str:
    """Letters without marks, đ as d, in lower case."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def word_pairs(truth: str, ruined: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of a line beside what became of them: one to one, two glued, one parted, or one lost."""
    left = [truth[unit.start : unit.end] for unit in units(truth)]
    right = [ruined[unit.start : unit.end] for unit in units(ruined)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        for j in range(max(0, i - 6), min(len(right), i + 6) + 1):
            if (i, j) not in best:
                continue
            for di, dj in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1)):
                if i + di <= len(left) and j + dj <= len(right):
                    cost = best[i, j][0] + _unlike("".join(left[i : i + di]), "".join(right[j : j + dj])) + 0.15 * (di + dj - 2)
                    if cost < best.get((i + di, j + dj), (math.inf,))[0]:
                        best[i + di, j + dj] = (cost, (di, dj))
    pairs = []
    at = (len(left), len(right))
    while at in best and at != (0, 0):
        di, dj = best[at][1]
        pairs.append((tuple(left[at[0] - di : at[0]]), tuple(right[at[1] - dj : at[1]])))
        at = (at[0] - di, at[1] - dj)
    return pairs[::-1]


def _unlike(a: str, b: str) -> float:
    if not a or not b:
        return 0.95
    a, b = bare(a), bare(b)
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            above, row[j] = row[j], min(above + (letter != other), row[j] + 1, row[j - 1] + 1)
    return row[-1] / max(len(a), len(b))


def learn(pairs: Iterable[Pair], *, known: dict[Chunk, float] | None = None) -> Channel:
    """The channel that explains pairs of single words (lower case) best."""
    counted = Counter(pairs)
    costs: dict[Chunk, float] = {}
    for _ in range(_ROUNDS):
        chunks: Counter[Chunk] = Counter()
        for (true, ruined), count in counted.items():
            for chunk in _explain(true, ruined, costs):
                chunks[chunk] += count
        costs = _costs(chunks)
    for chunk, cost in (known or {}).items():
        costs[chunk] = min(cost, costs.get(chunk, cost))
    return _channel(costs)


def _first_cost(true: str, ruined: str) -> float:
    if len(true) == len(ruined) == 1:
        return 0.1 if bare(true) == bare(ruined) else 3.0
    return 4.0


def _explain(true: str, ruined: str, costs: dict[Chunk, float]) -> list[Chunk]:
    n, m = len(true), len(ruined)
    table = [[math.inf] * (m + 1) for _ in range(n + 1)]
    from_: dict[tuple[int, int], tuple[int, int]] = {}
    table[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            for di, dj in _SHAPES:
                if i + di <= n and j + dj <= m:
                    chunk = (true[i : i + di], ruined[j : j + dj])
                    cost = table[i][j] + (costs.get(chunk, _DEAR) if costs else _first_cost(*chunk))
                    if cost < table[i + di][j + dj]:
                        table[i + di][j + dj] = cost
                        from_[i + di, j + dj] = (di, dj)
    chunks, i, j = [], n, m
    while i or j:
        di, dj = from_[i, j]
        chunks.append((true[i - di : i], ruined[j - dj : j]))
        i, j = i - di, j - dj
    return chunks


def _costs(chunks: Counter[Chunk]) -> dict[Chunk, float]:
    uses: Counter[str] = Counter()
    for (true, _), count in chunks.items():
        for letter in true:
            uses[letter] += count
    everything = sum(uses.values())
    costs = {}
    for (true, ruined), count in chunks.items():
        total = min((uses[letter] for letter in true), default=everything)
        costs[true, ruined] = -math.log((count + 0.0) / (total + 2.0))
    return costs


def _channel(costs: dict[Chunk, float]) -> Channel:
    signs = sorted({sign for _, ruined in costs for sign in ruined} | set(_LETTERS) | set("0123456789"))
    pairs = sorted({ruined for true, ruined in costs if len(true) == 1 and len(ruined) == 2})
    at, sign_at, pair_at = ({key: i for i, key in enumerate(keys)} for keys in (_LETTERS, signs, pairs))
    one = _blank_sheet(at, sign_at)
    drop, insert = np.full(len(at), 8.0), np.full(len(signs), 8.0)
    two, merge = np.full((len(pairs), len(at)), _DEAR), np.full((len(signs), len(at), len(at)), _DEAR)
    for (true, ruined), cost in costs.items():
        if any(letter not in at for letter in true):
            continue
        cost = min(cost, _DEAR)
        match len(true), len(ruined):
            case 1, 1:
                one[at[true], sign_at[ruined]] = min(cost, one[at[true], sign_at[ruined]])
            case 1, 0:
                drop[at[true]] = min(cost, drop[at[true]])
            case 0, 1:
                insert[sign_at[ruined]] = min(cost, insert[sign_at[ruined]])
            case 1, 2:
                two[pair_at[ruined], at[true]] = cost
            case 2, 1:
                merge[sign_at[ruined], at[true[0]], at[true[1]]] = cost
    f4 = np.float32
    return Channel(
        _LETTERS, "".join(signs), tuple(pairs), drop.astype(f4), one.astype(f4), two.astype(f4), merge.astype(f4), insert.astype(f4)
    )


def _blank_sheet(letters: dict[str, int], signs: dict[str, int]) -> np.ndarray:
    """Costs of what was never seen: marks lost or changed are near, other letters far."""
    sheet = np.full((len(letters), len(signs)), 9.0)
    for letter, i in letters.items():
        for sign, j in signs.items():
            if sign == letter:
                sheet[i, j] = 6.0
            elif bare(sign) == bare(letter):
                sheet[i, j] = 6.5
    return sheet


def single_words(lines: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """Pairs of single words of letters, lower case, from pairs of lines."""
    for truth, ruined in lines:
        for left, right in word_pairs(truth, ruined):
            if len(left) == len(right) == 1 and left[0].isalpha() and _unlike(left[0], right[0]) < 0.75:
                yield left[0].lower(), right[0].lower()


def stripped(words: Sequence[str]) -> Channel:
    """The channel of text typed without marks."""
    return learn((word, bare(word)) for word in words if word.isalpha())
