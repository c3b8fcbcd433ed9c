"""Lists of bodies that stand for a province or a town each, branches of companies and of the state; what only looks so."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


def names(text: str, phrases: AgencyPhrases) -> list[str]:
    return [mention.name for mention in find_mentions(text, phrases=phrases)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Điện lực Lào Cai, Viễn thông Lào Cai, Viettel Lào Cai sửa chữa đường dây.",
            ["Điện lực Lào Cai", "Viễn thông Lào Cai", "Viettel Lào Cai"],
        ),
        ("Bưu điện tỉnh, Viễn thông Huế: vận chuyển thư báo.", ["Bưu điện tỉnh", "Viễn thông Huế"]),
        ("Viễn thông Sa Pa, Bưu điện Sa Pa trực 24/24 giờ.", ["Viễn thông Sa Pa", "Bưu điện Sa Pa"]),
        ("Giám đốc Viễn thông Bắc Giang báo cáo.", ["Viễn thông Bắc Giang"]),
        ("phối hợp với Thuế Lào Cai, Thống kê Lào Cai rà soát hộ kinh doanh.", ["Thuế Lào Cai", "Thống kê Lào Cai"]),
    ],
)
def test_a_branch_is_named_by_its_place(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Luật Viễn thông Việt Nam có hiệu lực.",
        "Thuế Giá trị gia tăng được hoàn.",
        "phát triển Bưu chính, Viễn thông Việt Nam",
        "Thống kê Xã hội, Viễn thông và công nghệ",
    ],
)
def test_a_field_of_work_is_no_branch(text: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == []
