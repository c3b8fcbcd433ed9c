"""Texts that lost their form on the way: glued lists, quoted Markdown, Roman numerals in lower case, numbers behind a dash."""

from pathlib import Path

import pytest

from models.outline import Item
from pipeline.extract import read_pages
from pipeline.outline import load_outline_rules, outline
from pipeline.outline.inline import part_glued
from pipeline.outline.lines import Line
from pipeline.outline.markers import read_marker
from pipeline.recover import recover

RULES = load_outline_rules()
BODY = "Giữ gìn vệ sinh nơi công cộng và thu gom rác đúng giờ theo hướng dẫn của tổ dân phố"


def tree(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")

    def walk(items: tuple[Item, ...], depth: int) -> list[str]:
        return [line for item in items for line in ("  " * depth + (item.marker or "·"), *walk(item.children, depth + 1))]

    return walk(outline(recover(read_pages(path)), rules=RULES).body, 0)


def test_a_glued_list_is_cut_at_its_enumerators() -> None:
    text = f"Điều 4. Trách nhiệm 1. {BODY}: a) Hướng dẫn người dân; b) Kiểm tra định kỳ. 2. {BODY}; theo khoản 1. Điều 3. Hiệu lực"
    parts = [line.text for line in part_glued([Line(text, 10, 10 + len(text), 1)])]
    assert [part[:12] for part in parts] == ["Điều 4. Trác", "1. Giữ gìn v", "a) Hướng dẫn", "b) Kiểm tra ", "2. Giữ gìn v"]
    assert all(text[line.start - 10 : line.end - 10] == line.text for line in part_glued([Line(text, 10, 10 + len(text), 1)]))


def test_letters_and_decimals_without_a_sign_before_them_are_cut_in_their_series() -> None:
    text = f"5. Về hạ tầng a) {BODY} trong năm 2025 b) {BODY}, đúng tiến độ c) Báo cáo kết quả."
    assert [line.text[:4] for line in part_glued([Line(text, 0, len(text), 1)])] == ["5. V", "a) G", "b) G", "c) B"]
    text = f"3.3. {BODY}. {BODY} năm 2025. 3.4. Lực lượng dân quân duy trì các tổ. 3.9. Khác."
    assert [line.text[:4] for line in part_glued([Line(text, 0, len(text), 1)])] == ["3.3.", "3.4."]


NUMBERED = "Tăng cường kiểm tra việc chấp hành quy định về an toàn thực phẩm tại các chợ trên địa bàn\n"


def test_page_numbers_inside_a_pasted_text_are_no_text(tmp_path: Path) -> None:
    page = "".join(f"- {NUMBERED.strip()} số {number}.\n" for number in range(9))
    cut = "- Rà soát hồ sơ của các hộ kinh doanh trên toàn địa bàn các xã, phường, báo cáo\n\n2\n\nkết quả.\n"
    text = f"{page}{cut}{page}\n3\n\n{page}"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    items = outline(recover(read_pages(path)), rules=RULES).body
    assert len(items) == 28
    assert items[9].passage.text.endswith("báo cáo kết quả.")


def test_one_number_between_paragraphs_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"- {NUMBERED}\n2\n\n- {NUMBERED}", encoding="utf-8")
    assert "2" in outline(recover(read_pages(path)), rules=RULES).body[0].passage.text


@pytest.mark.parametrize(
    "text",
    [
        f"Theo điểm a) Khoản 2 và điểm b) Khoản 3. {BODY}. {BODY}",
        f"Theo điểm a) khoản 2. {BODY}. {BODY} tại Điều 9. {BODY}.",
        "1. Một; 2. Hai.",
    ],
)
def test_citations_and_short_lines_stay_whole(text: str) -> None:
    assert [line.text for line in part_glued([Line(text, 0, len(text), 1)])] == [text]


def test_quoted_markdown_is_read_like_any_other(tmp_path: Path) -> None:
    text = "> ## Điều 1. Việc phải làm\n>\n> 1. Rà soát văn bản.\n>\n> 2. Báo cáo kết quả.\n"
    assert tree(text, tmp_path) == ["Điều 1", "  1", "  2"]


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("Iii. nội dung thực hiện", "III", "nội dung thực hiện"),
        ("- 2. Báo cáo kết quả", "2", "Báo cáo kết quả"),
        ("Khoản 3. Hiệu lực", "3", "Hiệu lực"),
        ("2.3.", "2.3", ""),
    ],
)
def test_enumerators_that_changed_their_dress(line: str, label: str, rest: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.label, line[marker.end :]) == (label, rest)


@pytest.mark.parametrize("line", ["Vi phạm hành chính", "Ix là gì", "2.3", "Khoản 3 Điều 5 quy định"])
def test_what_is_no_enumerator(line: str) -> None:
    assert read_marker(line) is None


def test_articles_run_on_over_chapters(tmp_path: Path) -> None:
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\n"
    text += "Chương II\nTRÁCH NHIỆM CỦA CÁC SỞ\nĐiều 3. Sở Y tế\n1. Rà soát.\n"
    assert tree(text, tmp_path) == ["Chương I", "  Điều 1", "  Điều 2", "Chương II", "  Điều 3", "    1"]


def test_where_blank_lines_part_paragraphs_a_line_without_one_goes_on(tmp_path: Path) -> None:
    items = "\n\n".join(f"- Rà soát các nội dung đã triển\nKhai tại xã số {n}, bảo đảm đúng quy định." for n in range(9))
    assert tree(items, tmp_path) == [f"-{n}" for n in range(1, 10)]


LINES = [f"Rà soát mục {number} của danh mục thủ tục, báo cáo kết quả theo từng nhóm việc và" for number in range(120)]


def numbered(*places: int, goes_on: str = "theo thời hạn") -> str:
    lines = [f"{goes_on} {line[0].lower()}{line[1:]}" for line in LINES]
    for number, at in reversed(list(enumerate(places, 1))):
        lines.insert(at, str(number))
    return "Số: 1/KH\n" + "\n".join(lines)


def numbers_left(text: str, tmp_path: Path) -> int:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    found = outline(recover(read_pages(path)), rules=RULES)
    return 3 - sum(found.document.text[start:end].isdecimal() for start, end in found.furniture)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(numbered(40, 80, 118), 0, id="after-as-many-lines-each"),
        pytest.param(numbered(30, 45, 118), 3, id="not-after-as-many-lines"),
        pytest.param(numbered(40, 80, 118, goes_on="Và"), 3, id="behind-which-no-sentence-goes-on"),
    ],
)
def test_page_numbers_in_a_text_without_blank_lines(text: str, left: int, tmp_path: Path) -> None:
    assert numbers_left(text, tmp_path) == left
