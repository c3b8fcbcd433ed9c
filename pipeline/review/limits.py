"""How much a request may bring.

In: a request.  Out: the same, or the answer 413.
Promise: a body over the limit is refused by its stated length, or cut off while it is read; it is never held in memory whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["BodyLimit"]

_REFUSAL = (
    "Nội dung gửi lên quá lớn, chưa lưu gì. Hãy quay lại, rút ngắn rồi gửi lại. / "
    "The form is too large, nothing was saved. Go back, shorten it and send it again."
)


class _TooMuch(Exception):
    pass


class BodyLimit:
    """Refuses bodies of more than `most` bytes; `wider` says which paths may bring more."""

    def __init__(self, app: ASGIApp, most: int, wider: Mapping[str, int] | None = None) -> None:
        self.app = app
        self.most = most
        self.wider = wider or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, counting what it brings."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.wider.get(scope["path"], self.most)
        stated = dict(scope["headers"]).get(b"content-length", b"0")
        if not stated.isdigit() or int(stated) > most:
            await _refuse(send)
            return
        seen, begun = 0, False

        async def counting() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise _TooMuch
            return message

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, counting, noting)
        except _TooMuch:
            if not begun:
                await _refuse(send)


async def _refuse(send: Send) -> None:
    body = _REFUSAL.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})
