"""The letterhead: issuer, number, place and date, type and subject, addressees (NĐ 30/2020/NĐ-CP, Điều 8).

In: the first lines of a document.  Out: `Letterhead` and the index of the first line of the body.
Promise: both columns are read, side by side (parted by tabs) or one after the other; what is blank stays blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.outline import EMPTY, Letterhead, Passage, Piece
from pipeline.outline.lines import Layout, Line
from pipeline.outline.markers import read_marker
from pipeline.outline.patterns import OutlineRules

SEARCHED = 60
"""Lines from the top in which a letterhead is looked for: the longest seen (two columns, a list of addressees) takes 40."""

SHORT = 70
"""Characters: a line of a column or of a centred title is shorter; a body line is not."""

LONG_PARAGRAPH = 200
"""Characters: a title longer than this is not met; an unwrapped line of this length is the first paragraph of the body."""


@dataclass(slots=True)
class _Head:
    issuer: list[Passage] = field(default_factory=list)
    number: Passage = EMPTY
    place_date: Passage = EMPTY
    type_name: Passage = EMPTY
    subject: list[Passage] = field(default_factory=list)
    addressees: list[Passage] = field(default_factory=list)
    marks: list[Passage] = field(default_factory=list)
    state: str = "top"


def split_letterhead(lines: Sequence[Line], layout: Layout, rules: OutlineRules) -> tuple[Letterhead, int]:
    """Read the letterhead and say where the body begins (0 where there is no letterhead)."""
    if not any(_kind(segment.text, rules) in _SURE for _, segment in _segments(lines[:SEARCHED])):
        return Letterhead(), 0
    head = _Head()
    last = -1
    for index, segment in _segments(lines[:SEARCHED]):
        line = lines[index]
        if not _take(head, segment, line, lines[index + 1 : index + 9], layout, rules):
            break
        last = index
    return _frozen(head), last + 1


_SURE = frozenset({"motto", "party", "number", "type", "addressees", "about"})


def _segments(lines: Sequence[Line]) -> Iterator[tuple[int, Passage]]:
    """Each column of each line, from left to right, as a passage."""
    for index, line in enumerate(lines):
        at = 0
        for part in line.text.split("\t"):
            text = part.strip()
            if text:
                start = line.start + at + part.index(text)
                yield index, Passage(text, (Piece(0, start, start + len(text)),))
            at += len(part) + 1


def _kind(text: str, rules: OutlineRules) -> str | None:
    if text.rstrip(" :").upper() in rules.type_names and text.rstrip(" :").isupper():
        return "type"
    if rules.match("mark", text):
        return "mark"
    rule = rules.match("head", text)
    return rule.id.removeprefix("head.") if rule else None


def _take(head: _Head, part: Passage, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules) -> bool:
    """Put one column segment where it belongs; False where the body begins."""
    kind = _kind(part.text, rules)
    if kind == "place_date" and head.place_date is not EMPTY:
        kind = None
    if kind == "type" and head.type_name is not EMPTY:
        return False
    if kind is not None:
        _open(head, kind, part, rules)
        return True
    if head.state == "about":
        return _more_about(head, part, line, ahead, layout, rules)
    if head.type_name is not EMPTY and part.text.endswith(("điện:", "điện :")):
        head.state = "addressees"  # a telegram (công điện) names its receivers behind the authority line
        return True
    if head.state == "type":
        return _more_title(head, part, line, layout, rules)
    if head.state == "addressees":
        return _more_addressees(head, part, line, layout, rules)
    return _more_top(head, part, ahead, rules)


def _open(head: _Head, kind: str, part: Passage, rules: OutlineRules) -> None:
    if kind == "number":
        head.number = part
    elif kind == "place_date":
        head.place_date = part
        return  # the date stands in the right column: what follows may still belong to the left one
    elif kind == "mark":
        head.marks.append(part)
        return
    elif kind == "type":
        head.type_name = part
    elif kind == "about":
        match = rules.named("head.about", part.text)
        head.subject.append(part.slice(match.end() if match else 0, len(part.text)))
        if head.type_name is not EMPTY:
            kind = "type"
    elif kind == "addressees":
        match = rules.named("head.addressees", part.text)
        rest = part.slice(match.end() if match else 0, len(part.text))
        if rest.text.strip():
            head.addressees.append(rest.stripped())
    elif kind in ("motto", "party") and head.state == "about":
        return  # the right column read between two lines of the left one
    head.state = kind


def _more_about(head: _Head, part: Passage, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules) -> bool:
    text = part.text
    if len(text) > SHORT or read_marker(text) or (layout.wrapped and layout.full(line) and "\t" not in line.text):
        return False
    if rules.match("opener", text) and line.gap and not _expects_more(head.subject[-1].text):
        return any(_kind(next_line.text, rules) for next_line in ahead)
    head.subject.append(part)
    return True


def _more_title(head: _Head, part: Passage, line: Line, layout: Layout, rules: OutlineRules) -> bool:
    text = part.text
    marker = read_marker(text)
    if (marker and not marker.bullet) or rules.match("authority", text) or len(text) > LONG_PARAGRAPH:
        return False
    if head.subject and not _expects_more(head.subject[-1].text):
        centred = layout.indented(line) and not layout.full(line)
        if rules.match("opener", text) or (_opens_in_capitals(text) and not head.subject[0].text.isupper()):
            return False
        if line.gap >= 2 and layout.gaps_tell:
            return False
        if not layout.wrapped and len(text) > SHORT and not centred:
            return False
    head.subject.append(part)
    return True


def _more_addressees(head: _Head, part: Passage, line: Line, layout: Layout, rules: OutlineRules) -> bool:
    marker = read_marker(part.text)
    if marker and marker.bullet:
        head.addressees.append(part.slice(marker.end, len(part.text)))
        return True
    done = bool(head.addressees) and head.addressees[-1].text.endswith(".")
    if done or marker or rules.match("opener", part.text) or len(part.text) > LONG_PARAGRAPH:
        return False
    if not head.addressees:
        head.addressees.append(part)
        return True
    before = head.addressees[-1].text
    if before.endswith((";", ",")) and part.text[0].isupper() and before.endswith(";"):
        head.addressees.append(part)
        return True
    if part.text[0].islower() or before.endswith(","):
        head.addressees[-1] = head.addressees[-1].plus(part)
        return True
    return False


def _more_top(head: _Head, part: Passage, ahead: Sequence[Line], rules: OutlineRules) -> bool:
    text = part.text
    if text.isupper() and len(text) <= SHORT:
        if head.number is EMPTY and head.type_name is EMPTY:
            head.issuer.append(part)
        return True
    # A line that is none of the known parts (a stamp, a note): go on only where the letterhead goes on below it.
    return any(_kind(piece, rules) for line in ahead for piece in line.text.split("\t"))


def _expects_more(text: str) -> bool:
    return text.endswith((",", "-", "–", ":")) or text.split()[-1].lower() in {"của", "và", "với", "về", "tại", "các", "số"}


def _opens_in_capitals(text: str) -> bool:
    """The authority line of a decision or a telegram: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:"."""
    return all(word.isupper() for word in text.split()[:3])


def _joined(parts: Sequence[Passage]) -> Passage:
    whole = EMPTY
    for part in parts:
        whole = whole.plus(part)
    return whole


def _frozen(head: _Head) -> Letterhead:
    return Letterhead(
        issuer=_joined(head.issuer),
        number=head.number,
        place_date=head.place_date,
        type_name=head.type_name,
        subject=_joined(head.subject),
        addressees=tuple(head.addressees),
        marks=tuple(head.marks),
    )
