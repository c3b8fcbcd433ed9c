"""`giaoviec review`: the page on which a person sees each record beside its place and corrects it.

In: a register and an address.  Out: a server, until Ctrl-C.
Promise: it listens on this machine only unless another address is asked for; that one is never served without TLS and people.
"""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.options import ANY_PATH, TEXT, Count, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.who_acts import acting, who_option
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
            who_option(say),
            *_door_options(say),
            register_option(say),
        ],
        help=say(
            "Mở trang rà soát trên trình duyệt: mỗi nhiệm vụ bên cạnh chỗ của nó trên trang, sửa là giữ mãi. "
            "Ở 127.0.0.1 không cần đăng nhập: địa chỉ in ra có mã dùng một lần. "
            "Mở cho máy khác thì cần TLS (--tls-cert, "
            "--tls-key) hoặc máy chủ trung gian (--behind-proxy), và người dùng (giaoviec user add); "
            "cách làm: docs/review-server.md.",
            "Open the review page in a browser: each task beside its place on the page, corrected for good. "
            "On 127.0.0.1 there is no login: the printed address holds a one-time token. For other machines it needs TLS "
            "(--tls-cert, --tls-key) or a proxy (--behind-proxy), and users (giaoviec user add); how to: docs/review-server.md.",
        ),
        example="giaoviec review --port 8000",
    )


def _door_options(say: Say) -> list[click.Parameter]:
    file, name = say("TỆP", "FILE"), say("TÊN", "NAME")
    cert = say("Chứng thư TLS (PEM), khi mở cho máy khác.", "TLS certificate (PEM), for other machines.")
    key = say("Khóa của chứng thư TLS (PEM).", "Key of the TLS certificate (PEM).")
    proxy = say("Đứng sau máy chủ trung gian có TLS (nginx, Apache…).", "Behind a proxy that speaks TLS (nginx, Apache...).")
    names = say(
        "Tên máy chủ mà người dùng gõ trên trình duyệt (dùng được nhiều lần).", "Host name that people type (may be given again)."
    )
    return [
        click.Option(["--tls-cert"], type=ANY_PATH, metavar=file, help=cert),
        click.Option(["--tls-key"], type=ANY_PATH, metavar=file, help=key),
        click.Option(["--behind-proxy"], is_flag=True, help=proxy),
        click.Option(["--name", "names"], type=TEXT, multiple=True, metavar=name, help=names),
    ]


def run(
    session: Session, *, host: str, port: int, who: str | None, tls_cert: Path | None, tls_key: Path | None, behind_proxy: bool,
    names: tuple[str, ...], register_path: Path | None,
) -> int:  # fmt: skip
    """Serve until interrupted."""
    from pipeline.review.guard import local_guard, open_guard
    from pipeline.review.guard.settings import is_loopback
    from pipeline.review.server import serve
    from pipeline.review.settings import ReviewSettings, local_now

    register, person = session.register_path(register_path), acting(session, who)
    if is_loopback(host) and not (behind_proxy or tls_cert or tls_key):
        guard = local_guard(register, who=person, clock=local_now)
    else:
        guard = open_guard(
            register, host=host, names=names, clock=local_now, tls_cert=tls_cert, tls_key=tls_key, behind_proxy=behind_proxy
        )
    settings = ReviewSettings(register=register, host=host, port=port, language=session.language, who=person, guard=guard)
    say = session.say
    opened = say("Trang rà soát đã mở (dừng bằng Ctrl-C):\n  {}", "The review page is open (stop it with Ctrl-C):\n  {}")
    serve(settings, lambda address: click.echo(opened.format(address), err=True))
    return 0
