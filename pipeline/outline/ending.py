"""The end of a document: recipients (Nơi nhận), authority and title of the signer, name; then annexes.

In: the lines behind the letterhead.  Out: where the body ends, the recipients, the signature, where annexes begin.
Promise: both columns are read, side by side or one after the other; a body without these parts has no end but the last line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from models.outline import EMPTY, Passage, Piece, SignatureBlock
from pipeline.outline.lines import Line
from pipeline.outline.markers import Kind, read_marker
from pipeline.outline.patterns import OutlineRules
from pipeline.outline.segments import columns, is_border, stands_left
from pipeline.rules import in_time
from pipeline.rules.people import is_known_person, person

LOOK_BACK = 12
"""Lines before "Nơi nhận" in which the signature may stand, where the right column was read first."""

LONGEST = 120
"""Characters of a line that opens the list of recipients; a sentence that names the words is longer."""

_LISTED = regex.compile(r"Nơi\s+nhận\s*:\s*[-–]\s*\p{L}")
"""The whole list of recipients in one line, as a web page or a cell leaves it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """`body_end`, `annex` and `stop` are indexes of lines: the body is lines[:body_end], annexes are lines[annex:stop]; from `stop`
    on stand a form to be filled in, or another document of the same file.
    """

    body_end: int
    annex: int
    stop: int
    recipients: tuple[Passage, ...] = ()
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    another: Passage = EMPTY


FEWEST_PARTS, EARLY = 3, 0.4
"""So many articles or parts behind recipients are a document that goes on; in the first part of a text, its body."""
_LARGE = frozenset({Kind.CHAPTER, Kind.ROMAN, Kind.ARTICLE})
_OPENING = _LARGE | {Kind.PART, Kind.SECTION, Kind.UPPER, Kind.NUMBER}
FEWEST_TITLE, FEWEST_WORDS = 3, 40
"""Words of a title in capitals, and of what follows it, for a paper to go on behind its signature."""

_SIGN = regex.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s*[.,]?\s*\p{Lu}")
_FILED = regex.compile(r"\W{0,4}L\p{Ll}{1,2}\s*[:.]?\s*(?:VT|VP|HC|HS|Văn thư|Văn phòng)\b")
_POINTER = regex.compile(r"\W{0,4}Như\s+(?:trên|[Đđ]iều|kính gửi)\b")
_OWN_NUMBER = regex.compile(r"(?:Số|SỐ)\s*[:.]?\s*[\d….]*\s*/\s*(?P<symbol>\p{Lu}[\p{Lu}\d&-]+)")
_FORM = regex.compile(r"(?:MẪU|BIỂU MẪU|PHIẾU|DANH SÁCH|BÁO CÁO|ĐỀ CƯƠNG|THỐNG KÊ)\b(?!.*(?:NHIỆM VỤ|PHÂN CÔNG))")
"""Titles of what is to be filled in or only names people."""
_TABULAR = regex.compile(
    r"\W*(?:BẢNG|BIỂU|SƠ ĐỒ|LƯU ĐỒ|TIÊU CHÍ|TÌNH HÌNH|KẾT QUẢ|SỐ LIỆU|THUYẾT MINH|LỊCH|QUY TRÌNH NỘI BỘ|TỔNG HỢP|TỆP|FILE)\b"
)
"""Titles of tables and drawings: what stands in them are no paragraphs."""
WIDEST_CRUMBS = 4
"""Characters beside the title of a form, with the tab before or behind them: more are a column of a table."""
LONGEST_LIST = 30
"""Lines of a list of recipients with the signature beside it."""
SIGNED_IN = 6
"""Lines below a title in which the name stands, and below it what the paper carries."""
BESIDE, BELOW = 8, 20
"""Lines around a motto in which the number of its document stands, and below it the line "(Kèm theo Quyết định ...)"."""
CLOSED = regex.compile(r"\.?/\.(?:\s*\S{1,6}){0,3}\s*$")
"""The sign that ends the text of a paper, with the crumbs that OCR makes of what is signed beside it."""
_SEVERAL = regex.compile(r"(?<=[;.])\s+(?=[-–]\s)")
"""Where the next recipient begins in a line of several: "- Như Điều 3; - Lưu: VT."."""

_CARRYING = regex.compile(r"\s*\((?:[Bb]an hành )?(?:kèm|[Kk]èm) theo\b")
_CARRIED = frozenset({"CTr", "KH", "ĐA", "PA", "QC", "QyĐ", "HD", "DA"})
"""Types of papers that a decision carries behind its signature under a title of more words than the type."""


