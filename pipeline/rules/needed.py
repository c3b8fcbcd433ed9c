"""Which of many patterns can match a text at all, told by its words: hundreds are known, a handful is tried.

In: rules with their patterns.  Out: `RuleIndex`; `needed_phrases` of one pattern.
Promise: a pattern that matches somewhere in a text (NFC) is always among the possible ones; one with a construct that is not
understood is possible everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from pipeline.rules import Rule
from pipeline.rules.pattern_parts import Choice, Mark, NotUnderstoodError, Part, parse

__all__ = ["RuleIndex", "needed_phrases"]

_WORD: Final = regex.compile(r"\p{L}+")  # "¹" behind a name is no letter to the patterns, but one to `re`
_TEXTS: Final = 1024
"""Texts whose possible rules are kept: one item is looked at by many readers, one after the other."""
_APART: Final = frozenset((Mark.GAP, Mark.EDGE))


class RuleIndex:
    r"""Rules by the words that a text must hold for them to match.

    >>> rules = [Rule("a", regex.compile(r"\bđề nghị\b"), (), (), {}), Rule("b", regex.compile(r"\d"), (), (), {})]
    >>> sorted(RuleIndex(rules).possible("Đề nghị Sở Y tế")), sorted(RuleIndex(rules).possible("Kính gửi"))
    (['a', 'b'], ['b'])
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        # A rule is looked up by the rarest of its words; the examples of the records show which that is.
        examples = (example.lower() for rule in rules for example in (*rule.examples, *rule.counter_examples))
        common = Counter(word for example in examples for word in _words(example))
        by_word: dict[str, list[tuple[str, tuple[_Need, ...]]]] = {}
        always: set[str] = set()
        self._needs = {rule.id: _needs_of(rule, common) for rule in rules}
        for rule in rules:
            if not self._needs[rule.id]:
                always.add(rule.id)
                continue
            first, *besides = self._needs[rule.id]
            looked_up = {min(_words(phrase), key=lambda word: common[word]) for phrase in first.phrases} - first.words
            for word in (*first.words, *looked_up):
                by_word.setdefault(word, []).append((rule.id, tuple(besides if word in first.words else (first, *besides))))
        self._always, self._by_word = frozenset(always), {word: tuple(entries) for word, entries in by_word.items()}
        self.possible = lru_cache(maxsize=_TEXTS)(self._possible)
        """The ids of the rules that may match somewhere in a text, whatever its case."""

    def may_match(self, rule_id: str, text: str) -> bool:
        """Whether one rule may match somewhere in a text: where few are asked for, `possible` looks up too many."""
        needs = self._needs[rule_id]
        return not needs or _met(needs, *_looked_up(text))

    def _possible(self, text: str) -> frozenset[str]:
        words, lower = _looked_up(text)
        found = set(self._always)
        for word in words:
            for rule_id, needs in self._by_word.get(word, ()):
                if not needs or _met(needs, words, lower):
                    found.add(rule_id)
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Need:
    """Single words and phrases, one of which must be there."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, phrases: frozenset[str]) -> _Need:
        single = frozenset(phrase for phrase in phrases if phrase.isalpha())
        return cls(single, tuple(sorted(phrases - single)))


def _needs_of(rule: Rule, common: Mapping[str, int]) -> tuple[_Need, ...]:
    return tuple(_Need.of(phrases) for phrases in needed_phrases(rule.pattern.pattern, common))


@lru_cache(maxsize=_TEXTS)
def _looked_up(text: str) -> tuple[frozenset[str], str]:
    """The words of a text, and the text, in lower case."""
    lower = text.lower()
    return frozenset(_words(lower)), lower


def _met(needs: Sequence[_Need], words: frozenset[str], lower: str) -> bool:
    """Whether a text holds something of each of the needs."""
    for need in needs:
        if words.isdisjoint(need.words):
            for phrase in need.phrases:
                if phrase in lower:
                    break
            else:
                return False
    return True


def needed_phrases(pattern: str, common: Mapping[str, int]) -> list[frozenset[str]]:
    r"""Sets of phrases of whole words in lower case, the set that is met least first: every text that `pattern` matches holds a
    phrase of each. `common` says how often a word is met.

    >>> [sorted(phrases) for phrases in needed_phrases(r"\b(?:đề nghị|yêu cầu)\s[^.]+ báo cáo\b", {"nghị": 3})]
    [['báo cáo'], ['yêu cầu', 'đề nghị']]
    """
    try:
        branches = parse(pattern)
    except NotUnderstoodError:
        return []
    found = _options((Choice(branches),), _Sides(left=False, right=False), common)
    return sorted(found, key=lambda phrases: _cost(phrases, common))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Whether it is sure that no letter stands directly before and behind a stretch of a pattern."""

    left: bool
    right: bool


