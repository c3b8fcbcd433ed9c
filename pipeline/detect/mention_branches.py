"""Units of one kind that share its word: "Trạm Thủy văn A, B" are two stations, "các trường THPT A, THCS B" two schools.

In: a mention and where its members must end.  Out: a mention for each unit, with its full name; nothing where it names one alone.
Promise: a member ends before a word of order and before the next body; a province behind one unit is where that unit lies.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_places import NEXT_GAP, like_a_place
from pipeline.detect.mention_regions import SHORTEST_PERSON
from pipeline.detect.mention_rules import Mention

_FIRST_WORD = regex.compile(r"[\p{L}]+")
_COLON = regex.compile(r"\s*:\s*")
_MEMBER, _LEVELLED, _NUMBER = "branch.member", "branch.levelled", "branch.number"
"""The records of what a member may look like: its name, its level and its name, its number."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the units share: the words before each name, the record of a member, where the first name ends."""

    base: str
    members: str
    end: int
    plural: bool
    listed: bool = False
    """Whether all the names stand behind a colon ("Các Chi cục Thuế: A, B")."""


def branches_of(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """The units of a kind behind the first of them, the first among them; empty where there is no further one."""
    kind = _kind_of(mention, reader) if mention.kind != "collective" else None
    if kind is None:
        return []
    found: list[Mention] = []
    at, opening = kind.end, _COLON if kind.listed else NEXT_GAP
    while (gap := opening.match(reader.text, at)) and gap.end() < limit:
        member = _member(kind, gap.end(), reader)
        if member is None:
            break
        at, opening = member.end, NEXT_GAP
        found.append(member)
    if kind.listed and len(found) > 1:
        head = reader.text[mention.full_start : mention.end]
        return [replace(found[0], head=head, head_start=mention.full_start), *found[1:]]
    if kind.listed or not found or at < mention.end:
        return []
    return [_first(mention, kind, reader), *found]


def _first(mention: Mention, kind: _Kind, reader: Reader) -> Mention:
    opening = reader.names["branch.plural"].match(reader.text, mention.start)
    if opening is None:
        return replace(mention, end=kind.end, name=reader.text[mention.start : kind.end])
    start = opening.end()
    head = reader.text[mention.full_start : start - 1]
    return replace(mention, start=start, end=kind.end, name=reader.text[start : kind.end], head=head, head_start=mention.full_start)


def _kind_of(mention: Mention, reader: Reader) -> _Kind | None:
    opening = reader.names["branch.plural"].match(reader.text, mention.start)
    before = reader.folded[max(0, mention.start - 4) : mention.start] == "các "
    start, plural = (opening.end() if opening else mention.start), opening is not None or before
    end = mention.end
    if plural:
        comma = reader.text.find(",", start, end)
        end = comma if comma > 0 else end
    if not plural and not reader.names["branch.kinds"].match(reader.folded, start):
        return None
    words = reader.text[start:end]
    if plural and _COLON.match(reader.text, end):
        return _Kind(words, _MEMBER, end, plural, listed=True)
    school = reader.names["branch.school"].fullmatch(words)
    if school and reader.names[_LEVELLED].match(reader.text, (NEXT_GAP.match(reader.text, end) or school).end()):
        return _Kind(school["base"], _LEVELLED, end, plural)
    numbered = reader.names["branch.numbered"].fullmatch(words)
    if numbered:
        return _Kind(" ".join(filter(None, numbered.group("base", "word"))), _NUMBER, end, plural)
    base = _base_of_names(start, end, reader, plural=plural)
    return _Kind(base, _MEMBER, end, plural) if base else None


def _base_of_names(start: int, end: int, reader: Reader, *, plural: bool) -> str:
    """What stands before the proper name in "Trạm Thủy văn Chợ Mới"; empty where none is known to end there."""
    text, no_unit = reader.text, reader.names["branch.not_own"]
    first = _head_end(start, reader)
    brand = reader.begins_with("agency.acronym", first + 1)
    first = brand if brand and brand < end and plural else first
    tail = reader.phrases.tail.match(reader.folded, first)
    for at in (tail.end() if tail else None, first if plural else None):
        if at is not None and at + 1 < end and reader.names["branch.own_name"].fullmatch(text, at + 1, end):
            return "" if no_unit.fullmatch(text[at + 1 : end]) else text[start:at]
    last = reader.names["branch.last_name"].fullmatch(text, start, end)
    if last is None or no_unit.fullmatch(last["own"]) or last.end("base") < first or (last.end("base") == first and not plural):
        return ""
    return last["base"]


def _head_end(start: int, reader: Reader) -> int:
    """The end of the general word of a body ("Trạm", "Chi cục") at `start`."""
    word = _FIRST_WORD.match(reader.folded, start)
    rules = reader.phrases.by_word.get(word.group(), ()) if word else ()
    ends = [m.end() for rule in rules if rule.id == "agency.proper" and (m := rule.pattern.match(reader.folded, start))]
    return max(ends, default=word.end() if word else start)


def _member(kind: _Kind, at: int, reader: Reader) -> Mention | None:
    match = reader.names[kind.members].match(reader.text, at)
    if match is None:
        return None
    if kind.members == _LEVELLED:
        return _as_member(at, match.end(), f"{kind.base} {match.group()}")
    if kind.members == _NUMBER:
        shared = kind.base.endswith(match["word"]) if match["word"] else kind.plural or match["own"].isalpha()
        return _as_member(at, match.end(), f"{kind.base} {match['own']}") if shared else None
    if match["kind"] and not kind.base.lower().startswith(match["kind"].lower()):
        return None
    return None if _is_another(match, kind, reader) else _as_member(at, match.end(), f"{kind.base} {match['own']}")


def _is_another(match: regex.Match[str], kind: _Kind, reader: Reader) -> bool:
    """Whether the capitals are no unit of the kind: another body, a field, a person, a province around one unit, an order."""
    here, folded, phrases = match.start("own"), reader.folded, reader.phrases
    words = match["own"].split()
    person = not kind.plural and words[0] in phrases.surnames and len(words) >= SHORTEST_PERSON
    taken = reader.begins_body(here) or phrases.head_word.match(folded, here) or reader.orders_at(here)
    field = phrases.field.match(folded, here) or phrases.tail.match(folded, here - 1)
    around = phrases.provinces.match(folded, here - 1) and not kind.plural
    again = words[0].lower() == kind.base.split()[0].lower()  # "Đồn Biên phòng A, Đồn Biên phòng B"
    return bool(person or field or around or (taken and (again or not like_a_place(here, reader))))


def _as_member(start: int, end: int, name: str) -> Mention:
    return Mention(start, end, name, "proper", "agency.ellipsis_branches")
