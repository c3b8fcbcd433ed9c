"""Wrapped lines joined to paragraphs, each with its enumerator if it has one.

In: the lines of a body.  Out: `Paragraph` values in order.
Promise: "- Trưởng Ban Chỉ đạo" and "2025. Thường xuyên" at the start of a wrapped line stay inside their sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import regex

from models.outline import EMPTY, Passage, Piece
from pipeline.outline.inline import SHORTEST, count_on, part_glued, part_headed
from pipeline.outline.lines import LONG, UNWRAPPED_LENGTH, Layout, Line
from pipeline.outline.markers import Kind, Marker, misread_roman, read_marker
from pipeline.outline.patterns import OutlineRules
from pipeline.outline.sentences import CUT_SENTENCE, ends_sentence, goes_on, in_capitals

SHORT_SHARE = 0.7
"""A line shorter than this share of the width ended before the margin: its paragraph is over (or it is a heading)."""

_IN_SENTENCES = (Kind.PAREN_NUMBER, Kind.LOWER_ROMAN)
"""Enumerators that count inside a sentence too: "(iii)" that wrapping brought to the front of a line."""

SKIP = 3
"""A numbered item may follow one up to three numbers before it (numbers are skipped or lost in real documents)."""

_SYMBOL_BREAK = regex.compile(r"[\p{Lu}\d]-$")
"""A document symbol broken at its hyphen ("06/QĐ-" + "TTg") is joined without a space."""


CUT_WORDS = 2
"""Words: "8. Giám đốc" + "Sở, Thủ trưởng …" is one heading cut in two; one of more words, or "2. Vốn", stands for itself."""

FEW_ITEMS, ITEMS_END = 5, 0.7
"""From five items on, a document in which seven of ten end with a sign ends all its items so: one that does not was cut."""

FEWEST_AGAIN = 2
"""Words of a title that tell, where the next line repeats them, that it is a paragraph of its own."""

_ENUMERATED = regex.compile(
    r"[.;:/…)](?: ?(?:\d{1,2}(?:\.\d{1,2}\.?)?|[a-zđ]|[IVX]{1,5})[.)/-]| ?[-–+] )|\b(?:1|a|1\.1)[.)/] |Điều \d| [b-zđ]\) "
)
"""A sign behind which an item may begin, and an enumerator."""

_BODY_WORDS = frozenset("sở bộ ban phòng cục vụ viện đội tổ quỹ hội đoàn tâm án lý phần ty".split())
"""Words that a name goes on behind, with what is a verb elsewhere: "Ban" + "Tổ chức", "Trung tâm" + "Kiểm soát bệnh tật"."""

_INITIALS = frozenset(["UBND", "HĐND"])
_LEVELS = frozenset("tỉnh huyện xã phường quận".split())
_TRAILING = regex.compile(r"^.{20,}[.;]\s(?P<marker>(?:\d{1,2}|[IVX]{1,4})\.)$")
_RUN = regex.compile(r"\s\s|[^\S ]")
_EVEN = regex.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its enumerator (None without), its text behind it, the page-line it begins with."""

    marker: Marker | None
    passage: Passage
    first: Line

    @property
    def ends_open(self) -> bool:
        """Whether it ends with a colon: what follows belongs to it."""
        return self.passage.text.rstrip().endswith(":")


def join_lines(lines: Sequence[Line], layout: Layout, rules: OutlineRules) -> tuple[Paragraph, ...]:
    """Join the lines of a body to paragraphs."""
    lines = part_headed(part_glued(_part_trailing(lines)), rules)
    joiner = _Joiner(layout, rules, items_end=_items_end(lines))
    for line, after in zip_longest(lines, lines[1:]):
        joiner.add(line, after)
    return tuple(_part_joined(joiner.done()))


