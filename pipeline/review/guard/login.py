"""The login page and its cookies.

In: a name and a password, typed into our own form.  Out: a session, or the page again with what to do.
Promise: guessing is throttled; the answer never tells whether the name exists; after the login only an address of ours follows.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from datetime import timedelta
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.people import Audit, Throttle
from pipeline.review.guard.keys import Keys
from pipeline.review.guard.refusals import LOGIN, SLOWER, WRONG, Words, door_page
from pipeline.review.guard.settings import GuardSettings

__all__ = ["Login", "address_of", "cookie_name", "drop_cookie", "put_cookie"]

_LONGEST = 1000


def cookie_name(settings: GuardSettings) -> str:
    """The name of the session cookie; "__Host-" makes browsers refuse one that another host or a plain connection set."""
    return f"{'__Host-' if settings.secure else ''}giaoviec-{settings.tag}"


def put_cookie(answer: Response, settings: GuardSettings, key: str) -> None:
    """Give the browser its key: no script reads it, no other site's form sends it."""
    answer.set_cookie(cookie_name(settings), key, path="/", secure=settings.secure, httponly=True, samesite="lax")


def drop_cookie(answer: Response, settings: GuardSettings) -> None:
    """Take the key back."""
    answer.delete_cookie(cookie_name(settings), path="/", secure=settings.secure, httponly=True, samesite="lax")


def address_of(request: Request, settings: GuardSettings) -> str:
    """Where a request comes from; behind a proxy the address that the proxy itself wrote down: the last one."""
    if settings.behind_proxy:
        told = request.headers.get("x-forwarded-for", "").split(",")[-1].strip()
        try:
            return str(ipaddress.ip_address(told))
        except ValueError:
            pass
    return request.client.host if request.client else ""


class Login:
    """The page /login."""

    def __init__(self, keys: Keys, throttle: Throttle, audit: Audit) -> None:
        self._keys, self._throttle, self._audit = keys, throttle, audit
        self._secret = secrets.token_bytes(32)

    def ask(self, request: Request) -> Response:
        """Send a browser to the login, and back afterwards."""
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)

    async def answer(self, request: Request, settings: GuardSettings) -> Response:
        """Show the form, or judge what it brought."""
        if request.method != "POST":
            return self._page(request, settings, LOGIN, follow=request.query_params.get("next", "/"))
        try:
            form = await request.form(max_files=0, max_fields=10)
        except Exception:  # whatever the parser of forms raises for a broken one
            return self._page(request, settings, WRONG, status=400)
        name, password, follow, token = (str(form.get(field) or "") for field in ("name", "password", "next", "csrf_token"))
        if not self._fits(request, settings, token):
            return self._page(request, settings, LOGIN, status=403, follow=follow)
        return await self._judge(request, settings, name[:_LONGEST], password[:_LONGEST], _ours(follow))

    async def _judge(self, request: Request, settings: GuardSettings, name: str, password: str, follow: str) -> Response:
        now, address = settings.clock(), address_of(request, settings)
        if self._throttle.wait(name, address, now=now) > timedelta(0):
            self._audit.note("login_throttled", when=now, who=name, address=address)
            return self._page(request, settings, SLOWER, status=429, follow=follow)
        people = self._keys.people
        person = await run_in_threadpool(people.check, name, password) if people else None
        if person is None or people is None:
            self._throttle.failed(name, address, now=now)
            self._audit.note("login_failed", when=now, who=name, address=address)
            return self._page(request, settings, WRONG, status=403, follow=follow)
        self._throttle.passed(name, address)
        self._audit.note("logged_in", when=now, who=person.name, address=address)
        old = request.cookies.get(cookie_name(settings), "")
        if old:
            self._keys.end(old)
        answer = RedirectResponse(follow, 303)
        put_cookie(answer, settings, people.begin(person, when=now))
        return answer

    def _page(self, request: Request, settings: GuardSettings, words: Words, *, status: int = 200, follow: str = "/") -> Response:
        seed = request.cookies.get(_seed_name(settings)) or secrets.token_urlsafe(16)
        page = door_page(request, status, words, token=self._sign(seed), follow=_ours(follow), form=True)
        page.set_cookie(_seed_name(settings), seed, path="/", secure=settings.secure, httponly=True, samesite="strict")
        return page

    def _sign(self, seed: str) -> str:
        return hmac.new(self._secret, f"login:{seed}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def _fits(self, request: Request, settings: GuardSettings, token: str) -> bool:
        seed = request.cookies.get(_seed_name(settings), "")
        return bool(seed) and hmac.compare_digest(self._sign(seed).encode(), token.encode("utf-8", "replace"))


def _seed_name(settings: GuardSettings) -> str:
    return f"{cookie_name(settings)}-login"


def _ours(follow: str) -> str:
    """An address of this page, or the front page: "//elsewhere" leads away, and so do backslashes."""
    plain = follow.isprintable() and "\\" not in follow and len(follow) <= 2000
    return follow if plain and follow.startswith("/") and not follow.startswith(("//", "/login", "/enter")) else "/"
