"""Names in capitals as a sentence writes them: places at their end keep their capitals."""

from __future__ import annotations

import pytest

from pipeline.detect.issuer_case import sentence_case


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("SỞ Y TẾ KIÊN GIANG", "Sở Y tế Kiên Giang"),
        ("SỞ Y TẾ KIÊN GIANG - CÔNG ĐOÀN NGÀNH", "Sở Y tế Kiên Giang - công đoàn ngành"),
        ("TRƯỜNG CAO ĐẲNG Y TẾ QUẢNG NAM", "Trường Cao đẳng y tế Quảng Nam"),
        ("BÁO HOÀ BÌNH", "Báo Hoà Bình"),
        ("ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH BÀ RỊA - VŨNG TÀU", "Đài Phát thanh và truyền hình Bà Rịa - Vũng Tàu"),
        ("TRUNG TÂM NGHIÊN CỨU HÀ NỘI HỌC", "Trung tâm Nghiên cứu hà nội học"),
    ],
)
def test_a_province_at_the_end_has_capitals(capitals: str, written: str) -> None:
    assert sentence_case(capitals, None) == written
