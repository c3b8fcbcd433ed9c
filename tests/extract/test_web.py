"""HTML as offices save and paste it."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import BrokenFile
from models.text import Document
from pipeline.extract import read_pages

PAGE = """<!DOCTYPE html>
<html><head><title>Bỏ đi</title><style>p{color:red}</style></head><body>
<script>var bo = "đi";</script>
<table><tr><td><b>ỦY BAN NHÂN DÂN</b><br>TỈNH PHÚ LÂM</td><td>CỘNG HÒA XÃ HỘI<br/>CHỦ NGHĨA VIỆT NAM</td></tr></table>
<p>Kính gửi:&nbsp;Các sở, ban,
   ngành</p><p>Chỉ số SIPAS<sub>2</sub> &lt; 90%</p>
<ul><li>Sở Nội vụ chủ trì</li><li>Sở Tài chính phối hợp</li></ul>
<table border=1><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>
<tr><td rowspan=2>1</td><td>Rà soát thủ tục</td><td>Sở Nội vụ</td></tr>
<tr><td>Công bố</td><td><p>Văn phòng</p><p>Ủy ban</p></td></tr>
<tr><td colspan=3>II. NHÓM HAI</td></tr></table>
</body></html>"""


def _read(tmp_path: Path, data: bytes, name: str = "trang.html") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_pages(path)


def test_visible_text_with_tables_in_place(tmp_path: Path) -> None:
    page = _read(tmp_path, PAGE.encode()).pages[0]
    assert page.raw == (
        "ỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM\tCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n\n"
        "Kính gửi:\xa0Các sở, ban, ngành\n\nChỉ số SIPAS2 < 90%\n\n- Sở Nội vụ chủ trì\n- Sở Tài chính phối hợp\n"
        "TT\tNhiệm vụ\tChủ trì\n1\tRà soát thủ tục\tSở Nội vụ\n\tCông bố\tVăn phòng\n\nỦy ban\nII. NHÓM HAI"
    )
    cells = [[page.raw[c.start : c.end] for c in row] for row in page.tables[1].rows]
    assert cells == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát thủ tục", "Sở Nội vụ"],
        ["", "Công bố", "Văn phòng\n\nỦy ban"],
        ["II. NHÓM HAI"],
    ]


def test_html_is_known_by_content_not_by_name(tmp_path: Path) -> None:
    assert _read(tmp_path, PAGE.encode(), "trang.txt").file.media == "text/html"


def test_declared_charset_is_used(tmp_path: Path) -> None:
    page = "<html><head><meta charset='windows-1258'></head><body><p>Th\xfd vi\xean: b\xe1o c\xe1o</p></body></html>"
    assert "báo cáo" in _read(tmp_path, page.encode("latin-1")).text


def test_old_word_page_in_a_tcvn3_font(tmp_path: Path) -> None:
    page = '<html><body><font face=".VnTime">Uû ban nh©n d©n tØnh yªu cÇu c¸c së, ngµnh thùc hiÖn</font></body></html>'
    assert "ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện" in _read(tmp_path, page.encode()).text


def _nested(depth: int) -> bytes:
    return ("<html><body>" + "<div>" * depth + "Sở Nội vụ chủ trì" + "</div>" * depth + "</body></html>").encode()


def test_deeply_nested_page_is_read(tmp_path: Path) -> None:
    assert _read(tmp_path, _nested(1_500)).text == "Sở Nội vụ chủ trì"


def test_page_too_deep_for_the_parser_is_refused_not_half_read(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="lồng quá sâu"):
        _read(tmp_path, _nested(5_000))


def test_text_that_only_mentions_a_tag_is_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "Ghi chú: thẻ <p> dùng cho đoạn".encode(), "ghi-chu.txt").file.media == "text/plain"
