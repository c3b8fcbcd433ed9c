"""Decisions, regulations and resolutions: which of their paragraphs give work, and which only close, praise, define or empower."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Kind, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/QĐ-UBND
Bắc Ninh, ngày 18 tháng 11 năm 2025

QUYẾT ĐỊNH
{subject}

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

"""
END = """

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An

"""
ISSUES = "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ đêm.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
ANNEX = "QUY CHẾ\nQUẢN LÝ CHỢ ĐÊM\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 18/11/2025 của UBND tỉnh)\n\n"
REGULATION = HEAD.format(subject="Ban hành Quy chế quản lý chợ đêm") + ISSUES + END + ANNEX
DECISION = HEAD.format(subject="Phê duyệt Đề án phát triển nghề gốm")
RESOLUTION = """CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 97/NQ-CP
Hà Nội, ngày 05 tháng 6 năm 2025

NGHỊ QUYẾT
Phiên họp Chính phủ thường kỳ tháng 5 năm 2025

Căn cứ Luật Tổ chức Chính phủ;

QUYẾT NGHỊ:

"""


def told(directive: Directive) -> list[tuple[str, tuple[str, ...]]]:
    """The first words of each assignment, and who leads it."""
    return [
        (" ".join(task.text.split()[:3]), tuple(agency.name for agency in task.agencies if agency.role is Role.LEAD))
        for task in directive.tasks
        if task.kind is Kind.ASSIGNMENT
    ]


@pytest.mark.parametrize("title", ["Tổ chức thực hiện", "Điều khoản thi hành"])
def test_a_paragraph_below_the_last_title_of_a_regulation_is_no_mere_closing(title: str, read: Read) -> None:
    duties = "Điều 5. Trách nhiệm của Sở Tài chính\n\n1. Hướng dẫn thu phí.\n\n"
    last = "Sở Công Thương chủ trì xây dựng giá thuê điểm bán, trình UBND tỉnh trước ngày 31/12/2025./."
    assert told(read(f"{REGULATION}{duties}Điều 6. {title}\n\n{last}\n")[1]) == [
        ("Hướng dẫn thu", ("Sở Tài chính",)),
        ("Sở Công Thương", ("Sở Công Thương",)),
    ]


def test_a_report_that_closes_a_regulation_is_a_task_and_its_formula_is_none(read: Read) -> None:
    duties = "Điều 5. Trách nhiệm của Sở Tài chính\n\n1. Hướng dẫn thu phí.\n\n2. Kiểm tra việc thu phí.\n\n"
    report = "Giao Sở Nội vụ tổng hợp tình hình thực hiện, báo cáo UBND tỉnh trước ngày 20/12 hằng năm./.\n"
    formula = "Yêu cầu các sở, ban, ngành nghiêm túc thực hiện Quy chế này./.\n"
    assert len(told(read(REGULATION + duties + report)[1])) == 3
    assert len(told(read(REGULATION + duties + formula)[1])) == 2


def test_points_of_an_agenda_hold_orders_though_they_are_named_like_an_assessment(read: Read) -> None:
    first = (
        "1. Về tình hình kinh tế - xã hội tháng 5\n\nChính phủ thống nhất đánh giá: Sản xuất tiếp tục phục hồi.\n\n"
        "Để giữ đà tăng trưởng, Chính phủ yêu cầu các bộ, địa phương điều hành quyết liệt; trong đó tập trung các nhiệm vụ sau:\n\n"
        "- Bộ Xây dựng khẩn trương trình phương án nhà ở.\n\n- Bộ Y tế chuẩn bị đủ vắc xin.\n\n"
    )
    second = "2. Về kết quả công tác dân tộc\n\nBộ Nội vụ chủ trì, phối hợp với các địa phương rà soát chính sách dân tộc./.\n"
    assert told(read(RESOLUTION + first + second + END)[1]) == [
        ("Bộ Xây dựng", ("Bộ Xây dựng",)),
        ("Bộ Y tế", ("Bộ Y tế",)),
        ("Bộ Nội vụ", ("Bộ Nội vụ",)),
    ]


def test_the_assessment_of_another_paper_stays_one(read: Read) -> None:
    past = "I. TÌNH HÌNH, KẾT QUẢ\n\n1. Sở Y tế chủ trì tổ chức ba đợt kiểm tra bếp ăn.\n\n"
    work = "II. NHIỆM VỤ\n\n1. Sở Y tế kiểm tra các bếp ăn trường học.\n\n2. Sở Nội vụ tổng hợp kết quả.\n"
    assert len(told(read(DECISION.replace("QUYẾT ĐỊNH", "KẾ HOẠCH") + past + work + END)[1])) == 2


