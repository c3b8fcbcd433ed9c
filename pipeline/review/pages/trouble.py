"""Refusals and troubles as pages.

In: an error.  Out: a page in the reader's language that says what happened and what to do next.
Promise: no page shows a path of this machine, a statement of SQL or a traceback.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from models.errors import (
    GiaoviecError,
    RegisterError,
    RegisterLocked,
    RegisterMissing,
    TaskConflict,
    UnknownDocument,
    UnknownTask,
)
from pipeline.review.pages.common import NotAllowed
from pipeline.review.rendering import language_of, render

__all__ = ["add_troubles", "trouble_page"]

Words = tuple[str, str]
_STATUS: dict[int, tuple[Words, Words]] = {
    400: (
        ("Yêu cầu gửi lên không đọc được", "Hãy quay lại trang trước, tải lại rồi làm lại."),
        ("The request cannot be read", "Go back, load the page again and repeat."),
    ),
    403: (
        ("Bạn chỉ có quyền xem", "Hãy nhờ người có quyền soát sửa giúp, hoặc xin thêm quyền."),
        ("You may only read", "Ask a reviewer to change it, or ask for the right to."),
    ),
    404: (
        ("Không có trang này", "Hãy kiểm tra địa chỉ, hoặc quay về danh sách cần soát."),
        ("There is no such page", "Check the address, or go back to the queue."),
    ),
    405: (
        ("Địa chỉ này không nhận thao tác đó", "Hãy quay về danh sách cần soát rồi làm lại từ đó."),
        ("This address does not take that", "Go back to the queue and start from there."),
    ),
    413: (
        ("Nội dung gửi lên quá lớn, chưa lưu gì", "Hãy quay lại, rút ngắn rồi gửi lại."),
        ("The form is too large, nothing was saved", "Go back, shorten it and send it again."),
    ),
    500: (
        ("Chương trình gặp lỗi, chưa lưu gì của thao tác vừa rồi", "Hãy tải lại trang; nếu vẫn lỗi, báo cho người quản trị."),
        ("The program failed; nothing of this action was saved", "Load the page again; if it fails again, tell the administrator."),
    ),
}


def trouble_page(request: Request, status: int, *, vi: Words, en: Words) -> Response:
    """A page with a title and the next step."""
    title, step = en if language_of(request) == "en" else vi
    return render(request, "trouble.html", status=status, title=title, step=step)


def add_troubles(app: FastAPI) -> None:
    """Tell the application how each error becomes a page."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, lambda request, error: _status_page(request, 400))
    app.add_exception_handler(NotAllowed, lambda request, error: _status_page(request, 403))
    app.add_exception_handler(GiaoviecError, _known)
    app.add_exception_handler(Exception, _unknown)


def _status_page(request: Request, status: int) -> Response:
    vi, en = _STATUS.get(status, _STATUS[400 if status < 500 else 500])
    return trouble_page(request, status, vi=vi, en=en)


def _http(request: Request, error: Exception) -> Response:
    return _status_page(request, error.status_code if isinstance(error, HTTPException) else 500)


def _known(request: Request, error: Exception) -> Response:
    if not isinstance(error, GiaoviecError):
        return _unknown(request, error)
    # The name of the register is enough: where it lies is nobody's business but this machine's.
    facts = {name: Path(str(value)).name if name in ("path", "quoted") else value for name, value in error.facts.items()}
    told = type(error)(**facts)
    return trouble_page(
        request, _code(error), vi=_parted(told.message("vi")), en=_parted(told.message("en"))
    )  # fmt: skip


def _code(error: GiaoviecError) -> int:
    if isinstance(error, UnknownTask | UnknownDocument):
        return 404
    if isinstance(error, TaskConflict):
        return 409
    return 503 if isinstance(error, RegisterLocked | RegisterMissing | RegisterError) else 400


def _parted(message: str) -> Words:
    head, _, rest = message.partition(". ")
    return head, rest


def _unknown(request: Request, error: Exception) -> Response:
    # The server itself writes the traceback to its log.
    return _status_page(request, 500)
