"""What every page needs: the register, the day, what the queue of this request is.

In: a request.  Out: an open register, `Wanted`, the fields of a form.
Promise: a register is open no longer than its handler runs; `today` comes from the settings' clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from pipeline.register import Register, get_office
from pipeline.review.forms import Posted
from pipeline.review.people import person_of
from pipeline.review.queue import Wanted, read_wanted
from pipeline.review.settings import ReviewSettings

__all__ = ["Form", "NotAllowed", "opened", "settings_of", "today_of", "wanted_of"]

MOST_FIELDS = 500


class NotAllowed(Exception):
    """A reader tried to change something."""


def settings_of(request: Request) -> ReviewSettings:
    """The settings of this server."""
    settings: ReviewSettings = request.app.state.settings
    return settings


@contextmanager
def opened(request: Request, *, write: bool = False) -> Iterator[Register]:
    """The register, for the time of one handler."""
    if write and not person_of(request).may_change:
        raise NotAllowed
    with Register.open(settings_of(request).register, create=False, write=write) as register:
        yield register


def today_of(request: Request) -> date:
    """The day."""
    return settings_of(request).clock().date()


def wanted_of(request: Request, register: Register) -> Wanted:
    """The queue this request speaks of."""
    return read_wanted(request.query_params, get_office(register))


async def _posted(request: Request) -> Posted:
    form = await request.form(max_fields=MOST_FIELDS, max_files=0)
    posted: Posted = {}
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            posted.setdefault(name, []).append(value)
    return posted


Form = Annotated[Posted, Depends(_posted)]
"""The fields of the form that was sent."""


def first(posted: Posted, name: str) -> str:
    """The first value of a field; "" where it was not sent."""
    return next(iter(posted.get(name, [])), "")


def number(text: str, *, least: int = 0, most: int = 10**9) -> int | None:
    """A whole number between bounds, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 and least <= int(text) <= most else None
