"""`giaoviec reread [DOCUMENT...]`: stored documents read again by the program of today.

In: nothing, or numbers, file names, ids; a version.  Out: a line per document with what changed, and the sum.
Promise: what a person said stands; a document that cannot be read again stays as it was, and is said with the next step.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from models.errors import ExitCode
from pipeline.cli.options import default_jobs, jobs_option, ocr_option, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    older = say(
        "Chỉ văn bản do phiên bản cũ hơn phiên bản này đọc (ví dụ 0.2.0).",
        "Only documents that were read by a version before this one (0.2.0 for example).",
    )
    jobs = say("Số tệp đọc cùng lúc (mặc định: số nhân của máy, nhiều nhất 4).", "Files read at once (default: cores, at most 4).")
    verbose = say("In mọi giá trị thay đổi, không chỉ mười giá trị đầu.", "Print each changed value, not only the first ten.")
    return Command(
        "reread",
        say=say,
        run=run,
        params=[
            click.Argument(["documents"], nargs=-1, metavar=say("[VĂN_BẢN…]", "[DOCUMENT…]")),
            click.Option(["--older-than"], metavar=say("PHIÊN_BẢN", "VERSION"), help=older),
            register_option(say),
            ocr_option(say),
            jobs_option(say, jobs),
            click.Option(["-v", "--verbose"], is_flag=True, help=verbose),
        ],
        help=say(
            "Đọc lại văn bản đã có trong sổ (theo số, tên tệp hoặc mã; không ghi gì là tất cả) bằng phiên bản hiện tại, từ bản gốc "
            "đã lưu. Giá trị máy đọc được cập nhật, giá trị người đã sửa giữ nguyên, chỗ khác được báo lại.",
            "Read documents of the register again (by number, file name or id; all where none is given) with the present version, "
            "from the stored originals. Machine values are renewed, a person's stand, the difference is told.",
        ),
        example="giaoviec reread --older-than 0.2.0",
    )


def run(
    session: Session,
    *,
    documents: tuple[str, ...],
    older_than: str | None,
    register_path: Path | None,
    ocr: str,
    jobs: int | None,
    verbose: bool,
) -> int:
    """Choose the documents, read them, tell the difference."""
    from pipeline.cli.difference import DifferenceReport
    from pipeline.cli.terminal import Ticker
    from pipeline.extract import OcrMode
    from pipeline.intake import reread
    from pipeline.register import Register, stored_files, stored_versions

    cores = jobs or default_jobs()
    with Register.open(session.register_path(register_path), create=False) as register:
        files = stored_files(register, named=documents, older_than=older_than)
        files += stored_versions(register, files)
        with Ticker(len(files), session.say) as ticker:
            report = DifferenceReport(ticker, session, verbose=verbose)
            reread(
                files,
                register,
                jobs=min(cores, max(1, len(files))),
                cores=cores,
                ocr=OcrMode(ocr),
                environ=session.environ,
                clock=lambda: datetime.now().astimezone(),
                on_renewed=report.renewed,
            )
            report.sum()
    if ticker.trouble:
        raise ticker.trouble
    if report.missing:
        return ExitCode.MISSING
    return ExitCode.SOME_REJECTED if report.rejected else ExitCode.OK
