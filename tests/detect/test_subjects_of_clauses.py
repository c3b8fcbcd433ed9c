"""Who acts in a sentence of several clauses: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
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
        pytest.param("Các đơn vị tự xác định số tiết kiệm.", "lead Các đơn vị", id="an-adverb-is-no-part-of-the-name"),
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
            "Đề nghị Sở Y tế cung ứng đủ thuốc trước 20/8, các trường tổng hợp nhu cầu.",
            "lead Sở Y tế|lead các trường",
            id="a-second-sentence-behind-a-day",
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
        pytest.param("Đào tạo, khảo thí - Phòng Đào tạo lập danh sách lớp.", "lead Phòng Đào tạo", id="behind-a-hyphen"),
        pytest.param("Thanh tra tỉnh công bố kết luận thanh tra.", "lead Thanh tra tỉnh", id="a-conclusion-that-is-published"),
        pytest.param("Hội Nông dân tỉnh: đề nghị vận động hội viên.", "lead Hội Nông dân tỉnh", id="asked-behind-a-colon"),
        pytest.param("Sở Xây dựng chỉ xem xét hồ sơ đủ điều kiện.", "lead Sở Xây dựng", id="an-adverb-between"),
        pytest.param(
            "Dự trữ hàng hóa cho các thôn có nguy cơ bị chia cắt; Sở Công Thương hỗ trợ.",
            "lead Sở Công Thương",
            id="two-lists-in-one",
        ),
        pytest.param(
            "Báo cáo gửi Sở Y tế; Sở Tài chính tổng hợp.", "report_to Sở Y tế|lead Sở Tài chính", id="who-receives-and-who-sums-up"
        ),
        pytest.param(
            "Sáng thứ Bảy hằng tuần, từ 6h30, các cơ quan, trường học đồng loạt tổng vệ sinh.",
            "lead các cơ quan, trường học",
            id="behind-a-time-of-day",
        ),
        pytest.param(
            "Mỗi Chi cục Thuế từ nay đến cuối năm phải kiểm tra ít nhất 5 hồ sơ.", "lead Chi cục Thuế", id="each-of-a-kind"
        ),
        pytest.param(
            "Các đơn vị gửi Sở Y tế trước 25/5 (riêng Cục Thuế trước 20/5).",
            "lead Các đơn vị|report_to Sở Y tế|lead Cục Thuế",
            id="another-day-for-some",
        ),
        pytest.param(
            "Đồng ý thành lập Ban Quản lý chợ, Sở Nội vụ hoàn thiện đề án.",
            "lead Sở Nội vụ",
            id="what-is-agreed-to-and-who-does-it",
        ),
        pytest.param(
            "Các xã còn lại rà soát đất; các xã bàn giao mặt bằng.",
            "lead Các xã còn lại",
            id="the-same-bodies-again",
        ),
        pytest.param("Bộ Tài chính ban hành thông tư hướng dẫn trong quý I.", "lead Bộ Tài chính", id="who-issues-norms"),
        pytest.param("UBND tỉnh ban hành Kế hoạch phòng dịch như sau:", "", id="who-issues-this-paper"),
        pytest.param("Sở Y tế được giao chủ trì, lập đề án.", "lead Sở Y tế", id="was-told-to-chair"),
        pytest.param("Huyện nào chậm thì UBND huyện đó phải kiểm điểm.", "lead UBND huyện", id="a-body-pointed-at"),
        pytest.param("Sở Y tế được phân công xây dựng tài liệu.", "lead Sở Y tế", id="was-appointed"),
        pytest.param("Sở Y tế được giao 120 biên chế.", "", id="was-given-something"),
        pytest.param("Giao trách nhiệm cho Sở Y tế theo dõi.", "lead Sở Y tế", id="is-given-the-duty"),
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
            "Giao Công an xã chủ trì, các tổ dân phố phối hợp, thu bản cam kết.",
            "lead Công an xã|coordinate các tổ dân phố",
            id="a-kind-of-bodies-beside-a-lead",
        ),
        pytest.param(
            "Sở Tư pháp có trách nhiệm cùng Sở Xây dựng đề xuất.",
            "lead Sở Tư pháp|coordinate Sở Xây dựng",
            id="together-with",
        ),
        pytest.param(
            "Cùng với Sở Xây dựng, UBND các xã rà soát.", "coordinate Sở Xây dựng|coordinate UBND các xã", id="at-the-start"
        ),
        pytest.param(
            "Phối hợp với các Đồn Biên phòng đếm tàu thuyền.", "coordinate các Đồn Biên phòng", id="a-plural-before-the-name"
        ),
        pytest.param(
            "Sở Công Thương lập đề án với sự tham gia của Sở Xây dựng.",
            "lead Sở Công Thương|coordinate Sở Xây dựng",
            id="takes-part",
        ),
        pytest.param(
            "Kiểm tra thêm ba xã; mời Trung tâm Y tế huyện cùng tham gia.", "coordinate Trung tâm Y tế huyện", id="asked-along"
        ),
        pytest.param(
            "Kiểm tra bếp ăn bán trú cùng với Sở Giáo dục và Đào tạo.",
            "coordinate Sở Giáo dục và Đào tạo",
            id="together-in-a-clause",
        ),
        pytest.param(
            "Sở Công Thương kiểm tra đập, cùng các địa phương kiểm tra đê.",
            "lead Sở Công Thương|coordinate các địa phương",
            id="together-in-a-second-clause",
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


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh chỉ đạo Sở Tài chính chủ trì rà soát.",
            "lead Đảng ủy UBND tỉnh",
            id="who-is-directed",
        ),
        pytest.param(
            "Thứ trưởng Trần Hữu Bách chỉ đạo Vụ Pháp chế chủ trì rà soát.", "lead Vụ Pháp chế", id="below-a-person-the-body-leads"
        ),
        pytest.param(
            "Cục Thuế trực tiếp kiểm tra doanh nghiệp; phân công các Chi cục Thuế đối chiếu.",
            "lead Cục Thuế",
            id="who-is-appointed",
        ),
        pytest.param(
            "Sở Tư pháp - Cơ quan thường trực Hội đồng tổ chức hội thi.", "lead Sở Tư pháp", id="one-body-under-two-names"
        ),
        pytest.param(
            "Chính phủ đánh giá cao Bộ Y tế đã chủ trì trình dự án. Giao Bộ Y tế rà soát.",
            "lead Bộ Y tế",
            id="whom-a-sentence-praises",
        ),
        pytest.param(
            "Giao Bộ Y tế hoàn thiện dự án. Giao Phó Thủ tướng Trần Hữu Bách trực tiếp chỉ đạo.",
            "lead Bộ Y tế",
            id="who-watches-over",
        ),
        pytest.param("Sở Y tế chủ trì khám bệnh. Các đơn vị thực hiện theo hướng dẫn.", "lead Sở Y tế", id="nobody-in-particular"),
        pytest.param(
            "Sở Y tế tổ chức tiêm; các địa phương chịu trách nhiệm huy động người dân.",
            "lead Sở Y tế|lead các địa phương",
            id="a-kind-of-bodies-is-somebody",
        ),
    ],
)
def test_who_does_not_lead(text: str, roles: str, detector: Detector) -> None:
    assert said(text, detector) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Dự thảo Nghị định do Vụ Pháp chế soạn thảo gửi lấy ý kiến trong tháng này.", "lead Vụ Pháp chế", id="by-whom"
        ),
        pytest.param("Về mức thu phí: do Sở Tài chính xem xét, trả lời.", "lead Sở Tài chính", id="behind-a-topic"),
        pytest.param("Đề án giai đoạn 2 được Bộ Xây dựng xây dựng trong quý I.", "lead Bộ Xây dựng", id="passive"),
        pytest.param("Đề án được Bộ Xây dựng phê duyệt phải công khai.", "", id="approval-is-no-work"),
        pytest.param("Đề án đã được Bộ Xây dựng xây dựng từ năm trước.", "", id="what-was-done"),
        pytest.param("Hồ sơ do cấp có thẩm quyền xem xét, quyết định.", "", id="those-who-approve"),
        pytest.param(
            "Các dự án phải xong trước mùa lũ, trách nhiệm này thuộc UBND các tỉnh vùng lũ.",
            "lead UBND các tỉnh vùng lũ",
            id="whose-duty",
        ),
        pytest.param(
            "Báo cáo tháng của các huyện phải gửi Sở Nội vụ trước ngày 25.", "report_to Sở Nội vụ|lead các huyện", id="whose-paper"
        ),
        pytest.param(
            "Giao Sở Xây dựng lập phương án; các hộ phải được UBND xã An Khê di dời.",
            "lead Sở Xây dựng|lead UBND xã An Khê",
            id="a-must-beside-a-lead",
        ),
        pytest.param("Rà soát các công trình do Sở Xây dựng thiết kế.", "", id="behind-an-order-it-tells-what-the-work-is-about"),
        pytest.param("Sở Y tế rà soát quy trình do Sở Nội vụ xây dựng.", "lead Sở Y tế", id="behind-a-subject-too"),
    ],
)
def test_leads_that_are_told_by_the_way(text: str, roles: str, detector: Detector) -> None:
    assert said(text, detector) == roles


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Đối với các trường tổ chức bán trú, Phòng Giáo dục kiểm tra bếp ăn.", "Phòng Giáo dục"),
        ("Riêng đối với các huyện không triển khai thí điểm, Sở Y tế chỉ đạo rà soát hồ sơ.", "Sở Y tế"),
        ("Đối với các đơn vị không gửi báo cáo đúng hạn, Sở Nội vụ tổng hợp.", "Sở Nội vụ"),
        ("Riêng các huyện không triển khai thí điểm rà soát hồ sơ trước ngày 20/6.", "các huyện"),
        ("Đối với UBND các huyện, thị xã: khẩn trương rà soát.", "UBND các huyện, thị xã"),
    ],
)
def test_those_whom_a_clause_concerns_do_not_lead_where_another_body_acts(text: str, leads: str, detector: Detector) -> None:
    analysis = read(text, detector)
    found = [*analysis.settled, *analysis.judgement.added]
    assert "|".join(f.name for f in found if f.role is Role.LEAD) == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Đội Quản lý thị trường lập biên bản, đề nghị UBND huyện xử phạt.", "Đội Quản lý thị trường"),
        ("Công an xã lập hồ sơ vụ việc đề nghị Công an tỉnh xử lý theo quy định.", "Công an xã"),
        ("Phòng Văn hóa tổng hợp danh sách, đề nghị Sở Văn hóa công nhận danh hiệu.", "Phòng Văn hóa"),
        ("Sở Xây dựng kiểm tra, lập biên bản. Đề nghị UBND huyện đình chỉ thi công.", "Sở Xây dựng|UBND huyện"),
        ("Đề nghị UBND huyện lập hồ sơ xử lý.", "UBND huyện"),
    ],
)
def test_whom_a_body_asks_to_decide_on_what_it_drew_up_does_not_lead(text: str, leads: str, detector: Detector) -> None:
    analysis = read(text, detector)
    found = sorted([*analysis.settled, *analysis.judgement.added], key=lambda finding: finding.mention.start)
    assert "|".join(f.name for f in found if f.role is Role.LEAD) == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("UBND tỉnh lưu ý các địa phương không để phát sinh điểm nóng.", "các địa phương"),
        ("Đồng thời, UBND tỉnh lưu ý Sở Xây dựng rà soát kỹ các công trình.", "Sở Xây dựng"),
        ("Hiệu trưởng lưu ý các tổ chuyên môn kiểm tra giáo án.", "các tổ chuyên môn"),
        ("Lưu ý các địa phương rà soát kỹ hộ nghèo trước khi lập danh sách.", "các địa phương"),
        ("Các đơn vị lưu ý gửi báo cáo đúng thời hạn cho Sở Nội vụ.", "Các đơn vị"),
        ("Các trường lưu ý học sinh đi lại an toàn trong mùa mưa lũ.", "Các trường"),
        ("Yêu cầu ông Giám đốc Sở Y tế kiểm tra việc cấp phép.", "Sở Y tế"),
        ("Giao các ông xóm trưởng thông báo cho nhân dân.", "xóm trưởng"),
    ],
)
def test_who_is_minded_or_called_on_by_a_title_leads(text: str, leads: str, detector: Detector) -> None:
    analysis = read(text, detector)
    found = [*analysis.settled, *analysis.judgement.added]
    assert "|".join(f.name for f in found if f.role is Role.LEAD) == leads
