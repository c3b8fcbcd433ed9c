"""What papers of ordinary wording brought up: who is spoken to, names, closings, letterheads. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.text import Document

Read = Callable[[str], tuple[Document, Directive]]
HEAD = (
    "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\nSơn Khê, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nChống hạn năm 2024\n\n"
    "II. NHIỆM VỤ\n1. Sở Công Thương:\n"
)


def said(task: Task) -> str:
    names = {role: "; ".join(a.name for a in task.agencies if a.role is role) for role in (Role.LEAD, Role.COORDINATE)}
    return f"{names[Role.LEAD]} | {names[Role.COORDINATE]}"


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("Đối với UBND cấp xã: tổ chức nạo vét kênh mương.", "UBND cấp xã | "),
        ("Đối với các trường học, rà soát bể chứa nước trước mùa khô.", "các trường học | "),
        ("Đối với huyện Khe Sen, giao Sở Y tế kiểm tra nguồn nước.", "Sở Y tế | "),
        ("UBND các huyện, thành, thị báo cáo diện tích bị hạn.", "UBND các huyện, thành, thị | "),
        ("Các sở nông nghiệp và môi trường hướng dẫn lịch gieo cấy.", "Các sở nông nghiệp và môi trường | "),
        ("Ban Dân vận Huyện ủy, Mặt trận và các đoàn thể vận động hội viên.", "Ban Dân vận Huyện ủy; Mặt trận; các đoàn thể | "),
        ("Ban Tuyên giáo Huyện ủy định hướng tuyên truyền.", "Ban Tuyên giáo Huyện ủy | "),
        ("Thanh tra Bộ xây dựng kế hoạch kiểm tra hồ đập.", "Thanh tra Bộ | "),
        ("Tổ công tác thực hiện Đề án 12 của tỉnh đôn đốc các xã.", "Tổ công tác thực hiện Đề án 12 của tỉnh | "),
        ("Ban Chỉ đạo thực hiện Chỉ thị này và báo cáo kết quả.", "Ban Chỉ đạo | "),
        ("Phối hợp với Cục B12 - Bộ Công an bảo vệ hồ chứa.", "Sở Công Thương | Cục B12 - Bộ Công an"),
        ("Phối hợp với các cơ quan báo chí tuyên truyền tiết kiệm nước.", "Sở Công Thương | các cơ quan báo chí"),
        ("Là cơ quan thường trực Chương trình, chủ trì sơ kết hằng năm.", "Sở Công Thương | "),
        ("Chỉ đạo các hội, trưởng bản, tổ dân phố khơi thông cống rãnh.", "Sở Công Thương | "),
        ("Chuẩn bị cơ số thuốc và phân công các đội cơ động trực gác.", "Sở Công Thương | "),
        ("Thẩm định phương án cấp nước do Công ty Cấp nước Sơn Khê lập, trình UBND tỉnh.", "Sở Công Thương | "),
        ("Chỉ đạo bơm nước; Chủ tịch UBND huyện chịu trách nhiệm trước UBND tỉnh nếu để mất mùa.", "Sở Công Thương | "),
        (
            "Kiểm tra trạm bơm của Bộ Chỉ huy Quân sự tỉnh và các huyện; phối hợp với Công an tỉnh và các huyện.",
            "Sở Công Thương | Công an tỉnh; các huyện",
        ),
    ],
)
def test_who_leads_and_who_works_along(item: str, wanted: str, read: Read) -> None:
    _, directive = read(f"{HEAD}- {item}\n- Sửa chữa các trạm bơm.")
    assert [said(task) for task in directive.tasks] == [wanted, "Sở Công Thương | "]


def test_a_heading_of_known_departments_is_not_cut_at_and(read: Read) -> None:
    _, directive = read(
        HEAD + "- Khoan giếng.\n2. Các sở: Tư pháp, Khoa học và Công nghệ và Văn phòng UBND tỉnh\n- Rà soát quy định về nước."
    )
    assert said(directive.tasks[-1]) == "Sở Tư pháp; Sở Khoa học và Công nghệ; Văn phòng UBND tỉnh | "


def test_who_heads_a_committee_is_no_task(read: Read) -> None:
    head = "- Tổ công tác chống hạn, do đồng chí Giám đốc Sở Công Thương làm Tổ trưởng.\n"
    _, directive = read(f"{HEAD}{head}- Sửa chữa các trạm bơm.")
    assert [task.text for task in directive.tasks] == ["Sửa chữa các trạm bơm."]


@pytest.mark.parametrize(
    "line",
    [
        "Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh, Chủ tịch UBND các huyện, thị xã, thành phố, "
        "Chủ tịch UBND các xã, phường, thị trấn và các tổ chức, cá nhân có liên quan nghiêm túc thực hiện Kế hoạch này.",
        "Trên đây là Kế hoạch chống hạn ngày 05/3/2024 của tỉnh. Nếu có vướng mắc, các đơn vị kịp thời phản ánh về "
        "Sở Công Thương để tổng hợp, báo cáo UBND tỉnh.",
    ],
)
def test_a_closing_that_only_says_carry_it_out_is_no_task(line: str, read: Read) -> None:
    _, directive = read(f"{HEAD}- Sửa chữa các trạm bơm.\n{line}\n\nNơi nhận:\n- Lưu: VT.")
    assert [task.text for task in directive.tasks] == ["Sửa chữa các trạm bơm."]


def test_a_situation_of_the_work_is_no_work_and_an_order_to_assess_is(read: Read) -> None:
    text = "UBND TỈNH SƠN KHÊ\nSố: 3/CT-UBND\nCHỈ THỊ\nVề việc lập kế hoạch năm 2025\n\n"
    text += "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ THÁNG 02 NĂM 2024\n"
    text += "Trong tháng, UBND tỉnh đã tập trung chỉ đạo gieo cấy.\nII. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2024\n"
    text += "1. Đánh giá kết quả gieo cấy vụ xuân.\n2. Thay thế dần máy bơm cũ bằng máy tiết kiệm điện.\n"
    _, directive = read(text)
    assert [task.text.split()[0] for task in directive.tasks] == ["Đánh", "Thay"]


def test_a_title_alone_with_addressees_below(read: Read) -> None:
    text = (
        "Công văn về việc phòng, chống rét cho trâu bò\nKính gửi:\n- Sở Công Thương;\n- UBND các huyện.\n"
        "UBND tỉnh Sơn Khê yêu cầu:\n"
    )
    text += "1. Sở Công Thương hướng dẫn che chắn chuồng trại.\n2. UBND các huyện dự trữ rơm, cỏ khô.\n"
    _, directive = read(text)
    assert [said(task) for task in directive.tasks] == ["Sở Công Thương | ", "UBND các huyện | "]
    assert directive.fields.addressees == ("Sở Công Thương", "UBND các huyện")


@pytest.mark.parametrize(
    ("top", "issuer"),
    [
        (
            "CHỈ THỊ\nCỦA ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nVề phòng, chống hạn\n\nĐể chống hạn, yêu cầu các sở:",
            "Ủy ban nhân dân tỉnh Lào Cai",
        ),
        (
            "Thông báo kết luận tại phiên họp về chống hạn trên địa bàn tỉnh Lào Cai\n"
            "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:",
            "Ủy ban nhân dân tỉnh Lào Cai",
        ),
        ("BỘ TÀI CHÍNH\nT————\nSố: 8/TT-BTC\nTHÔNG TƯ\nChống hạn\n", "Bộ Tài chính"),
        ("ĐẢNG BỘ TỈNH LÀO CAI\nHUYỆN ỦY BẢO THẮNG\nSố 8-KH/HU\nKẾ HOẠCH\nChống hạn\n", "Huyện ủy Bảo Thắng"),
    ],
)
def test_who_issues(top: str, issuer: str, read: Read) -> None:
    _, directive = read(f"{top}\n1. Sửa chữa các trạm bơm.\n2. Nạo vét kênh mương.\n")
    assert directive.fields.issuer == issuer


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("gửi lần lượt trước ngày 18 tháng 6, 18 tháng 9 và 10 tháng 12 năm 2024", ["2024-06-18", "2024-09-18", "2024-12-10"]),
        ("thanh toán theo tiến độ, không để dồn thanh toán vào cuối năm", []),
        ("tập trung vốn cho các công trình hoàn thành trong năm", []),
        ("chuẩn bị phục vụ cuộc bầu cử đại biểu Hội đồng nhân dân vào ngày 15/3/2026", []),
    ],
)
def test_days_by_which(words: str, due: list[str], read: Read) -> None:
    _, directive = read(f"{HEAD}- Rà soát, {words}.\n- Sửa chữa các trạm bơm.")
    assert [deadline.due.isoformat() for deadline in directive.tasks[0].deadlines if deadline.due] == due
