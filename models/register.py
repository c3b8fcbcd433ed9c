"""What the register says: receipts of what came in, views of what is shown, and the changes a person asks for.

In: rows of the register.  Out: frozen values for the commands, the exports and the review page.
Promise: a view holds what is shown: the person's value where there is one, the machine's otherwise; `human` names the former.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, model_validator

from models.directive import Bound, Capacity, Evidence, Kind, Role, Signer
from models.packet import Packet


class IntakeState(StrEnum):
    """Where a file stands. What lands in a watched folder is seen, waiting, reading; every file ends in one of the other four."""

    SEEN = "seen"
    WAITING = "waiting"
    READING = "reading"
    REGISTERED = "registered"
    WARNINGS = "registered_with_warnings"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"

    @property
    def is_final(self) -> bool:
        """Whether a file in this state is done with."""
        return self not in (IntakeState.SEEN, IntakeState.WAITING, IntakeState.READING)


class TaskStatus(StrEnum):
    """What is known of a task: as the machine read it, or as a person judged it."""

    NEW = "new"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ORPHANED = "orphaned"


def is_numbered(number: str | None) -> bool:
    """Whether a number was read, not only what is printed behind it ("/SYT-NVY", where a hand wrote the number)."""
    return (number or "")[:1].isalnum()


def paper_name(number: str | None, file: str) -> str:
    """How a list names a document: by its number; where that is not whole with the file, by which it can be found.

    >>> paper_name("/SYT-NVY", "quet.pdf")
    '/SYT-NVY (quet.pdf)'
    """
    if number and is_numbered(number):
        return number
    return f"{number} ({file})" if number else file


class FileRole(StrEnum):
    """What a file is to its document: the one that was read, another version of it, or the same bytes again."""

    MAIN = "main"
    VERSION = "version"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that a second reading changed; `task` is the id of its task, or None for a field of the document.

    With `human` a person's value stands in its place and goes on being shown. A whole task that came or went has the field "task"
    and only one of the two values.
    """

    task: str | None
    field: str
    before: str | None
    after: str | None
    human: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """What a second reading did to the tasks of a document, counted in tasks.

    `kept` were found again (their ids stay), `added` are new, `removed` are gone and no person had touched them,
    `orphaned` are gone but bear a person's word and stay. `changes` are the values that differ.
    """

    kept: int
    added: int
    removed: int
    orphaned: int
    changes: tuple[ValueChange, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a directive: its state, the id of its document, and how much was found in it.

    `role` is what its file is to the document; of a version `twin` names the document it joined, and `better` says that its text
    took the place of the one before.
    """

    state: IntakeState
    document_id: str
    tasks: int = 0
    agencies: int = 0
    deadlines: int = 0
    citations: int = 0
    warnings: tuple[str, ...] = ()
    reread: Reread | None = None
    role: FileRole = FileRole.MAIN
    twin: str = ""
    better: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that landed in the watched folder `inbox`: each landing has an id of its own, also of the same bytes again.

    `place` is where the file goes, or went, when it is done with; empty while that is not known, or where it stays in the inbox.
    """

    id: str
    inbox: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A watched folder: who watches it since when, when it was last looked through (`seen`), what it leaves alone and why."""

    path: str
    pid: int
    host: str
    started: datetime
    seen: datetime
    stopped: datetime | None = None
    native: bool = True
    passed_over: tuple[tuple[str, str], ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A line of the intake ledger. `path` is as given; `sha256` is empty where the bytes were not or must not be kept.

    `finished` is when the file came into its state; `arrival` belongs to files of a watched folder.
    """

    path: str
    name: str
    state: IntakeState
    reason: str
    finished: datetime
    sha256: str | None = None
    kind: str | None = None
    started: datetime | None = None
    document_id: str | None = None
    arrival: Arrival | None = None


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency of a task as shown; `human` says that a person put it there."""

    role: Role
    capacity: Capacity | None
    name: str
    canonical: str | None = None
    agency_id: str | None = None
    inherited: bool = False
    human: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline of a task as shown; `human` says that a person put it there."""

    text: str
    due: date | None = None
    rrule: str | None = None
    time: str | None = None
    start: date | None = None
    until: date | None = None
    bound: Bound | None = None
    reasons: tuple[str, ...] = ()
    human: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as shown, with what a list needs of its document (`number`, `issued`, `issuer`, `file`).

    `human` names the fields whose value is a person's. `evidence` is there only where it was asked for; `page` always.
    `sheet` is the page as people turn it: None where the text runs on without pages (Word, web page, text file) and all is page 1.
    """

    id: str
    version: int
    document_id: str
    number: str | None
    issued: date | None
    issuer: str | None
    file: str
    path: tuple[str, ...]
    kind: str
    origin: str
    text: str
    product: str | None
    note: str | None
    page: int | None
    sheet: int | None
    confidence: float
    status: TaskStatus
    reasons: tuple[str, ...] = ()
    agencies: tuple[AgencyView, ...] = ()
    deadlines: tuple[DeadlineView, ...] = ()
    human: frozenset[str] = frozenset()
    evidence: Evidence | None = None

    def names(self, role: Role) -> tuple[str, ...]:
        """The names of the agencies in this role, in order."""
        return tuple(agency.name for agency in self.agencies if agency.role is role)


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of a document."""

    name: str
    sha256: str
    role: FileRole


@dataclass(frozen=True, slots=True)
class PageView:
    """What is kept of a page's reading."""

    page: int
    source: str
    reason: str
    quality: float


@dataclass(frozen=True, slots=True)
class CitationView:
    """A document cited."""

    number: str
    type: str | None = None
    issued: date | None = None
    issuer: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as shown, with its files, pages, citations and tasks. `ours` says that our office issued it, `about` that it
    writes "về việc" before its subject.

    `packet` is the exchange packet among its files, where there is one.
    """

    id: str
    file: str
    sha256: str
    version: int
    state: IntakeState
    registered: datetime
    ours: bool = False
    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: date | None = None
    subject: str | None = None
    about: bool = False
    signer: Signer | None = None
    directed_by: str | None = None
    urgency: str | None = None
    circulation: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    files: tuple[FileView, ...] = ()
    pages: tuple[PageView, ...] = ()
    citations: tuple[CitationView, ...] = ()
    tasks: tuple[TaskView, ...] = ()
    human: frozenset[str] = frozenset()
    evidence: dict[str, Evidence] = field(default_factory=dict)
    packet: Packet | None = None


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks a list shows; all conditions must hold, an empty one holds always.

    `mine` asks the office setting; `agency` is part of a name, with or without accents; `due_before` is the last day that
    still counts ("trước ngày 30/6" is listed for 30/6), rhythms by their next day from today on; `search` are words that must
    all occur (a quoted phrase as a whole); `document` is an id or part of a number, subject or file name. Without `status`
    rejected tasks stay out.
    """

    mine: bool = False
    agency: str | None = None
    due_before: date | None = None
    status: frozenset[TaskStatus] = frozenset()
    search: str | None = None
    document: str | None = None
    kinds: frozenset[Kind] = frozenset()


class _Change(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AgencyChange(_Change):
    """An agency as a person wants it."""

    role: Role
    name: str
    capacity: Capacity | None = None
    canonical: str | None = None
    agency_id: str | None = None
    inherited: bool = False


class DeadlineChange(_Change):
    """A deadline as a person wants it."""

    text: str
    due: date | None = None
    rrule: str | None = None
    time: str | None = None
    start: date | None = None
    until: date | None = None
    bound: Bound | None = None

    @model_validator(mode="after")
    def _one_value(self) -> DeadlineChange:
        if self.due and self.rrule:
            raise ValueError("a deadline has a day or a rhythm, not both")
        return self


class TaskChanges(_Change):
    """What a person changes of a task: only the fields that are given; `product=None` empties, leaving it out does not touch.

    `agencies` and `deadlines` are the whole new list; roles whose agencies stay the same stay the machine's.
    """

    text: str | None = None
    kind: Kind | None = None
    product: str | None = None
    note: str | None = None
    agencies: tuple[AgencyChange, ...] = ()
    deadlines: tuple[DeadlineChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A change a person made: who, when, which field, shown before and after. `undone` says that it was taken back."""

    change: str
    task_id: str
    who: str
    at: datetime
    action: str
    field: str
    before: object
    after: object
    undone: bool
