"""Wrapped lines and the nesting of items: the traps met in letters of offices, in words of our own."""

from __future__ import annotations

import pytest

from models.outline import Section
from tests.reading import flat, outline_of, tree

HEAD = """UBND TỈNH SƠN KHÊ
SỞ NỘI VỤ

Số: 15/SNV-CCHC

Sơn Khê, ngày 5 tháng 3 năm 2025

Kính gửi: Các sở, ban, ngành tỉnh.

Thực hiện Kế hoạch năm của UBND tỉnh, Sở Nội vụ đề nghị các cơ quan thực hiện như sau:

"""


def body(text: str) -> list[tuple[str, str]]:
    return tree(outline_of(HEAD + text).body)


def test_a_wrapped_line_that_begins_with_a_dash_stays_in_its_sentence() -> None:
    items = body(
        "1. Phòng Cải cách hành chính hoàn thiện dự thảo kế hoạch, trình Chủ tịch UBND tỉnh\n"
        "- Trưởng Ban Chỉ đạo xem xét, phê duyệt trước ngày 15/3/2025.\n"
        "2. Văn phòng Sở tổng hợp kết quả.\n"
    )
    assert [path for path, _ in items] == ["1", "2"]
    assert items[0][1].endswith("trình Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo xem xét, phê duyệt trước ngày 15/3/2025.")


def test_a_wrapped_line_that_begins_with_a_year_stays_in_its_sentence() -> None:
    items = body(
        "- Xây dựng kế hoạch nâng cao chất lượng phục vụ người dân của cơ quan mình trong năm\n"
        "2025. Thường xuyên hướng dẫn, kiểm tra việc thực hiện tại các phòng chuyên môn của\n"
        "cơ quan.\n"
        "- Báo cáo kết quả.\n"
    )
    assert [path for path, _ in items] == ["-1", "-2"]
    assert "trong năm 2025. Thường xuyên" in items[0][1]


def test_a_symbol_broken_at_its_hyphen_is_joined() -> None:
    items = body(
        "1. Tiếp tục thực hiện có hiệu quả các nhiệm vụ được giao tại Quyết định số 06/QĐ-\n"
        "TTg ngày 06/01/2022 của Thủ tướng Chính phủ và các văn bản có liên quan khác nữa.\n"
        "2. Báo cáo kết quả thực hiện.\n"
    )
    assert "06/QĐ-TTg ngày" in items[0][1]


def test_a_heading_with_a_capital_to_each_word_of_its_name_is_whole() -> None:
    items = body("1. Sở Tài chính\n- Bố trí kinh phí.\n2. Sở Nội Vụ\n- Tham mưu kế hoạch.\n- Báo cáo kết quả.\n3. Sở Tư pháp\n")
    assert [path for path, _ in items] == ["1", "1/-1", "2", "2/-1", "2/-2", "3"]
    assert dict(items)["2"] == "Sở Nội Vụ"


def test_a_dash_heading_holds_the_dashes_below_it() -> None:
    items = body(
        "1. Nâng cao chất lượng dịch vụ công\n"
        "- Về giữ vững an ninh, trật tự tại khu dân cư:\n"
        "- Bảo đảm an ninh chính trị, trật tự an toàn xã hội;\n"
        "- Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc.\n"
        "2. Báo cáo kết quả.\n"
    )
    assert [path for path, _ in items] == ["1", "1/-1", "1/-1/-1", "1/-1/-2", "2"]


def test_a_paragraph_below_a_numbered_heading_is_its_child() -> None:
    items = body(
        "1. Sở Tư pháp:\nRà soát các văn bản quy phạm pháp luật còn chồng chéo.\n2. Sở Y tế:\nTổ chức khám bệnh lưu động.\n"
    )
    assert [path for path, _ in items] == ["1", "1/¶1", "2", "2/¶1"]


def test_a_bullet_behind_a_paragraph_is_no_child_of_it() -> None:
    items = body("1. Sở Tư pháp\n- Rà soát văn bản;\nThường xuyên kiểm tra việc thi hành.\n- Tuyên truyền pháp luật.\n2. Khác\n")
    assert [path for path, _ in items] == ["1", "1/-1", "1/¶1", "1/-2", "2"]


