"""Texts of short lines: each a paragraph of its own, or print that a tool broke at its margin."""

from __future__ import annotations

import pytest

from tests.reading import flat, outline_of

HEAD = """UBND TỈNH SƠN KHÊ
SỞ NỘI VỤ
Số: 15/SNV-CCHC
V/v chấn chỉnh công tác cải cách hành chính tại các đơn vị
sự nghiệp
Sơn Khê, ngày 5 tháng 3 năm 2025

Kính gửi: Các sở, ban, ngành tỉnh.

"""
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nĐinh Quang Thiệu\n"


def paragraphs(text: str) -> list[str]:
    """The texts of all paragraphs of a body, in order."""
    outline = outline_of(HEAD + text + END)
    return [item.passage.text for item in (*flat(outline.opening), *flat(outline.body), *flat(outline.closing))]


@pytest.mark.parametrize("indent", ["", "\t", "      "])
def test_short_lines_that_end_their_sentences_are_paragraphs(indent: str) -> None:
    lines = [
        "Sau khi xem xét kết quả kiểm tra công vụ, Giám đốc Sở Nội vụ có ý kiến như sau:",
        "Phòng Cải cách hành chính rà soát các thủ tục chậm trễ trong quý I.",
        "Thanh tra Sở xử lý các trường hợp gây phiền hà cho người dân.",
        "Giao Văn phòng Sở theo dõi, tổng hợp kết quả trước ngày 20/4/2025.",
    ]
    assert paragraphs("\n".join(indent + line for line in lines)) == lines


def test_lines_below_headings_without_a_sign_are_paragraphs() -> None:
    lines = [
        "1. Phòng Cải cách hành chính và Phòng Tổ chức bộ máy, biên chế",
        "Xây dựng kế hoạch kiểm tra các đơn vị sự nghiệp trước ngày 20/4/2025.",
        "Tổng hợp kết quả kiểm tra, báo cáo Giám đốc Sở trong tháng 5/2025.",
        "2. Ủy ban nhân dân các huyện, thị xã, thành phố trực thuộc tỉnh",
        "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa.",
    ]
    assert paragraphs("\n".join(lines)) == [line.removeprefix("1. ").removeprefix("2. ") for line in lines]


def test_print_that_breaks_its_sentences_stays_joined() -> None:
    found = paragraphs(
        "Thực hiện Kế hoạch cải cách hành chính, Giám đốc Sở Nội vụ yêu cầu Phòng Cải\n"
        "cách hành chính rà soát thủ tục chậm trễ và báo cáo Sở trước ngày 20/4/2025.\n"
        "Thanh tra Sở kiểm tra việc chấp hành kỷ luật, kỷ cương tại các đơn vị thuộc và\n"
        "trực thuộc; xử lý nghiêm các trường hợp vi phạm đã được chỉ ra.\n"
    )
    assert len(found) < 4
    assert "Phòng Cải cách hành chính rà soát" in found[0]


def test_print_that_breaks_in_front_of_capitals_and_figures_stays_joined() -> None:
    found = paragraphs(
        "- Hoàn thiện hồ sơ khen thưởng theo hướng dẫn tại Công văn số 12 của\n"
        "Ban Thi đua - Khen thưởng, gửi Sở Nội vụ trước ngày\n"
        "25/4/2025. Thường xuyên kiểm tra việc thực hiện tại các phòng chuyên\n"
        "môn thuộc cơ quan.\n"
        "- Báo cáo kết quả thực hiện về Sở Nội vụ qua Phòng Cải cách hành chính.\n"
    )
    assert len(found) == 2
    assert "trước ngày 25/4/2025. Thường xuyên" in found[0]


def test_a_bracket_that_is_not_closed_goes_on() -> None:
    lines = [f"Phòng chuyên môn số {number} rà soát các thủ tục hành chính thuộc lĩnh vực của mình." for number in range(1, 8)]
    told = "Các đơn vị gửi báo cáo kết quả thực hiện về Sở Nội vụ (qua\nPhòng Cải cách hành chính) trước ngày 20/4/2025."
    assert paragraphs("\n".join([*lines, told])) == [*lines, told.replace("\n", " ")]


WRAPPED = (
    "Thực hiện Kế hoạch cải cách hành chính, Giám đốc Sở Nội vụ phân công các đơn\n"
    "vị trực thuộc rà soát thủ tục chậm trễ, báo cáo kết quả về Sở Nội vụ trước khi\n"
    "kết thúc quý II và chịu trách nhiệm về số liệu của đơn vị mình, theo các mẫu\n"
    "biểu kèm theo:\n"
)
"""A sentence of print, which tells how the lines of a text were broken."""


@pytest.mark.parametrize("between", ["\n", "\n\n", ":\n"])
@pytest.mark.parametrize("sign", ["", "- "])
def test_a_wide_heading_that_names_bodies_stands_above_their_work(between: str, sign: str) -> None:
    heading = "Phòng Lao động - Thương binh và Xã hội các huyện, thành phố, thị xã"
    work = "Lập danh sách người có công được tặng quà, gửi Sở trước ngày 20/6/2025."
    assert paragraphs(f"{WRAPPED}2. {heading}{between}{sign}{work}\n")[-2:] == [heading + between.strip(), work]


