"""What the clerk is told about a reading: one sentence for each kind of trouble, with the next step.

In: the verdicts on the pages.  Out: Vietnamese sentences.  Promise: a healthy document gets none.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.health import Health

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


def reading_warnings(verdicts: Sequence[Health], *, pages: bool) -> tuple[str, ...]:
    """The sentences for a document; `pages` tells whether its pages can be counted (a Word file is one page for us)."""
    found = []
    for kinds, sentence in _SENTENCES:
        ill = [verdict for verdict in verdicts if not verdict.healthy and verdict.kind in kinds]
        if ill:
            where = f"{len(ill)}/{len(verdicts)} trang" if pages else "Văn bản"
            found.append(sentence.format(pages=where, reason=_clause(ill[0].reason)))
    return tuple(found)


def _clause(reason: str) -> str:
    return reason.split(": ", 1)[-1]
