"""Where the name of a body ends and what it does begins; which words between belong to the name."""

from __future__ import annotations

import pytest

from models.directive import Role
from models.outline import Passage
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.headings import heading_leads
from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Trung tâm Y tế dự phòng tiêm vét vắc xin cho trẻ.", "Trung tâm Y tế dự phòng", id="a-verb-of-no-name"),
        pytest.param(
            "Liên đoàn Quy hoạch miền Nam chỉnh lý xong nhật ký.", "Liên đoàn Quy hoạch miền Nam", id="behind-a-part-of-the-country"
        ),
        pytest.param("Hội đồng quản lý Quỹ sửa quy chế bảo lãnh.", "Hội đồng quản lý Quỹ", id="a-verb-of-one-syllable"),
        pytest.param(
            "Chi cục Thủy lợi và Phòng, chống thiên tai đo mặn.", "Chi cục Thủy lợi và Phòng, chống thiên tai", id="measures"
        ),
        pytest.param("Trạm Ra đa thời tiết Vinh quan trắc tăng cường.", "Trạm Ra đa thời tiết Vinh", id="a-place-of-one-syllable"),
        pytest.param("Ban Chỉ đạo kết luận như sau.", "Ban Chỉ đạo", id="a-board-that-concludes"),
        pytest.param(
            "Chi cục Tiêu chuẩn đo lường chất lượng kiểm định.",
            "Chi cục Tiêu chuẩn đo lường chất lượng",
            id="no-act-but-a-field",
        ),
        pytest.param("Phòng Kỹ thuật kiểm tra máy bơm.", "Phòng Kỹ thuật", id="the-known-name-of-an-office-is-whole"),
        pytest.param(
            "Trung tâm Kỹ thuật kiểm nghiệm an toàn chăn nuôi báo cáo.",
            "Trung tâm Kỹ thuật kiểm nghiệm an toàn chăn nuôi",
            id="a-centre-goes-on",
        ),
        pytest.param("Ban Quản lý chợ Đông tự bảo đảm kinh phí.", "Ban Quản lý chợ Đông", id="by-itself"),
        pytest.param("Quỹ Đầu tư phát triển tỉnh uỷ thác cho vay.", "Quỹ Đầu tư phát triển tỉnh", id="no-party-committee"),
        pytest.param("Chi cục HQCK cảng Vũng Áng bố trí công chức trực.", "Chi cục HQCK cảng Vũng Áng", id="a-port-in-the-name"),
        pytest.param(
            "Ban Chỉ đạo Trung ương phòng cháy, chữa cháy rừng kiểm tra các tỉnh.",
            "Ban Chỉ đạo Trung ương phòng cháy, chữa cháy rừng",
            id="what-a-board-is-for",
        ),
        pytest.param(
            "Ban Quản lý Trung ương các dự án Thủy lợi lập dự toán.",
            "Ban Quản lý Trung ương các dự án Thủy lợi",
            id="the-projects-of-a-board",
        ),
        pytest.param("Ban Chỉ đạo Trung ương kiểm tra các tỉnh.", "Ban Chỉ đạo Trung ương", id="a-board-that-acts"),
        pytest.param("Ban Quản lý các cảng cá Bến Tre sắp xếp nơi neo đậu.", "Ban Quản lý các cảng cá Bến Tre", id="its-things"),
        pytest.param("Khoa Nội tổng hợp chạy thử bệnh án điện tử.", "Khoa Nội tổng hợp", id="a-ward"),
        pytest.param(
            "Ban Quản lý dự án bồi thường di dân, tái định cư huyện Yên Châu chi trả.",
            "Ban Quản lý dự án bồi thường di dân, tái định cư huyện Yên Châu",
            id="a-comma-in-the-name",
        ),
        pytest.param("Các Tổ công tác tại huyện nhận phiếu.", "Các Tổ công tác tại huyện", id="teams-and-their-place"),
        pytest.param("Các trường THCS, THPT cho học sinh ký cam kết.", "Các trường THCS, THPT", id="levels-of-schools"),
        pytest.param("Các trường có tổ chức bán trú chỉ ký hợp đồng.", "Các trường có tổ chức bán trú", id="which-schools"),
        pytest.param("Các cấp ủy từ tỉnh đến cơ sở tiếp tục quán triệt.", "Các cấp ủy từ tỉnh đến cơ sở", id="from-top-to-bottom"),
        pytest.param("Các viện, trường do Bộ quản lý căn cứ Kế hoạch này.", "Các viện, trường do Bộ quản lý", id="whose-schools"),
        pytest.param("Các trạm hạng III còn lại đo theo nhiệm vụ thư.", "Các trạm hạng III còn lại", id="of-which-class"),
    ],
)
def test_a_name_is_read_whole_and_no_further(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert find_mentions(text, phrases=phrases)[0].name == expected


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        pytest.param("Các nhà thầu tưới nước mỗi ngày 03 lần.", "Các nhà thầu", id="an-act-is-no-kind"),
        pytest.param("Các cơ sở giết mổ gia súc phải khử trùng.", "Các cơ sở giết mổ gia súc", id="a-trade-is-one"),
        pytest.param("Yêu cầu các đơn vị nêu trên có văn bản báo cáo trước ngày 25/9.", "các đơn vị nêu trên", id="named-before"),
        pytest.param("Chi cục Thuế quản lý trực tiếp ra thông báo.", "Chi cục Thuế quản lý trực tiếp", id="the-office-in-charge"),
    ],
)
def test_who_leads_ends_before_the_act(text: str, lead: str | None, detector: Detector) -> None:
    found = analyse(Passage(text, ()), nlp=detector.nlp, rules=detector.roles)
    assert [finding.name for finding in found.roles if finding.role is Role.LEAD] == ([lead] if lead else [])


def test_a_pointer_is_no_part_of_the_name_in_a_heading(detector: Detector) -> None:
    text = "Các sở, địa phương có nhiệm vụ quá hạn nêu tại Báo cáo số 12/BC-VP ngày 05 tháng 3 năm 2019 của Văn phòng:"
    found = heading_leads(analyse(Passage(text, ()), nlp=detector.nlp, rules=detector.roles))
    assert [finding.name for finding in found] == ["Các sở, địa phương có nhiệm vụ quá hạn"]
