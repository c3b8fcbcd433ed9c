"""Cited documents: number and symbol, date, issuer, type, and how this document stands to them.

In: running text.  Out: `CitationFinding`s from left to right, with the span of the title that follows.
Promise: offsets slice the text exactly; the number is as written without spaces, never completed; an impossible date is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import regex

from models.spans import Span
from pipeline.detect.deadline_text import Plain, plain
from pipeline.rules import Rule, in_time, load_rules
from pipeline.rules.types import document_types

_SPACES = regex.compile(r"\s+")
_SENTENCE_START = regex.compile(r"[.;]\s+(?=\P{Ll})|[;\n]")
_LISTED = regex.compile(r"\s*[,;]?\s*(?:và\s+)?(?:các\s+)?(?:\p{Lu}[^.;,()\"]{3,100})?(?:số\s*:?\s*)?")
_NAME_WINDOW = 160
"""How far before a number its type name may stand: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"."""


@dataclass(frozen=True, slots=True)
class CitationFinding:
    """A cited document: `text[start:end]` is its number and date words.

    `type` is an abbreviation of rules/document_types.json; `relation` one of implements, amends, extends, replaces, corrects,
    urges, answers. `title_start` and `title_end` bound issuer and title behind it ("của ... về việc ..."), where there are any.
    """

    start: int
    end: int
    number: str
    type: str | None
    issued: date | None
    issuer: str | None
    relation: str | None
    title_start: int | None = None
    title_end: int | None = None


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    rules = load_rules("citations")
    kinds = {rule.data["kind"] for rule in rules}
    return {kind: tuple(rule for rule in rules if rule.data["kind"] == kind) for kind in kinds}


def find_citations(text: str) -> tuple[CitationFinding, ...]:
    """Find the documents cited by number.

    1. Findings come in order and do not overlap. 2. Symbols of NĐ 30/2020, of legal acts and of the Party are read, with
    stray spaces or a hyphen at a line end. Refuses: blank numbers ("Số:   /UBND") and documents cited by name only.
    """
    if "/" not in text and "⁄" not in text:
        return ()
    page = plain(text)
    found: list[CitationFinding] = []
    titles: list[Span] = []
    for match in _numbers(page.text):
        last = titles[-1][1] if titles else 0
        citation = _read(page, match, titles)
        if citation.relation is None and found and _LISTED.fullmatch(page.text, last, match.start("number")):
            citation = replace(citation, relation=found[-1].relation)
        found.append(citation)
    return tuple(found)


def _numbers(text: str) -> Iterator[regex.Match[str]]:
    """Numbers with symbols; where two patterns meet, the one that starts first, then the longer, stays."""
    matches: list[regex.Match[str]] = []
    for rule in _rules()["number"]:
        matches += in_time.every(rule.pattern, text)
    at = 0
    for match in sorted(matches, key=lambda m: (m.start("number"), -m.end("number"))):
        if match.start("number") >= at:
            at = match.end("number")
            yield match


def _read(page: Plain, match: regex.Match[str], titles: list[Span]) -> CitationFinding:
    text = page.text
    start, end = match.span("number")
    number = _SPACES.sub("", match["number"])
    dated = _at("date", text, end)
    end = dated.end() if dated else end
    issuer = _at("issuer", text, end)
    if dated is None and issuer and (dated := _at("date", text, issuer.end("issuer"))):  # "46/NQ-CP của Chính phủ ngày 08/3/2025"
        behind = dated.end()
    else:
        behind = issuer.end("issuer") if issuer else end
    title = _at("title", text, behind)
    tail = title.end() if title else behind
    before = text[_sentence(text, start) : start]
    relation = _relation(before, start - len(before), titles)
    titles.append((end, tail))
    a, b = page.back((start, end))
    inner = page.back((end, tail)) if tail > end else None
    return CitationFinding(
        start=a,
        end=b,
        number=number,
        type=_type(number, before),
        issued=_day(dated["date"]) if dated else None,
        issuer=_SPACES.sub(" ", issuer["issuer"]) if issuer else None,
        relation=relation,
        title_start=inner[0] if inner else None,
        title_end=inner[1] if inner else None,
    )


def _at(kind: str, text: str, place: int) -> regex.Match[str] | None:
    for rule in _rules()[kind]:
        if match := in_time.match(rule.pattern, text, place):
            return match
    return None


def _day(words: str) -> date | None:
    day, month, year = (int(n) for n in regex.findall(r"\d+", words))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _sentence(text: str, at: int) -> int:
    """Where the sentence around a place begins, at most 400 characters before it."""
    start = max(0, at - 400)
    for found in _SENTENCE_START.finditer(text, start, at):
        start = found.end()
    return start


def _relation(before: str, offset: int, titles: list[Span]) -> str | None:
    """The relation told by the last verb before a number, unless that verb belongs to the title of an earlier citation."""
    found = [(m.start() + offset, rule) for rule in _rules()["relation"] for m in in_time.every(rule.pattern, before)]
    if not found:
        return None
    at, rule = max(found, key=lambda pair: pair[0])
    if any(start <= at < end for start, end in titles):
        return None
    relation: str = rule.data["relation"]
    return relation


def _type(number: str, before: str) -> str | None:
    """The type of the symbol, else of the name before it; a symbol without either is an official letter's."""
    types = document_types()
    parts = regex.split(r"[/-]", number)
    legal = len(parts) > 1 and regex.fullmatch(r"(?:19|20)\d{2}", parts[1]) is not None
    symbol = parts[2] if legal and len(parts) > 2 else parts[1]
    known = types.by_abbr.get(symbol.upper())
    if known is not None:
        return known.abbr
    near = before[-_NAME_WINDOW:].lower()
    named = [(near.rfind(name), kind) for name, kind in types.by_name.items() if name in near]
    if named:
        return max(named, key=lambda pair: (pair[0], len(pair[1].names[0])))[1].abbr
    return None if legal else "CV"
