"""Whose name stands in the history of a change made from the command line.

In: --who, the environment.  Out: a name.  Promise: a change is never nameless: without any name the command asks for one.
"""

from __future__ import annotations

import os
import unicodedata

import click

from models.errors import UsageError
from pipeline.cli.options import TEXT
from pipeline.cli.session import Say, Session

__all__ = ["account_of_machine", "acting", "who_option"]

_LONGEST = 100


def who_option(say: Say) -> click.Option:
    """--who NAME."""
    text = say(
        "Tên người sửa, ghi vào lịch sử (mặc định: biến GIAOVIEC_USER, rồi tên đăng nhập máy).",
        "Who changes it, for the history (default: GIAOVIEC_USER, then the name you logged in with).",
    )
    return click.Option(["--who"], type=TEXT, metavar=say("TÊN", "NAME"), help=text)


def account_of_machine() -> str:
    """The name of the account that runs the program, "" where it has none."""
    try:
        import pwd
    except ImportError:  # not a Unix
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""


def acting(session: Session, given: str | None) -> str:
    """The name that is written to the history; where neither the command nor a variable tells it (services, cron), the account."""
    environ = session.environ
    name = given or environ.get("GIAOVIEC_USER") or environ.get("SUDO_USER") or environ.get("USER") or environ.get("LOGNAME")
    name = name or account_of_machine()
    name = " ".join(unicodedata.normalize("NFC", name).split())[:_LONGEST]
    if not name:
        raise UsageError(
            detail=session.say('chưa biết ai sửa; thêm --who "Tên của bạn"', 'nobody is named as author; add --who "Your name"')
        )
    return name