def find_ending(lines: Sequence[Line], rules: OutlineRules, *, number: str = "") -> Ending:
    """Find the end zone of the (first) document in `lines`; `number` is the document's own."""
    at = next((i for i in range(len(lines)) if _has_recipients(lines, i, rules) and not _too_early(lines, i, rules)), None)
    opened = at is None
    if at is None:
        at = _filed(lines)
    if at is None:
        opened, at = False, _signature_start(lines, rules)
        if at is None:
            return Ending(len(lines), len(lines), len(lines))
    start = at
    for i in range(max(0, at - LOOK_BACK), at):
        signs = any(rules.match("authority", part.text) for part in columns(lines[i]))
        if signs and not any(CLOSED.search(line.text) for line in lines[i:at]):
            start = i
            break
    behind = range(at + 1, len(lines))
    stop = next((i for i in behind if _another(lines, i, rules, number).text or _opens_form(lines[i])), len(lines))
    parts = [part for part in _parts_after(lines, at, rules) if part < stop]
    titled = next((i for i in range(at + 1, stop) if _opens_annex(lines[i], rules)), stop)
    annex = parts[0] if len(parts) >= FEWEST_PARTS else min(titled, _goes_on(lines, at, stop, rules))
    recipients, signature = _read(lines[start:annex], rules, opened=opened)
    while start and is_border(lines[start - 1]):
        start -= 1
    another = _another(lines, stop, rules, number) if stop < len(lines) else EMPTY
    return Ending(start, annex, stop, recipients, signature, another)


def _goes_on(lines: Sequence[Line], at: int, stop: int, rules: OutlineRules) -> int:
    """Where a paper goes on behind its end under a title that names no type, or none: the first line behind the filing copy and
    the signature that opens an item or stands in capitals, if enough follows, with articles or parts; else `stop`.
    """
    closed = False
    for i in range(at + 1, stop):
        text = lines[i].text
        parts = columns(lines[i])
        marker = read_marker(text)
        signs = any(rules.match("authority", part.text) or person(_unsigned(part, rules).text) for part in parts)
        filed = any(_FILED.match(part.text) for part in parts)
        if signs or filed or is_border(lines[i]) or any(rules.named("signed.mark", part.text) for part in parts):
            closed = closed or signs or filed
        elif closed and not (marker and marker.bullet):
            opens = (marker is not None and marker.kind in _OPENING) or (text.isupper() and len(text.split()) >= FEWEST_TITLE)
            enough = sum(len(line.text.split()) for line in lines[i:stop]) >= FEWEST_WORDS
            parts_follow = any(found is not None and found.kind in _LARGE for found in map(read_marker, _texts(lines[i:stop])))
            return i if opens and enough and parts_follow and not _TABULAR.match(text) else stop
    return stop


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def _filed(lines: Sequence[Line]) -> int | None:
    """Where the end zone begins of a paper whose words "Nơi nhận" were misread: behind the last "./." above "- Lưu: VT"."""
    for last in range(len(lines) - 1, -1, -1):
        if not any(_FILED.match(part.text) for part in columns(lines[last])):
            continue
        above = range(last - 1, max(-1, last - LONGEST_LIST), -1)
        closed = next((i for i in above if CLOSED.search(lines[i].text)), None)
        pointer = min((i for i in above if _POINTER.match(lines[i].text)), default=None)
        if closed is not None or pointer is not None:
            return closed + 1 if closed is not None else pointer
    return None


def _another(lines: Sequence[Line], at: int, rules: OutlineRules, number: str) -> Passage:
    """The number of another paper whose letterhead stands here: the motto, near it a number of another kind; an annex has none."""
    if not any(rules.named("head.motto", part.text) for part in columns(lines[at])):
        return EMPTY
    near = [part for line in lines[max(0, at - BESIDE) : at + BESIDE] for part in columns(line)]
    below = [part.text for line in lines[at : at + BELOW] for part in columns(line)]
    if any(rules.named("head.attached", text) for text in below):
        return EMPTY
    own = number.rpartition("/")[2].strip()
    numbers = ((part, _OWN_NUMBER.match(part.text)) for part in near)
    return next((part for part, match in numbers if match and match.group("symbol") != own), EMPTY)


def _opens_form(line: Line) -> bool:
    """Whether the title of a form stands here, alone or beside the crumbs that a seal leaves in the margin of a scan."""
    if not (line.page_top or line.gap > 0):
        return False
    title = max((part.text for part in columns(line)), key=len, default="")
    crumbs = len(line.text) - len(title)
    return title.isupper() and crumbs <= WIDEST_CRUMBS and _FORM.match(title) is not None


def _parts_after(lines: Sequence[Line], at: int, rules: OutlineRules) -> list[int]:
    """The lines behind an ending that open an article, a chapter or a part, up to the title of an annex."""
    found = []
    for i in range(at + 1, len(lines)):
        if _opens_annex(lines[i], rules):
            break
        marker = read_marker(lines[i].text)
        if marker is not None and marker.kind in _LARGE:
            found.append(i)
    return found


