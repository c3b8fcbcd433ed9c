"""Text of old encodings that came over letter for letter is put into Unicode; all else stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.text import Document, FileFacts, Page, PageSource
from pipeline.extract.legacy import legacy_tables
from pipeline.recover import recover, recover_lines, recover_text

HEAD = "Độc lập - Tự do - Hạnh phúc\n"
BODY = (
    "Căn cứ Nghị quyết số 12/2009/NQ-HĐND ngày 15/7/2009, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành khẩn trương rà soát,\n"
    "hoàn thành trước ngày 30 tháng 9; định kỳ hằng quý báo cáo kết quả về Sở Nội vụ.\n"
)


def _tcvn3(text: str) -> str:
    back = {letter: chr(code) for code, letter in legacy_tables().tcvn3.items() if code != 0xA0}
    return "".join(back.get(c, back.get(c.lower(), c)) for c in text)


def _vni(text: str) -> str:
    back = {letter: pair for pair, letter in legacy_tables().vni.items()}
    return "".join(back.get(c, c) for c in text)


def _viscii(text: str) -> str:
    back = {letter: chr(code) for code, letter in legacy_tables().viscii.items()}
    return "".join(back.get(c, c) for c in text)


ENCODINGS = pytest.mark.parametrize("spelt", [_tcvn3, _vni, _viscii], ids=["TCVN3", "VNI", "VISCII"])


@ENCODINGS
def test_lines_of_an_old_encoding_are_put_into_unicode_beside_unicode_ones(spelt: Callable[[str], str]) -> None:
    found = recover_text(HEAD + spelt(BODY) + "Nơi nhận:\n- Như trên;\nTài chính\n")[0]
    assert found.lower() == (HEAD + BODY + "Nơi nhận:\n- Như trên;\nTài chính\n").lower()


@ENCODINGS
def test_the_map_leads_back_to_the_letters_as_they_were(spelt: Callable[[str], str]) -> None:
    raw = HEAD + spelt(BODY)
    recovered = recover_lines(raw)
    at = recovered.text.index("Nội vụ")
    start, end = recovered.back.back((at, at + 6))
    assert raw[start:end] == spelt("Nội vụ")


@ENCODINGS
def test_the_stage_puts_a_page_right_and_keeps_it_raw(spelt: Callable[[str], str]) -> None:
    raw = spelt(BODY)
    page = Page(1, raw, raw, PageSource.TEXT_LAYER, "chữ bị hỏng", 0.2, healthy=False)
    after = recover(Document(FileFacts("van-ban.docx", "0" * 64, 1, "application/docx"), (page,))).pages[0]
    assert after.raw == raw
    assert after.text.lower() == BODY.lower()
    assert after.healthy
    assert "từ bảng mã cũ sang Unicode" in after.reason


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur général a décidé d'étendre la procédure à tous les sites concernés, où l'équipe est présente.",
        "Hà Nội, Cà Mau, Tài chính, Giá",
        "Các phòng, ban, ngành và các xã báo cáo tình hình, kết quả chính; giao phòng Tài chính, phòng Văn hoá.",
        "São Paulo e Brasília são cidades",
    ],
)
def test_other_text_with_latin_letters_stays(text: str) -> None:
    assert recover_text(text)[0] == text


def test_few_words_are_no_evidence() -> None:
    assert recover_text("Sè céng v¨n")[0] == "Sè céng v¨n"
