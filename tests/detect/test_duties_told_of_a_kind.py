"""Who has a duty, where words between its kind and "có trách nhiệm" say which one is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Đơn vị chủ trì lập chương trình có trách nhiệm gửi đề cương.", ["Đơn vị chủ trì lập chương trình"]),
        ("Cơ quan, tổ chức cử công chức biệt phái có trách nhiệm trả lương.", ["Cơ quan, tổ chức cử công chức biệt phái"]),
        ("Các cơ quan xử lý có trách nhiệm lưu trữ hồ sơ.", ["Các cơ quan xử lý"]),
        ("Các đơn vị không hoàn thành nhiệm vụ chịu trách nhiệm giải trình.", ["Các đơn vị không hoàn thành nhiệm vụ"]),
        (
            "Cơ quan, đơn vị trực tiếp quản lý, sử dụng nhà kho có trách nhiệm kiểm kê.",
            ["Cơ quan, đơn vị trực tiếp quản lý, sử dụng nhà kho"],
        ),
        # Another verb has led before, or the words say when and how.
        ("Các trường ký cam kết với phụ huynh học sinh có trách nhiệm đưa đón con em.", ["Các trường"]),
        ("Các sở, ngành tham mưu UBND tỉnh và có trách nhiệm báo cáo.", ["Các sở, ngành"]),
        ("Các đơn vị định kỳ có trách nhiệm báo cáo.", ["Các đơn vị"]),
        ("Sở Y tế tiếp nhận hồ sơ của doanh nghiệp có trách nhiệm kiểm tra.", ["Sở Y tế"]),
    ],
)
def test_the_name_goes_up_to_the_duty(roles_in_plan: Roles, item: str, expected: list[str]) -> None:
    assert roles_in_plan(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Tổ chức tham gia bảo hiểm tiền gửi có trách nhiệm cung cấp hồ sơ.", ["Tổ chức tham gia bảo hiểm tiền gửi"]),
        ("Tổ chức kiểm tra kho và chịu trách nhiệm về kết quả.", []),
        ("Tổ chức hướng dẫn, đôn đốc các kho và chịu trách nhiệm về kết quả.", []),
    ],
)
def test_an_organisation_is_none_where_the_word_is_a_verb(roles_in_plan: Roles, item: str, expected: list[str]) -> None:
    assert roles_in_plan(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Ngân hàng lưu ký, ngân hàng giám sát có trách nhiệm đối soát số liệu.", ["Ngân hàng lưu ký", "ngân hàng giám sát"]),
        ("Doanh nghiệp của hội cựu binh có trách nhiệm bảo vệ kho.", ["Doanh nghiệp của hội cựu binh"]),
        ("Người bị thu hồi nhà có trách nhiệm bàn giao chìa khóa.", ["Người bị thu hồi nhà"]),
        ("Văn phòng Thừa phát lại có trách nhiệm lập vi bằng.", ["Văn phòng Thừa phát lại"]),
        ("Sở Giao dịch Chứng khoán Hà Nội có trách nhiệm vận hành hệ thống.", ["Sở Giao dịch Chứng khoán Hà Nội"]),
        ("Hội đồng tuyển chọn chấm điểm hồ sơ.", ["Hội đồng tuyển chọn"]),
        ("Tổ biên soạn hoàn thiện tài liệu.", ["Tổ biên soạn"]),
    ],
)
def test_names_are_not_cut_at_syllables_that_sound_like_verbs(roles_in_plan: Roles, item: str, expected: list[str]) -> None:
    assert roles_in_plan(item) == expected
