"""The text beside a rejected file: what is wrong with it, in Vietnamese, and what to do next.

In: a row of the ledger.  Out: the text of the note.
Promise: whoever opens it with any editor of an office reads the reason and the next step; of a secret paper it tells only the name.
"""

from __future__ import annotations

from models.errors import EngineMissing, PacketNotice, PacketStatus, SecretDocument
from models.register import IntakeRow

__all__ = ["note_text"]

_SECRET = (
    "Không chép tệp này đi nơi khác và không đưa lại vào thư mục nhận.",
    "Báo người phụ trách bảo vệ bí mật nhà nước của cơ quan để xử lý và xóa tệp khỏi máy này.",
    "Chương trình không giữ chữ, ảnh hay bản sao nào của tệp; chỉ còn tệp nằm ở đây.",
)
_SECRET_LEFT = (
    "Tệp vẫn nằm trong thư mục nhận: chương trình không chép văn bản mật sang đĩa khác.",
    *_SECRET[:2],
)
_USUAL = (
    "Sửa theo lời nhắn ở trên, hoặc xin nơi gửi bản khác.",
    "Chép tệp đã sửa vào lại thư mục nhận; chương trình sẽ tự đọc.",
    "Xóa tệp cũ và tờ ghi chú này khi không cần nữa.",
)
_NOTICE = ("Làm theo thông báo ở trên với văn bản đã vào sổ trước đây.", "Xóa tệp và tờ ghi chú này khi không cần nữa.")
_STATUS = ("Không cần làm gì: không có văn bản nào trong tệp này.", "Xóa tệp và tờ ghi chú này khi không cần nữa.")
_ENGINE = ("Cài phần mềm nêu ở trên (một lần cho máy này).", "Chuyển tệp từ đây vào lại thư mục nhận; chương trình sẽ tự đọc.")


def note_text(row: IntakeRow, *, left: bool = False) -> str:
    """The note; `left` says that the file stays in the inbox. Lines end as Windows' Notepad wants them."""
    steps = {
        SecretDocument.kind: _SECRET_LEFT if left else _SECRET,
        EngineMissing.kind: _ENGINE,
        PacketStatus.kind: _STATUS,
        PacketNotice.kind: _NOTICE,
    }.get(row.kind or "", _USUAL)
    lines = [
        "TỆP KHÔNG VÀO SỔ",
        "",
        f"Tệp:       {row.name}",
        f"Thả vào:   {row.path}",
        f"Lúc:       {row.finished:%H:%M ngày %d/%m/%Y}",
        f"Vì sao:    {row.reason}",
        "",
        "Làm gì tiếp:",
        *(f"  {number}. {step}" for number, step in enumerate(steps, 1)),
        "",
        f"(giaoviec, mã lỗi: {row.kind or 'rejected'})",
    ]
    return "\ufeff" + "\r\n".join(lines) + "\r\n"
