"""Who acts in a sentence of several clauses: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse
from pipeline.rules import load_json


def read(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


def said(text: str, detector: Detector) -> str:
    return "|".join(f"{f.role.value} {f.name}" for f in read(text, detector).settled)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("Sở Công Thương điều hành nguồn cung xăng dầu.", "lead Sở Công Thương", id="a-verb-of-the-lexicon"),
        pytest.param("Sở Y tế xốc lại đội ngũ tiêm chủng.", "lead Sở Y tế", id="a-verb-that-only-the-tagger-knows"),
        pytest.param("Sở Y tế hằng quý thống kê số ca mắc.", "lead Sở Y tế", id="a-rhythm-between"),
        pytest.param("Sở Y tế còn thiếu 12 bác sĩ.", "", id="how-things-are"),
        pytest.param("Sở Y tế xin bổ sung biên chế.", "", id="what-is-asked-for"),
        pytest.param("Văn phòng UBND tỉnh thông báo để các sở biết, thực hiện.", "", id="who-only-passes-on"),
        pytest.param("Sở Nội vụ thông báo lịch thi tuyển cho thí sinh.", "lead Sở Nội vụ", id="who-informs-others"),
        pytest.param(
            "UBND các huyện giao chi tiết kế hoạch vốn cho chủ đầu tư.", "lead UBND các huyện", id="who-hands-out-money-or-quotas"
        ),
        pytest.param(
            "Sở Tư pháp thẩm định nội dung, Sở Tài chính thẩm định kinh phí.",
            "lead Sở Tư pháp|lead Sở Tài chính",
            id="a-second-sentence-behind-a-comma",
        ),
        pytest.param(
            "Rà soát các chợ, Ban Quản lý chợ tổ chức kém.", "", id="behind-an-order-a-comma-goes-on-with-what-it-is-about"
        ),
        pytest.param(
            "Vụ việc nào cần kiểm tra thực tế thì Thanh tra tỉnh kiểm tra.", "lead Thanh tra tỉnh", id="behind-a-condition"
        ),
        pytest.param(
            "Đồng ý lùi thời hạn; nội dung này Sở Tài chính lo.",
            "lead Sở Tài chính",
            id="a-topic-taken-up-again",
        ),
        pytest.param(
            "Thống nhất từ tháng 6, các xã, phường báo cáo kết quả.",
            "lead các xã, phường",
            id="what-is-agreed-and-who-does-it",
        ),
    ],
)
def test_the_subject_of_each_clause(text: str, roles: str, detector: Detector) -> None:
    assert said(text, detector) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Sở Xây dựng chủ trì, Công an tỉnh phối hợp.",
            "lead Sở Xây dựng|coordinate Công an tỉnh",
            id="beside-a-lead",
        ),
        pytest.param(
            "Nâng tỷ lệ hồ sơ trực tuyến (Sở Nội vụ chủ trì, Văn phòng UBND tỉnh phối hợp).",
            "lead Sở Nội vụ|coordinate Văn phòng UBND tỉnh",
            id="in-brackets",
        ),
        pytest.param(
            "Sở Y tế tổ chức tiêm chủng; Công an tỉnh phối hợp với Sở Nội vụ bảo đảm an ninh.",
            "lead Sở Y tế|lead Công an tỉnh|coordinate Sở Nội vụ",
            id="who-has-others-beside-leads",
        ),
        pytest.param(
            "Sở Tư pháp có trách nhiệm cùng Sở Xây dựng đề xuất.",
            "lead Sở Tư pháp|coordinate Sở Xây dựng",
            id="together-with",
        ),
        pytest.param(
            "Cùng với Sở Xây dựng, UBND các xã rà soát.", "coordinate Sở Xây dựng|coordinate UBND các xã", id="at-the-start"
        ),
        pytest.param("Phối hợp với các Đồn Biên phòng đếm tàu thuyền.", "coordinate Đồn Biên phòng", id="a-plural-before-the-name"),
        pytest.param(
            "Sở Công Thương lập đề án với sự tham gia của Sở Xây dựng.",
            "lead Sở Công Thương|coordinate Sở Xây dựng",
            id="takes-part",
        ),
        pytest.param(
            "Kiểm tra thêm ba xã; mời Trung tâm Y tế huyện cùng tham gia.", "coordinate Trung tâm Y tế huyện", id="asked-along"
        ),
        pytest.param("Mời Trung tâm Y tế huyện dự họp.", "", id="asked-to-a-meeting"),
        pytest.param("Sở Y tế có trách nhiệm với Sở Nội vụ về biên chế.", "lead Sở Y tế", id="answerable-to-is-not-together"),
    ],
)
def test_who_works_along(text: str, roles: str, detector: Detector) -> None:
    assert said(text, detector) == roles


def test_each_word_for_an_act_makes_a_subject_lead(detector: Detector) -> None:
    words = next(cue["words"] for cue in load_json("cues")["cues"] if cue["label"] == "ACT")
    silent = [word for word in words if not read(f"Sở Y tế {word} trước ngày 5/3 các nội dung.", detector).leads]
    assert silent == []
