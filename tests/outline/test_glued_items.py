"""Lists that a tool left inside a line: where they are cut, and where a line stays whole."""

from __future__ import annotations

import pytest

from models.outline import Section
from tests.reading import flat, outline_of, tree

HEAD = "SỞ Y TẾ\nSố: 5/TB-SYT\nTHÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận như sau:\n"
LONG = "rà soát, thống kê đầy đủ số liệu của các cơ sở khám bệnh trên địa bàn và báo cáo kết quả về Sở"


def texts(line: str) -> list[tuple[str, str]]:
    return [(path, text.partition(" rà soát")[0]) for path, text in tree(outline_of(HEAD + line).body)]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        pytest.param(f"II- Nhiệm vụ: 1/. Phòng A {LONG}. 2/. Phòng B {LONG}.", ["II", "II/1", "II/2"], id="slash-and-stop"),
        pytest.param(f"1. Phòng A {LONG}:a) Đội một {LONG}.b) Đội hai {LONG}.", ["1", "1/a", "1/b"], id="no-space-before"),
        pytest.param(
            f"1. Chuẩn bị 1.1. Phòng A {LONG}. 1.2. Phòng B {LONG}.", ["1", "1/1.1", "1/1.2"], id="decimals-behind-a-heading"
        ),
        pytest.param(f"1. Phòng A: (a) Đội một {LONG}; (b) Đội hai {LONG}.", ["1", "1/a", "1/b"], id="letters-in-brackets"),
        pytest.param(
            f"1. Phòng A: a) Tổ một {LONG}; b) Tổ hai; c) Tổ ba; d) Tổ tư; e) Tổ năm; f) Tổ sáu; g) Tổ bảy {LONG}.",
            ["1", *(f"1/{letter}" for letter in "abcdefg")],
            id="a-letter-of-a-word-processor",
        ),
        pytest.param(f"I. CHUẨN BỊ {LONG}. II. THỰC HIỆN {LONG}. III. BÁO CÁO {LONG}.", ["I", "II", "III"], id="parts"),
        pytest.param(f"V. KINH PHÍ Phòng Kế hoạch {LONG}, {LONG}.", ["V", "V/¶1"], id="a-sentence-behind-a-title"),
        pytest.param(
            f"B. NHIỆM VỤ THÁNG 10 1. Phòng A {LONG}. 2. Phòng B {LONG}.",
            ["B", "B/1", "B/2"],
            id="a-list-behind-a-title-with-a-number",
        ),
        pytest.param(
            f"III. TỔ CHỨC THỰC HIỆN 1. Phòng A {LONG} trong tháng 10/2017.2. Phòng B {LONG}.",
            ["III", "III/1", "III/2"],
            id="a-number-behind-a-year",
        ),
        pytest.param(
            f"I. MỤC TIÊU - 100% trường học có tủ thuốc; {LONG}.- Giảm 20% số ca so với năm trước.- 90% phòng học đủ ánh sáng.",
            ["I", "I/-1", "I/-2", "I/-3"],
            id="bullets-that-open-with-figures",
        ),
        pytest.param(
            f"3. Khám sức khỏe - Học sinh lớp 1 được khám trong tháng 10, {LONG}.- Kết quả ghi vào sổ theo dõi.- Báo cáo Sở.",
            ["3", "3/-1", "3/-2", "3/-3"],
            id="a-title-of-small-letters-above-bullets",
        ),
        pytest.param(
            f"3. Phòng Kế hoạch - Tài chính {LONG}, {LONG}.- Kết quả ghi vào sổ.- Báo cáo Sở.",
            ["3", "3/-1", "3/-2"],
            id="a-dash-inside-a-name",
        ),
        pytest.param(
            f"1. Phòng A {LONG}. 2. Phòng B {LONG}. Trên đây là kết luận của Giám đốc Sở.",
            ["1", "2"],
            id="the-closing-sentence-behind-the-last-item",
        ),
        pytest.param(f"V. UBND TP Sơn Khê {LONG}, {LONG}.", ["V"], id="abbreviations-are-no-title"),
        pytest.param(f"1. Phòng A {LONG} theo quy định tại khoản 2. 3. {LONG}.", ["1"], id="a-number-out-of-its-series"),
        pytest.param(
            f"I. CHUẨN BỊ 1. Phòng A {LONG}. 2. Phòng B {LONG}: a) Đội một {LONG}; b) Đội hai {LONG}. "
            f"II. THỰC HIỆN 1. Phòng C {LONG}. 2. Phòng D {LONG}. III. BÁO CÁO Phòng E {LONG}.",
            ["I", "I/1", "I/2", "I/2/a", "I/2/b", "II", "II/1", "II/2", "III", "III/¶1"],
            id="a-whole-paper",
        ),
        pytest.param(
            f"1. Phòng A {', '.join([LONG] * 8)} trong tháng 9 2. Phòng B {', '.join([LONG] * 8)} 3. Phòng C {LONG}",
            ["1", "2", "3"],
            id="items-that-end-without-a-sign",
        ),
        pytest.param(f"1. Phòng A {LONG} tại Quận 2. Phòng B {LONG}.", ["1"], id="the-number-of-a-district"),
        pytest.param(
            f"2. Phòng A {LONG} tuyến Vành đai 3. Báo cáo {LONG}.\n3. Phòng B {LONG}.", ["2", "3"], id="the-end-of-a-name"
        ),
        pytest.param(
            f"2. Phòng A {LONG} cấp độ 3. Báo cáo {', '.join([LONG] * 8)}. 3. Phòng B {', '.join([LONG] * 6)}. 4. Phòng C {LONG}.",
            ["2", "3", "4"],
            id="what-follows-tells-the-end-of-a-name",
        ),
        pytest.param(f"1. Phòng A {LONG}. 3. Phòng B {LONG}. 4. Phòng C {LONG}.", ["1", "3", "4"], id="a-number-was-lost"),
        pytest.param(f"1. Phòng A {LONG}. 7. Phòng B {LONG}.", ["1"], id="a-number-too-far-on"),
        pytest.param(
            f"1. Phòng A {LONG}: 1) Đội một {LONG}; 2) Đội hai {LONG}. 2. Phòng B {LONG}.",
            ["1", "1/1", "1/2", "2"],
            id="numbers-of-two-signs",
        ),
        pytest.param(
            f"2. Phòng A {LONG}. 2.1. Đội một {LONG}. 2.2. Đội hai {LONG}. "
            f"3. Phòng B {LONG}. 3.1. Đội ba {LONG}. 3.2. Đội tư {LONG}.",
            ["2", "2/2.1", "2/2.2", "3", "3/3.1", "3/3.2"],
            id="decimals-below-two-numbers",
        ),
        pytest.param(
            f"1. Phòng A {LONG} theo mục 4.1. Đội một {LONG}. 4.2. Đội hai {LONG}.", ["1"], id="decimals-of-another-number"
        ),
        pytest.param(
            f"1. Phòng A {LONG} theo Chỉ thị số 5. I. Mở đầu {LONG}. II. Kết thúc {LONG}.", ["1"], id="no-part-inside-a-list"
        ),
    ],
)
def test_where_a_line_is_cut(line: str, items: list[str]) -> None:
    assert [path for path, _ in texts(line)] == items


