"""The door: `giaoviec COMMAND ...`.

In: the arguments and the environment.  Out: the exit code of the contract.
Promise: whatever happens inside, the user gets one message and the right code; a closed pipe (`| head`) is no error.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from keyword import iskeyword
from types import FrameType

import click
from click.exceptions import NoArgsIsHelpError

import pipeline
from models.errors import ExitCode
from pipeline.cli.problems import explain
from pipeline.cli.session import Say, Session, language_of
from pipeline.cli.start import open_streams
from pipeline.cli.words import LazyGroup

__all__ = ["build", "main", "run"]


def run() -> None:
    """Run the command line of this process."""
    open_streams()
    signal.signal(signal.SIGTERM, _stop)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # Tesseract on four threads is seven times slower than on one
    sys.exit(main(sys.argv[1:], environ=os.environ, today=date.today()))


def main(arguments: Sequence[str], *, environ: Mapping[str, str], today: date) -> int:
    """Run one command and return its exit code."""
    session = Session(language_of(environ), environ, today, debug="--debug" in arguments)
    code: int = ExitCode.OK
    try:
        code = _invoke(list(arguments), session)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()  # the reader of our output went away: `| head` is no error
    except (Exception, KeyboardInterrupt) as error:
        code = _report(error, session)
        if isinstance(error, OSError):
            _give_up_output()
    return code


def build(say: Say) -> LazyGroup:
    """The group of all commands, in one language."""
    help_text = say(
        "Đọc văn bản hành chính và lập sổ theo dõi nhiệm vụ được giao: việc gì, ai chủ trì, ai phối hợp, hạn nào, ghi ở trang nào.",
        "Reads Vietnamese official documents and keeps a register of the work they assign: "
        "what, who leads, who helps, by when, on which page.",
    )
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=say("In số phiên bản rồi dừng.", "Show the version and stop."),
    )
    return LazyGroup(say=say, modules=_modules(say), help=help_text, params=[version])


def _modules(say: Say) -> Mapping[str, tuple[str, str]]:
    about = {
        "ingest": say("Đưa tệp và thư mục vào sổ.", "Take files and folders into the register."),
        "watch": say("Trông một thư mục, đọc mọi tệp được thả vào.", "Watch a folder, take in what lands there."),
        "reread": say("Đọc lại văn bản đã có trong sổ bằng phiên bản mới.", "Read stored documents again with a newer version."),
        "status": say("Xem tình hình tiếp nhận: đợi, lỗi, nhanh chậm.", "Show how the intake stands: waiting, failed, rates."),
        "tasks": say("Xem danh sách nhiệm vụ.", "Show the list of tasks."),
        "export": say("Xuất danh sách ra tệp XLSX, CSV, JSON.", "Write the lists as XLSX, CSV, JSON."),
        "review": say("Mở trang rà soát trên trình duyệt.", "Open the review page in a browser."),
        "import": say("Nhập lại danh sách XLSX đã sửa bằng Excel.", "Take in an XLSX list that was edited in Excel."),
        "user": say(
            "Người dùng của trang rà soát: thêm, xem, bỏ, mật khẩu, quyền.",
            "People of the review page: add, list, remove, password, role.",
        ),
        "office": say("Đặt hoặc xem cơ quan của mình.", "Set or show our own office."),
        "who": say("Cho biết cơ quan nào nay giữ việc của một cơ quan cũ.", "Say who now holds the work of a former body."),
        "recover": say("Phục hồi dấu cho chữ bị hỏng, từng dòng một.", "Repair ruined Vietnamese, line for line."),
        "text": say("In chữ của một tệp như chương trình đọc được.", "Print the text of a file as it is read."),
        "evaluate": say("Chấm điểm so với đáp án.", "Score against gold."),
        "aliases": say("Tên gọi tắt mà người soát đã dạy.", "Short names that reviewers taught."),
        "gold": say("Biến văn bản đã soát thành đáp án.", "Turn reviewed documents into gold."),
        "check": say("Kiểm tra sổ và bản gốc đã lưu có nguyên vẹn không.", "Check that the register and its originals are whole."),
        "backup": say("Sao lưu sổ và bản gốc sang thư mục khác.", "Copy the register and its originals to another folder."),
        "forget": say("Xóa hẳn một văn bản khỏi sổ.", "Remove a document from the register for good."),
        "doctor": say("Kiểm tra máy: có gì, thiếu gì, cài thế nào.", "Check the machine: what is there, what is missing."),
    }
    return {name: (f"pipeline.cli.{name}{'_' * iskeyword(name)}", text) for name, text in about.items()}


def _invoke(arguments: list[str], session: Session) -> int:
    group = build(session.say)
    try:
        with group.make_context("giaoviec", arguments, obj=session) as context:
            return int(group.invoke(context) or ExitCode.OK)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return ExitCode.USAGE


def _report(error: BaseException, session: Session) -> int:
    message, code = explain(error, language=session.language, say=session.say)
    with suppress(OSError):  # standard error may be full or closed: the exit code still tells
        click.echo(message, err=True)
        if session.debug:
            traceback.print_exception(error)
    return code


def _give_up_output() -> None:
    # What is still buffered goes nowhere, or the interpreter would complain when it flushes at its end.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"giaoviec {pipeline.__version__}")
        ctx.exit()


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt  # asked to stop politely: the same way out as Ctrl-C


if __name__ == "__main__":
    run()
