"""Each body of a kind, and heads of small units: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse


def read(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Mỗi xã, phường, thị trấn thành lập một tổ hòa giải.", ["Mỗi xã, phường, thị trấn"], id="each"),
        pytest.param("Hằng quý, từng cơ quan tự kiểm tra việc chấp hành.", ["từng cơ quan"], id="each-behind-a-rhythm"),
        pytest.param("Phân công nhiệm vụ cụ thể cho từng đơn vị thực hiện.", [], id="who-is-handed-work"),
        pytest.param("Phấn đấu mỗi xã, phường xây dựng một mô hình.", [], id="a-target"),
        pytest.param(
            "Hạt trưởng Hạt Kiểm lâm huyện Sơn Bình huy động lực lượng chữa cháy.",
            ["Hạt Kiểm lâm huyện Sơn Bình"],
            id="the-head-of-a-ranger-station",
        ),
        pytest.param(
            "Đội trưởng Đội Quản lý thị trường số 3 kiểm tra các chợ.", ["Đội Quản lý thị trường số 3"], id="the-head-of-a-team"
        ),
    ],
)
def test_who_leads(text: str, leads: list[str], detector: Detector) -> None:
    assert [lead.name for lead in read(text, detector).leads] == leads


def test_who_has_a_right_is_what_the_order_is_about(detector: Detector) -> None:
    assert not read("Ban Dân tộc tỉnh rà soát học sinh được hưởng chính sách.", detector).test("not")
    assert read("Học sinh bán trú được hưởng chế độ theo quy định.", detector).test("not")
