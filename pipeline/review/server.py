"""The server of the review page.

In: `ReviewSettings`.  Out: pages on an address of this machine, until it is interrupted.
Promise: the address is taken before it is announced; one that is in use is refused with a next step.
"""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from models.errors import UsageError
from pipeline.register import Register
from pipeline.review.app import create_app
from pipeline.review.settings import ReviewSettings

__all__ = ["opening_address", "serve"]


def opening_address(settings: ReviewSettings) -> str:
    """The address to open in the browser."""
    guard = settings.guard
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if guard is None or guard.people is None:
        token = f"enter?token={guard.one_time}" if guard else ""
        return f"http://{host}:{settings.port}/{token}"
    name = f"[{guard.hosts[0]}]" if ":" in guard.hosts[0] else guard.hosts[0]
    port = "" if guard.behind_proxy else f":{settings.port}"
    return f"https://{name}{port}/"


def serve(settings: ReviewSettings, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; raises a RegisterError where the register cannot be used, UsageError where the address is taken."""
    if settings.guard is None:
        raise ValueError("a page without a door is for tests only")
    Register.open(settings.register, create=False).close()
    listening = _listen(settings)
    config = uvicorn.Config(
        create_app(settings), log_level="warning", access_log=False, server_header=False, date_header=True, lifespan="on",
        timeout_graceful_shutdown=3, ssl_certfile=settings.guard.tls_cert, ssl_keyfile=settings.guard.tls_key,
        proxy_headers=False,  # what a proxy says is read by the door, and only where one was announced
    )  # fmt: skip
    announce(opening_address(settings))
    uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: ReviewSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        place = f"{settings.host}:{settings.port}"
        detail = f"không mở được địa chỉ {place}, có thể đang có chương trình khác dùng; chọn cổng khác bằng --port"
        raise UsageError(detail=detail) from error
    return listening
