"""`giaoviec import`: an exported list that was edited in Excel or LibreOffice, taken back into the register.

In: the .xlsx, and a yes.  Out: a line for each row that says something, and the counts; the changes as revisions.
Promise: nothing is written before the differences were shown and agreed to; a row that changed in the register meanwhile is left.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import ExitCode, PathNotFound, UsageError
from pipeline.cli.options import ANY_PATH, register_option
from pipeline.cli.problems import Declined
from pipeline.cli.session import Say, Session
from pipeline.cli.who_acts import acting, who_option
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.exchange import RowPlan

__all__ = ["command"]

_SHOWN = 400
_MARKS = {"change": "✎", "add": "+", "unchanged": "=", "conflict": "!", "refused": "✗"}


def command(say: Say) -> Command:
    """The command in the user's language."""
    dry = say("Chỉ xem sẽ thay đổi gì, không ghi.", "Only show what would change; write nothing.")
    yes = say("Ghi luôn, không hỏi lại.", "Write without asking.")
    every = say("In cả những dòng không đổi.", "Print unchanged rows too.")
    return Command(
        "import",
        say=say,
        run=run,
        params=[
            click.Argument(["path"], type=ANY_PATH, metavar=say("DANH_SÁCH.xlsx", "LIST.xlsx")),
            register_option(say),
            click.Option(["--dry-run"], is_flag=True, help=dry),
            click.Option(["--yes"], is_flag=True, help=yes),
            click.Option(["--all", "every"], is_flag=True, help=every),
            who_option(say),
        ],
        help=say(
            "Nhập lại danh sách đã xuất bằng export --format xlsx và đã sửa: cho xem khác biệt, hỏi, rồi ghi vào sổ có lịch sử. "
            "Dòng thêm mới cần ghi số văn bản. Xóa dòng không xóa việc: muốn bỏ việc, ghi “Đã loại” ở cột Trạng thái.",
            "Take back a list that export --format xlsx wrote and people edited: shows the differences, asks, then writes them "
            "with their history. A new row needs the number of its document. A deleted row deletes nothing: to drop a task write "
            "“Rejected” in the column Status.",
        ),
        example="giaoviec import nhiem-vu.xlsx --dry-run",
    )


def run(session: Session, *, path: Path, register_path: Path | None, dry_run: bool, yes: bool, every: bool, who: str | None) -> int:
    """Plan, show, ask, apply."""
    from pipeline.exchange import apply, filled_book, list_rows, plan, read_workbook
    from pipeline.register import Register

    say = session.say
    if not path.is_file():
        raise PathNotFound(path=path)
    author = "" if dry_run else acting(session, who)  # who only looks signs nothing
    sheets = read_workbook(path.read_bytes(), name=path.name)
    rows = list_rows(sheets, name=path.name)
    book = filled_book(sheets)
    with Register.open(session.register_path(register_path), create=False, write=not dry_run) as register:
        plans = plan(register, rows, today=session.today)
        _show(plans, say, every=every)
        wanted = sum(row.fate in ("change", "add") for row in plans)
        click.echo(_counts(plans, say, done=False))
        if any(row.remarks for row in plans):
            click.echo(_elsewhere(say), err=True)
        if book:
            click.echo(_stays(book, say), err=True)
        if dry_run or not wanted:
            return _code(plans)
        if not yes:
            _ask(wanted, say)
        done = apply(register, plans, who=author, clock=lambda: datetime.now().astimezone())
    _show([now for now, then in zip(done, plans, strict=True) if now.fate != then.fate], say, every=True)
    click.echo(_counts(done, say, done=True))
    return _code(done)


def _ask(wanted: int, say: Say) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            detail=say(
                "chưa ghi gì; thêm --yes để ghi các thay đổi trên, hoặc --dry-run để chỉ xem",
                "nothing was written; add --yes to write these changes, or --dry-run only to look",
            )
        )
    vi, en = f"Ghi {wanted} thay đổi vào sổ? [c/K] ", f"Write {wanted} changes to the register? [y/N] "
    click.echo(say(vi, en), nl=False, err=True)
    if sys.stdin.readline().strip().lower() not in ("c", "có", "co", "y", "yes"):
        raise Declined("Không ghi gì.", "Nothing was written.")


def _show(plans: Sequence[RowPlan], say: Say, *, every: bool) -> None:
    for row in plans:
        if row.fate == "unchanged" and not (every or row.remarks):
            continue
        notes = [note for note in (row.reason, *row.remarks) if note]
        place = say(f"dòng {row.row.line}", f"row {row.row.line}")
        click.echo(f"{_MARKS[row.fate]} {_cut(row.row.sheet)}, {place}  {_fate(row.fate, say)}  {_cut(row.label)}")
        for difference in row.differences:
            vi, en = difference.field
            click.echo(f"      {say(vi, en)}: {_cut(difference.before)} → {_cut(difference.after)}")
        for vi, en in notes:
            click.echo(f"      {say(vi, en)}")


def _elsewhere(say: Say) -> str:
    return say(
        "Số, ngày văn bản và trang không nhận từ danh sách: sửa ở trang rà soát (giaoviec review), mục “Soát thể thức văn bản”.",
        "Number, date and page are not taken from a list: correct them in giaoviec review, “Review the letterhead”.",
    )


def _stays(book: tuple[str, str], say: Say) -> str:
    return say(
        f"Những gì ghi thêm ở trang tính “{book[0]}” không nhận vào sổ và không có trong lần xuất sau: hãy giữ tệp này.",
        f"What was filled in on the sheet “{book[1]}” is not taken into the register and not in the next export: keep this file.",
    )


def _cut(text: str) -> str:
    # A list is a stranger's: no control character of it reaches the terminal.
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split()) or "∅"
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"


def _fate(fate: str, say: Say) -> str:
    return {
        "change": say("sửa", "changed"),
        "add": say("thêm", "added"),
        "unchanged": say("không đổi", "unchanged"),
        "conflict": say("XUNG ĐỘT", "CONFLICT"),
        "refused": say("KHÔNG NHẬN", "REFUSED"),
    }[fate]


def _counts(plans: Sequence[RowPlan], say: Say, *, done: bool) -> str:
    count = Counter(str(row.fate) for row in plans)
    parts = ", ".join(f"{count[fate]} {_fate(fate, say).lower()}" for fate in _MARKS if count[fate])
    head = say("Đã nhập", "Taken in") if done else say("Danh sách", "The list")
    return f"{head}: {parts or say('không có dòng nào', 'no rows')}."


def _code(plans: Sequence[RowPlan]) -> int:
    return ExitCode.SOME_REJECTED if any(row.fate in ("conflict", "refused") for row in plans) else ExitCode.OK
