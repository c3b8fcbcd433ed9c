"""The issuer in full words: "ỦY BAN NHÂN DÂN / TỈNH LÀO CAI" -> "Ủy ban nhân dân tỉnh Lào Cai".

In: the capital letters of the letterhead.  Out: the name as it is written in a sentence.
Promise: only the letter case changes, abbreviations are spelled out, and the level above is left out of the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from models.outline import Outline, Passage
from pipeline.detect.issuer_case import LEVEL, own_spelling, sentence_case
from pipeline.outline import OutlineRules
from pipeline.rules.directory import Directory
from pipeline.rules.folding import fold

_COUNCIL = regex.compile(r"^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)\b")
_SHORT = {
    "UBND": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN",
    "UBMTTQ": "ỦY BAN MẶT TRẬN TỔ QUỐC",
    "MTTQ": "MẶT TRẬN TỔ QUỐC",
    "CHQS": "CHỈ HUY QUÂN SỰ",
    "LHPN": "LIÊN HIỆP PHỤ NỮ",
    "BTV ": "BAN THƯỜNG VỤ ",
    "BCH ": "BAN CHẤP HÀNH ",
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
_PLACE_ABOVE = regex.compile(r"\b(?:TỈNH|THÀNH PHỐ) (?!ỦY\b|UỶ\b|ĐOÀN\b)(?P<place>\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){1,3}|HUẾ)$")
_SECOND_BODY = regex.compile(
    r"(?P<above>(?P<first>\p{Lu}+\s\p{Lu}+)\b.*?)\s(?P<own>(?P=first)\b.+)"
    r"|(?P<above>(?:BỘ(?! (?:CHỈ|TƯ)\b)|SỞ|(?:.+)(?=\sVIỆT NAM\s))\s.{2,60}?)\s"
    r"(?P<own>(?:TỔNG CỤC|CỤC|CHI CỤC|(?<!(?:NỘI|NGOẠI)\s)VỤ|VIỆN|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|VĂN PHÒNG|CHI NHÁNH|CÔNG TY)\s.+)"
)
"""Two bodies left on one line: "BẢO HIỂM XÃ HỘI VIỆT NAM BẢO HIỂM XÃ HỘI TỈNH SƠN KHÊ", "BỘ TÀI CHÍNH TỔNG CỤC THUẾ"."""
_PARTY = regex.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)\b.*$")
_PARTY_UNIT = regex.compile(r"\bĐẢNG BỘ (?P<level>TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)\s+(?P<place>\p{Lu}.*)$")
"""The unit of the Party whose committee has the board named below it: "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH SƠN KHÊ"."""
_PARTY_BOARD = regex.compile(
    r"^(?:BAN (?:TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|KINH TẾ|THƯỜNG VỤ)|[ỦU][YỶ] BAN KIỂM TRA|VĂN PHÒNG)\b"
)
_OF_HOUSE = regex.compile(
    r"^(?:VĂN PHÒNG|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|THƯỜNG TRỰC)|ĐOÀN CHỦ TỊCH|HỘI ĐỒNG THÀNH VIÊN|"
    r"PHÒNG (?!GIÁO DỤC|GD)\p{Lu}.*|KHOA \p{Lu}.*)$"
)
"""Parts that every house has: the name of the house tells which is meant."""
_HOUSE = regex.compile(
    r"(?:(?:(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|LIÊN|CÔNG) )?ĐOÀN|HỘI|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN|TỔNG CÔNG TY|TẬP ĐOÀN|"
    r"[ỦU][YỶ] BAN MẶT TRẬN|SỞ|CÔNG AN|VIỆN KIỂM SÁT|TÒA ÁN|TOÀ ÁN)\b"
)
_PART_OF_LEVEL = regex.compile(
    r"(?P<part>BAN (?:CHẤP HÀNH|THƯỜNG VỤ)) (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) (?!ĐOÀN|[ỦU][YỶ])"
)
"""In "ĐOÀN TNCS HỒ CHÍ MINH / BAN CHẤP HÀNH TỈNH SƠN KHÊ" the house stands above, its level here."""
_CENTRE = regex.compile(r"(?:BAN (?:CHẤP HÀNH|THƯỜNG VỤ|BÍ THƯ)|ĐOÀN CHỦ TỊCH|HỘI ĐỒNG|[ỦU][YỶ] BAN) TRUNG ƯƠNG")
_NATIONAL = regex.compile(r"(?:(?:LIÊN |HIỆP |LIÊN HIỆP |LIÊN HIỆP CÁC )?HỘI|ĐOÀN|ĐỘI|TỔNG HỘI|TỔNG LIÊN ĐOÀN|LIÊN MINH)\b")
"""In "HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH TRUNG ƯƠNG" the committee is that of the house above, not that of the Party."""
_WARD = regex.compile(r"(?:XÃ|PHƯỜNG|THỊ TRẤN)\s(?:\p{Lu}|\d)")
_COUNCIL_ABOVE = regex.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s(?:THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)\s(?:\p{Lu}|\d)")
"""The council of a district above one of its communes: "UBND QUẬN 3 / PHƯỜNG 5"."""
_JOINTS = regex.compile(r"\s?[-–]\s|\s[-–]")
_MINISTRY = regex.compile(r"BỘ\s\p{Lu}|(?:TỔNG )?LIÊN ĐOÀN\b|VIỆN KIỂM SÁT\b|KIỂM TOÁN NHÀ NƯỚC\b")
"""What opens a partner besides the bodies of provinces: joint circulars bear two ministries ("BỘ NỘI VỤ - BỘ TÀI CHÍNH")."""
_NO_PARTNER = regex.compile(r"(?:VĂN PHÒNG|PHÒNG|QUỸ|TRẠM|HẠT|ĐOÀN THỂ|VIỆN PHÍ)\b")
"""Words that open a body, but behind a dash go on the name of one ("PHÒNG TỔ CHỨC - VĂN PHÒNG")."""
_PLACE_BEHIND = r"\s+(?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã)(?-i:(?:\s+\p{Lu}[\p{L}-]*){1,4}))"
"""The place behind the name of a body in running text."""
_AREA_ALONE = regex.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s(?!ỦY\b|UỶ\b)")
_COUNCIL_OF_SYMBOL = regex.compile(r"\b(UBND|HĐND)\b")
"""In "2039/KH-UBND": the line above the area was lost."""
_SYMBOL = regex.compile(r"/\p{Lu}{2,}\d*-\p{Lu}{2}")
"""The line of the number, where its first word was not read."""
_IN_CAPITALS = regex.compile(r"\b\p{Lu}{2,}\s+\p{Lu}{2,}\b")
"""Words as the letterhead prints them: the directory knows the kind of body, not the name of this one ("Huyện ủy BẢO THẮNG")."""


def issuer_name(outline: Outline, *, place: str | None, on: date | None, rules: OutlineRules, directory: Directory) -> str | None:
    """The issuer of a document, None where the letterhead names none; of a mere area the symbol of the number tells the council."""
    text = " ".join(outline.letterhead.issuer.text.split())
    if not text:
        return None
    lines = [_spelled_out(line) for line in _lines(outline.letterhead.issuer)]
    if lines and (head := rules.named("told.head", lines[0])):
        lines[0] = lines[0][head.end() :]  # "BỘ TRƯỞNG BỘ Y TẾ", the authority line of a paper without a letterhead
    words = "\n".join(page.text for page in outline.document.pages)
    if len(partners := _partners(text, rules)) > 1:
        return " - ".join(own_spelling(sentence_case(_parted([partner], rules)[1], place), words) for partner in partners)
    above, own = _parted(lines, rules)
    if not own:
        return None
    if named := _PLACE_ABOVE.search(above):
        place = sentence_case(named.group("place"), place).title()  # "UBND TỈNH LÀO CAI": a letter may be signed elsewhere
    if _CENTRE.fullmatch(own) and _NATIONAL.match(above):
        return f"{sentence_case(own, place)} {own_spelling(sentence_case(above, place), words)}"
    known = directory.resolve(own, on=on, place=place if not _names_place(own) else None)
    name = known.canonical if known and known.canonical and not _IN_CAPITALS.search(known.canonical) else None
    name = name if name and fold(name).startswith(fold(own)) else None
    if name is not None and (not above or fold(name) != fold(own)):
        level = _level_of(above, place)
        kind = level.split(" ")[0]
        return f"{name}{level[len(kind) :]}" if kind and name.endswith(f" {kind}") else name  # "Trạm Y tế xã" of which one
    name = name or own_spelling(sentence_case(own, place), "" if _COUNCIL.match(own) else words)
    if _AREA_ALONE.match(own) and (council := _COUNCIL_OF_SYMBOL.search(outline.letterhead.number.text)):
        ward = f" {_level_of(above, place)}" if own[-1].isdigit() and above else ""  # many districts have a "Phường 5"
        return f"{_council_of(_SHORT[council.group(1)])}{name[0].lower()}{name[1:]}{ward}"
    if (part := _PART_OF_LEVEL.match(own)) and _HOUSE.match(above) and not _names_place(above):
        return f"{name[: part.end('part')]} {own_spelling(sentence_case(above, place), words)} {_level_of(own, place)}"
    if _names_place(own) or not above:
        return name
    if house := _house_of(own, above, place, words):
        return f"{name} {house}"
    level = _level_of(above, place)
    if party := _PARTY.search(above):
        return f"{name} {sentence_case(party.group(), place)}"
    if not _COUNCIL.match(above):
        return f"{name} {sentence_case(above, place)}" if own == "VĂN PHÒNG" else name
    # The office of a council is named after it; other bodies after its province.
    return f"{name} {_council_of(above)}{level}".strip() if own == "VĂN PHÒNG" else f"{name} {level}".strip()


def _house_of(own: str, above: str, place: str | None, words: str) -> str | None:
    """The house that a part is named with: "Ban Tuyên giáo | Tỉnh ủy Sơn Khê", "Phòng Đào tạo | Trường Đại học Sơn Khê"."""
    if _PARTY_BOARD.match(own) and (unit := _PARTY_UNIT.search(above)):
        committee = f"{unit['level'].split()[0].capitalize()} ủy"
        return f"{committee} {sentence_case(unit[0], place)[unit.end('level') - unit.start() :].strip()}"
    if _OF_HOUSE.match(own) and _HOUSE.match(above):
        return own_spelling(sentence_case(above, place), words)
    return None


def with_place_of(subject: str | None, issuer: str) -> str:
    """The issuer with the place that the subject gives it: "BỆNH VIỆN ĐA KHOA" about "... tại Bệnh viện Đa khoa tỉnh X"."""
    if _names_place(issuer) or not subject or fold(issuer) not in fold(subject):
        return issuer
    found = regex.search(regex.escape(issuer) + _PLACE_BEHIND, subject, regex.IGNORECASE)
    return f"{issuer} {found['place']}" if found else issuer


def _lines(passage: Passage) -> list[str]:
    """The lines of the letterhead that the name was joined from; no name ends in a mark, but specks are read as such."""
    lines = (" ".join(passage.text[piece.at : piece.at + piece.end - piece.start].split()) for piece in passage.pieces)
    return [bare for line in lines if not _SYMBOL.search(line) and (bare := line.strip(" :.,;-–_'`‘’|"))]


def _spelled_out(text: str) -> str:
    for short, full in _SHORT.items():
        text = regex.sub(rf"(?<!\p{{L}}){regex.escape(short)}", full, text)  # no "TP" in "TNTP Hồ Chí Minh"
    return " ".join(text.split())


def _parted(lines: Sequence[str], rules: OutlineRules) -> tuple[str, str]:
    """The superior body and the issuer itself: the last body that opens a line of the letterhead, or the last one named."""
    text = " ".join(lines)
    for at in range(len(lines) - 1, 0, -1):
        opens = rules.named("issuer.head_line", lines[at]) and not rules.named("issuer.broken", f"{lines[at - 1]} | {lines[at]}")
        if opens or (_WARD.match(lines[at]) and _COUNCIL_ABOVE.match(" ".join(lines[:at]))):
            return " ".join(lines[:at]), " ".join(lines[at:])
    if len(lines) == 1 and (glued := _SECOND_BODY.match(text)):
        return glued.group("above"), glued.group("own")
    starts = [match.start() for match in _BODY.finditer(text)]
    council = _COUNCIL.match(text)
    if council and starts and starts[-1] > council.end():
        first = min(start for start in starts if start > council.end())
        return text[:first].strip(), text[first:].strip()
    return "", text


def _partners(text: str, rules: OutlineRules) -> list[str]:
    """The bodies that issue a paper together: "SỞ Y TẾ - CÔNG AN TỈNH SƠN KHÊ"; no dash inside a name parts two of them."""
    found = [""]
    for piece in _JOINTS.split(_spelled_out(text)):
        opens = rules.named("issuer.head_line", piece) or _MINISTRY.match(piece)
        if found[0] and opens and not _NO_PARTNER.match(piece):
            found.append(piece)
        else:
            found[-1] = f"{found[-1]} - {piece}" if found[-1] else piece
    return found


def _names_place(text: str) -> bool:
    return LEVEL.search(text.lower()) is not None


def _level_of(above: str, place: str | None) -> str:
    match = LEVEL.search(above.lower())
    if not match:
        return ""
    level = sentence_case(above[match.start() :], place)
    return level[0].lower() + level[1:]


def _council_of(above: str) -> str:
    return "Hội đồng nhân dân " if above.startswith("HỘI ĐỒNG") else "Ủy ban nhân dân "
