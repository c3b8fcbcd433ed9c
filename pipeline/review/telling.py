"""The history of a record, told.

In: revisions.  Out: one `Entry` a change, newest first, with before and after in words.
Promise: every change is told, also one that was taken back; nothing is hidden behind a code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from models.directive import Bound
from models.register import DeadlineChange, Revision, TaskStatus
from pipeline.export.words import STATUS, pick
from pipeline.review.deadline_reading import words_of
from pipeline.rules.types import type_names

__all__ = ["FIELDS", "KINDS", "Entry", "entries_of", "field_words", "standing", "value_words"]

Pair = tuple[str, str]
FIELDS: dict[str, Pair] = {
    "text": ("Nội dung", "Text"), "kind": ("Loại việc", "Kind"), "product": ("Sản phẩm", "Product"), "note": ("Ghi chú", "Note"),
    "lead": ("Chủ trì", "Lead"), "coordinate": ("Phối hợp", "Coordinators"), "report_to": ("Báo cáo, gửi", "Report to"),
    "monitor": ("Theo dõi, đôn đốc", "Monitor"), "supervise": ("Chỉ đạo, giám sát", "Supervise"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "status": ("Trạng thái", "Status"), "derived_from": ("Gộp từ", "Merged from"),
    "number": ("Số, ký hiệu", "Number"), "type": ("Loại văn bản", "Type"), "issuer": ("Cơ quan ban hành", "Issuer"),
    "place": ("Nơi ban hành", "Place"), "issued": ("Ngày ban hành", "Issued"), "subject": ("Trích yếu", "Subject"),
    "signer_name": ("Người ký", "Signer"), "signer_title": ("Chức vụ người ký", "Title of the signer"),
    "signer_authority": ("Quyền hạn ký", "Authority"), "directed_by": ("Người chỉ đạo", "Directed by"),
    "urgency": ("Độ khẩn", "Urgency"), "circulation": ("Phạm vi lưu hành", "Circulation"),
    "addressees": ("Kính gửi", "Addressees"), "recipients": ("Nơi nhận", "Recipients"),
}  # fmt: skip
KINDS: dict[str, Pair] = {
    "assignment": ("Nhiệm vụ được giao", "Assignment"),
    "target": ("Chỉ tiêu", "Target"),
    "event": ("Sự kiện", "Event"),
}
_ACTIONS: dict[str, Pair] = {
    "correct": ("sửa", "corrected"), "confirmed": ("xác nhận đúng", "confirmed"), "rejected": ("loại", "rejected"),
    "new": ("mở lại", "reopened"), "corrected": ("sửa", "corrected"), "undo": ("hoàn tác", "undid"), "split": ("tách", "split"),
    "merge": ("gộp", "merged"), "add": ("thêm", "added"),
    "redate": ("sửa ngày văn bản", "corrected the day of the document"), "import": ("nhập từ bảng tính", "imported"),
    "alias": ("nhận tên gọi đã dạy", "took a taught name"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A change: who, when, what was done, and each field with before and after."""

    who: str
    at: datetime
    action: str
    undone: bool
    fields: tuple[tuple[str, str, str], ...]


def entries_of(revisions: Sequence[Revision], say: Callable[[str, str], str], language: str) -> list[Entry]:
    """The changes, newest first."""
    found = []
    for _, group in groupby(revisions, key=lambda revision: revision.change):
        rows = list(group)
        told = [
            (field_words(row.field, language), before, after)
            for row in rows
            if row.field != "place"  # seen on the page, not told
            and (before := value_words(row.field, row.before, language)) != (after := value_words(row.field, row.after, language))
        ]
        action = say(*_ACTIONS.get(rows[0].action, (rows[0].action, rows[0].action)))
        found.append(Entry(rows[0].who, rows[0].at, action, rows[0].undone, tuple(told)))
    return found[::-1]


def standing(revisions: Sequence[Revision], say: Callable[[str, str], str], language: str) -> Entry | None:
    """The last change that stands and that undoing would take back."""
    last = next((row for row in reversed(revisions) if not row.undone and row.action != "undo"), None)
    return entries_of([row for row in revisions if row.change == last.change], say, language)[0] if last else None


def field_words(field: str, language: str) -> str:
    """The name of a field."""
    return pick(FIELDS.get(field, (field, field)), language)


def value_words(field: str, value: object, language: str) -> str:
    """A value of the register as people read it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, list):
        return "; ".join(_item(each, language) for each in value) or "–"
    if field == "status" and value in set(TaskStatus):
        return pick(STATUS[TaskStatus(str(value))], language)
    if field == "kind":
        return pick(KINDS.get(str(value), (str(value), str(value))), language)
    if field == "type":
        return type_names().get(str(value), str(value))
    return f"{date.fromisoformat(str(value)):%d/%m/%Y}" if field == "issued" else str(value)


def _item(item: object, language: str) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "name" in item:
        name, canonical = str(item["name"]), item.get("canonical")
        return f"{name} (= {canonical})" if canonical and canonical != name else name
    deadline = DeadlineChange(
        text=str(item.get("text", "")), due=_day(item.get("due")), rrule=item.get("rrule"), time=item.get("time"),
        until=_day(item.get("until")), bound=Bound(item["bound"]) if item.get("bound") else None,
    )  # fmt: skip
    words = words_of(deadline, language)
    return f"{deadline.text} ({words})" if words and words != deadline.text else deadline.text


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