def test_a_list_goes_on_from_line_to_line() -> None:
    lines = f"1. Phòng A {LONG}.\n2. Phòng B {LONG}: a) Đội một {LONG}; b) Đội hai {LONG}. 3. Phòng C {LONG}.\n4. Phòng D {LONG}."
    assert [path for path, _ in texts(lines)] == ["1", "2", "2/a", "2/b", "3", "4"]


def test_articles_count_on_through_chapters() -> None:
    body = "Điều 1. Phạm vi\n" + f"Quy chế này nói về việc {LONG}. Điều 2. Phòng A {LONG}.\nChương II\nTRÁCH NHIỆM\n"
    body += f"Điều 3. Phòng B {LONG}. Điều 4. Phòng C {LONG}."
    assert [path.split("/")[-1] for path, _ in texts(body) if "Điều" in path.split("/")[-1]] == [f"Điều {i}" for i in range(1, 5)]


def test_a_list_may_open_again_inside_another() -> None:
    lines = f"a) Phòng A {LONG}.\nb) Phòng B {LONG}.\n- Phòng C {LONG}: a) Đội một {LONG}; b) Đội hai {LONG}."
    assert [text[:7].rstrip() for _, text in texts(lines)] == ["Phòng A", "Phòng B", "Phòng C", "Đội một", "Đội hai"]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Nhận định chung: Thời gian qua các ngành đã có nhiều cố gắng, song tiến độ còn chậm.", Section.ASSESSMENT),
        ("Tồn tại, hạn chế: Một số xã chưa báo cáo.", Section.ASSESSMENT),
        ("Tồn tại, hạn chế: Một số xã chưa báo cáo; yêu cầu các xã báo cáo ngay.", None),
        ("Kết quả gửi về Sở: trước ngày 5/3.", None),
    ],
)
def test_an_assessment_told_behind_its_title(text: str, section: Section | None) -> None:
    items = flat(outline_of(f"{HEAD}1. {text}\n2. Phòng A báo cáo kết quả.").body)
    assert items[0].section is section


def test_a_heading_of_two_words_does_not_swallow_what_is_said_of_it() -> None:
    body = outline_of(f"{HEAD}V. KINH PHÍ\nPhòng Kế hoạch lập dự toán, {LONG}, {LONG}.\n").body
    assert [item.passage.text[:15] for item in flat(body)] == ["KINH PHÍ", "Phòng Kế hoạch "]
