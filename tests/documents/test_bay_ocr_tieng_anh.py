"""A garbled text is recovered and enters with a warning; numbers and dates in it are not touched."""

import pytest
from sample_reading import Reading

from models.text import PageSource


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-ocr-tieng-anh.txt")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong("leads", "fields") == {}, letter.score.notes
    assert letter.score.leads.missed == 0
    assert letter.score.fields.missed == 1, "the name of the signer"


@pytest.mark.xfail(reason="“Ma The IIung” is a name nobody knows", strict=True)
def test_the_signer_is_found(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_the_words_are_recovered_and_the_page_says_so(letter: Reading) -> None:
    page = letter.document.pages[0]
    assert page.source is PageSource.RECOVERED
    assert page.healthy
    assert "chưa chắc" in page.reason
    assert "chỉ 76% tiếng đúng chính tả" in page.reason, "what the file itself held"
    for words in ("UBND TỈNH SƠN KHÊ", "lễ hội", "trong quý IV/2023", "PHÓ GIÁM ĐỐC"):
        assert words in page.text


def test_the_clerk_is_warned(letter: Reading) -> None:
    assert any("Hãy đối chiếu với bản gốc" in warning for warning in letter.directive.warnings)


def test_numbers_and_dates_are_as_in_the_file(letter: Reading) -> None:
    for words in ("942/SVHTTDL-QLVH", "30/9/2023", "15/12/2023"):
        assert words in letter.document.text
