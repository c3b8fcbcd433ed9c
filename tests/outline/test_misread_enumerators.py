"""Enumerators with a misread or mistyped sign are what their series wants; citations and numbers inside sentences stay text."""

from __future__ import annotations

import pytest

from models.outline import Item
from models.text import Document, FileFacts, Page, PageSource
from pipeline.outline import OutlineRules, load_outline_rules, outline

_FACTS = FileFacts("thu.txt", "0" * 64, 1, "text/plain")
_RULES: OutlineRules = load_outline_rules()


def labels(body: str) -> list[str]:
    text = f"Sở Xây dựng yêu cầu các đơn vị thực hiện các nội dung sau:\n\n{body}\n"
    page = Page(1, raw=text, text=text, source=PageSource.PLAIN, reason="", quality=1.0)
    found = _labels(outline(Document(_FACTS, (page,)), rules=_RULES).body)
    return [label for label in found if label[:1] not in ("-", "¶")]


def _labels(items: tuple[Item, ...]) -> list[str]:
    return [label for item in items for label in (item.path[-1] if item.path else "", *_labels(item.children))]


NUMBERED = (
    "{}. Phòng Quản lý nhà\n\n- Rà soát hồ sơ.\n\n{} Phòng Hạ tầng\n\n- Lập danh mục.\n\n{}. Thanh tra Sở\n\n- Kiểm tra công trình."
)


@pytest.mark.parametrize("misread", ["2,", "2:", "2;", "2", "'2.", "_2.", "___2.", "„2.", "z."])
def test_a_number_between_its_neighbours(misread: str) -> None:
    assert labels(NUMBERED.format(1, misread, 3)) == ["1", "2", "3"]


@pytest.mark.parametrize("first", ["1,", "1"])
def test_the_first_number_before_its_second(first: str) -> None:
    assert labels(f"{first} Phòng Hạ tầng\n\n- Lập danh mục.\n\n2. Thanh tra Sở\n\n- Kiểm tra công trình.") == ["1", "2"]


def test_numbers_typed_with_commas() -> None:
    assert labels("1, Rà soát hồ sơ.\n2, Lập danh mục.\n3, Kiểm tra công trình.") == ["1", "2", "3"]


@pytest.mark.parametrize("misread", ["2.2,", "2,2.", "2,2,"])
def test_a_decimal_behind_the_one_before(misread: str) -> None:
    body = f"2. Các phòng\n\n2.1. Phòng Hạ tầng: lập danh mục.\n\n{misread} Thanh tra Sở: kiểm tra công trình."
    assert labels(body) == ["2", "2.1", "2.2"]


@pytest.mark.parametrize("misread", ["h)", "b}", "b", "bỳ", "6)", "b,", ".b)", "_b)", "-b)", "._ 6)"])
def test_a_letter_between_its_neighbours(misread: str) -> None:
    assert labels(f"1. Các phòng:\na) Rà soát hồ sơ;\n{misread} Tổ chức kiểm tra;\nc) Lập danh mục.") == ["1", "a", "b", "c"]


def test_a_number_behind_one_that_was_misread_too() -> None:
    assert labels("1. Rà soát.\n2. Lập danh mục.\n§. Kiểm tra.\n4, Tổng kết.") == ["1", "2", "3", "4"]


def test_letters_read_as_signs() -> None:
    body = "1. Các phòng:\n8) Rà soát hồ sơ;\nb) Lập danh mục;\nc©) Kiểm tra;\nd) Báo cáo;\nđ) Lưu trữ;\n__©) Công khai;"
    assert labels(f"{body}\nø) Tổng kết;\nh) Đôn đốc;\n¡) Khen thưởng.") == ["1", *"abcdđeghi"]


def test_a_bullet_before_a_word_is_no_letter() -> None:
    assert labels("1. Các phòng:\na) Rà soát hồ sơ;\n- ý kiến của xã;\n- Ý kiến khác;\nb) Lập danh mục.") == ["1", "a", "b"]


