"""Lists of bodies before "có trách nhiệm", of which no directory knows all. Sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, leads_of, small_plan

DUTY = "có trách nhiệm báo cáo kết quả hằng quý."


@pytest.mark.parametrize(
    ("subject", "leads"),
    [
        (
            "Công ty đại chúng, tổ chức phát hành, công ty chứng khoán",
            ["Công ty đại chúng", "tổ chức phát hành", "công ty chứng khoán"],
        ),
        ("Tổ chức phát hành, công ty quản lý quỹ", ["Tổ chức phát hành", "công ty quản lý quỹ"]),
        ("Doanh nghiệp bảo hiểm, tổ chức tương hỗ cung cấp bảo hiểm vi mô", None),
        ("Quản tài viên, doanh nghiệp quản lý, thanh lý tài sản", ["Quản tài viên", "doanh nghiệp quản lý, thanh lý tài sản"]),
        ("Tổ chức quản lý, vận hành hồ chứa", ["Tổ chức quản lý, vận hành hồ chứa"]),
        ("Giám thị trại giam, Giám thị trại tạm giam", ["Giám thị trại giam", "Giám thị trại tạm giam"]),
        ("Chủ bến xe, đơn vị vận tải chuyên kinh doanh xe buýt", ["Chủ bến xe", "đơn vị vận tải chuyên kinh doanh xe buýt"]),
    ],
)
def test_each_part_of_the_list_leads(subject: str, leads: list[str] | None, read: Read) -> None:
    assert leads_of(read, f"{subject} {DUTY}") == (leads or subject.split(", "))


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Sở Y tế, với vai trò cơ quan thường trực, có trách nhiệm báo cáo kết quả.", ["Sở Y tế"]),
        ("Sở Xây dựng, trong phạm vi nhiệm vụ được giao, có trách nhiệm báo cáo kết quả.", ["Sở Xây dựng"]),
        ("Hằng năm, các đơn vị có trách nhiệm báo cáo kết quả.", ["các đơn vị"]),
        ("Sở Y tế kiểm tra cơ sở khám bệnh, phòng khám có trách nhiệm báo cáo kết quả.", ["Sở Y tế"]),
        ("Cán bộ, công chức, nhân viên có trách nhiệm báo cáo kết quả.", ["Cán bộ, công chức, nhân viên"]),
    ],
)
def test_what_is_no_list_of_bodies_gives_no_other_lead(order: str, leads: list[str], read: Read) -> None:
    assert leads_of(read, order) == leads


def test_staff_behind_a_body_is_another_than_the_body(read: Read) -> None:
    leads = leads_of(read, "Trạm Y tế, nhân viên y tế thôn bản có trách nhiệm trực cấp cứu.")
    assert leads == ["Trạm Y tế", "nhân viên y tế thôn bản"]


def test_to_whom_one_answers_does_not_lead(read: Read) -> None:
    order = "Bộ Công an chịu trách nhiệm trước Chính phủ chủ trì, phối hợp với Bộ Quốc phòng lập quy hoạch."
    assert leads_of(read, order) == ["Bộ Công an"]


def test_a_name_goes_over_a_word_that_only_looks_like_no(read: Read) -> None:
    _, directive = read(small_plan("Sở Xây dựng phối hợp với doanh nghiệp cung cấp dịch vụ bay, hãng hàng không lập phương án."))
    along = [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.COORDINATE]
    assert along[0].endswith("hãng hàng không")


@pytest.mark.parametrize(
    "name",
    [
        "Đơn vị đề xuất",
        "Đơn vị đăng cai",
        "Đơn vị nhận bàn giao",
        "Cơ quan trình dự thảo",
        "Đơn vị cử cán bộ đi học",
        "Đơn vị sử dụng lao động",
        "Cơ quan giải quyết hồ sơ",
    ],
)
def test_a_body_called_by_its_part_keeps_the_words_of_its_part(name: str, read: Read) -> None:
    assert leads_of(read, f"{name} chuẩn bị tài liệu và báo cáo kết quả.") == [name]


@pytest.mark.parametrize(
    ("order", "name"),
    [("Đơn vị đề xuất khen thưởng cá nhân có thành tích.", "Đơn vị"), ("Các đơn vị đề xuất bổ sung nhu cầu.", "Các đơn vị")],
)
def test_what_a_body_does_is_no_part_of_its_name(order: str, name: str, read: Read) -> None:
    assert leads_of(read, order) == [name]
