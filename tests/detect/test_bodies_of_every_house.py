"""Bodies that offices name by their function, their number or their brand: teams, regiments, courts, firms, schools by level."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "VNPT Cẩm Khê, FPT Telecom bó gọn cáp.", ["VNPT Cẩm Khê", "FPT Telecom"], id="brands-and-the-places-of-branches"
        ),
        pytest.param("Bảo Việt Bình Định giải quyết bồi thường.", ["Bảo Việt Bình Định"], id="an-insurer"),
        pytest.param("Đề nghị VNPT Chủ trì họp.", ["VNPT"], id="no-place-but-an-order"),
        pytest.param("Tư vấn giám sát kiểm tra trong 03 ngày.", ["Tư vấn giám sát"], id="the-adviser-on-the-site"),
        pytest.param(
            "Liên danh Công ty CP Xây dựng 47 - Công ty TNHH Sông Mã thi công.",
            ["Liên danh Công ty CP Xây dựng 47 - Công ty TNHH Sông Mã"],
            id="a-joint-venture",
        ),
        pytest.param("Tòa Hình sự, Tòa Dân sự xét xử lưu động.", ["Tòa Hình sự", "Tòa Dân sự"], id="courts-within-a-court"),
        pytest.param("Tổ trật tự đô thị, tổ nữ công ra quân.", ["Tổ trật tự đô thị", "tổ nữ công"], id="crews"),
        pytest.param("Tổ triển khai HSSKĐT họp hằng tuần.", ["Tổ triển khai HSSKĐT"], id="a-team-for-a-task"),
        pytest.param("Ban điều hành 12 khu phố vận động.", ["Ban điều hành 12 khu phố"], id="boards-of-hamlets"),
        pytest.param(
            "Trung đoàn 741, Lữ đoàn Công binh 575 giúp dân.", ["Trung đoàn 741", "Lữ đoàn Công binh 575"], id="regiments"
        ),
        pytest.param(
            "Quân chủng Phòng không - Không quân chuẩn bị trực thăng.", ["Quân chủng Phòng không - Không quân"], id="a-service"
        ),
        pytest.param("PC06 phối hợp với PX01 tham mưu.", ["PC06", "PX01"], id="codes-of-police-units"),
        pytest.param("Báo, Đài đưa tin mỗi ngày 02 lần.", ["Báo", "Đài"], id="press-by-its-first-words"),
        pytest.param("Công đoàn, Đoàn thanh niên trường phát động.", ["Công đoàn", "Đoàn thanh niên trường"], id="the-union"),
        pytest.param("Câu lạc bộ Xe đạp Thăng Long ra quân.", ["Câu lạc bộ Xe đạp Thăng Long"], id="a-club"),
        pytest.param(
            "Trường mầm non, nhóm trẻ độc lập lau rửa đồ chơi.", ["Trường mầm non", "nhóm trẻ độc lập"], id="schools-by-level"
        ),
        pytest.param("Ủy ban kiểm tra các cấp giám sát.", ["Ủy ban kiểm tra các cấp"], id="the-party-control"),
        pytest.param("Khám do trạm y tế hoặc Trung tâm Y tế huyện.", ["trạm y tế", "Trung tâm Y tế huyện"], id="a-local-post"),
        pytest.param("Nhà máy nước Tân Lương tăng công suất.", ["Nhà máy nước Tân Lương"], id="its-kind-in-lower-case"),
        pytest.param(
            "Ủy ban bầu cử tỉnh, các Ban bầu cử lập danh sách.", ["Ủy ban bầu cử tỉnh", "các Ban bầu cử"], id="for-elections"
        ),
        pytest.param("Đội 2, Đội số 4 tuần tra khép kín.", ["Đội 2", "Đội số 4"], id="crews-by-number"),
        pytest.param("Chi hội Nông dân thôn Đông hướng dẫn.", ["Chi hội Nông dân thôn Đông"], id="a-branch-of-a-union"),
        pytest.param("Bí thư chi bộ, trưởng các xóm vận động.", ["chi bộ", "các xóm"], id="heads-of-hamlets"),
        pytest.param(
            "Đội Cảnh sát giao thông - Trật tự mở đợt cao điểm.", ["Đội Cảnh sát giao thông - Trật tự"], id="order-is-one-word"
        ),
        pytest.param(
            "Các đội nghiệp vụ, Công an các xã lập danh sách.", ["Các đội nghiệp vụ", "Công an các xã"], id="a-body-of-its-own"
        ),
        pytest.param(
            "Trung tâm Phối hợp tìm kiếm, cứu nạn hàng hải khu vực II trực.",
            ["Trung tâm Phối hợp tìm kiếm, cứu nạn hàng hải khu vực II"],
            id="search-and-rescue",
        ),
        pytest.param("Riêng tỉnh Sơn La kiểm tra.", ["tỉnh Sơn La"], id="one-province-apart"),
    ],
)
def test_the_body_is_found(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kiện toàn tổ hòa giải ở cơ sở.",
        "Kế hoạch số 27/KH-CAT-PC06 được gửi tới dân.",
        "Khám sức khỏe tại trạm y tế.",
        "Chi phí tư vấn giám sát tính vào dự án.",
        "Sửa tòa nhà.",
        "Tổ 5 người họp chi bộ.",
    ],
)
def test_what_only_looks_like_one(text: str, phrases: AgencyPhrases) -> None:
    assert find_mentions(text, phrases=phrases) == ()
