"""Who leads and who works along, where a sentence names several bodies in several places: sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.outline import Passage, Piece
from models.text import Document
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse

Read = Callable[..., tuple[Document, Directive]]
ROLES = (Role.LEAD, Role.COORDINATE)


@pytest.mark.parametrize(
    ("text", "leads", "along"),
    [
        pytest.param(
            "LILAMA và VSIP tăng cường nhân lực.",
            "LILAMA; VSIP",
            "",
            id="names-of-companies-in-capitals",
        ),
        pytest.param(
            "Tập đoàn Dầu khí; Vinaconex hoàn thành phần móng.",
            "Tập đoàn Dầu khí; Vinaconex",
            "",
            id="a-company-behind-a-semicolon",
        ),
        pytest.param(
            "Phòng An toàn + Phòng Thông gió kiểm tra hiện trường.",
            "Phòng An toàn; Phòng Thông gió",
            "",
            id="a-plus-between-two",
        ),
        pytest.param(
            "Công ty Điện lực Lào Cai, Viễn thông Lào Cai, Công ty CP Cấp nước: di dời đường dây.",
            "Công ty Điện lực Lào Cai; Viễn thông Lào Cai; Công ty CP Cấp nước",
            "",
            id="three-before-a-colon",
        ),
        pytest.param(
            "Công an tỉnh (Phòng Cảnh sát giao thông đường bộ) và Sở Xây dựng kiểm tra xe.",
            "Công an tỉnh; Sở Xây dựng",
            "",
            id="the-office-in-a-bracket-between-two",
        ),
        pytest.param(
            "Sở Nội vụ mua 10 bộ máy tính giao cho các xã sử dụng.",
            "Sở Nội vụ",
            "",
            id="who-receives-things",
        ),
        pytest.param(
            "Sở Nội vụ lập danh mục, giao các xã rà soát.",
            "Sở Nội vụ; các xã",
            "",
            id="who-receives-a-duty",
        ),
        pytest.param(
            "Về việc giao Sở Y tế quản lý khu đất: Sở Xây dựng thẩm định.",
            "Sở Xây dựng",
            "",
            id="who-is-charged-in-a-topic",
        ),
        pytest.param(
            "Đồng ý việc giao Sở Y tế quản lý khu đất.",
            "Sở Y tế",
            "",
            id="who-is-charged-by-consent",
        ),
        pytest.param(
            "Đối với Phòng Công chứng số 1: Sở Tư pháp rà soát trụ sở.",
            "Sở Tư pháp",
            "",
            id="what-is-spoken-of",
        ),
        pytest.param(
            "Đối với Sở Tư pháp: rà soát trụ sở.",
            "Sở Tư pháp",
            "",
            id="who-is-spoken-to",
        ),
        pytest.param(
            "Báo Sơn Khê, Đài Phát thanh tỉnh thông tin khách quan; đề nghị Hội Nông dân tỉnh giám sát.",
            "Báo Sơn Khê; Đài Phát thanh tỉnh; Hội Nông dân tỉnh",
            "",
            id="an-order-to-others-in-the-next-clause",
        ),
        pytest.param(
            "Sở Tư pháp - cơ quan thường trực Hội đồng phối hợp phổ biến pháp luật tỉnh phối hợp với Sở Nội vụ kiểm tra các xã.",
            "Sở Tư pháp",
            "Sở Nội vụ",
            id="what-a-body-is-before-what-it-does",
        ),
        pytest.param(
            "Đề nghị UBND xã Tân Lập cấp phép khai thác, UBND xã Tân Hòa cho sử dụng đường dân sinh.",
            "UBND xã Tân Lập; UBND xã Tân Hòa",
            "",
            id="a-second-body-behind-an-order-to-one",
        ),
        pytest.param(
            "Đề nghị Công an tỉnh chỉ đạo Phòng Cảnh sát giao thông, Công an các xã tuần tra.",
            "Công an tỉnh",
            "",
            id="the-second-of-those-directed",
        ),
        pytest.param(
            "Xem xét đề nghị của UBND xã Tân Lập về mở rộng chợ, Sở Công Thương khảo sát.",
            "Sở Công Thương",
            "",
            id="a-wish-answered",
        ),
        pytest.param(
            "Kiện toàn các trường còn khuyết, hoàn thành trong quý III, Sở Nội vụ chịu trách nhiệm trước UBND tỉnh về tiến độ.",
            "Sở Nội vụ",
            "",
            id="who-answers-for-it",
        ),
        pytest.param(
            "Phải theo đúng khung chính sách đã ký, Sở Xây dựng làm đầu mối hướng dẫn.", "Sở Xây dựng", "", id="who-is-the-hub"
        ),
        pytest.param(
            "Trong khi chờ hướng dẫn của Bộ Công Thương, Sở Công Thương cùng với Công an tỉnh kiểm tra giá bán.",
            "Sở Công Thương",
            "Công an tỉnh",
            id="behind-the-guidance-of-another",
        ),
        pytest.param(
            "Dưới sự chỉ đạo, hướng dẫn của Chi cục Kiểm lâm, các Hạt Kiểm lâm tập trung vào những việc sau:",
            "các Hạt Kiểm lâm",
            "",
            id="under-the-direction-of-another",
        ),
        pytest.param(
            "Việc quyết toán theo hướng dẫn của Bộ Tài chính, các chủ đầu tư phải hoàn tất trong năm.",
            "các chủ đầu tư",
            "",
            id="whose-duty-a-matter-is",
        ),
        pytest.param(
            "UBND các xã vận động nhân dân, đồng thời Ủy ban nhân dân cấp xã nơi có rừng canh gác.",
            "UBND các xã; Ủy ban nhân dân cấp xã",
            "",
            id="where-a-council-is",
        ),
        pytest.param(
            "Đối với các xã đã bị ngập. Riêng UBND các xã biên giới, ngoài các việc trên cần bố trí phương tiện.",
            "UBND các xã biên giới",
            "",
            id="a-phrase-set-between",
        ),
        pytest.param(
            "Bộ Công an chỉ đạo điều tra, xử lý nghiêm các hành vi găm hàng, phối hợp chặt chẽ với Bộ Quốc phòng; "
            "Bộ Tài chính thanh tra việc cấp phép.",
            "Bộ Công an; Bộ Tài chính",
            "Bộ Quốc phòng",
            id="behind-those-who-work-along",
        ),
        pytest.param(
            "Sở Y tế chủ trì, phối hợp với Sở Tài chính; Sở Nội vụ rà soát biên chế.",
            "Sở Y tế",
            "Sở Tài chính; Sở Nội vụ",
            id="a-list-of-those-who-work-along",
        ),
        pytest.param("Giao Thanh tra tỉnh cùng Sở Nội vụ phân loại đơn.", "Thanh tra tỉnh", "Sở Nội vụ", id="assigned-together"),
        pytest.param(
            "Sở Xây dựng chủ trì, mời Sở Tài chính và các chủ đầu tư đo vẽ lại thực địa.",
            "Sở Xây dựng",
            "Sở Tài chính; các chủ đầu tư",
            id="asked-along-by-the-chair",
        ),
        pytest.param(
            "Giao Sở Y tế kiểm tra, Công an tỉnh và Sở Nội vụ phối hợp.",
            "Sở Y tế",
            "Công an tỉnh; Sở Nội vụ",
            id="along-at-the-end",
        ),
        pytest.param(
            "Giao Sở Công Thương làm đầu mối, Sở Khoa học và Công nghệ hỗ trợ về kỹ thuật.",
            "Sở Công Thương",
            "Sở Khoa học và Công nghệ",
            id="helps-with-its-craft",
        ),
        pytest.param(
            "Kiện toàn Trung tâm Dữ liệu tỉnh; Trung tâm chịu trách nhiệm chính, Sở Nội vụ phối hợp.",
            "Trung tâm Dữ liệu tỉnh",
            "Sở Nội vụ",
            id="called-by-its-first-word",
        ),
        pytest.param(
            "Mở lớp tập huấn; Sở Nội vụ theo dõi, đôn đốc, Trường Chính trị tỉnh thực hiện.",
            "Trường Chính trị tỉnh",
            "",
            id="watches",
        ),
        pytest.param("Giải quyết dứt điểm đơn thư; giao Thanh tra tỉnh theo dõi, đôn đốc.", "", "", id="only-watches"),
        pytest.param(
            "Mở đợt cao điểm (Ban Chỉ đạo 389 tỉnh chỉ đạo chung; Công an tỉnh, Sở Công Thương thực hiện).",
            "Công an tỉnh; Sở Công Thương",
            "",
            id="watches-over-several",
        ),
        pytest.param("Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch.", "Sở Nội vụ", "", id="drafts-for-those-above"),
        pytest.param(
            "Khảo sát nhu cầu nhà ở (Sở Xây dựng phối hợp Liên đoàn Lao động tỉnh thực hiện).",
            "Sở Xây dựng",
            "Liên đoàn Lao động tỉnh",
            id="in-brackets-with-another",
        ),
        pytest.param(
            "Chủ tịch UBND tỉnh ghi nhận sự cố gắng của Sở Y tế; giao Sở Tài chính cân đối nguồn.",
            "Sở Tài chính",
            "",
            id="acknowledges",
        ),
        pytest.param(
            "Đơn vị chịu trách nhiệm chính là Phòng Tổ chức; Phòng Kế toán lo kinh phí.",
            "Phòng Tổ chức; Phòng Kế toán",
            "",
            id="a-label-with-a-verb",
        ),
        pytest.param("Giao Thanh tra tỉnh theo dõi, đôn đốc.", "Thanh tra tỉnh", "", id="watching-is-all-its-work"),
        pytest.param(
            "Xây dựng phần mềm trong năm, cơ quan chịu trách nhiệm: Sở Tư pháp; cơ quan phối hợp: Công an tỉnh.",
            "Sở Tư pháp",
            "Công an tỉnh",
            id="labels-inside",
        ),
        pytest.param(
            "Hồ sơ phải nộp trước ngày 30/6; trách nhiệm thuộc Ban Quản lý dự án tỉnh.",
            "Ban Quản lý dự án tỉnh",
            "",
            id="whose-duty",
        ),
        pytest.param(
            "Khởi công các trường tại xã biên giới theo tiến độ (Sở Xây dựng, Sở Tài chính theo lĩnh vực phụ trách).",
            "Sở Xây dựng; Sở Tài chính",
            "",
            id="in-brackets-by-their-fields",
        ),
        pytest.param("Gửi kết quả tại cuộc họp giao ban tuần (Sở Nội vụ).", "", "", id="brackets-that-say-to-whom"),
        pytest.param(
            "Sở Xây dựng đã có công văn đề nghị Bộ Tài chính; Sở Nội vụ tiếp tục theo dõi.", "Sở Nội vụ", "", id="asked-in-the-past"
        ),
        pytest.param(
            "UBND xã Tân Hòa báo cáo còn 12 hộ chưa nhận tiền, giao Sở Xây dựng trả lời.", "Sở Xây dựng", "", id="reports-a-state"
        ),
        pytest.param(
            "Hạ tầng do các chủ đầu tư cùng đóng góp, Sở Xây dựng thẩm định thiết kế.", "Sở Xây dựng", "", id="who-only-pays"
        ),
        pytest.param(
            "Ban Quản lý dự án tỉnh yêu cầu nhà thầu lập lại tiến độ từng tuần.",
            "Ban Quản lý dự án tỉnh",
            "",
            id="who-has-works-built",
        ),
        pytest.param("Sở Y tế kiểm tra, yêu cầu các cơ sở khắc phục.", "Sở Y tế", "", id="of-whom-a-lead-demands"),
        pytest.param("Văn phòng UBND tỉnh ban hành sổ tay hướng dẫn.", "Văn phòng UBND tỉnh", "", id="issues-a-handbook"),
        pytest.param("Các xã hoàn thành việc đóng giao diện cổng cũ.", "Các xã", "", id="an-interface-is-no-order"),
        pytest.param(
            "Sở Y tế bàn giao máy, còn UBND xã Tân Lập bố trí phòng.", "Sở Y tế; UBND xã Tân Lập", "", id="and-another-for-its-part"
        ),
        pytest.param(
            "Sở Văn hóa hướng dẫn chuyên môn cho các thư viện; chủ trì, phối hợp với Công an tỉnh kiểm tra nhà in.",
            "Sở Văn hóa",
            "Công an tỉnh",
            id="who-chairs-behind-a-semicolon-stood-first",
        ),
        pytest.param(
            "Ban Dân tộc tập huấn cho các trạm khuyến nông, chủ trì, phối hợp với Sở Nội vụ lập danh sách.",
            "Ban Dân tộc",
            "Sở Nội vụ",
            id="who-chairs-behind-a-comma-stood-first",
        ),
        pytest.param(
            "Sở Dân tộc cấp sổ cho các thôn; Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thẩm định.",
            "Sở Dân tộc; Sở Nội vụ",
            "Sở Tài chính",
            id="a-second-body-chairs-behind-a-semicolon",
        ),
        pytest.param(
            "Sở Giáo dục và Đào tạo rà soát nhu cầu, đề nghị cấp có thẩm quyền bổ sung biên chế.",
            "Sở Giáo dục và Đào tạo",
            "",
            id="nobody-in-particular-is-asked-along",
        ),
        pytest.param(
            "Sở Nội vụ gửi công văn yêu cầu các phòng, ban rà soát danh mục.",
            "Sở Nội vụ",
            "",
            id="who-is-asked-in-a-letter-that-another-writes",
        ),
        pytest.param(
            "Sở Xây dựng hoàn thiện tờ trình đề nghị Bộ Xây dựng bổ sung quy hoạch.",
            "Sở Xây dựng",
            "",
            id="who-is-asked-in-a-paper-that-another-submits",
        ),
        pytest.param(
            "Sở Xây dựng ban hành quy trình; yêu cầu các bệnh viện báo cáo số liệu.",
            "Sở Xây dựng; các bệnh viện",
            "",
            id="who-is-asked-behind-a-semicolon",
        ),
        pytest.param(
            "Sở Nội vụ có văn bản đề nghị các sở thực hiện các việc sau: rà soát hồ sơ.",
            "các sở",
            "",
            id="who-is-asked-above-a-list",
        ),
        pytest.param(
            "Các bộ có văn bản nợ đọng khẩn trương hoàn thiện.",
            "Các bộ có văn bản nợ đọng",
            "",
            id="who-owes-papers",
        ),
        pytest.param("Các cơ sở có biện pháp khắc phục, báo cáo Sở Nội vụ.", "Các cơ sở", "", id="who-takes-measures"),
        pytest.param(
            "Các doanh nghiệp có vốn nhà nước báo cáo Sở Nội vụ.", "Các doanh nghiệp có vốn nhà nước", "", id="who-has-capital"
        ),
        pytest.param("Quản lý hồ sơ, tài liệu, chịu trách nhiệm về số liệu.", "", "", id="an-order-that-answers"),
        pytest.param("Đối với các xã miền núi, Sở Nội vụ bố trí kinh phí.", "Sở Nội vụ", "", id="who-acts-for-some"),
        pytest.param(
            "Đối với các phường, Sở Nội vụ và Công an tỉnh rà soát biên chế.", "Sở Nội vụ; Công an tỉnh", "", id="two-act-for-some"
        ),
        pytest.param("Sở Nội vụ có ý kiến thẩm định gửi Sở Y tế.", "Sở Nội vụ", "", id="who-gives-an-opinion"),
        pytest.param("Sở Nội vụ có ý kiến thẩm định tại Công văn số 12.", "", "", id="who-gave-an-opinion"),
    ],
)
def test_who_leads(text: str, leads: str, along: str, detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    said = ["; ".join(f.name for f in analysis.settled if f.role is role) for role in ROLES]
    assert said == [leads, along]


HEAD = (
    "UBND TỈNH SƠN KHÊ\nSố: 12/CT-UBND\n\nCHỈ THỊ\nTăng cường quản lý\n\n"
    "II. NHIỆM VỤ\nChủ tịch UBND tỉnh yêu cầu các sở, ngành, UBND các xã làm tốt các nhiệm vụ sau:\n"
)


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        pytest.param(
            "1. Nâng cao chất lượng tiếp dân.\n2. Số hóa hồ sơ đất đai; Sở Xây dựng hướng dẫn trong quý II.",
            ["các sở, ngành; UBND các xã", "Sở Xây dựng"],
            id="a-body-of-its-own-takes-the-place",
        ),
        pytest.param(
            "1. Nâng cao chất lượng tiếp dân.\n2. Số hóa hồ sơ đất đai; riêng các xã miền núi hoàn thành trước ngày 30/9/2025.",
            ["các sở, ngành; UBND các xã", "các sở, ngành; UBND các xã; các xã miền núi"],
            id="another-day-for-some",
        ),
        pytest.param(
            "1. Nâng cao chất lượng tiếp dân.\n2. Hoàn thành phần mềm hộ tịch trong năm 2025, đơn vị chịu trách nhiệm: Sở Tư pháp.",
            ["các sở, ngành; UBND các xã", "Sở Tư pháp"],
            id="named-last",
        ),
        pytest.param(
            "1. Các chủ đầu tư, ban quản lý dự án (nhất là Ban Quản lý dự án giao thông tỉnh):\n"
            "a) Rà soát kế hoạch cung ứng vật liệu.\nb) Ký hợp đồng với các mỏ.",
            ["Các chủ đầu tư, ban quản lý dự án; Ban Quản lý dự án giao thông tỉnh"] * 2,
            id="those-meant-most",
        ),
        pytest.param(
            "1. Cải cách thủ tục\n- Công khai 100% thủ tục.\n- Rút ngắn thời gian giải quyết.\n* Cơ quan chủ trì: Sở Nội vụ.",
            ["Sở Nội vụ", "Sở Nội vụ"],
            id="an-asterisk-closes-the-list",
        ),
        pytest.param(
            "1. Về rừng\nDưới sự chỉ đạo của Chi cục Kiểm lâm, các Hạt Kiểm lâm tập trung vào những việc sau:\n"
            "a) Tuần tra rừng giáp ranh;\nb) Kiểm tra các lò than.",
            ["các Hạt Kiểm lâm", "các Hạt Kiểm lâm"],
            id="an-opening-inside",
        ),
    ],
)
def test_who_leads_below_an_opening_that_speaks_to_all(body: str, leads: list[str], read: Read) -> None:
    tasks = read(HEAD + body + "\n")[1].tasks
    assert ["; ".join(a.name for a in task.agencies if a.role is Role.LEAD) for task in tasks] == leads


def test_whom_the_body_of_a_heading_asks_works_along(read: Read) -> None:
    _, directive = read(
        HEAD.split("II.")[0] + "1. Sở Y tế:\na) Kiểm tra các trạm; đề nghị Bảo hiểm xã hội tỉnh phối hợp thanh toán.\n"
        "b) Tổ chức tập huấn cho cán bộ xã.\n"
    )
    found = [(a.role, a.name) for a in directive.tasks[0].agencies]
    assert found == [(Role.LEAD, "Sở Y tế"), (Role.COORDINATE, "Bảo hiểm xã hội tỉnh")]


def test_a_body_is_named_once_whether_in_the_plural_or_not(read: Read) -> None:
    _, directive = read(
        HEAD.split("II.")[0] + "1. UBND các xã, phường:\na) Niêm yết thủ tục; Chủ tịch UBND xã, phường kiểm điểm cán bộ chậm trễ.\n"
        "b) Tổ chức tiếp nhận hồ sơ lưu động.\n"
    )
    assert [a.name for a in directive.tasks[0].agencies if a.role is Role.LEAD] == ["UBND các xã, phường"]


def test_whom_the_body_of_a_heading_watches_over_leads_nothing(read: Read) -> None:
    _, directive = read(
        HEAD.split("II.")[0]
        + "1. Văn phòng UBND tỉnh:\na) Theo dõi, đôn đốc, kiểm tra các cơ quan, đơn vị được giao thực hiện nhiệm vụ.\n"
        "b) Rà soát quy chế; các sở, ngành gửi báo cáo trước ngày 15/6/2025.\n"
    )
    assert [[a.name for a in task.agencies if a.role is Role.LEAD] for task in directive.tasks] == [
        ["Văn phòng UBND tỉnh"],
        ["Văn phòng UBND tỉnh", "các sở, ngành"],
    ]


@pytest.mark.parametrize(
    ("behind", "second"),
    [
        ("; Thủ trưởng các cơ quan, đơn vị kiểm tra việc treo cờ ở nơi mình quản lý.", "các cơ quan, đơn vị"),
        (". Người đứng đầu các cơ quan, đơn vị tổ chức treo cờ tại trụ sở.", "các cơ quan, đơn vị"),
        ("; lãnh đạo các đơn vị phân công người trực.", "các đơn vị"),
        ("; Thủ trưởng cơ quan, đơn vị bố trí trực 24/24 giờ.", "cơ quan, đơn vị"),
        ("; Thủ trưởng các đơn vị trực thuộc phân công người trực.", "các đơn vị trực thuộc"),
        ("; đồng thời, Thủ trưởng các cơ quan, đơn vị rà soát lịch trực.", "các cơ quan, đơn vị"),
        ("; các cơ quan, đơn vị thực hiện.", ""),
        ("; Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra vi phạm.", ""),
    ],
)
def test_the_heads_of_all_bodies_behind_a_named_body_lead_too(behind: str, second: str, read: Read) -> None:
    task = read(f"KẾ HOẠCH\nTổ chức Tết\n\nII. NHIỆM VỤ\n1. Sở Xây dựng treo cờ tại các nút giao{behind}\n2. Sở Y tế trực.\n")[
        1
    ].tasks[0]
    assert [a.name for a in task.agencies if a.role is Role.LEAD] == ["Sở Xây dựng", *([second] if second else [])]