@pytest.mark.parametrize(
    "formula",
    [
        "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.",
        "Thủ trưởng các sở; UBND các xã và tổ chức, cá nhân có liên quan căn cứ Quyết định thi hành./.",
        "Văn phòng UBND tỉnh, Sở Y tế và các cơ quan liên quan thi hành Quyết định này./.",
        "Giám đốc các sở và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành. Quyết định này có hiệu lực kể từ ngày ký.",
        "Các cơ quan nêu tại Điều 2 và tổ chức có liên quan chịu trách nhiệm tổ chức thực hiện Quy chế.",
    ],
)
def test_an_article_of_execution_is_no_task_in_whatever_words(formula: str, read: Read) -> None:
    work = "Điều 1. Phê duyệt Đề án.\n\nĐiều 2. Giao Sở Công Thương hỗ trợ các làng nghề.\n\n"
    assert told(read(f"{DECISION}{work}Điều 3. {formula}\n{END}")[1]) == [("Giao Sở Công", ("Sở Công Thương",))]


@pytest.mark.parametrize(
    "order",
    [
        "Giám đốc các sở chịu trách nhiệm thi hành Quyết định này, báo cáo UBND tỉnh trước ngày 15/12/2025./.",
        "Sở Tư pháp theo dõi, đôn đốc việc thi hành Quyết định này./.",
        "Sở Tài chính quyết toán trước ngày 30/11/2025. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.",
    ],
)
def test_an_article_of_execution_that_orders_more_is_a_task(order: str, read: Read) -> None:
    work = "Điều 1. Phê duyệt Đề án.\n\nĐiều 2. Giao Sở Công Thương hỗ trợ các làng nghề.\n\n"
    assert len(told(read(f"{DECISION}{work}Điều 3. {order}\n{END}")[1])) == 2


def test_what_a_scheme_shall_set_up_is_work_though_an_article_approves_the_scheme(read: Read) -> None:
    scheme = (
        "Điều 1. Phê duyệt Đề án với các nội dung sau:\n\n1. Nhiệm vụ, giải pháp\n\na) Ban hành bộ tiêu chí làng nghề.\n\n"
        "b) Phê duyệt danh mục nghề cần bảo tồn.\n\nc) Thành lập 03 hợp tác xã gốm.\n\n"
    )
    rest = "Điều 2. Ban hành kèm theo Quyết định này Quy chế xét chọn.\n\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
    assert [words for words, _ in told(read(DECISION + scheme + rest + END)[1])] == [
        "Ban hành bộ",
        "Phê duyệt danh",
        "Thành lập 03",
    ]


@pytest.mark.parametrize(
    ("text", "leads", "report_to"),
    [
        ("Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh triển khai Nghị quyết.", ["Ủy ban nhân dân tỉnh"], []),
        ("UBND tỉnh phân công Sở Tài chính thẩm định dự toán.", ["Sở Tài chính"], []),
        (
            "Thường trực HĐND, các Ban HĐND và các vị đại biểu HĐND tỉnh căn cứ nhiệm vụ, quyền hạn giám sát việc thực hiện.",
            ["Thường trực HĐND", "các Ban HĐND", "các vị đại biểu HĐND tỉnh"],
            [],
        ),
        ("Giao UBND tỉnh hằng năm báo cáo kết quả thực hiện Nghị quyết với HĐND tỉnh.", ["UBND tỉnh"], ["HĐND tỉnh"]),
        ("Sở Tài chính báo cáo tình hình thu, chi với UBND tỉnh hằng quý.", ["Sở Tài chính"], ["UBND tỉnh"]),
        ("Các sở báo cáo kết quả về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.", ["Các sở"], ["Sở Nội vụ"]),
        ("Sở Y tế kiểm tra các bếp ăn, báo cáo kết quả phối hợp với Công an tỉnh.", ["Sở Y tế"], []),
    ],
)
def test_who_acts_and_who_receives_what_a_council_resolves(text: str, leads: list[str], report_to: list[str], read: Read) -> None:
    task = read(f"{DECISION}Điều 1. Phê duyệt Đề án.\n\nĐiều 2. {text}\n{END}")[1].tasks[0]
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD] == leads
    assert [agency.name for agency in task.agencies if agency.role is Role.REPORT_TO] == report_to


