"""`giaoviec watch INBOX`: what lands in a folder goes into the register, and the folder empties.

In: an inbox.  Out: a line per file on standard output; its neighbours `da-xu-ly/` and `loi/`; a log, where one is asked for.
Promise: it stops cleanly on SIGTERM and Ctrl-C; whatever kills it, the next start goes on without losing or doubling a file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.options import ANY_PATH, Count, default_jobs, jobs_option, ocr_option, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]

LONGEST = 86_400
"""Seconds of a day: more is not meant by --poll and --settle."""


def command(say: Say) -> Command:
    """The command in the user's language."""
    return Command(
        "watch",
        say=say,
        run=run,
        params=[
            click.Argument(["inbox"], required=True, type=ANY_PATH, metavar=say("THƯ_MỤC_NHẬN", "INBOX")),
            register_option(say),
            ocr_option(say),
            *_options(say),
        ],
        help=say(
            "Trông một thư mục: văn bản nào được thả vào thì đọc và ghi nhiệm vụ vào sổ. Tệp đọc xong được chuyển sang da-xu-ly/, "
            "tệp không đọc được sang loi/ kèm tờ ghi chú nói vì sao; hai thư mục này nằm cạnh thư mục nhận. Dừng bằng Ctrl-C.",
            "Watch a folder: each document that lands in it is read and its tasks go into the register. Files that are done with "
            "move to da-xu-ly/, rejected ones to loi/ with a note that says why; both lie beside the inbox. Ctrl-C stops it.",
        ),
        example="giaoviec watch van-ban-den/ --register so.db",
    )


def _options(say: Say) -> list[click.Parameter]:
    seconds = say("GIÂY", "SECONDS")
    once = say("Đọc hết những gì đang có rồi dừng.", "Read what lies there now, then stop.")
    poll = say(
        "Cứ bấy nhiêu giây xem lại thư mục một lần, không chờ hệ điều hành báo (ổ mạng được nhận ra và tự làm thế).",
        "Look through the folder every so many seconds instead of waiting for the system to tell (network shares are known).",
    )
    settle = say(
        "Tệp phải đứng yên bấy nhiêu giây mới đọc (mặc định 5).", "Read a file when it has kept still for so long (default 5)."
    )
    jobs = say(
        "Số tệp (và số trang quét) đọc cùng lúc (mặc định: số nhân của máy, nhiều nhất 4).",
        "Files (and scanned pages) read at once (default: number of cores, at most 4).",
    )
    beside = say(
        "Nơi đặt da-xu-ly/ và loi/ (mặc định: cạnh thư mục nhận).", "Where da-xu-ly/ and loi/ lie (default: beside the inbox)."
    )
    keep = say("Giữ các thư mục con đã rỗng.", "Keep sub-folders that are empty.")
    log = say("Ghi thêm nhật ký vào tệp này, mỗi dòng một JSON.", "Append a log to this file, one JSON object a line.")
    return [
        click.Option(["--once"], is_flag=True, help=once),
        click.Option(["--poll"], type=Count(say, LONGEST), metavar=seconds, help=poll),
        click.Option(["--settle"], type=Count(say, LONGEST), metavar=seconds, help=settle),
        jobs_option(say, jobs),
        click.Option(["--beside"], type=ANY_PATH, metavar=say("THƯ_MỤC", "FOLDER"), help=beside),
        click.Option(["--keep-folders"], is_flag=True, help=keep),
        click.Option(["--log"], type=ANY_PATH, metavar=say("TỆP", "FILE"), help=log),
    ]


def run(
    session: Session, *, inbox: Path, register_path: Path | None, ocr: str, once: bool, poll: int | None, settle: int | None,
    jobs: int | None, beside: Path | None, keep_folders: bool, log: Path | None,
) -> int:  # fmt: skip
    """Open inbox and register, then watch."""
    from pipeline.cli.watching import WatchReport
    from pipeline.extract import OcrMode
    from pipeline.intake import Pace, open_inbox, watch
    from pipeline.register import Register

    where = session.register_path(register_path)
    files = where.with_name(f"{where.stem}.files")
    opened = open_inbox(inbox, beside=beside, ours=[where, files, *([log] if log else [])])
    cores = jobs or default_jobs()
    pace = replace(Pace(), settle=float(settle)) if settle else Pace()
    with Register.open(where, create=True) as register:
        with WatchReport(session, opened, where, once=once) as report:
            watch(
                opened, register, jobs=cores, environ=session.environ, clock=lambda: datetime.now().astimezone(), told=report.told,
                once=once, poll=poll, pace=pace, ocr=OcrMode(ocr), log=log, keep_folders=keep_folders, debug=session.debug,
            )  # fmt: skip
        return report.end()
