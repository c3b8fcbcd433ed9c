"""`giaoviec user`: the people of the review page.

In: what to do, a name, a role; the password from the keyboard (not shown) or the first line of standard input.
Out: the file NAME.people beside the register.
Promise: a password is never an argument, never shown, never stored; the register itself is not touched.
"""

from __future__ import annotations

import getpass
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import UsageError
from pipeline.cli.options import TEXT, Choice, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.people import People

__all__ = ["command"]

ACTIONS = ("add", "list", "remove", "password", "role")
ROLES = ("reader", "reviewer", "admin")


def command(say: Say) -> Command:
    """The command in the user's language."""
    role = say(
        "Quyền: reader (chỉ xem), reviewer (xem và sửa; mặc định), admin (quản trị).",
        "Role: reader (looks), reviewer (corrects; the default), admin (manages).",
    )
    return Command(
        "user",
        say=say,
        run=run,
        params=[
            click.Argument(["action"], type=Choice(say, ACTIONS), metavar="|".join(ACTIONS)),
            click.Argument(["name"], type=TEXT, required=False, metavar=say("[TÊN]", "[NAME]")),
            click.Option(["--role"], type=Choice(say, ROLES), metavar="|".join(ROLES), help=role),
            register_option(say),
        ],
        help=say(
            "Người dùng của trang rà soát khi mở cho nhiều máy: thêm (add), xem (list), bỏ (remove), đổi mật khẩu (password), "
            "đổi quyền (role). Mật khẩu gõ từ bàn phím (không hiện ra) hoặc đưa qua đầu vào chuẩn, "
            "không bao giờ ghi trên dòng lệnh.",
            "People of a review page that others reach: add, list, remove, password, role. The password is typed "
            "(not shown) or comes from standard input, never from the command line.",
        ),
        example="giaoviec user add lan --role reviewer",
    )


def run(session: Session, *, action: str, name: str | None, role: str | None, register_path: Path | None) -> int:
    """Do it and say it."""
    from pipeline.people import People, people_path
    from pipeline.register import Register

    register = session.register_path(register_path)
    Register.open(register, create=False, write=False).close()  # the people of a register that is not there would be nobody's
    if action != "list" and name is None:
        raise UsageError(
            detail=session.say(f"thiếu tên: giaoviec user {action} TÊN", f"a name is missing: giaoviec user {action} NAME")
        )
    if action == "list" and not people_path(register).is_file():  # nobody was ever added: an empty list is no wrong usage
        click.echo(_nobody(session.say))
        return 0
    people = People.open(people_path(register), create=action == "add")
    try:
        click.echo(_do(people, session, action, name or "", role))
    finally:
        people.close()
    return 0


def _do(people: People, session: Session, action: str, name: str, role: str | None) -> str:
    from pipeline.people import Role

    say = session.say
    if action == "list":
        return _listed(people, say)
    if action == "add":
        chosen = Role(role or "reviewer")
        people.add(name, chosen, _password(say), when=datetime.now().astimezone())
        return say(f"Đã thêm {name} ({chosen.value}).", f"Added {name} ({chosen.value}).")
    if action == "remove":
        people.remove(name)
        return say(f"Đã bỏ {name}; các phiên đang mở đã hết hiệu lực.", f"Removed {name}; open sessions have ended.")
    if action == "password":
        people.set_password(name, _password(say))
        return say(
            f"Đã đổi mật khẩu của {name}; các phiên đang mở đã hết hiệu lực.",
            f"Changed the password of {name}; open sessions have ended.",
        )
    if role is None:
        raise UsageError(
            detail=say(
                f"thiếu quyền: giaoviec user role {name} --role reviewer",
                f"the role is missing: giaoviec user role {name} --role reviewer",
            )
        )
    people.set_role(name, Role(role))
    return say(f"Đã đổi quyền của {name} thành {role}.", f"The role of {name} is now {role}.")


def _listed(people: People, say: Say) -> str:
    rows = [f"{name}\t{role.value}\t{added[:10]}" for name, role, added in people.listed()]
    return "\n".join(rows) or _nobody(say)


def _nobody(say: Say) -> str:
    return say("Chưa có người dùng nào. Thêm bằng: giaoviec user add TÊN", "Nobody yet. Add with: giaoviec user add NAME")


def _password(say: Say) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(say("Mật khẩu mới: ", "New password: "))
    if getpass.getpass(say("Gõ lại: ", "Again: ")) != first:
        raise UsageError(detail=say("hai lần gõ không giống nhau", "the two differ"))
    return first
