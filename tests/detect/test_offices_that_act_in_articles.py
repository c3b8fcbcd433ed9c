"""Offices of no list that act in the articles of a decree, and who does not act there: papers written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.outline import Passage, Piece
from models.text import Document
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse

Read = Callable[..., tuple[Document, Directive]]

HEAD = (
    "CHÍNH PHỦ\nSố: 15/2019/NĐ-CP\nHà Nội, ngày 12 tháng 3 năm 2019\n\nNGHỊ ĐỊNH\nQuy định về quản lý hoạt động chuyên ngành\n\n"
    "Căn cứ Luật Tổ chức Chính phủ;\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định về quản lý hoạt động chuyên ngành.\n"
    "Điều 5. Trình tự thực hiện\n1. "
)
TAIL = "\n2. Hồ sơ được lưu giữ theo quy định của pháp luật về lưu trữ.\n"


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        pytest.param(
            "Cơ quan đăng ký đầu tư xem xét, cấp giấy chứng nhận cho nhà đầu tư.",
            "Cơ quan đăng ký đầu tư",
            id="an-office-by-its-part",
        ),
        pytest.param(
            "Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ, cơ quan cấp phép thẩm định và cấp giấy phép.",
            "cơ quan cấp phép",
            id="behind-a-term",
        ),
        pytest.param(
            "Hội đồng tuyển dụng thông báo công khai kết quả trên trang thông tin điện tử.", "Hội đồng tuyển dụng", id="a-board"
        ),
        pytest.param("Đơn vị nghiệm thu gửi biên bản cho chủ đầu tư.", "Đơn vị nghiệm thu", id="a-unit-by-a-verb-in-its-name"),
        pytest.param("Ban kiểm phiếu tổng hợp và công bố kết quả.", "Ban kiểm phiếu", id="those-who-count-votes"),
        pytest.param("Hội đồng xét tặng cấp cơ sở lập hồ sơ trình Bộ.", "Hội đồng xét tặng cấp cơ sở", id="a-board-of-one-level"),
        pytest.param("Trưởng đoàn kiểm tra gửi kết luận cho nhà máy.", "Trưởng đoàn kiểm tra", id="who-heads-a-team"),
        pytest.param(
            "Thủ trưởng đơn vị ký văn bản, gửi hồ sơ về Hội đồng trước ngày 28/02 hàng năm.", "đơn vị", id="who-heads-a-unit"
        ),
        pytest.param("Liên hiệp hội địa phương lập dự toán kinh phí gửi Sở Tài chính.", "Liên hiệp hội địa phương", id="a-union"),
        pytest.param("Giám đốc bệnh viện phân công người trực hằng quý.", "bệnh viện", id="who-heads-a-house"),
        pytest.param("Cục trưởng Cục Giám định có trách nhiệm ban hành quy chế.", "Cục Giám định", id="who-heads-an-office"),
        pytest.param("Giám đốc Quỹ trình kế hoạch tài chính trước ngày 15/12 hằng năm.", "Quỹ", id="who-heads-a-fund"),
        pytest.param("Thủ trưởng đơn vị có văn bản đề nghị Bộ quyết định.", "đơn vị", id="who-writes-a-letter"),
    ],
)
def test_what_an_office_does_is_its_duty(item: str, lead: str, read: Read) -> None:
    task = next(task for task in read(HEAD + item + TAIL)[1].tasks if task.text == item)
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD] == [lead]


@pytest.mark.parametrize(
    "item",
    [
        "Doanh nghiệp thành lập mới theo quy định của pháp luật.",
        "Cơ quan cấp phép là cơ quan thuộc Bộ Công Thương.",
        "Cơ quan nhận báo cáo: Bộ Tài chính và Bộ Y tế.",
        "Hội đồng có 07 thành viên do Bộ trưởng quyết định thành lập.",
        "Mỗi Hội đồng cấp cơ sở có từ 5 đến 7 thành viên được mời.",
        "Cuộc họp của Hội đồng được coi là hợp lệ khi có đủ hai phần ba số thành viên.",
        "Tổ thẩm định gồm đại diện các đơn vị có liên quan.",
        "Hội đồng biểu quyết bằng hình thức bỏ phiếu kín.",
        "Hội đồng tuyển dụng có thể mời thêm chuyên gia.",
        "Tổ giúp việc hoạt động theo chế độ kiêm nhiệm.",
        "Giám đốc Quỹ do Bộ trưởng bổ nhiệm, miễn nhiệm.",
    ],
)
def test_what_a_body_is_is_no_task(item: str, read: Read) -> None:
    assert all(task.text != item for task in read(HEAD + item + TAIL)[1].tasks)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "Hằng năm, trên cơ sở đề xuất của các phòng, Sở Nội vụ tổng hợp danh mục.", ["Sở Nội vụ"], id="a-rhythm-and-whose-wish"
        ),
        pytest.param(
            "Ngay sau khi nhận được thông báo của Sở Y tế, Công an tỉnh tổ chức xác minh.",
            ["Công an tỉnh"],
            id="right-after-a-notice",
        ),
        pytest.param(
            "Ban Tiếp công dân tỉnh chuyển đơn đến cơ quan có thẩm quyền giải quyết.", [], id="nobody-in-particular-receives"
        ),
    ],
)
def test_who_leads_in_a_sentence(text: str, leads: list[str], detector: Detector) -> None:
    found = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert [lead.name for lead in found.leads] == leads


@pytest.mark.parametrize(
    "dossier",
    [
        "Hồ sơ đề nghị khen thưởng, số lượng 01 bộ gồm:\na) Tờ trình của đơn vị;\nb) Báo cáo tóm tắt thành tích của cá nhân.",
        "Hồ sơ của cá nhân gửi đơn vị gồm 02 bộ bản chính, gồm có:\na) Bản đăng ký;\nb) Báo cáo thuyết minh, mô tả sản phẩm.",
        "Tài liệu phục vụ đàm phán hợp đồng gồm:\na) Quyết định phê duyệt dự án;\nb) Thông báo kết quả thẩm tra.",
    ],
)
def test_the_papers_of_a_dossier_are_no_work(dossier: str, read: Read) -> None:
    assert read(HEAD + dossier + TAIL)[1].tasks == ()


def test_below_an_article_on_a_dossier_stand_papers(read: Read) -> None:
    article = "Điều 6. Hồ sơ nghiệm thu\n1. Báo cáo tổng kết của nhà thầu.\n2. Sở Xây dựng kiểm tra hồ sơ tại hiện trường.\n"
    tasks = read(HEAD + "Chủ đầu tư nghiệm thu từng phần.\n" + article)[1].tasks
    assert [task.text[:9] for task in tasks] == ["Chủ đầu t", "Sở Xây dự"]


@pytest.mark.parametrize(
    ("order", "lead"),
    [
        ("Sở Nội vụ gửi hồ sơ trình UBND tỉnh trước ngày 15/6/2019, gồm:", "Sở Nội vụ"),
        ("Hội đồng tuyển dụng gửi hồ sơ trong thời hạn 05 ngày kể từ ngày họp, hồ sơ gồm:", "Hội đồng tuyển dụng"),
    ],
)
def test_who_sends_a_dossier_by_a_day_has_work(order: str, lead: str, read: Read) -> None:
    tasks = read(HEAD + f"{order}\na) Tờ trình;\nb) Báo cáo thẩm định." + TAIL)[1].tasks
    assert [[a.name for a in task.agencies if a.role is Role.LEAD] for task in tasks] == [[lead]]


def test_a_circular_holds_norms_also_where_no_article_tells_its_scope(read: Read) -> None:
    head = "BỘ Y TẾ\nSố: 5/2014/TT-BYT\nHà Nội, ngày 12 tháng 3 năm 2014\n\nTHÔNG TƯ\nVề giám sát môi trường lao động\n\n"
    body = (
        "Điều 3. Nội dung giám sát\n1. Đo thông gió nơi làm việc.\n2. Giám sát là việc theo dõi, kiểm tra các yếu tố có hại.\n"
        "Điều 4. Tổ chức giám sát\n1. Sở Y tế kiểm tra việc đo thông gió.\n2. Báo cáo kết quả trước ngày 15/12 hằng năm.\n"
    )
    assert [task.text[:9] for task in read(head + body)[1].tasks] == ["Sở Y tế k", "Báo cáo k"]
