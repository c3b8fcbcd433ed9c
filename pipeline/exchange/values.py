"""What a person typed into a cell, as values of a task.

In: cells, and the agencies and deadlines that the task had.  Out: names, deadlines, states; `Unclear` with the reason otherwise.
Promise: what the person left as it was keeps all that is known of it; what cannot be read is refused with an example, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.directive import Bound, Capacity, Role
from models.register import AgencyChange, AgencyView, DeadlineChange, DeadlineView, TaskStatus
from pipeline.exchange.workbook import Trouble
from pipeline.export.keys import as_day, day_of_number
from pipeline.export.lines import clean
from pipeline.export.words import INFERRED, STATUS, WORKS_ALONG, Pair
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold

__all__ = ["Home", "Unclear", "agencies", "deadlines", "one_line", "status_of", "text_lines", "written_day"]

_YEARS = range(1945, 2100)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])(?::|h|g|giờ)\s?([0-5]\d)?(?::00)?\b", re.IGNORECASE)
_LONGEST = 500
"""Characters of a deadline: the longest of the real documents has 180. The patterns meet no longer text."""
_MOST = 40


class Unclear(Exception):
    """A cell that cannot be taken over; `reason` in both languages, ending with the next step."""

    def __init__(self, vi: str, en: str) -> None:
        self.reason: Pair = (vi, en)
        super().__init__(vi)


@dataclass(frozen=True, slots=True)
class Home:
    """What names and days of a document are read against: its day and its place."""

    issued: date | None = None
    place: str | None = None


def text_lines(cell: object) -> list[str]:
    """The lines of a cell, NFC, with single blanks; empty ones left out."""
    if cell is None:
        return []
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return [f"{day.day}/{day.month}/{day.year}"]
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return [line for part in clean(str(cell)).split("\n") if (line := " ".join(part.split()))]


def one_line(cell: object) -> str:
    """A cell as one line."""
    return " ".join(text_lines(cell))


def agencies(cell: object, role: Role, base: Sequence[AgencyView], home: Home) -> tuple[AgencyChange, ...]:
    """The bodies of a cell, parted by semicolons or lines; those that the task had in this role stay what they were."""
    names = [name for line in text_lines(cell) for part in line.split(";") if (name := part.strip(" ,."))]
    if len(names) > _MOST:
        raise Unclear(
            "quá nhiều cơ quan trong một ô; hãy kiểm tra lại ô này", "too many agencies in one cell; look at this cell again"
        )
    known = {fold(agency.name): agency for agency in base if agency.role is role}
    return tuple(dict.fromkeys(_agency(name, role, known, home) for name in names))


def _agency(written: str, role: Role, known: dict[str, AgencyView], home: Home) -> AgencyChange:
    name, along = written, False
    for mark in INFERRED:
        name = name.replace(mark, "").strip()
    for mark in WORKS_ALONG:
        along = along or mark in name
        name = name.replace(mark, "").strip()
    capacity = (Capacity.PHOI_HOP if along else Capacity.CHU_TRI) if role is Role.LEAD else None
    old = known.get(fold(name))
    if old is None:
        found = load_directory().resolve(name, on=home.issued, place=home.place)
        return AgencyChange(
            role=role,
            name=name,
            capacity=capacity,
            canonical=found.canonical if found else None,
            agency_id=found.agency_id if found else None,
        )
    if role is Role.LEAD and along != (old.capacity is Capacity.PHOI_HOP):
        return _same(old, capacity=capacity)
    return _same(old, capacity=old.capacity)


def _same(old: AgencyView, *, capacity: Capacity | None) -> AgencyChange:
    return AgencyChange(
        role=old.role, name=old.name, capacity=capacity, canonical=old.canonical, agency_id=old.agency_id, inherited=old.inherited
    )


def status_of(cell: object) -> TaskStatus:
    """The state that a cell names, in either language, accents or not."""
    said = fold(one_line(cell), punctuation=False)
    for status, pair in STATUS.items():
        if said and (said in {fold(name, punctuation=False) for name in pair} or _bare(said) in map(_bare, pair)):
            return status
    raise Unclear(
        f"không có trạng thái “{one_line(cell)}”; viết một trong: Mới, Đã xác nhận, Đã loại",
        f"there is no status “{one_line(cell)}”; write one of: New, Confirmed, Rejected",
    )


def _bare(text: str) -> str:
    from pipeline.rules.folding import fold_search

    return fold_search(text)


def written_day(cell: object) -> tuple[date, str | None] | None:
    """The day of a cell, with the hour where one stands there; None where the cell holds no single day."""
    if isinstance(cell, datetime):
        moment = cell + timedelta(seconds=30)  # 17:00 as a fraction of a day falls a little short
        return _plausible(moment.date(), cell), f"{moment:%H:%M}" if (moment.hour, moment.minute) != (0, 0) else None
    if isinstance(cell, date):
        return _plausible(cell, cell), None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        day = day_of_number(cell)
        if day is None:
            raise _no_day(str(cell))
        minutes = round((float(cell) % 1) * 24 * 60)
        return _plausible(day, cell), f"{minutes // 60 % 24:02}:{minutes % 60:02}" if minutes else None
    return _typed_day(one_line(cell))


def _typed_day(text: str) -> tuple[date, str | None] | None:
    clock = _CLOCK.search(text)
    rest = (text[: clock.start()] + text[clock.end() :] if clock else text).strip(" ,;.")
    rest = rest.removeprefix("ngày ").removeprefix("Ngày ")
    day = as_day(rest)
    if day is None:
        if re.fullmatch(r"[\d/.\- ]+", rest):
            raise _no_day(text)
        return None
    return _plausible(day, text), f"{int(clock[1]):02}:{clock[2] or '00'}" if clock else None


def _plausible(day: date, cell: object) -> date:
    if day.year not in _YEARS:
        raise _no_day(f"{day:%d/%m/%Y}" if isinstance(cell, int | float | date) else str(cell))
    return day


def _no_day(text: str) -> Unclear:
    return Unclear(
        f"không đọc được ngày “{text[:60]}”; viết ngày/tháng/năm, ví dụ 30/6/2025",
        f"“{text[:60]}” is not a day; write day/month/year, for example 30/6/2025",
    )


def deadlines(
    words: object, value: object, base: Sequence[DeadlineView], home: Home, *, words_edited: bool, value_edited: bool
) -> tuple[DeadlineChange, ...]:
    """The deadlines of a row: `words` as written (one a line), `value` the day or rhythm; an edited value decides."""
    lines = text_lines(words) if words_edited else [clean(deadline.text) for deadline in base]
    found = [_read(line, base, home) for line in lines]
    if len(found) == len(base) == 1 and not (found[0].due or found[0].rrule):
        found = [_reworded(base[0], found[0].text)]
    return _valued(found, value, home) if value_edited else tuple(found)


def _read(line: str, base: Sequence[DeadlineView], home: Home) -> DeadlineChange:
    old = next((deadline for deadline in base if " ".join(clean(deadline.text).split()) == " ".join(line.split())), None)
    return _understood(line, home) if old is None else _reworded(old, old.text)


def _reworded(old: DeadlineView, text: str) -> DeadlineChange:
    return DeadlineChange(text=text, due=old.due, rrule=old.rrule, time=old.time, start=old.start, until=old.until, bound=old.bound)


def _understood(line: str, home: Home) -> DeadlineChange:
    """A deadline that a person wrote, read as documents are read; words without a value stay words ("thường xuyên")."""
    from pipeline.detect.calendar import vietnam_calendar
    from pipeline.detect.deadlines import find_deadlines

    if len(line) > _LONGEST:
        raise Unclear("thời hạn dài quá 500 chữ; hãy viết ngắn lại", "a deadline of more than 500 characters; write it shorter")
    year = home.issued.year if home.issued else None
    found = find_deadlines(line, issued=home.issued, year=year, calendar=vietnam_calendar(), labelled=True)
    valued = [finding for finding in found if finding.due or finding.rrule]
    if len(valued) != 1:
        return DeadlineChange(text=line)
    [one] = valued
    return DeadlineChange(
        text=line, due=one.due, rrule=one.rrule, time=one.time, start=one.start_day, until=one.until, bound=one.bound
    )


def _valued(found: Sequence[DeadlineChange], value: object, home: Home) -> tuple[DeadlineChange, ...]:
    """Put the value that a person gave in place of the one that was read."""
    if not one_line(value):
        return tuple(DeadlineChange(text=deadline.text) for deadline in found)
    if len(found) > 1:
        raise Unclear(
            "việc có nhiều thời hạn nên không sửa được ở cột Thời hạn; hãy sửa cột “Thời hạn (theo văn bản)”, mỗi hạn một dòng",
            "the task has several deadlines; edit the column “Deadline (as written)” instead, one a line",
        )
    old = found[0] if found else None
    given = written_day(value)
    if given is None:
        read = _understood(one_line(value), home)
        if not (read.due or read.rrule):
            raise _no_day(one_line(value))
        return (read.model_copy(update={"text": old.text if old else read.text}),)
    day, hour = given
    bound = old.bound if old else Bound.BY
    return (DeadlineChange(text=old.text if old else f"{day.day}/{day.month}/{day.year}", due=day, time=hour, bound=bound),)


def settled(cells: dict[str, object]) -> None:
    """Refuse a row with cells that hold no value of their own."""
    for cell in cells.values():
        if cell is Trouble.NOT_COMPUTED:
            raise Unclear(
                "có công thức chưa tính; hãy mở tệp bằng Excel, lưu lại rồi nhập lại",
                "a formula was not computed; open the file in Excel, save it and take it in again",
            )
        if cell is Trouble.ERROR:
            raise Unclear(
                "có ô báo lỗi công thức (#…); hãy sửa ô đó rồi nhập lại",
                "a cell shows an error of a formula (#…); mend it and try again",
            )
