"""The door: what every request passes before a handler sees it.

In: a request.  Out: the answer of the application, a refusal, or one of the door's own pages (/enter, /login, /logout).
Promise: see `install`; nothing is told to who is not in, not even whether an address exists; each refusal and each change is noted
in the audit log, without secrets.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.people import Audit, Person, Throttle
from pipeline.review.guard.headers import with_headers
from pipeline.review.guard.keys import Keys
from pipeline.review.guard.login import Login, address_of, cookie_name, drop_cookie, put_cookie
from pipeline.review.guard.origin import SAFE, known_host, plain_path, same_origin
from pipeline.review.guard.refusals import (
    FOREIGN,
    NOT_IN,
    NOT_YOURS,
    STALE,
    USED,
    WRONG_NAME,
    refusal,
)
from pipeline.review.guard.settings import GuardSettings
from pipeline.review.people import Person as Sitting

__all__ = ["Door"]

_ASSETS = "/static/"
_FREE = ("/logout", "/language")
"""Changes that readers may make: they concern nobody else."""
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that was read to look for the token, given to the application again."""

    content: bytes

    def again(self, receive: Receive) -> Receive:
        """A `receive` that begins anew."""
        given = False

        async def receiving() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": self.content, "more_body": False}

        return receiving


class Door:
    """Middleware; one for each application."""

    def __init__(self, app: ASGIApp, settings: GuardSettings | None) -> None:
        self.app = app
        self.settings = settings
        if settings is not None:
            self.keys = Keys(settings)
            self.audit = Audit(settings.audit)
            self.login = Login(self.keys, Throttle(), self.audit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # nothing of the page speaks WebSocket
            await send({"type": "websocket.close", "code": 1008})
            return
        settings = self.settings
        sending = with_headers(send, secure=settings is not None and settings.secure)
        if not plain_path(_raw_path(scope)):
            await PlainTextResponse("404", 404)(scope, receive, sending)
        elif settings is None:
            await self.app(scope, receive, sending)
        else:
            await self._guarded(scope, receive, sending, settings)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send, settings: GuardSettings) -> None:
        request = Request(scope, receive)
        early = self._early(request, settings)
        if early is not None:
            await early(scope, receive, send)
            return
        path, key = request.url.path, request.cookies.get(cookie_name(settings), "")
        if path.startswith(_ASSETS) and request.method in SAFE:
            await self.app(scope, receive, send)
            return
        if path in ("/enter", "/login"):
            answer = await self._come_in(request, settings, key)
            await answer(scope, receive, send)
            return
        person = self.keys.person(key)
        if person is None:
            await self._turned_away(request, settings)(scope, receive, send)
            return
        request.state.person = Sitting(person.name, person.role.value, session=True)
        request.state.csrf = self.keys.csrf(key)
        if request.method in SAFE:
            await self.app(scope, receive, send)
            return
        await self._change(request, person, key, receive, send)

    def _early(self, request: Request, settings: GuardSettings) -> Response | None:
        """What is refused before anybody asks who it is."""
        if not known_host(request.headers.getlist("host"), settings.hosts):
            self._note("wrong_host", request, settings)
            return refusal(request, 400, WRONG_NAME)
        changes = request.method not in SAFE
        if not same_origin(request.headers, secure=settings.secure, changes=changes):
            self._note("wrong_origin", request, settings)
            return refusal(request, 403, FOREIGN)
        return None

    async def _come_in(self, request: Request, settings: GuardSettings, key: str) -> Response:
        if request.url.path == "/login":
            if settings.people is None:
                return refusal(request, 404, NOT_IN)
            return await self.login.answer(request, settings)
        opened = self.keys.enter(request.query_params.get("token", "")) if request.method == "GET" else None
        if opened is None:
            if self.keys.person(key):
                return RedirectResponse("/", 303)
            self._note("wrong_token", request, settings)
            return refusal(request, 403, USED)
        self._note("entered", request, settings, who=settings.who)
        answer = RedirectResponse("/", 303)  # the token leaves the address bar and the history
        put_cookie(answer, settings, opened)
        return answer

    def _turned_away(self, request: Request, settings: GuardSettings) -> Response:
        if settings.people is not None and request.method in SAFE and "text/html" in request.headers.get("accept", ""):
            return self.login.ask(request)
        return refusal(request, 401 if settings.people is not None else 403, NOT_IN)

    async def _change(self, request: Request, person: Person, key: str, receive: Receive, send: Send) -> None:
        assert self.settings is not None
        settings, path = self.settings, request.url.path
        body = _Body(await request.body())
        if not self.keys.fits(key, await _token(request, body)):
            self._note("wrong_csrf", request, settings, who=person.name)
            await refusal(request, 403, STALE)(request.scope, receive, send)
        elif path == "/logout":
            self.keys.end(key)
            self._note("logged_out", request, settings, who=person.name)
            answer: Response = RedirectResponse("/login" if settings.people else "/", 303)
            drop_cookie(answer, settings)
            await answer(request.scope, receive, send)
        elif not person.may_write and path not in _FREE:
            self._note("not_allowed", request, settings, who=person.name)
            await refusal(request, 403, NOT_YOURS)(request.scope, receive, send)
        else:
            await self._noted(request, person, body.again(receive), send, settings)

    async def _noted(self, request: Request, person: Person, receive: Receive, send: Send, settings: GuardSettings) -> None:
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(request.scope, receive, noting)
        finally:
            self._note("change", request, settings, who=person.name, status=status)

    def _note(self, event: str, request: Request, settings: GuardSettings, *, who: str = "", status: int = 0) -> None:
        facts = {"method": request.method, "path": request.url.path[:200]}
        address = address_of(request, settings)
        self.audit.note(event, when=settings.clock(), who=who, address=address, **facts, **({"status": status} if status else {}))


def _raw_path(scope: Scope) -> str:
    raw = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    return str(raw.split(b"?")[0].decode("latin-1"))


async def _token(request: Request, body: _Body) -> str:
    """The token in the header, or in the field of a form."""
    stated = request.headers.get("x-csrf-token")
    if stated is not None:
        return stated
    if not request.headers.get("content-type", "").lower().startswith(_FORMS):
        return ""
    try:
        async with Request(request.scope, body.again(request.receive)).form(max_files=5, max_fields=2000) as form:
            value = form.get("csrf_token")
    except Exception:  # a form that cannot be read has no token; the parsers raise what they like
        return ""
    return value if isinstance(value, str) else ""
