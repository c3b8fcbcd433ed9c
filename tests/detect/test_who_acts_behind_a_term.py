"""Who acts behind a term that starts with what another body sent: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "Trong thời hạn 07 ngày kể từ ngày nhận được tờ trình của Sở Nội vụ, Sở Tài chính thẩm định kinh phí.",
            ["Sở Tài chính"],
            id="the-second-of-two",
        ),
        pytest.param(
            "Chậm nhất 10 ngày kể từ ngày có kết luận của Thanh tra tỉnh, các sở, ngành báo cáo kết quả khắc phục.",
            ["các sở, ngành"],
            id="a-collective",
        ),
        pytest.param(
            "Trong vòng 05 ngày kể từ khi nhận được ý kiến của Sở Y tế và Sở Nội vụ, Công an tỉnh trả lời.",
            ["Công an tỉnh"],
            id="behind-two-that-wrote",
        ),
        pytest.param(
            "Sở Y tế gửi danh sách cho Công an tỉnh; Công an tỉnh ban hành thông báo truy tìm.",
            ["Sở Y tế", "Công an tỉnh"],
            id="who-received-issues-a-paper",
        ),
        pytest.param(
            "Rà soát hồ sơ trong thời hạn 05 ngày kể từ ngày nhận được đề nghị của Sở Nội vụ, Sở Tài chính.",
            [],
            id="two-that-wrote-and-nobody-behind-them",
        ),
        pytest.param(
            "Trong thời hạn 15 ngày kể từ ngày nhận được công văn hỏi ý kiến của Sở Xây dựng, Sở Tài chính và các xã gửi ý kiến.",
            ["Sở Tài chính", "các xã"],
            id="whose-opinion-was-asked-for-and-who-sends-theirs",
        ),
        pytest.param("UBND tỉnh ban hành Thông báo kết luận thanh tra như sau.", [], id="what-the-paper-itself-does"),
    ],
)
def test_who_acts_behind_a_term(text: str, leads: list[str], detector: Detector) -> None:
    found = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert [lead.name for lead in found.leads] == leads
