"""What headings, sisters and paragraphs hand down, and what they do not: sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.outline import Passage, Piece
from models.text import Document
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse

Read = Callable[[str], tuple[Document, Directive]]
HEAD = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nRà soát thủ tục hành chính năm 2025\n\n"


def said(task: Task) -> str:
    names = {role: "; ".join(a.name for a in task.agencies if a.role is role) for role in (Role.LEAD, Role.COORDINATE)}
    return f"{task.text.split()[0]} | {names[Role.LEAD]} | {names[Role.COORDINATE]}"


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương\na) Chủ trì, phối hợp với các sở, ngành, UBND các xã\n"
            "- Hướng dẫn doanh nghiệp ghi nhãn hàng hóa theo quy định.\n- Rà soát danh mục hàng hóa phải kiểm tra.",
            ["Hướng | Sở Công Thương | các sở, ngành; UBND các xã", "Rà | Sở Công Thương | các sở, ngành; UBND các xã"],
            id="a-heading-of-coordination",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Khi hệ thống gặp sự cố, mất điện thì người phụ trách hệ thống tại cơ quan có trách nhiệm:\n"
            "a) Thông báo ngay cho người sử dụng.\nb) Rà soát nguyên nhân.",
            ["Thông | người phụ trách hệ thống tại cơ quan | ", "Rà | người phụ trách hệ thống tại cơ quan | "],
            id="who-is-bound-behind-a-clause-of-when",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Đơn vị tiếp nhận là đơn vị được giao xử lý kiến nghị, có nhiệm vụ:\n"
            "a) Tổng hợp kiến nghị hằng tháng.\nb) Báo cáo kết quả.",
            ["Tổng | Đơn vị tiếp nhận | ", "Báo | Đơn vị tiếp nhận | "],
            id="what-a-body-is-is-no-part-of-its-name",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành\n- Người đứng đầu trực tiếp đối thoại với doanh nghiệp.\n"
            "- Thủ trưởng đơn vị trực tiếp chỉ đạo, chịu trách nhiệm về số liệu.\n2. Sở Nội vụ\n- Tổng hợp kết quả.",
            ["Người | Các sở, ban, ngành | ", "Thủ | Các sở, ban, ngành | ", "Tổng | Sở Nội vụ | "],
            id="the-head-of-each-body-acts-himself",
        ),
        pytest.param(
            "II. NHIỆM VỤ, GIẢI PHÁP\nCơ bản nhất trí với các giải pháp do Sở Công Thương trình, đồng thời nhấn mạnh:\n"
            "1. Rà soát các chợ.\n2. Niêm yết giá.",
            ["Rà |  | ", "Niêm |  | "],
            id="what-is-agreed-to-is-no-duty-of-who-put-it-forward",
        ),
        pytest.param(
            "II. NHIỆM VỤ, GIẢI PHÁP\nNhất trí các giải pháp do Sở Công Thương trình, đề nghị Sở Công Thương, các xã tập trung "
            "các việc sau:\n1. Rà soát các chợ.\n2. Niêm yết giá.",
            ["Rà | Sở Công Thương; các xã | ", "Niêm | Sở Công Thương; các xã | "],
            id="who-is-asked-behind-what-is-agreed-to",
        ),
        pytest.param(
            "II. NHIỆM VỤ, GIẢI PHÁP\n1. Các đề án do Sở Công Thương trình Ủy ban nhân dân tỉnh:\na) Xây dựng đề án quản lý chợ.",
            ["Xây | Sở Công Thương | "],
            id="who-shall-put-forward",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\nVụ Tổ chức cán bộ:\n\nRà soát biên chế.\n\nHoàn thiện quy chế.\n\nVăn phòng Bộ:\n\n"
            "Đôn đốc các đơn vị.\n\nChuẩn bị hội nghị.",
            ["Rà | Vụ Tổ chức cán bộ | ", "Hoàn | Vụ Tổ chức cán bộ | ", "Đôn | Văn phòng Bộ | ", "Chuẩn | Văn phòng Bộ | "],
            id="blocks-of-paragraphs-below-names",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. CÔNG TÁC TỔ CHỨC\n(Đơn vị thực hiện: Sở Nội vụ)\na) Rà soát biên chế.\nb) Hoàn thiện quy chế.",
            ["Rà | Sở Nội vụ | ", "Hoàn | Sở Nội vụ | "],
            id="a-label-above-a-list",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Rà soát biên chế.\n\nThực hiện: Sở Nội vụ.\n\nThời hạn: trước ngày 15/3.\n\n"
            "2. Đôn đốc các đơn vị.\n\nThực hiện: Sở Y tế.",
            ["Rà | Sở Nội vụ | ", "Đôn | Sở Y tế | "],
            id="who-does-it-said-in-a-word",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Rà soát biên chế.\n\nViệc này đã làm năm trước.\n\nThực hiện: Sở Nội vụ.\n\n2. Đôn đốc các đơn vị.",
            ["Rà | Sở Nội vụ | ", "Đôn |  | "],
            id="who-does-it-behind-another-line",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Công khai kết quả.\n\nSở Y tế, Sở Tài chính, Sở Nội vụ, Sở Xây dựng, Sở Tư pháp, Thanh tra tỉnh",
            ["Công |  | "],
            id="many-names-are-recipients",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Rà soát biên chế.\n\nSở Nội vụ\n\n2. Hoàn thiện dự thảo quy chế.\n\nSở Y tế, Sở Tài chính",
            ["Rà | Sở Nội vụ | ", "Hoàn | Sở Y tế; Sở Tài chính | "],
            id="a-column-of-names-read-as-text",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Cán bộ, công chức, viên chức có trách nhiệm bảo mật tài khoản.\n2. Sở Y tế báo cáo kết quả.",
            ["Cán | Cán bộ, công chức, viên chức | ", "Sở | Sở Y tế | "],
            id="staff-is-one-name",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. Sở Y tế rà soát quy trình cấp thẻ.\n2. Cơ quan cấp thẻ sẽ thu hồi thẻ trong một trường hợp sau:\n"
            "a) Người được cấp thẻ vi phạm quy định về biểu diễn.\nb) Người được cấp thẻ không còn nhu cầu hành nghề.",
            ["Sở | Sở Y tế | "],
            id="cases-are-no-work",
        ),
        pytest.param(
            "I. ĐIỀU KIỆN CẤP THẺ\n1. Có phẩm chất đạo đức tốt, đủ khả năng chuyên môn.\n"
            "2. Được cơ quan có thẩm quyền xác nhận.\nII. NHIỆM VỤ\n1. Sở Y tế rà soát quy trình cấp thẻ.",
            ["Sở | Sở Y tế | "],
            id="conditions-are-no-work",
        ),
        pytest.param(
            "I. NỘI DUNG BÁO CÁO\n1. Số vụ việc đã giải quyết trong kỳ.\n"
            "2. Các xã đánh giá kết quả, gửi Sở Nội vụ trước ngày 10/6.\nII. NHIỆM VỤ\n1. Sở Y tế rà soát quy trình cấp thẻ.",
            ["Các | Các xã | ", "Sở | Sở Y tế | "],
            id="an-order-below-such-a-heading-is-work",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. Sở Xây dựng đề xuất thu hồi dự án trong các trường hợp sau:\na) Chậm tiến độ quá 24 tháng;\n"
            "b) Chủ đầu tư không còn năng lực.\n2. Sở Y tế rà soát quy trình cấp thẻ.",
            ["Sở | Sở Xây dựng | ", "Sở | Sở Y tế | "],
            id="the-order-above-cases-is-work",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Kiểm tra các điểm bán hàng.\n\n2. Công khai kết quả.\n\n3. Rà soát hồ sơ.\n\nSở Nội vụ",
            ["Kiểm |  | ", "Công |  | ", "Rà | Sở Nội vụ | "],
            id="a-guessed-name-leads-one-item-only",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\n1. Kiểm tra các điểm bán hàng.\n\n2. Rà soát hồ sơ.\n\nSỞ NỘI VỤ",
            ["Kiểm |  | ", "Rà |  | "],
            id="the-name-of-the-office-that-signs",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n\nSở Y tế:\n\nRà soát biên chế.\n\nSở Tài chính:\n\nHoàn thiện quy chế.\n\nĐối với công tác báo cáo:\n\n"
            "Tổng hợp kết quả hằng tháng.",
            ["Rà | Sở Y tế | ", "Hoàn | Sở Tài chính | ", "Tổng |  | "],
            id="a-line-that-names-nobody-ends-a-block",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\na) Chủ trì, phối hợp\n"
            "- Sở Tài chính tham mưu bố trí kinh phí thực hiện kế hoạch.\n- Sở Y tế tổ chức khám sức khỏe định kỳ.",
            ["Sở | Công an tỉnh | Sở Tài chính", "Sở | Công an tỉnh | Sở Y tế"],
            id="those-who-open-the-items-coordinate",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Ban Quản lý Khu Tưởng niệm các chiến sĩ quê hương\n"
            "- Sửa chữa nhà bia.\n- Trồng lại hàng cây bị đổ.\n"
            "2. Sở Y tế\n- Tổ chức khám lưu động tại xã.",
            [
                "Sửa | Ban Quản lý Khu Tưởng niệm các chiến sĩ quê hương | ",
                "Trồng | Ban Quản lý Khu Tưởng niệm các chiến sĩ quê hương | ",
                "Tổ | Sở Y tế | ",
            ],
            id="a-name-without-a-colon-goes-to-the-end",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\na) Triển khai các dự án do Bộ Công an chủ trì:\n"
            "- Nâng cấp hệ thống giám sát giao thông.\n- Đào tạo cán bộ vận hành hệ thống.",
            ["Nâng | Công an tỉnh | ", "Đào | Công an tỉnh | "],
            id="whose-work-it-is-leads-nothing",
        ),
        pytest.param(
            "III. ĐỐI VỚI CÁC HỢP TÁC XÃ\n1. Kê khai diện tích nuôi trồng trước vụ mới.\n2. Xây dựng phương án thoát nước.\n"
            "IV. ĐỐI VỚI CÁC XÃ\n1. Kiểm tra việc kê khai của hợp tác xã.\n2. Tổng hợp kết quả hằng quý.",
            ["Kê | CÁC HỢP TÁC XÃ | ", "Xây | CÁC HỢP TÁC XÃ | ", "Kiểm | CÁC XÃ | ", "Tổng | CÁC XÃ | "],
            id="capitals-name-bodies",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. Tiếp tục đổi mới công tác tuyên truyền. Cấp ủy, chính quyền chủ động nắm tình hình.\n\n"
            "Tổ chức tập huấn cho đội ngũ báo cáo viên.",
            ["Tiếp | Cấp ủy, chính quyền | ", "Tổ |  | "],
            id="a-later-sentence-speaks-for-itself",
        ),
        pytest.param(
            "II. NHIỆM VỤ\nSở Y tế tổ chức tiêm chủng cho trẻ em.\n\nChuẩn bị đủ vắc xin cho các điểm tiêm.",
            ["Sở | Sở Y tế | ", "Chuẩn | Sở Y tế | "],
            id="the-paragraph-before",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tư pháp rà soát văn bản.\nSở Y tế chủ trì, phối hợp với các đơn vị liên quan:\n"
            "2. Sở Nội vụ là cơ quan quản lý kế hoạch này có trách nhiệm giúp UBND tỉnh:\na) Đôn đốc các sở.\nb) Tổng hợp báo cáo.",
            ["Sở | Sở Tư pháp | ", "Đôn | Sở Nội vụ | ", "Tổng | Sở Nội vụ | "],
            id="a-running-list-goes-on-behind-a-heading",
        ),
        pytest.param(
            "Điều 1. Sở Tài chính xuất cấp (không thu tiền) 300 tấn gạo từ nguồn dự trữ để hỗ trợ các huyện, cụ thể:\n"
            "- Huyện An Sơn: 120,5 tấn gạo.\n- Huyện Khê Hạ: 179,5 tấn gạo.",
            ["Sở | Sở Tài chính | "],
            id="an-order-above-a-list-of-amounts",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. Trình Hội đồng nhân dân tỉnh các văn bản sau đây:\n- Luật tục của buôn làng (sửa đổi);\n"
            "- Định mức chi cho hòa giải ở cơ sở.",
            ["Luật |  | ", "Định |  | "],
            id="what-a-verb-delivers",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- Cùng với Công an tỉnh kiểm tra công trường, yêu cầu nhà thầu xử lý ngay.\n"
            "- Yêu cầu các chủ đầu tư dừng thi công khi có bão.\n- Phân công Thanh tra Sở trực tại hiện trường.\n"
            "- Giao Ban Quản lý dự án tỉnh rà soát hồ sơ.",
            [
                "Cùng | Sở Xây dựng | Công an tỉnh",
                "Yêu | Sở Xây dựng | ",
                "Phân | Sở Xây dựng | ",
                "Giao | Ban Quản lý dự án tỉnh | ",
            ],
            id="whom-the-body-of-the-heading-presses",
        ),
        pytest.param(
            "II. NHIỆM VỤ\n1. Đồng ý thành lập Ban Quản lý chợ, Sở Nội vụ hoàn thiện đề án trước ngày 18/10.\n"
            "- Kiện toàn tổ chuyển đổi số, hoàn thành trong tháng 11.\n- Quán triệt giờ giấc làm việc.",
            ["Đồng | Sở Nội vụ | ", "Kiện |  | ", "Quán |  | "],
            id="who-carries-out-what-was-agreed-leads-that-alone",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\na) Dự trữ lương thực đủ 7 ngày; Sở Công Thương hỗ trợ nguồn hàng.\n"
            "b) Cấm ra khơi từ 17h00 (Công an tỉnh chủ trì); không để người ở lại trên tàu.\n"
            "c) Phòng Kinh tế tổ chức trực ban.",
            ["Dự | UBND các xã; Sở Công Thương | ", "Cấm | Công an tỉnh | ", "Phòng | Phòng Kinh tế | "],
            id="the-body-of-the-heading-beside-others",
        ),
        pytest.param(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính điều hành giá xăng dầu; đồng thời:\n"
            "- Chỉ đạo các công ty điện lực cung ứng đủ điện.\n- Hoàn thiện quy hoạch phát triển điện lực.",
            ["Sở | Sở Công Thương | Sở Tài chính", "Chỉ | Sở Công Thương | ", "Hoàn | Sở Công Thương | "],
            id="who-works-along-at-the-order-of-the-heading",
        ),
    ],
)
def test_who_does_it(body: str, tasks: list[str], read: Read) -> None:
    assert [said(task) for task in read(HEAD + body)[1].tasks] == tasks


def test_who_works_along_at_the_order_of_a_heading_does_not_at_what_stands_below(read: Read) -> None:
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính điều hành giá xăng dầu; đồng thời:\n"
        "- Chỉ đạo các công ty điện lực cung ứng đủ điện.\n- Hoàn thiện quy hoạch phát triển điện lực."
    )
    tasks = [said(task) for task in read(HEAD + body)[1].tasks]
    assert tasks[-2:] == ["Chỉ | Sở Công Thương | ", "Hoàn | Sở Công Thương | "]


def test_a_document_of_norms_assigns_only_where_it_names_somebody(read: Read) -> None:
    body = (
        "Điều 1. Phạm vi điều chỉnh\nQuy định này áp dụng cho xe máy điện.\nĐiều 2. Điều kiện\n1. Phải có đèn chiếu sáng.\n"
        "Điều 3. Trách nhiệm của Sở Xây dựng\n1. Kiểm tra việc đăng ký xe.\n2. Báo cáo UBND tỉnh trước ngày 15/12 hằng năm."
    )
    assert [said(task) for task in read(HEAD + body)[1].tasks] == ["Kiểm | Sở Xây dựng | ", "Báo | Sở Xây dựng | "]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Thanh tra tỉnh cùng các đơn vị liên quan tăng cường kiểm tra.", "lead:Thanh tra tỉnh|coordinate:các đơn vị liên quan"),
        ("Để hoàn thành chỉ tiêu phát triển kinh tế - xã hội, tỉnh Lào Cai cần tập trung giải ngân.", "lead:tỉnh Lào Cai"),
        (
            "Đề nghị UBMTTQ tỉnh, các tổ chức hội: Hội Nông dân, Hội Cựu chiến binh vận động hội viên.",
            "lead:UBMTTQ tỉnh|lead:Hội Nông dân|lead:Hội Cựu chiến binh",
        ),
        (
            "Đề nghị Liên đoàn Lao động tỉnh Chủ trì, phối hợp với Sở Y tế rà soát.",
            "lead:Liên đoàn Lao động tỉnh|coordinate:Sở Y tế",
        ),
        ("Các công ty thuộc Bộ xây dựng lộ trình thoái vốn.", "lead:Các công ty thuộc Bộ"),
        (
            "UBND các tỉnh, thành phố vùng đồng bằng sông Hồng tập trung xử lý rác thải.",
            "lead:UBND các tỉnh, thành phố vùng đồng bằng sông Hồng",
        ),
        (
            "Phối hợp với Bộ Tài chính (Kho bạc Nhà nước), Bộ Y tế rà soát chi phí.",
            "coordinate:Bộ Tài chính|coordinate:Bộ Y tế",
        ),
        (
            "Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ tổ chức rà soát.",
            "lead:Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
        ),
        ("Trước ngày 30 tháng 11 năm 2025 các sở, ngành báo cáo kết quả.", "lead:các sở, ngành"),
        ("Vụ trưởng Vụ Pháp chế giúp Bộ trưởng theo dõi việc thực hiện.", "lead:Vụ Pháp chế"),
    ],
)
def test_who_acts_in_a_sentence(text: str, roles: str, detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert "|".join(f"{finding.role.value}:{finding.name}" for finding in analysis.settled) == roles
