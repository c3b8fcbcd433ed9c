"""Fields that the letterhead leaves open and other words tell: the block of a portal, the body, the title.

In: the outline.  Out: values with the passage that tells them.
Promise: nothing is taken from a sentence about somebody else: the body tells the issuer only where it says "UBND tỉnh yêu cầu ...".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from models.directive import Signer
from models.outline import Item, Outline, Passage
from pipeline.outline import OutlineRules
from pipeline.rules.directory import Directory
from pipeline.rules.homes import areas_in
from pipeline.rules.people import person

TOLD_SEARCHED = 40
"""Paragraphs from each end of the body in which the issuer speaks of itself or a resolution says when it was passed."""

_AREA = regex.compile(r"\b(?P<level>tỉnh|thành phố)\s+(?P<name>\p{L}+(?:\s+(?:-\s+)?\p{L}+){0,4})", regex.IGNORECASE)
LONGEST_LINE = 90
"""Characters of an authority line."""

_CONTENTS = regex.compile(r",?\s+(?:gồm|bao gồm)\s*:.*$", regex.DOTALL)
_STAND_IN = regex.compile(r"ký thay|KT\.", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A value and the passage that tells it."""

    value: str
    passage: Passage


def portal_fact(outline: Outline, field: str) -> Told | None:
    """What the page of a portal says about a field."""
    passage = dict(outline.letterhead.portal).get(field)
    if passage is None:
        return None
    value = " ".join(passage.text.strip(" \"'“”.;").split())
    return Told(_CONTENTS.sub("", value) if field == "subject" else value, passage) if value else None


def told_subject(outline: Outline, rules: OutlineRules) -> Told | None:
    """The subject by the portal: its own field, or what follows the number in the title of the page."""
    fact = portal_fact(outline, "subject")
    title = portal_fact(outline, "title")
    match = rules.named("told.title", title.value) if title else None
    if fact is None and title is not None and match is not None:
        return Told(match.group("subject"), title.passage)
    return fact


def told_date(outline: Outline, rules: OutlineRules) -> tuple[date, Passage] | None:
    """The day of issue by the portal, or by the sentence "Nghị quyết này được ... thông qua ngày ..."."""
    fact = portal_fact(outline, "issued")
    if fact is not None and (day := read_date(fact.value, rules)):
        return day, fact.passage
    for passage in _ends(outline):
        match = rules.named("date.passed", passage.text)
        if match is not None and (day := read_date(match.group("date"), rules)):
            return day, passage.slice(*match.span("date"))
    return None


def read_date(text: str, rules: OutlineRules) -> date | None:
    """The day in "18/11/2025", "16 tháng 6 năm 2026", "2026-06-16"; None where there is no such day."""
    for name in ("date.plain", "date.iso"):
        match = rules.named(name, text)
        if match is not None:
            try:
                return date(int(match.group("year")), int(match.group("month")), int(match.group("day")))
            except ValueError:
                return None
    return None


def told_signer(outline: Outline) -> tuple[Signer, Passage] | None:
    """The signer by the portal: "Trần Hữu Bách (Phó Chủ tịch, ký thay Chủ tịch)"."""
    fact = portal_fact(outline, "signer")
    name, *rest = regex.split(r"\s*[(,—–]\s*", fact.value.rstrip(") "), maxsplit=1) if fact else [""]
    match = person(name)
    if fact is None or match is None:
        return None
    title = rest[0].split(",")[0].strip() or None if rest else None
    authority = "KT." if rest and _STAND_IN.search(rest[0]) else None
    return Signer(name=" ".join(match.group("name").split()), title=title, authority=authority), fact.passage


def told_issuer(outline: Outline, subject: str | None, rules: OutlineRules, directory: Directory) -> Told | None:
    """The issuer by the portal, by the authority line above "Căn cứ ...", or by the paper speaking in its own name."""
    fact = portal_fact(outline, "issuer")
    if fact is not None and not _AREA.fullmatch(fact.value):
        return fact
    if line := _authority_line(outline, rules, directory):
        return line
    for passage in _ends(outline):
        match = rules.named("told.self", passage.text)
        name = _own_name(match, subject) if match else None
        if match and name:
            return Told(name, passage.slice(*match.span()))
    return None


def area_of(text: str | None) -> str | None:
    """The province that a title or an issuer names first: "... trên địa bàn tỉnh lào cai" -> "Lào Cai"."""
    return next(areas_in(text), None)


def told_director(outline: Outline, rules: OutlineRules) -> str | None:
    """The person whose order the opening passes on."""
    for item in (*outline.opening, *outline.body[:3]):
        match = rules.named("told.director", " ".join(item.passage.text.split()))
        if match is not None:
            return match.group("who")
    return None


def _authority_line(outline: Outline, rules: OutlineRules, directory: Directory) -> Told | None:
    """Who decides, named between the title and "Căn cứ ...": "Thủ tướng Chính phủ", "Bộ trưởng Bộ Y tế"."""
    items = (*outline.opening, *outline.body)[:2]
    if len(items) < 2 or not items[1].passage.text.startswith("Căn cứ"):
        return None
    text = " ".join(items[0].passage.text.split())
    if len(text) > LONGEST_LINE or not text[-1].isalpha():
        return None
    head = rules.named("told.head", text)
    known = directory.resolve(text[head.end() if head else 0 :], on=None)
    return Told(known.canonical, items[0].passage) if known and known.canonical else None


def _own_name(match: regex.Match[str], subject: str | None) -> str | None:
    if match.group("office") or match.group("ministry"):
        return match.group("office") or match.group("ministry")
    level = "tỉnh" if match.group("level").lower() == "tỉnh" else "thành phố"
    area = area_of(f"{level} {match.group('name')}") if match.group("name") else area_of(subject)
    return f"Ủy ban nhân dân {level} {area}" if area else None


def _ends(outline: Outline) -> Iterator[Passage]:
    """The paragraphs of opening and closing, then those of the body without markers, from the last to the first."""
    items = [*outline.opening, *outline.closing, *reversed(list(_flat(outline.body))[-TOLD_SEARCHED:])]
    return (item.passage for item in items)


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(item.children)
