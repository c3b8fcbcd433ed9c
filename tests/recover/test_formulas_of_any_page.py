"""Given words of which a letter was misread, in any text: an engine may have read it before it came to us."""

from __future__ import annotations

import pytest

from pipeline.recover import recover_text
from pipeline.recover.formulas import formal_letter_edits


def mended(text: str) -> str:
    return recover_text(text, plain=False)[0]


@pytest.mark.parametrize(
    ("misread", "printed"),
    [
        pytest.param("SỞ Y TẾ Độc lập - Tự đo - Hạnh phúc", "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc", id="slogan beside the office"),
        pytest.param("SỞ NỘI VỤ Đôc lập - Tự do - Hạnh phú", "SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc", id="two letters of it"),
        pytest.param(
            "ỦY BẠN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            id="the office beside the motto",
        ),
        pytest.param(
            "HUYỆN ỦY SƠN KHÊ ĐẢNG CỘNG SÁN VIỆT NAM",
            "HUYỆN ỦY SƠN KHÊ ĐẢNG CỘNG SẢN VIỆT NAM",
            id="the Party beside its committee",
        ),
        pytest.param("- Lưu: VT. PHÓ GIÁM ĐÓC", "- Lưu: VT. PHÓ GIÁM ĐỐC", id="a title beside a recipient"),
        pytest.param("PHÓCHỦ TỊCH", "PHÓ CHỦ TỊCH", id="a title in one word"),
        pytest.param("KT, CHU TỊCH", "KT, CHỦ TỊCH", id="a title behind its sign"),
        pytest.param("Nơi nhân: KT. BỘ TRƯỞNG", "Nơi nhận: KT. BỘ TRƯỞNG", id="recipients"),
        pytest.param("Noi nhện\n- Như trên;", "Nơi nhận:\n- Như trên;", id="recipients without a colon"),
        pytest.param("Nơi nhận. KT. CHỦ TỊCH", "Nơi nhận: KT. CHỦ TỊCH", id="recipients with a point"),
        pytest.param("- Đơn vi phôi hợp: Tổ Văn", "- Đơn vị phối hợp: Tổ Văn", id="label"),
        pytest.param("- Đơn vị chủ trì; Tổ Văn", "- Đơn vị chủ trì: Tổ Văn", id="label with another mark"),
        pytest.param("a) Thời gìan hoàn thảnh: tháng 5", "a) Thời gian hoàn thành: tháng 5", id="label behind a letter"),
        pytest.param("Chủ trì: Tổ Văn. Phôi hợp: Tổ Sử", "Chủ trì: Tổ Văn. Phối hợp: Tổ Sử", id="a label behind another"),
        pytest.param("Sô: 15/KH-UBND", "Số: 15/KH-UBND", id="number"),
        pytest.param("_ Số; /SYT-NVY", "Số: /SYT-NVY", id="number with specks"),
        pytest.param("Só: l5/STC - NS Sơn Khê", "Số: l5/STC - NS Sơn Khê", id="no digit of a number is touched"),
        pytest.param("ngảy 14 thang 11 nam 2014", "ngày 14 tháng 11 năm 2014", id="day"),
        pytest.param("ngày l4 tháng 1l năm 2014", "ngày 14 tháng 11 năm 2014", id="letters for digits"),
        pytest.param("trước ngày 3l/8/20l8", "trước ngày 31/8/2018", id="letters in a date"),
        pytest.param("trưóc ngày3 1/8/2018", "trước ngày 31/8/2018", id="a blank in the wrong place"),
        pytest.param("châm nhất ngày 31/8/201 8", "chậm nhất ngày 31/8/2018", id="a blank in the year"),
        pytest.param("trước ngày 31/82018", "trước ngày 31/8/2018", id="a slash too few"),
        pytest.param("quý HI/2018, quý II1.", "quý III/2018, quý III.", id="quarter"),
        pytest.param("hăng tháng, 25 hàng thang, hàngquý", "hằng tháng, 25 hàng tháng, hàng quý", id="rhythm"),
    ],
)
def test_what_was_misread_and_what_is_printed(misread: str, printed: str) -> None:
    assert mended(misread) == printed
    assert mended(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("trước ngày 31/§/2018", id="a sign that may be several digits"),
        pytest.param("Người nhận: Phòng Nội vụ", id="another opener"),
        pytest.param("- Sản phẩm; thời gian; kinh phí", id="a list of short words"),
        pytest.param("NƠI NHẬN\n- Như trên", id="capitals"),
        pytest.param("So sánh số liệu. Số hộ nghèo/Tổng số", id="no number of a paper"),
        pytest.param("xếp hạng năm 2020, thực hiện ngay 02 tháng đầu năm", id="other words of the same letters"),
        pytest.param("mức 201 8/10, văn bản 45/82018", id="no date"),
        pytest.param("- GIÁM ĐỐC; Đảng viên là CHỦ TỊCH", id="titles that are right"),
        pytest.param("| Số: 12/QĐ-UBND |", id="a cell"),
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert mended(text) == text


def test_no_mark_before_a_title_goes() -> None:
    assert list(formal_letter_edits("- GIÁM ĐỐC\n# KẾ HOẠCH")) == []


def test_a_text_whose_words_are_to_be_recovered_keeps_its_letters() -> None:
    assert recover_text("UY BAN NHAN DAN\nSo: 15/KH-UBND", plain=False, sound=False)[0] == "UY BAN NHAN DAN\nSo: 15/KH-UBND"
