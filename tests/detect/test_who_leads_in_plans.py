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


@pytest.mark.parametrize(
    ("text", "leads", "along"),
    [
        pytest.param(
            "Sở Công Thương chủ trì, phối hợp các cơ quan liên quan gồm: Công an tỉnh; Cục Hải quan; UBND các xã kiểm tra kho.",
            "Sở Công Thương",
            "các cơ quan liên quan; Công an tỉnh; Cục Hải quan; UBND các xã",
            id="members-behind-a-colon-and-semicolons",
        ),
        pytest.param(
            "Sở Nội vụ phối hợp với các đoàn thể bao gồm Hội Nông dân tỉnh; Tỉnh đoàn tổ chức hội thi.",
            "Sở Nội vụ",
            "các đoàn thể; Hội Nông dân tỉnh; Tỉnh đoàn",
            id="members-without-a-colon",
        ),
        pytest.param(
            "Sở Y tế phối hợp với các cơ quan báo chí, đặc biệt là Báo Hòa Bình; Đài Truyền hình tỉnh đưa tin.",
            "Sở Y tế",
            "các cơ quan báo chí; Báo Hòa Bình; Đài Truyền hình tỉnh",
            id="the-first-among-them",
        ),
        pytest.param(
            "Các cơ quan báo chí gồm Báo Hòa Bình, Đài Truyền hình tỉnh tuyên truyền về ngày hội.",
            "Các cơ quan báo chí; Báo Hòa Bình; Đài Truyền hình tỉnh",
            "",
            id="members-of-those-who-act",
        ),
        pytest.param(
            "Sở Nội vụ thành lập đoàn kiểm tra gồm Sở Tài chính, Sở Y tế, Công an tỉnh.",
            "Sở Nội vụ",
            "",
            id="members-of-what-is-set-up",
        ),
        pytest.param(
            "Phối hợp với các sở, ngành: Sở Y tế chuẩn bị thuốc; Sở Công Thương chuẩn bị hàng.",
            "Sở Y tế; Sở Công Thương",
            "",
            id="each-told-behind-a-colon",
        ),
    ],
)
def test_members_told_of_a_collective(text: str, leads: str, along: str, detector: Detector) -> None:
    assert roles_in(text, detector) == [leads, along]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "Trên cơ sở góp ý của các sở, ngành và báo cáo của các đơn vị, Sở Nội vụ chủ trì hoàn thiện đề án.",
            "Sở Nội vụ",
            id="a-comma-within-those-who-gave-views",
        ),
        pytest.param(
            "Sau khi có ý kiến của các huyện, thị xã và thẩm định của Sở Xây dựng, Ban Quản lý dự án hoàn chỉnh hồ sơ.",
            "Ban Quản lý dự án",
            id="an-office-behind-two-who-gave-views",
        ),
        pytest.param(
            "Theo hướng dẫn của Sở Y tế, các xã, phường lập danh sách trẻ cần tiêm.", "các xã, phường", id="all-of-a-kind"
        ),
        pytest.param("Căn cứ chức năng của các sở, ngành, đơn vị tổ chức thực hiện nghiêm túc.", "", id="no-part-of-a-collective"),
        pytest.param("Theo đề nghị của Sở Y tế, các huyện và Sở Nội vụ, tổng hợp nhu cầu.", "", id="more-who-asked"),
    ],
)
def test_who_acts_behind_those_who_gave_views(text: str, leads: str, detector: Detector) -> None:
    assert roles_in(text, detector)[0] == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Giao trách nhiệm Phòng Nội vụ theo dõi, tổng hợp kết quả.", "Phòng Nội vụ", id="a-charge"),
        pytest.param(
            "Hoàn thành trong quý I. Giao nhiệm vụ Sở Y tế tham mưu kế hoạch.", "Sở Y tế", id="a-duty-in-a-later-sentence"
        ),
        pytest.param("Phân công nhiệm vụ các thành viên Ban Tổ chức hội thi.", "", id="whose-duties-are-told"),
        pytest.param("Kiểm tra việc giao nhiệm vụ các đơn vị trực thuộc.", "", id="duties-of-others"),
        pytest.param("Giao nhiệm vụ năm 2023 cho từng người.", "", id="no-body-behind-it"),
    ],
)
def test_whom_a_charge_or_a_duty_is_given(text: str, leads: str, detector: Detector) -> None:
    assert roles_in(text, detector)[0] == leads


