"""`giaoviec tasks`: the list of tasks as a table on the screen.

In: filters.  Out: a table that fits the terminal, and how many tasks it shows.
Promise: a register is only read; what was inferred, and what is overdue, is said in words, not by colour alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from models.register import TaskFilter, TaskStatus
from pipeline.cli.office import require_office
from pipeline.cli.options import filter_options, listed_by_day, register_option, task_filter, today_option
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.words import Command

__all__ = ["command"]

_REFUSED = frozenset({TaskStatus.REJECTED})


def command(say: Say) -> Command:
    """The command in the user's language."""
    full = say("In trọn nội dung (mặc định: cắt bớt việc dài).", "Print whole texts (default: long ones are cut).")
    return Command(
        "tasks",
        say=say,
        run=run,
        params=[
            *filter_options(say),
            register_option(say),
            today_option(say),
            click.Option(["--full"], is_flag=True, help=full),
        ],
        help=say("Xem danh sách nhiệm vụ trong sổ.", "Show the tasks of the register."),
        example='giaoviec tasks --agency "so noi vu" --due-before 30/6/2025',
    )


def run(
    session: Session,
    *,
    mine: bool,
    agency: str | None,
    due_before: date | None,
    status: str | None,
    search: str | None,
    order: str | None,
    register_path: Path | None,
    today: date | None,
    full: bool,
) -> int:
    """Query and print."""
    from pipeline.cli.table import print_tasks
    from pipeline.register import Register, by_deadline, query_tasks

    wanted = task_filter(mine=mine, agency=agency, due_before=due_before, status=status, search=search)
    day = today or session.today
    with Register.open(session.register_path(register_path), create=False, write=False) as register:
        if mine:
            require_office(register, session.say)
        rows = query_tasks(register, wanted, today=day)
        refused = 0 if rows or status else len(query_tasks(register, replace(wanted, status=_REFUSED), today=day))
    if listed_by_day(order, due_before):
        rows = by_deadline(rows, today=day)
    print_tasks(rows, session, today=day, full=full)
    if not rows:
        click.echo(_nothing(session.say, refused, everything=wanted == TaskFilter()), err=True)
    return 0


def _nothing(say: Say, refused: int, *, everything: bool) -> str:
    if refused:
        count = counted(refused, say, "việc", "task")
        return say(
            f"Có {count} đã loại đúng các điều kiện này; danh sách thường không kể việc đã loại. Xem bằng cách thêm: "
            '--status "đã loại"',
            f"{count} that a person rejected would meet these conditions; lists leave those out. Add to see: --status rejected",
        )
    if everything:
        return say(
            "Sổ chưa có nhiệm vụ nào. Hãy đưa văn bản vào bằng: giaoviec ingest THƯ_MỤC",
            "The register holds no task yet. Take in documents with: giaoviec ingest FOLDER",
        )
    return say(
        "Không có việc nào đúng các điều kiện này. Hãy bỏ bớt điều kiện hoặc gõ ít chữ hơn.",
        "No task meets these conditions. Leave out a condition or type fewer words.",
    )
