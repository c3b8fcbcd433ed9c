"""A directive: a document understood. Its fields, the tasks it assigns, agencies with roles, deadlines, citations.

In: what `detect` found.  Out: pydantic values that the register stores and the exports print.
Promise: each value carries its `Evidence`: page, boxes, span in the text, span in the source, rule and confidence.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from models.packet import Packet
from models.spans import Span
from models.text import Box, PlacedLine


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageBoxes(_Frozen):
    """Boxes on one page."""

    page: int
    boxes: tuple[Box, ...] = ()


class Evidence(_Frozen):
    """Where a value stands and why it was read so.

    `span` covers all words of the value in the document's text (pages joined by form feeds); where page furniture parts
    them, `pieces` lists the parts. `span_source` is the same in the text as the file gives it. `quote` is the words of the
    pieces, joined by single spaces. `page` and `boxes` are where it begins, `continued` the boxes on later pages. `rule`
    names the record in rules/ or the method; `confidence` lies between 0 and 1.
    """

    page: int
    boxes: tuple[Box, ...] = ()
    continued: tuple[PageBoxes, ...] = ()
    span: Span
    pieces: tuple[Span, ...] = ()
    span_source: Span
    quote: str
    rule: str
    confidence: float
    candidates: tuple[str, ...] = ()


class Role(StrEnum):
    """What an agency has to do with a task (ANNOTATION rules: agencies of a task)."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    REPORT_TO = "report_to"
    MONITOR = "monitor"
    SUPERVISE = "supervise"


class Capacity(StrEnum):
    """In which capacity a lead has the duty: it chairs, works along under another's chair, or carries it out."""

    CHU_TRI = "chu_tri"
    PHOI_HOP = "phoi_hop"
    THUC_HIEN = "thuc_hien"


SEVERAL_BODIES = "; "
"""Between the full names of the bodies that one name means ("UBND các phường" of those that the head of the letter names)."""


class AgencyRole(_Frozen):
    """An agency of a task. `name` as written (heads and verbs taken off), `canonical` the directory's full name.

    `inherited` is true where the name stands in a heading or in the sentence that opens the list, not in the task itself.
    """

    role: Role
    capacity: Capacity | None = None
    name: str
    canonical: str | None = None
    agency_id: str | None = None
    inherited: bool = False
    evidence: Evidence


class Bound(StrEnum):
    """How the words bind the time: "trước ngày", "chậm nhất", "trong", "vào"."""

    BEFORE = "before"
    BY = "by"
    WITHIN = "within"
    ON = "on"


class Deadline(_Frozen):
    """A time by which, or at which rhythm, the work must be done: `due`, or `rrule` (RFC 5545), or neither, never both.

    `time` is "HH:MM"; `start` the first day where a span names one; `until` the inferred end of a rhythm.
    """

    text: str
    due: date | None = None
    rrule: str | None = None
    time: str | None = None
    start: date | None = None
    until: date | None = None
    bound: Bound | None = None
    reasons: tuple[str, ...] = ()
    evidence: Evidence


class Kind(StrEnum):
    """An assignment, a target to be reached, or an event to attend."""

    ASSIGNMENT = "assignment"
    TARGET = "target"
    EVENT = "event"


class Origin(StrEnum):
    """Where a task stands: the body, an annex table, a handwritten instruction, or an imported list."""

    BODY = "body"
    TABLE = "table"
    BUT_PHE = "but_phe"
    IMPORTED = "imported"


class Task(_Frozen):
    """One record of assigned work; `path` is the enumerators from the outermost item to this one."""

    path: tuple[str, ...]
    kind: Kind = Kind.ASSIGNMENT
    origin: Origin = Origin.BODY
    text: str
    product: str | None = None
    note: str | None = None
    agencies: tuple[AgencyRole, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    confidence: float
    reasons: tuple[str, ...] = ()
    evidence: Evidence


class Citation(_Frozen):
    """A cited document. `relation` is one of implements, amends, extends, replaces, corrects, urges, answers, or None."""

    number: str
    type: str | None = None
    issued: date | None = None
    issuer: str | None = None
    relation: str | None = None
    evidence: Evidence


class Signer(_Frozen):
    """Who signed: name without rank or degree, title, and the authority words TM., KT., TL., TUQ., Q."""

    name: str
    title: str | None = None
    authority: str | None = None


class Fields(_Frozen):
    """The letterhead and the ends of the document. An empty field is empty in the paper: nothing is guessed.

    `type` is the abbreviation of NĐ 30/2020/NĐ-CP, Phụ lục III; "CV" for an official letter. `evidence` is keyed by field.
    """

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: date | None = None
    year: int | None = None
    subject: str | None = None
    signer: Signer | None = None
    directed_by: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    circulation: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = {}


class PageFacts(_Frozen):
    """What is kept of a page: where its text came from, why, how good it is (0 to 1), and where its lines stand."""

    page: int
    source: str
    reason: str
    quality: float
    healthy: bool = True
    text: str = ""
    width: float | None = None
    height: float | None = None
    lines: tuple[PlacedLine, ...] = ()


class FileRecord(_Frozen):
    """The file a directive was read from."""

    name: str
    sha256: str
    size: int
    media: str


class Directive(_Frozen):
    """A document understood: what the stages hand to the register. `warnings` are Vietnamese sentences for the clerk.

    Of an exchange packet `packet` tells its header beside what was read, and its files.
    """

    file: FileRecord
    fields: Fields
    pages: tuple[PageFacts, ...]
    tasks: tuple[Task, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    packet: Packet | None = None
