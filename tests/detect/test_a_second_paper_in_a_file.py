"""A paper that stands behind another in one file: what it orders is not taken in, and the reader is told where it begins."""

from __future__ import annotations

from collections.abc import Callable

from models.directive import Directive
from models.text import Document

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{number}\n\n"
    "Lào Cai, ngày 12 tháng 5 năm 2022\n\n"
)
LETTER = (
    "V/v tổ chức hội xuân\n\nKính gửi: Các sở, ban, ngành.\n\n"
    "UBND tỉnh yêu cầu Sở Y tế kiểm tra các quán ăn trước ngày 20/5/2022.\n\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
)
DECISION = (
    "QUYẾT ĐỊNH\nVề việc thành lập Ban Tổ chức hội xuân\n\nỦY BAN NHÂN DÂN TỈNH LÀO CAI\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giao Sở Tài chính bố trí kinh phí hội xuân.\n\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n"
)


def test_the_warning_names_the_second_paper_on_one_line_and_says_what_to_do(
    read: Callable[..., tuple[Document, Directive]],
) -> None:
    text = HEAD.format(number="Số: 77/UBND-VP") + LETTER + HEAD.format(number="Số:               /QĐ-UBND") + DECISION
    directive = read(text)[1]
    assert [task.agencies[0].name for task in directive.tasks] == ["Sở Y tế"]
    (warning,) = (said for said in directive.warnings if "thêm một văn bản khác" in said)
    assert "(Số: /QĐ-UBND)" in warning
    assert warning.endswith("Nếu cần, hãy tách văn bản đó thành tệp riêng rồi đưa vào.")
