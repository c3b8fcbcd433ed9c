"""What became of a file.

In: a source and what the worker and the register said of it.  Out: an `Outcome` with exactly one state and a reason.
Promise: a rejected file always carries its error, a file in another state never does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.directive import Directive, PageFacts
from models.errors import RejectedFile
from models.register import FileRole, IntakeState, Receipt
from pipeline.intake.sources import label

__all__ = ["Outcome", "duplicate", "registered", "rejected"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a file's way; `trace` is the traceback of an unforeseen error, for --debug."""

    path: Path
    state: IntakeState
    number: str | None = None
    issued: date | None = None
    tasks: int = 0
    pages: tuple[PageFacts, ...] = ()
    warnings: tuple[str, ...] = ()
    error: RejectedFile | None = None
    trace: str = ""
    twin: str = ""
    """Of a duplicate: the name and number of the document that has these bytes, or that this is another file of."""
    version: bool = False
    """Of a duplicate: the bytes are new, the document is known."""
    better: bool = False
    """Of a version: its text took the place of the one before."""
    again: bool = False
    """Of a duplicate: no other file, but this one, met again where it was read before."""

    @property
    def name(self) -> str:
        """The name of the file, printable whatever bytes it holds."""
        return label(self.path.name)


def registered(path: Path, directive: Directive, receipt: Receipt) -> Outcome:
    """A directive that is in the register now (or, as the receipt says, was there before)."""
    facts = directive.fields
    if receipt.role is FileRole.VERSION:
        notice = directive.packet.header.notice if directive.packet else ""
        return Outcome(
            path, receipt.state, facts.number, facts.issued, twin=receipt.twin, version=True, better=receipt.better,
            warnings=(notice,) if notice else (),
        )  # fmt: skip
    return Outcome(path, receipt.state, facts.number, facts.issued, len(directive.tasks), directive.pages, receipt.warnings)


def duplicate(path: Path, twin: str, *, again: bool = False) -> Outcome:
    """A file whose bytes the register knows as `twin`: it was not read again."""
    return Outcome(path, IntakeState.DUPLICATE, twin=twin, again=again)


def rejected(path: Path, error: RejectedFile, trace: str = "") -> Outcome:
    """A file that cannot enter, with the reason and the next step."""
    return Outcome(path, IntakeState.REJECTED, error=error, trace=trace)
