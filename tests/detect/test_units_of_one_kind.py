"""Units that share the word of their kind: each gets its full name, and what is no unit of the kind stays out."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


def names(text: str, phrases: AgencyPhrases) -> list[str]:
    return [mention.name for mention in find_mentions(text, phrases=phrases)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Các nhà máy thủy điện Sông Bung, A Lưới, Đakrông vận hành hồ theo quy trình.",
            ["nhà máy thủy điện Sông Bung", "nhà máy thủy điện A Lưới", "nhà máy thủy điện Đakrông"],
            id="kind-in-lower-case",
        ),
        pytest.param(
            "Các Quân khu 1, 2 và Bộ Tư lệnh Thủ đô Hà Nội sẵn sàng lực lượng.",
            ["Quân khu 1", "Quân khu 2", "Bộ Tư lệnh Thủ đô Hà Nội"],
            id="numbers",
        ),
        pytest.param(
            "Các trạm Cảnh sát giao thông Cai Lậy, Bến Lức và Tân An tăng cường kiểm soát.",
            ["trạm Cảnh sát giao thông Cai Lậy", "trạm Cảnh sát giao thông Bến Lức", "trạm Cảnh sát giao thông Tân An"],
            id="stations",
        ),
        pytest.param(
            "Trạm Thủy văn Chợ Mới, Tân Châu đo theo chế độ lũ.",
            ["Trạm Thủy văn Chợ Mới", "Trạm Thủy văn Tân Châu"],
            id="in-the-singular",
        ),
        pytest.param(
            "Các hạt Kiểm lâm Hương Sơn, Vũ Quang và Kỳ Anh trực 24/24 giờ.",
            ["hạt Kiểm lâm Hương Sơn", "hạt Kiểm lâm Vũ Quang", "hạt Kiểm lâm Kỳ Anh"],
            id="no-name-with-a-comma",
        ),
        pytest.param(
            "Các Cảng vụ Hàng hải khu vực I, II, III không cấp phép rời cảng.",
            ["Cảng vụ Hàng hải khu vực I", "Cảng vụ Hàng hải khu vực II", "Cảng vụ Hàng hải khu vực III"],
            id="by-roman-numbers",
        ),
        pytest.param(
            "Đội Quản lý thị trường số 1, số 3 và số 5 kiểm tra các chợ.",
            ["Đội Quản lý thị trường số 1", "Đội Quản lý thị trường số 3", "Đội Quản lý thị trường số 5"],
            id="by-numbers",
        ),
        pytest.param(
            "Trường THPT Lê Lợi, THCS Nguyễn Trãi, Tiểu học Kim Đồng bố trí chỗ đậu xe.",
            ["Trường THPT Lê Lợi", "Trường THCS Nguyễn Trãi", "Trường Tiểu học Kim Đồng"],
            id="schools-of-several-levels",
        ),
        pytest.param(
            "Các trường THPT Chu Văn An, Phan Đình Phùng tổ chức thi thử.",
            ["trường THPT Chu Văn An", "trường THPT Phan Đình Phùng"],
            id="schools-of-one-level",
        ),
        pytest.param(
            "Các Chi cục Thuế: Từ Liêm, Hoàng Mai, Đông Anh rà soát hồ sơ.",
            ["Chi cục Thuế Từ Liêm", "Chi cục Thuế Hoàng Mai", "Chi cục Thuế Đông Anh"],
            id="behind-a-colon",
        ),
        pytest.param(
            "Các huyện ủy Na Rì, Chợ Mới, Ba Bể chọn xã chỉ đạo điểm.",
            ["huyện ủy Na Rì", "huyện ủy Chợ Mới", "huyện ủy Ba Bể"],
            id="party-committees",
        ),
        pytest.param(
            "Các xã miền núi Sơn Kim, Hương Lâm, Hương Liên tổng kiểm tra.",
            ["xã Sơn Kim", "xã Hương Lâm", "xã Hương Liên"],
            id="units-told-by-where-they-lie",
        ),
        pytest.param("Khoa Nội, Ngoại, Sản, Nhi chuyển hồ sơ.", ["Khoa Nội", "Khoa Ngoại", "Khoa Sản", "Khoa Nhi"], id="wards"),
        pytest.param(
            "Các khoa Nội tim mạch, Nội tiết, Lão khoa bố trí điều dưỡng.",
            ["khoa Nội tim mạch", "Khoa Nội tiết", "Khoa Lão khoa"],
            id="wards-of-two-words",
        ),
        pytest.param(
            "Các Phòng: Kế hoạch - Tài chính, Tổ chức - Hành chính, Nghiệp vụ Y thống kê.",
            ["Phòng Kế hoạch - Tài chính", "Phòng Tổ chức - Hành chính", "Phòng Nghiệp vụ Y"],
            id="divisions-behind-a-colon",
        ),
        pytest.param(
            "Các Chi nhánh Agribank Kỳ Anh, Cẩm Xuyên giải ngân.",
            ["Chi nhánh Agribank Kỳ Anh", "Chi nhánh Agribank Cẩm Xuyên"],
            id="branches-of-a-bank",
        ),
        pytest.param(
            "Đồn Biên phòng Cửa khẩu Cầu Treo, Đồn Biên phòng Lạch Kèn tuần tra.",
            ["Đồn Biên phòng Cửa khẩu Cầu Treo", "Đồn Biên phòng Lạch Kèn"],
            id="each-with-its-word",
        ),
        pytest.param(
            "Các Cục: Quản lý đất đai, Lâm nghiệp và Kiểm lâm, Thủy sản và Kiểm ngư",
            ["Cục Quản lý đất đai", "Cục Lâm nghiệp và Kiểm lâm", "Cục Thủy sản và Kiểm ngư"],
            id="a-member-that-ends-like-another-body",
        ),
    ],
)
def test_each_unit_gets_its_name(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Trạm Thủy văn Chợ Mới, An Giang đo theo chế độ lũ.", ["Trạm Thủy văn Chợ Mới"], id="the-province-around-it"),
        pytest.param(
            "Các trạm Kiểm lâm Khe Nét, Hạt Kiểm lâm Minh Hóa tuần tra.",
            ["Các trạm Kiểm lâm Khe Nét", "Hạt Kiểm lâm Minh Hóa"],
            id="another-body",
        ),
        pytest.param("Các thư viện tổ chức Ngày hội sách, Tuần lễ đọc.", ["Các thư viện"], id="what-they-do"),
        pytest.param("Các xã miền núi phía Bắc, Tây Nguyên được hỗ trợ.", ["Các xã miền núi phía Bắc"], id="a-region-is-no-unit"),
        pytest.param("Trung tâm Y tế Đức Thọ, Nguyễn Văn Minh báo cáo.", ["Trung tâm Y tế Đức Thọ"], id="a-person"),
    ],
)
def test_what_is_no_unit_of_the_kind(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected
