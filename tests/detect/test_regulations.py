"""Regulations that a decision carries: where they begin, which articles they have, and whose duties an article tells."""

from __future__ import annotations

import pytest

from models.directive import Directive, Role
from pipeline.detect import Detector, detect
from tests.reading import outline_of

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/2025/QĐ-UBND
Bắc Ninh, ngày 18 tháng 11 năm 2025

QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH BẮC NINH

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý chợ.

Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An

"""
TITLE = "QUY CHẾ\nPHỐI HỢP QUẢN LÝ CHỢ\n(Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND)\n\n"
GLUED = "QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ (Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND ngày 18 tháng 11 năm 2025)\n\n"
GENERAL = (
    "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n\nQuy chế này quy định việc quản lý chợ.\n\nChương II\nTRÁCH NHIỆM\n\n"
)
WORK = "\n\n1. Kiểm tra việc niêm yết giá tại các chợ.\n\n2. Theo dõi, tổng hợp số liệu về các chợ.\n\n"
ARTICLES = f"Điều 5. Trách nhiệm của Sở Công Thương{WORK}Điều 9. Ủy ban nhân dân xã, phường{WORK}"


def leads(directive: Directive) -> list[tuple[str, ...]]:
    return [tuple(agency.name for agency in task.agencies if agency.role is Role.LEAD) for task in directive.tasks]


@pytest.mark.parametrize("title", [TITLE, GLUED, "PHỐI HỢP QUẢN LÝ CÁC CHỢ\n\n", ""], ids=["full", "glued", "no type", "none"])
@pytest.mark.parametrize("general", [GENERAL, ""], ids=["chapters", "articles left out"])
def test_what_a_decision_carries_behind_its_signature_is_read(title: str, general: str, detector: Detector) -> None:
    directive = detect(outline_of(LETTERHEAD + title + general + ARTICLES), detector=detector)
    assert leads(directive) == 2 * [("Sở Công Thương",)] + 2 * [("Ủy ban nhân dân xã, phường",)]


def test_norms_of_an_article_on_conditions_are_no_work(detector: Detector) -> None:
    norms = "1. Ngân hàng Chính sách xã hội thực hiện cho vay qua hộ gia đình.\n\n2. Người vay phải có việc làm.\n\n"
    norms = f"Điều 4. Điều kiện vay vốn\n\n{norms}"
    directive = detect(outline_of(LETTERHEAD + TITLE + GENERAL + norms + ARTICLES), detector=detector)
    assert leads(directive) == 2 * [("Sở Công Thương",)] + 2 * [("Ủy ban nhân dân xã, phường",)]


def test_what_a_decision_sets_up_is_no_work_but_what_a_body_is_told_to_set_up_is(detector: Detector) -> None:
    duties = "Điều 6. Trách nhiệm của Sở Công Thương\n\n1. Thành lập đoàn kiểm tra liên ngành các chợ.\n\n"
    own = LETTERHEAD.replace("Điều 1. Ban hành", "Điều 1. Thành lập đoàn kiểm tra liên ngành và ban hành")
    assert leads(detect(outline_of(own + TITLE + GENERAL + duties), detector=detector)) == [("Sở Công Thương",)]


def test_a_table_of_criteria_behind_the_signature_is_no_list_of_orders(detector: Detector) -> None:
    table = (
        "BẢNG TIÊU CHÍ CHẤM ĐIỂM CHỢ VĂN MINH\n\n1. Có nội quy chợ, niêm yết giá công khai.\n\n2. Có phương án chữa cháy.\n\n" * 3
    )
    assert detect(outline_of(LETTERHEAD + table), detector=detector).tasks == ()


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Trách nhiệm của văn thư cơ quan", ("văn thư cơ quan",)),
        ("Trách nhiệm của bên mua điện", ("bên mua điện",)),
        ("Trách nhiệm, quyền hạn của đơn vị vận hành lưới điện", ("đơn vị vận hành lưới điện",)),
        ("Trách nhiệm các sở, ngành và Ủy ban nhân dân xã, phường", ("các sở, ngành", "Ủy ban nhân dân xã, phường")),
        ("Thẩm quyền và trách nhiệm của Chủ tịch Ủy ban nhân dân cấp xã", ("Ủy ban nhân dân cấp xã",)),
        ("Trách nhiệm của Công an tỉnh trong công tác quản lý chợ", ("Công an tỉnh",)),
        ("Trách nhiệm của các cơ quan, đơn vị trong việc phối hợp", ("các cơ quan, đơn vị",)),
        ("Trách nhiệm quản lý nhà nước về chợ của Sở Công Thương", ("Sở Công Thương",)),
        ("Nội dung phối hợp của Sở Tài chính", ("Sở Tài chính",)),
        ("Sở Công Thương.", ("Sở Công Thương",)),
        ("Các sở quản lý ngành, lĩnh vực và Ủy ban nhân dân các xã", ("Các sở quản lý ngành, lĩnh vực", "Ủy ban nhân dân các xã")),
        (
            "Các cơ quan, đơn vị được phân cấp quyết định tại Quy chế này có trách nhiệm:",
            ("Các cơ quan, đơn vị được phân cấp quyết định tại Quy chế này",),
        ),
        ("Trách nhiệm của từng cơ quan", ()),
        ("Mối quan hệ giữa Sở Công Thương với Công an tỉnh", ()),
    ],
)
def test_whose_duties_an_article_tells(heading: str, expected: tuple[str, ...], detector: Detector) -> None:
    directive = detect(outline_of(f"{LETTERHEAD}{TITLE}{GENERAL}Điều 5. {heading}{WORK}"), detector=detector)
    assert [found for found in leads(directive) if found != expected] == []
    assert len(directive.tasks) == 2 or not expected


def test_an_article_beside_those_of_bodies_is_of_whom_it_names(detector: Detector) -> None:
    staff = "Cán bộ, công chức, viên chức tiếp nhận hồ sơ"
    articles = f"Điều 5. Sở Công Thương{WORK}Điều 6. Ủy ban nhân dân xã{WORK}Điều 7. {staff}{WORK}"
    directive = detect(outline_of(LETTERHEAD + TITLE + GENERAL + articles), detector=detector)
    assert leads(directive)[-2:] == 2 * [(staff,)]


def test_the_issuer_is_no_part_of_the_subject_without_its_place(detector: Detector) -> None:
    text = LETTERHEAD.replace(
        "Điều 1. Ban hành", "ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nĐiều 1. Ban hành"
    )
    directive = detect(outline_of(text), detector=detector)
    assert directive.fields.subject == "BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH BẮC NINH"


ORGANISED = "Điều 5. Tổ chức thực hiện\n\n"
FIRST, SECOND = "1. Theo dõi, tổng hợp số liệu về các chợ.", "2. {}"


def of_item(item: str, detector: Detector) -> list[tuple[str, ...]]:
    text = f"{LETTERHEAD}{TITLE}{GENERAL}{ORGANISED}{FIRST}\n\n{SECOND.format(item)}\n"
    return [found for task, found in zip(*both(detect(outline_of(text), detector=detector)), strict=True) if task[-1] == "2"]


def both(directive: Directive) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [task.path for task in directive.tasks], leads(directive)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Khi phát hiện cháy, chủ nhà trọ phải báo Công an xã.", "chủ nhà trọ"),
        ("Trong thời hạn 05 ngày làm việc, người đứng đầu cơ quan phải trả lời bằng văn bản.", "cơ quan"),
        ("Khi có yêu cầu của cơ quan có thẩm quyền, tổ chức, cá nhân có trách nhiệm cung cấp hồ sơ.", "tổ chức, cá nhân"),
        (
            "Đơn vị, tổ chức thực hiện việc bồi thường, hỗ trợ có trách nhiệm lập dự toán.",
            "Đơn vị, tổ chức thực hiện việc bồi thường, hỗ trợ",
        ),
        ("Cơ quan, cá nhân được cấp tài khoản phải thay đổi mật khẩu.", "Cơ quan, cá nhân được cấp tài khoản"),
        ("Các cơ quan, đơn vị xây dựng báo cáo, gửi về Sở Nội vụ.", "Các cơ quan, đơn vị"),
        (
            "Khi vượt quá khả năng, Chủ tịch Ủy ban nhân dân cấp xã đề nghị Chủ tịch Ủy ban nhân dân tỉnh hỗ trợ lực lượng.",
            "Ủy ban nhân dân cấp xã",
        ),
    ],
)
def test_who_acts_in_an_item_of_norms(item: str, expected: str, detector: Detector) -> None:
    assert of_item(item, detector) == [(expected,)]


@pytest.mark.parametrize(
    "item",
    [
        "Trường hợp các văn bản dẫn chiếu tại Quy chế này được sửa đổi, bổ sung hoặc thay thế thì thực hiện theo văn bản mới.",
        "Tổ chức, cá nhân có thành tích trong quản lý chợ sẽ được khen thưởng theo quy định.",
        "Kết quả chấm điểm hằng năm là một trong những căn cứ bình xét thi đua.",
        "Mỗi chợ: xét chọn không quá 02 hộ kinh doanh.",
        "Quyết định số 12/2015/QĐ-UBND ngày 05/6/2015 của UBND tỉnh ban hành Quy chế quản lý chợ;",
        "(Quét mã QR để xem toàn văn tài liệu)",
        "Ông Phạm Gia Lộc, Khoa Kiểm soát nhiễm khuẩn Bệnh viện huyện, Thư ký.",
    ],
)
def test_what_is_said_besides_is_no_task(item: str, detector: Detector) -> None:
    assert of_item(item, detector) == []


def decision(title: str, *articles: str) -> str:
    numbered = "\n\n".join(f"Điều {number}. {text}" for number, text in enumerate(articles, start=1))
    return LETTERHEAD.partition("BAN HÀNH")[0] + f"{title}\n\n{numbered}\n"


def test_a_list_of_procedures_made_public_is_no_task(detector: Detector) -> None:
    text = decision(
        "CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH LĨNH VỰC LÂM NGHIỆP",
        "Công bố kèm theo Quyết định này Danh mục 12 thủ tục hành chính lĩnh vực lâm nghiệp.",
        "Giao Sở Nông nghiệp và Môi trường xây dựng quy trình nội bộ.",
        "Bãi bỏ các thủ tục đã được công bố tại Quyết định số 9/QĐ-UBND.",
        "Giám đốc Sở Nông nghiệp và Môi trường, Chủ tịch Ủy ban nhân dân các xã căn cứ Quyết định này thực hiện./.",
    )
    assert leads(detect(outline_of(text), detector=detector)) == [("Sở Nông nghiệp và Môi trường",)]


def test_who_may_decide_is_no_work(detector: Detector) -> None:
    powers = (
        "1. Giám đốc Sở Tài chính quyết định mua sắm tài sản.\n\n2. Chủ tịch Ủy ban nhân dân cấp xã quyết định thanh lý tài sản."
    )
    text = decision(
        "PHÂN CẤP THẨM QUYỀN QUYẾT ĐỊNH TRONG QUẢN LÝ TÀI SẢN CÔNG",
        f"Phân cấp thẩm quyền\n\n{powers}",
        "Tổ chức thực hiện\n\n1. Giao Sở Tài chính theo dõi, báo cáo Ủy ban nhân dân tỉnh.",
    )
    assert leads(detect(outline_of(text), detector=detector)) == [("Sở Tài chính",)]


PLAN = (
    LETTERHEAD.partition("QUYẾT ĐỊNH")[0].replace("QĐ", "KH")
    + "KẾ HOẠCH\nTriển khai phân cấp, phân quyền năm 2026\n\nI. NHIỆM VỤ\n\n"
)


@pytest.mark.parametrize(
    "item",
    [
        "Theo dõi, đôn đốc các địa phương, đơn vị đã triển khai mô hình chợ văn minh.",
        "Thực hiện nghiêm túc, có hiệu quả các nhiệm vụ, giải pháp đã có tại Nghị quyết số 57-NQ/TW.",
        "Căn cứ tình hình thực tế, điều chỉnh kế hoạch đã ban hành cho phù hợp.",
        "Để bảo đảm tiến độ, các dự án đã có mặt bằng phải khởi công trước ngày 30/6/2026.",
        "Trước ngày 15/12/2025, các xã đã thực hiện thí điểm báo cáo kết quả về Sở Nội vụ.",
        "Thuộc trường hợp khẩn cấp, Chủ tịch Ủy ban nhân dân xã quyết định di dời ngay các hộ dân.",
        "Không phát sinh chợ tự phát mới; thường xuyên kiểm tra, xử lý vi phạm.",
        "Kết quả thực hiện là căn cứ đánh giá cán bộ, các đơn vị báo cáo về Sở Nội vụ trước ngày 15/12/2025.",
        "Khi nội dung quy hoạch được sửa đổi, Sở Xây dựng rà soát, điều chỉnh các dự án theo thẩm quyền.",
        "Các tổ chức vi phạm thì bị xử lý nghiêm; Công an tỉnh kiểm tra, xử lý vi phạm về trật tự chợ.",
        "Các phòng chuyên môn: đề nghị không quá 02 cá nhân, gửi hồ sơ về Văn phòng trước ngày 15/12/2025.",
        "Thống kê số lượng chợ như biểu số 02 kèm theo.",
        "Sở Nội vụ rà soát, trình Ủy ban nhân dân tỉnh quyết định phê duyệt danh mục nhiệm vụ phân cấp.",
        "Tham mưu Ủy ban nhân dân tỉnh phân cấp cho Ủy ban nhân dân các xã, hoàn thành trong quý I năm 2026.",
    ],
)
def test_an_order_that_begins_like_what_is_none_is_kept(item: str, detector: Detector) -> None:
    directive = detect(outline_of(f"{PLAN}1. Rà soát các chợ.\n\n2. {item}\n\n3. Kiểm tra việc niêm yết giá.\n"), detector=detector)
    assert ("I", "2") in [task.path for task in directive.tasks]


def test_what_a_plan_that_came_enclosed_wants_is_no_enclosure(detector: Detector) -> None:
    items = "\n\na) Rà soát các chợ.\n\nb) Kiểm tra việc niêm yết giá.\n"
    plan = f"1. Triển khai Kế hoạch ban hành kèm theo Quyết định số 12/QĐ-UBND, tập trung các nhiệm vụ sau:{items}"
    assert len(detect(outline_of(PLAN + plan), detector=detector).tasks) == 2


def test_a_list_of_what_is_enclosed_gives_no_orders(detector: Detector) -> None:
    papers = "\n\na) Cẩm nang dành cho công chức cấp xã;\n\nb) Bài giảng tập huấn của Sở Công Thương.\n"
    text = f"{PLAN}1. Sở Công Thương gửi kèm các tài liệu tập huấn gồm:{papers}\n2. Các xã phổ biến cho tiểu thương.\n"
    assert [task.path for task in detect(outline_of(text), detector=detector).tasks] == [("I", "2")]


def test_who_orders_in_need_does_not_lead(detector: Detector) -> None:
    item = "Trường hợp cần thiết, Ủy ban nhân dân tỉnh yêu cầu Sở Y tế tăng cường lực lượng cho các xã."
    assert of_item(item, detector) == [("Sở Y tế",)]


@pytest.mark.parametrize(
    "norm",
    [
        "Hồ sơ đề nghị cấp quầy gồm: đơn đề nghị; bản sao giấy tờ.",
        "Thành phần hồ sơ bao gồm đơn đề nghị, bản vẽ.",
        "Hồ sơ được lập thành 02 bộ.",
        "Hộ kinh doanh có quyền quyết định giá bán.",
        "Tổ chức, cá nhân được quyền khiếu nại theo quy định.",
        "Được hưởng các quyền lợi theo quy định của pháp luật.",
        "Người bán thuốc phải có chứng chỉ hành nghề theo quy định.",
        "Đơn vị, cá nhân thực hiện tốt Quy chế này được xem xét khen thưởng.",
        "Thành phần Hội đồng chấm điểm chợ gồm: đại diện Sở Công Thương; đại diện tiểu thương.",
        "Nội dung biên bản bao gồm số quầy và số vi phạm.",
        "Mốc giới chợ phải được làm bằng bê tông.",
        "Mỗi phiếu có một mã riêng.",
        "Văn bản trả lời phải nêu rõ lý do không cấp quầy.",
        "Hội đồng chấm điểm làm việc theo nguyên tắc tập thể.",
    ],
)
def test_rights_dossiers_and_rewards_are_no_work(norm: str, detector: Detector) -> None:
    articles = f"Điều 4. Nội dung phối hợp\n\n1. {norm}\n\n2. Sở Công Thương có quyền và trách nhiệm kiểm tra giá.\n\n"
    directive = detect(outline_of(LETTERHEAD + TITLE + GENERAL + articles + ARTICLES), detector=detector)
    assert leads(directive)[:-4] == [("Sở Công Thương",)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Cơ quan nhận được phản ánh về chợ phải chuyển ngay cho Sở Công Thương. Sở Công Thương kiểm tra, xử lý.",
            ("Cơ quan nhận được phản ánh về chợ", "Sở Công Thương"),
        ),
        (
            "Cơ quan cấp phép lấy ý kiến Sở Xây dựng. Trong thời hạn 05 ngày, Sở Xây dựng trả lời bằng văn bản.",
            ("Cơ quan cấp phép", "Sở Xây dựng"),
        ),
        (
            "Sở Công Thương lấy ý kiến Sở Y tế, Sở Xây dựng. Các đơn vị được lấy ý kiến trả lời trong 05 ngày.",
            ("Sở Công Thương", "Các đơn vị được lấy ý kiến"),
        ),
        (
            "Đơn vị nhận được thông báo kiểm tra hoặc quyết định xử phạt có trách nhiệm niêm yết tại chợ.",
            ("Đơn vị nhận được thông báo kiểm tra hoặc quyết định xử phạt",),
        ),
        ("Hồ sơ sau khi được tiếp nhận, Văn thư Sở đăng ký và trình lãnh đạo.", ("Văn thư Sở",)),
        ("Trong thời gian 10 phút, Chỉ huy trực điều động lực lượng đến chợ.", ("Chỉ huy trực",)),
        ("Khi lửa có nguy cơ lan rộng, Chỉ huy chữa cháy đề nghị Công an tỉnh huy động thêm xe.", ("Chỉ huy chữa cháy",)),
        (
            "Sau khi có ý kiến của Sở Tài chính, Sở Tư pháp và các cơ quan liên quan, Sở Công Thương hoàn thiện dự thảo.",
            ("Sở Công Thương",),
        ),
        ("Khi tiến hành kiểm tra liên ngành, cơ quan chủ trì thông báo trước cho Ban quản lý chợ.", ("cơ quan chủ trì",)),
        ("Hằng quý, các phòng dự kiến danh mục chợ cần kiểm tra gửi Sở Công Thương.", ("các phòng",)),
        ("Công an xã tổ chức canh gác, chỉ huy chữa cháy và phối hợp với Sở Y tế.", ("Công an xã",)),
    ],
)
def test_who_acts_in_a_clause_on_steps(clause: str, expected: tuple[str, ...], detector: Detector) -> None:
    articles = f"Điều 4. Trình tự phối hợp\n\n1. {clause}\n\n2. Sở Công Thương có trách nhiệm kiểm tra giá.\n\n"
    directive = detect(outline_of(LETTERHEAD + TITLE + GENERAL + articles + ARTICLES), detector=detector)
    assert leads(directive)[0] == expected
