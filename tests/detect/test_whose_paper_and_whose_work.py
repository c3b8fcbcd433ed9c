"""Who acts beside those who made a paper, receive it or only work along: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse


def read(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "Kho bạc tỉnh chuyển hồ sơ vi phạm sang Công an tỉnh để điều tra.", ["Kho bạc tỉnh"], id="who-passes-a-dossier-on"
        ),
        pytest.param(
            "UBND tỉnh chuyển hồ sơ vụ việc đến Sở Xây dựng để giải quyết.", ["Sở Xây dựng"], id="what-a-council-passes-on"
        ),
        pytest.param(
            "Sở Y tế trong vòng 24 giờ kể từ khi phát hiện ổ dịch phải báo cáo UBND tỉnh.", ["Sở Y tế"], id="a-term-in-between"
        ),
        pytest.param(
            "Hội đồng thẩm định do Giám đốc Sở Nội vụ thành lập họp, đánh giá hồ sơ.", ["Hội đồng thẩm định"], id="who-set-it-up"
        ),
        pytest.param(
            "Cục Thuế tỉnh, sau khi nhận được thông tin do Sở Tài chính chuyển đến, cấp mã số thuế.",
            ["Cục Thuế tỉnh"],
            id="whose-information-it-is",
        ),
        pytest.param(
            "Cơ quan quản lý nhà nước về đất đai cấp tỉnh cập nhật hồ sơ địa chính.",
            ["Cơ quan quản lý nhà nước về đất đai cấp tỉnh"],
            id="an-organ-by-its-field-and-level",
        ),
        pytest.param(
            "UBND xã Tân Mỹ, Đồn Biên phòng Ba Sơn tuần tra.",
            ["UBND xã Tân Mỹ", "Đồn Biên phòng Ba Sơn"],
            id="a-border-post-is-no-place",
        ),
        pytest.param("Kế hoạch do Sở Y tế xây dựng trong quý II.", ["Sở Y tế"], id="by-whom-it-is-to-be-done"),
    ],
)
def test_who_leads(text: str, leads: list[str], detector: Detector) -> None:
    assert [lead.name for lead in read(text, detector).leads] == leads


def test_whose_paper_it_is_gets_no_role_by_judgement(detector: Detector) -> None:
    found = read("Giấy phép do Sở Giao thông vận tải cấp phải được chủ phương tiện mang theo.", detector).judgement.added
    assert [finding.name for finding in found] == ["chủ phương tiện"]


def test_a_bracket_behind_a_list_is_of_all_behind_the_chair(detector: Detector) -> None:
    text = "Sở Công Thương (chủ trì), Sở Nội vụ, Hội Nông dân tỉnh (phối hợp) xây dựng nhãn hiệu tập thể."
    roles = {finding.name: finding.role for finding in read(text, detector).settled}
    assert roles == {"Sở Công Thương": Role.LEAD, "Sở Nội vụ": Role.COORDINATE, "Hội Nông dân tỉnh": Role.COORDINATE}
