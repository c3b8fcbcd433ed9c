"""Place and date beside the lines of a letter's subject, read as one line with them."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

LETTER = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/BNV-CCHC
{about}
Kính gửi: Sở Nội vụ các tỉnh.

Đề nghị Sở Nội vụ các tỉnh báo cáo kết quả.
"""


@pytest.mark.parametrize(
    ("about", "subject", "placed"),
    [
        pytest.param(
            "V/v phòng, chống rét đậm Hà Nội, ngày 28 tháng 7 năm 2009\ncho học sinh",
            "phòng, chống rét đậm cho học sinh",
            "Hà Nội, ngày 28 tháng 7 năm 2009",
            id="first line",
        ),
        pytest.param(
            'V/v phát động phong trào "Nói lời hay,\nlàm việc tốt" Sơn Khê, ngày 8 tháng 1 năm 2009',
            'phát động phong trào "Nói lời hay, làm việc tốt"',
            "Sơn Khê, ngày 8 tháng 1 năm 2009",
            id="last line",
        ),
        pytest.param(
            "V/v bố trí vốn cho tỉnh Lào Cai    Hà Nội, ngày 28 tháng 7 năm 2009",
            "bố trí vốn cho tỉnh Lào Cai",
            "Hà Nội, ngày 28 tháng 7 năm 2009",
            id="blanks",
        ),
        pytest.param(
            "V/v bố trí vốn cho tỉnh Lào Cai Hà Nội, ngày 28 tháng 7 năm 2009",
            "bố trí vốn cho tỉnh Lào Cai",
            "Hà Nội, ngày 28 tháng 7 năm 2009",
            id="behind a place",
        ),
        pytest.param(
            "V/v hội nghị tại Sơn Khê, ngày 28 tháng 7 năm 2009\nHà Nội, ngày 12 tháng 7 năm 2009",
            "hội nghị tại Sơn Khê, ngày 28 tháng 7 năm 2009",
            "Hà Nội, ngày 12 tháng 7 năm 2009",
            id="a day of the subject",
        ),
        pytest.param(
            "Hà Nội, ngày 12 tháng 7 năm 2009\nV/v báo cáo sơ kết ngày 28 tháng 7 năm 2009",
            "báo cáo sơ kết ngày 28 tháng 7 năm 2009",
            "Hà Nội, ngày 12 tháng 7 năm 2009",
            id="the date stands above",
        ),
    ],
)
def test_place_and_date_beside_the_subject(about: str, subject: str, placed: str) -> None:
    head = outline_of(LETTER.format(about=about)).letterhead
    assert " ".join(head.subject.text.split()) == subject
    assert head.place_date.text == placed
    assert [part.text for part in head.addressees] == ["Sở Nội vụ các tỉnh."]
