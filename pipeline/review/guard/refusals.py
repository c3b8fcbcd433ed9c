"""What the door says.

In: a reason.  Out: a page in the reader's language with the next step.
Promise: a refusal shows nothing of the register, of the person, or of the machine.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from pipeline.review.rendering import language_of, templates

__all__ = [
    "FOREIGN",
    "LOGIN",
    "NOT_IN",
    "NOT_YOURS",
    "SLOWER",
    "STALE",
    "USED",
    "WRONG",
    "WRONG_NAME",
    "Words",
    "door_page",
    "refusal",
]

Words = tuple[tuple[str, str], tuple[str, str]]
"""Title and next step, in Vietnamese and in English."""

WRONG_NAME: Words = (
    ("Tên máy chủ không đúng", "Hãy mở trang bằng đúng địa chỉ mà người quản trị đã cho."),
    ("Wrong host name", "Open the page by the address that the administrator gave you."),
)
FOREIGN: Words = (
    ("Yêu cầu đến từ một trang khác nên không được nhận, chưa thay đổi gì", "Hãy mở trang rà soát trực tiếp rồi làm lại ở đó."),
    ("The request came from another site and was refused; nothing was changed", "Open the review page itself and repeat it there."),
)
NOT_IN: Words = (
    ("Bạn chưa vào trang rà soát", "Hãy mở lại địa chỉ mà lệnh giaoviec review in ra, hoặc đăng nhập."),
    ("You are not in", "Open the address that giaoviec review printed, or log in."),
)
USED: Words = (
    (
        "Địa chỉ mở trang này đã dùng rồi hoặc không đúng",
        "Mỗi địa chỉ chỉ mở được một lần. Hãy dừng lệnh giaoviec review (Ctrl-C), chạy lại và mở địa chỉ mới.",
    ),
    (
        "This opening address was used before, or is wrong",
        "Each opens once. Stop giaoviec review (Ctrl-C), run it again and open the new address.",
    ),
)
STALE: Words = (
    ("Trang này đã cũ nên chưa lưu gì", "Hãy quay lại, tải lại trang rồi làm lại thao tác."),
    ("This page is stale; nothing was saved", "Go back, load the page again and repeat it."),
)
NOT_YOURS: Words = (
    ("Bạn chỉ có quyền xem, chưa thay đổi gì", "Hãy nhờ người có quyền soát sửa giúp, hoặc xin người quản trị thêm quyền."),
    ("You may only read; nothing was changed", "Ask a reviewer to change it, or the administrator for the right to."),
)
LOGIN: Words = (("Đăng nhập", ""), ("Log in", ""))
WRONG: Words = (
    ("Đăng nhập", "Tên hoặc mật khẩu không đúng. Hãy gõ lại, hoặc nhờ người quản trị đặt mật khẩu mới."),
    ("Log in", "Wrong name or password. Type them again, or ask the administrator for a new password."),
)
SLOWER: Words = (
    ("Đăng nhập", "Đã gõ sai nhiều lần. Hãy chờ 15 phút rồi thử lại."),
    ("Log in", "Too many wrong attempts. Wait 15 minutes and try again."),
)


def refusal(request: Request, status: int, words: Words) -> Response:
    """A page that only says no."""
    return door_page(request, status, words)


def door_page(request: Request, status: int, words: Words, *, token: str = "", follow: str = "/", form: bool = False) -> Response:
    """A page of the door: a sentence, and the login form where one is wanted."""
    language = language_of(request)
    title, step = words[1] if language == "en" else words[0]
    page = templates().get_template("door.html").render(
        title=title, step=step, language=language, form=form, token=token, follow=follow,
        say=lambda vi, en: en if language == "en" else vi,
    )  # fmt: skip
    return Response(page, status, media_type="text/html; charset=utf-8")