def test_letters_read_as_others() -> None:
    body = "1. Các phòng:\na) Rà soát hồ sơ;\nb) Lập danh mục;\ne) Kiểm tra;\nd) Báo cáo;\nở) Lưu trữ;\ne) Công khai."
    assert labels(body) == ["1", "a", "b", "c", "d", "đ", "e"]


@pytest.mark.parametrize(
    "body",
    [
        "1. Rà soát theo quy định tại khoản 1,\n2, Điều 6 của Nghị định.\n3. Lập danh mục.",
        "1. Kiểm tra tổng số\n2 Trung tâm ở mỗi huyện.\n3. Lập danh mục.",
    ],
)
def test_numbers_of_a_sentence_stay_in_it(body: str) -> None:
    assert labels(body) == ["1", "3"]


def test_letters_of_a_series_stay() -> None:
    assert labels("1. Các phòng:\na) Rà soát;\nb) Lập danh mục;\nd) Báo cáo;\ne) Công khai.") == ["1", "a", "b", "d", "e"]


ARTICLES = "Điều 5. An toàn\n1. Rà soát hồ sơ.\n2. Lập danh mục.\n{}Điều 6. Thoả thuận đấu nối\n1. Kiểm tra.\nĐiều 7. Hiệu lực"


@pytest.mark.parametrize(
    "speck", ["x ", "| ", "' ", ". ", "_ ", "i ", "l ", "~ ", "= ", "« ", "., ", "|", "1 ", ": ", "- ", "* "], ids=lambda s: repr(s)
)
def test_a_speck_before_an_article(speck: str) -> None:
    assert labels(ARTICLES.format(speck)) == ["Điều 5", "1", "2", "Điều 6", "1", "Điều 7"]


def test_an_article_that_does_not_follow_stays_text() -> None:
    body = "Điều 5. Bảo đảm an toàn\n1. Rà soát hồ sơ.\nx Điều 9. Thoả thuận đấu nối\n2. Lập danh mục."
    assert labels(body) == ["Điều 5", "1", "2"]


def test_articles_in_a_list_of_bullets_stay_items() -> None:
    body = "1. Sửa đổi các điều sau:\n- Điều 1. Phạm vi điều chỉnh.\n- Điều 2. Đối tượng áp dụng.\n2. Lập danh mục."
    assert labels(body) == ["1", "2"]


def test_a_third_letter_read_as_the_sign_of_rights() -> None:
    assert labels("a) Rà soát hồ sơ;\nb) Lập danh mục;\n©) Kiểm tra công trình.") == ["a", "b", "c"]
    assert labels("a) Rà soát hồ sơ;\nb) Lập danh mục.\n\n© Sở Xây dựng giữ bản quyền.") == ["a", "b"]


@pytest.mark.parametrize("first", ["8)", "_8)", "___8)", "_a)", "’a)"])
def test_a_first_letter_behind_specks_or_read_as_a_figure(first: str) -> None:
    assert labels(f"1. Phòng Hạ tầng\n{first} Rà soát hồ sơ;\nb) Lập danh mục;\nc) Kiểm tra.") == ["1", "a", "b", "c"]


@pytest.mark.parametrize(("misread", "at"), [("()", 2), ("©)", 2), ("4)", 3), ("-d)", 3), ("ø)", 6), ("g8)", 6), ("8)", 6)])
def test_a_letter_read_as_what_looks_like_it(misread: str, at: int) -> None:
    signs = [f"{letter})" for letter in "abcdđeg"]
    body = "\n".join(f"{misread if k == at else sign} Rà soát hồ sơ {k};" for k, sign in enumerate([*signs, "h)"]))
    assert labels(body) == list("abcdđegh")


@pytest.mark.parametrize("number", [4, 8])
def test_a_list_of_numbers_between_letters_stays_one(number: int) -> None:
    before = f"{number - 1}) Các phòng:\na) Rà soát hồ sơ;\nb) Lập danh mục;\nc) Kiểm tra.\n"
    body = f"{before}{number}) Thanh tra Sở:\na) Kiểm tra;\nb) Báo cáo."
    assert labels(body) == [str(number - 1), "a", "b", "c", str(number), "a", "b"]
