"""Lines that a person marked are read as a document is: without their enumerators, with the leads of the headings above."""

from datetime import date

import pytest

from models.directive import Role
from pipeline.review.marking import read_marked

PAGES = (
    "Thực hiện Kế hoạch năm 2025, Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện như sau:\n"
    "1. Sở Nội vụ:\n"
    "- Xây dựng kế hoạch cải cách hành chính,\ntrình trước ngày 30/6/2025.\n"
    "- Rà soát hồ sơ cán bộ, công chức.\n"
    "2. Sở Y tế:\n",
    "a) Kiểm tra công tác phòng, chống dịch; báo cáo trước ngày 20 hàng tháng.\n"
    "b) Phối hợp với Sở Tài chính bố trí kinh phí.\n"
    "Danh mục kèm theo\n"
    "7\tTập huấn kỹ năng an toàn thông tin\n",
)
TEXT = "\f".join(PAGES)


def leads(begin: str, end: str) -> tuple[str, tuple[str, ...], list[str]]:
    task = read_marked(PAGES, (TEXT.index(begin), TEXT.index(end) + len(end)), issued=date(2025, 5, 12), place=None)
    assert task
    named = tuple(agency.name for agency in task.agencies if agency.role is Role.LEAD)
    return task.text, named, [f"{deadline.due or deadline.rrule}" for deadline in task.deadlines]


@pytest.mark.parametrize(
    ("begin", "end", "text", "bodies", "days"),
    [
        pytest.param(
            "- Xây dựng", "30/6/2025.", "Xây dựng kế hoạch cải cách hành chính, trình trước ngày 30/6/2025.", ("Sở Nội vụ",),
            ["2025-06-30"], id="dash, two lines, lead of the heading",
        ),
        pytest.param("- Rà soát", "công chức.", "Rà soát hồ sơ cán bộ, công chức.", ("Sở Nội vụ",), [], id="second dash"),
        pytest.param(
            "a) Kiểm tra", "hàng tháng.", "Kiểm tra công tác phòng, chống dịch; báo cáo trước ngày 20 hàng tháng.", ("Sở Y tế",),
            ["FREQ=MONTHLY;BYMONTHDAY=20"], id="heading on the page before",
        ),
        pytest.param(
            "trình trước", "30/6/2025.", "trình trước ngày 30/6/2025.", ("Sở Nội vụ",), ["2025-06-30"], id="part of an item"
        ),
        pytest.param("7\tTập huấn", "thông tin", "Tập huấn kỹ năng an toàn thông tin", (), [], id="row of a table"),
    ],
)  # fmt: skip
def test_marked_lines_are_read_like_a_document(begin: str, end: str, text: str, bodies: tuple[str, ...], days: list[str]) -> None:
    assert leads(begin, end) == (text, bodies, days)


@pytest.mark.parametrize("marked", [(0, 0), (5, 2), (10_000, 10_010), (len(PAGES[0]), len(PAGES[0]) + 1)])
def test_a_stretch_without_words_is_no_task(marked: tuple[int, int]) -> None:
    assert read_marked(PAGES, marked, issued=None, place=None) is None
