"""Bullets as a word processor writes them: signs of its own fonts, or letters that only look like ticks and arrows there."""

from __future__ import annotations

import pytest

from tests.reading import outline_of, tree

HEAD = "UBND XÃ SƠN KHÊ\nSố: 15/KH-UBND\nKẾ HOẠCH\nRa quân làm sạch đường làng\n\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n"
FIRST, SECOND = "Tuần tra các tuyến đường trong xã.", "Báo cáo kết quả trước ngày 20/4/2025."


@pytest.mark.parametrize("bullet", [*"·§Ø○◆■□❖✓vqü", "\uf02d", "\uf076", "\uf0a8"])
@pytest.mark.parametrize("space", [" ", "\t", "      "])
def test_signs_and_letters_are_bullets(bullet: str, space: str) -> None:
    body = outline_of(f"{HEAD}{bullet}{space}{FIRST}\n{bullet}{space}{SECOND}\n2. Trạm Y tế\n").body
    assert tree(body)[2:4] == [("III/1/-1", FIRST), ("III/1/-2", SECOND)]


def test_the_plus_of_such_a_font_is_a_plus() -> None:
    body = outline_of(f"{HEAD}- {FIRST}\n\uf02b {SECOND}\n").body
    assert tree(body)[-1] == ("III/1/-1/+1", SECOND)


@pytest.mark.parametrize("line", ["v Tuần tra các tuyến đường.", "Ø 20 mm là cỡ ống được dùng.", "§ 5 của Điều lệ được áp dụng."])
def test_a_letter_alone_or_a_sign_before_a_figure_is_none(line: str) -> None:
    body = outline_of(f"{HEAD}- {FIRST}\n- {SECOND}\n{line}\n").body
    assert [path for path, _ in tree(body)] == ["III", "III/1", "III/1/-1", "III/1/-2", "III/1/¶1"][: len(tree(body))]
    assert any(line in text for _, text in tree(body))


def test_letters_of_a_list_stay_letters() -> None:
    items = "".join(f"{letter}) Nội dung thứ {number}.\n" for number, letter in enumerate("abcdđeghiklmnopqrstuv", 1))
    assert [path.split("/")[-1] for path, _ in tree(outline_of(HEAD + items).body)[2:]] == list("abcdđeghiklmnopqrstuv")
