"""The issuer in full words: "ỦY BAN NHÂN DÂN / TỈNH LÀO CAI" -> "Ủy ban nhân dân tỉnh Lào Cai".

In: the capital letters of the letterhead.  Out: the name as it is written in a sentence.
Promise: only the letter case changes, abbreviations are spelled out, and the level above is left out of the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from models.outline import Outline, Passage
from pipeline.outline import OutlineRules
from pipeline.rules.directory import Directory
from pipeline.rules.folding import fold

_COUNCIL = regex.compile(r"^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)\b")
_SHORT = {
    "UBND": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN",
    "MTTQ": "MẶT TRẬN TỔ QUỐC",
    "TP.": "THÀNH PHỐ ",
    "TP ": "THÀNH PHỐ ",
}
_BODY = regex.compile(
    r"\b(?:SỞ|BAN|VĂN PHÒNG|CỤC|CHI CỤC|THANH TRA|TRUNG TÂM|CÔNG AN|BỘ CHỈ HUY|BỘ|LIÊN ĐOÀN|BỆNH VIỆN|BẢO HIỂM"
    r"|(?<!\b(?:HẢI|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s)(?:PHÒNG|HỘI|TRƯỜNG)(?!$)"
    r"|PHÒNG(?=\s(?:GIÁO DỤC|TÀI CHÍNH|NỘI VỤ|KINH TẾ|VĂN H|Y TẾ|TƯ PHÁP|NÔNG NGHIỆP|LAO ĐỘNG|TÀI NGUYÊN|QUẢN LÝ))"
    r"|TRƯỜNG(?=\s(?:TIỂU HỌC|TRUNG HỌC|THCS|THPT|MẦM NON|CAO ĐẲNG|ĐẠI HỌC|CHÍNH TRỊ)))\b"
)
"""A body behind its superior on one line; "HỘI" in "PHƯỜNG HỘI AN", "TRƯỜNG" at the end of "HUYỆN XUÂN TRƯỜNG" are places."""
_PLACE_ABOVE = regex.compile(r"\b(?:TỈNH|THÀNH PHỐ) (?!ỦY\b|UỶ\b)(?P<place>\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){1,3}|HUẾ)$")
_SECOND_BODY = regex.compile(
    r"(?P<above>(?P<first>\p{Lu}+\s\p{Lu}+)\b.*?)\s(?P<own>(?P=first)\b.+)"
    r"|(?P<above>(?:BỘ(?! (?:CHỈ|TƯ)\b)|SỞ|(?:.+)(?=\sVIỆT NAM\s))\s.{2,60}?)\s"
    r"(?P<own>(?:TỔNG CỤC|CỤC|CHI CỤC|(?<!(?:NỘI|NGOẠI)\s)VỤ|VIỆN|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|VĂN PHÒNG|CHI NHÁNH|CÔNG TY)\s.+)"
)
"""Two bodies left on one line: "BẢO HIỂM XÃ HỘI VIỆT NAM BẢO HIỂM XÃ HỘI TỈNH SƠN KHÊ", "BỘ TÀI CHÍNH TỔNG CỤC THUẾ"."""
_PARTY = regex.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|ĐẢNG) (?:ỦY|UỶ)\b.*$")
_LEVEL = regex.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ))"
    r"\s+(?=\p{L})(?!(?:ủy|uỷ)\b)"
)
_PLACE_BEHIND = r"\s+(?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã)(?-i:(?:\s+\p{Lu}[\p{L}-]*){1,4}))"
"""The place behind the name of a body in running text."""
_REGION = regex.compile(r"\bkhu vực\s+\p{Ll}{2,}(?:\s+\p{Ll}+){1,3}$")
"""The part of the country that a body works in: "khu vực Bắc Trung Bộ"."""
_AREA_ALONE = regex.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s(?!ỦY\b|UỶ\b)")
_COUNCIL_OF_SYMBOL = regex.compile(r"\b(UBND|HĐND)\b")
"""In "2039/KH-UBND": the line above the area was lost."""
_SYMBOL = regex.compile(r"/\p{Lu}{2,}\d*-\p{Lu}{2}")
"""The line of the number, where its first word was not read."""
_ACRONYM = regex.compile(r"\b(?:THPT|THCS|DTNT|GDTX|GDNN|GDQP|PTNT|KCN|KTX|TNHH|MTV)\b", regex.IGNORECASE)
"""Letters that stay capitals in a name."""
_IN_CAPITALS = regex.compile(r"\b\p{Lu}{2,}\s+\p{Lu}{2,}\b")
"""Words as the letterhead prints them: the directory knows the kind of body, not the name of this one ("Huyện ủy BẢO THẮNG")."""
_PROPER = ("Việt Nam", "Nhà nước", "Mặt trận", "Tổ quốc", "Quốc hội", "Thủ tướng", "Chính phủ", "Trung ương")


def issuer_name(outline: Outline, *, place: str | None, on: date | None, rules: OutlineRules, directory: Directory) -> str | None:
    """The issuer of a document, None where the letterhead names none; of a mere area the symbol of the number tells the council."""
    text = " ".join(outline.letterhead.issuer.text.split())
    if not text:
        return None
    lines = [_spelled_out(line) for line in _lines(outline.letterhead.issuer)]
    if lines and (head := rules.named("told.head", lines[0])):
        lines[0] = lines[0][head.end() :]  # "BỘ TRƯỞNG BỘ Y TẾ", the authority line of a paper without a letterhead
    above, own = _parted(lines, rules)
    if not own:
        return None
    if named := _PLACE_ABOVE.search(above):
        place = _sentence_case(named.group("place"), place).title()  # "UBND TỈNH LÀO CAI": a letter may be signed elsewhere
    known = directory.resolve(own, on=on, place=place if not _names_place(own) else None)
    name = known.canonical if known and known.canonical and not _IN_CAPITALS.search(known.canonical) else None
    name = name if name and fold(name).startswith(fold(own)) else None
    if name is not None and (not above or fold(name) != fold(own)):
        level = _level_of(above, place)
        kind = level.split(" ")[0]
        return f"{name}{level[len(kind) :]}" if kind and name.endswith(f" {kind}") else name  # "Trạm Y tế xã" of which one
    name = name or _sentence_case(own, place)
    if _AREA_ALONE.match(own) and (council := _COUNCIL_OF_SYMBOL.search(outline.letterhead.number.text)):
        return f"{_council_of(_SHORT[council.group(1)])}{name[0].lower()}{name[1:]}"
    if _names_place(own) or not above:
        return name
    level = _level_of(above, place)
    if party := _PARTY.search(above):
        return f"{name} {_sentence_case(party.group(), place)}"
    if not _COUNCIL.match(above):
        return f"{name} {_sentence_case(above, place)}" if own == "VĂN PHÒNG" else name
    # The office of a council is named after it; other bodies after its province.
    return f"{name} {_council_of(above)}{level}".strip() if own == "VĂN PHÒNG" else f"{name} {level}".strip()


def with_place_of(subject: str | None, issuer: str) -> str:
    """The issuer with the place that the subject gives it: "BỆNH VIỆN ĐA KHOA" about "... tại Bệnh viện Đa khoa tỉnh X"."""
    if _names_place(issuer) or not subject or fold(issuer) not in fold(subject):
        return issuer
    found = regex.search(regex.escape(issuer) + _PLACE_BEHIND, subject, regex.IGNORECASE)
    return f"{issuer} {found['place']}" if found else issuer


def _lines(passage: Passage) -> list[str]:
    """The lines of the letterhead that the name was joined from; no name ends in a mark, but specks are read as such."""
    lines = (" ".join(passage.text[piece.at : piece.at + piece.end - piece.start].split()) for piece in passage.pieces)
    return [bare for line in lines if not _SYMBOL.search(line) and (bare := line.strip(" :.,;-–_"))]


def _spelled_out(text: str) -> str:
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    return text


def _parted(lines: Sequence[str], rules: OutlineRules) -> tuple[str, str]:
    """The superior body and the issuer itself: the last body that opens a line of the letterhead, or the last one named."""
    text = " ".join(lines)
    for at in range(len(lines) - 1, 0, -1):
        if rules.named("issuer.head_line", lines[at]) and not rules.named("issuer.broken", lines[at - 1]):
            return " ".join(lines[:at]), " ".join(lines[at:])
    if len(lines) == 1 and (glued := _SECOND_BODY.match(text)):
        return glued.group("above"), glued.group("own")
    starts = [match.start() for match in _BODY.finditer(text)]
    council = _COUNCIL.match(text)
    if council and starts and starts[-1] > council.end():
        first = min(start for start in starts if start > council.end())
        return text[:first].strip(), text[first:].strip()
    return "", text


def _names_place(text: str) -> bool:
    return _LEVEL.search(text.lower()) is not None


def _level_of(above: str, place: str | None) -> str:
    match = _LEVEL.search(above.lower())
    if not match:
        return ""
    level = _sentence_case(above[match.start() :], place)
    return level[0].lower() + level[1:]


def _council_of(above: str) -> str:
    return "Hội đồng nhân dân " if above.startswith("HỘI ĐỒNG") else "Ủy ban nhân dân "


def _sentence_case(text: str, place: str | None) -> str:
    """Capitals only where a name begins: the first letter, the words behind a level, known proper names, the place."""
    lower = text.lower()
    name = lower[:1].upper() + lower[1:]
    name = _LEVEL.sub(lambda m: m.group(), name)
    match = _LEVEL.search(lower)
    if match:
        name = name[: match.end()] + name[match.end() :].title()
    name = _REGION.sub(lambda match: match.group().title().replace("Khu Vực", "khu vực"), name)
    for proper in (*_PROPER, place or ""):
        if proper and proper.lower() in name.lower():
            at = name.lower().index(proper.lower())
            name = name[:at] + proper + name[at + len(proper) :]
    return _ACRONYM.sub(lambda match: match.group().upper(), _after_heads(name))


def _after_heads(name: str) -> str:
    """A body is written "Sở Nội vụ", "Văn phòng Chính phủ": the word behind the general head has a capital."""
    return regex.sub(
        r"^(Sở|Bộ|Cục|Ban|Vụ|Hội|Viện|Trường|Phòng|Văn phòng|Chi cục|Trung tâm|Liên đoàn|Bệnh viện|Học viện|Đài|Trạm|Hạt) (\p{Ll})",
        lambda m: f"{m.group(1)} {m.group(2).upper()}",
        name,
    )
