"""Titles that hold a mark of urgency: "CÔNG ĐIỆN KHẨN / Về việc ...". Papers written for these tests."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ
Số: 05/CĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 03 tháng 9 năm 2023

"""
BODY = "\nVề việc ứng phó với bão số 3\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Xây dựng kiểm tra các công trình.\n"


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("CÔNG ĐIỆN KHẨN", ("CÔNG ĐIỆN", ["KHẨN"])),
        ("CÔNG ĐIỆN THƯỢNG KHẨN", ("CÔNG ĐIỆN", ["THƯỢNG KHẨN"])),
        ("THÔNG BÁO (HỎA TỐC)", ("THÔNG BÁO", ["HỎA TỐC"])),
        ("CÔNG ĐIỆN", ("CÔNG ĐIỆN", [])),
    ],
)
def test_a_mark_behind_the_type_is_no_subject(title: str, read: tuple[str, list[str]]) -> None:
    head = outline_of(HEAD + title + BODY).letterhead
    assert (head.type_name.text, [mark.text for mark in head.marks]) == read
    assert head.subject.text == "ứng phó với bão số 3"
