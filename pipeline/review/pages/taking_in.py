"""The Excel list, edited by people, taken back on the page: sent, looked at row by row, then written.

In: the .xlsx that `export` wrote.  Out: the same differences as `giaoviec import` shows, and what became of each row.
Promise: sending changes nothing; what is written is what was shown; a row that changed in the register meanwhile is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from models.errors import BadList
from pipeline.exchange import Fate, Limits, RowPlan, apply, list_rows, plan, read_workbook
from pipeline.review.pages.common import Form, NotAllowed, first, opened, settings_of, today_of
from pipeline.review.pages.record import Notice
from pipeline.review.people import person_of
from pipeline.review.rendering import language_of, render, say_of
from pipeline.review.settings import LIST_BYTES
from pipeline.review.tray import Tray
from pipeline.rules.english import message_of

router = APIRouter()
LIMITS = Limits(packed=LIST_BYTES, unpacked=150_000_000, part=120_000_000, rows=20_000)
"""What one page can show and one server can read beside its other work; a larger list goes by command."""
SHOWN = 300
_FATES = {
    Fate.CHANGE: ("sửa", "changed"), Fate.ADD: ("thêm", "added"), Fate.CONFLICT: ("xung đột", "conflict"),
    Fate.REFUSED: ("không nhận", "refused"), Fate.UNCHANGED: ("không đổi", "unchanged"),
}  # fmt: skip


async def _sent(request: Request) -> tuple[str, bytes]:
    """Name and bytes of the file of a form; ("", b"") where none was sent."""
    try:
        async with request.form(max_fields=10, max_files=1) as form:
            file = form.get("list")
            if isinstance(file, UploadFile) and file.filename:
                return file.filename.replace("\\", "/").rsplit("/", 1)[-1][:120], await file.read()
    except HTTPException:
        raise
    except Exception as error:  # the parsers of forms raise what they like
        raise HTTPException(400) from error
    return "", b""


@router.get("/import")
def ask_for_list(request: Request) -> Response:
    """Where a list is chosen."""
    return _page(request)


@router.post("/import")
async def look_at_list(request: Request, sent: Annotated[tuple[str, bytes], Depends(_sent)]) -> Response:
    """Read a list and show what it wants; nothing is written."""
    if not person_of(request).may_change:
        raise NotAllowed
    return await run_in_threadpool(_look, request, *sent)


def _look(request: Request, name: str, content: bytes) -> Response:
    say, tray = say_of(request), _tray(request)
    if not name or not content:
        return _page(request, notice=Notice("bad", say("Chưa chọn tệp nào.", "No file was chosen.")), status=400)
    try:
        with tray.reading:
            rows = list_rows(read_workbook(content, name=name, limits=LIMITS), name=name)
            with opened(request) as register:
                plans = plan(register, rows, today=today_of(request))
    except BadList as error:
        by_command = say(
            "Danh sách lớn hơn thì nhập bằng lệnh: giaoviec import.", "A larger list goes by command: giaoviec import."
        )
        lines = (by_command,)
        return _page(request, notice=Notice("bad", message_of(error, language_of(request)), lines), status=400)
    wanted = sum(row.fate in (Fate.CHANGE, Fate.ADD) for row in plans)
    key = tray.put(name, person_of(request).name, plans) if wanted else ""
    return _page(request, name=name, plans=plans, key=key, wanted=wanted)


@router.post("/import/apply")
def write_list(request: Request, posted: Form) -> Response:
    """Write what was shown."""
    say = say_of(request)
    with opened(request, write=True) as register:
        sent = _tray(request).take(first(posted, "key"), person_of(request).name)
        if sent is None:
            title = say(
                "Danh sách này đã được ghi, hoặc đã chờ quá lâu nên không còn. Chưa ghi gì thêm; hãy gửi lại tệp.",
                "This list was written already, or waited too long. Nothing more was written; send the file again.",
            )
            return _page(request, notice=Notice("bad", title), status=409)
        done = apply(register, sent.plans, who=person_of(request).name, clock=settings_of(request).clock)
    written = sum(row.fate in (Fate.CHANGE, Fate.ADD) for row in done)
    left = any(now.fate is not then.fate for now, then in zip(done, sent.plans, strict=True))
    title = say(f"Đã ghi {written} thay đổi vào sổ.", f"{written} changes were written.")
    why = say(
        "Một số dòng vừa được người khác sửa nên để nguyên; xem bên dưới.",
        "Some rows had just been changed by others and were left; see below.",
    )
    told = Notice("conflict", title, (why,)) if left else Notice("good", title)
    return _page(request, name=sent.name, plans=done, notice=told, done=True)


def _page(
    request: Request, *, name: str = "", plans: Sequence[RowPlan] = (), key: str = "", wanted: int = 0, done: bool = False,
    notice: Notice | None = None, status: int = 200,
) -> Response:  # fmt: skip
    say = say_of(request)
    counts = Counter(row.fate for row in plans)
    # What needs a person's eye first: what cannot be written, then what will be.
    order = (Fate.CONFLICT, Fate.REFUSED, Fate.CHANGE, Fate.ADD)
    told = sorted((row for row in plans if row.fate in order), key=lambda row: order.index(row.fate))
    return render(
        request, "taking_in.html", status=status, file=name, key=key, wanted=wanted, done=done, notice=notice, rows=told[:SHOWN],
        more=max(0, len(told) - SHOWN), read=bool(plans) or bool(name),
        counts=[(fate, say(*words), counts[fate]) for fate, words in _FATES.items() if counts[fate]],
        fate_words={fate: say(*words) for fate, words in _FATES.items()},
        limit=LIST_BYTES // 1_000_000, most_rows=LIMITS.rows,
    )  # fmt: skip


def _tray(request: Request) -> Tray:
    tray: Tray = request.app.state.tray
    return tray
