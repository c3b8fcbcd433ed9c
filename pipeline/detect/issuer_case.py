"""The letter case of an issuer: "TRƯỜNG THPT LÊ VĂN SĨ" -> "Trường THPT Lê Văn Sĩ".

In: a name in capitals, the place of the letter, the words of the paper.  Out: the name as a sentence writes it.
Promise: no letter changes but its case; where the paper itself writes the name, or its last words, with capitals, so does this.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from pipeline.rules.folding import fold_same_length
from pipeline.rules.places import load_places

LEVEL = regex.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã(?!\s+hội\b)|phường|thị trấn|đặc khu|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ|đoàn))"
    r"\s+(?=\p{L}|\d)(?!(?:ủy|uỷ|đoàn(?! kết))\b)"
)
"""The word of a unit or of its committee before its name; "xã" in "Lao động - Thương binh và Xã hội" is none."""
_REGION = regex.compile(r"\bkhu vực\s+(?!miền\b)\p{Ll}{2,}(?:\s+\p{Ll}+){1,3}$")
"""The part of the country that a body works in: "khu vực Bắc Trung Bộ"."""
_NUMBERED = regex.compile(r"\bkhu vực\s+[ivx]+\b")
"""... by its number: "Chi cục Hải quan khu vực XIII"."""
_ACRONYM = regex.compile(
    r"\b(?:THPT|THCS|DTNT|PTDT|GDTX|GDNN|GDQP|PTNT|KCN|KTX|TNHH|MTV|TNCS|TNTP|CHQS|CNTT|PCTT|TKCN|TTATGT|VNPT|MTTQ|HTX)\b",
    regex.IGNORECASE,
)
"""Letters that stay capitals in a name."""
_PROPER = (
    *("Việt Nam", "Nhà nước", "Mặt trận", "Tổ quốc", "Quốc hội", "Thủ tướng", "Chính phủ", "Trung ương"),
    *("Hồ Chí Minh", "Ủy ban nhân dân", "Hội đồng nhân dân", "Đảng bộ", "Hội Liên hiệp", "Tây Nguyên"),
    *("miền Bắc", "miền Trung", "miền Nam", "phía Bắc", "phía Nam"),
)
_SCHOOL = regex.compile(
    r"^Trường(?: (?:TH|THCS|THPT|Tiểu học|Trung học (?:cơ sở|phổ thông)|Mầm non|Mẫu giáo|PTDTBT|PTDTNT|và|,|&|-))+ "
    r"(?!chuyên|dân tộc|bán)",
    regex.IGNORECASE,
)
"""Schools below the colleges bear the names of people and places."""
_HEADS = regex.compile(
    r"^(Sở|Bộ|Cục|Ban|Vụ|Hội(?! đồng\b)|Viện(?! kiểm sát\b)|Trường|Phòng|Văn phòng|Chi cục|Trung tâm|Liên đoàn|Bệnh viện|"
    r"Học viện|Đài|Trạm|Hạt|Khoa|(?:Tổng công ty|Công ty)(?: cổ phần| TNHH| MTV| một thành viên)*|Tập đoàn|Viễn thông) (\p{Ll})"
)
"""A body is written "Sở Nội vụ", "Văn phòng Chính phủ": the word behind the general head has a capital."""
_SHORTEST, _LONGEST = 2, 5
"""Words of the name of a person or place at the end of a name."""


def sentence_case(text: str, place: str | None) -> str:
    """Capitals only where a name begins: the first letter, the words behind a level, known proper names, the place."""
    lower = text.lower()
    name = lower[:1].upper() + lower[1:]
    match = LEVEL.search(lower)
    if match:
        name = name[: match.end()] + name[match.end() :].title()
    name = _REGION.sub(lambda match: match.group().title().replace("Khu Vực", "khu vực"), name)
    name = _NUMBERED.sub(lambda match: "khu vực" + match.group()[len("khu vực") :].upper(), name)
    for proper in (*_PROPER, place or ""):
        if proper and (found := regex.search(rf"\b{regex.escape(proper)}\b", name, regex.IGNORECASE)):
            name = name[: found.start()] + proper + name[found.end() :]
    if (school := _SCHOOL.match(name)) and match is None:
        name = name[: school.end()] + name[school.end() :].title().replace("Số ", "số ")
    for found in _province_at_end().finditer(fold_same_length(name)):
        name = name[: found.start()] + name[found.start() : found.end()].title() + name[found.end() :]
    name = _HEADS.sub(lambda match: f"{match.group(1)} {match.group(2).upper()}", name[:1].upper() + name[1:])
    return _ACRONYM.sub(lambda match: match.group().upper(), name)


@cache
def _province_at_end() -> regex.Pattern[str]:
    """A province that a name ends with, or the first of two that issue together ("Sở Y tế Kiên Giang - Công đoàn"); folded."""
    names = {fold_same_length(name) for province in load_places().provinces for name in (province.name, *province.variants)}
    spelt = "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return regex.compile(rf"(?<=\p{{L}} )(?:{spelt})(?=$| - )")


def own_spelling(name: str, words: str) -> str:
    """The name with the capitals that the paper itself gives it, or its last words ("... trường Lê Văn Sĩ ...")."""
    whole = _written(name, words)
    if whole is not None:
        return " ".join(a if a[0].isupper() else b for a, b in zip(name.split(), whole.split(), strict=True))
    parts = name.split()
    for count in range(min(_LONGEST, len(parts) - 1), _SHORTEST - 1, -1):
        tail = _written(" ".join(parts[-count:]), words)
        if tail is not None and all(word[0].isupper() for word in tail.split()):
            return " ".join((*parts[:-count], tail))
    return name


def _written(name: str, words: str) -> str | None:
    """How the paper writes a name most often, but for lines in capitals."""
    pattern = r"\s+".join(regex.escape(part) for part in name.split())
    found = (" ".join(match.group().split()) for match in regex.finditer(rf"\b{pattern}\b", words, regex.IGNORECASE))
    spelled = Counter(each for each in found if not each.isupper())
    return spelled.most_common(1)[0][0] if spelled else None