def test_thanks_of_a_council_are_no_task(read: Read) -> None:
    articles = "Điều 1. Hội đồng nhân dân tỉnh ghi nhận kết quả trả lời chất vấn.\n\nĐiều 2. Yêu cầu Sở Y tế mua đủ thuốc.\n"
    assert told(read(DECISION + articles + END)[1]) == [("Yêu cầu Sở", ("Sở Y tế",))]


@pytest.mark.parametrize("word", ["kính đề nghị", "xin đề nghị", "tiếp tục đề nghị", "một lần nữa đề nghị"])
def test_the_sender_who_asks_has_no_duty(word: str, read: Read) -> None:
    letter = DECISION.split("QUYẾT ĐỊNH")[0] + "Kính gửi: Sở Tài chính\n\n"
    asks = f"Ban Dân tộc {word} Sở Tài chính thẩm định, gửi kết quả trước ngày 28/11/2025.\n"
    assert [leads for _, leads in told(read(letter + asks + END)[1])] == [("Sở Tài chính",)]


def test_whom_to_tell_of_changes_that_may_be_needed_is_no_task(read: Read) -> None:
    duties = "Điều 5. Trách nhiệm của Sở Tài chính\n\n1. Hướng dẫn thu phí.\n\n"
    last = (
        "Điều 6. Tổ chức thực hiện\n\n1. Sở Công Thương kiểm tra việc thực hiện Quy chế này.\n\n"
        "2. Trong quá trình thực hiện, nếu thấy cần sửa đổi, bổ sung, các đơn vị chủ động đề xuất, gửi Sở Công Thương tổng hợp.\n"
    )
    assert len(told(read(REGULATION + duties + last)[1])) == 2


def test_members_of_a_committee_are_told_their_duties(read: Read) -> None:
    members = (
        "Điều 1. Phân công nhiệm vụ các thành viên Ban Chỉ đạo như sau:\n\n"
        "1. Ông Lò Văn An, Chủ tịch UBND tỉnh - Trưởng ban: Phụ trách chung, chỉ đạo toàn diện.\n\n"
        "2. Giám đốc Sở Nội vụ - Phó Trưởng ban\n\na) Giúp Trưởng ban điều hành;\n\nb) Hướng dẫn các tiêu chí.\n\n"
        "3. Ông Vi Văn Bình, Giám đốc Sở Xây dựng, Ủy viên:\n\n- Hướng dẫn quy hoạch;\n\n- Theo dõi xã An Lão.\n\n"
        "4. Bà Hà Thị Hoa, Chuyên viên Sở Y tế - Thư ký.\n"
    )
    assert told(read(DECISION.replace("Phê duyệt Đề án", "Phân công nhiệm vụ") + members + END)[1]) == [
        ("Ông Lò Văn", ()),
        ("Giúp Trưởng ban", ("Sở Nội vụ",)),
        ("Hướng dẫn các", ("Sở Nội vụ",)),
        ("Hướng dẫn quy", ("Sở Xây dựng",)),
        ("Theo dõi xã", ("Sở Xây dựng",)),
    ]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Nhiệm vụ, quyền hạn của Trưởng ban", "Trưởng ban"),
        ("Nhiệm vụ của Phó Trưởng ban", "Phó Trưởng ban"),
        ("Trách nhiệm của Phó Trưởng ban Thường trực", "Phó Trưởng ban Thường trực"),
        ("Nhiệm vụ của Tổ trưởng Tổ giúp việc", "Tổ trưởng Tổ giúp việc"),
        ("Nhiệm vụ của cố vấn học tập", "cố vấn học tập"),
        ("Trách nhiệm của Giám đốc Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_title_tells_the_duties_of_one_who_sits_in_a_committee(title: str, lead: str, read: Read) -> None:
    articles = f"Điều 5. {title}\n\n1. Xây dựng kế hoạch công tác năm.\n\n2. Tổng hợp kết quả hằng tháng.\n"
    assert [leads for _, leads in told(read(REGULATION + articles)[1])] == 2 * [(lead,)]


@pytest.mark.parametrize(
    "article",
    [
        "Nguyên tắc phối hợp\n\n1. Các cơ quan phối hợp trên cơ sở nhiệm vụ được giao.\n\n2. Các sở cung cấp thông tin kịp thời.",
        "Nội dung chi\n\n1. Chi hỗ trợ trẻ em mồ côi.\n\n2. Chi mua sắm trang thiết bị.",
        "Chủ thuyền có quyền:\n\n1. Sử dụng bến được phân công.\n\n2. Kiến nghị với Ban Quản lý vịnh.",
        "Người sử dụng không được\n\n1. Cho người khác mượn tài khoản.\n\n2. Phát tán thư rác.",
        "Bộ máy của Quỹ\n\n1. Giám đốc Quỹ do Chủ tịch UBND tỉnh bổ nhiệm.\n\n2. Văn phòng Quỹ đặt tại Sở Du lịch.",
        "Hồ sơ\n\n1. Tổ chức, cá nhân nộp 01 bộ hồ sơ tại Phòng Quản lý đô thị.",
    ],
)
def test_norms_and_principles_are_no_work(article: str, read: Read) -> None:
    duties = "Điều 9. Trách nhiệm của Sở Công Thương\n\n1. Kiểm tra việc niêm yết giá.\n"
    assert told(read(f"{REGULATION}Điều 5. {article}\n\n{duties}")[1]) == [("Kiểm tra việc", ("Sở Công Thương",))]


def test_steps_that_a_body_must_take_stay_work(read: Read) -> None:
    steps = "Điều 5. Trình tự cấp thẻ\n\n1. Trong thời hạn 07 ngày kể từ ngày nhận hồ sơ, Sở Công Thương thẩm định, cấp thẻ.\n"
    assert told(read(REGULATION + steps)[1]) == [("Trong thời hạn", ("Sở Công Thương",))]


def test_a_quotation_that_nothing_closes_holds_no_items(read: Read) -> None:
    work = "Điều 1. Thực hiện phong trào như sau: “Ba sạch\n\n1. Sở Y tế phát tờ rơi.\n\n2. Sở Nội vụ tổng hợp kết quả.\n"
    assert len(told(read(DECISION + work + END)[1])) == 2


@pytest.mark.parametrize(
    "ends",
    [
        "Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ.",
        "Nghị quyết liên tịch này có hiệu lực kể từ ngày 01 tháng 3 năm 2026./.",
    ],
)
def test_when_a_committee_ends_and_a_paper_takes_effect_is_no_task(ends: str, read: Read) -> None:
    work = "Điều 1. Thành lập Ban Chỉ đạo chuyển đổi số.\n\nĐiều 2. Giao Sở Nội vụ tổng hợp kết quả.\n\n"
    assert told(read(f"{DECISION}{work}Điều 3. {ends}\n{END}")[1]) == [("Giao Sở Nội", ("Sở Nội vụ",))]


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("Các cơ quan, đơn vị căn cứ Kế hoạch này triển khai thực hiện./.", 2),
        ("UBND tỉnh yêu cầu các đơn vị nghiêm túc thực hiện./.", 2),
        ("Các sở báo cáo kết quả về Sở Nội vụ trước ngày 15/12/2025./.", 3),
        ("Sở Nội vụ hướng dẫn, kiểm tra việc thực hiện Kế hoạch./.", 3),
    ],
)
def test_a_formula_below_the_last_title_is_no_task_and_an_order_is_one(last: str, count: int, read: Read) -> None:
    work = "I. NHIỆM VỤ\n\n1. Sở Y tế xây dựng nền tảng dữ liệu.\n\n2. Sở Nội vụ tổ chức tập huấn.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
    assert len(told(read(DECISION.replace("QUYẾT ĐỊNH", "KẾ HOẠCH") + work + last + END)[1])) == count


def test_prohibitions_for_bodies_under_order_stay_orders(read: Read) -> None:
    work = (
        "1. Các trường học không được:\n\na) Thu các khoản ngoài quy định.\n\nb) Tổ chức dạy thêm.\n\n2. Sở Y tế kiểm tra bếp ăn.\n"
    )
    assert len(told(read(DECISION.replace("QUYẾT ĐỊNH", "CHỈ THỊ") + work + END)[1])) == 3


def test_a_seat_in_a_committee_leads_what_stands_behind_its_colon(read: Read) -> None:
    seats = (
        "Điều 1. Phân công nhiệm vụ như sau:\n\n1. Chủ tịch Hội đồng: chủ trì các cuộc họp.\n\n"
        "2. Ủy viên thường trực: chuẩn bị tài liệu; tổng hợp báo cáo trước ngày 05 hằng tháng.\n\n"
        "3. Sở Y tế: cung ứng đủ hóa chất.\n\nĐiều 2. Văn phòng thường trực đặt tại Chi cục Thủy lợi.\n"
    )
    assert [leads for _, leads in told(read(DECISION + seats + END)[1])] == [
        ("Chủ tịch Hội đồng",),
        ("Ủy viên thường trực",),
        ("Sở Y tế",),
    ]


