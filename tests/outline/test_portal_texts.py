"""Letterheads and endings as pages of legal portals and old Word files give them: cells, drawn tables, glued lines."""

from __future__ import annotations

import pytest

from models.outline import Outline
from tests.reading import outline_of

CELLS = """|
ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
130/KH-UBND
|
Sơn Khê, ngày 21
tháng 11 năm 2025
|

KẾ HOẠCH

PHÒNG, CHỐNG DỊCH BỆNH SAU LỤT BÃO THEO CHỈ THỊ CỦA
THỦ TƯỚNG CHÍNH PHỦ TRÊN ĐỊA BÀN TỈNH

Do hậu quả mưa lớn kéo dài, nhiều xã bị ngập.

1. Sở Y tế báo cáo kết quả.

|
Nơi
nhận:
- Bộ Y tế (b/c);
- VPCP: các Vụ: KGVX,
TH;
- Lưu: VT, KGVX.
|
TM. ỦY BAN NHÂN
DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Hữu Bách
|

[1] Theo Báo cáo số 12/BC-SYT
ngày 5/11/2025.
"""
DRAWN = """|BỘ Y TẾ                    |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM          |
|--------                   |Độc lập – Tự do – Hạnh Phúc                 |
|Số:  01/CT-BYT             |-------------                               |
|                           |Sơn Khê, ngày  10  tháng  01 năm 2014        |

CHỈ THỊ
Về bảo đảm công tác y tế trong dịp Tết
--------------------
      Để bảo đảm an toàn, Bộ trưởng yêu cầu:
      1. Cục Y tế dự phòng chỉ đạo các địa phương.

|                           |BỘ TRƯỞNG                                   |
|Nơi nhận:                  |                                            |
|- Thủ tướng Chính phủ;     |(Đã ký)                                     |
|các đơn vị thuộc Bộ;       |                                            |
|- Các Vụ, Cục;             |Trần Hữu Bách                               |
|- Lưu: VT.                 |                                            |
"""
GLUED = (
    "| UBND TỈNH SƠN KHÊ Số: 94/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    """ Sơn Khê, ngày 14 tháng 8 năm 2025 |

QUYẾT ĐỊNH

Điều chỉnh Chương trình công tác năm 2025

UBND TỈNH SƠN KHÊ

Căn cứ Luật Tổ chức chính quyền địa phương;

Điều 1. Giao Sở Nội vụ báo cáo kết quả.

Điều 2. Quyết định này có hiệu lực từ ngày ký./.

| TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Trần Hữu Bách |
"""
)


def signer(outline: Outline) -> tuple[list[str], str]:
    return [part.text for part in outline.signature.title], outline.signature.name.text


def head(outline: Outline) -> list[str]:
    parts = outline.letterhead
    return [" ".join(p.text.split()) for p in (parts.issuer, parts.number, parts.place_date, parts.type_name, parts.subject)]


def test_parts_wrapped_in_narrow_cells_are_read_whole() -> None:
    outline = outline_of(CELLS)
    assert head(outline) == [
        "ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ",
        "Số: 130/KH-UBND",
        "Sơn Khê, ngày 21 tháng 11 năm 2025",
        "KẾ HOẠCH",
        "PHÒNG, CHỐNG DỊCH BỆNH SAU LỤT BÃO THEO CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ TRÊN ĐỊA BÀN TỈNH",
    ]
    assert [item.passage.text for item in outline.opening] == ["Do hậu quả mưa lớn kéo dài, nhiều xã bị ngập."]
    assert [item.passage.text for item in outline.body + outline.closing] == ["Sở Y tế báo cáo kết quả."]
    assert signer(outline) == (["TM. ỦY BAN NHÂN", "DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Trần Hữu Bách")
    assert [part.text for part in outline.recipients] == ["Bộ Y tế (b/c)", "VPCP: các Vụ: KGVX, TH", "Lưu: VT, KGVX"]


def test_labelled_lines_of_the_body_are_no_block_of_a_portal() -> None:
    labelled = "".join(
        f"{number}. Rà soát danh mục số {number}\nCơ quan chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính.\n" for number in (1, 2, 3, 4)
    )
    outline = outline_of("UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\nKẾ HOẠCH\nCải cách hành chính\nUBND tỉnh yêu cầu:\n" + labelled)
    assert head(outline)[1] == "Số: 12/KH-UBND"
    assert [item.marker for item in outline.body] == ["1", "2", "3", "4"]


def test_columns_drawn_with_bars_are_columns() -> None:
    outline = outline_of(DRAWN)
    assert head(outline)[:3] == ["BỘ Y TẾ", "Số: 01/CT-BYT", "Sơn Khê, ngày 10 tháng 01 năm 2014"]
    assert signer(outline) == (["BỘ TRƯỞNG"], "Trần Hữu Bách")
    assert [part.text for part in outline.recipients] == [
        "Thủ tướng Chính phủ",
        "các đơn vị thuộc Bộ",
        "Các Vụ, Cục",
        "Lưu: VT",
    ]
    assert [item.passage.text for item in outline.body] == ["Cục Y tế dự phòng chỉ đạo các địa phương."]


def test_a_letterhead_and_a_signature_each_on_one_line_are_taken_apart() -> None:
    outline = outline_of(GLUED)
    assert head(outline) == [
        "UBND TỈNH SƠN KHÊ",
        "Số: 94/QĐ-UBND",
        "Sơn Khê, ngày 14 tháng 8 năm 2025",
        "QUYẾT ĐỊNH",
        "Điều chỉnh Chương trình công tác năm 2025",
    ]
    assert outline.opening[0].passage.text.startswith("Căn cứ"), "the authority line belongs to the letterhead"
    assert signer(outline) == (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Trần Hữu Bách")


@pytest.mark.parametrize(
    ("line", "issuer", "number"),
    [
        ("BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 06/CT-BYT Hà Nội, ngày 12 tháng 01 năm 2010", "BỘ Y TẾ", "Số: 06/CT-BYT"),
        ("QUỐC HỘI Nghị quyết số: 94/2025/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUỐC HỘI", "Nghị quyết số: 94/2025/QH15"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ĐOÀN QUỐC HỘI\nSố 3260-KH/ĐĐQH15", "ĐẢNG ĐOÀN QUỐC HỘI", "Số 3260-KH/ĐĐQH15"),
    ],
)
def test_lines_of_two_columns_without_a_gap(line: str, issuer: str, number: str) -> None:
    outline = outline_of(f"{line}\n\nKẾ HOẠCH\nTriển khai công tác\n\nCăn cứ Luật;\n\n1. Sở Y tế báo cáo.\n")
    assert head(outline)[:2] == [issuer, number]


def test_recipients_and_signature_in_the_same_lines() -> None:
    outline = outline_of(
        "Kính gửi: Các trường.\n\nĐề nghị các trường báo cáo.\n\nNơi nhận: GIÁM ĐỐC\nNhư trên; (Đã ký và đóng dấu)\n"
        "Thành ủy, HĐND thành phố; Trần Hữu Bách\nCác Sở: Y tế, TT&TT;\nLưu: VT.\n"
    )
    assert signer(outline) == (["GIÁM ĐỐC"], "Trần Hữu Bách")
    assert [part.text for part in outline.recipients] == ["Như trên", "Thành ủy, HĐND thành phố", "Các Sở: Y tế, TT&TT", "Lưu: VT"]


def test_lists_behind_the_file_copy_are_no_recipients() -> None:
    outline = outline_of(
        "Kính gửi: Các xã.\n\nĐề nghị các xã báo cáo.\n\nNơi nhận:\n- Như trên; - Sở Nội vụ;\n- Lưu: VT.\n\n"
        "GIÁM ĐỐC\n\nTrần Hữu Bách\n\n"
        "- Tiêu chí một;\n- Tiêu chí hai.\n"
    )
    assert [part.text for part in outline.recipients] == ["Như trên", "Sở Nội vụ", "Lưu: VT"]


def test_a_program_behind_a_resolution_is_its_annex() -> None:
    outline = outline_of(
        "NGHỊ QUYẾT\nBan hành Chương trình hành động\n\nCăn cứ Luật;\n\n"
        "Điều 1. Ban hành Chương trình.\n\nNơi nhận:\n- Lưu: VT.\n\n"
        "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nTrần Hữu Bách\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ\n\nI. NHIỆM VỤ\n1. Bộ Y tế báo cáo.\n"
    )
    assert [item.path for item in outline.body] == [("Điều 1",), ("I",)]
    assert signer(outline)[1] == "Trần Hữu Bách"


def test_a_title_in_one_sentence_is_type_and_subject() -> None:
    outline = outline_of(
        "Chỉ thị về việc tăng cường kiểm tra trên địa bàn tỉnh sơn khê\n"
        "Hiện nay, nhiều dự án đang triển khai.\n1. Sở Y tế:\n- Báo cáo.\n"
    )
    assert head(outline)[3:] == ["Chỉ thị", "về việc tăng cường kiểm tra trên địa bàn tỉnh sơn khê"]
    assert outline.opening[0].passage.text.startswith("Hiện nay")


@pytest.mark.parametrize(
    "first",
    ["Kế hoạch này được thực hiện từ năm 2025", "Báo cáo kết quả năm 2025 gửi Sở Nội vụ.", "Quyết định số 12/QĐ-UBND còn hiệu lực"],
)
def test_a_sentence_that_begins_with_a_type_is_no_title(first: str) -> None:
    assert head(outline_of(f"{first}\n1. Sở Y tế báo cáo.\n"))[3:] == ["", ""]


def test_the_line_of_the_act_gives_issuer_number_and_date() -> None:
    outline = outline_of(
        "NGHỊ QUYẾT\nCỦA CHÍNH PHỦ SỐ 03/NQ-CP NGÀY 15 THÁNG 01 NĂM 2010\nVỀ NHỮNG GIẢI PHÁP CHỦ YẾU\n\n"
        "Trong năm 2009, kinh tế tăng trưởng.\n\n1. Bộ Y tế báo cáo.\n"
    )
    assert head(outline) == ["CHÍNH PHỦ", "03/NQ-CP", "NGÀY 15 THÁNG 01 NĂM 2010", "NGHỊ QUYẾT", "VỀ NHỮNG GIẢI PHÁP CHỦ YẾU"]


def test_an_addressee_over_two_lines_is_one() -> None:
    body = "Xét đề nghị của Bộ Công Thương về việc đẩy mạnh sản xuất và sử dụng nhiên liệu\nsinh học, đề nghị Bộ báo cáo.\n" * 3
    outline = outline_of(f"Số: 12/VPCP-CN\n\nKính gửi: Bộ trưởng\nBộ Công Thương\n{body}")
    assert [part.text for part in outline.letterhead.addressees] == ["Bộ trưởng Bộ Công Thương"]
