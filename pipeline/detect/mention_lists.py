"""Lists of bodies: the full names of an ellipsis, and which mentions stand in one list.

In: the mentions of a text.  Out: mentions with the members of "Các sở: Tài chính, Xây dựng" put in; groups of mentions.
Promise: each member has offsets of its own words; its name is its head with those words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_rules import Mention
from pipeline.rules.folding import fold_same_length

_FIRST_GAP = regex.compile(r"\s*:?\s*")
_NEXT_GAP = regex.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*(?:và\s+)?")
_SECTOR = regex.compile(
    r"(?:tất cả |toàn thể )?các (sở|bộ|phòng|vụ|cục|tổng cục|chi cục|ban|hội|viện|trung tâm|trường|bệnh viện|khoa|đảng ủy|đội|trạm|đồn|công ty)\b"
)
_KEPT_PLURAL = frozenset({"viện", "trung tâm", "trường", "bệnh viện"})
"""Heads that stay in the plural: "các Viện Pasteur" are several bodies, "các Vụ: Pháp chế" is one."""
_PLURAL_REGION = regex.compile(
    r"^(?P<base>.*?) (?:các |cấp )*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:(?:,| và) (?:các )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))*$",
    regex.IGNORECASE,
)
_UNIT = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|buôn|khóm|khu phố|tổ dân phố|khu vực)"
_UNITS = regex.compile(rf"(?:^|\s)các ({_UNIT}(?:(?:,| và) (?:các )?{_UNIT}\b)*)$", regex.IGNORECASE)
_NUMBERED = frozenset(["quận", "phường", "khu vực", "thôn", "ấp", "khóm", "khu phố", "tổ dân phố"])
"""Units that bear numbers: "các quận 1, 3 và 10"."""
_NUMBER = r"[1-9]\d?\b(?![.,/:%]\d|\s*%| (?:ngày|tháng|năm|quý|tuần|lần|hồ sơ|người|hộ|triệu|tỷ|công trình|dự án|điểm|bộ)\b)"
_PLACE = regex.compile(
    rf"(?:(?P<unit>{_UNIT}) (?!tỉnh|thành|huyện|xã))?"
    rf"(?P<name>\p{{Lu}}[\p{{L}}'’]*(?: \p{{Lu}}[\p{{L}}\d'’]*){{0,3}}(?: - \p{{Lu}}\p{{L}}+(?: \p{{Lu}}\p{{L}}+)*)?|(?P<number>{_NUMBER}))"
)
_LIKE_A_PLACE = regex.compile(r"(?:Trường|Hội|Đoàn|Đài|Vụ|Ban|Viện|Báo|Trạm|Đội|Đồn|Quỹ) \p{Lu}[\p{Ll}'’]+(?=\s*[,;:.)]| và |$| \p{Ll})")
"""Places that begin like a body: "các phường Trường Vinh, Hội An"."""
_THING = (
    r"(?:chợ|bến xe|cảng|đền|chùa|khu công nghiệp|khu kinh tế|khu du lịch|khu di tích|cụm công nghiệp|hồ|hồ chứa|rừng phòng hộ"
    r"|rừng đặc dụng|vườn quốc gia|làng nghề|nhà máy|trạm bơm)"
)
_OF_ONE = regex.compile(rf"(?P<base>.+ )(?P<noun>{_UNIT}|{_THING}) (?:\p{{Lu}}[\p{{L}}'’ ]*|\d{{1,2}})", regex.IGNORECASE)
"""A body of one unit or thing that is named ("UBND xã Hải Chính", "Ban quản lý chợ Đông"): more of its kind may follow."""
_THING_NAMED = regex.compile(rf"(?P<noun>{_THING}) (?P<name>\p{{Lu}}[\p{{L}}'’]*(?: \p{{Lu}}[\p{{L}}\d'’]*){{0,3}})")
_PLACE_ENDS = regex.compile(r"\s*(?:[,;:.)]|$)| và ")
_SMALL = frozenset(
    ["huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thôn", "bản", "ấp", "buôn", "khóm", "khu phố"]
)
_NAMED_UNIT = regex.compile(rf"(?:(?P<noun>{_UNIT}) )?(?P<name>\p{{Lu}}[\p{{L}}'’]*(?: \p{{Lu}}[\p{{L}}\d'’]*){{0,3}})")
_SEPARATOR = regex.compile(r"\s*(?:[,;]|[,;]?\s+và|;?\s+cùng|\s+hoặc|/|\s+[-–])\s+(?:(?:với|của|đồng chí)\s+)?|\s*[,;]\s*|\s*/\s*")
_SHARED_REGION = regex.compile(
    r" (?:các (?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|địa phương)\b.*|địa phương)$", regex.IGNORECASE
)
_OWNERS = regex.compile(r"(?P<base>.* (?:thuộc|của)) các (?P<word>bộ|sở)$")
_OF_PROVINCE = regex.compile(r"(?P<base>.*?)(?:tỉnh|[Tt]hành phố|TP\.?) \p{Lu}")
_OWNED_BY = regex.compile(r"^.* (?:thuộc|của) |^các ")
_OWNER = regex.compile(r" (?:thuộc|của) (?:(?P<word>Bộ|Sở) \p{Lu}[^;]*|(?P<word>Tổng cục|Ngân hàng) .*)$")
_CENTRAL = ("Bộ ", "Tổng cục ", "Ngân hàng Nhà nước", "Ngân hàng nhà nước", "Thanh tra Chính phủ")
_LIKE_OWNER = {"Bộ": _CENTRAL, "Tổng cục": _CENTRAL, "Ngân hàng": _CENTRAL, "Sở": ("Sở ",)}
"""Which bodies are owners like the first: in "các đơn vị thuộc Sở Y tế, UBND các xã" the second is none."""
_REGION_WORD = regex.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa phương|trung ương|cấp|việt nam)\b", regex.IGNORECASE
)
_HOUSE = regex.compile(r"(?<=^(?:Văn phòng|Thanh tra|Vụ [^,]{4,40}|Phòng [^,]{4,40})) (?:Tổng cục|Bộ|Sở|Cục|tỉnh|Tỉnh ủy|huyện)$")
_LOCAL = regex.compile(r"(?:sở|trung tâm|chi cục|ban chỉ huy|bộ chỉ huy|công an|phòng|trạm|hội|hạt)\b", regex.IGNORECASE)
"""Bodies of which each province, district or commune has one; ministries and their units are not meant by a region behind them."""
_FORCE = regex.compile(
    r"(?:thanh niên xung phong|thanh tra giao thông|cảnh sát giao thông|công an|quân đội|quân sự|biên phòng|bộ đội biên phòng|kiểm lâm|dân quân(?: tự vệ)?|quản lý thị trường|hải quan)\b"
)
_IN_BRACKETS = regex.compile(r"\s*\((?=[^()]{1,80}\))")
_PAREN = regex.compile(r"\s*\([^()]{1,150}\)")


@dataclass(frozen=True, slots=True)
class _Head:
    """What goes before each member: its word, whether it opens the list ("Các sở:"), whether members keep the plural."""

    word: str
    opens: bool


def expand(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """Give each member behind "Các sở:" or "Sở A," its head: "Các sở: Tài chính, Xây dựng" = Sở Tài chính, Sở Xây dựng."""
    text = reader.text
    out: list[Mention] = []
    head = ""
    for i, mention in enumerate(found):
        if out and mention.start < out[-1].end:
            continue  # the region of the member before: "các Sở Y tế các tỉnh"
        limit = _limit(found, i, reader)
        places = _places(mention, reader, limit)
        if places:
            out += places
            head = ""
            continue
        same = _rest_of_kind(mention, out, reader)
        if same is not None:
            out.append(same)
            continue
        more = _provinces(mention, reader, limit) or _more_of_kind(mention, reader, limit)
        if more:
            out += [mention, *more]
            head = ""
            continue
        own = _own_head(mention, reader)
        joined = bool(out) and joined_by(text[out[-1].end : mention.full_start])
        head_word = own.word if own else (head if joined else "")
        head = head_word
        opens = own is not None and own.opens
        members = _members(reader, mention.end, limit, head_word, first=opens) if head_word else []
        named = [Mention(start, end, f"{head_word} {text[start:end]}", "field", "agency.ellipsis") for start, end in members]
        if named and opens:
            # The words "Các sở:" belong to the first body: what stands before them is what stands before the list.
            named[0] = replace(named[0], head=text[mention.full_start : mention.end], head_start=mention.full_start)
        else:
            out.append(_single(mention, head_word, text) if named else mention)
        out += named
    return _share_owner(_share_region(_share_house(out, reader), reader), reader)


def _share_house(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "Thanh tra, Văn phòng Tổng cục": a bare office belongs to the house that the next one names."""
    out = list(found)
    for i in range(len(out) - 1, 0, -1):
        house = _HOUSE.search(out[i].name)
        near = joined_by(reader.text[out[i - 1].end : out[i].full_start])
        if house and near and out[i - 1].name in ("Thanh tra", "Văn phòng"):
            out[i - 1] = replace(out[i - 1], name=out[i - 1].name + house.group())
    return out


