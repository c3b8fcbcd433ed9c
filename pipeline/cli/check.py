"""`giaoviec check`: is the register whole, with the originals and the ledger that belong to it?

In: a register.  Out: a line per finding with what to do, and the sum; exit code 0, 1 (findings) or 4 (database).
Promise: looking changes nothing; --repair mends only what is made from the rest: search index and cache.
"""

from __future__ import annotations

import time
from pathlib import Path

import click

from models.errors import ExitCode
from pipeline.cli.options import register_option
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.words import Command

__all__ = ["command"]

SETTLE = 1.0
"""Seconds in which a program that has stored an original writes its row too."""

_ABOUT = {
    "database": (
        "Cơ sở dữ liệu hỏng: {}. Dừng mọi chương trình đang dùng sổ, khôi phục sổ từ bản sao lưu rồi chạy lại giaoviec check.",
        "The database is damaged: {}. Stop what uses the register, restore it from a backup, run giaoviec check again.",
    ),
    "link": (
        "Dòng trỏ tới dòng không có: {}. Khôi phục sổ từ bản sao lưu; nếu không có, gửi dòng này cho nhóm phát triển.",
        "A row points to one that is not there: {}. Restore a backup; without one, send this line to the developers.",
    ),
    "search": (
        "Chỉ mục tìm kiếm không khớp với nhiệm vụ ({}). Chạy: giaoviec check --repair",
        "The search index differs from the tasks ({}). Run: giaoviec check --repair",
    ),
    "main_file": (
        "Văn bản không có đúng một tệp chính: {}. Khôi phục sổ từ bản sao lưu.",
        "A document has not exactly one main file: {}. Restore the register from a backup.",
    ),
    "original_lost": (
        "Mất bản gốc: {}. Khôi phục từ bản sao lưu, hoặc đưa lại đúng tệp ấy bằng giaoviec ingest.",
        "An original is lost: {}. Restore it from a backup, or take the same file in again: giaoviec ingest.",
    ),
    "original_changed": (
        "Bản gốc đã bị sửa hoặc hỏng: {}. Khôi phục từ bản sao lưu, hoặc đưa lại đúng tệp ấy bằng giaoviec ingest.",
        "An original was changed or damaged: {}. Restore it from a backup, or take the same file in again: giaoviec ingest.",
    ),
    "ledger": (
        "Sổ ghi đã nhận nhưng không có văn bản: {}. Đưa lại tệp ấy bằng giaoviec ingest.",
        "The ledger has a file whose document is not there: {}. Take that file in again with giaoviec ingest.",
    ),
    "not_in_ledger": (
        "Tệp không có dòng nào ghi lúc nhận: {}. Đưa lại tệp ấy bằng giaoviec ingest để có dòng ghi nhận.",
        "A file that the ledger does not know: {}. Take it in again with giaoviec ingest to have it noted.",
    ),
    "orphan": (
        "Tệp thừa, không văn bản nào dùng (còn lại khi máy tắt giữa chừng, hoặc của văn bản đã xóa hẳn): {}. "
        "Khi không có giaoviec nào đang chạy, hãy xóa tệp ấy bằng tay.",
        "A file that no document uses (left when the machine stopped, or of a paper that was removed for good): {}. "
        "When no giaoviec is running, delete it by hand.",
    ),
    "cache": (
        "Tệp đệm OCR dở dang hoặc hỏng: {}. Chạy: giaoviec check --repair",
        "A page of the OCR cache that is not whole: {}. Run: giaoviec check --repair",
    ),
}


def command(say: Say) -> Command:
    """The command in the user's language."""
    repair = say(
        "Sửa những gì sửa được mà không mất gì: lập lại chỉ mục tìm kiếm, xóa tệp đệm hỏng.",
        "Mend what can be mended without losing anything: rebuild the search index, drop broken cache files.",
    )
    return Command(
        "check",
        say=say,
        run=run,
        params=[click.Option(["--repair"], is_flag=True, help=repair), register_option(say)],
        help=say(
            "Kiểm tra sổ có nguyên vẹn không: cơ sở dữ liệu, chỉ mục tìm kiếm, sổ ghi nhận tệp, bản gốc đã lưu, tệp đệm. "
            "Mã thoát 0: nguyên vẹn (tệp đệm dở dang không tính); 1: có chỗ cần xử lý; 4: cơ sở dữ liệu hỏng.",
            "Check that the register is whole: database, search index, ledger, stored originals, caches. "
            "Exit code 0: whole (a half written cache does not count); 1: something needs a hand; 4: the database is damaged.",
        ),
        example="giaoviec check --register output/register.db",
    )


def run(session: Session, *, repair: bool, register_path: Path | None) -> int:
    """Look, tell, mend where asked to."""
    from pipeline.cli.terminal import Ticker
    from pipeline.register import Register
    from pipeline.register.forget import write_over
    from pipeline.register.integrity import MINOR, Trouble, check_register, mend

    say, path = session.say, session.register_path(register_path)
    with Register.open(path, create=False) as register:
        total = register.row("SELECT count(*) FROM files")
        with Ticker(int(total[0]) if total else 0, say) as ticker:
            findings = check_register(register, on_file=ticker.step, wait=lambda: time.sleep(SETTLE))
            mended = mend(register, findings) if repair else []
            if repair:
                write_over(register)  # what `forget` could not, because somebody had the register open
            for finding in findings:
                done = say("Đã sửa. ", "Mended. ") if finding in mended else ""
                ticker.line(f"{'✓' if done else '✗'} {done}{say(*_ABOUT[finding.trouble]).format(finding.detail)}")
            left = [finding for finding in findings if finding not in mended]
            ticker.line(_sum(len(findings), len(mended), len(left), path, say))
    if any(finding.trouble in (Trouble.DATABASE, Trouble.LINK) for finding in left):
        return ExitCode.REGISTER
    return ExitCode.SOME_REJECTED if any(finding.trouble not in MINOR for finding in left) else ExitCode.OK


def _sum(found: int, mended: int, left: int, path: Path, say: Say) -> str:
    if not found:
        return say(f"Sổ {path} nguyên vẹn.", f"The register {path} is whole.")
    vi = f"{found} chỗ cần xem, đã sửa {mended}, còn {left}."
    return say(vi, f"{counted(found, say, '', 'finding')}, {mended} mended, {left} left.")
