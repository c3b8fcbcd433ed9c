"""Text files: encodings, line ends, control characters, pages."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from models.text import Document, PageSource
from pipeline.extract import read_pages
from pipeline.extract.legacy import from_tcvn3, from_vni, legacy_tables

TEXT = (
    "Số: 125/UBND-VX\nKính gửi: Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã\n"
    "Thực hiện chỉ đạo của Thủ tướng Chính phủ về việc đẩy mạnh cải cách thủ tục hành chính, Chủ tịch Ủy ban nhân dân tỉnh "
    "yêu cầu các cơ quan, đơn vị khẩn trương rà soát, hoàn thành trước ngày 30 tháng 9 năm 2025; định kỳ hằng quý báo cáo "
    "kết quả về Sở Nội vụ để tổng hợp, theo dõi, đôn đốc. Những khó khăn, vướng mắc đề nghị phản ánh kịp thời.\n"
)


def _read(tmp_path: Path, data: bytes, name: str = "van-ban.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_pages(path)


def _tcvn3(text: str) -> bytes:
    back = {letter: code for code, letter in legacy_tables().tcvn3.items() if code != 0xA0}
    # Capitals with tones have no code: offices typed the small letter in a capital font.
    return bytes(back.get(c, back.get(c.lower(), ord(c) if ord(c) < 128 else 63)) for c in text)


def _vni(text: str) -> bytes:
    back = {letter: pair for pair, letter in legacy_tables().vni.items()}
    return "".join(back.get(c, c) for c in text).encode("cp1252")


def _viscii(text: str) -> bytes:
    back = {letter: code for code, letter in legacy_tables().viscii.items()}
    return bytes(back.get(c, ord(c)) for c in text)


def _cp1258(text: str) -> bytes:
    # Windows-1258 has letters with circumflex, breve and horn in one piece, tones apart.
    out = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = [m for m in apart[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tone))
        out.append(rest + "".join(tone))
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(TEXT.encode(), "UTF-8", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), "UTF-8", id="UTF-8 with mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), "UTF-16-LE", id="UTF-16 LE with mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16-BE", id="UTF-16 BE with mark"),
        pytest.param(TEXT.encode("utf-16-le"), "UTF-16-LE", id="UTF-16 LE without mark"),
        pytest.param(TEXT.encode("utf-16-be"), "UTF-16-BE", id="UTF-16 BE without mark"),
        pytest.param(_vni(TEXT), "VNI", id="VNI"),
        pytest.param(_viscii(TEXT), "VISCII", id="VISCII"),
        pytest.param(_cp1258(TEXT), "Windows-1258", id="Windows-1258"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), "UTF-8", id="lines of Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), "UTF-8", id="lines of old Macs"),
    ],
)
def test_encoding_is_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    page = _read(tmp_path, data).pages[0]
    assert page.raw == TEXT
    assert f"({encoding})" in page.reason
    assert page.source is PageSource.PLAIN
    assert page.healthy


def test_tcvn3_file_is_read(tmp_path: Path) -> None:
    page = _read(tmp_path, _tcvn3(TEXT)).pages[0]
    assert "(TCVN3)" in page.reason
    assert page.raw.lower() == TEXT.lower()
    assert page.healthy


def test_tcvn3_capital_fonts_become_capitals() -> None:
    assert from_tcvn3("QUYÕT §ÞNH cña UBND tØnh") == "QUYẾT ĐỊNH của UBND tỉnh"


def test_vni_sample() -> None:
    assert from_vni("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM; thöïc hieän ñuùng tieán ñoä") == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; thực hiện đúng tiến độ"
    )


def test_unicode_file_that_spells_tcvn3_letters_is_read_as_tcvn3(tmp_path: Path) -> None:
    mask = _tcvn3(TEXT).decode("latin-1")
    page = _read(tmp_path, mask.encode()).pages[0]
    assert page.raw.lower() == TEXT.lower()


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    document = _read(tmp_path, f"{TEXT}\f{TEXT}\f".encode())
    assert [page.number for page in document.pages] == [1, 2]
    assert document.raw == f"{TEXT}\f{TEXT}"


def test_control_characters_become_blanks(tmp_path: Path) -> None:
    page = _read(tmp_path, "Sở\x00Nội\x07vụ\tchủ trì\x0bthực hiện".encode()).pages[0]
    assert page.raw == "Sở Nội vụ\tchủ trì\nthực hiện"


def test_utf8_cut_within_its_last_letter_is_still_read(tmp_path: Path) -> None:
    page = _read(tmp_path, (TEXT + "Ủ").encode()[:-1]).pages[0]
    assert page.raw == TEXT + "\ufffd"


def test_markdown_is_known_by_its_name(tmp_path: Path) -> None:
    assert _read(tmp_path, TEXT.encode(), "van-ban.md").file.media == "text/markdown"


def test_text_without_marks_is_warned_of(tmp_path: Path) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", TEXT) if not unicodedata.combining(c))
    document = _read(tmp_path, bare.replace("đ", "d").replace("Đ", "D").encode())
    assert not document.pages[0].healthy
    assert "mất dấu" in document.warnings[0]


def test_each_letter_of_the_tables_is_composed() -> None:
    tables = legacy_tables()
    letters = [*tables.tcvn3.values(), *tables.viscii.values(), *tables.vni.values()]
    assert all(len(letter) == 1 and unicodedata.is_normalized("NFC", letter) for letter in letters)
    assert len(tables.tcvn3) == len(set(tables.tcvn3.values()))
    assert len(tables.viscii) == len(set(tables.viscii.values()))
