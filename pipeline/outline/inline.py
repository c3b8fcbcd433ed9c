"""Lines in which a tool glued whole lists together, taken apart: "Điều 5. Trách nhiệm 1. Bộ Y tế: a) Rà soát ...; b) Báo cáo ...".

In: lines.  Out: the same lines, those with glued items cut in front of each enumerator.
Promise: a line is cut only where enumerators follow each other from the first on, each behind the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.outline.lines import Line
from pipeline.outline.markers import Kind, Marker, read_marker
from pipeline.outline.patterns import LONGEST_LINE, OutlineRules
from pipeline.outline.series import Place, choose

__all__ = ["SEARCHED", "SHORTEST", "count_on", "cut_line", "part_addressees", "part_glued", "part_headed", "part_recipients"]

SHORTEST = 160
"""Characters: a line of print is shorter; only paragraphs are glued."""
WHOLE_PAPER = 1500
"""Characters: in a shorter text "tuyến Vành đai 3. Báo cáo ..." is the end of a name, in a longer one what follows tells."""
SENTENCE = 60
"""Characters: a title in capitals and a sentence behind it are longer."""
SEARCHED = 60
"""Lines from the top in which the addressees of a letter stand."""

FEWEST = 2
"""Bullets from which on a line holds a list."""

_SIGN = r"(?:[.)/][-–.]?|[-–])"
"""What stands behind a number or letter of a list: "1.", "1)", "1/", "1/.", "1.-", "1-"."""
_REFERS = "điểm khoản mục tiết"
_COUNTS = (
    "điều phần chương số quý tháng ngày năm tuần lần đợt kỳ đoạn cấp loại nhóm bảng biểu lục mẫu thứ khóa khoá lớp hạng "
    "vực vùng quận phường tổ khối kho đội ca và đến từ là"
)
"""Words behind which a number belongs to them: "theo khoản 2. 3. ..."; "quý II. ", "Quận 3. ", where no list begins with them."""
_INNER = regex.compile(
    rf"(?:(?:(?P<ended>(?<=[.;:/…]))|(?<=[\p{{L}}\d)”%])(?<!\b(?i:{'|'.join(_REFERS.split())}))"
    rf"(?!\s+[-–+]\s)(?:(?=\s+(?:[a-zđ]|1|\d+\.1){_SIGN}\s)|(?<!\b(?i:{'|'.join(_COUNTS.split())}))))\s+"
    r"|(?P<ended>(?<=(?:[\p{L})”]|(?:[/-]|\bnăm )\d{4})[.;:])(?=\d)|(?<=[\p{L}\d)”][.;:])(?=[a-zđ]\)|[-–+]\s)))"
    rf"(?=(?:Điều\s+\d{{1,3}}\.|(?:\d{{1,2}}|[IVX]{{1,5}}){_SIGN}|\d{{1,2}}\.\d{{1,2}}\.?{_SIGN}?|[a-zđ]{_SIGN}|\([a-zđ]\)|[-–+])\s+[\p{{Lu}}“\"]|[-–+]\s+\d{{1,3}}(?:%|\s\p{{Ll}}))"
)
"""The place in front of what may be an item: behind the end of a sentence, where a tool may have lost the space
("... trên.b) Giao"), or behind other words, as of a heading that has no sign at its end ("1. Công tác chuẩn bị 1.1. Rà soát").
"""
_CAPITALS = regex.compile(
    r"(?P<heading>\p{Lu}{2,}(?:[\s,;–-]+(?!\d{1,2}[.)/]\s)[\p{Lu}\d]+)+[:.]?)\s+(?=(?:\p{Lu}\p{Ll}|\d{1,2}\.\s+\p{Lu}|[-–+]\s+(?:\p{Lu}\p{Ll}|\d)))"
)
"""A title in capitals at the start of an item and what is glued to it: "V. KINH PHÍ Kinh phí ...", "I. MỤC TIÊU - 90% ..."."""
_TITLED_LIST = regex.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})?\.?|[a-zđ]\)|[IVX]{1,5}\.)\s+\p{Lu}[\p{Ll}\s,]{6,80}\s"
    r"(?=[-–+]\s+\p{Lu}\p{Ll}*\s[^:]{30})"
)
"""A title of small letters and the first of the bullets behind it: "3. Khám sức khỏe - Học sinh lớp 1 ..."; names have capitals
("1. Phòng Kế hoạch - Tài chính")."""
_CLOSING = regex.compile(r"(?<=[.;]\s)(?=Trên đây là\s)")
"""Where the closing sentence begins in a line that holds the last items too."""
_ACCENTED = regex.compile(r"[^\P{Lu}A-ZĐ]")
"""Capitals with marks of vowel or tone: words have them, abbreviations ("UBND TP") do not."""
_HEADED = regex.compile(r"[^.;:]{3,90}:\s+(?=[-–+•]\s+\p{Lu}\p{Ll})")
"""A heading and its colon in front of a bullet."""
_ADDRESSED = regex.compile(r"(?<=\S)\s+(?=Kính\s+gửi\s*:)")
"""Where the addressees begin in a line that holds the letterhead too."""
_RECIPIENTS = regex.compile(r"(?<=[./;:])\s+(?=Nơi\s+nhận\s*:)")
"""Where the recipients begin in the line of the last paragraph: "... trước ngày 5/3./. Nơi nhận: - Như trên; ..."."""
_OF_RECIPIENTS = regex.compile(r"\W*Nơi\s+nhận\s*:")
"""A line that names the recipients, also in front of annexes: no list of what is to be done."""
_TITLED = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.UPPER, Kind.ROMAN, Kind.ARTICLE, Kind.NUMBER)


def part_glued(lines: Sequence[Line], standing: Mapping[Kind, int] | None = None) -> list[Line]:
    """Cut the lines that hold lists. `standing`: how far the series above have come; what the lines open is counted on."""
    out: list[Line] = []
    reached = {Kind.ARTICLE: 0, **(standing or {})}
    for line in (part for whole in lines for part in cut_line(whole, list(_heading_cut(whole.text)))):
        listed = len(line.text) >= SHORTEST and not _OF_RECIPIENTS.match(line.text)
        parts = list(cut_line(line, _cuts(line.text, reached) if listed else []))
        for part in parts:
            reached = count_on(reached, read_marker(part.text))
        out += _ends_parted(parts)
    return out


def count_on(reached: Mapping[Kind, int], marker: Marker | None) -> dict[Kind, int]:
    """How far the series have come behind an enumerator: those below it are closed; articles count on through chapters."""
    if marker is None or marker.bullet:
        return dict(reached)
    kept = {kind: value for kind, value in reached.items() if kind < marker.kind or kind is Kind.ARTICLE}
    return {**kept, marker.kind: marker.value}


def _ends_parted(parts: Sequence[Line]) -> Iterator[Line]:
    """The parts of a line that held a list: the title above its first bullet and the closing sentence stand for themselves."""
    for number, part in enumerate(parts):
        after = parts[number + 1].text if number + 1 < len(parts) else ""
        title = _TITLED_LIST.match(part.text) if after.startswith(("-", "–", "+")) else None
        closing = _CLOSING.search(part.text) if number and not after else None
        cuts = [title.end()] if title else [closing.start()] if closing else list(_heading_cut(part.text)) if number else []
        yield from cut_line(part, cuts)


def _heading_cut(text: str) -> Iterator[int]:
    """Where the sentence begins that stands behind the title of a part in capitals."""
    opened = read_marker(text) if len(text) >= SENTENCE and text.endswith((".", ";", ":")) else None
    if opened is None or opened.kind not in _TITLED:
        return
    match = _CAPITALS.match(text, opened.end)
    if match and _ACCENTED.search(match.group("heading")):
        yield match.end()


def part_headed(lines: Sequence[Line], rules: OutlineRules) -> list[Line]:
    """Cut the lines of headings that hold the first item of their list ("2. Phòng Kinh tế: - Bố trí kinh phí ..."); what stands
    behind a label ("a) Đơn vị phối hợp: - Sở Tài chính") is its value.
    """
    out: list[Line] = []
    for line in lines:
        marker = read_marker(line.text)
        match = _HEADED.match(line.text, marker.end) if marker else None
        first = read_marker(line.text[match.end() :]) if match else None
        cut = (
            marker and match and first and first.kind is not marker.kind and not rules.match("label_line", line.text[marker.end :])
        )
        out += cut_line(line, [match.end()]) if match and cut else [line]
    return out


def part_addressees(lines: Sequence[Line], rules: OutlineRules) -> list[Line]:
    """Cut the line of a letter that goes on behind its addressees ("Kính gửi: Sở Y tế. Thực hiện Công văn số ...")."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        long = at < SEARCHED and len(line.text) >= SHORTEST
        calls = _ADDRESSED.search(line.text, 0, LONGEST_LINE) if long else None
        for part in cut_line(line, [calls.end()] if calls else []):
            begins = rules.named("letter.begins", part.text) if long and rules.named("head.addressees", part.text) else None
            out += cut_line(part, [begins.start("body")] if begins else [])
    return out


