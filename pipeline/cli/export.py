"""`giaoviec export`: the list of tasks as XLSX, CSV or JSON.

In: a format and filters.  Out: a file (whole or not at all), or the data on standard output.
Promise: the register is only read; an XLSX never lands on a terminal.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from models.errors import UsageError
from models.register import TaskStatus
from pipeline.cli.office import require_office
from pipeline.cli.options import (
    ANY_PATH,
    Choice,
    filter_options,
    listed_by_day,
    register_option,
    status_words,
    task_filter,
    today_option,
)
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]

FORMATS = ("xlsx", "csv", "json")
STANDARD_OUTPUT = Path("-")
_NOT_ON_SCREEN = (
    "bảng Excel không in ra màn hình được; hãy ghi vào tệp bằng -o TÊN.xlsx",
    "an Excel file cannot be shown on the screen; write it to a file with -o NAME.xlsx",
)
_NO_KIND = (
    "chưa biết loại tệp{}: thêm --format xlsx, hoặc đặt tên tệp ở -o có đuôi .xlsx, .csv, .json",
    "the kind of file is not known{}: add --format xlsx, or give at -o a name that ends in .xlsx, .csv, .json",
)


def command(say: Say) -> Command:
    """The command in the user's language."""
    kind = say(
        "Loại tệp: xlsx (để in), csv, json (cho máy khác); mặc định theo đuôi tên tệp ở -o.",
        "Kind of file: xlsx (to print), csv, json (for programs); by default that of the file name at -o.",
    )
    output = say(
        "Ghi vào tệp này (mặc định: xlsx vào tasks.xlsx cạnh sổ, csv và json ra màn hình).",
        "Write to this file (default: xlsx to tasks.xlsx beside the register, csv and json to standard output).",
    )
    return Command(
        "export",
        say=say,
        run=run,
        params=[
            click.Option(["--format", "kind"], type=Choice(say, FORMATS), metavar="|".join(FORMATS), help=kind),
            *filter_options(say),
            click.Option(["-o", "--output"], type=ANY_PATH, metavar=say("TỆP", "FILE"), help=output),
            register_option(say),
            today_option(say),
        ],
        help=say(
            "Xuất danh sách nhiệm vụ (và sổ văn bản đến) ra tệp.", "Write the list of tasks (and the incoming book) to a file."
        ),
        example="giaoviec export --format xlsx -o nhiem-vu.xlsx",
    )


def run(
    session: Session,
    *,
    kind: str | None,
    mine: bool,
    agency: str | None,
    due_before: date | None,
    status: str | None,
    search: str | None,
    order: str | None,
    output: Path | None,
    register_path: Path | None,
    today: date | None,
) -> int:
    """Query, render, write."""
    from pipeline.export import export, write_output
    from pipeline.register import Register

    kind = kind or _kind_of(output, session.say)
    wanted = task_filter(mine=mine, agency=agency, due_before=due_before, status=status, search=search)
    words = _describe(session.say, mine=mine, agency=agency, due_before=due_before, status=status, search=search)
    path = session.register_path(register_path)
    target = output or (path.with_name("tasks.xlsx") if kind == "xlsx" else STANDARD_OUTPUT)
    if kind == "xlsx" and target == STANDARD_OUTPUT and sys.stdout.isatty():
        raise UsageError(detail=session.say(*_NOT_ON_SCREEN))
    with Register.open(path, create=False, write=False) as register:
        if mine:
            require_office(register, session.say)
        content = export(
            register,
            wanted,
            kind,
            today=today or session.today,
            language=session.language,
            describe=words,
            by_day=listed_by_day(order, due_before),
        )
    if target == STANDARD_OUTPUT:
        click.echo(content, nl=False)
    else:
        write_output(target, content, register=path)
        click.echo(session.say(f"Đã ghi {target}.", f"Wrote {target}."), err=True)
    return 0


def _kind_of(output: Path | None, say: Say) -> str:
    """The kind of file that the name at -o ends with."""
    kind = output.suffix.lower().removeprefix(".") if output else ""
    if kind not in FORMATS:
        other = say(f" (không xuất được .{kind})", f" (.{kind} is not offered)") if kind else ""
        raise UsageError(detail=say(*_NO_KIND).format(other))
    return kind


def _describe(say: Say, *, mine: bool, agency: str | None, due_before: date | None, status: str | None, search: str | None) -> str:
    parts = [
        say("việc của cơ quan mình", "work of our own office") if mine else "",
        say(f"cơ quan: {agency}", f"agency: {agency}") if agency else "",
        say(f"hạn đến {due_before:%d/%m/%Y}", f"due up to {due_before:%d/%m/%Y}") if due_before else "",
        say("trạng thái: ", "status: ") + status_words(say)[TaskStatus(status)] if status else "",
        say(f"có chữ: {search}", f"with words: {search}") if search else "",
    ]
    return "; ".join(filter(None, parts))