@pytest.mark.parametrize(
    ("subject", "whose"),
    [
        ("Ban hành Quy chế tổ chức và hoạt động của Ban Chỉ đạo phòng thủ dân sự", ("Ban Chỉ đạo phòng thủ dân sự",)),
        ("Về việc thành lập Tổ công tác cải cách hành chính", ("Tổ công tác cải cách hành chính",)),
        ("Ban hành Kế hoạch hoạt động hè của Sở Y tế", ()),
    ],
)
def test_duties_whose_owner_only_the_title_names(read: Read, subject: str, whose: tuple[str, ...]) -> None:
    duties = "Điều 2. Nhiệm vụ cụ thể\n\n1. Hướng dẫn các xã lập phương án.\n\n2. Tổng hợp tình hình của các xã.\n\n"
    money = "Điều 3. Kinh phí\n\n1. Bố trí kinh phí cho các xã.\n"
    found = told(read(HEAD.format(subject=subject) + "Điều 1. Ban hành.\n\n" + duties + money + END)[1])
    assert [leads for words, leads in found if not words.startswith("Bố trí")] == [whose] * 2
    assert not any(leads for words, leads in found if words.startswith("Bố trí"))


FOUNDS = "Điều 1. {} trên cơ sở tổ chức lại Công ty Xi măng Sông Gianh, như sau:\n\n1. Tên gọi: Tổng công ty Sông Gianh.\n\n"
BODY = "2. Tổng công ty có tư cách pháp nhân, có con dấu, được mở tài khoản theo quy định.\n\n"
PARTS = "3. Các đơn vị thành viên gồm:\n\n- Công ty cổ phần Đầu tư khai thác đá;\n\n- Công ty cổ phần Tư vấn xây dựng.\n\n"
DUTY = "Điều 2. Bộ Xây dựng:\n\na) Trình Thủ tướng Chính phủ bổ nhiệm Hội đồng thành viên trong quý I năm 2026;\n"


@pytest.mark.parametrize("founds", ["Thành lập Tổng công ty Xi măng Sông Gianh", "Chuyển Công ty Sông Gianh thành tổng công ty"])
def test_an_article_that_founds_a_company_says_what_it_is(read: Read, founds: str) -> None:
    found = told(read(DECISION + FOUNDS.format(founds) + BODY + PARTS + DUTY + END)[1])
    assert [leads for _, leads in found] == [("Bộ Xây dựng",)]


def test_an_article_that_sets_up_a_team_tells_it_what_to_do(read: Read) -> None:
    article = "Điều 1. Thành lập Tổ kiểm tra các công ty, có nhiệm vụ sau:\n\n1. Kiểm tra mỏ đá.\n\n2. Báo cáo kết quả.\n"
    assert len(told(read(DECISION + article + END)[1])) == 2


@pytest.mark.parametrize(
    ("subject", "article", "work"),
    [
        pytest.param("Về việc đặt tên đường", "Đặt tên 12 tuyến phố trên địa bàn thị xã Quế Võ.", False, id="names"),
        pytest.param("V/v thu hồi đất", "Thu hồi 3.200 m2 đất của Công ty Hải Âu tại phường 5.", False, id="takes-back"),
        pytest.param("Điều chỉnh quy hoạch chợ", "Điều chỉnh cục bộ vị trí chợ Đọ.", False, id="changes"),
        pytest.param(
            "Về việc thu hồi đất",
            "Thu hồi 2 ha đất, yêu cầu UBND xã Tân Chi bàn giao mặt bằng.",
            True,
            id="calls-on-somebody",
        ),
        pytest.param("Về việc thu hồi đất", "Thu hồi xong mặt bằng trước ngày 30/12/2025.", True, id="by-when"),
        pytest.param("Về việc tổ chức hội thi", "Tổ chức hội thi nấu ăn cấp tỉnh.", True, id="holds-something"),
        pytest.param("Về việc quản lý chợ", "Thu hồi các ki-ốt dựng sai quy hoạch.", True, id="not-what-its-title-says"),
    ],
)
def test_the_first_article_does_what_the_title_says(subject: str, article: str, work: bool, read: Read) -> None:
    decision = f"{HEAD.format(subject=subject)}Điều 1. {article}\n\nĐiều 2. Giao Sở Xây dựng công bố quyết định.\n{END}"
    assert [task.path for task in read(decision)[1].tasks] == ([("Điều 1",)] if work else []) + [("Điều 2",)]
