"""`giaoviec review`: the page on which a person sees each record beside its place and corrects it.

In: a register and an address.  Out: a server, until Ctrl-C.
Promise: it listens on this machine only unless another address is asked for.
"""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.options import TEXT, Count, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    host = say("Địa chỉ nghe (mặc định: 127.0.0.1, chỉ máy này mở được).", "Address to listen on (127.0.0.1: this machine only).")
    port = say("Cổng (mặc định: 8000).", "Port (default: 8000).")
    return Command(
        "review",
        say=say,
        run=run,
        params=[
            click.Option(["--host"], type=TEXT, default="127.0.0.1", metavar=say("ĐỊA_CHỈ", "ADDRESS"), help=host),
            click.Option(["--port"], type=Count(say, 65535), default=8000, metavar=say("SỐ", "NUMBER"), help=port),
            register_option(say),
        ],
        help=say(
            "Mở trang soát trên trình duyệt: mỗi nhiệm vụ bên cạnh chỗ của nó trên trang, sửa là giữ mãi.",
            "Open the review page in a browser: each task beside its place on the page, corrected for good.",
        ),
        example="giaoviec review --port 8000",
    )


def run(session: Session, *, host: str, port: int, register_path: Path | None) -> int:
    """Serve until interrupted."""
    from pipeline.review.server import serve
    from pipeline.review.settings import ReviewSettings

    settings = ReviewSettings(
        register=session.register_path(register_path), host=host, port=port, language=session.language, who=_name(session)
    )
    say = session.say
    opened = say("Trang soát đang mở ở {}. Dừng bằng Ctrl-C.", "The review page is open at {}. Stop it with Ctrl-C.")
    serve(settings, lambda address: click.echo(opened.format(address), err=True))
    return 0


def _name(session: Session) -> str:
    # Where nobody logs in, changes bear the name of the account that started the page.
    return (session.environ.get("USER") or session.environ.get("USERNAME") or "")[:60]
