"""Stars as titles: "* Sở Y tế" without a colon holds the dashes below it. Sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Item
from tests.reading import outline_of

HEAD = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nPhòng, chống dịch bệnh năm 2025\n\nII. TỔ CHỨC THỰC HIỆN\n"


def below(item: Item) -> str:
    inside = "".join(f"[{below(child)}]" for child in item.children)
    return item.passage.text.split()[0] + inside


def tree(body: str) -> str:
    outline = outline_of(HEAD + body)
    return " ".join(below(child) for item in outline.body for child in item.children)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("* Sở Y tế\n- Rà soát.\n- Mở lớp.\n* Công an tỉnh\n- Tuần tra.", "Sở[Rà][Mở] Công[Tuần]", id="titles"),
        pytest.param("* Sở Y tế\nRà soát kho.\n* Công an tỉnh\nTuần tra.", "Sở[Rà] Công[Tuần]", id="paragraphs-below"),
        pytest.param(
            "* Ngân hàng Nhà nước chi nhánh tỉnh\n- Rà soát.\n* Toà án nhân dân tỉnh\n- Tập huấn.",
            "Ngân[Rà] Toà[Tập]",
            id="bank-and-court",
        ),
        pytest.param("* Thôn Đông\n- Dọn kênh.\n* Quân sự xã\n- Tuần tra.", "Thôn[Dọn] Quân[Tuần]", id="hamlet-and-soldiers"),
        pytest.param("* Trường hợp thiếu hồ sơ\n- Trả lại.", "Trường Trả", id="a-case-is-no-school"),
        pytest.param("* Vụ án tồn đọng\n- Báo cáo.", "Vụ Báo", id="a-case-in-court-is-no-department"),
        pytest.param("* Tổ chức trực cấp cứu\n- Báo cáo.", "Tổ Báo", id="an-order-to-organise"),
        pytest.param("* Rà soát kho.\n* Mở lớp;\n- Tuần tra.", "Rà Mở Tuần", id="sentences"),
        pytest.param("- Y tế\n* Rà soát kho\n* Mở lớp\n- Công an\n* Tuần tra", "Y[Rà][Mở] Công[Tuần]", id="stars-below-dashes"),
    ],
)
def test_what_a_star_holds(body: str, expected: str) -> None:
    assert tree(body) == expected