def _options(parts: Sequence[Part], sides: _Sides, common: Mapping[str, int]) -> Iterator[frozenset[str]]:
    """Each set of phrases of which a match of the sequence holds one."""
    run, apart = "", sides.left  # `apart`: surely no letter stands before the run, or before this part where there is no run
    for at, part in enumerate(parts):
        if isinstance(part, str):
            run += part
            continue
        if run:
            yield from _phrase(run, _Sides(apart, _begins_apart(parts[at:], sides.right)))
            apart, run = run[-1] == " ", ""
        if isinstance(part, Choice) and not part.optional:
            behind = not part.look and _begins_apart(parts[at + 1 :], sides.right)
            behind = behind and (not part.repeated or all(_begins_apart(branch, right=False) for branch in part.branches))
            yield from _of_all(part.branches, _Sides(apart and not part.behind, behind), common)
        apart = _ends_apart((part,), apart)
    yield from _phrase(run, _Sides(apart, sides.right))


def _of_all(branches: Sequence[Sequence[Part]], sides: _Sides, common: Mapping[str, int]) -> Iterator[frozenset[str]]:
    """What a match of any of the branches holds, if each of them needs something; all that a single branch needs."""
    found = [sorted(_options(branch, sides, common), key=lambda phrases: _cost(phrases, common)) for branch in branches]
    if len(found) == 1:
        yield from found[0]
    elif all(found):
        yield frozenset().union(*(options[0] for options in found))


def _phrase(run: str, sides: _Sides) -> Iterator[frozenset[str]]:
    """The whole words of a run of letters and spaces."""
    words = run.split(" ")
    words = words[0 if sides.left else 1 : len(words) if sides.right else -1]
    if phrase := " ".join(words).strip():
        yield frozenset((phrase,))


def _cost(phrases: frozenset[str], common: Mapping[str, int]) -> int:
    return sum(min(common.get(word, 0) for word in _words(phrase)) + 1 for phrase in phrases)


def _begins_apart(parts: Sequence[Part], right: bool) -> bool:
    """Whether what these parts match surely begins with no letter; `right`: so does what follows them."""
    for at, part in enumerate(parts):
        if isinstance(part, Choice) and part.look:
            if not (part.behind or part.optional) and all(_begins_apart(branch, right=False) for branch in part.branches):
                return True
        elif isinstance(part, Choice):
            rest = _begins_apart(parts[at + 1 :], right)
            return all(_begins_apart(branch, rest) for branch in part.branches) and (rest or not part.optional)
        elif part is not Mark.NOTHING:
            return part in _APART or part == " "
    return right


def _ends_apart(parts: Sequence[Part], left: bool) -> bool:
    """Whether no letter surely stands at the end of what these parts match; `left`: none stands before them."""
    for part in parts:
        if isinstance(part, Choice) and part.look:
            left = left or (part.behind and not part.optional and all(_ends_apart(branch, left=False) for branch in part.branches))
        elif isinstance(part, Choice):
            left = all(_ends_apart(branch, left) for branch in part.branches) and (left or not part.optional)
        elif part is not Mark.NOTHING:
            left = part in _APART or part == " "
    return left


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
