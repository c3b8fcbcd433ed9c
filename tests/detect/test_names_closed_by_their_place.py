"""Names of collectives that their place or their duty closes: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        pytest.param(
            "Các doanh nghiệp bưu chính trên địa bàn tỉnh cung cấp số liệu cho Sở Thông tin và Truyền thông.",
            "Các doanh nghiệp bưu chính trên địa bàn tỉnh",
            id="where-they-are",
        ),
        pytest.param(
            "Doanh nghiệp kinh doanh xăng dầu có nghĩa vụ duy trì lượng dự trữ tối thiểu.",
            "Doanh nghiệp kinh doanh xăng dầu",
            id="what-they-must",
        ),
        pytest.param(
            "Các đơn vị trên địa bàn cung cấp nước sạch bảo đảm nguồn nước mùa khô.",
            "Các đơn vị trên địa bàn cung cấp nước sạch",
            id="a-trade-behind-the-place",
        ),
    ],
)
def test_where_the_name_is_over(text: str, lead: str, detector: Detector) -> None:
    found = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert [finding.name for finding in found.leads] == [lead]
