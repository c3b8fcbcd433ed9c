"""The words of the lists: column headers, states, kinds, names of document types.

In: a value of the register.  Out: what an office reads.  Promise: Vietnamese first; every value of an enumeration has its words.
"""

from __future__ import annotations

from models.directive import Kind, Origin
from models.register import IntakeState, TaskStatus
from pipeline.rules.types import type_names

Pair = tuple[str, str]
"""Vietnamese, English."""

TASK_COLUMNS: tuple[Pair, ...] = (
    ("STT", "No."),
    ("Nhiệm vụ", "Task"),
    ("Cơ quan chủ trì", "Lead"),
    ("Cơ quan phối hợp", "Coordinators"),
    ("Thời hạn (theo văn bản)", "Deadline (as written)"),
    ("Thời hạn", "Deadline"),
    ("Số văn bản", "Document"),
    ("Ngày văn bản", "Issued"),
    ("Trang", "Page"),
    ("Trạng thái", "Status"),
    ("Ghi chú", "Notes"),
)
# The first ten are the columns of the book of incoming documents, NĐ 30/2020/NĐ-CP, Phụ lục IV, in its order; two of ours follow.
BOOK_COLUMNS: tuple[Pair, ...] = (
    ("Ngày đến", "Arrived"),
    ("Số đến", "Arrival no."),
    ("Tác giả", "Author"),
    ("Số, ký hiệu văn bản", "Number and symbol"),
    ("Ngày văn bản", "Issued"),
    ("Tên loại và trích yếu nội dung văn bản", "Type and subject"),
    ("Đơn vị hoặc người nhận", "Unit or person"),
    ("Ngày chuyển", "Passed on"),
    ("Ký nhận", "Received by"),
    ("Ghi chú", "Notes"),
    ("Số nhiệm vụ", "Tasks"),
    ("Tệp", "File"),
)
TASKS_TITLE: Pair = ("DANH MỤC NHIỆM VỤ ĐƯỢC GIAO", "LIST OF ASSIGNED TASKS")
BOOK_TITLE: Pair = ("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "BOOK OF INCOMING DOCUMENTS")
TASKS_SHEET: Pair = ("Danh mục nhiệm vụ", "Tasks")
BOOK_SHEET: Pair = ("Sổ văn bản đến", "Incoming documents")
NOTE_LABELS: dict[str, Pair] = {
    "product": ("Sản phẩm", "Product"),
    "receivers": ("Báo cáo, gửi", "Report to"),
    "reasons": ("Cần xem lại", "To check"),
}
INFERRED: Pair = ("(suy ra)", "(inferred)")
WORKS_ALONG: Pair = ("(phối hợp thực hiện)", "(works along)")
PAGE_FOOTER: Pair = ("Trang &P/&N", "Page &P of &N")
NO_TASKS: Pair = ("Không có nhiệm vụ nào theo điều kiện đã chọn.", "No task meets the conditions.")

STATUS: dict[TaskStatus, Pair] = {
    TaskStatus.NEW: ("Mới", "New"),
    TaskStatus.CONFIRMED: ("Đã xác nhận", "Confirmed"),
    TaskStatus.CORRECTED: ("Đã sửa", "Corrected"),
    TaskStatus.REJECTED: ("Đã loại", "Rejected"),
    TaskStatus.ORPHANED: ("Không còn trong văn bản", "No longer in the document"),
}
STATE: dict[IntakeState, Pair] = {
    IntakeState.SEEN: ("Mới thấy", "Seen"),
    IntakeState.WAITING: ("Đang đợi", "Waiting"),
    IntakeState.READING: ("Đang đọc", "Being read"),
    IntakeState.REGISTERED: ("", ""),
    IntakeState.WARNINGS: ("Cần kiểm tra", "To be checked"),
    IntakeState.DUPLICATE: ("Trùng", "Duplicate"),
    IntakeState.REJECTED: ("Không nhập được", "Rejected"),
}
KIND: dict[str, Pair] = {
    Kind.ASSIGNMENT.value: ("", ""),
    Kind.TARGET.value: ("Chỉ tiêu", "Target"),
    Kind.EVENT.value: ("Sự kiện", "Event"),
}
ORIGIN: dict[str, Pair] = {
    Origin.BODY.value: ("", ""),
    Origin.TABLE.value: ("Theo bảng", "From a table"),  # in an annex or in the text: the record does not know which
    Origin.BUT_PHE.value: ("Bút phê", "Handwritten instruction"),
    Origin.IMPORTED.value: ("Nhập từ danh sách", "Imported"),
}
_ABOUT = frozenset({"CV", "QĐ", "TTr", "NQ", "CĐ"})
"""Types whose subject follows "về việc"."""


def pick(pair: Pair, language: str) -> str:
    """The words in the reader's language."""
    return pair[1] if language == "en" else pair[0]


def type_and_subject(kind: str | None, subject: str | None, *, about: bool = False) -> str:
    """A document as the book names it: "Kế hoạch cải cách hành chính năm 2025", "Công văn về việc báo cáo tiến độ".

    `about`: the document itself writes "về việc", whatever is usual for its type.
    """
    name = type_names().get(kind or "", kind or "")
    said = (subject or "").lower().startswith(("về việc", "v/v"))
    lead = "về việc " if (about or kind in _ABOUT) and subject and not said else ""
    return f"{name} {lead}{subject or ''}".strip()
