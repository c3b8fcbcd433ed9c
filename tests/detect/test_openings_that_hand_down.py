"""Whom the sentence above a list calls on, and whose duties a line without a number announces: papers written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 12/CT-UBND\nLai Châu, ngày 5 tháng 5 năm 2025\n\n"
HEAD += "CHỈ THỊ\nVề việc kiểm soát an toàn hồ chứa\n\n"
HEAD += "Mùa lũ năm nay đến sớm, nhiều hồ chứa nhỏ đã xuống cấp, một số nơi chưa có phương án ứng phó.\n\n"
LIST = "\n1. Rà soát phương án ứng phó.\n2. Bố trí người trực tại đập.\n"


def leads(read: Read, opening: str) -> list[list[str]]:
    _, directive = read(HEAD + opening + LIST)
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


@pytest.mark.parametrize(
    ("opening", "called"),
    [
        (
            "Để bảo đảm an toàn, Bộ trưởng chỉ thị cho các Cục, Vụ, Thanh tra Bộ và Giám đốc Sở Công Thương các tỉnh:",
            ["các Cục, Vụ", "Thanh tra Bộ", "Sở Công Thương các tỉnh"],
        ),
        (
            "Chủ tịch UBND tỉnh chỉ thị: Giám đốc các Sở, Chủ tịch Ủy ban nhân dân các huyện thực hiện nghiêm những việc sau:",
            ["các Sở", "Ủy ban nhân dân các huyện"],
        ),
        (
            "Thủ tướng Chính phủ yêu cầu Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh:",
            ["Bộ", "cơ quan ngang bộ", "UBND các tỉnh"],
        ),
        (
            "Thủ tướng Chính phủ yêu cầu các đồng chí Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh:",
            ["các Bộ", "cơ quan ngang bộ", "UBND các tỉnh"],
        ),
        (
            "Thủ tướng Chính phủ yêu cầu Bộ trưởng các Bộ: Công Thương, Tài chính; Chủ tịch UBND các tỉnh:",
            ["Bộ Công Thương", "Bộ Tài chính", "UBND các tỉnh"],
        ),
        ("Các Sở Công Thương tổ chức triển khai các nhiệm vụ trọng tâm như sau:", ["Sở Công Thương"]),
        ("Các công ty thủy lợi thực hiện các nhiệm vụ sau:", ["Các công ty thủy lợi"]),
        ("Trách nhiệm của Sở Công Thương:", ["Sở Công Thương"]),
        ("Từ nay đến cuối mùa lũ, Sở Công Thương tập trung chỉ đạo làm tốt các việc sau:", ["Sở Công Thương"]),
        ("Sở Công Thương tổ chức triển khai ngay các nhiệm vụ, cụ thể như sau:", ["Sở Công Thương"]),
        ("Đối với Sở Công Thương, Chủ tịch UBND tỉnh yêu cầu:", ["Sở Công Thương"]),
        ("Nhiệm vụ trọng tâm của Sở Công Thương trong 6 tháng cuối năm:", ["Sở Công Thương"]),
        ("Phương hướng, nhiệm vụ thời gian tới của Sở Công Thương:", ["Sở Công Thương"]),
        ("Các nhiệm vụ Sở Công Thương cần tập trung thực hiện:", ["Sở Công Thương"]),
        ("Về phần Sở Công Thương:", ["Sở Công Thương"]),
        ("Giao cho các đơn vị thuộc Sở các nhiệm vụ sau:", ["các đơn vị thuộc Sở"]),
    ],
    ids=[
        "directs",
        "directs-behind-a-colon",
        "ministers-called-on",
        "comrade-ministers-called-on",
        "the-ministers-of-a-list",
        "many-act",
        "a-kind-acts",
        "whose-duties",
        "one-shall-do",
        "one-that-is-not-the-issuer",
        "as-to-whom-who-asks",
        "whose-work-until-when",
        "whose-work-from-now-on",
        "the-work-that-one-must-do",
        "as-for-whom",
        "what-is-given",
    ],
)
def test_who_is_called_on_has_what_follows(read: Read, opening: str, called: list[str]) -> None:
    assert leads(read, opening) == [called, called]


@pytest.mark.parametrize(
    "opening",
    [
        "Sở Công Thương ban hành kế hoạch với các nội dung sau:",
        "Sở Công Thương hướng dẫn một số nội dung như sau:",
        "Nhiệm vụ của kế hoạch năm nay:",
        "Nhiệm vụ trọng tâm trong 6 tháng cuối năm:",
        "Sau khi nghe Sở Công Thương trình bày, ý kiến các đại biểu, Chủ tịch UBND tỉnh kết luận như sau:",
        "Ủy ban nhân dân tỉnh Lai Châu tổ chức triển khai ngay các nhiệm vụ, cụ thể như sau:",
        "Tán thành các nhiệm vụ do Sở Công Thương đề ra; đồng thời, Hội đồng nhân dân tỉnh nhấn mạnh các nội dung sau:",
    ],
    ids=[
        "the-issuer-issues",
        "the-issuer-guides",
        "of-a-plan",
        "of-nobody",
        "who-was-heard",
        "the-issuer-acts",
        "stressed",
    ],
)
def test_an_issuer_that_speaks_and_a_paper_have_no_duty(read: Read, opening: str) -> None:
    assert leads(read, opening) == [[], []]


def test_what_a_heading_says_of_a_body_is_no_part_of_its_name(read: Read) -> None:
    _, directive = read(HEAD + "Điều 2. Vụ Kế hoạch - Tài chính có các nhiệm vụ sau:\na) Rà soát dự toán.\nb) Bố trí kinh phí.\n")
    assert [[agency.name for agency in task.agencies] for task in directive.tasks] == [["Vụ Kế hoạch - Tài chính"]] * 2