def test_mixed_enumerators_nest_in_the_order_they_appear() -> None:
    items = body(
        "II. NHIỆM VỤ\n1. Về thể chế\na) Rà soát văn bản:\n(1) Văn bản của tỉnh;\n- Của HĐND tỉnh;\n+ Nghị quyết về phí;\n"
        "(2) Văn bản của xã.\nb) Báo cáo kết quả.\n2. Về thủ tục\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi.\n"
    )
    assert [path for path, _ in items] == [
        "II",
        "II/1",
        "II/1/a",
        "II/1/a/(1)",
        "II/1/a/(1)/-1",
        "II/1/a/(1)/-1/+1",
        "II/1/a/(2)",
        "II/1/b",
        "II/2",
        "III",
        "III/1",
    ]


def test_the_letter_i_behind_h_is_a_letter() -> None:
    letters = "".join(f"{letter}) Nội dung {letter};\n" for letter in "abcdđeghik")
    assert [path for path, _ in body(letters)] == list("abcdđeghik")


def test_headings_name_their_section() -> None:
    outline = outline_of(
        HEAD
        + "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao nhận thức.\nII. NHIỆM VỤ, GIẢI PHÁP\n- Rà soát.\n"
        + "III. KINH PHÍ THỰC HIỆN\nTừ ngân sách.\nIV. TỔ CHỨC THỰC  HIỆN\n1. Sở Nội vụ: chủ trì.\n"
    )
    sections = {item.path[-1]: item.section for item in outline.body}
    assert sections == {"I": Section.PURPOSE, "II": Section.TASKS, "III": Section.FUNDING, "IV": Section.ORGANISATION}


def test_the_closing_sentence_does_not_join_the_last_item_even_behind_a_full_line() -> None:
    outline = outline_of(
        HEAD
        + "1. Các phòng chuyên môn thuộc sở tiếp tục rà soát, đơn giản hóa thủ tục trên địa bàn.\n"
        + "Căn cứ ý kiến chỉ đạo nêu trên, các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.\n\nNơi nhận:\n- Như trên;\n"
    )
    assert tree(outline.body)[0][1].endswith("trên địa bàn.")
    assert [item.passage.text.split(",")[0] for item in outline.closing] == ["Căn cứ ý kiến chỉ đạo nêu trên"]


def test_lines_of_an_e_office_between_paragraphs_are_set_aside_and_kept() -> None:
    url = "https://vanban.sonkhe.example/XuLy.aspx?m=42&xem=0"
    outline = outline_of(HEAD + f"1. Rà soát thủ tục, cập nhật hệ thống chỉ tiêu, biểu mẫu và chế độ báo cáo\n{url}\nđịnh kỳ.\n")
    assert tree(outline.body)[0][1].endswith("chế độ báo cáo định kỳ.")
    assert [outline.document.text[start:end] for start, end in outline.furniture] == [url]


def test_a_page_number_is_set_aside_but_a_number_in_the_text_is_not() -> None:
    outline = outline_of(
        HEAD + "1. Tổng số học sinh được hỗ trợ trong năm học này trên địa bàn toàn tỉnh là\n42\nem.\n\f2\n2. Báo cáo.\n"
    )
    assert "là 42 em" in tree(outline.body)[0][1]
    assert [outline.document.text[start:end] for start, end in outline.furniture] == ["2"]


def test_the_number_of_a_page_that_was_read_with_a_speck_numbers_nothing() -> None:
    items = "1. Rà soát.\n- Lập danh sách.\n\f{number}\n- Tổng hợp.\n"
    for speck in ("2)", "'2", "· 2"):
        assert body(items.format(number=speck)) == [("1", "Rà soát."), ("1/-1", "Lập danh sách."), ("1/-2", "Tổng hợp.")], speck
    assert ("3", "Tổng hợp các sở.") in body("1. Rà soát.\n2. Lập danh sách.\n\f3)\nTổng hợp các sở.\n")


