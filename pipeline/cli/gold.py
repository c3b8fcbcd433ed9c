"""`giaoviec gold export`: what reviewers said, as gold for `evaluate`.

In: a register and a folder.  Out: a gold file and a copy of the original for each reviewed document; a line for each.
Promise: the register is only read; a document that is not done is named with what is still to be judged.
"""

from __future__ import annotations

from pathlib import Path

import click

from models.errors import ExitCode, UsageError
from pipeline.cli.options import ANY_PATH, Choice, register_option
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.words import Command

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    reviewed = say("Chỉ văn bản mà mọi nhiệm vụ đã được xem xét.", "Only documents in which every task was judged.")
    output = say("Thư mục nhận đáp án và bản gốc.", "Folder for the gold and the originals.")
    return Command(
        "gold",
        say=say,
        run=run,
        params=[
            click.Argument(["action"], type=Choice(say, ("export",)), metavar="export"),
            click.Option(["--reviewed"], is_flag=True, help=reviewed),
            click.Option(["-o", "--output"], type=ANY_PATH, metavar=say("THƯ_MỤC", "DIR"), help=output),
            register_option(say),
        ],
        help=say(
            "Biến các văn bản đã soát thành đáp án để chấm điểm bằng lệnh evaluate: việc đã xác nhận hoặc đã sửa là đúng, "
            "việc đã loại là sai, việc chưa xem không tính.",
            "Turn reviewed documents into gold for the command evaluate: confirmed and corrected tasks are right, rejected ones "
            "wrong, those that nobody judged do not count.",
        ),
        example="giaoviec gold export --reviewed -o dap-an/",
    )


def run(session: Session, *, action: str, reviewed: bool, output: Path | None, register_path: Path | None) -> int:
    """Write, and say what was written."""
    from pipeline.evaluate.from_register import export_gold
    from pipeline.register import Register

    say = session.say
    if output is None:
        raise UsageError(detail=say("chưa biết ghi vào đâu; thêm -o THƯ_MỤC", "no folder to write to; add -o DIR"))
    with Register.open(session.register_path(register_path), create=False, write=False) as register:
        files = export_gold(register, output, reviewed=reviewed, today=session.today)
    written = [file for file in files if file.path]
    for file in files:
        tasks = counted(file.tasks, say, "nhiệm vụ", "task")
        waiting = say(f"còn {file.open} nhiệm vụ chưa xem", f"{file.open} tasks still to be judged") if file.open else ""
        gone = say("bản gốc không còn trong kho của sổ", "its original is gone from the register's store")
        if file.path:
            click.echo(f"✓ {file.name}  {tasks}  {waiting}".rstrip())
        else:
            click.echo(f"– {file.name}  {gone if file.missing_original else waiting}")
    done = counted(len(written), say, "văn bản", "document")
    click.echo(say(f"Đã ghi đáp án của {done} vào {output}.", f"Wrote the gold of {done} to {output}."))
    if not written:
        click.echo(
            say("Hãy xác nhận, sửa hoặc loại từng nhiệm vụ trước: giaoviec review", "Judge the tasks first: giaoviec review"),
            err=True,
        )
        return ExitCode.OK
    click.echo(say(f"Chấm điểm bằng: giaoviec evaluate {output}", f"Score with: giaoviec evaluate {output}"), err=True)
    return ExitCode.SOME_REJECTED if any(file.missing_original for file in files) else ExitCode.OK
