"""What stands around a list of bodies, as the signs that a learned judgement of its role weighs.

In: a text and one of its lists of bodies.  Out: short strings, one a sign ("l0=giao", "r01=chủ_trì", "opens").
Promise: the same place gives the same signs; they are made of a few words on each side, never of the whole text.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.detect.mentions import Mention

__all__ = ["signs"]

LOOKED_AT = 220
"""Characters looked at on each side."""

_TOKEN = regex.compile(r"\w+|[^\w\s]")
_SENTENCE_ENDS, _CLAUSE_ENDS, _PHRASE_ENDS = frozenset(".!?"), frozenset(".;:!?"), frozenset(".;:!?,")
_BEFORE = (
    "giao", "phân công", "đề nghị", "yêu cầu", "kiến nghị", "chủ trì", "phối hợp với", "phối hợp", "cùng", "theo", "sau khi",
    "trình", "gửi", "báo cáo", "chỉ đạo", "hướng dẫn", "do", "của", "đã", "được",
)  # fmt: skip
_BEHIND = (
    "chủ trì", "phối hợp với", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "báo cáo", "đã", "đang", "được", "bị", "để",
    "phải", "cần", "trước ngày", "làm đầu mối",
)  # fmt: skip
_NONE = "#"


def signs(text: str, folded: str, group: Sequence[Mention], number: int) -> list[str]:
    """The signs of a list of bodies; `number` counts the lists of the text before it, `folded` has the length of `text`."""
    start, end = group[0].full_start, group[-1].end
    left = _TOKEN.findall(folded, max(0, start - LOOKED_AT), start)[::-1]
    right = _TOKEN.findall(folded, end, end + LOOKED_AT)
    return [*_of_words(left, right), *_of_clause(left, right), *_of_list(group, number, opens=not left)]


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else _NONE


def _until(words: Sequence[str], ends: frozenset[str]) -> list[str]:
    """The words up to the first of `ends`."""
    stop = next((i for i, word in enumerate(words) if word in ends), len(words))
    return list(words[:stop])


def _of_words(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """The words next to the list, one by one and together."""
    l0, l1, l2 = (_at(left, i) for i in range(3))
    r0, r1, r2 = (_at(right, i) for i in range(3))
    one = [f"l0={l0}", f"l1={l1}", f"r0={r0}", f"r1={r1}", f"r2={r2}"]
    together = [f"l10={l1}_{l0}", f"l210={l2}_{l1}_{l0}", f"r01={r0}_{r1}", f"r12={r1}_{r2}", f"r012={r0}_{r1}_{r2}"]
    return [*one, *together, f"l0r0={l0}|{r0}"]


def _of_clause(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Where in its clause the list stands, and which words of weight the clause and the sentence have."""
    before, behind = _until(left, _PHRASE_ENDS), _until(right, _CLAUSE_ENDS)
    sentence = _until(left, _SENTENCE_ENDS)[::-1]
    sign = _at(left, len(before))
    said = [f"sign={sign}", f"from={min(len(before), 4)}", f"place={sign}{min(len(before), 2)}"]
    if before:
        said += [f"first={before[-1]}", f"first2={'_'.join(before[-2:][::-1])}"]
    else:
        said += ["heads", f"heads r0={_at(right, 0)}", f"heads r01={_at(right, 0)}_{_at(right, 1)}", f"heads sign={sign}"]
    if sentence:
        said += [f"sentence={sentence[0]}", f"sentence2={'_'.join(sentence[:2])}"]
    said += [f"in={word}" for word in dict.fromkeys(before)] + [f"near={word}" for word in dict.fromkeys(behind[:6])]
    said += [f"before={cue}" for cue in _BEFORE if _has(sentence, cue)] + [f"behind={cue}" for cue in _BEHIND if _has(behind, cue)]
    return [*said, f"ends={_at(right, len(behind))}", f"words={min(len(behind), 5)}"]


def _has(words: Sequence[str], cue: str) -> bool:
    return f" {cue} " in f" {' '.join(words)} "


def _of_list(group: Sequence[Mention], number: int, *, opens: bool) -> list[str]:
    """What the list is: how many bodies, of what kind, how called."""
    first = group[0]
    name = first.name.lower().split()
    said = [f"kind={kind}" for kind in dict.fromkeys(mention.kind for mention in group)]
    said += [f"called={name[0]}", f"called2={'_'.join(name[:2])}", f"many={min(len(group), 3)}", f"list={min(number, 3)}"]
    return [*said, "head" if first.head else "no head", *(["opens"] if opens else [])]