def test_items_slice_back_to_their_words() -> None:
    outline = outline_of(HEAD + "1. Rà  soát   các văn bản,\ntrình UBND tỉnh.\n")
    for item in flat(outline.opening + outline.body):
        words = " ".join(outline.document.text[a:b] for a, b in item.passage.source((0, len(item.passage.text))))
        assert words.split() == item.passage.text.split()


def test_an_enumerator_alone_on_its_line_takes_the_next_line() -> None:
    assert body("1.\nCông tác vệ sinh môi trường\na) Thu gom rác.\n2.\nCông tác xử lý nước\n") == [
        ("1", "Công tác vệ sinh môi trường"),
        ("1/a", "Thu gom rác."),
        ("2", "Công tác xử lý nước"),
    ]


def test_a_heading_in_capitals_cut_in_two_is_one() -> None:
    assert body("I. NỘI DUNG\nCHỦ YẾU\n1. Rà soát.\nII. TỔ CHỨC\nTHỰC HIỆN\n1. Báo cáo.\n")[0] == ("I", "NỘI DUNG CHỦ YẾU")


def test_an_enumerator_at_the_end_of_the_line_before_opens_its_item() -> None:
    items = body("- Phối hợp xử lý vệ sinh trường lớp khi mở cửa lại. 7.\nCông tác giám sát, báo cáo\n- Sở Y tế kiểm tra.\n")
    assert [path for path, _ in items] == ["-1", "7", "7/-1"]
    assert items[0][1].endswith("mở cửa lại.")


def test_a_name_cut_by_the_end_of_a_line_stays_whole() -> None:
    items = body("1. Ủy ban nhân dân các tỉnh, thành phố: Tuyên\nQuang, Đồng Nai quyết liệt chỉ đạo các chủ đầu tư.\n2. Báo cáo.\n")
    assert items[0] == ("1", "Ủy ban nhân dân các tỉnh, thành phố: Tuyên Quang, Đồng Nai quyết liệt chỉ đạo các chủ đầu tư.")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Trách nhiệm của Văn phòng Bộ", "Văn phòng Bộ theo dõi, đôn đốc các đơn vị lập hồ sơ công việc và nộp lưu hằng năm."),
        ("Trách nhiệm của các phòng chuyên môn huyện", "Các phòng chuyên môn huyện trong phạm vi nhiệm vụ của mình cử người dự."),
        ("Ủy ban nhân dân huyện, Ủy ban nhân dân xã", "Ủy ban nhân dân huyện kiểm tra các bến bãi trên địa bàn mỗi quý một lần."),
        ("Lưu trữ", "Văn thư cơ quan giữ bản chính của giấy phép; phòng chuyên môn giữ hồ sơ trong mười năm."),
        ("Phối hợp cung cấp thông tin về quy hoạch tỉnh", "Ủy ban nhân dân xã gửi số liệu đất đai cho Sở Xây dựng trước kỳ họp."),
    ],
)
def test_the_only_paragraph_of_an_article_stands_below_its_title(title: str, text: str) -> None:
    long = "1. Sở Tài chính cân đối, bố trí kinh phí thực hiện Quy chế theo khả năng của ngân sách tỉnh và quy định hiện hành"
    articles = "".join(f"Điều {number}. Nội dung chi\n\n{long}, {long[3:]}.\n\n" for number in range(2, 6))
    assert body(f"Điều 1. {title}\n\n{text}\n\n{articles}")[:2] == [("Điều 1", title), ("Điều 1/¶1", text)]


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Trách nhiệm của Ủy ban nhân dân các xã giáp tỉnh Tuyên", "Quang và Ban Quản lý rừng phòng hộ trên địa bàn."),
        ("Giám đốc", "Sở Tài chính, Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành."),
    ],
)
def test_a_title_of_an_article_that_a_line_cut_stays_whole(title: str, rest: str) -> None:
    assert body(f"Điều 5. {title}\n{rest}\nĐiều 6. Hiệu lực\n")[0] == ("Điều 5", f"{title} {rest}")


