"""The security layer of the review page, put on by one call.

In: an application and its settings.  Out: the same, with a door.
Promise: no request reaches a handler before its Host, its origin, its path, its session and, where it changes something, the role
and the CSRF token were looked at; what is refused changes nothing.
"""

from __future__ import annotations

from fastapi import FastAPI

from pipeline.review.guard.door import Door
from pipeline.review.guard.headers import HEADERS
from pipeline.review.guard.settings import GuardSettings, local_guard, open_guard
from pipeline.review.settings import ReviewSettings

__all__ = ["HEADERS", "GuardSettings", "install", "local_guard", "open_guard"]


def install(app: FastAPI, settings: ReviewSettings) -> None:
    """Put the layer on. Without `settings.guard` (tests of pages) only headers and paths are seen to; `serve` refuses that."""
    app.add_middleware(Door, settings=settings.guard)
