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

_PLURAL = regex.compile(r"(?:hệ thống |các )", regex.IGNORECASE)
_NAME = r"(?:\p{Lu}[\p{Ll}'’]+|\p{Lu}(?= \p{Lu}\p{Ll}))(?:(?: |-)\p{Lu}[\p{Ll}'’]*| \d{1,2}\b(?! (?:ngày|tháng|năm|lần|người|hộ)))*"
_LEVEL = (
    r"(?:(?:tiểu học|mầm non|mẫu giáo|trung học cơ sở|trung học phổ thông|trung cấp|cao đẳng|đại học|phổ thông [\p{L} ]{3,30}?"
    r"|thpt|thcs|ptth|ptdtnt|ptdtbt|pt dtnt|pt dtbt|th|mn|mg)(?:(?:,| và| -|-|&| &)? ?(?:thcs|thpt|trung học cơ sở"
    r"|trung học phổ thông))?(?: chuyên)?)"
)
_SCHOOL = regex.compile(rf"(?P<base>trường) (?P<own>{_LEVEL} (?-i:{_NAME}))", regex.IGNORECASE)
_LEVELLED = regex.compile(rf"{_LEVEL} (?-i:{_NAME})", regex.IGNORECASE)
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|X)"
_NUMBERED = regex.compile(rf"(?P<base>.+?)(?: (?P<word>khu vực|số) (?P<own>{_ROMAN}|\d{{1,2}})| {_ROMAN})")
_NUMBER = regex.compile(
    rf"(?:(?P<word>khu vực|số) )?(?P<own>{_ROMAN}|[1-9]\d?)\b(?![.,/:%]\d|\s*%| (?:ngày|tháng|năm|quý|lần|hồ sơ|người|hộ|tỷ)\b)"
)
_LAST_NAME = regex.compile(rf"(?P<base>.*(?:\s|^)(?:[\p{{Ll}}]\S*|[\p{{Lu}}&-]{{2,}})) (?P<own>{_NAME})")
_ALL_NAME = regex.compile(_NAME)
_FIRST_WORD = regex.compile(r"[\p{L}]+")
_COLON = regex.compile(r"\s*:\s*")
_MEMBER = regex.compile(rf"(?:(?P<kind>\p{{L}}+(?: \p{{Ll}}+){{0,4}}) )??(?P<own>{_NAME})(?=\s*[,;:.)]|\s+\p{{Ll}}|\s*$|\s\d)")
_BRANCHES = regex.compile(
    r"(?:trạm|hạt|đội|đồn|chi cục|chi nhánh|điện lực|công ty (?:điện lực|xăng dầu)|bưu điện|trung tâm|cảng vụ|nhà máy|xí nghiệp"
    r"|htx|hợp tác xã|trường|ban (?:chqs|chỉ huy)|bql|ban quản lý|phòng giao dịch|khu bảo tồn|vườn quốc gia"
    r"|thuế|bến xe|huyện|đảng|khu quản lý|vùng)\b"
)
"""Bodies of which a paper names several by their places, though their word stands in the singular."""
_NOT_A_BRANCH = frozenset({"Việt Nam", "Trung ương", "Quốc gia", "Nhà nước"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the units share: the words before each name, the pattern of a member, where the first name ends."""

    base: str
    members: regex.Pattern[str]
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
    opening = _PLURAL.match(reader.text, mention.start)
    if opening is None:
        return replace(mention, end=kind.end, name=reader.text[mention.start : kind.end])
    start = opening.end()
    head = reader.text[mention.full_start : start - 1]
    return replace(mention, start=start, end=kind.end, name=reader.text[start : kind.end], head=head, head_start=mention.full_start)


def _kind_of(mention: Mention, reader: Reader) -> _Kind | None:
    opening = _PLURAL.match(reader.text, mention.start)
    before = reader.folded[max(0, mention.start - 4) : mention.start] == "các "
    start, plural = (opening.end() if opening else mention.start), opening is not None or before
    end = mention.end
    if plural:
        comma = reader.text.find(",", start, end)
        end = comma if comma > 0 else end
    if not plural and not _BRANCHES.match(reader.folded, start):
        return None
    words = reader.text[start:end]
    if plural and _COLON.match(reader.text, end):
        return _Kind(words, _MEMBER, end, plural, listed=True)
    school = _SCHOOL.fullmatch(words)
    if school and _LEVELLED.match(reader.text, (NEXT_GAP.match(reader.text, end) or school).end()):
        return _Kind(school["base"], _LEVELLED, end, plural)
    numbered = _NUMBERED.fullmatch(words)
    if numbered:
        return _Kind(" ".join(filter(None, numbered.group("base", "word"))), _NUMBER, end, plural)
    base = _base_of_names(start, end, reader, plural=plural)
    return _Kind(base, _MEMBER, end, plural) if base else None


def _base_of_names(start: int, end: int, reader: Reader, *, plural: bool) -> str:
    """What stands before the proper name in "Trạm Thủy văn Chợ Mới"; empty where none is known to end there."""
    text = reader.text
    first = _head_end(start, reader)
    brand = reader.begins_with("agency.acronym", first + 1)
    first = brand if brand and brand < end and plural else first
    tail = reader.phrases.tail.match(reader.folded, first)
    for at in (tail.end() if tail else None, first if plural else None):
        if at is not None and at + 1 < end and _ALL_NAME.fullmatch(text, at + 1, end):
            return "" if text[at + 1 : end] in _NOT_A_BRANCH else text[start:at]
    last = _LAST_NAME.fullmatch(text, start, end)
    if last is None or last["own"] in _NOT_A_BRANCH or last.end("base") < first or (last.end("base") == first and not plural):
        return ""
    return last["base"]


def _head_end(start: int, reader: Reader) -> int:
    """The end of the general word of a body ("Trạm", "Chi cục") at `start`."""
    word = _FIRST_WORD.match(reader.folded, start)
    rules = reader.phrases.by_word.get(word.group(), ()) if word else ()
    ends = [m.end() for rule in rules if rule.id == "agency.proper" and (m := rule.pattern.match(reader.folded, start))]
    return max(ends, default=word.end() if word else start)


def _member(kind: _Kind, at: int, reader: Reader) -> Mention | None:
    match = kind.members.match(reader.text, at)
    if match is None:
        return None
    if kind.members is _LEVELLED:
        return _as_member(at, match.end(), f"{kind.base} {match.group()}")
    if kind.members is _NUMBER:
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
