"""What the clerk is told about a reading: one sentence for each kind of trouble, with the next step.

In: the verdicts on the pages, the pages.  Out: Vietnamese sentences.  Promise: a healthy document without handwriting gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.text import Page
from pipeline.extract.health import Health
from pipeline.extract.ocr.handwriting import DATE, NUMBER

_SENTENCES = (
    (
        ("scan", "stamp"),
        "{pages} không có lớp chữ dùng được (bản quét): chưa đọc được nội dung các trang đó. Hãy xin bản Word hoặc bản PDF có chữ.",
    ),
    (
        ("unread", "slow"),
        "{pages} không đọc được từ ảnh ({reason}): kết quả thiếu nội dung các trang đó. "
        "Hãy quét lại cho rõ, hoặc xin bản Word hoặc bản PDF có chữ.",
    ),
    (
        ("garbled",),
        "{pages} bị hỏng chữ ({reason}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.",
    ),
    (
        ("unmarked",),
        "{pages} mất dấu tiếng Việt ({reason}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.",
    ),
)


_WRITTEN = {
    NUMBER: "Số văn bản viết tay ở trang {}, máy đọc là {}. Hãy so với ảnh trang; nếu sai thì sửa ở mục “Soát thể thức văn bản”.",
    DATE: "Ngày ban hành viết tay ở trang {}, máy đọc là {}. Hãy so với ảnh trang; nếu sai thì sửa ở mục “Soát thể thức văn bản”.",
}


def reading_warnings(verdicts: Sequence[Health], *, pages: bool) -> tuple[str, ...]:
    """The sentences for a document; `pages` tells whether its pages can be counted (a Word file is one page for us)."""
    found = []
    for kinds, sentence in _SENTENCES:
        ill = [verdict for verdict in verdicts if not verdict.healthy and verdict.kind in kinds]
        if ill:
            where = f"{len(ill)}/{len(verdicts)} trang" if pages else "Văn bản"
            found.append(sentence.format(pages=where, reason=_clause(ill[0].reason)))
    return tuple(found)


def written_warnings(pages: Iterable[Page]) -> tuple[str, ...]:
    """A sentence for each number or date that was read from handwriting: it may be wrong, and somebody has to look. It says on
    which page, for a file may hold a second paper with a date of its own.
    """
    marks = ((page.number, mark) for page in pages for mark in page.marks if mark.kind in _WRITTEN)
    return tuple(_WRITTEN[mark.kind].format(number, mark.text) for number, mark in marks)


def _clause(reason: str) -> str:
    return reason.split(": ", 1)[-1]
