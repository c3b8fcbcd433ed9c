"""Who leads, who works along, who receives: read from the words around a body."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.roles import own_capacity


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế.",
            "lead Sở Nội vụ chu_tri|coordinate Sở Tài chính",
            id="chairs",
        ),
        pytest.param("Giao Sở Y tế tổ chức khám bệnh.", "lead Sở Y tế thuc_hien", id="assigned"),
        pytest.param(
            "Chủ tịch UBND tỉnh yêu cầu các sở, ngành báo cáo kết quả.", "lead các sở, ngành thuc_hien", id="who-orders-has-no-role"
        ),
        pytest.param(
            "Chủ tịch UBND các huyện chỉ đạo UBND các xã rà soát hộ nghèo.",
            "lead UBND các huyện thuc_hien",
            id="who-is-led-has-no-role",
        ),
        pytest.param(
            "Công an tỉnh phối hợp với Sở Xây dựng kiểm tra.", "lead Công an tỉnh phoi_hop|coordinate Sở Xây dựng", id="works-along"
        ),
        pytest.param(
            "Căn cứ chức năng, nhiệm vụ được giao, các sở, ngành xây dựng kế hoạch.",
            "lead các sở, ngành thuc_hien",
            id="behind-an-opening-clause",
        ),
        pytest.param("Rà soát, báo cáo UBND tỉnh trước ngày 15/3.", "report_to UBND tỉnh", id="reports"),
        pytest.param("Báo cáo gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.", "report_to Sở Nội vụ", id="sums-up-and-reports-on"),
        pytest.param("Gửi báo cáo về UBND tỉnh (qua Sở Nội vụ).", "report_to UBND tỉnh|report_to Sở Nội vụ", id="through-another"),
        pytest.param(
            "Hoàn thiện dự thảo, trình Chủ tịch UBND tỉnh phê duyệt.", "report_to Chủ tịch UBND tỉnh", id="the-chairman-receives"
        ),
        pytest.param("Tham mưu UBND tỉnh ban hành kế hoạch.", "", id="advising-reports-to-nobody"),
        pytest.param("Tích hợp với hệ thống thông tin báo cáo của Chính phủ.", "", id="a-system-of-reports"),
        pytest.param("Kịp thời chia sẻ thông tin với Sở Nội vụ.", "", id="sharing-is-no-coordination"),
        pytest.param("Theo quy trình UBND tỉnh đã ban hành.", "", id="a-procedure-is-no-submission"),
        pytest.param(
            "Các đơn vị: Công an tỉnh; Sở Y tế phải công khai thủ tục.",
            "lead Công an tỉnh thuc_hien|lead Sở Y tế thuc_hien",
            id="a-list-behind-a-colon",
        ),
        pytest.param(
            "Sở Y tế lập danh sách; Sở Tài chính bố trí kinh phí.",
            "lead Sở Y tế thuc_hien|lead Sở Tài chính thuc_hien",
            id="two-jobs",
        ),
        pytest.param("Cơ quan chủ trì: Sở Công Thương.", "lead Sở Công Thương thuc_hien", id="label"),
    ],
)
def test_roles(text: str, roles: str, detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    found = [" ".join(filter(None, (f.role.value, f.name, f.capacity and f.capacity.value))) for f in analysis.roles]
    assert "|".join(found) == roles


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Phối hợp chặt chẽ với Sở Y tế kiểm tra", "phoi_hop"),
        ("Chủ động phối hợp với các đơn vị", "phoi_hop"),
        ("Chủ trì, phối hợp với Sở Y tế", "chu_tri"),
        ("Tăng cường công tác phối hợp", "thuc_hien"),
    ],
)
def test_capacity_by_the_first_words(text: str, capacity: str, detector: Detector) -> None:
    assert own_capacity(text, detector.roles).value == capacity


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Các tỉnh Nghệ An, Quảng Ngãi và Cao Bằng khẩn trương hoàn thiện hồ sơ.",
            ["tỉnh Nghệ An", "tỉnh Quảng Ngãi", "tỉnh Cao Bằng"],
        ),
        (
            "Thành phố Hà Nội và các tỉnh Bắc Ninh, Gia Lai đẩy nhanh tiến độ.",
            ["Thành phố Hà Nội", "tỉnh Bắc Ninh", "tỉnh Gia Lai"],
        ),
        ("Tỉnh Lai Châu tiếp tục rà soát thủ tục.", ["Tỉnh Lai Châu"]),
        ("Tỉnh Lai Châu đã hoàn thành kế hoạch.", []),
        ("Các tỉnh Nghệ An, Quảng Ngãi là địa bàn trọng điểm.", []),
    ],
)
def test_provinces_at_the_start_act_where_a_word_of_order_follows(text: str, wanted: list[str], detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert [finding.name for finding in analysis.leads] == wanted


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Cục Đường bộ Việt Nam sửa mặt cầu trước mùa mưa", ["Cục Đường bộ Việt Nam"]),
        ("Hội Nông dân xã nhận trông coi đoạn kênh", ["Hội Nông dân xã"]),
        ("Trạm Y tế khoanh ổ dịch", ["Trạm Y tế"]),
        ("Sở Công Thương có 12 phòng", []),
        ("Chính phủ hoan nghênh kết quả đạt được", []),
        ("Công an xã, lực lượng tại chỗ của thôn", []),
    ],
)
def test_a_verb_that_the_lexicon_does_not_know_behind_a_named_body(text: str, leads: list[str], detector: Detector) -> None:
    passage = Passage(text, (Piece(0, 0, len(text)),))
    analysis = analyse(passage, nlp=detector.nlp, rules=detector.roles)
    assert [finding.name for finding in analysis.leads] == leads
