"""Options that several commands share, and how their values are read.

In: the words behind an option.  Out: dates, numbers, choices, paths; `Filters` for the lists.
Promise: a value that cannot be read is refused with an example of one that can.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from models.errors import UsageError
from models.register import TaskFilter, TaskStatus
from pipeline.cli.session import Say
from pipeline.cli.words import EmptyValue

__all__ = [
    "ANY_PATH",
    "TEXT",
    "Choice",
    "Count",
    "Day",
    "as_stored",
    "default_jobs",
    "filter_options",
    "jobs_option",
    "listed_by_day",
    "ocr_option",
    "register_option",
    "status_words",
    "task_filter",
    "today_option",
]

_MOST_JOBS = 64
_DEFAULT_JOBS = 4
"""More workers than this need more memory than an office machine has (300 MB each); --jobs asks for more."""

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Day(click.ParamType[date]):
    """A date: 2025-06-30 or, as offices write it, 30/6/2025."""

    name = "date"

    def __init__(self, say: Say) -> None:
        self.say = say

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a date, or refuse it with an example."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        if match := _YEAR_FIRST.fullmatch(text):
            year, month, day = match.groups()
        elif match := _DAY_FIRST.fullmatch(text):
            day, month, year = match.groups()
        else:
            raise self._refusal(text)
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise self._refusal(text) from None

    def _refusal(self, text: str) -> UsageError:
        vi, en = (
            f"“{text}” không phải ngày; viết 2025-06-30 hoặc 30/6/2025",
            f"“{text}” is not a date; write 2025-06-30 or 30/6/2025",
        )
        return UsageError(detail=self.say(vi, en))


def as_stored(path: Path) -> Path:
    """The path as the disk writes it: macOS keeps names decomposed ("ờ" in three signs), keyboards type them composed.

    A path that is there, or of which no other writing is there, or several are, stays as it was given.
    """
    if str(path).isascii() or os.path.lexists(path):
        return path
    here = Path(path.anchor)
    for part in path.relative_to(path.anchor).parts if path.anchor else path.parts:
        there = here / part
        if not part.isascii() and not os.path.lexists(there):
            there = here / _written(here, part)
        here = there
    return here if os.path.lexists(here) else path


def _written(folder: Path, name: str) -> str:
    wanted = unicodedata.normalize("NFC", name)
    try:
        same = [entry for entry in (each.name for each in folder.iterdir()) if unicodedata.normalize("NFC", entry) == wanted]
    except OSError:
        return name
    return same[0] if len(same) == 1 else name


class SomePath(click.ParamType[Path]):
    """A path that click does not look at: whether it is there and can be read is said by us, file by file."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Take any path but an empty one: Path("") would be the current folder."""
        if not str(value):
            raise EmptyValue(param)
        return as_stored(Path(value))


class SomeText(click.ParamType[str]):
    """Words, at least one letter of them: an empty condition would be no condition."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take any text but an empty one."""
        if not str(value).strip():
            raise EmptyValue(param)
        return str(value)


ANY_PATH = SomePath()
TEXT = SomeText()


class Choice(click.ParamType[str]):
    """One of a few words; `also` are other names of theirs, which may be typed without accents."""

    name = "choice"

    def __init__(self, say: Say, words: Sequence[str], also: Mapping[str, str] | None = None) -> None:
        self.say = say
        self.words = tuple(words)
        self.names = also or {}
        self.also = {_plain(name): word for name, word in (also or {}).items()}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the word, whatever its case."""
        word = str(value).strip().lower()
        word = self.also.get(_plain(word), word)
        if word not in self.words:
            known = ", ".join(self._listed())
            raise UsageError(detail=self.say(f"“{value}” không được; chọn một trong: {known}", f"“{value}” is not one of: {known}"))
        return word

    def _listed(self) -> list[str]:
        """The words as help and errors list them, each with its name in the user's language where that is another."""
        names = {word: name for name, word in self.names.items()}
        return [f"{word} ({names[word]})" if names.get(word, word) != word else word for word in self.words]


class Count(click.ParamType[int]):
    """A whole number from 1 to `most`."""

    name = "number"

    def __init__(self, say: Say, most: int) -> None:
        self.say = say
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number."""
        text = str(value).strip()
        if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= self.most:
            vi, en = f"“{text}” phải là số từ 1 đến {self.most}", f"“{text}” must be a number from 1 to {self.most}"
            raise UsageError(detail=self.say(vi, en))
        return int(text)


def _plain(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in marked if not unicodedata.combining(char))


def status_words(say: Say) -> Mapping[TaskStatus, str]:
    """The states of a task in the user's language, as tables show them and --status takes them."""
    return {
        TaskStatus.NEW: say("mới", "new"),
        TaskStatus.CONFIRMED: say("đã xác nhận", "confirmed"),
        TaskStatus.CORRECTED: say("đã sửa", "corrected"),
        TaskStatus.REJECTED: say("đã loại", "rejected"),
        TaskStatus.ORPHANED: say("không còn trong văn bản", "orphaned"),
    }