def part_recipients(lines: Sequence[Line]) -> list[Line]:
    """Cut the lines of print in which the list of recipients follows the end of the body."""
    return [part for line in lines for part in cut_line(line, [match.end() for match in _RECIPIENTS.finditer(line.text)])]


def cut_line(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The parts of a line between the cuts."""
    if not cuts and not line.text[:1].isspace() and not line.text[-1:].isspace():
        yield line
        return
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(line.text)], strict=True)):
        start += len(line.text[start:end]) - len(line.text[start:end].lstrip())
        text = line.text[start:end].rstrip()
        gap = line.gap if number == 0 else 1
        at = line.start + start
        yield replace(line, text=text, start=at, end=at + len(text), gap=gap, cut=line.cut + start)


def _cuts(text: str, standing: Mapping[Kind, int]) -> list[int]:
    """Where the items of the series begin that stand in a text; bullets only where there are several."""
    found = ((match, read_marker(text[match.end() :])) for match in _INNER.finditer(text))
    places = [Place(match.end(), marker, match["ended"] is not None) for match, marker in found if marker]
    if len(text) < WHOLE_PAPER:
        places = [place for place in places if place.ended or place.marker.value == 1 or place.marker.kind is Kind.LETTER]
    bullets = sum(place.marker.bullet for place in places) >= FEWEST
    return choose([place for place in places if bullets or not place.marker.bullet], standing, read_marker(text))