@pytest.mark.parametrize(
    ("text", "leads", "along"),
    [
        pytest.param("Các chi đoàn, chi hội tổ chức sinh hoạt chủ điểm.", "Các chi đoàn, chi hội", "", id="branches-of-two-kinds"),
        pytest.param("Các chi đội đăng ký tiết mục với nhà trường.", "Các chi đội", "", id="classes-of-pioneers"),
        pytest.param(
            "Chủ động phối hợp với các Tiểu ban khác thuộc Ban Tổ chức; với các phòng của Sở A chuẩn bị lễ khai mạc.",
            "",
            "các Tiểu ban khác thuộc Ban Tổ chức; các phòng của Sở A",
            id="other-subcommittees",
        ),
        pytest.param(
            "Công an huyện phối hợp với cảnh sát trật tự, cảnh sát cơ động tuần tra ban đêm.",
            "Công an huyện",
            "cảnh sát trật tự; cảnh sát cơ động",
            id="branches-of-the-police",
        ),
        pytest.param("Quỹ bảo trì đường bộ tỉnh bố trí vốn.", "Quỹ bảo trì đường bộ tỉnh", "", id="a-fund-in-small-letters"),
        pytest.param(
            "Giao Công an phường, tổ thanh tra xây dựng, tổ tự quản môi trường xử lý vi phạm.",
            "Công an phường; tổ thanh tra xây dựng; tổ tự quản môi trường",
            "",
            id="crews-of-a-ward",
        ),
    ],
)
def test_bodies_of_schools_unions_and_wards(text: str, leads: str, along: str, detector: Detector) -> None:
    assert roles_in(text, detector) == [leads, along]


@pytest.mark.parametrize(
    ("text", "leads", "along"),
    [
        pytest.param("UBND 12 xã, thị trấn lập danh sách hộ nghèo.", "UBND 12 xã, thị trấn", "", id="so-many-communes"),
        pytest.param(
            "Công an 9 huyện phối hợp với UBND 05 xã ven biển tuần tra.", "Công an 9 huyện", "UBND 05 xã ven biển", id="and-where"
        ),
        pytest.param("UBND phường 5 niêm yết danh sách.", "UBND phường 5", "", id="the-number-of-a-ward"),
        pytest.param(
            "Các xã vùng thấp của huyện như: Yên Lộc, Hưng Hà cần chủ động phương án di dời dân.",
            "Các xã vùng thấp của huyện",
            "",
            id="a-name-without-such-as",
        ),
        pytest.param("Giao nhiệm vụ cụ thể Phòng Nội vụ tham mưu kế hoạch.", "Phòng Nội vụ", "", id="a-duty-of-its-own"),
    ],
)
def test_bodies_by_their_number_or_example(text: str, leads: str, along: str, detector: Detector) -> None:
    assert roles_in(text, detector) == [leads, along]


def test_one_more_who_is_told_in_a_case_leads_nothing(detector: Detector) -> None:
    text = "Kịp thời cung cấp thông tin cho Trạm Y tế trên địa bàn, Trung tâm Y tế huyện khi phát hiện ca bệnh để xử lý."
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert analysis.judgement.added == ()


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Để các địa phương chủ động, Sở Y tế cấp thuốc trước ngày 20/5/2023.", ["Sở Y tế"], id="whom-it-helps"),
        pytest.param("Để kịp thời xử lý, các xã báo cáo ngay.", ["các xã"], id="a-purpose-of-its-own"),
    ],
)
def test_for_whose_use_something_is_done_leads_nothing(text: str, leads: list[str], detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert [f.name for f in (*analysis.settled, *analysis.judgement.added) if f.role is Role.LEAD] == leads
