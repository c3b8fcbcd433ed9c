"""`giaoviec forget DOCUMENT`: a paper that must not be in the register is removed with all that was read of it.

In: a number, file name or id; who asks.  Out: what was removed, and where other copies may lie.
Promise: nothing is removed before the operator has seen what and said yes; what the program cannot remove is named.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import UsageError
from pipeline.cli.options import register_option
from pipeline.cli.problems import Declined
from pipeline.cli.session import Say, Session
from pipeline.cli.who_acts import acting, who_option
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.register import StoredFile
    from pipeline.register.forget import Forgotten

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    yes = say("Xóa luôn, không hỏi lại.", "Remove without asking.")
    return Command(
        "forget",
        say=say,
        run=run,
        params=[
            click.Argument(["documents"], nargs=-1, required=True, metavar=say("VĂN_BẢN…", "DOCUMENT…")),
            register_option(say),
            click.Option(["--yes"], is_flag=True, help=yes),
            who_option(say),
        ],
        help=say(
            "Xóa hẳn văn bản (theo số, tên tệp hoặc mã) khỏi sổ: nhiệm vụ, chữ đã đọc, lịch sử sửa, bản gốc đã lưu, ảnh trang, "
            "tệp đệm OCR; chỉ giữ tên tệp và ai yêu cầu. Dùng khi văn bản không được phép có ở máy này, ví dụ văn bản mật mà nay "
            "mới nhận ra. "
            "Không khôi phục được; các bản ở nơi khác (thư mục nhận, da-xu-ly, bản sao lưu) phải xóa bằng tay.",
            "Remove documents (by number, file name or id) for good: tasks, text, history, stored originals, drawn pages, OCR "
            "cache; only file names and who asked are kept. For papers that must not be on this machine, such as one now seen as "
            "secret. "
            "It cannot be undone; copies elsewhere (inbox, da-xu-ly, backups) must be removed by hand.",
        ),
        example="giaoviec forget 12-CV/TU",
    )


def run(session: Session, *, documents: tuple[str, ...], register_path: Path | None, yes: bool, who: str | None) -> int:
    """Show, ask, remove."""
    from pipeline.register import Register, stored_files
    from pipeline.register.forget import forget

    author = acting(session, who)
    with Register.open(session.register_path(register_path), create=False) as register:
        files = stored_files(register, named=documents)
        for file in files:
            click.echo(session.say(f"Sẽ xóa hẳn: {_named(file)}", f"To be removed for good: {_named(file)}"))
        if not yes:
            _ask(len(files), session.say)
        for file in files:
            _tell(file, forget(register, file.document_id, who=author, now=datetime.now().astimezone()), session.say)
    return 0


def _named(file: StoredFile) -> str:
    return ", ".join(filter(None, (file.name, file.number))) + f" ({file.document_id})"


def _ask(count: int, say: Say) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            detail=say("chưa xóa gì; thêm --yes để xóa các văn bản trên", "nothing was removed; add --yes to remove these")
        )
    click.echo(say(f"Xóa hẳn {count} văn bản? [c/K] ", f"Remove {count} for good? [y/N] "), nl=False, err=True)
    if sys.stdin.readline().strip().lower() not in ("c", "có", "co", "y", "yes"):
        raise Declined("Không xóa gì.", "Nothing was removed.")


def _tell(file: StoredFile, done: Forgotten, say: Say) -> None:
    names = ", ".join(done.names)
    click.echo(
        say(
            f"Đã xóa {_named(file)}: {len(done.names)} tệp ({names}), {done.tasks} nhiệm vụ.",
            f"Removed {_named(file)}: {len(done.names)} file(s) ({names}), {done.tasks} task(s).",
        )
    )
    if done.elsewhere:
        click.echo(
            say("Còn các bản này, hãy xóa bằng tay nếu phải xóa:", "These copies are left, remove them by hand if they must go:")
        )
        for place in done.elsewhere:
            click.echo(f"  {place}")
    if not done.written_over:
        click.echo(
            say(
                "Chương trình khác đang mở sổ nên dấu vết trên đĩa chưa được ghi đè: hãy dừng giaoviec watch, review rồi chạy: "
                "giaoviec check --repair",
                "Another program has the register open, so what was deleted is not yet written over on the disk: stop giaoviec "
                "watch and review, then run: giaoviec check --repair",
            ),
            err=True,
        )
    click.echo(
        say(
            "Bản sao lưu, danh sách đã xuất và thư mục của người khác nằm ngoài tầm của chương trình: hãy kiểm tra các nơi đó. "
            "Chạy lại giaoviec backup vào thư mục sao lưu cũ thì bản gốc ở đó được bỏ; bản sao lưu khác thì xóa bằng tay:",
            "Backups, lists that were exported and other people's folders are out of the program's reach: look there too. "
            "Run giaoviec backup into the old folder again and the original goes from there; from other backups delete by hand:",
        )
    )
    for copy in done.originals:
        click.echo(f"  {say('THƯ_MỤC_SAO_LƯU', 'BACKUP_FOLDER')}/{copy}")