def test_a_name_that_goes_on_with_a_word_of_order_is_whole() -> None:
    found = paragraphs(
        WRAPPED + "1. Văn phòng Ủy ban nhân dân tỉnh, Sở Tài chính, Sở Kế hoạch và Đầu tư, Ban\n"
        "Tổ chức Tỉnh ủy phối hợp thẩm định phương án.\n"
        "2. Ủy ban nhân dân các huyện, thị xã và các đơn vị quản lý dự án, Trung tâm\n"
        "Kiểm soát bệnh tật tỉnh báo cáo số liệu.\n"
    )
    assert [text.split()[-1] for text in found[-2:]] == ["án.", "liệu."]
    assert "Ban Tổ chức Tỉnh ủy" in found[-2]


def test_a_short_heading_behind_a_full_line_is_no_part_of_it() -> None:
    told = "Theo dõi diễn biến giá cả các mặt hàng thiết yếu, báo cáo Giám đốc Sở hàng tuần."
    lines = [told, "Phòng Quản lý năng lượng", "Kiểm tra việc cấp điện trong dịp lễ."]
    assert paragraphs(WRAPPED + "\n".join(lines))[-3:] == lines


def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph() -> None:
    told = "Phối hợp với cảnh sát khu vực rà soát nhân khẩu tạm trú, tạm vắng."
    after = "Các đơn vị báo cáo tiến độ trước ngày 20/4/2025."
    assert paragraphs(f"{WRAPPED}- {told}\n{after}\n")[-2:] == [told, after]


@pytest.mark.parametrize("indent", ["\t", "        "])
def test_a_tab_or_blanks_before_a_wrapped_paragraph_part_it_from_the_one_above(indent: str) -> None:
    lines = [
        "Các đội quản lý điện phát quang hành lang, xử lý khiếm khuyết trước ngày 15/9/2025.",
        "Phòng Kỹ thuật chuẩn bị đầy đủ máy phát dự phòng, xuồng máy, áo phao.",
        "Các đơn vị triển khai kế hoạch này, báo cáo về Sở Công Thương tỉnh và\nTập đoàn trước ngày 20/9/2025.",
    ]
    found = paragraphs(WRAPPED + "\n".join(indent + line for line in lines))
    assert found[-3:] == [line.replace("\n", " ") for line in lines]


def test_lines_that_go_on_may_be_set_in_below_their_bullet() -> None:
    found = paragraphs(
        WRAPPED + "- Phát quang hành lang lưới điện trên địa bàn các xã, xử lý khiếm khuyết của\n"
        "      Công ty Điện lực Sơn Khê tại các trạm trung gian và báo cáo Sở Nội vụ, Sở\n"
        "      Công Thương kết quả thực hiện trước ngày 15/9/2025 theo mẫu của Tập đoàn tại\n"
        "      công văn nêu trên.\n"
    )
    assert found[-1].startswith("Phát quang")
    assert found[-1].endswith("nêu trên.")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "title",
    [
        "TỒN TẠI",
        "Kết quả đạt được",
        "Tình hình thời gian qua",
        "Những việc chưa làm được",
        "Thi công",
        "Vốn",
        "Cán bộ",
        "Môi trường",
    ],
)
def test_a_short_title_is_no_part_of_the_sentence_below_it(title: str, between: str) -> None:
    told = [
        "Xí nghiệp May số 2 còn thiếu công nhân đứng máy, tiến độ giao hàng của quý này chưa đạt yêu cầu đã đề ra từ đầu năm.",
        "Phòng Kế hoạch còn để tồn 12 hợp đồng chưa thanh lý, số liệu báo cáo về Tổng công ty còn chậm so với quy định hiện hành.",
    ]
    assert paragraphs(between.join([f"1. {title}", told[0], "2. Việc khác", told[1]])) == [title, told[0], "Việc khác", told[1]]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Giám đốc", "Sở, Thủ trưởng các đơn vị"),
        ("Giao", "Sở Y tế"),
        ("Các", "Sở Y tế, Sở Nội vụ"),
        ("Văn phòng", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_a_name_or_a_call_cut_behind_its_first_words_is_whole(head: str, rest: str) -> None:
    told = (
        "báo cáo kết quả rà soát các thủ tục hành chính thuộc lĩnh vực của mình, gửi về Sở Nội vụ trước ngày 20/6/2025 để tổng hợp."
    )
    assert paragraphs(f"1. {head}\n{rest} {told}\n2. {told.capitalize()}\n")[0] == f"{head} {rest} {told}"


def test_a_title_that_ends_with_a_name_stands_alone_above_a_blank_line() -> None:
    title = "Về tiến độ dự án khu tái định cư Hòa Lạc"
    told = "Ban Quản lý dự án giải quyết xong 23 hộ còn vướng mắc, báo cáo Giám đốc trước ngày 20/6/2025 để xem xét, quyết định."
    assert paragraphs(f"1. {title}\n\n{told}\n\n2. {told}\n")[:2] == [title, told]
