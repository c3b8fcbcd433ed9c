"""Bodies of the Party and of councils in lists, boards with their field of work, names before "xây dựng" and a paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document
from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases

Read = Callable[..., tuple[Document, Directive]]


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


def names(text: str, phrases: AgencyPhrases) -> list[str]:
    return [mention.name for mention in find_mentions(text, phrases=phrases)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vườn quốc gia Ba Vì, Khu bảo tồn thiên nhiên Xuân Liên và Khu dự trữ sinh quyển Cù Lao Chàm tuần tra.",
            ["Vườn quốc gia Ba Vì", "Khu bảo tồn thiên nhiên Xuân Liên", "Khu dự trữ sinh quyển Cù Lao Chàm"],
        ),
        ("khảo sát tại Khu bảo tồn biển Hòn Mun", []),
        ("Đảng ủy trực thuộc Tỉnh ủy mở lớp.", ["Đảng ủy trực thuộc Tỉnh ủy"]),
        (
            "Văn phòng Huyện ủy, các chi bộ, đảng bộ cơ sở trực thuộc Đảng bộ huyện họp.",
            ["Văn phòng Huyện ủy", "các chi bộ, đảng bộ cơ sở trực thuộc Đảng bộ huyện"],
        ),
        (
            "Các ban xây dựng Đảng, Mặt trận Tổ quốc tỉnh thăm hỏi các gia đình.",
            ["Các ban xây dựng Đảng", "Mặt trận Tổ quốc tỉnh"],
        ),
        ("Các đơn vị xây dựng Đảng vững mạnh.", ["Các đơn vị"]),
        (
            "Ban cán sự đảng, đảng đoàn các sở, ngành lãnh đạo việc sắp xếp.",
            ["Ban cán sự đảng, đảng đoàn các sở, ngành"],
        ),
        (
            "Thường trực HĐND, các Ban của HĐND, Tổ đại biểu và đại biểu HĐND tỉnh giám sát.",
            ["Thường trực HĐND", "các Ban của HĐND", "Tổ đại biểu", "đại biểu HĐND tỉnh"],
        ),
        ("03 Tổ công tác của Chủ tịch UBND tỉnh kiểm tra các mỏ.", ["Tổ công tác của Chủ tịch UBND tỉnh"]),
        ("Các Đoàn kiểm tra của Bộ Y tế làm việc tại tỉnh.", ["Các Đoàn kiểm tra của Bộ Y tế"]),
        ("Các doanh nghiệp viễn thông, cấp nước chỉnh trang dây.", ["Các doanh nghiệp viễn thông, cấp nước"]),
        ("Bộ phận Một cửa cấp huyện, cấp xã niêm yết.", ["Bộ phận Một cửa cấp huyện, cấp xã"]),
    ],
)
def test_each_body_of_a_list_has_its_name(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cục Quản lý chất lượng xây dựng ngân hàng đề thi.", ["Cục Quản lý chất lượng"]),
        ("Phòng Quản lý đầu tư xây dựng kế hoạch đấu thầu.", ["Phòng Quản lý đầu tư"]),
        ("Phòng Quản lý đầu tư xây dựng rà soát định mức.", ["Phòng Quản lý đầu tư xây dựng"]),
        (
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh báo cáo.",
            ["Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh"],
        ),
        ("Vụ Công tác xây dựng văn bản quy phạm pháp luật thẩm định.", ["Vụ Công tác xây dựng văn bản quy phạm pháp luật"]),
        ("Ban Chỉ đạo tỉnh về tăng trưởng xanh họp.", ["Ban Chỉ đạo tỉnh về tăng trưởng xanh"]),
        ("Ban Chỉ đạo tỉnh về triển khai Đề án 06 họp.", ["Ban Chỉ đạo tỉnh về triển khai Đề án 06"]),
        ("báo cáo Ban Chỉ đạo tỉnh về triển khai các nhiệm vụ", ["Ban Chỉ đạo tỉnh"]),
    ],
)
def test_a_name_ends_before_what_is_done(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("order", "along"),
    [
        (
            "Phối hợp với trường học, bệnh viện, Công ty Cấp nước thu tiền qua ngân hàng.",
            "trường học; bệnh viện; Công ty Cấp nước",
        ),
        ("Phối hợp với các cơ quan tiến hành tố tụng xác minh tin báo.", "các cơ quan tiến hành tố tụng"),
        ("Phối hợp với các đối tác phát triển huy động vốn ODA.", "các đối tác phát triển"),
        ("Phối hợp với các đối tác phát triển sản phẩm du lịch.", "các đối tác"),
        ("Phối hợp với các doanh nghiệp viễn thông dùng chung cột điện.", "các doanh nghiệp viễn thông"),
    ],
)
def test_those_who_work_along_are_named_whole(order: str, along: str, read: Read) -> None:
    _, directive = read(f"KẾ HOẠCH\n1. Sở Công Thương:\na) {order}\nb) Kiểm tra các chợ.")
    assert "; ".join(a.name for a in directive.tasks[0].agencies if a.role is Role.COORDINATE) == along
