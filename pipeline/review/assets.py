"""Style sheets, scripts and the icon: our own files, named with their digest so that a browser keeps them until they change.

In: the name of an asset.  Out: its address; and the mount that serves it.
Promise: an address with a digest always means the same bytes; nothing outside static/ is served.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

__all__ = ["Assets", "asset"]

FOLDER = Path(__file__).parent / "static"


class Assets(StaticFiles):
    """Static files that browsers need not ask for twice."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept where the address bears its digest."""
        answer = await super().get_response(path, scope)
        kept = answer.status_code == 200 and b"v=" in scope.get("query_string", b"")
        answer.headers["cache-control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return answer


@cache
def asset(name: str) -> str:
    """The address of an asset, with the digest of its bytes."""
    return f"/static/{name}?v={hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]}"