def test_ordinals_number_items() -> None:
    items = body("Thứ nhất, các bộ, ngành khẩn trương rà soát.\nThứ hai, các địa phương bố trí vốn.\n")
    assert [text.split(" ")[0] for _, text in items] == ["các", "các"]


def test_a_heading_that_ends_with_a_call_is_a_heading() -> None:
    text = "I. Mục đích, yêu cầu\n- Tri ân các thầy giáo.\n- Hoạt động thiết thực, tiết kiệm.\nII. Nội dung\n- Tổ chức hội diễn.\n"
    items = flat(outline_of(HEAD + text).body)
    assert [item.passage.text for item in items][:3] == [
        "Mục đích, yêu cầu",
        "Tri ân các thầy giáo.",
        "Hoạt động thiết thực, tiết kiệm.",
    ]
    assert [item.section for item in items][:3] == [Section.PURPOSE, None, None]


def test_short_lines_that_all_end_like_sentences_are_paragraphs() -> None:
    line = "Sở Y tế tổng hợp kết quả kiểm tra công tác y tế trường học trên địa bàn tỉnh."
    items = body("".join(f"{number}. {line}\n{line}\n" for number in range(1, 6)))
    assert [path for path, _ in items] == [path for number in range(1, 6) for path in (f"{number}", f"{number}/¶1")]


def test_a_section_of_two_words_is_not_cut_from_the_paragraph_below_it() -> None:
    long = "Sở Tài chính cân đối, bố trí kinh phí thực hiện Kế hoạch theo khả năng của ngân sách tỉnh và các quy định hiện hành"
    items = body(
        "I. Nội dung\n"
        + "".join(f"{number}. {long}, {long}.\n" for number in range(1, 9))
        + "II. Kinh phí\nTrích từ nguồn chi thường xuyên.\n"
    )
    assert [text for path, text in items if path.startswith("II")] == ["Kinh phí", "Trích từ nguồn chi thường xuyên."]


def test_numbered_tasks_hold_the_lines_below_them() -> None:
    text = "I. NHIỆM VỤ CỤ THỂ\nNhiệm vụ 1: Hoàn thiện thể chế.\n- Quý I.\nNhiệm vụ 2: Phát triển hạ tầng.\n- Quý II.\n"
    assert [path for path, _ in body(text)] == [
        "I",
        "I/Nhiệm vụ 1",
        "I/Nhiệm vụ 1/-1",
        "I/Nhiệm vụ 2",
        "I/Nhiệm vụ 2/-1",
    ]


def test_a_centred_number_is_that_of_a_page() -> None:
    items = body("1. Rà soát hồ sơ.\n" + " " * 34 + "2\n\n2. Báo cáo kết quả.\n")
    assert [text for _, text in items] == ["Rà soát hồ sơ.", "Báo cáo kết quả."]


LONG = (
    "1. Phòng Cải cách hành chính hướng dẫn các phòng, ban, đơn vị thuộc Sở tự chấm điểm\n"
    "theo đúng tiêu chí của bộ chỉ số, tổng hợp số liệu kèm tài liệu kiểm chứng của từng\n"
    "tiêu chí và nhập vào phần mềm trước khi trình lãnh đạo Sở xem xét, phê duyệt theo\n"
    "quy định, bảo đảm số liệu trung thực, thống nhất với báo cáo đã gửi trong năm và với\n"
    "kết quả theo dõi của các phòng được giao nhiệm vụ tổng hợp, thẩm định hằng quý của\n"
    "cơ quan, đơn vị mình; không sửa số liệu sau khi đã trình, trừ trường hợp có văn bản\n"
    "giải trình của người đứng đầu.\n"
)


def test_a_line_that_the_next_word_would_have_fitted_on_ends_its_paragraph() -> None:
    items = body(
        LONG + "Thanh tra Sở kiểm tra đột xuất, báo cáo Giám đốc Sở trong quý II năm nay.\nVăn phòng Sở chuẩn bị phương tiện.\n"
    )
    assert [text.split()[0] for _, text in items] == ["Phòng", "Thanh", "Văn"]