def _part_joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Part the lists that were glued into one paragraph before it was wrapped into lines."""
    standing: dict[Kind, int] = {}
    for paragraph in paragraphs:
        for part in _parts(paragraph, standing) if _may_hold_list(paragraph) else [paragraph]:
            standing = count_on(standing, part.marker)
            yield part


def _may_hold_list(paragraph: Paragraph) -> bool:
    """Whether a paragraph of several lines holds what looks like an enumerator: most do not, and need no closer look."""
    text = paragraph.passage.text
    return len(text) > max(len(paragraph.first.text), SHORTEST) and _ENUMERATED.search(text) is not None


def _parts(paragraph: Paragraph, standing: Mapping[Kind, int]) -> Iterator[Paragraph]:
    enumerator = paragraph.first.text[: paragraph.marker.end] if paragraph.marker else ""
    text = enumerator + paragraph.passage.text
    first, *others = part_glued([replace(paragraph.first, text=text, start=0, end=len(text))], standing)
    yield replace(paragraph, passage=paragraph.passage.slice(0, first.end - len(enumerator))) if others else paragraph
    for part in others:
        marker = read_marker(part.text)
        start = part.start + (marker.end if marker else 0)
        yield Paragraph(marker, paragraph.passage.slice(start - len(enumerator), part.end - len(enumerator)), part)


def _part_trailing(lines: Sequence[Line]) -> list[Line]:
    """Part "… khi mở cửa lại. 7." + "Công tác giám sát" where an enumerator hangs at the end of the line before its text."""
    out: list[Line] = []
    for line, after in zip_longest(lines, lines[1:]):
        match = _TRAILING.search(line.text) if after is not None else None
        if match and after and after.text[0].isupper() and read_marker(after.text) is None:
            cut = line.start + match.start("marker")
            out.append(replace(line, text=line.text[: match.start("marker")].rstrip(), end=cut - 1, page_end=False))
            out.append(replace(line, text=match.group("marker"), start=cut, gap=0, page_top=False))
        else:
            out.append(line)
    return out


def _items_end(lines: Sequence[Line]) -> bool:
    """Whether the bulleted items of a document end with a full stop or semicolon, as a rule."""
    items = [line for line in lines if (marker := read_marker(line.text)) and marker.bullet]
    return len(items) >= FEW_ITEMS and sum(ends_sentence(line.text) for line in items) >= ITEMS_END * len(items)


class _Joiner:
    def __init__(self, layout: Layout, rules: OutlineRules, *, items_end: bool) -> None:
        self.layout, self.rules, self.items_end = layout, rules, items_end
        self.found: list[Paragraph] = []
        self.previous: Line | None = None
        self.last_value: dict[Kind, int] = {}
        self.quotes, self.straight = 0, False  # how many quotations are open, and whether one in straight marks is

    def add(self, line: Line, after: Line | None) -> None:
        """Read a line; `after` is the next one."""
        marker = read_marker(line.text)
        if marker is None or (marker.kind is Kind.UPPER and Kind.UPPER not in self.last_value):
            marker = self._misread_roman(line) or marker
        if marker is not None and ((marker.inserted and (self.quotes or self.straight)) or not self._accepts(line, marker)):
            marker = None  # an article that is put in is quoted
        if marker is not None or self._opens(line, after):
            self._start(line, marker)
        else:
            self._extend(line)
        self.previous = line
        self.quotes = max(0, self.quotes + line.text.count("“") - line.text.count("”"))
        self.straight ^= bool(line.text.count('"') % 2)

    def _misread_roman(self, line: Line) -> Marker | None:
        """The next part of a paper, where OCR took its Roman number for other signs ("1H." behind "II.")."""
        last = self.last_value.get(Kind.ROMAN)
        return misread_roman(line.text, last + 1) if last is not None else None

    def done(self) -> list[Paragraph]:
        return [paragraph for paragraph in self.found if paragraph.passage.text or paragraph.marker]

    def _start(self, line: Line, marker: Marker | None) -> None:
        skip = marker.end if marker else 0
        if marker:
            self.last_value[marker.kind] = marker.value
            # Articles are numbered through a document, over its chapters.
            for kind in [k for k in self.last_value if k > marker.kind and k is not Kind.ARTICLE]:
                del self.last_value[kind]
        self.found.append(Paragraph(marker, _passage(line, skip), line))

    def _extend(self, line: Line) -> None:
        before = self.found[-1]
        glue = "" if _SYMBOL_BREAK.search(before.passage.text) and line.text[0].isalpha() and line.text[:2].strip() else " "
        self.found[-1] = Paragraph(before.marker, before.passage.plus(_passage(line, 0), glue), before.first)

    def _accepts(self, line: Line, marker: Marker) -> bool:
        """Whether an enumerator at the start of a line opens an item, or is the middle of a wrapped sentence."""
        before = self.previous
        if before is None or not self.layout.wrapped:
            return True
        rest = line.text[marker.end :]
        if marker.kind is Kind.ARTICLE and rest[:1].isupper() and not goes_on(before.text):
            return True  # "Điều 9. Sở Y tế", behind "Chương III", with other articles left out; "Điều 9 của Luật" is no marker
        ended = ends_sentence(before.text)
        indented = self.layout.indented(line)
        if marker.bullet:
            labelled = self.rules.match("label_line", rest) is not None and not goes_on(before.text)
            if ended or before.text.endswith((",", ")")) or (self.layout.parted and line.gap) or labelled:
                return True
            if indented is not None:
                return indented or not self.layout.full(before)
            if rest[:1].isupper() and (self._short(before) or self._names_bodies(before)):
                return True  # "1. Văn phòng Bộ" + "- Là đầu mối"
            # "… chính quyền số" + "- Tiếp tục hoàn thiện": a heading that happens to fill its line; not "đăng ký" + "- đăng kiểm".
            return not goes_on(before.text) and (
                not self.layout.full(before) or (rest[:1].isupper() and self.rules.opens_order(rest))
            )
        if rest and not (rest[0].isupper() or rest[0] in "\"“(['‘" or rest[0].isdigit()):
            small = marker.kind in (Kind.LETTER, Kind.PAREN_NUMBER, Kind.ORDINAL)
            return ended and (small or (marker.kind in (Kind.ROMAN, Kind.NUMBER) and self._next(marker)))
        return self._in_series(marker) if ended else self._next(marker) and not (goes_on(before.text) and self.layout.full(before))

    def _short(self, line: Line) -> bool:
        return line.reach < SHORT_SHARE * self.layout.width

    def _in_series(self, marker: Marker) -> bool:
        last = self.last_value.get(marker.kind)
        if last is None:
            return marker.value == 1 or marker.kind not in _IN_SENTENCES
        return marker.value <= last + SKIP

    def _next(self, marker: Marker) -> bool:
        last = self.last_value.get(marker.kind)
        following = last if marker.foreign else (last or 0) + 1
        return marker.value == following or (last is not None and marker.value == 1)

    def _opens(self, line: Line, after: Line | None) -> bool:
        """Whether a line without an enumerator opens a paragraph of its own."""
        before = self.previous
        if before is None:
            return True
        if self.found and self.found[-1].marker and not self.found[-1].passage.text:
            return False  # an enumerator alone on its line
        first = next((sign for sign in line.text if sign.isalnum()), "")
        if first.islower() or (line.text[0] in ",.;:)”%" and not self.layout.indented(line)):
            return False
        if self._opens_label(before, line) or self._behind_label(before, first):
            return True
        if self._below_bodies(before, line) or self._heads_work(before, line, after) or self._below_article(before, line):
            return True
        if self.layout.set_in(line) and first.isupper() and not goes_on(before.text):
            return True
        if not ends_sentence(before.text) and in_capitals(before.text, least=2) and in_capitals(line.text, least=2):
            return self._body_in_capitals(line)  # else a heading in capitals, cut in two
        if self._name_cut(before, line) and not self._heads_alone(before, line):
            return False
        if (
            self.layout.parted
            and not line.gap
            and not line.page_top
            and not (in_capitals(before.text) or before.text.endswith("|"))
        ):
            return False
        if not self.layout.wrapped:
            return not goes_on(before.text) and not self._broken(before, line)
        if in_capitals(before.text) != in_capitals(line.text) and not (goes_on(before.text) and self.layout.full(before)):
            return True
        # A full line may end a paragraph too; only the words that open a closing paragraph tell.
        closes = ends_sentence(before.text) and self.rules.match("closing", line.text) is not None
        return closes or self._after(before, line, first)

    def _body_in_capitals(self, line: Line) -> bool:
        """Whether a line in capitals names bodies below the title of a section: "III. TỔ CHỨC THỰC HIỆN" + "SỞ NỘI VỤ"."""
        if self.rules.match("section", self.found[-1].passage.text.strip()) is None:
            return False
        first, _, rest = line.text.partition(" ")
        first = first if first in _INITIALS else first.capitalize()
        return self.rules.match("body_heading", f"{first} {rest.lower()}") is not None

    def _below_bodies(self, before: Line, line: Line) -> bool:
        """Whether work begins below a heading that only names bodies, wide as it may be."""
        heading = self.found[-1].passage.text
        if not self.rules.opens_work(line.text) or not self._names_bodies(before):
            return False
        if heading.split()[-1].lower() not in _BODY_WORDS:
            return not goes_on(heading)
        # "… Sở Tài chính, Sở" + "Xây dựng", but "Thanh tra Sở" + "Tổ chức kiểm tra an toàn thực phẩm …".
        return self._short(before) and len(line.text) >= LONG

    def _below_article(self, before: Line, line: Line) -> bool:
        """Whether the only paragraph of an article begins below its title ("Điều 9. Văn phòng Bộ" + "Văn phòng Bộ theo dõi ..."),
        though the title ends like a name that the end of a line cut.
        """
        last = self.found[-1]
        if last.marker is None or last.marker.kind is not Kind.ARTICLE or last.first is not before or ends_sentence(before.text):
            return False
        if _told_again(last.passage.text, line.text):
            return True
        apart = self.layout.parted and line.gap > 0
        whole = apart or len(last.passage.text.split()) > CUT_WORDS
        set_off = apart or not self.layout.wrapped or self._short(before)
        return whole and set_off and len(line.text) >= LONG and not goes_on(before.text)

    def _names_bodies(self, before: Line) -> bool:
        """Whether the paragraph so far is a heading that only names bodies, on one line or on two of which the second is short."""
        last = self.found[-1]
        short = last.first is before or self._short(before)
        return short and self.rules.match("body_heading", last.passage.text) is not None

    def _heads_work(self, before: Line, line: Line, after: Line | None) -> bool:
        """Whether a short line between the end of a sentence and the beginning of another names the bodies whose work follows."""
        if after is None or not ends_sentence(before.text) or ends_sentence(line.text) or not self._short(line):
            return False
        marker = read_marker(after.text)
        works = self.rules.opens_work(after.text[marker.end :] if marker else after.text)
        return works and self.rules.match("body_heading", line.text) is not None

    def _opens_label(self, before: Line, line: Line) -> bool:
        """Whether a line opens with a label ("Phối hợp: Sở Y tế"), behind a line that does not go on or another such line."""
        if self.rules.match("label_line", line.text) is None:
            return False
        return not goes_on(before.text) or self.rules.match("label_line", before.text) is not None

    def _behind_label(self, before: Line, first: str) -> bool:
        """Whether a line stands behind a label whose time is told to its end ("Thời gian hoàn thành: tháng 8/2023")."""
        told = before.text.lstrip(" -+*•")
        return first.isupper() and told[-1:].isdigit() and self.rules.match("label_line", told) is not None

    def _name_cut(self, before: Line, line: Line) -> bool:
        """Whether a name was cut by the end of a line: "… các tỉnh, thành phố: Tuyên" + "Quang, Đồng Nai …"."""
        words = before.text.split()
        if ends_sentence(before.text) or len(words) < CUT_SENTENCE or self.rules.opens_order(line.text) or before.text.isupper():
            return False
        last = words[-1]
        return (last[0].isupper() and not last.isupper() and not last.endswith(")")) or last in _LEVELS

    def _heads_alone(self, before: Line, line: Line) -> bool:
        """Whether a numbered title that ends with a name stands on a line of its own, parted by a blank line from what is said
        below it ("IV. Về dự án Khu công nghiệp Nam Cấm").
        """
        last = self.found[-1]
        titled = last.first is before and last.marker is not None and not last.marker.bullet
        parted = line.gap > 0 and (self.layout.gaps_tell or self.layout.parted)
        return titled and parted and self._short(before) and not goes_on(before.text)

    def _broken(self, before: Line, line: Line) -> bool:
        """Whether a sentence was cut into lines by a tool that keeps paragraphs whole elsewhere."""
        if ends_sentence(before.text):
            return False
        last = self.found[-1]
        if last.marker is None:
            return False
        if last.marker.bullet:
            return self.items_end
        if in_capitals(before.text) != in_capitals(line.text) or self.rules.match("section", last.passage.text.strip()):
            return False  # "V. KINH PHÍ" and what is said of it
        short = len(last.passage.text.split()) <= CUT_WORDS
        return short and self.rules.match("cut_heading", last.passage.text) is not None and not self.rules.opens_order(line.text)

    def _after(self, before: Line, line: Line, first: str) -> bool:
        ended, full = ends_sentence(before.text), self.layout.full(before)
        if ended and len(before.text) > UNWRAPPED_LENGTH:
            return True  # no line of print: it was a whole paragraph
        indented = self.layout.indented(line)
        if indented is not None:
            if ended or (indented and not full and first.isupper() and before.text.endswith(",")):
                return indented or not full  # "... tại tỉnh Kiên Giang," + "Sở Y tế đề nghị ...", short and indented
            return not full and first.isupper() and not goes_on(before.text) and self._short(before)
        if not full:
            short = self._short(before) or (self.layout.parted and line.gap > 0)
            return (ended or (short and not goes_on(before.text))) and (first.isupper() or ended)
        parted = (line.gap > 0 and self.layout.gaps_tell) or self.layout.stops_early(before, line)
        return ended and parted and first.isupper()


def _told_again(title: str, text: str) -> bool:
    """Whether a text opens with the words that a title ends with: "Trách nhiệm của các sở" + "Các sở phối hợp"."""
    told, words = title.lower().split(), text.lower().split()
    return any(told[-count:] == words[:count] for count in range(FEWEST_AGAIN, min(len(told), len(words) - 1) + 1))


def _passage(line: Line, skip: int) -> Passage:
    """The text of a line with each run of white space as one space: patterns and readers want running text."""
    if not _RUN.search(line.text):
        return Passage(line.text[skip:], (Piece(0, line.start + skip, line.end),)) if line.text[skip:] else EMPTY
    passage = EMPTY
    for match in _EVEN.finditer(line.text, skip):
        at = line.start + match.start()
        passage = passage.plus(Passage(match.group(), (Piece(0, at, at + len(match.group())),)))
    return passage
