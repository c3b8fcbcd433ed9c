"""Boards called by what they are there to do, joint teams, and bodies of two districts: sentences written for these tests."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Tổ công tác thúc đẩy giải ngân vốn của tỉnh kiểm tra các dự án.", "Tổ công tác thúc đẩy giải ngân vốn của tỉnh"),
        ("Hội đồng tư vấn xác định mức độ khuyết tật cấp xã họp lại.", "Hội đồng tư vấn xác định mức độ khuyết tật cấp xã"),
        ("Tổ kiểm tra việc thực thi công vụ tiến hành kiểm tra.", "Tổ kiểm tra việc thực thi công vụ"),
        ("Tổ kiểm tra việc thực thi công vụ của huyện kiểm tra.", "Tổ kiểm tra việc thực thi công vụ của huyện"),
        ("Ban Chỉ đạo thực hiện các chương trình mục tiêu tỉnh báo cáo.", "Ban Chỉ đạo thực hiện các chương trình mục tiêu tỉnh"),
        ("Tổ công tác triển khai Đề án dữ liệu dân cư tỉnh đôn đốc.", "Tổ công tác triển khai Đề án dữ liệu dân cư tỉnh"),
        ("Tổ công tác liên ngành xử lý nợ đọng của huyện họp giao ban.", "Tổ công tác liên ngành xử lý nợ đọng của huyện"),
        ("Đoàn kiểm tra liên ngành kiểm tra các chợ.", "Đoàn kiểm tra liên ngành"),
        ("Tổ công tác của tỉnh kiểm tra tiến độ.", "Tổ công tác của tỉnh"),
        ("Liên ngành Công an - Quân sự - Biên phòng tuần tra.", "Liên ngành Công an - Quân sự - Biên phòng"),
        ("liên ngành Công an, Viện kiểm sát, Tòa án rà soát.", "liên ngành Công an, Viện kiểm sát, Tòa án"),
        ("Thường trực Hội đồng phối hợp PBGDPL tỉnh đôn đốc.", "Thường trực Hội đồng phối hợp PBGDPL tỉnh"),
        ("Cơ quan thường trực Ban Chỉ đạo chuyển đổi số của tỉnh.", "Cơ quan thường trực Ban Chỉ đạo chuyển đổi số của tỉnh"),
        ("Phó Trưởng ban Thường trực Ban Chỉ đạo họp giao ban.", "Ban Chỉ đạo"),
        ("Ban Thường trực Ủy ban MTTQ tỉnh giám sát.", "Ban Thường trực Ủy ban MTTQ tỉnh"),
        # What a board does is no part of its name.
        ("Tổ công tác kiểm tra các xã thực hiện chính sách.", "Tổ công tác"),
        ("Tổ công tác đôn đốc các huyện tổ chức sơ kết.", "Tổ công tác"),
        ("Ban Chỉ đạo tham mưu UBND tỉnh ban hành kế hoạch.", "Ban Chỉ đạo"),
        ("Ban Chỉ đạo rà soát kế hoạch của tỉnh triển khai chương trình.", "Ban Chỉ đạo"),
        ("Tổ công tác xử lý vướng mắc của tỉnh, báo cáo kết quả.", "Tổ công tác"),
    ],
)
def test_where_the_name_of_a_board_ends(text: str, first: str, phrases: AgencyPhrases) -> None:
    assert find_mentions(text, phrases=phrases)[0].name == first


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND hai huyện Ba Tơ và Minh Long rà soát.", ["UBND huyện Ba Tơ", "UBND huyện Minh Long"]),
        ("Công an ba xã Ba Vì, Ba Tiêu, Ba Ngạc.", ["Công an xã Ba Vì", "Công an xã Ba Tiêu", "Công an xã Ba Ngạc"]),
        ("Phòng Nội vụ hai huyện Ba Tơ và Minh Long.", ["Phòng Nội vụ huyện Ba Tơ", "Phòng Nội vụ huyện Minh Long"]),
        ("UBND xã Ba Vì rà soát.", ["UBND xã Ba Vì"]),
    ],
)
def test_bodies_of_two_or_three_units(text: str, names: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == names
