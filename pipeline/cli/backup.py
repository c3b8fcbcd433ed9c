"""`giaoviec backup FOLDER`: a copy of the register with its originals, while others work with it.

In: a folder.  Out: the copy there; a line that says how much of it is new.
Promise: the register is only read; the copy opens like the register itself; what lacks an original is named, with the next step.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import ExitCode
from pipeline.cli.options import ANY_PATH, register_option
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.register.backup import Copied

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    return Command(
        "backup",
        say=say,
        run=run,
        params=[click.Argument(["folder"], type=ANY_PATH, metavar=say("THƯ_MỤC", "FOLDER")), register_option(say)],
        help=say(
            "Sao lưu sổ cùng bản gốc các văn bản, người dùng và nhật ký của trang rà soát sang thư mục khác, kể cả khi đang có "
            "chương trình ghi vào sổ. Chạy lại vào cùng thư mục thì chỉ chép phần mới, và bỏ bản gốc của văn bản đã xóa hẳn bằng "
            "forget. Bản sao mở được như sổ thật (--register).",
            "Copy the register with the originals of its documents, the people and the log of the review page to another folder, "
            "also while a program writes to it. A second run into the same folder copies only what is new, and removes the "
            "originals of papers that forget removed. The copy opens like the register.",
        ),
        example="giaoviec backup /mnt/sao-luu/giaoviec",
    )


def run(session: Session, *, folder: Path, register_path: Path | None) -> int:
    """Copy, and say what was copied."""
    from pipeline.cli.terminal import Ticker
    from pipeline.people import people_path
    from pipeline.register import Register
    from pipeline.register.backup import back_up

    say, path = session.say, session.register_path(register_path)
    beside = (people_path(path), path.with_name(f"{path.stem}.audit.log"))
    with Register.open(path, create=False, write=False) as register:
        total = register.row("SELECT count(*) FROM files")
        with Ticker(int(total[0]) if total else 0, say) as ticker:
            done = back_up(register, folder, beside=beside, on_file=ticker.step)
            for name in done.lost:
                ticker.line(
                    say(
                        f"✗ Bản gốc không còn nguyên nên không sao lưu được: {name}. Xem: giaoviec check",
                        f"✗ The original is not whole and was not copied: {name}. See: giaoviec check",
                    )
                )
            ticker.line(
                say(
                    f"Đã sao lưu vào {done.database}: {counted(done.originals, say, 'bản gốc', 'original')}, {done.new} mới.",
                    f"Copied to {done.database}: {counted(done.originals, say, 'bản gốc', 'original')}, {done.new} new.",
                )
            )
            _tell_spare(done, ticker.line, say)
            see = f"giaoviec check --register {shlex.quote(str(done.database))}"
            ticker.line(say(f"Kiểm tra bản sao: {see}", f"Check the copy: {see}"), whole=True)
    return ExitCode.SOME_REJECTED if done.lost or done.spare else ExitCode.OK


def _tell_spare(done: Copied, line: Callable[[str], object], say: Say) -> None:
    """Say which originals of earlier runs went, and which ones somebody must look at."""
    if done.forgotten:
        line(
            say(
                f"Đã bỏ khỏi bản sao lưu {done.forgotten} bản gốc của văn bản đã xóa hẳn khỏi sổ.",
                f"Removed from the copy: {done.forgotten} original(s) of papers that were removed from the register for good.",
            )
        )
    for path in done.spare:
        line(
            say(
                f"✗ Tệp thừa trong bản sao lưu, sổ này không có văn bản nào dùng: {path}. "
                "Nếu đúng là bản sao lưu của sổ này thì hãy xóa tệp ấy bằng tay.",
                f"✗ The copy holds a file that no document of this register uses: {path}. "
                "If this is the backup of this register, delete that file by hand.",
            )
        )
