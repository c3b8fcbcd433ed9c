"""The letterhead: issuer, number, place and date, type and subject, addressees (NĐ 30/2020/NĐ-CP, Điều 8).

In: the first lines of a document.  Out: `Letterhead` and the index of the first line of the body.
Promise: both columns are read, side by side (parted by tabs or bars) or one after the other; what is blank stays blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from models.outline import EMPTY, Letterhead, Passage
from pipeline.outline.lines import Layout, Line
from pipeline.outline.markers import read_marker
from pipeline.outline.patterns import OutlineRules
from pipeline.outline.portal import read_portal
from pipeline.outline.segments import Segment, columns, is_border, segments
from pipeline.outline.titles import line_of_the_act, read_title, type_in_capitals
from pipeline.rules.folding import fold

SEARCHED = 60
"""Lines from the top in which a letterhead is looked for: the longest seen (two columns, a list of addressees) takes 40."""

SHORT = 70
"""Characters: a line of a column or of a centred title is shorter; a body line is not."""

LONG_PARAGRAPH = 200
"""Characters: a title longer than this is not met; an unwrapped line of this length is the first paragraph of the body."""

LONGEST_TITLE = 500
"""Characters: a title in capitals that was not wrapped (the names of all laws of a session) is shorter."""

SHORT_TITLE = 4
"""Words of a title in capitals that may only be its beginning."""

AHEAD = 12
"""Lines below a stamp or a note in which the letterhead must go on."""


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
    cell: int = -1


def split_letterhead(lines: Sequence[Line], layout: Layout, rules: OutlineRules) -> tuple[Letterhead, int]:
    """Read the letterhead and say where the body begins (0 where there is no letterhead)."""
    portal = read_portal(lines, rules)
    facts = tuple(portal.facts.items())
    paper = lines[portal.end :]
    parts = segments(paper[:SEARCHED], rules)
    title = read_title(paper[0], rules) if paper and not any(_kind(part.text, rules) in _LETTERHEAD for part in parts) else None
    if title is not None:
        head = _Head(type_name=title[0], subject=[title[1]])
        addressed = _take_addressees(head, parts[1:], paper, layout, rules)
        return _frozen(head, facts), portal.end + 1 + addressed
    if not any(_kind(part.text, rules) in _SURE for part in parts):
        return Letterhead(portal=facts), portal.end
    head = _Head()
    last = -1
    for part in parts:
        if not _take(head, part, paper[part.index], paper[part.index + 1 : part.index + 1 + AHEAD], layout, rules):
            break
        last = part.index
    while last + 1 < len(paper) and is_border(paper[last + 1]):
        last += 1
    return _frozen(head, facts), portal.end + last + 1


def _take_addressees(head: _Head, parts: Sequence[Segment], paper: Sequence[Line], layout: Layout, rules: OutlineRules) -> int:
    """Take the addressees below a title alone into `head`; how many lines they are."""
    if not parts or _kind(parts[0].text, rules) != "addressees":
        return 0
    last = 0
    for part in parts:
        if _kind(part.text, rules) not in (None, "addressees"):
            break
        if not _take(head, part, paper[part.index], paper[part.index + 1 : part.index + 1 + AHEAD], layout, rules):
            break
        last = part.index
    return last


_LETTERHEAD = frozenset({"motto", "party", "number", "type", "place_date"})
_SURE = _LETTERHEAD - {"place_date"} | {"addressees", "about"}


_OF_UNION = regex.compile(r"\b(?:ĐOÀN|BAN CHẤP HÀNH|BCH)\b")
_ABOVE_BODY = frozenset({"top", "motto", "party", "number", "about"})
_UPPER = frozenset({"top", "motto", "party"})
"""States in which the number is still to come."""


def _kind(text: str, rules: OutlineRules) -> str | None:
    bare = text.rstrip(" :")
    marked = rules.named("type.marked", bare)
    if bare.isupper() and (marked["type"] if marked else bare).upper() in rules.type_names:
        return "type"
    if rules.match("mark", text):
        return "mark"
    rule = rules.match("head", text)
    return rule.id.removeprefix("head.") if rule else None


def _take(head: _Head, segment: Segment, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules) -> bool:
    """Put one segment where it belongs; False where the body begins."""
    part, new_cell = segment.passage, segment.cell != head.cell
    head.cell = segment.cell
    kind = _kind(part.text, rules)
    if kind == "place_date" and head.place_date is not EMPTY:
        kind = None
    if kind == "number" and head.state == "about" and head.number is not EMPTY and part.text[0].islower():
        kind = None  # "V/v triển khai Quyết định / số 39/QĐ-BYT": the subject goes on
    if kind == "type" and head.type_name is not EMPTY:
        return False
    if kind == "about" and head.subject and head.addressees:
        return False  # "Về việc xin hỗ trợ kinh phí, UBND tỉnh có ý kiến như sau:" below the addressees opens the body
    if kind is None and _beside_issuer(head, segment, rules):
        return True
    if kind is None and head.number is EMPTY and head.state in _UPPER and rules.match("symbol", part.text):
        kind = "number"  # its word "Số:" was lost
    if kind == "about" or (kind is None and head.state == "about"):
        part = _without_date(head, part, rules)
    if kind is not None:
        _open(head, kind, part, rules)
        return True
    if head.state == "number" and head.type_name is EMPTY and (match := rules.named("head.about_short", part.text)):
        head.subject.append(part.slice(match.end(), len(part.text)))
        head.state = "about"
        return True
    if head.type_name is EMPTY and head.number is not EMPTY and (titled := type_in_capitals(part, rules)):
        head.type_name, head.state = titled[0], "type"
        head.subject = [] if rules.match("type_tail", titled[1].text) and _title_follows(ahead, rules) else [titled[1]]
        return True
    if head.state == "about":
        return _more_about(head, part, line, ahead, layout, rules, new_cell=new_cell)
    if head.type_name is not EMPTY and part.text.lower().endswith(("điện:", "điện :")):
        head.state = "addressees"  # a telegram (công điện) names its receivers behind the authority line
        return True
    if head.state == "type":
        return _more_title(head, part, line, ahead, layout, rules)
    if head.state == "authority":
        return part.text.isupper() and not read_marker(part.text)
    if head.state == "addressees":
        return _more_addressees(head, part, line, ahead, layout, rules)
    return _more_top(head, part, ahead, rules)


def _without_date(head: _Head, part: Passage, rules: OutlineRules) -> Passage:
    """A line of the subject without the place and date that stood beside it: "V/v phòng, chống dịch    Hà Nội, ngày ...".

    A place that the words before it call one ("tại Hà Nội, ngày ...") belongs to the subject, but for two words behind two of its
    own ("tỉnh Lào Cai Hà Nội, ngày ...").
    """
    match = rules.named("seam.place_date", part.text) if head.place_date is EMPTY else None
    if match is None or match.start() == 0 or match.end() < len(part.text.rstrip(" ./")):
        return part
    at, before = match.start(), part.text[: match.start()]
    places = list(_PLACE_WORD.finditer(part.text, at, at + match.group().index(",")))
    if _OF_PLACE.search(before) and not before.endswith("  "):
        if len(places) < 2 * _WORDS_OF_PLACE:
            return part
        at = places[-_WORDS_OF_PLACE].start()
    rest = part.slice(0, at).stripped()
    if rules.match("head", part.text[at:]) is None or not any(sign.isalnum() for sign in rest.text):
        return part
    head.place_date = part.slice(at, len(part.text))
    return rest


_WORD = regex.compile(r"\p{L}{2}")
"""What a name has and the rule below it has not, when OCR read a speck beside it ("T————")."""
_PLACE_WORD = regex.compile(r"\S+")
_WORDS_OF_PLACE = 2
_OF_PLACE = regex.compile(r"\b(?:tại|ở|từ|của|và|tỉnh|phố|huyện|quận|thị xã|xã|phường|trấn|địa bàn|ngày)\s*$", regex.IGNORECASE)


def _beside_issuer(head: _Head, segment: Segment, rules: OutlineRules) -> bool:
    """Whether the line is what the Youth Union prints where others have the motto, and not the issuer itself."""
    printed = head.number is not EMPTY or segment.column > 0 or any(_OF_UNION.search(part.text) for part in head.issuer)
    return printed and head.state in _ABOVE_BODY and rules.match("union", segment.text) is not None


def _open(head: _Head, kind: str, part: Passage, rules: OutlineRules) -> None:
    if kind == "number":
        if head.number is EMPTY or head.type_name is EMPTY:
            head.number = part
    elif kind == "place_date":
        head.place_date = part
        return  # the date stands in the right column: what follows may still belong to the left one
    elif kind == "mark":
        head.marks.append(part)
        return
    elif kind == "type":
        marked = rules.named("type.marked", part.text)  # "CÔNG ĐIỆN KHẨN": the mark is no subject
        head.type_name = part.slice(*marked.span("type")) if marked else part
        head.marks += [part.slice(*marked.span("mark"))] if marked else []
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


def _more_about(
    head: _Head, part: Passage, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules, *, new_cell: bool
) -> bool:
    text = part.text
    if new_cell:
        return any(_kind(piece.text, rules) for next_line in ahead for piece in columns(next_line))
    if len(text) > SHORT or read_marker(text) or (layout.wrapped and layout.full(line) and text == line.text.strip()):
        return False
    if rules.match("opener", text) and line.gap and not _expects_more(head.subject[-1].text, text):
        return any(_kind(next_line.text, rules) for next_line in ahead)
    head.subject.append(part)
    return True


def _more_title(head: _Head, part: Passage, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules) -> bool:
    text = part.text
    marker = read_marker(text)
    if not head.subject and (act := line_of_the_act(part, rules)):
        head.issuer = head.issuer or ([act[0]] if act[0].text else [])
        head.number, head.place_date = (
            new if new.text else old for new, old in zip(act[1:], (head.number, head.place_date), strict=True)
        )
        return True
    open_end = bool(head.subject) and _expects_more(head.subject[-1].text, text)
    if rules.match("invites", text) or (not head.subject and _opens_invitation(head, text, rules)):
        return False
    if marker and (not marker.bullet or rules.match("opener", text[marker.end :])):
        return False  # an item; the Party lists its grounds with dashes: "- Căn cứ Điều lệ Đảng;"
    if len(text) > _longest_title(text, head) or (head.subject and line.gap and text.endswith(":")):
        return False  # "Chủ tịch UBND tỉnh chỉ thị:" opens the body
    if not open_end and (rules.match("authority", text) or _is_issuer(text, head)):
        if not head.issuer and head.number is EMPTY:
            head.issuer.append(part)  # a paper without a letterhead: who decides is who issues
        head.state = "authority"
        return True
    begun = len(head.subject) == 1 and _only_begins(head.subject[0].text) and _title_follows((line, *ahead), rules)
    if head.subject and not open_end and not begun and not text[0].islower():
        before = head.subject[-1].text
        centred = layout.indented(line) and not layout.full(line)
        if _capitals(before) != _capitals(text) or (not text.isupper() and rules.match("opener", text)):
            return False
        if (line.gap >= 2 and layout.gaps_tell) or _opens_body(text, rules) or _first_of_paragraph(line, layout):
            return False
        if not layout.wrapped and len(text) > SHORT and not centred:
            return False
    head.subject.append(part)
    return True


def _opens_invitation(head: _Head, text: str, rules: OutlineRules) -> bool:
    """Whether an invitation without a title begins with a sentence: "Thực hiện Kế hoạch số 12, UBND tỉnh tổ chức Hội nghị."."""
    return head.type_name.text.upper().startswith("GIẤY MỜI") and text.endswith(".") and rules.match("opener", text) is not None


def _only_begins(text: str) -> bool:
    """Whether a few capitals behind the type only begin the title: "KẾ HOẠCH TRUYỀN THÔNG / Về phòng, chống sốt xuất huyết"."""
    return text.isupper() and len(text.split()) <= SHORT_TITLE


def _title_follows(below: Sequence[Line], rules: OutlineRules) -> bool:
    """Whether a line that is no item, and the lines it goes on in, are no sentence: a title has no mark at its end."""
    if not below or read_marker(below[0].text) or below[0].text.isupper() or _kind(below[0].text, rules) not in (None, "about"):
        return False
    last = below[0].text
    for line in below[1:]:
        if line.gap or read_marker(line.text) or is_border(line) or (line.text[0].isupper() and rules.match("opener", line.text)):
            break
        last = line.text
    return last[-1].isalnum() or last[-1] in '”")'


def _opens_body(text: str, rules: OutlineRules) -> bool:
    """Whether a line below a title is no part of it: "... kết luận như sau:", "Đề nghị Sở Y tế báo cáo.", "Nơi nhận:"."""
    sentence = text.endswith((".", ";")) and rules.opens_order(text)
    return sentence or text.endswith("sau:") or rules.match("end", text) is not None


def _first_of_paragraph(line: Line, layout: Layout) -> bool:
    """Whether a line below a blank one runs the whole width: lines of a title are centred and shorter."""
    return line.gap > 0 and layout.wrapped and len(line.text) > SHORT and layout.full(line) and not _capitals(line.text)


def _longest_title(text: str, head: _Head) -> int:
    """A title in capitals, or the first line below the type that does not end like a sentence, may be longer than others."""
    return LONGEST_TITLE if text.isupper() or not (head.subject or text.endswith((".", ";", ":"))) else LONG_PARAGRAPH


def _more_addressees(head: _Head, part: Passage, line: Line, ahead: Sequence[Line], layout: Layout, rules: OutlineRules) -> bool:
    marker = read_marker(part.text)
    if marker and marker.bullet:
        head.addressees.append(part.slice(marker.end, len(part.text)))
        return True
    done = bool(head.addressees) and head.addressees[-1].text.endswith(".")
    waited = not head.addressees or head.addressees[-1].text.endswith((";", ","))
    opens = rules.match("opener", part.text) and not (waited and rules.match("addressee", part.text))
    if done or marker or opens or len(part.text) > LONG_PARAGRAPH:
        return False
    if not head.addressees:
        head.addressees.append(part)
        return True
    before = head.addressees[-1].text
    if before.endswith((";", ",")) and part.text[0].isupper() and before.endswith(";"):
        head.addressees.append(part)
        return True
    below = ahead[0] if ahead else None
    tail = part.text.endswith(".") or below is None or is_border(below) or rules.match("opener", below.text) is not None
    wrapped = layout.wrapped and line.gap == 0 and len(part.text) <= SHORT and tail and before[-1].isalnum()
    if part.text[0].islower() or before.endswith(",") or wrapped:
        head.addressees[-1] = head.addressees[-1].plus(part)
        return True
    return False


def _more_top(head: _Head, part: Passage, ahead: Sequence[Line], rules: OutlineRules) -> bool:
    text = part.text
    if text.isupper() and len(text) <= SHORT:
        if head.number is EMPTY and head.type_name is EMPTY and _WORD.search(text):
            head.issuer.append(part)
        return True
    # A line that is none of the known parts (a stamp, a note): go on only where the letterhead goes on below it.
    return any(_kind(piece.text, rules) for line in ahead for piece in columns(line))


def _expects_more(text: str, follows: str) -> bool:
    """Whether a line of a title is broken off before `follows`."""
    last = text.split()[-1].lower()
    return text.endswith((",", "-", "–", ":")) or last in _OPEN_WORDS or (last == "số" and follows[0].isdigit())


_OPEN_WORDS = frozenset({"của", "và", "với", "về", "tại", "các"})


def _capitals(text: str) -> bool:
    """Whether a line is set in capitals, but for symbols such as "QĐ-TTg" in it."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) >= 0.7 * len(letters)


_WITHOUT_PLACE = 5
"""Words of an issuer without its place: "ỦY BAN NHÂN DÂN TỈNH"."""


def _is_issuer(text: str, head: _Head) -> bool:
    """The issuer once more below the title: the authority line of a decision, which may leave out the place."""
    issuer, written = fold(_joined(head.issuer).text).split(), fold(text).split()
    return text.isupper() and len(written) >= min(_WITHOUT_PLACE, len(issuer)) and issuer[: len(written)] == written


def _joined(parts: Sequence[Passage]) -> Passage:
    whole = EMPTY
    for part in parts:
        whole = whole.plus(part)
    return whole


def _frozen(head: _Head, facts: tuple[tuple[str, Passage], ...]) -> Letterhead:
    return Letterhead(
        issuer=_joined(head.issuer),
        number=head.number,
        place_date=head.place_date,
        type_name=head.type_name,
        subject=_joined(head.subject),
        addressees=tuple(head.addressees),
        marks=tuple(head.marks),
        portal=facts,
    )
