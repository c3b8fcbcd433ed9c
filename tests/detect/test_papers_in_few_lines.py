"""Papers of which a tool left only a line a paragraph: letterhead, recipients and signature glued to what stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = (
    "{issuer} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\n"
    "Số: 12/BHXH-QLT V/v thu và giảm nợ cuối năm 2025\nSơn Khê, ngày 05 tháng 10 năm 2025\n"
    "Kính gửi: Các phòng nghiệp vụ.\nĐể hoàn thành kế hoạch, yêu cầu các phòng nghiệp vụ thực hiện các nhiệm vụ sau:\n"
    "1. Phòng Quản lý thu đối chiếu số liệu.\n2. Văn phòng tổng hợp số liệu.\n"
    "Nhận được công văn này, yêu cầu các phòng nghiệp vụ báo cáo kết quả trước ngày 25 hàng tháng./. "
    "Nơi nhận: - Như trên; - BHXH Việt Nam (b/c); - Lưu: VT, QLT (3b). {signed}"
)
ISSUER, SIGNED = "BẢO HIỂM XÃ HỘI VIỆT NAM BẢO HIỂM XÃ HỘI TỈNH SƠN KHÊ", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Trần Hữu Bách"


def paper(read: Read, issuer: str = ISSUER, signed: str = SIGNED) -> Directive:
    return read(LETTER.format(issuer=issuer, signed=signed))[1]


def test_number_and_subject_on_one_line_are_two_fields(read: Read) -> None:
    fields = paper(read).fields
    assert (fields.number, fields.subject) == ("12/BHXH-QLT", "thu và giảm nợ cuối năm 2025")


def test_recipients_behind_the_last_sentence_end_the_body(read: Read) -> None:
    directive = paper(read)
    assert directive.fields.recipients == ("BHXH Việt Nam (b/c)", "Lưu: VT, QLT (3b)")
    assert directive.tasks[-1].text.endswith("trước ngày 25 hàng tháng./.")


@pytest.mark.parametrize(
    ("signed", "title", "authority"),
    [
        (SIGNED, "Phó giám đốc", "KT."),
        ("KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM (Đã ký) Trần Hữu Bách", "Phó chủ nhiệm", "KT."),
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Hữu Bách", "Chủ tịch", "TM."),
        ("GIÁM ĐỐC (Đã ký) Trần Hữu Bách", "Giám đốc", None),
    ],
)
def test_a_signature_behind_the_last_recipient(signed: str, title: str, authority: str | None, read: Read) -> None:
    signer = paper(read, signed=signed).fields.signer
    assert signer is not None
    assert (signer.name, signer.title, signer.authority) == ("Trần Hữu Bách", title, authority)


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        (ISSUER, "Bảo hiểm xã hội tỉnh Sơn Khê"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG TRUNG HỌC PHỔ THÔNG SƠN KHÊ", "Trường Trung học phổ thông sơn khê"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và công nghệ"),
    ],
)
def test_of_two_bodies_on_one_line_the_second_issues(printed: str, issuer: str, read: Read) -> None:
    assert (paper(read, issuer=printed).fields.issuer or "").lower() == issuer.lower()
