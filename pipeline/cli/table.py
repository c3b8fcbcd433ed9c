"""The task list as a table for the screen.

In: tasks as the register shows them, the day.  Out: lines on standard output, as wide as the terminal.
Promise: readable from 80 columns on; at 80 coordinators and status stand under the task, from 110 on in columns of their own.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import date

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.directive import Capacity, Kind, Role
from models.register import DeadlineView, TaskStatus, TaskView, paper_name
from pipeline.cli.options import status_words
from pipeline.cli.session import Say, Session, counted

__all__ = ["print_tasks"]

WIDE = 110
PIPED = 120
"""Columns where standard output is no terminal and COLUMNS does not say."""
CUT_LINES = 6
"""A task longer than so many lines of its column is cut, unless --full."""


class _Screen(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # rich would end the program with exit code 1: `| head` is no error


def print_tasks(tasks: Sequence[TaskView], session: Session, *, today: date, full: bool) -> None:
    """Print the table and the number of tasks; on standard error, what to do where texts were cut or nothing was found."""
    width = shutil.get_terminal_size((PIPED, 24)).columns
    console = _Screen(file=sys.stdout, width=max(width, 60), highlight=False, markup=False, emoji=False)
    say = session.say
    room = None if full else CUT_LINES * width * 6 // (18 if width >= WIDE else 13)
    if tasks:
        console.print(_table(tasks, say, today, width, room))
    late = sum(1 for task in tasks if _overdue(task, today))
    total = counted(len(tasks), say, "nhiệm vụ", "task")
    console.print(total + (say(f", {late} đã quá hạn", f", {late} overdue") if late else "") + ".")
    if any(room is not None and len(task.text) > room for task in tasks):
        click.echo(
            say("Việc dài được cắt ở dấu “…”; xem trọn bằng --full.", "Long texts end in “…”; see them whole with --full."),
            err=True,
        )


def _table(tasks: Sequence[TaskView], say: Say, today: date, width: int, room: int | None) -> Table:
    wide = width >= WIDE
    table = Table(box=box.ROUNDED, show_lines=True, expand=True, header_style="bold", pad_edge=False)
    table.add_column(say("Nhiệm vụ", "Task"), ratio=6, overflow="fold")
    table.add_column(say("Chủ trì", "Lead"), ratio=3, overflow="fold")
    if wide:
        table.add_column(say("Phối hợp", "With"), ratio=3, overflow="fold")
    table.add_column(say("Hạn", "Due"), width=12, overflow="fold")
    table.add_column(say("Văn bản", "Document"), width=16 if wide else 13, overflow="fold")
    if wide:
        table.add_column(say("Trạng thái", "Status"), width=10, overflow="fold")
    for task in tasks:
        table.add_row(*_cells(task, say, today, wide, room))
    return table


def _cells(task: TaskView, say: Say, today: date, wide: bool, room: int | None) -> list[Text]:
    helpers = "; ".join(task.names(Role.COORDINATE))
    text = task.text if room is None or len(task.text) <= room else task.text[: room - 1].rstrip() + "…"
    deadlines = Text("\n").join(_deadline(deadline, say, today) for deadline in task.deadlines)
    document = Text(_document(task, say))
    leads = Text(_leads(task, say))
    if wide:
        return [Text(text), leads, Text(helpers), deadlines, document, Text(_status(task, say))]
    below = [say(f"Phối hợp: {helpers}", f"With: {helpers}")] if helpers else []
    below += [_status(task, say)] if task.status is not TaskStatus.NEW or task.kind != Kind.ASSIGNMENT else []
    return [Text("\n".join([text, *below])), leads, deadlines, document]


def _leads(task: TaskView, say: Say) -> str:
    names = []
    for agency in task.agencies:
        if agency.role is not Role.LEAD:
            continue
        inferred = say(" (suy ra)", " (inferred)") if agency.inherited else ""
        along = say(" (phối hợp thực hiện)", " (works along)") if agency.capacity is Capacity.PHOI_HOP else ""
        names.append(f"{agency.name}{inferred}{along}")
    return "; ".join(names)


def _deadline(deadline: DeadlineView, say: Say, today: date) -> Text:
    if deadline.due is None:
        return Text(deadline.text)
    shown = " ".join(filter(None, (deadline.time, f"{deadline.due:%d/%m/%Y}")))
    return Text(f"{shown} {say('(quá hạn)', '(overdue)')}", style="red") if deadline.due < today else Text(shown)


def _document(task: TaskView, say: Say) -> str:
    lines = [paper_name(task.number, task.file)]
    lines += [f"{task.issued:%d/%m/%Y}"] if task.issued else []
    lines += [say(f"trang {task.sheet}", f"page {task.sheet}")] if task.sheet else []
    return "\n".join(lines)


def _status(task: TaskView, say: Say) -> str:
    kinds = {Kind.TARGET.value: say("chỉ tiêu, ", "target, "), Kind.EVENT.value: say("sự kiện, ", "event, ")}
    return kinds.get(task.kind, "") + status_words(say)[task.status]


def _overdue(task: TaskView, today: date) -> bool:
    return any(deadline.due and deadline.due < today for deadline in task.deadlines)
