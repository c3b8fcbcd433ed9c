"""Titles that hold more than a title: "Chỉ thị về việc ...", "KẾ HOẠCH THỰC HIỆN ...", "CỦA CHÍNH PHỦ SỐ 03/NQ-CP NGÀY ...".

In: a line or a part of the letterhead.  Out: the parts it is made of.
Promise: a sentence that only begins with the name of a type ("Kế hoạch này được ...") is no title.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.outline import Passage, Piece
from pipeline.outline.inline import SEARCHED, SHORTEST, cut_line
from pipeline.outline.lines import Line
from pipeline.outline.patterns import OutlineRules

LONGEST = 500
"""Characters of a title on one line; the longest seen has 420."""

_LONGEST_TYPE = 4
"""Words of the longest name of a type."""

_POINTS_BACK = regex.compile(r"(?:số|này|nêu|trên|trước|là|được|đã|phải|sau|do)\b", regex.IGNORECASE)


_TITLE_WORDS = regex.compile(r"(?:về|v/v|(?:ý kiến )?kết luận)\b", regex.IGNORECASE)
"""Words behind the type that tell a title even where it ends with a full stop."""


def read_title(line: Line, rules: OutlineRules) -> tuple[Passage, Passage] | None:
    """Type and subject of a paper whose first line is its title and that has no letterhead."""
    text = line.text
    if len(text) > LONGEST or text.isupper() or not text[0].isupper() or text.endswith((";", ":")):
        return None
    whole = Passage(text, (Piece(0, line.start, line.end),))
    titled = _parted(whole, rules)
    sentence = text.endswith(".") and titled is not None and not _TITLE_WORDS.match(titled[1].text)
    return None if sentence else titled


def type_in_capitals(part: Passage, rules: OutlineRules) -> tuple[Passage, Passage] | None:
    """Type and subject that stand on one line, at least the type in capitals ("THÔNG BÁO Kết luận của Chủ tịch tại cuộc họp")."""
    if len(part.text) > LONGEST or part.text.endswith((";", ":")):
        return None
    titled = _parted(part, rules)
    return titled if titled and titled[0].text.isupper() and titled[1].text[0].isupper() else None


def part_titles(lines: Sequence[Line], rules: OutlineRules) -> list[Line]:
    """Cut the lines in which the body follows the title: "NGHỊ QUYẾT PHIÊN HỌP THÁNG 7 CHÍNH PHỦ Căn cứ Luật ..."."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        cut = _body_behind(line.text, rules) if at < SEARCHED and len(line.text) >= SHORTEST else None
        out += [line] if cut is None else cut_line(line, [cut])
    return out


def _body_behind(text: str, rules: OutlineRules) -> int | None:
    words = text.split()[:_LONGEST_TYPE]
    if not any(" ".join(words[:count]) in rules.type_names for count in range(1, len(words) + 1)):
        return None
    match = rules.named("title.body", text)
    return match.start("body") if match else None


def line_of_the_act(part: Passage, rules: OutlineRules) -> tuple[Passage, Passage, Passage] | None:
    """Issuer, number and date in the line below the type, as the Công báo prints them; old papers name there the issuer alone."""
    if alone := rules.named("head.act_issuer", part.text):
        return part.slice(*alone.span("issuer")), part.slice(0, 0), part.slice(0, 0)
    match = rules.named("head.act_line", part.text)
    if match is None:
        return None
    issuer = part.slice(*match.span("issuer")) if match.group("issuer") else part.slice(0, 0)
    return issuer, part.slice(*match.span("number")), part.slice(*match.span("date"))


def _parted(whole: Passage, rules: OutlineRules) -> tuple[Passage, Passage] | None:
    words = list(regex.finditer(r"\S+", whole.text))
    for count in range(min(_LONGEST_TYPE, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        name, rest = whole.text[:end], whole.text[words[count].start() :]
        if name.upper() in rules.type_names and not _POINTS_BACK.match(rest):
            return whole.slice(0, end), whole.slice(words[count].start(), len(whole.text))
    return None
