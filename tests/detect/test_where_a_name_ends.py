"""Where the name of a body begins and ends: known units, verbs behind it, places, abbreviations, areas, lists of places."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, groups, load_agency_phrases
from pipeline.rules import load_json
from tests.reading import role_rules


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


def names(text: str, phrases: AgencyPhrases) -> list[str]:
    mentions = find_mentions(text, phrases=phrases)
    return [mention.name for group in groups(mentions, text, role_rules()) for mention in group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vụ Đăng ký và Thống kê đất đai trả lời", ["Vụ Đăng ký và Thống kê đất đai"]),
        ("Vụ Phổ biến, giáo dục pháp luật lập danh sách", ["Vụ Phổ biến, giáo dục pháp luật"]),
        ("Vụ Các vấn đề chung về xây dựng pháp luật thẩm tra lại", ["Vụ Các vấn đề chung về xây dựng pháp luật"]),
        ("Cục Giám sát quản lý về hải quan chốt số liệu", ["Cục Giám sát quản lý về hải quan"]),
        ("Chi cục Kiểm tra sau thông quan nắm tình hình", ["Chi cục Kiểm tra sau thông quan"]),
        ("Cục Kinh tế - Quản lý đầu tư xây dựng góp ý", ["Cục Kinh tế - Quản lý đầu tư xây dựng"]),
        ("Phòng Cấp sổ, thẻ và Phòng Chế độ BHXH đối soát", ["Phòng Cấp sổ, thẻ", "Phòng Chế độ BHXH"]),
        ("Phòng Khảo thí và Bảo đảm chất lượng kiểm tra đề thi", ["Phòng Khảo thí và Bảo đảm chất lượng"]),
        ("Tạp chí Dân chủ và Pháp luật mở mục mới", ["Tạp chí Dân chủ và Pháp luật"]),
        ("Các Cục: Địa chất, Quản lý tài nguyên nước lập bản đồ", ["Cục Địa chất", "Cục Quản lý tài nguyên nước"]),
    ],
)
def test_known_units_are_read_whole(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vụ Tổ chức cán bộ phân định lại việc", ["Vụ Tổ chức cán bộ"]),
        ("Phòng Kinh tế - Hạ tầng cử cán bộ bám công trình", ["Phòng Kinh tế - Hạ tầng"]),
        ("Công ty Cấp thoát nước Đồng Sơn súc xả đường ống", ["Công ty Cấp thoát nước Đồng Sơn"]),
        ("Trung tâm Số xin ý kiến", ["Trung tâm Số"]),
        ("Hạt Kiểm lâm trực 24/24", ["Hạt Kiểm lâm"]),
        ("Tổ thu gom vận chuyển rác", ["Tổ thu gom"]),
        ("Tổ liên gia, Tổ an ninh trật tự ở cơ sở báo ngay", ["Tổ liên gia", "Tổ an ninh trật tự ở cơ sở"]),
    ],
)
def test_a_name_ends_before_the_verb(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phòng KHCN&HTQT xếp lịch đón đoàn", ["Phòng KHCN&HTQT"]),
        ("Phòng CTCT-SV rà lại danh sách", ["Phòng CTCT-SV"]),
        ("Công ty TNHH MTV KTCTTL Nam Sơn canh con triều", ["Công ty TNHH MTV KTCTTL Nam Sơn"]),
        ("Công ty TNHH một thành viên Đô thị Nam Sơn quét đường", ["Công ty TNHH một thành viên Đô thị Nam Sơn"]),
        ("Điện lực Nam Sơn, Viettel Thanh Hóa kéo lại cáp", ["Điện lực Nam Sơn", "Viettel Thanh Hóa"]),
        ("Báo Sài Gòn Giải phóng đưa tin", ["Báo Sài Gòn Giải phóng"]),
        ("Đồn Biên phòng Cửa khẩu Nậm Cắn soi chiếu", ["Đồn Biên phòng Cửa khẩu Nậm Cắn"]),
        ("Đội Quản lý thị trường số 4 ra quân", ["Đội Quản lý thị trường số 4"]),
        ("Chi cục Thuế khu vực Nho Quan - Gia Viễn siết nợ", ["Chi cục Thuế khu vực Nho Quan - Gia Viễn"]),
        ("Hội Nông dân tỉnh Thời gian thực hiện: quý I", ["Hội Nông dân tỉnh"]),
        ("Cty CP Cấp nước, TT Y tế huyện, ĐH Luật Hà Nội rà soát", ["Cty CP Cấp nước", "TT Y tế huyện", "ĐH Luật Hà Nội"]),
        ("VP Bộ và NXB Tư pháp theo TT 15/2020 rà soát", ["VP Bộ", "NXB Tư pháp"]),
    ],
)
def test_places_abbreviations_and_numbers_end_a_name(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khoa Toán và Thống kê, Khoa Ngoại ngữ nộp điểm", ["Khoa Toán và Thống kê", "Khoa Ngoại ngữ"]),
        ("các khoa: Ngoại ngữ, Kỹ thuật và Công nghệ nộp điểm", ["Khoa Ngoại ngữ", "Khoa Kỹ thuật và Công nghệ"]),
        ("HTX DVNN Đồng Tiến, HTX Bình Minh mở cống", ["HTX DVNN Đồng Tiến", "HTX Bình Minh"]),
        ("Phối hợp với Công an xã, thôn Đồng Tiến đo lại", ["Công an xã", "thôn Đồng Tiến"]),
        ("Tổ dân phố số 5, Tổ dân phố số 7 dọn rác", ["Tổ dân phố số 5", "Tổ dân phố số 7"]),
        ("các trưởng thôn, tổ trưởng tổ dân phố thu quỹ", ["các thôn, tổ dân phố"]),
        ("Đảng ủy Quân sự tỉnh, đảng ủy các xã, phường họp", ["Đảng ủy Quân sự tỉnh", "đảng ủy các xã, phường"]),
        ("Đảng ủy MTTQ và các đoàn thể tỉnh nghiên cứu", ["Đảng ủy MTTQ và các đoàn thể tỉnh"]),
        ("Ban Thường vụ các huyện ủy, thành ủy lãnh đạo", ["Ban Thường vụ các huyện ủy, thành ủy"]),
        ("cấp ủy các chi bộ, đảng bộ cơ sở trực thuộc họp", ["cấp ủy các chi bộ, đảng bộ cơ sở trực thuộc"]),
        ("Văn phòng, Báo Hải quan soạn tin", ["Văn phòng", "Báo Hải quan"]),
        ("Thanh tra, Văn phòng Tổng cục lập đoàn", ["Thanh tra Tổng cục", "Văn phòng Tổng cục"]),
        ("VP HĐND-UBND huyện nhập việc", ["VP HĐND-UBND huyện"]),
        ("BCH PCTT huyện trực ban", ["BCH PCTT huyện"]),
        ("Từ ngày 05/3 tổ công tác liên ngành nhắc từng hộ", ["tổ công tác liên ngành"]),
        (
            "với lực lượng Thanh tra giao thông, Thanh niên xung phong",
            ["lực lượng Thanh tra giao thông", "lực lượng Thanh niên xung phong"],
        ),
        ("phòng Giám định BHYT; đài truyền thanh các xã", ["phòng Giám định BHYT", "đài truyền thanh các xã"]),
        ("UBND thị xã, Hội Người cao tuổi huyện thăm hỏi", ["UBND thị xã", "Hội Người cao tuổi huyện"]),
        ("Sở Tư pháp - Cơ quan thường trực Hội đồng tham mưu", ["Sở Tư pháp"]),
        ("Mỗi Chi cục Hải quan phải lập kế hoạch", ["Chi cục Hải quan"]),
    ],
)
def test_bodies_that_no_directory_holds(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các quận 1, 3 và 10 lập chốt", ["UBND quận 1", "UBND quận 3", "UBND quận 10"]),
        (
            "UBND các phường Trường Vinh, Hội An và Vinh Phú",
            ["UBND phường Trường Vinh", "UBND phường Hội An", "UBND phường Vinh Phú"],
        ),
        ("UBND xã Đông Sơn, Tây Sơn và các xã lân cận", ["UBND xã Đông Sơn", "UBND xã Tây Sơn", "UBND các xã"]),
        ("UBND xã Đông Sơn, Công ty Bắc Hà, Trưởng Công an", ["UBND xã Đông Sơn", "Công ty Bắc Hà", "Công an"]),
        ("Ban quản lý chợ Cửa Đông, chợ Cửa Nam quét vôi", ["Ban quản lý chợ Cửa Đông", "Ban quản lý chợ Cửa Nam"]),
        ("các thôn Đông, Đoài dọn kênh", ["thôn Đông", "thôn Đoài"]),
        ("UBND quận Bình Thạnh, quận Thủ Đức tháo dỡ", ["UBND quận Bình Thạnh", "UBND quận Thủ Đức"]),
        ("UBND xã Tân Lập, huyện Lâm Sơn rà soát", ["UBND xã Tân Lập, huyện Lâm Sơn"]),
        ("UBND các xã 3 tháng một lần báo cáo", ["UBND các xã"]),
        ("Các Bộ: Quốc phòng, Công an nắm tình hình", ["Bộ Quốc phòng", "Bộ Công an"]),
    ],
)
def test_places_behind_one_body(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các xã vùng cao biên giới chuẩn bị chăn ấm", ["UBND các xã vùng cao biên giới"]),
        ("các tỉnh trong lưu vực sông Cầu quan trắc nước", ["các tỉnh trong lưu vực sông Cầu"]),
        ("các bệnh viện ven biển, vùng trũng dời máy", ["các bệnh viện ven biển, vùng trũng"]),
        ("UBND các quận nội thành rà soát", ["UBND các quận nội thành"]),
        ("Cục Thuế các tỉnh có biên giới với Lào, Campuchia đối chiếu", ["Cục Thuế các tỉnh có biên giới với Lào, Campuchia"]),
        ("UBND các xã miền núi, nhất là Mường Xén lo gạo", ["UBND các xã miền núi"]),
        ("các đơn vị quản lý công trình ngầm khác báo ngay", ["các đơn vị quản lý công trình ngầm khác"]),
        ("các Khu Quản lý giao thông đô thị vá đường", ["các Khu Quản lý giao thông đô thị"]),
        ("Các trường đại học đóng trên địa bàn cho nghỉ học", ["Các trường đại học đóng trên địa bàn"]),
        ("các cấp chính quyền tuyên truyền", ["các cấp chính quyền"]),
    ],
)
def test_which_of_a_kind(text: str, expected: list[str], phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Vụ Lao động, văn hóa, xã hội",
        "Vụ Đối tác công - tư",
        "Vụ Dự báo, thống kê",
        "Vụ Đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
        "Vụ Theo dõi công tác thanh tra, kiểm tra",
        "Cục Nhà giáo và Cán bộ quản lý cơ sở giáo dục",
        "Cục Cơ sở vật chất và Thiết bị trường học, đồ chơi trẻ em",
        "Cục Đào tạo với nước ngoài",
        "Cục Phát triển thị trường và doanh nghiệp khoa học và công nghệ",
        "Cục Quản lý, giám sát tổ chức tín dụng",
        "Viện Khoa học tổ chức nhà nước",
        "Văn phòng Quốc gia về giảm nghèo",
        "Học viện Cán bộ quản lý xây dựng và đô thị",
        "Cơ quan Thanh tra, giám sát ngân hàng",
        "Bộ Tổng Tham mưu Quân đội nhân dân Việt Nam",
        "Ban Vì sự tiến bộ của phụ nữ",
        "Trung tâm Kiểm nghiệm Thuốc, Mỹ phẩm, Thực phẩm tỉnh",
    ],
)
def test_names_that_look_like_lists_and_sentences(name: str, phrases: AgencyPhrases) -> None:
    """Units of ministries and provinces, by the decrees on their functions."""
    assert names(f"{name}, Thanh tra tỉnh rà soát", phrases) == [name, "Thanh tra tỉnh"]
    assert names(f"phối hợp với {name} hoàn thiện", phrases) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phòng Kinh tế lợp lại mái chợ", "Phòng Kinh tế"),
        ("Phòng Tài chính nhắn tin cho chủ xe", "Phòng Tài chính"),
        ("Vụ Đất đai tiêu thụ hết mẫu cũ", "Vụ Đất đai"),
        ("Vụ Kế hoạch - Tài chính ghép hai bảng", "Vụ Kế hoạch - Tài chính"),
        ("Ban Thường vụ Tỉnh đoàn phân phối quà", "Ban Thường vụ Tỉnh đoàn"),
        ("Quỹ Phát triển khoa học và công nghệ Quốc gia đơn giản thủ tục", "Quỹ Phát triển khoa học và công nghệ Quốc gia"),
        ("Hiệp hội Cà phê Việt Nam soi chất lượng", "Hiệp hội Cà phê Việt Nam"),
        ("Cục Quản lý cạnh tranh Duy trì chuyên mục", "Cục Quản lý cạnh tranh"),
        ("Vụ Chính sách Dân tộc Chủ động nắm tình hình", "Vụ Chính sách Dân tộc"),
        ("Vụ Công nghiệp nhẹ rà soát", "Vụ Công nghiệp nhẹ"),
        ("Phòng Kinh tế đối ngoại rà soát", "Phòng Kinh tế đối ngoại"),
        ("Trung tâm Văn hóa cộng đồng rà soát", "Trung tâm Văn hóa cộng đồng"),
        ("Viện Nghiên cứu ứng dụng công nghệ rà soát", "Viện Nghiên cứu ứng dụng công nghệ"),
    ],
)
def test_where_a_verb_that_no_list_has_ends_a_name(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "mua sắm văn phòng phẩm; sửa chữa văn phòng, nhà kho",
        "khoa học kỹ thuật; phòng Covid-19; phòng, chống dịch",
        "ông Nguyễn Văn Ba (thôn Trung) và đường từ thôn Đông đến thôn Đoài",
        "đảng ủy viên dự họp; công đoàn viên đóng phí; đoàn viên, hội viên",
        "bản đồ, bản sao, bản án, bản Quy chế mới",
    ],
)
def test_what_looks_like_a_body(text: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == []


def test_the_names_of_units_are_sorted_and_the_closed_ones_among_them() -> None:
    content = load_json("unit_names")
    assert content["tails"] == sorted(set(content["tails"]))
    assert set(content["closed"]) <= set(content["tails"])
    assert set(content["open"]) <= set(content["tails"])


def test_no_verb_is_listed_twice() -> None:
    words = [word for cue in load_json("cues")["cues"] if cue["id"] in ("cue.act", "cue.duty") for word in cue["words"]]
    assert sorted(words) == sorted(set(words))