def _too_early(lines: Sequence[Line], at: int, rules: OutlineRules) -> bool:
    """Whether recipients stand before the body, as in the table of facts of a portal: articles or parts follow."""
    return at < EARLY * len(lines) and len(_parts_after(lines, at, rules)) >= FEWEST_PARTS


def _has_recipients(lines: Sequence[Line], at: int, rules: OutlineRules) -> bool:
    named = [part for part in columns(lines[at]) if rules.named("end.recipients", part.text)]
    if named and (len(lines[at].text.rstrip("| ")) < LONGEST or _LISTED.match(named[0].text)):
        return True
    follows = lines[at + 1].text if at + 1 < len(lines) else ""
    return lines[at].text == "Nơi" and rules.named("end.recipients", f"Nơi {follows}") is not None


def _signature_start(lines: Sequence[Line], rules: OutlineRules) -> int | None:
    """Without recipients: an authority line with a name in it or below it; in the last third, or with the sign KT., TM. ...,
    or between the end of the text and the title of what the paper carries.
    """
    for i in range(len(lines) - 1, -1, -1):
        parts = [each for part in columns(lines[i]) for each in _taken_apart(part, rules)]
        if not any(rules.match("authority", part.text) for part in parts):
            continue
        signs = any(_SIGN.match(part.text) for part in parts)
        if i < len(lines) * 2 // 3 and not signs and not _closed_by_name(lines, i, rules):
            continue
        below = [part for line in lines[i + 1 : i + 6] for part in columns(line)]
        if any(person(_unsigned(part, rules).text) for part in (*parts, *below)):
            while i and rules.match("authority", lines[i - 1].text):
                i -= 1
            return i
    return None


def _closed_by_name(lines: Sequence[Line], at: int, rules: OutlineRules) -> bool:
    """Whether a title that stands alone ("GIÁM ĐỐC") signs: a name alone below it, then an annex or, behind "./.", a title."""
    below = [line for line in lines[at + 1 : at + 1 + SIGNED_IN] if not is_border(line)]
    named = next((place for place, line in enumerate(below) if person(_unsigned(_whole(line), rules).text)), None)
    if named is None or any(_unsigned(_whole(line), rules).text and not line.text.isupper() for line in below[:named]):
        return False
    follows = below[named + 1] if named + 1 < len(below) else None
    if follows is None or _opens_annex(follows, rules):
        return follows is not None
    above = next((line.text for line in reversed(lines[:at]) if not rules.match("authority", line.text)), "")
    return CLOSED.search(above) is not None and follows.text.isupper()


def _whole(line: Line) -> Passage:
    return Passage(line.text, (Piece(0, line.start, line.end),))


def _opens_annex(line: Line, rules: OutlineRules) -> bool:
    text = line.text
    if rules.match("annex", text) or rules.named("head.attached", text):
        return True
    carried = _CARRYING.search(text)
    bare = text[: carried.start()] if carried else text.rstrip(" :")
    if not bare.isupper():
        return False
    words = bare.split()
    opened = (" ".join(words[:count]) for count in range(1, min(4, len(words))))
    return bare in rules.type_names or any(rules.type_names.get(name) in _CARRIED for name in opened)


def _read(lines: Sequence[Line], rules: OutlineRules, *, opened: bool) -> tuple[tuple[Passage, ...], SignatureBlock]:
    end = _End(open_list=opened)
    for at, line in enumerate(lines):
        parts = columns(line)
        if line.text == "Nơi" and _has_recipients(lines, at, rules):
            continue  # "Nơi / nhận:" in a narrow cell: the next line opens the list
        for part in parts:
            left = end.open_list and stands_left(line, part)
            words = f"Nơi {part.text}" if at and lines[at - 1].text == "Nơi" else part.text
            if opener := rules.named("end.recipients", words):
                end.open_list = True
                behind = opener.end() - len(words) + len(part.text)
                part = part.slice(part.text.index(":") + 1 if ":" in part.text else behind, len(part.text)).stripped()
            part = _undusted(part, rules)
            for piece in _taken_apart(part, rules) if part.text else ():
                _put(end, piece, rules, left=left)
    return tuple(part.stripped(" ;.,") for part in end.recipients), SignatureBlock(tuple(end.titles), end.name)


_DUST = regex.compile(r"[^\w\s(\[*+–—-]{1,3}\s*(?=\p{Lu}{2})")
_SPECKS_BEHIND = regex.compile(r"(?<=\p{Lu}{2})\s+[^\w\s)\]…-]{1,2}$")


