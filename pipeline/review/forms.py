"""The form of a record: filled from a task, read back from what a person sent.

In: a `TaskView`, or the fields of a form.  Out: `RecordForm`, and the `TaskChanges` it asks for with the troubles in it.
Promise: what was typed is kept as typed until it is saved; fields over their bounds are refused, never cut; a value that was not
touched is left exactly as it was.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from models.directive import Capacity, Kind, Role
from models.register import AgencyChange, DeadlineChange, DeadlineView, TaskChanges, TaskView
from pipeline.review.agency_names import resolve_name
from pipeline.review.deadline_reading import MOST_LETTERS, change_of, understand, words_of

__all__ = ["DeadlineEntry", "Posted", "RecordForm", "changes_of", "clean", "form_of", "form_sent"]

Say = Callable[[str, str], str]
MOST_TEXT = 20_000
MOST_NOTE = 4_000
MOST_NAMES = 60
MOST_DEADLINES = 20
ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class DeadlineEntry:
    """A deadline in the form: as written, and its value in words.

    `told_by` are the words that the value was read from; "" where there is no value or a person typed it.
    """

    text: str
    value: str
    told_by: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RecordForm:
    """What stands in the fields."""

    text: str
    kind: str
    product: str
    note: str
    agencies: dict[str, tuple[str, ...]]
    deadlines: tuple[DeadlineEntry, ...]


Posted = dict[str, list[str]]
"""The fields of a form as sent: each name with all its values."""


def form_of(task: TaskView, language: str) -> RecordForm:
    """The form of what is shown."""
    return RecordForm(
        text=task.text,
        kind=task.kind,
        product=task.product or "",
        note=task.note or "",
        agencies={role.value: task.names(role) for role in Role},
        deadlines=tuple(_entry(deadline, task, language) for deadline in task.deadlines),
    )


def _entry(deadline: DeadlineView, task: TaskView, language: str) -> DeadlineEntry:
    value = words_of(deadline, language)
    # A person's value may be another than the words say: then mending the words must not touch it.
    own = deadline.human and understand(deadline.text, "", issued=task.issued, language=language).words != value
    return DeadlineEntry(deadline.text, value, "" if own else deadline.text)


def form_sent(posted: Posted) -> RecordForm:
    """The form as it was sent, empty lines of lists dropped."""
    columns = [posted.get(name, []) for name in ("deadline_text", "deadline_value", "deadline_of")]
    rows = zip_longest(*columns, fillvalue="")
    pairs = [DeadlineEntry(*map(clean, row)) for row in rows][: len(columns[0])]
    return RecordForm(
        text=clean(_one(posted, "text"), lines=True),
        kind=_one(posted, "kind"),
        product=clean(_one(posted, "product"), lines=True),
        note=clean(_one(posted, "note"), lines=True),
        agencies={role: tuple(name for raw in posted.get(role, []) if (name := clean(raw))) for role in ROLES},
        deadlines=tuple(entry for entry in pairs if entry.text or entry.value),
    )


def changes_of(
    form: RecordForm, task: TaskView, say: Say, language: str, place: str | None
) -> tuple[TaskChanges | None, list[str]]:
    """The changes that a form asks of a task; None with the troubles where it cannot be taken as it is."""
    troubles = _troubles(form, say)
    deadlines = [] if troubles else _deadlines(form, task, say, language, troubles)
    if troubles:
        return None, troubles
    agencies = [_agency(name, Role(role), task, place) for role, names in form.agencies.items() for name in dict.fromkeys(names)]
    return (
        TaskChanges(
            text=_as_it_was(form.text, task.text), kind=Kind(form.kind), product=_as_it_was(form.product, task.product) or None,
            note=_as_it_was(form.note, task.note) or None,
            agencies=tuple(agencies), deadlines=tuple(deadlines),
        ),
        [],
    )  # fmt: skip


def _as_it_was(typed: str, shown: str | None) -> str:
    # What was not touched is left with its own blanks, which a form does not bring back.
    return shown if shown and clean(shown, lines=True) == typed else typed


def clean(text: str, *, lines: bool = False) -> str:
    """NFC, without control characters and lone surrogates; one line unless `lines`."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn") else " " for c in text)
    return "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip() if lines else " ".join(kept.split())


def _one(posted: Posted, name: str) -> str:
    return next(iter(posted.get(name, [])), "")


def _troubles(form: RecordForm, say: Say) -> list[str]:
    names = [name for group in form.agencies.values() for name in group]
    found = []
    if not form.text:
        found.append(say("Nội dung nhiệm vụ không được để trống.", "The text of the task must not be empty."))
    if len(form.text) > MOST_TEXT:
        found.append(say("Nội dung dài quá 20.000 chữ cái; hãy tách hoặc rút ngắn.", "The text is longer than 20,000 letters."))
    if max(len(form.product), len(form.note)) > MOST_NOTE:
        found.append(say("Sản phẩm, ghi chú dài nhất 4.000 chữ cái.", "Product and note have at most 4,000 letters."))
    if form.kind not in set(Kind):
        found.append(say("Chưa chọn loại nhiệm vụ.", "Choose the kind of the task."))
    if len(names) > MOST_NAMES or any(len(name) > MOST_LETTERS for name in names):
        found.append(say("Nhiều nhất 60 cơ quan, mỗi tên dài nhất 300 chữ cái.", "At most 60 agencies of up to 300 letters."))
    if len(form.deadlines) > MOST_DEADLINES or any(max(len(d.text), len(d.value)) > MOST_LETTERS for d in form.deadlines):
        found.append(say("Nhiều nhất 20 thời hạn, mỗi ô dài nhất 300 chữ cái.", "At most 20 deadlines of up to 300 letters."))
    return found


def _agency(name: str, role: Role, task: TaskView, place: str | None) -> AgencyChange:
    for agency in task.agencies:
        if agency.role is role and name in (agency.name, clean(agency.name)):
            return AgencyChange(
                role=role, name=agency.name, capacity=agency.capacity, canonical=agency.canonical, agency_id=agency.agency_id,
                inherited=agency.inherited,
            )  # fmt: skip
    canonical, agency_id = resolve_name(name, on=task.issued, place=place)
    capacity = Capacity.CHU_TRI if role is Role.LEAD else None
    return AgencyChange(role=role, name=name, capacity=capacity, canonical=canonical, agency_id=agency_id)


def _deadlines(form: RecordForm, task: TaskView, say: Say, language: str, troubles: list[str]) -> Sequence[DeadlineChange]:
    found = []
    for entry in form.deadlines:
        same = next((d for d in task.deadlines if (clean(d.text), words_of(d, language)) == (clean(entry.text), entry.value)), None)
        if same:
            found.append(change_of(same))
            continue
        read = understand(entry.text, entry.value, issued=task.issued, language=language)
        if read.deadline is None:
            troubles.append(
                say(f"“{entry.text}” không có trong lịch; hãy sửa ngày.", f"“{entry.text}” is no day of the calendar; mend it.")
                if not entry.value
                else say(
                    f"Không hiểu thời hạn “{entry.value}”; hãy viết như 30/6/2025 hoặc “ngày 20 hàng tháng”, hoặc để trống.",
                    f"The deadline “{entry.value}” is not understood; write 30/6/2025 or “ngày 20 hàng tháng”, or leave it empty.",
                )
            )
        else:
            found.append(read.deadline)
    return found
