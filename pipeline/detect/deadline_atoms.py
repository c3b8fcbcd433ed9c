"""Pieces of time in a sentence: moments, rhythms, days, weekdays, hours, terms - found by the patterns of rules/deadlines.json.

In: text in plain spelling, spans to pass over.  Out: `Atom`s from left to right, none over another, lists drawn out.
Promise: what rules/deadlines.json calls no deadline (cited dates, data periods, past meetings) yields no atom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from models.spans import Span
from pipeline.rules import Rule, in_time, load_rules
from pipeline.rules.needed import RuleIndex

_EVERYWHERE = ("range", "open", "rhythm", "times", "day", "weekday", "time", "term", "same_day")
RUNNING = ("moment", "bare", *_EVERYWHERE, "words_running")
LABELLED = ("moment", "labelled", "range_label", *_EVERYWHERE, "words")
DATED = frozenset({"moment", "bare", "labelled", "range", "range_label"})

_SENTENCE = regex.compile(r"(?<=[^\s\d][.!?…])\s+(?=\P{Ll})|;|\n\s*\n")
_HOT = regex.compile(
    r"\d|h[àằ]ng\s|mỗi\s|kỳ|năm|quý|tháng|tuần|lần|lượt|thứ\s|nay\b|mai\b|tới\b|tết\b|ngay\s+sau|khi\s+có\s+yêu"
    r"|(?:kể|tính)\s+từ\b|thời\s+hạn|trong\s+vòng|(?:chậm|muộn)\s+nhất",
    regex.IGNORECASE,
)
_HOT_LABEL = regex.compile(r"ngày|xuyên|ngay|khi|theo|tục|kịp|xuất", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of time: what kind, where, by which rule. `groups` holds all captures of each named group of its pattern."""

    kind: str
    start: int
    end: int
    rule: str
    confidence: float
    groups: Mapping[str, Sequence[str]]
    doubt: bool = False

    def get(self, name: str) -> str | None:
        """The last capture of a group, or None."""
        found = self.groups.get(name)
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """The patterns of rules/deadlines.json by kind; `index`: which may match a text at all; `needs`: what it must hold besides."""

    by_kind: Mapping[str, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]
    index: RuleIndex
    needs: Mapping[str, regex.Pattern[str]]

    def may_match(self, rule: Rule, words: str) -> bool:
        """A cheap look at `words` (lower case, single spaces) before the pattern itself is tried."""
        needed = self.needs.get(rule.id)
        return needed is None or needed.search(words) is not None

    def has(self, rule_id: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether one record matches between two offsets."""
        return self.find(rule_id, text, start, end) is not None

    def find(self, rule_id: str, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Where one record matches first between two offsets."""
        return in_time.search(self.by_id[rule_id].pattern, text, start, end)

    def at(self, rule_id: str, text: str, start: int, end: int | None = None) -> regex.Match[str] | None:
        """Where one record matches from `start` on."""
        return in_time.match(self.by_id[rule_id].pattern, text, start, end)

    def whole(self, rule_id: str, text: str, start: int, end: int) -> bool:
        """Whether one record matches all that stands between two offsets."""
        return in_time.fullmatch(self.by_id[rule_id].pattern, text, start, end) is not None

    def all(self, rule_id: str, text: str) -> Iterator[regex.Match[str]]:
        """Wherever one record matches."""
        return in_time.every(self.by_id[rule_id].pattern, text)


@cache
def deadline_rules() -> DeadlineRules:
    """The rules, compiled once on first use."""
    rules = load_rules("deadlines")
    kinds = {rule.data["kind"] for rule in rules}
    by_kind = {kind: tuple(rule for rule in rules if rule.data["kind"] == kind) for kind in kinds}
    needs = {rule.id: regex.compile(rule.data["needs"]) for rule in rules if "needs" in rule.data}
    return DeadlineRules(by_kind, {rule.id: rule for rule in rules}, RuleIndex(rules), needs)


def is_hot(text: str, *, labelled: bool) -> bool:
    """Whether a text may hold a time at all: a cheap look before the patterns are tried."""
    return _HOT.search(text) is not None or (labelled and _HOT_LABEL.search(text) is not None)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, parted at full stops before a capital, at semicolons and at empty lines."""
    edges = [0]
    for found in _SENTENCE.finditer(text):
        edges += [found.start() if found[0] != ";" else found.end(), found.end()]
    edges.append(len(text))
    return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def find_atoms(text: str, *, masked: Sequence[Span], labelled: bool) -> tuple[Atom, ...]:
    """The atoms of a text from left to right; of two that overlap the one that starts first, then the longer, stays."""
    rules = deadline_rules()
    kinds = LABELLED if labelled else RUNNING
    words = " ".join(text.lower().split())
    possible = rules.index.possible(words)
    usable = [rule for kind in kinds for rule in rules.by_kind[kind] if rule.id in possible and rules.may_match(rule, words)]
    found = [_atom(rule, match) for rule in usable for match in in_time.every(rule.pattern, text)]
    if not found:
        return ()
    skipped, doubted = _passed_over(rules, text, words, labelled=labelled)
    closed = [*masked, *skipped]
    # "xong trước dịp Quốc khánh 02/9" sets a limit, though a feast alone sets none
    barred = {rule.id: masked if rule.data.get("unskipped") else closed for rule in usable}
    free = [atom for atom in found if atom.start < atom.end and not _meets(atom, barred[atom.rule])]
    free = [replace(atom, doubt=True) if _meets(atom, doubted) else atom for atom in free]
    return _with_lists(rules, text, _apart(free, kinds), closed)


def _atom(rule: Rule, match: regex.Match[str]) -> Atom:
    groups = {name: tuple(captures) for name, captures in match.capturesdict().items() if captures}
    start, end = match.span()
    while start < end and match[0][start - match.start()].isspace():
        start += 1
    while end > start and match[0][end - 1 - match.start()].isspace():
        end -= 1
    if rule.data.get("label"):  # the words "Thời gian thực hiện:" are no part of the deadline
        start = min(match.start(name) for name in ("time", "from", "at") if match.groupdict().get(name))
    return Atom(rule.data["kind"], start, end, rule.id, rule.data["confidence"], groups)


def _passed_over(rules: DeadlineRules, text: str, words: str, *, labelled: bool) -> tuple[list[Span], list[Span]]:
    """Spans that are no deadlines, and spans that may be the end of a title."""
    skipped: list[Span] = []
    doubted: list[Span] = []
    possible = rules.index.possible(words)
    for rule in rules.by_kind["skip"]:
        if rule.id not in possible or (labelled and not rule.data.get("always")) or not rules.may_match(rule, words):
            continue
        for match in in_time.every(rule.pattern, text):
            if "doubt" in match.groupdict():
                doubted.append(match.span("doubt"))
            else:
                skipped.append(match.span())
    return skipped, doubted


def _meets(atom: Atom, spans: Iterable[Span]) -> bool:
    return any(atom.start < end and start < atom.end for start, end in spans)


def _apart(atoms: Iterable[Atom], kinds: Sequence[str]) -> list[Atom]:
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.start, -atom.end, kinds.index(atom.kind))):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _with_lists(rules: DeadlineRules, text: str, atoms: Sequence[Atom], closed: Sequence[Span]) -> tuple[Atom, ...]:
    """Draw out lists: "10/6 và 10/12" has two moments, "hằng tháng, quý, năm" three rhythms."""
    drawn: list[Atom] = []
    queue = list(atoms)
    for i, atom in enumerate(queue):
        drawn.append(atom)
        limit = queue[i + 1].start if i + 1 < len(queue) else len(text)
        while (more := _next_of_list(rules, text, drawn, limit)) is not None and not _meets(more, closed):
            drawn.append(more)
    return tuple(drawn)


def _next_of_list(rules: DeadlineRules, text: str, drawn: Sequence[Atom], limit: int) -> Atom | None:
    last = drawn[-1]
    if last.kind in ("moment", "bare", "labelled") and (more := _list_item(rules.by_kind["list"][0], text, last, limit, last.kind)):
        return more
    if last.kind == "rhythm" or (last.kind in ("day", *DATED) and len(drawn) > 1 and _beside_rhythm(text, drawn)):
        rhythm = last if last.kind == "rhythm" else drawn[-2]
        return _list_item(rules.by_kind["unit_list"][0], text, replace(rhythm, end=last.end, kind=last.kind), limit, "rhythm")
    return None


def _beside_rhythm(text: str, drawn: Sequence[Atom]) -> bool:
    """Whether the last atom stands right behind a rhythm: "hàng tháng (trước ngày 16)"."""
    before, last = drawn[-2], drawn[-1]
    return before.kind == "rhythm" and not text[before.end : last.start].strip(" ,(:-")


def _list_item(rule: Rule, text: str, last: Atom, limit: int, kind: str) -> Atom | None:
    match = in_time.match(rule.pattern, text, last.end)
    if match is None or match.end() > limit:
        return None
    groups = {name: tuple(captures) for name, captures in match.capturesdict().items() if captures}
    start = match.start("at") if kind != "rhythm" else match.start("n" if match["n"] else "unit")
    if kind != "rhythm" and "cue" in last.groups:
        groups["cue"] = tuple(last.groups["cue"])
    if kind == "rhythm":
        groups["origin"] = (last.get("origin") or str(last.start),)
        if "lead" in last.groups or last.kind != "rhythm":
            groups["lead"] = ("",)
    return Atom(kind, start, match.end(), rule.id, rule.data["confidence"], groups)
