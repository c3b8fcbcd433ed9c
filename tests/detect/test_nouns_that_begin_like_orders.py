"""Nouns whose first word would order something: "Vận động viên có ...", "Chi phí quản lý bằng ..." open no order."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse


def analysis_of(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


@pytest.mark.parametrize(
    "text",
    [
        "Vận động viên có hộ khẩu thường trú tại xã.",
        "Tổ chức, cá nhân có thành tích được khen thưởng.",
        "Chi phí quản lý bằng 0,5% tổng mức kinh phí.",
        "Kiểm soát viên có nhiệm kỳ 03 năm.",
    ],
)
def test_a_noun_opens_no_order(text: str, detector: Detector) -> None:
    assert not analysis_of(text, detector).orders_at_start()


@pytest.mark.parametrize(
    "text",
    ["Vận động nhân dân hiến đất.", "Tổ chức tập huấn cho cá nhân.", "Chi trả phụ cấp hằng tháng.", "Kiểm soát chặt chẽ ra vào."],
)
def test_the_word_alone_opens_one(text: str, detector: Detector) -> None:
    assert analysis_of(text, detector).orders_at_start()
