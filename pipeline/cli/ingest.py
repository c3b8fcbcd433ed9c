"""`giaoviec ingest PATH...`: files and folders into the register.

In: paths.  Out: a line per file (state, name, number, date, tasks, reason) and a summary on standard output.
Promise: sources are only read; the exit code tells whether some were rejected; a path that is not there is said, the rest goes on.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from models.errors import ExitCode, PathNotFound
from pipeline.cli.options import ANY_PATH, Count, ocr_option, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]

MOST_JOBS = 64
DEFAULT_JOBS = 4
"""More workers than this need more memory than an office machine has (300 MB each); --jobs asks for more."""


def command(say: Say) -> Command:
    """The command in the user's language."""
    jobs = say(
        "Số tệp (và số trang quét) đọc cùng lúc (mặc định: số nhân của máy, nhiều nhất 4).",
        "Files (and scanned pages) read at once (default: number of cores, at most 4).",
    )
    verbose = say("In thêm từng trang: nguồn chữ, lý do, chất lượng.", "Also print each page: source of the text, reason, quality.")
    return Command(
        "ingest",
        say=say,
        run=run,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=say("ĐƯỜNG_DẪN…", "PATH…")),
            register_option(say),
            ocr_option(say),
            click.Option(["--jobs"], type=Count(say, MOST_JOBS), metavar=say("SỐ", "N"), help=jobs),
            click.Option(["-v", "--verbose"], is_flag=True, help=verbose),
        ],
        help=say(
            "Đọc các tệp PDF (kể cả bản quét), TIFF, JPEG, PNG, DOCX, TXT, MD, HTML (và mọi tệp trong thư mục) "
            "rồi ghi nhiệm vụ vào sổ. "
            "Tệp gốc không bị sửa, dời hay xóa.",
            "Read PDF (scans too), TIFF, JPEG, PNG, DOCX, TXT, MD, HTML files (and all files of folders) "
            "and write their tasks to the register. "
            "Sources are left as they are.",
        ),
        example="giaoviec ingest van-ban-den/",
    )


def run(session: Session, *, paths: tuple[Path, ...], register_path: Path | None, ocr: str, jobs: int | None, verbose: bool) -> int:
    """Expand the paths, read and store."""
    from pipeline.cli.report import Report
    from pipeline.cli.terminal import Ticker
    from pipeline.extract import OcrMode
    from pipeline.intake import expand, ingest, label
    from pipeline.register import Register

    where = session.register_path(register_path)
    found = expand(paths, register=where)
    for path in found.missing:
        click.echo(PathNotFound(path=label(str(path))).message(session.language), err=True)
    if not found.sources and found.missing:
        return ExitCode.USAGE
    cores = jobs or min(DEFAULT_JOBS, len(os.sched_getaffinity(0)))
    with Register.open(where, create=True) as register, Ticker(len(found.sources), session.say) as ticker:
        report = Report(ticker, session, verbose=verbose)
        summary = ingest(
            found.sources,
            register,
            jobs=min(cores, max(1, len(found.sources))),
            ocr=OcrMode(ocr),
            cores=cores,
            environ=session.environ,
            clock=lambda: datetime.now().astimezone(),
            on_outcome=report.outcome,
            debug=session.debug,
        )
        report.summary(summary, passed_over=len(found.passed_over), register=where)
    if ticker.trouble:
        raise ticker.trouble  # all is in the register, but the caller did not get the list
    if found.missing:
        return ExitCode.USAGE
    if report.missing:
        return ExitCode.MISSING
    return ExitCode.SOME_REJECTED if report.rejected else ExitCode.OK
