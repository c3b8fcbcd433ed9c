"""Rows of the register as views.

In: rows of tasks, agencies, deadlines and evidence.  Out: the frozen views of models/register.py.
Promise: nothing is computed here that the row does not say.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from models.directive import Bound, Capacity, Evidence, PageBoxes, Role
from models.register import AgencyView, DeadlineView, TaskStatus, TaskView
from models.text import Box

Row = sqlite3.Row
Marks = Mapping[tuple[str, str, str], Evidence]
"""Evidence by (kind of owner, id of owner, field)."""

ABOUT_AGENCIES = frozenset({
    "không nêu cơ quan chủ trì", "cơ quan chủ trì suy ra từ câu mở đầu",
    "tên cơ quan đọc theo vị trí trong câu, chưa có trong danh mục", "có vế câu chưa rõ ai thực hiện",
    "mục này giao mỗi cơ quan một việc: cần xem phối hợp và thời hạn là của việc nào",
})  # fmt: skip
NAMING_AGENCIES = ("có thể câu này còn giao việc cho “", "chưa chắc việc này giao cho “", "chưa chắc việc này có phần của “")
"""How doubts begin that name an agency."""
ABOUT_TEXT = frozenset({"câu không mở đầu bằng một động từ giao việc", "đoạn không đánh số: có thể thuộc mục ngay trên"})
"""What the doubts of `detect` are about (a test compares); all others but those that name an agency are about deadlines."""
T = TypeVar("T")
_ROLES = tuple(Role)


def by(rows: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Rows grouped by key, in their order."""
    groups: dict[str, list[T]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def day(text: str | None) -> date | None:
    """A day of the register."""
    return date.fromisoformat(text) if text else None


def evidence_of(rows: Iterable[Row]) -> dict[tuple[str, str, str], Evidence]:
    """Evidence by its owner."""
    return {(row["owner_kind"], row["owner_id"], row["field"]): _evidence(row) for row in rows}


def _evidence(row: Row) -> Evidence:
    return Evidence(
        page=row["page"],
        boxes=tuple(_box(box) for box in json.loads(row["boxes"])),
        continued=tuple(PageBoxes(page=page, boxes=tuple(map(_box, boxes))) for page, boxes in json.loads(row["continued"])),
        span=_span(json.loads(row["span_recovered"])),
        pieces=tuple(_span(piece) for piece in json.loads(row["pieces"])),
        span_source=_span(json.loads(row["span_source"])),
        quote=row["quote"],
        rule=row["rule_id"],
        confidence=row["confidence"],
        candidates=tuple(json.loads(row["candidates"])),
    )


def _span(pair: Sequence[int]) -> tuple[int, int]:
    return pair[0], pair[1]


def _box(box: Sequence[float]) -> Box:
    return box[0], box[1], box[2], box[3]


def agency_views(rows: Iterable[Row], marks: Marks) -> dict[str, list[AgencyView]]:
    """Agencies by task: in the machine's order, or by role where a person's and the machine's stand side by side."""
    found: dict[str, list[AgencyView]] = {}
    for row in rows:
        view = AgencyView(
            role=Role(row["role"]),
            capacity=Capacity(row["capacity"]) if row["capacity"] else None,
            name=row["name"],
            canonical=row["canonical"],
            agency_id=row["agency_id"],
            inherited=bool(row["inherited"]),
            human=row["source"] == "human",
            evidence=marks.get(("agency", str(row["id"]), "")),
        )
        found.setdefault(row["task_id"], []).append(view)
    for views in found.values():
        if any(view.human for view in views):
            views.sort(key=lambda view: _ROLES.index(view.role))
    return found


def deadline_views(rows: Iterable[Row], marks: Marks) -> dict[str, list[DeadlineView]]:
    """Deadlines by task."""
    found: dict[str, list[DeadlineView]] = {}
    for row in rows:
        view = DeadlineView(
            text=row["text"],
            due=day(row["due"]),
            rrule=row["rrule"],
            time=row["time"],
            start=day(row["start"]),
            until=day(row["until"]),
            bound=Bound(row["bound"]) if row["bound"] else None,
            reasons=tuple(json.loads(row["reasons"])),
            human=row["source"] == "human",
            evidence=marks.get(("deadline", str(row["id"]), "")),
        )
        found.setdefault(row["task_id"], []).append(view)
    return found


def task_view(row: Row, agencies: Sequence[AgencyView], deadlines: Sequence[DeadlineView], marks: Marks) -> TaskView:
    """A task with its agencies and deadlines."""
    return TaskView(
        id=row["id"],
        version=row["version"],
        document_id=row["document_id"],
        number=row["number"],
        issued=day(row["issued"]),
        issuer=row["issuer"],
        file=row["file"],
        path=tuple(json.loads(row["path"])),
        kind=row["kind"],
        origin=row["origin"],
        text=row["text"],
        product=row["product"],
        note=row["note"],
        page=row["page"],
        sheet=row["sheet"],
        confidence=row["confidence"],
        status=TaskStatus(row["status"]),
        reasons=open_doubts(json.loads(row["reasons"]), TaskStatus(row["status"]), frozenset(json.loads(row["human"]))),
        agencies=tuple(agencies),
        deadlines=tuple(deadlines),
        human=frozenset(json.loads(row["human"])),
        evidence=placed(marks.get(("task", row["id"], "")), row["human"]),
    )


def open_doubts(reasons: Iterable[str], status: TaskStatus, human: frozenset[str]) -> tuple[str, ...]:
    """The machine's doubts that no person has answered yet: all are where a record was judged, else those on fields said anew."""
    if status in (TaskStatus.CONFIRMED, TaskStatus.REJECTED):
        return ()
    roles = {role.value for role in Role}
    asked = {
        reason: roles
        if reason in ABOUT_AGENCIES or reason.startswith(NAMING_AGENCIES)
        else {"text"}
        if reason in ABOUT_TEXT
        else {"deadlines"}
        for reason in reasons
    }
    return tuple(reason for reason, fields in asked.items() if not human & fields)


def placed(found: Evidence | None, human: str) -> Evidence | None:
    """Where a task stands: where a person's cutting or joining put it, else where it was found."""
    own = json.loads(human).get("place") if found else None
    return Evidence.model_validate(own) if own else found
