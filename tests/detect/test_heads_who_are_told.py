"""Heads of bodies who are told what to do, and regions whose cities are written short: sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "BỘ TÀI CHÍNH\n\nSố: 1204/BTC-TCT\nV/v rà soát hồ sơ\n\nHà Nội, ngày 12 tháng 5 năm 2015\n\nKính gửi: Các đơn vị.\n\n"


def leads(read: Read, order: str) -> list[str]:
    _, directive = read(f"{HEAD}{order}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nBỘ TRƯỞNG\n\nLê Văn Hải\n")
    return [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Yêu cầu Cục trưởng Cục Thuế các tỉnh rà soát hồ sơ.", ["Cục Thuế các tỉnh"]),
        ("Bộ Tài chính yêu cầu Cục trưởng Cục Thuế tỉnh Lào Cai rà soát hồ sơ.", ["Cục Thuế tỉnh Lào Cai"]),
        ("Yêu cầu Cục trưởng các đơn vị rà soát hồ sơ.", ["các đơn vị"]),
        ("Yêu cầu Tổng cục trưởng Tổng cục Thuế rà soát hồ sơ.", ["Tổng cục Thuế"]),
        ("Yêu cầu Cục trưởng chỉ đạo rà soát hồ sơ.", ["Cục"]),
        ("Yêu cầu Bộ trưởng, Thủ trưởng các Bộ, ngành rà soát hồ sơ.", ["các Bộ, ngành"]),
        ("Các Bộ trưởng, Thủ trưởng Bộ, ngành rà soát hồ sơ.", ["Bộ, ngành"]),
        ("Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ rà soát hồ sơ.", ["Các Bộ", "cơ quan ngang Bộ"]),
    ],
)
def test_the_title_of_a_head_is_no_body_beside_his(read: Read, order: str, bodies: list[str]) -> None:
    assert leads(read, order) == bodies


@pytest.mark.parametrize(
    ("order", "body"),
    [
        ("UBND các tỉnh, thành rà soát hồ sơ trước ngày 10/6/2015.", "UBND các tỉnh, thành"),
        ("Đề nghị Sở Y tế các tỉnh, thành trong cả nước rà soát hồ sơ.", "Sở Y tế các tỉnh, thành"),
        ("Đề nghị Sở Y tế các tỉnh thành rà soát hồ sơ.", "Sở Y tế các tỉnh thành"),
        ("Đề nghị UBND các tỉnh, thành miền Trung rà soát hồ sơ.", "UBND các tỉnh, thành miền Trung"),
        ("Đề nghị UBND các tỉnh, thành phố rà soát hồ sơ.", "UBND các tỉnh, thành phố"),
        ("Đề nghị UBND các tỉnh thành lập đoàn kiểm tra.", "UBND các tỉnh"),
    ],
)
def test_cities_called_by_their_first_word(read: Read, order: str, body: str) -> None:
    assert leads(read, order) == [body]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Các hãng hàng không rà soát kế hoạch bay trước ngày 10/6/2015.", ["Các hãng hàng không"]),
        ("Cơ quan BHXH cấp tỉnh, huyện rà soát hồ sơ.", ["Cơ quan BHXH cấp tỉnh, huyện"]),
        ("Đề nghị cơ quan BHXH rà soát hồ sơ trước ngày 10/6/2015.", ["cơ quan BHXH"]),
        ("UBND tỉnh Lào Cai phối hợp với ban quản lý khu công nghiệp, các hãng tàu biển rà soát.", ["UBND tỉnh Lào Cai"]),
        ("Giao Ban Quản lý khu kinh tế tỉnh Lào Cai rà soát hồ sơ.", ["Ban Quản lý khu kinh tế tỉnh Lào Cai"]),
    ],
)
def test_bodies_called_by_their_trade(read: Read, order: str, bodies: list[str]) -> None:
    assert leads(read, order) == bodies


@pytest.mark.parametrize(
    "told",
    [
        "Bộ Tài chính gửi kèm theo tài liệu hướng dẫn lập hồ sơ.",
        "Bộ Tài chính gửi kèm công văn này Kế hoạch rà soát để các đơn vị biết, thực hiện.",
        "Bộ Tài chính gửi Kế hoạch rà soát (kèm theo) để các đơn vị nghiên cứu, triển khai thực hiện.",
    ],
)
def test_what_a_letter_encloses_is_no_task(read: Read, told: str) -> None:
    assert leads(read, f"Đề nghị các Cục Thuế rà soát hồ sơ.\n{told}") == ["các Cục Thuế"]


def test_who_is_to_send_papers_has_a_task(read: Read) -> None:
    sent = "1. Sở Y tế gửi kèm theo báo cáo danh sách hồ sơ.\n2. Các Cục Thuế gửi kèm tài liệu trước ngày 10/6/2015."
    assert leads(read, sent) == ["Sở Y tế", "Các Cục Thuế"]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Đối với người chưa có mã số BHXH, cơ quan BHXH cấp tỉnh phải in danh sách.", ["cơ quan BHXH cấp tỉnh"]),
        ("Các đơn vị rà soát thông tin BHXH, báo cáo kết quả.", ["Các đơn vị"]),
        ("Giao BHXH tỉnh Lào Cai rà soát người tham gia BHXH.", ["BHXH tỉnh Lào Cai"]),
    ],
)
def test_the_insurance_itself_is_no_body(read: Read, order: str, bodies: list[str]) -> None:
    assert leads(read, order) == bodies
