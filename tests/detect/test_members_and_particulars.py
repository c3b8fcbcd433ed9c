"""Who sits in a committee, who is only named, and what a decision approves of a project: none of it is a task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "UBND TỈNH SƠN KHÊ\nSố: 9/QĐ-UBND\nSơn Khê, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH\n{subject}\n\nQUYẾT ĐỊNH:\n\n"
COMMITTEE = (
    HEAD.format(subject="Về việc thành lập Tổ công tác đất công") + "Điều 1. Thành lập Tổ công tác gồm các thành viên sau:\n"
)
PROJECT = HEAD.format(subject="Về việc phê duyệt dự án cầu Đá Bạc") + "Điều 1. Phê duyệt dự án với các nội dung sau:\n"
WORK = "Điều 2. Giao Sở Xây dựng kiểm tra hiện trường trước ngày 15/4/2024.\n"


def texts(directive: Directive) -> list[str]:
    return [task.text.split(". ")[-1] for task in directive.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "1. Trưởng ban: Chủ tịch UBND tỉnh.",
        "1. Phó Trưởng ban thường trực: Giám đốc Sở Thông tin và Truyền thông.",
        "2. Tổ phó: Ông Trần Hữu Bách, Trưởng phòng Tổ chức cán bộ;",
        "3. Các thành viên: đại diện Phòng Pháp chế, Cảng vụ Hàng hải Sơn Khê, Công ty Môi trường đô thị.",
        "- Mời Bí thư Tỉnh đoàn tham gia Ủy viên.",
        "1. CNĐD. Nguyễn Thị Lan, Trưởng phòng Điều dưỡng - Phó Chủ tịch",
        "1. BS.CKI. Nguyễn Thị Lan, Giám đốc Trung tâm Y tế — Thành viên;",
        "2. Mời đại diện lãnh đạo Mặt trận Tổ quốc quận, thành viên;",
        "(Ký, ghi rõ họ tên) (Ký tên, đóng dấu)",
        "- Chủ trì: Đồng chí Lê Văn Tám, Phó Chủ tịch UBND tỉnh.",
        "- Thông tin chi tiết xin liên hệ BSCKI. Nguyễn Thị Lan, điện thoại: 0123.456789",
        "- Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ. Các thành viên làm việc theo chế độ kiêm nhiệm.",
        "- Bộ Quốc phòng;",
        "- Ban Quản lý dự án số 2;",
        "- Phòng Kiểm tra;",
        "- Đại diện lãnh đạo Sở Xây dựng;",
        "- Công ty cổ phần Đầu tư và xây dựng HUD3;",
    ],
)
def test_who_sits_in_a_committee_is_no_task(line: str, read: Read) -> None:
    _, directive = read(f"{COMMITTEE}{line}\n{WORK}")
    assert texts(directive) == ["Giao Sở Xây dựng kiểm tra hiện trường trước ngày 15/4/2024."]


@pytest.mark.parametrize(
    "line",
    [
        "- Ủy viên thường trực: chuẩn bị tài liệu họp; tổng hợp báo cáo giám sát.",
        "- Thư ký: bà Hoa tham mưu văn bản của Tổ.",
        "- Sở Xây dựng kiểm tra các công trình.",
        "- Các thành viên: đại diện Sở Tư pháp theo dõi các vụ kiện.",
    ],
)
def test_what_a_member_does_stays_a_task(line: str, read: Read) -> None:
    _, directive = read(f"{HEAD.format(subject='Về việc phân công nhiệm vụ Tổ công tác')}Điều 1. Phân công nhiệm vụ\n{line}\n")
    assert len(directive.tasks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "1. Tên dự án: Xây dựng cầu Đá Bạc.",
        "2. Tổ chức tư vấn lập dự án: Công ty Tư vấn Sơn Khê.",
        "3. Địa điểm xây dựng: phường Tân Lập.",
        "4. Nội dung và quy mô đầu tư: Xây dựng cầu dài 120 m; cải tạo đường dẫn.",
        "5. Hình thức quản lý dự án: Chủ đầu tư trực tiếp quản lý dự án.",
        "6. Hình thức lựa chọn nhà thầu: Đấu thầu rộng rãi qua mạng.",
        "7. Phương án xây dựng: Phá dỡ cầu cũ, xây mới mố cầu.",
        "8. Quy mô đầu tư:\n- Xây dựng cầu dài 120 m.\n- Cải tạo đường dẫn.",
    ],
)
def test_what_a_decision_approves_of_a_project_is_no_task(line: str, read: Read) -> None:
    _, directive = read(f"{PROJECT}{line}\n{WORK}")
    assert texts(directive) == ["Giao Sở Xây dựng kiểm tra hiện trường trước ngày 15/4/2024."]


def test_what_a_contractor_shall_do_is_a_task(read: Read) -> None:
    _, directive = read(f"{PROJECT}Điều 2. Trách nhiệm\n1. Đơn vị thi công: lắp rào chắn, biển báo tại hiện trường.\n")
    assert len(directive.tasks) == 1
