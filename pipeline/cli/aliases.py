"""`giaoviec aliases`: the names that people taught.

In: what to do, a name and the body it means, or a file.  Out: proposals and decisions; a JSON file.
Promise: nothing is used before somebody said yes; who said so is kept.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import PathNotFound, UsageError
from pipeline.cli.options import ANY_PATH, TEXT, Choice, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.who_acts import acting, who_option
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.register import Register

__all__ = ["command"]

ACTIONS = ("list", "accept", "refuse", "export", "import")


def command(say: Say) -> Command:
    """The command in the user's language."""
    output = say("Với export: ghi vào tệp này (mặc định: in ra).", "With export: write to this file (default: standard output).")
    return Command(
        "aliases",
        say=say,
        run=run,
        params=[
            click.Argument(["action"], type=Choice(say, ACTIONS), metavar="|".join(ACTIONS)),
            click.Argument(["words"], type=TEXT, nargs=-1, metavar=say("[TÊN] [TÊN_ĐẦY_ĐỦ | TỆP]", "[NAME] [FULL_NAME | FILE]")),
            click.Option(["-o", "--output"], type=ANY_PATH, metavar=say("TỆP", "FILE"), help=output),
            who_option(say),
            register_option(say),
        ],
        help=say(
            "Tên gọi tắt mà người soát đã dạy. Tên được sửa giống nhau ở hai việc trở lên thì được đề nghị (list); "
            "đồng ý (accept) thì dùng cho mọi việc chưa soát và cho văn bản đọc sau này; không (refuse) thì thôi đề nghị. "
            "Chuyển sang sổ khác: export, import.",
            "Short names that reviewers taught. What was corrected alike in two tasks or more is proposed (list); "
            "accepted, it holds for all tasks not yet judged and for later readings; refused, it is not proposed again. "
            "To another register: export, import.",
        ),
        example='giaoviec aliases accept "VPUB" "Văn phòng Ủy ban nhân dân tỉnh"',
    )


def run(
    session: Session, *, action: str, words: tuple[str, ...], output: Path | None, who: str | None, register_path: Path | None
) -> int:
    """Do it and say it."""
    from pipeline.register import Register

    wanted = {"accept": 2, "refuse": 2, "import": 1}.get(action, 0)
    if len(words) != wanted:
        raise UsageError(
            detail=session.say(
                f"{action} cần {wanted} tham số; ví dụ xem giaoviec aliases --help", f"{action} takes {wanted} words; see --help"
            )
        )
    writes = action in ("accept", "refuse", "import")
    with Register.open(session.register_path(register_path), create=False, write=writes) as register:
        if writes:
            click.echo(_decide(register, session, action, words, acting(session, who)))
        elif action == "list":
            click.echo(_listed(register, session.say))
        else:
            _export(register, session, output)
    return 0


def _decide(register: Register, session: Session, action: str, words: tuple[str, ...], who: str) -> str:
    from pipeline.register.alias_file import read_aliases, take_in
    from pipeline.register.aliases import accept, refuse

    say, now = session.say, datetime.now().astimezone()
    if action == "accept":
        changed = accept(register, *words, who=who, when=now)
        return say(
            f"Từ nay “{words[0]}” là “{words[1]}”; {changed} việc chưa soát đã đổi.",
            f"From now on “{words[0]}” is “{words[1]}”; {changed} tasks not yet judged changed.",
        )
    if action == "refuse":
        refuse(register, *words, who=who, when=now)
        return say(f"Không đề nghị “{words[0]}” là “{words[1]}” nữa.", f"“{words[0]}” is not proposed as “{words[1]}” any more.")
    path = Path(words[0])
    if not path.is_file():
        raise PathNotFound(path=path)
    taken = take_in(register, read_aliases(path.read_bytes()), who=who, when=now)
    return say(
        f"Nhận {taken.new} tên mới, {taken.known} đã có, {taken.kept} giữ theo sổ này; {taken.records} việc chưa soát đã đổi.",
        f"{taken.new} new names, {taken.known} known, {taken.kept} kept as decided here; {taken.records} tasks changed.",
    )


def _listed(register: Register, say: Say) -> str:
    from pipeline.register.aliases import ACCEPTED, decisions, proposals

    lines = [
        say(
            f"? {one.name} → {one.canonical}  (sửa {one.times} lần; {one.open} việc chưa soát)",
            f"? {one.name} → {one.canonical}  (corrected {one.times} times; {one.open} tasks not yet judged)",
        )
        for one in proposals(register)
    ]
    for done in decisions(register):
        mark = "✓" if done.decision == ACCEPTED else "✗"
        lines.append(f"{mark} {done.name} → {done.canonical}  ({done.who}, {done.at[:10]})")
    return "\n".join(lines) or say("Chưa có tên gọi nào được đề nghị.", "No name is proposed yet.")


def _export(register: Register, session: Session, output: Path | None) -> None:
    from pipeline.export import write_output
    from pipeline.register.alias_file import write_aliases

    content = write_aliases(register)
    if output is None:
        click.echo(content, nl=False)
        return
    write_output(output, content, register=register.path)
    click.echo(session.say(f"Đã ghi {output}.", f"Wrote {output}."), err=True)
