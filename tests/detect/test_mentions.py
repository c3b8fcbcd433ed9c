"""Bodies named in running text: their names, their lists, their ellipses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.detect.mentions import AgencyPhrases, find_mentions, groups, load_agency_phrases
from pipeline.rules.directory import load_directory
from tests.reading import role_rules


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Sở Nội vụ chủ trì", [["Sở Nội vụ"]], id="department"),
        pytest.param("Sở Văn hóa, Thể thao và Du lịch báo cáo", [["Sở Văn hóa, Thể thao và Du lịch"]], id="commas-inside-a-name"),
        pytest.param("Sở KH&ĐT, Sở TT&TT", [["Sở KH&ĐT", "Sở TT&TT"]], id="abbreviations"),
        pytest.param("Sở Y tế tỉnh Sơn Khê", [["Sở Y tế tỉnh Sơn Khê"]], id="with-its-province"),
        pytest.param("Giám đốc Sở Y tế, Công an tỉnh", [["Sở Y tế", "Công an tỉnh"]], id="head-taken-off"),
        pytest.param("Các sở: Tài chính, Xây dựng và Y tế", [["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"]], id="ellipsis"),
        pytest.param("Sở Tài chính, Xây dựng", [["Sở Tài chính", "Sở Xây dựng"]], id="ellipsis-without-plural"),
        pytest.param(
            "Các sở, ngành Tư pháp, Văn phòng UBND tỉnh, Tài chính",
            [["Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở Tài chính"]],
            id="ellipsis-across-another-body",
        ),
        pytest.param(
            "Các cơ sở giáo dục đại học, cơ sở giáo dục nghề nghiệp và cơ sở giáo dục thường xuyên",
            [["Các cơ sở giáo dục đại học", "cơ sở giáo dục nghề nghiệp", "cơ sở giáo dục thường xuyên"]],
            id="a-kind-named-anew",
        ),
        pytest.param("các cơ sở giáo dục, cơ sở y tế", [["các cơ sở giáo dục, cơ sở y tế"]], id="kinds-that-begin-alike"),
        pytest.param("Bộ trưởng các Bộ: Nội vụ, Tài chính", [["Bộ Nội vụ", "Bộ Tài chính"]], id="ministers"),
        pytest.param(
            "các sở, ban, ngành thuộc UBND tỉnh; UBND các huyện, thị xã, thành phố",
            [["các sở, ban, ngành thuộc UBND tỉnh", "UBND các huyện, thị xã, thành phố"]],
            id="collectives",
        ),
        pytest.param("các sở, ngành, các chủ đầu tư", [["các sở, ngành", "các chủ đầu tư"]], id="two-collectives"),
        pytest.param("Các cấp, các ngành chủ động", [["Các cấp, các ngành"]], id="an-idiom-stays-one"),
        pytest.param("các cơ quan, đơn vị có liên quan tổ chức", [["các cơ quan, đơn vị có liên quan"]], id="concerned-bodies"),
        pytest.param(
            "Trung tâm Y tế các huyện, thị xã lập kế hoạch", [["Trung tâm Y tế các huyện, thị xã"]], id="centres-of-districts"
        ),
        pytest.param(
            "Các cơ quan Báo, Tạp chí và Thủ trưởng các đơn vị thuộc Bộ phổ biến",
            [["Các cơ quan Báo, Tạp chí", "các đơn vị thuộc Bộ"]],
            id="press-of-several-kinds",
        ),
        pytest.param("các cơ quan báo cáo kết quả", [["các cơ quan"]], id="bodies-that-report-are-no-press"),
        pytest.param("Trường, hợp tổ chức chào bán thì báo cáo", [], id="a-case-with-a-crumb-of-ocr-is-no-school"),
        pytest.param("các trường, hợp tác xã báo cáo", [["các trường, hợp tác xã"]], id="schools-and-cooperatives"),
        pytest.param("Các phòng khám chữa bệnh ngoài giờ", [["Các phòng khám chữa bệnh"]], id="clinics"),
        pytest.param(
            "Hội đồng Xét công nhận Sáng kiến cấp cơ sở họp",
            [["Hội đồng Xét công nhận Sáng kiến cấp cơ sở"]],
            id="council-that-judges",
        ),
        pytest.param(
            "Bộ phận giúp việc cho Hội đồng Xét công nhận Sáng kiến tổng hợp",
            [["Bộ phận giúp việc cho Hội đồng Xét công nhận Sáng kiến"]],
            id="its-helpers",
        ),
        pytest.param("Ban Quản lý rừng phòng hộ Hạ Lãm tu sửa", [["Ban Quản lý rừng phòng hộ Hạ Lãm"]], id="named-board"),
        pytest.param("Công ty cổ phần cấp nước tỉnh Sơn Khê", [["Công ty cổ phần cấp nước tỉnh Sơn Khê"]], id="company"),
        pytest.param(
            "Ủy ban MTTQ Việt Nam tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh",
            [["Ủy ban MTTQ Việt Nam tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"]],
            id="front-and-unions",
        ),
        pytest.param("trình Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo", [["UBND tỉnh"]], id="a-title-behind-a-dash"),
        pytest.param("Tổ chức Hội nghị sơ kết; Báo cáo kết quả", [], id="no-bodies"),
        pytest.param("TỔ CHỨC THỰC HIỆN", [], id="a-heading"),
        pytest.param("NHIỆM VỤ TRỌNG TÂM VỀ MÔI TRƯỜNG QUỐC GIA", [], id="second-halves-of-words-in-capitals"),
        pytest.param("Ban hành Bộ chỉ số, Bộ tiêu chí; hoàn thiện các cơ sở dữ liệu", [], id="sets-and-databases"),
        pytest.param("làm giả quyền sở hữu, xây dựng đội ngũ; thị trường Đài Loan", [], id="look-alikes"),
        pytest.param("Thông tư số 32/2014/TT-BNNPTNT, Quyết định 15/QĐ-BGTVT-VP", [], id="symbols-of-documents"),
        pytest.param("Thống kê, đánh giá; Thuế giá trị gia tăng", [], id="a-verb-and-a-tax"),
    ],
)
def test_names_and_lists(text: str, names: list[list[str]], phrases: AgencyPhrases) -> None:
    mentions = find_mentions(text, phrases=phrases)
    assert [[mention.name for mention in group] for group in groups(mentions, text, role_rules())] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang Bộ, Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương",
            [["các Bộ", "cơ quan ngang Bộ", "UBND các tỉnh, thành phố trực thuộc Trung ương"]],
            id="heads-of-the-state",
        ),
        pytest.param(
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ", [["Các Bộ", "cơ quan ngang Bộ"]], id="ministers-without-ministries"
        ),
        pytest.param("Chánh Văn phòng, Vụ trưởng Vụ Pháp chế", [["Văn phòng", "Vụ Pháp chế"]], id="a-head-without-its-body"),
        pytest.param(
            "Thủ trưởng các đơn vị thuộc và trực thuộc Bộ, Giám đốc Sở Y tế",
            [["các đơn vị thuộc và trực thuộc Bộ", "Sở Y tế"]],
            id="under-and-directly-under",
        ),
        pytest.param(
            "Hiệu trưởng các trường trung học phổ thông, giám đốc các trung tâm giáo dục thường xuyên",
            [["các trường trung học phổ thông", "các trung tâm giáo dục thường xuyên"]],
            id="schools",
        ),
    ],
)
def test_heads_are_taken_off(text: str, names: list[list[str]], phrases: AgencyPhrases) -> None:
    mentions = find_mentions(text, phrases=phrases)
    assert [[mention.name for mention in group] for group in groups(mentions, text, role_rules())] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "các Bộ Tài chính, Nội vụ và các địa phương", ["Bộ Tài chính", "Bộ Nội vụ", "các địa phương"], id="ministries"
        ),
        pytest.param(
            "Cục trưởng các Cục: Quản lý Khám, chữa bệnh, Y tế dự phòng, Quản lý Dược chỉ đạo",
            ["Cục Quản lý Khám, chữa bệnh", "Cục Y tế dự phòng", "Cục Quản lý Dược"],
            id="a-comma-inside-a-member",
        ),
        pytest.param(
            "các Vụ Pháp chế, Tổ chức cán bộ và Văn phòng Bộ", ["Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Văn phòng Bộ"], id="units"
        ),
        pytest.param(
            "Các Viện Vệ sinh dịch tễ, Pasteur trực tiếp chỉ đạo",
            ["Các Viện Vệ sinh dịch tễ", "các Viện Pasteur"],
            id="plural-kept",
        ),
        pytest.param(
            "các Bệnh viện: Hữu nghị Việt Đức, Bạch Mai", ["Bệnh viện Hữu nghị Việt Đức", "Bệnh viện Bạch Mai"], id="colon"
        ),
        pytest.param("UBND các huyện: Sa Pa, Bắc Hà", ["UBND huyện Sa Pa", "UBND huyện Bắc Hà"], id="districts"),
        pytest.param(
            "UBND các thành phố: Hà Nội, Cần Thơ",
            ["UBND thành phố Hà Nội", "UBND thành phố Cần Thơ"],
            id="a-city-that-is-also-a-verb",
        ),
        pytest.param(
            "UBND các huyện, thị xã Long Khánh và thành phố Biên Hòa triển khai",
            ["UBND các huyện, thị xã Long Khánh và thành phố Biên Hòa"],
            id="all-of-one-kind-and-two-by-name",
        ),
        pytest.param(
            "các Sở Y tế các tỉnh, thành phố trực thuộc Trung ương",
            ["Sở Y tế các tỉnh, thành phố trực thuộc Trung ương"],
            id="one-department-of-each-province",
        ),
        pytest.param("Các tỉnh Nghệ An, Cao Bằng khẩn trương", ["tỉnh Nghệ An", "tỉnh Cao Bằng"], id="provinces"),
        pytest.param(
            "UBND các tỉnh, thành phố: Tuyên Quang, Hồ Chí Minh",
            ["UBND tỉnh Tuyên Quang", "UBND thành phố Hồ Chí Minh"],
            id="provinces-and-cities-in-one-list",
        ),
        pytest.param(
            "UBND thành phố Hà Nội và tỉnh Quảng Ninh hỗ trợ",
            ["UBND thành phố Hà Nội", "UBND tỉnh Quảng Ninh"],
            id="the-council-said-once",
        ),
        pytest.param("trên địa bàn tỉnh Nghệ An, tại thành phố Hà Nội", [], id="provinces-as-places"),
        pytest.param(
            "các đơn vị liên quan của các Bộ: Tài chính, Y tế và Tổng cục Hải quan",
            [
                "các đơn vị liên quan của Bộ Tài chính",
                "các đơn vị liên quan của Bộ Y tế",
                "các đơn vị liên quan của Tổng cục Hải quan",
            ],
            id="owners-in-a-list",
        ),
        pytest.param(
            "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức thành viên",
            ["Ủy ban MTTQ Việt Nam tỉnh", "các tổ chức thành viên"],
            id="the-front-and-its-members",
        ),
        pytest.param(
            "Sở Y tế, Trung tâm Y tế các tỉnh", ["Sở Y tế các tỉnh", "Trung tâm Y tế các tỉnh"], id="a-region-said-once-for-all"
        ),
        pytest.param(
            "Sở Tài chính, Ủy ban nhân dân các quận, huyện",
            ["Sở Tài chính", "Ủy ban nhân dân các quận, huyện"],
            id="not-its-region",
        ),
        pytest.param(
            "các cơ quan thuộc Bộ Xây dựng, Bộ Quốc phòng",
            ["các cơ quan thuộc Bộ Xây dựng", "các cơ quan thuộc Bộ Quốc phòng"],
            id="two-owners",
        ),
        pytest.param(
            "VKSND tỉnh, TAND tỉnh; LĐLĐ tỉnh", ["VKSND tỉnh", "TAND tỉnh", "LĐLĐ tỉnh"], id="abbreviations-of-the-directory"
        ),
        pytest.param("lực lượng quân đội, công an hỗ trợ", ["lực lượng quân đội", "lực lượng công an"], id="forces"),
        pytest.param("Hội Phụ nữ, Nông dân tỉnh", ["Hội Phụ nữ", "Hội Nông dân tỉnh"], id="unions"),
        pytest.param("Các Bộ, ngành khác: Tiếp tục rà soát", ["Các Bộ, ngành khác"], id="an-order-is-no-member"),
    ],
)
def test_lists_are_written_out(text: str, names: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cục An toàn bức xạ và hạt nhân chủ trì", "Cục An toàn bức xạ và hạt nhân"),
        ("Cục Hàng không Việt Nam rà soát", "Cục Hàng không Việt Nam"),
        ("Cục Chất lượng, Chế biến và Phát triển thị trường báo cáo", "Cục Chất lượng, Chế biến và Phát triển thị trường"),
        ("Cục Tài chính Bộ Quốc phòng tổng hợp", "Cục Tài chính Bộ Quốc phòng"),
        ("Ban Thi đua - Khen thưởng Trung ương hướng dẫn", "Ban Thi đua - Khen thưởng Trung ương"),
        ("Ban Chỉ đạo quốc gia về chuyển đổi số trước ngày 15", "Ban Chỉ đạo quốc gia về chuyển đổi số"),
        ("Ban Chỉ đạo về kết quả thực hiện", "Ban Chỉ đạo"),
        ("Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ chỉ đạo", "Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị tham mưu", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Trung tâm Xúc tiến đầu tư, thương mại và du lịch lập", "Trung tâm Xúc tiến đầu tư, thương mại và du lịch"),
        ("Văn phòng Chính phủ đúng thời gian quy định", "Văn phòng Chính phủ"),
        ("Ngân hàng Nhà nước Việt Nam và pháp luật", "Ngân hàng Nhà nước Việt Nam"),
        ("Kho bạc Nhà nước Khu vực VIII thanh toán", "Kho bạc Nhà nước Khu vực VIII"),
        ("các cơ quan quản lý nhà nước, tổ chức, cá nhân liên quan", "các cơ quan quản lý nhà nước, tổ chức, cá nhân liên quan"),
        ("các đơn vị cấp nước thuộc phạm vi quản lý rà soát", "các đơn vị cấp nước thuộc phạm vi quản lý"),
        ("các cơ quan chủ trì soạn thảo phối hợp", "các cơ quan chủ trì soạn thảo"),
        ("các đơn vị xây dựng kế hoạch", "các đơn vị"),
        ("các địa phương, tổ chức triển khai", "các địa phương"),
        ("thương nhân đầu mối kinh doanh xăng dầu có trách nhiệm", "thương nhân đầu mối kinh doanh xăng dầu"),
        ("các tỉnh trọng điểm nuôi tôm hình thành", "các tỉnh trọng điểm nuôi tôm"),
        ("cấp ủy, chính quyền các cấp lãnh đạo", "cấp ủy, chính quyền các cấp"),
        ("UBND các quận, huyện liên quan để kiểm tra", "UBND các quận, huyện liên quan"),
        ("UBND xã Tân Lập, tỉnh Lào Cai báo cáo", "UBND xã Tân Lập, tỉnh Lào Cai"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: str, phrases: AgencyPhrases) -> None:
    assert find_mentions(text, phrases=phrases)[0].name == name


def test_every_body_of_the_directory_is_read_whole(phrases: AgencyPhrases) -> None:
    missed = []
    for agency in load_directory().agencies.values():
        text = f"Giao {agency.canonical} chủ trì, phối hợp với các bộ"
        if agency.scope != "named" and " " in agency.canonical and not agency.canonical.startswith(PERSONS):
            found = find_mentions(text, phrases=phrases)
            if not found or found[0].name != agency.canonical:
                missed.append((agency.canonical, [mention.name for mention in found]))
    assert missed == []


PERSONS = ("Chủ tịch", "Tổng Bí thư", "Phó")
"""Offices of one person are no bodies in running text."""


@pytest.mark.parametrize("text", ["Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "ỦY BAN NHÂN DÂN TỈNH"])
def test_both_tone_placements_and_capitals_are_found(text: str, phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == [text]


def test_a_text_that_is_not_nfc_is_refused(phrases: AgencyPhrases) -> None:
    with pytest.raises(ValueError, match="NFC"):
        find_mentions(unicodedata.normalize("NFD", "Sở Nội vụ"), phrases=phrases)


PIECES = st.sampled_from(
    [
        "Sở ",
        "Nội vụ",
        "Tài chính",
        "các ",
        "sở",
        ", ",
        "; ",
        " và ",
        "UBND ",
        "tỉnh",
        "huyện",
        "Trung tâm ",
        "Y tế",
        "chủ trì",
        "(",
        ")",
        ":",
        "Chủ tịch ",
        "Hội ",
        "Ban ",
        "Sơn Khê",
        "x",
        " - ",
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, max_size=25).map("".join))
def test_mentions_slice_the_text_and_do_not_overlap(text: str, phrases: AgencyPhrases) -> None:
    mentions = find_mentions(text, phrases=phrases)
    at = 0
    for mention in mentions:
        assert at <= mention.full_start <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].removesuffix(" trưởng") in mention.name
        at = mention.end