def _undusted(part: Passage, rules: OutlineRules) -> Passage:
    """The part without specks around the authority of the signer: "; KT. BỘ TRƯỞNG", "PHÓ CHỦ TỊCH '"."""
    if specks := _SPECKS_BEHIND.search(part.text):
        part = part.slice(0, specks.start())
    dust = _DUST.match(part.text)
    if dust is None or rules.match("authority", part.text[dust.end() :]) is None:
        return part
    return part.slice(dust.end(), len(part.text))


@dataclass(slots=True)
class _End:
    recipients: list[Passage] = field(default_factory=list)
    titles: list[Passage] = field(default_factory=list)
    name: Passage = EMPTY
    open_list: bool = False
    bullets: bool = False

    def add(self, part: Passage, *, bullet: bool) -> None:
        """One more recipient; behind "Lưu: ...", and without a bullet behind others with one, stands something else."""
        filed = bool(self.recipients) and self.recipients[-1].text.startswith("Lưu")
        if not filed and (bullet or not self.bullets):
            self.recipients.append(part)
            self.bullets = bullet


def _put(end: _End, part: Passage, rules: OutlineRules, *, left: bool) -> None:
    """Put one piece of the end zone where it belongs; `left`: it stands beside something in a column to its right."""
    bare = _unsigned(part, rules)
    if not bare.text:
        return
    marker = read_marker(part.text)
    if end.name is EMPTY and (rules.match("authority", part.text) or (_more_title(part, end) and not left)):
        end.titles.append(part)
    elif end.open_list and marker and marker.bullet:
        end.add(part.slice(marker.end, len(part.text)), bullet=True)
    elif end.name is EMPTY and not left and (person(bare.text) if end.titles else end.open_list and is_known_person(bare.text)):
        end.name = bare  # without a title: a seal may hide it
    elif end.open_list and part.text.endswith((";", ".")) and (not end.recipients or end.recipients[-1].text.endswith((";", "."))):
        end.add(part, bullet=left and end.bullets)
    elif end.open_list and end.recipients and (left or not end.titles) and not end.recipients[-1].text.endswith("."):
        end.recipients[-1] = end.recipients[-1].plus(part)


def _more_title(part: Passage, end: _End) -> bool:
    return bool(end.titles) and end.name is EMPTY and part.text.isupper() and not read_marker(part.text) and not _is_name(part.text)


def _is_name(text: str) -> bool:
    """A name in capitals below the titles: no word of it names an office."""
    return text.isupper() and person(text) is not None and not _TITLE_WORD.search(text)


_TITLE_WORD = regex.compile(r"\b(?:TRƯỞNG|PHÓ|CHỦ|NHIỆM|CHÁNH|BÍ THƯ|THỦ TƯỚNG|DÂN|PHỦ|ĐẢNG|BAN|PHÒNG|QUYỀN|KT|TL|TM|HỘI|QUỐC)\b")


def _unsigned(part: Passage, rules: OutlineRules) -> Passage:
    """The part without "(Đã ký)" before it or in its place."""
    match = rules.named("signed.mark", part.text)
    return part.slice(match.end(), len(part.text)).stripped() if match else part


def _taken_apart(part: Passage, rules: OutlineRules) -> list[Passage]:
    """A recipient and what stood beside it; several titles; titles and name: each for itself."""
    whole = rules.match("authority", part.text) or person(part.text)
    if not whole and (glued := _signed_in_one_line(part.text, rules)):
        return [*_titles(part.slice(*glued.span("titles")), rules), part.slice(*glued.span("rest"))]
    match = None if whole else rules.named("beside.item", part.text)
    if match is not None and _stands_beside(part.text[match.end() :], rules):
        left, right = part.slice(0, match.start() + 1), part.slice(match.end(), len(part.text))
        return [*_taken_apart(left, rules), *_taken_apart(right, rules)]
    if (listed := _SEVERAL.split(part.text)) and len(listed) > 1 and listed[0].startswith(("-", "–")):
        return _cut(part, _SEVERAL)
    return _titles(part, rules) if rules.match("authority", part.text) else [part]


def _stands_beside(text: str, rules: OutlineRules) -> bool:
    tests = (rules.match("authority", text), rules.named("signed.mark", text), person(text), _signed_in_one_line(text, rules))
    return any(test is not None for test in tests)


def _signed_in_one_line(text: str, rules: OutlineRules) -> regex.Match[str] | None:
    """Titles and name behind each other: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Trần Hữu Bách"."""
    glued = rules.named("signature.name_beside", text)
    return glued if glued and rules.match("authority", glued.group("titles")) else None


def _titles(part: Passage, rules: OutlineRules) -> list[Passage]:
    return [each for rule in rules.groups["next_title"] for each in _cut(part, rule.pattern)]


def _cut(part: Passage, where: regex.Pattern[str]) -> list[Passage]:
    cuts = [0, *(match.end() for match in in_time.every(where, part.text)), len(part.text)]
    return [part.slice(start, end).stripped() for start, end in pairwise(cuts)]
