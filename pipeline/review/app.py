"""The application: pages, assets, and what stands before them.

In: `ReviewSettings`.  Out: an ASGI application.
Promise: nothing is served but the pages of this package, its assets, and what the register knows; no documentation routes.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from pipeline.review.assets import Assets
from pipeline.review.deadline_reading import warm_up
from pipeline.review.drawing.studio import Studio
from pipeline.review.guard import install
from pipeline.review.limits import BodyLimit
from pipeline.review.pages import changes, documents, files, letterhead, lists, live, names, queue, record, structure, taking_in
from pipeline.review.pages.trouble import add_troubles
from pipeline.review.rendering import HERE
from pipeline.review.settings import LIST_BYTES, ReviewSettings
from pipeline.review.tray import Tray

__all__ = ["create_app"]


def create_app(settings: ReviewSettings) -> FastAPI:
    """The application over one register."""
    app = FastAPI(title="giaoviec", openapi_url=None, docs_url=None, redoc_url=None, lifespan=_life, redirect_slashes=False)
    app.state.settings = settings
    app.state.studio = Studio(settings.files, most_bytes=settings.page_cache_bytes, seconds=settings.draw_seconds)
    app.state.tray = Tray(settings.clock)
    for module in (queue, record, changes, structure, documents, letterhead, live, lists, files, taking_in, names):
        app.include_router(module.router)
    app.mount("/static", Assets(directory=HERE / "static"), name="static")
    add_troubles(app)
    install(app, settings)
    # added last: it stands before all others
    app.add_middleware(BodyLimit, most=settings.body_bytes, wider={"/import": LIST_BYTES + settings.body_bytes})
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    # The grammar of deadlines takes a second or two to load: meanwhile the first page can be read.
    threading.Thread(target=warm_up, daemon=True).start()
    app.state.studio.open()
    yield
    app.state.studio.close()
