"""Who leads and who works along in the parts of plans that hand out the work: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse

ROLES = (Role.LEAD, Role.COORDINATE)


def roles_in(text: str, detector: Detector) -> list[str]:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    return ["; ".join(f.name for f in analysis.settled if f.role is role) for role in ROLES]


@pytest.mark.parametrize(
    ("text", "leads", "along"),
    [
        pytest.param(
            "UBND TP.Sa Đéc và UBND TX.Hồng Ngự chủ trì, phối hợp với Công an tỉnh phân luồng xe.",
            "UBND TP.Sa Đéc; UBND TX.Hồng Ngự",
            "Công an tỉnh",
            id="no-space-behind-the-stop",
        ),
        pytest.param(
            "Sở Y tế phối hợp với UBND TP.Sa Đéc, UBND TX. Hồng Ngự, các đơn vị liên quan tiêm vắc xin.",
            "Sở Y tế",
            "UBND TP.Sa Đéc; UBND TX. Hồng Ngự; các đơn vị liên quan",
            id="towns-in-a-list-of-coordinators",
        ),
        pytest.param(
            "UBND H. Cù Lao chủ trì, phối hợp với UBND Q.Ba, Công an P.7 rà soát bến đò.",
            "UBND H. Cù Lao",
            "UBND Q.Ba; Công an P.7",
            id="one-letter-for-the-unit",
        ),
        pytest.param("UBND các huyện, TX, TP lập danh sách hộ cần di dời.", "UBND các huyện, TX, TP", "", id="all-towns-in-short"),
        pytest.param(
            "Công an TP. Thanh tra Sở Xây dựng kiểm tra công trình.",
            "Thanh tra Sở Xây dựng",
            "",
            id="a-sentence-that-ends-with-the-unit",
        ),
    ],
)
def test_units_of_administration_in_short(text: str, leads: str, along: str, detector: Detector) -> None:
    assert roles_in(text, detector) == [leads, along]