def test_a_line_without_room_for_the_next_word_may_go_on() -> None:
    items = body(LONG + "Thanh tra Sở kiểm tra đột xuất và báo cáo Giám đốc Sở trong quý II của năm nay.\nThường xuyên đôn đốc.\n")
    assert [text.split()[0] for _, text in items] == ["Phòng", "Thanh"]


def test_bullets_stand_below_a_short_heading_that_ends_like_a_cut_name() -> None:
    items = body(LONG + "2. Văn phòng Bộ\n- Bố trí trụ sở.\n- Tổng hợp báo cáo.\n3. Thanh tra\n- Kiểm tra.\n")
    assert [path for path, _ in items] == ["1", "2", "2/-1", "2/-2", "3", "3/-1"]


def test_a_dash_inside_a_wrapped_sentence_begins_no_item() -> None:
    items = body(
        LONG + "2. Xử lý nghiêm phương tiện không đủ điều kiện an toàn khi hoạt động, không đăng ký\n- đăng kiểm, chở quá tải.\n"
    )
    assert items[-1][1].endswith("không đăng ký - đăng kiểm, chở quá tải.")


def test_a_list_inside_a_sentence_begins_no_item_in_its_middle() -> None:
    text = "2. Sở Công Thương làm rõ: (i) khả năng sản xuất; (ii) nguồn cung nhiên liệu trên địa bàn;\n(iii) Mạng lưới bán lẻ.\n"
    assert [path for path, _ in body(LONG + text)] == ["1", "2"]


def test_roman_parts_in_small_letters_go_on_in_their_series() -> None:
    items = body(LONG + "I. tình hình:\nĐã làm xong.\nII. mục đích:\nNâng cao chất lượng.\n")
    assert [path for path, _ in items if "." not in path and "¶" not in path][-2:] == ["I", "II"]


def test_numbers_before_small_letters_go_on_in_their_series() -> None:
    items = body(LONG + "2. chánh thanh tra sở lập đoàn.\n3. văn phòng sở bố trí xe.\n9. không theo thứ tự.\n")
    assert [path for path, _ in items if "¶" not in path] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        pytest.param(
            ["1. Phòng A:", "1) Lập danh sách;", "2) Kiểm tra hồ sơ.", "2. Phòng B:", "1) Gửi xã;", "2) Gửi tỉnh.", "3. Tổng hợp."],
            ["1", "1/1", "1/2", "2", "2/1", "2/2", "3"],
            id="a-list-of-another-sign",
        ),
        pytest.param(
            ["1/ Phòng A rà soát", "1. Lập danh sách;", "2. Kiểm tra.", "2/ Phòng B."], ["1", "1/1", "1/2", "2"], id="slash"
        ),
        pytest.param(["a) Phòng A:", "a. Lập danh sách;", "b. Kiểm tra.", "b) Phòng B."], ["a", "a/a", "a/b", "b"], id="letters"),
        pytest.param(
            [
                "1. Phòng A:",
                "1. Lập danh sách;",
                "2. Kiểm tra.",
                "2. Phòng B:",
                "1. Gửi xã;",
                "2. Gửi tỉnh.",
                "3. Phòng C:",
                "1. Gửi.",
            ],
            ["1", "1/1", "1/2", "2", "2/1", "2/2", "3", "3/1"],
            id="anew-behind-a-name",
        ),
        pytest.param(
            ["1. Phòng A:", "1. Lập danh sách.", "2. Chỉ đạo các tổ:", "- Trực ban.", "3. Tổng hợp.", "2. Phòng B:", "1. Gửi xã."],
            ["1", "1/1", "1/2", "1/2/-1", "1/3", "2", "2/1"],
            id="a-heading-inside-the-inner-list",
        ),
        pytest.param(
            ["1. Phòng A:", "1. Lập danh sách;", "2. Kiểm tra;", "3. Báo cáo."],
            ["1", "1/1", "1/2", "1/3"],
            id="the-inner-list-goes-on",
        ),
        pytest.param(
            [f"1. Phòng A {'rà soát, thống kê ' * 6}như sau:", "1. Lập danh sách;", "2. Kiểm tra."], ["1", "1", "2"], id="long-head"
        ),
        pytest.param(["1. Lập danh sách;", "2) Kiểm tra;", "3. Báo cáo."], ["1", "2", "3"], id="a-slip-of-the-pen"),
        pytest.param(
            ["1. Phòng A:", "- Lập danh sách.", "1) Kiểm tra;", "2) Báo cáo."],
            ["1", "1/-1", "1", "2"],
            id="not-behind-a-closed-item",
        ),
    ],
)
def test_the_sign_behind_a_number_tells_lists_apart(lines: list[str], paths: list[str]) -> None:
    assert [path for path, _ in body("\n\n".join(lines))] == paths