def register_option(say: Say) -> click.Option:
    """--register FILE."""
    text = say(
        "Tệp sổ (mặc định: biến GIAOVIEC_REGISTER, rồi output/register.db).",
        "The register (default: GIAOVIEC_REGISTER, then output/register.db).",
    )
    return click.Option(["--register", "register_path"], type=ANY_PATH, metavar=say("TỆP", "FILE"), help=text)


def ocr_option(say: Say) -> click.Option:
    """--ocr off|default|careful: whether pictures of pages are read, and with how much effort."""
    text = say(
        "Cách đọc trang quét: default (mặc định), careful (kỹ hơn, lâu hơn), off (không đọc).",
        "How scanned pages are read: default, careful (better and slower), off (not at all).",
    )
    modes = Choice(say, ("off", "default", "careful"))
    return click.Option(["--ocr"], type=modes, default="default", metavar=say("CÁCH", "MODE"), help=text)


def jobs_option(say: Say, text: str) -> click.Option:
    """--jobs N, with the words on what is done N at a time."""
    return click.Option(["--jobs"], type=Count(say, _MOST_JOBS), metavar=say("SỐ", "N"), help=text)


def default_jobs() -> int:
    """How many workers run where --jobs is not given: the cores this process may use, within an office machine's memory."""
    return min(_DEFAULT_JOBS, len(os.sched_getaffinity(0)))


def today_option(say: Say) -> click.Option:
    """--today DATE: the day that "overdue" is counted from."""
    text = say("Tính quá hạn từ ngày này (mặc định: hôm nay).", "Count what is overdue from this day (default: today).")
    return click.Option(["--today"], type=Day(say), metavar=say("NGÀY", "DATE"), help=text)


def filter_options(say: Say) -> list[click.Parameter]:
    """--mine, --agency, --due-before, --status, --search: which tasks a list shows; --sort: in which order."""
    statuses = [status.value for status in TaskStatus]
    shown = {name: status.value for status, name in status_words(say).items()}
    listed = ", ".join(say(f"{value} ({name})", value) for name, value in shown.items())
    mine = say(
        "Chỉ việc của cơ quan mình (đặt bằng lệnh office).", "Only the work of our own office (set it with the command office)."
    )
    agency = say("Chỉ việc của cơ quan này (gõ không dấu cũng được).", "Only the work of this agency (accents may be left out).")
    due = say(
        "Chỉ việc có hạn đến hết ngày này (2025-06-30 hoặc 30/6/2025).", "Only work due up to this day (2025-06-30 or 30/6/2025)."
    )
    status = say(f"Chỉ việc ở trạng thái này: {listed}.", f"Only tasks of this status: {listed}.")
    search = say("Chỉ việc có những chữ này (gõ không dấu cũng được).", "Only tasks with these words (accents may be left out).")
    names = {say("văn bản", "document"): "document", say("thời hạn", "deadline"): "deadline"}
    orders = Choice(say, ("document", "deadline"), names)
    order = say(
        "Xếp theo document (văn bản) hay deadline (thời hạn); mặc định: theo thời hạn khi có --due-before, nếu không thì theo "
        "văn bản.",
        "Sort by document or by deadline (default: by deadline with --due-before, else by document).",
    )
    return [
        click.Option(["--mine"], is_flag=True, help=mine),
        click.Option(["--agency"], type=TEXT, metavar=say("TÊN", "NAME"), help=agency),
        click.Option(["--due-before"], type=Day(say), metavar=say("NGÀY", "DATE"), help=due),
        click.Option(["--status"], type=Choice(say, statuses, shown), metavar=say("TRẠNG_THÁI", "STATUS"), help=status),
        click.Option(["--search"], type=TEXT, metavar=say("CHỮ", "WORDS"), help=search),
        click.Option(["--sort", "order"], type=orders, metavar=say("CÁCH", "ORDER"), help=order),
    ]


def listed_by_day(order: str | None, due_before: date | None) -> bool:
    """Whether a list comes by its deadlines: as --sort says, and where it says nothing, when it asks for days."""
    return order == "deadline" if order else due_before is not None


def task_filter(*, mine: bool, agency: str | None, due_before: date | None, status: str | None, search: str | None) -> TaskFilter:
    """The conditions of a list, as the register takes them."""
    statuses = frozenset({TaskStatus(status)}) if status else frozenset[TaskStatus]()
    return TaskFilter(mine=mine, agency=agency, due_before=due_before, status=statuses, search=search)