def _share_region(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "Sở Y tế, Trung tâm Y tế các tỉnh": what the last of a list says of the region holds for those before it."""
    out = list(found)
    for i in range(len(out) - 1, 0, -1):
        shared = _SHARED_REGION.search(out[i].name)
        before = out[i - 1]
        if (
            not shared
            or not _LOCAL.match(before.name)
            or out[i].kind in ("collective", "council")
            or _REGION_WORD.search(before.name)
        ):
            continue
        if joined_by(reader.text[before.end : out[i].full_start]) and ";" not in reader.text[before.end : out[i].start]:
            out[i - 1] = replace(before, name=before.name + shared.group())
    return out


def _share_owner(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "các cơ quan thuộc Bộ Xây dựng, Bộ Quốc phòng": the second ministry is an owner like the first."""
    out: list[Mention] = []
    for mention in found:
        owner = _OWNER.search(out[-1].name) if out and (out[-1].kind == "collective" or " của " in out[-1].name) else None
        near = bool(out) and joined_by(reader.text[out[-1].end : mention.full_start])
        alike = _LIKE_OWNER[owner["word"]] if owner else ()
        if owner and near and mention.kind != "collective" and not mention.head and mention.name.startswith(alike):
            mention = replace(mention, name=f"{out[-1].name[: owner.start('word')]}{mention.name}", kind="collective")
        out.append(mention)
    return out


def _single(mention: Mention, head: str, text: str) -> Mention:
    """For "các Vụ Pháp chế, …": the first of the list is one body too."""
    words = text[mention.start : mention.end]
    if not words.lower().startswith("các ") or head.lower().startswith("các "):
        return mention
    head_words = text[mention.full_start : mention.start + 3]
    return replace(mention, start=mention.start + 4, name=words[4:], head=head_words, head_start=mention.full_start)


def _own_head(mention: Mention, reader: Reader) -> _Head | None:
    words = reader.folded[mention.start : mention.end]
    if mention.rule == "agency.force":
        return _Head("lực lượng", opens=False)
    if mention.kind == "field":
        word = reader.text[mention.start : mention.end].split()[0]
        return _Head(word, opens=False)
    owners = _OWNERS.match(words) if mention.kind == "collective" else None
    if owners:
        base = reader.text[mention.start : mention.start + owners.end("base")]
        return _Head(f"{base} {owners['word'].capitalize()}", opens=True)
    match = _SECTOR.match(words)
    if match is None:
        single = (
            regex.match(r"(?:hội|vụ|cục|tổng cục|phòng|ban|sở)\b", words)
            if mention.rule in ("agency.proper", "agency.committee")
            else None
        )
        return _Head(single.group().capitalize(), opens=False) if single else None
    word = match.group(1)
    colon = reader.text[mention.end : mention.end + 2].strip().startswith(":")
    shown = f"các {word.capitalize()}" if word in _KEPT_PLURAL and not colon else word.capitalize()
    return _Head(shown, opens=mention.kind == "collective")


def _members(reader: Reader, at: int, limit: int, head: str, *, first: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    colon = False
    while True:
        gap = (_FIRST_GAP if first else _NEXT_GAP).match(reader.text, at)
        if gap is None or gap.end() >= limit:
            return found
        colon = colon or (first and ":" in gap.group())
        end = _member_end(
            reader, gap.end(), head.lower().removeprefix("các ").rsplit(" của ")[-1].rsplit(" thuộc ")[-1], free=colon
        )
        if end is None or not (head == "lực lượng" or reader.text[gap.end()].isupper()):
            return found
        found.append((gap.end(), end))
        at, first = end, False


def _member_end(reader: Reader, at: int, head: str, *, free: bool) -> int | None:
    """The end of a member at `at`: a field of work, a bureau, a union; behind a colon any capitalised name."""
    phrases = reader.phrases
    if at >= len(reader.text):
        return None
    if head == "lực lượng":
        force = _FORCE.match(reader.folded, at)
        return force.end() if force else None
    pattern = phrases.field if head in ("sở", "bộ", "phòng") else phrases.union if head == "hội" else phrases.bureau
    match = pattern.match(reader.folded, at)
    if match and not (free and head not in ("sở", "bộ", "phòng")):
        return match.end() if head == "bộ" else reader.region_end(match.end())
    if head in ("sở", "bộ", "phòng"):
        return None
    known = match is not None or phrases.tail.match(reader.folded, at - 1) or not phrases.cue.match(reader.folded, at)
    if free and known and reader.text[at].isupper() and not reader.begins_body(at):
        end = reader.name_end(at - 1)
        return end if end > at else None
    return None


def _places(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND các huyện: A, B" = UBND huyện A, UBND huyện B; the units of several kinds are left out of the names."""
    text = reader.text
    units = _UNITS.search(text, max(0, mention.start - 1), mention.end)
    if units is None or (mention.kind == "collective" and units.start() > mention.start):
        return []
    kinds = regex.split(r"(?:,| và) (?:các )?", units.group(1).strip())
    found, at = [], mention.end
    gap = _FIRST_GAP.match(text, at)
    while gap is not None and (place := _PLACE.match(text, gap.end())) and gap.end() < limit:
        at_name = place.start("name")
        known = reader.phrases.provinces.match(reader.folded, at_name - 1)
        body = reader.begins_body(at_name) and not _LIKE_A_PLACE.match(text, at_name)
        if not known and (body or reader.phrases.cue.match(reader.folded, at_name)):
            break
        if place["number"] and kinds[-1].lower() not in _NUMBERED:
            break
        unit = "" if place["unit"] else _unit(kinds, place["name"], reader)
        name = " ".join(
            part for part in (text[mention.start : units.start()], "" if place["unit"] else unit, place.group()) if part
        )
        found.append(Mention(place.start(), place.end(), name, mention.kind, "agency.ellipsis_places"))
        at = place.end()
        gap = _NEXT_GAP.match(text, at)
    if found:
        found[0] = replace(found[0], head=text[mention.full_start : mention.end], head_start=mention.full_start)
    return found


def _provinces(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND thành phố Hà Nội, thành phố Hải Phòng và tỉnh Quảng Ninh": each province has a body of its own."""
    base = _OF_PROVINCE.match(mention.name) if mention.kind in ("council", "place") else None
    found: list[Mention] = []
    at = mention.end
    while base and (gap := _NEXT_GAP.match(reader.text, at)) and gap.end() < limit:
        place = _PLACE.match(reader.text, gap.end())
        named = place and place["unit"] and reader.phrases.provinces.match(reader.folded, place.start("name") - 1)
        if not place or not named:
            break
        found.append(
            Mention(
                place.start(),
                named.end(),
                f"{base['base']}{reader.text[place.start() : named.end()]}",
                mention.kind,
                "agency.ellipsis_places",
            )
        )
        at = named.end()
    return found


def _limit(found: Sequence[Mention], i: int, reader: Reader) -> int:
    """Where the members of mention `i` must end: at the next mention that is no member itself ("Trường Vinh", "Công an")."""
    ministries = reader.folded[found[i].start : found[i].end].endswith("các bộ")
    for mention in found[i + 1 :]:
        member = _LIKE_A_PLACE.match(reader.text, mention.start) or (ministries and mention.name == "Công an")
        if not member:
            return mention.start
    return len(reader.text)


def _more_of_kind(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND xã Hải Chính, Hải Lý", "Ban quản lý chợ Đông, chợ Tây": the body of each further place of the kind."""
    base = _OF_ONE.fullmatch(mention.name) if mention.kind != "collective" else None
    found: list[Mention] = []
    at = mention.end
    while base and (gap := _NEXT_GAP.match(reader.text, at)) and gap.end() < limit:
        place = _same_kind(base["noun"], gap.end(), reader)
        if place is None:
            break
        written = reader.text[gap.end() : place.end()]
        name = f"{base['base']}{written if place['noun'] else base['noun'] + ' ' + written}"
        found.append(Mention(gap.end(), place.end(), name, mention.kind, "agency.ellipsis_places"))
        at = place.end()
    return found


def _rest_of_kind(mention: Mention, before: Sequence[Mention], reader: Reader) -> Mention | None:
    """For "UBND xã Đông Sơn, Tây Sơn và các xã lân cận": the councils of the others too."""
    last = before[-1] if before else None
    if last is None or mention.kind != "collective" or last.rule != "agency.ellipsis_places":
        return None
    base = _OF_ONE.fullmatch(last.name)
    same = base and mention.name.lower().startswith(f"các {base['noun'].lower()}")
    if base is None or not same or not joined_by(reader.text[last.end : mention.full_start]):
        return None
    return replace(mention, name=base["base"] + mention.name, kind=last.kind)


def _same_kind(noun: str, at: int, reader: Reader) -> regex.Match[str] | None:
    thing = _THING_NAMED.match(reader.text, at)
    if thing is not None:
        return thing if thing["noun"].lower() == noun.lower() else None
    place = _NAMED_UNIT.match(reader.text, at)
    if place is None or regex.fullmatch(_UNIT, noun, regex.IGNORECASE) is None:
        return None
    if place["noun"]:
        return place if place["noun"].lower() in _SMALL else None
    name = place.start("name")
    taken = (
        reader.begins_body(name)
        or reader.phrases.head_word.match(reader.folded, name)
        or reader.phrases.cue.match(reader.folded, name)
        or reader.phrases.provinces.match(reader.folded, name - 1)
        or noun.lower() not in _SMALL
    )
    ends = " " in place["name"] or _PLACE_ENDS.match(reader.text, place.end())
    return place if ends and not (taken and not _LIKE_A_PLACE.match(reader.text, name)) else None


def _unit(kinds: Sequence[str], name: str, reader: Reader) -> str:
    """The unit of a member: of "các tỉnh, thành phố: Hà Nội, Lào Cai" the first is a city, the second a province."""
    if len(kinds) == 1:
        return kinds[0]
    if sorted(kind.lower() for kind in kinds) != ["thành phố", "tỉnh"]:
        return ""
    wanted = "thành phố" if fold_same_length(name) in reader.phrases.cities else "tỉnh"
    return next(kind for kind in kinds if kind.lower() == wanted)


def groups(mentions: Sequence[Mention], text: str) -> tuple[tuple[Mention, ...], ...]:
    """Mentions that stand in one list: parted only by commas, semicolons, "và", brackets."""
    out: list[list[Mention]] = []
    for mention in mentions:
        bracket = _IN_BRACKETS.match(text, out[-1][-1].end) if out else None
        if bracket and bracket.end() == mention.full_start and text[mention.end : mention.end + 1] == ")":
            continue  # "Bộ Tài chính (Kho bạc Nhà nước), Bộ Y tế": the office in the ministry, not one more body
        if out and joined_by(text[out[-1][-1].end : mention.full_start]):
            out[-1].append(mention)
        else:
            out.append([mention])
    return tuple(tuple(group) for group in out)


def joined_by(between: str) -> bool:
    """Whether the words between two mentions make them one list."""
    rest = _PAREN.sub("", between)
    return _SEPARATOR.fullmatch(rest) is not None or not rest.strip()