def test_norms_are_a_part_only_where_something_stands_below() -> None:
    items = flat(outline_of(f"{HEAD}1. Điều kiện vay vốn\na) Có hộ khẩu.\nb) Có việc làm.\n2. Hồ sơ đăng ký vay\n3. Báo cáo.").body)
    assert [item.section for item in items] == [Section.NORMS, None, None, None, None]


def test_a_part_whose_roman_number_was_misread_opens_its_section() -> None:
    text = "I. Kết quả năm 2017\n1. Đào tạo\nĐã mở 02 lớp.\nII. Tồn tại\nMột số đơn vị chậm.\n"
    text += "1H. Nhiệm vụ trọng tâm năm 2018\n1. Xây dựng kế hoạch.\n"
    assert body(text)[-2:] == [("III", "Nhiệm vụ trọng tâm năm 2018"), ("III/1", "Xây dựng kế hoạch.")]


@pytest.mark.parametrize("sign", [")", "."])
def test_letters_that_a_word_processor_counts_with_open_items(sign: str) -> None:
    items = body(
        "1. Văn phòng Sở\n"
        + "".join(f"{letter}{sign} Rà soát danh mục số {letter}.\n" for letter in "abcdefghijk")
        + "2. Phòng A\n"
    )
    assert [path for path, _ in items] == ["1", *(f"1/{letter}" for letter in "abcdefghijk"), "2"]


def test_a_letter_that_follows_no_other_stays_in_its_sentence() -> None:
    items = body(
        "1. Phòng Cải cách hành chính đối chiếu số liệu của các đơn vị với bảng tổng hợp theo cột\n"
        "f) Báo cáo của Văn phòng Sở và gửi lại các đơn vị để chỉnh sửa, hoàn thiện trước ngày 15.\n"
        "2. Văn phòng Sở tổng hợp kết quả.\n"
    )
    assert [path for path, _ in items] == ["1", "2"]


@pytest.mark.parametrize(
    "cut",
    [
        "k) Đài Phát thanh và Truyền hình tỉnh chủ trì, phối hợp",
        "k) Hội Nông dân các huyện, thành phố có trách nhiệm phối hợp",
        "k) Công an các huyện, thị xã chủ động phối hợp",
    ],
)
def test_a_body_to_work_with_that_was_wrapped_opens_no_paragraph(cut: str) -> None:
    rest = "Sở Văn hóa, Thể thao và Du lịch, Sở Thông tin và Truyền thông, Công an tỉnh, các cơ quan\nliên quan xây dựng phóng sự."
    items = body(f"1. Nhiệm vụ cụ thể của các cơ quan, đơn vị trong công tác tuyên truyền năm 2025 như sau:\n{cut}\n{rest}\n")
    assert [path for path, _ in items] == ["1", "1/k"]


def test_a_title_that_ends_with_who_works_along_stays_one() -> None:
    items = body(
        "1. Phân công cơ quan chủ trì, phối hợp\n"
        "Sở Văn hóa, Thể thao và Du lịch xây dựng phóng sự về công tác cải cách hành chính năm 2025.\n"
        "2. Kinh phí\n"
    )
    assert [path for path, _ in items] == ["1", "1/¶1", "2"]
