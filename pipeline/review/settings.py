"""What the review page is started with.

In: the options of the command.  Out: `ReviewSettings`, handed to everything.
Promise: nothing of the application asks the environment, the clock or a global by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.review.guard.settings import GuardSettings

__all__ = ["LIST_BYTES", "ReviewSettings", "local_now"]

MEGABYTE = 1024 * 1024
LIST_BYTES = 5_000_000
"""The largest Excel list that is taken back on the page; 20,000 tasks have some 3 MB."""


def local_now() -> datetime:
    """The moment, in the time zone of this machine, as revisions keep it."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """`register` is the file of the register; `who` the name that revisions bear where nobody logs in.

    `page_cache_bytes` bounds NAME.files/pages; `draw_seconds` is how long the drawing of one page may take; `body_bytes` the
    largest form that is read. `guard` is how the door is kept (pipeline/review/guard).
    """

    register: Path
    host: str = "127.0.0.1"
    port: int = 8000
    language: str = "vi"
    clock: Callable[[], datetime] = local_now
    who: str = ""
    page_cache_bytes: int = 512 * MEGABYTE
    draw_seconds: float = 20.0
    body_bytes: int = 2 * MEGABYTE
    guard: GuardSettings | None = None

    @property
    def files(self) -> Path:
        """The folder beside the register: originals and caches."""
        return self.register.with_name(f"{self.register.stem}.files")
