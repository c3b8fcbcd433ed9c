"""What a worker and its parent say to each other: plain data, never pickles.

In: facts and directives.  Out: bytes, and back.
Promise: nothing that comes from a worker is executed; an answer that is not well formed is a `WorkerFailed`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal

from models import errors
from models.directive import Directive
from models.errors import GiaoviecError

__all__ = ["Answer", "Verb", "error_of", "from_bytes", "to_bytes"]

Verb = Literal["ready", "scans", "seen", "pages", "done", "refused", "failed"]
"""ready: the engine is loaded; scans: so many pages are to be read by OCR; seen: so many of them are read so far; pages: so many
pages are read; done: the directive; refused: this file cannot enter; failed: no engine."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One message of a worker.

    `pages` belongs to scans, seen, pages and done; `memory` is its peak resident memory in bytes, `trace` the traceback of an
    unforeseen error.
    """

    verb: Verb
    pages: int = 0
    kind: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    memory: int = 0
    trace: str = ""
    directive: Directive | None = None


def to_bytes(answer: Answer) -> bytes:
    """A line of JSON, then the directive as JSON where there is one."""
    head = {name: getattr(answer, name) for name in ("verb", "pages", "kind", "facts", "memory", "trace")}
    body = answer.directive.model_dump_json().encode() if answer.directive else b""
    return json.dumps(head).encode() + b"\n" + body


def from_bytes(message: bytes) -> Answer:
    """The message again; ValueError where it is not well formed."""
    head, _, body = message.partition(b"\n")
    directive = Directive.model_validate_json(body) if body else None
    return Answer(**json.loads(head), directive=directive)


def error_of(answer: Answer) -> GiaoviecError:
    """The error that a worker reports, by its kind."""
    return _classes().get(answer.kind, GiaoviecError)(**answer.facts)


def _classes() -> dict[str, type[GiaoviecError]]:
    every = (value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, GiaoviecError))
    return {cls.kind: cls for cls in every}
