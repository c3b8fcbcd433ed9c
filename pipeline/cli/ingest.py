"""`giaoviec ingest PATH...`: files and folders into the register.

In: paths.  Out: a line per file (state, name, number, date, tasks, reason) and a summary on standard output.
Promise: sources are only read; the exit code tells whether some were rejected; a path that is not there is said, the rest goes on.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import ExitCode, OutputError, PathNotFound, UsageError
from models.system import reason_of
from pipeline.cli.options import ANY_PATH, default_jobs, jobs_option, ocr_option, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.register import Register

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    jobs = say(
        "Số tệp (và số trang quét) đọc cùng lúc (mặc định: số nhân của máy, nhiều nhất 4).",
        "Files (and scanned pages) read at once (default: number of cores, at most 4).",
    )
    verbose = say("In thêm từng trang: nguồn chữ, lý do, chất lượng.", "Also print each page: source of the text, reason, quality.")
    dry = say(
        "Chỉ mở tệp ra xem tệp nào sẽ được đọc, trùng hay không mở được; không ghi gì (trang hỏng, dấu mật: lúc đọc mới biết).",
        "Only open the files to say which would be read, are duplicates or cannot be opened; nothing is written (damaged pages and "
        "secrecy marks show when they are read).",
    )
    lists = say(
        "Đọc xong thì ghi vào thư mục này mỗi cơ quan chủ trì một tệp XLSX.",
        "At the end write one XLSX for each agency that leads work into this folder.",
    )
    return Command(
        "ingest",
        say=say,
        run=run,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=say("ĐƯỜNG_DẪN…", "PATH…")),
            register_option(say),
            ocr_option(say),
            jobs_option(say, jobs),
            click.Option(["--dry-run"], is_flag=True, help=dry),
            click.Option(["--lists"], type=ANY_PATH, metavar=say("THƯ_MỤC", "DIR"), help=lists),
            click.Option(["-v", "--verbose"], is_flag=True, help=verbose),
        ],
        help=say(
            "Đọc các tệp PDF (kể cả bản quét), TIFF, JPEG, PNG, DOCX, TXT, MD, HTML, gói edXML (và mọi tệp trong thư mục) "
            "rồi ghi nhiệm vụ vào sổ. "
            "Tệp gốc không bị sửa, dời hay xóa.",
            "Read PDF (scans too), TIFF, JPEG, PNG, DOCX, TXT, MD, HTML files, edXML packets (and all files of folders) "
            "and write their tasks to the register. "
            "Sources are left as they are.",
        ),
        example="giaoviec ingest van-ban-den/",
    )


def run(
    session: Session,
    *,
    paths: tuple[Path, ...],
    register_path: Path | None,
    ocr: str,
    jobs: int | None,
    verbose: bool,
    dry_run: bool,
    lists: Path | None,
) -> int:
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
    if dry_run:
        from pipeline.cli.foresee import foresee

        code = foresee(session, found.sources, where)
        return ExitCode.USAGE if found.missing else code
    if lists is not None:
        make_folder(lists, session.say)  # before hours of reading, not after
    cores = jobs or default_jobs()
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
        if lists is not None:
            ticker.line(write_lists(register, lists, session, register_path=where))
    if ticker.trouble:
        raise ticker.trouble  # all is in the register, but the caller did not get the list
    if found.missing:
        return ExitCode.USAGE
    if report.missing:
        return ExitCode.MISSING
    return ExitCode.SOME_REJECTED if report.rejected else ExitCode.OK


def make_folder(folder: Path, say: Say) -> None:
    """Make the folder of the lists."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            detail=say(f"“{folder}” không phải thư mục; --lists cần một thư mục", f"“{folder}” is no folder, as --lists wants")
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path=folder, detail=reason_of(error)) from error


def write_lists(register: Register, folder: Path, session: Session, *, register_path: Path) -> str:
    """Write one list for each leading agency and return the line that says so; lists of an earlier run are replaced."""
    from pipeline.export import write_output
    from pipeline.export.by_lead import list_name, lists_by_lead

    taken: set[str] = set()
    for name, content in lists_by_lead(register, today=session.today, language=session.language):
        write_output(folder / list_name(name, taken), content, register=register_path)
    vi, en = f"Đã ghi {len(taken)} danh sách theo cơ quan chủ trì vào {folder}.", f"Wrote {len(taken)} lists by lead to {folder}."
    return session.say(vi, en)
