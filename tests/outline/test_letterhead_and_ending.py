"""Letterhead and end of a letter, side by side or one after the other."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

SEQUENTIAL = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số:           /UBND-KSTT

V/v đẩy mạnh cải cách hành chính; nâng
cao các chỉ số: PAR INDEX, SIPAS,

PAPI trên địa bàn tỉnh

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

          Sơn Khê, ngày         tháng       năm 2023

                              Kính gửi:

- Các sở, ban, ngành tỉnh;
- UBND các huyện, thành phố.

Thực hiện chỉ đạo của Chính phủ, UBND tỉnh yêu cầu:

1. Sở Nội vụ báo cáo.

Nơi nhận:
- Như trên;
- Lưu: VT, NC.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

ThS. Trần Hữu Bách
"""
SIDE_BY_SIDE = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN KHÊ\tĐộc lập - Tự do - Hạnh phúc
Số:           /UBND-KSTT\tSơn Khê, ngày         tháng       năm 2023
V/v đẩy mạnh cải cách hành chính; nâng
cao các chỉ số: PAR INDEX, SIPAS,
PAPI trên địa bàn tỉnh
Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các huyện, thành phố.
Thực hiện chỉ đạo của Chính phủ, UBND tỉnh yêu cầu:
1. Sở Nội vụ báo cáo.
Nơi nhận:\tKT. CHỦ TỊCH
- Như trên;\tPHÓ CHỦ TỊCH
- Lưu: VT, NC.
\tThS. Trần Hữu Bách
"""


@pytest.mark.parametrize("text", [SEQUENTIAL, SIDE_BY_SIDE], ids=["one-after-the-other", "side-by-side"])
def test_both_orders_of_the_columns_give_the_same_letterhead(text: str) -> None:
    outline = outline_of(text)
    head = outline.letterhead
    assert head.issuer.text == "ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ"
    assert " ".join(head.number.text.split()) == "Số: /UBND-KSTT"
    assert " ".join(head.place_date.text.split()) == "Sơn Khê, ngày tháng năm 2023"
    assert head.subject.text.strip() == (
        "đẩy mạnh cải cách hành chính; nâng cao các chỉ số: PAR INDEX, SIPAS, PAPI trên địa bàn tỉnh"
    )
    assert [part.text.strip(" ;.") for part in head.addressees] == ["Các sở, ban, ngành tỉnh", "UBND các huyện, thành phố"]
    assert [item.passage.text for item in outline.opening] == ["Thực hiện chỉ đạo của Chính phủ, UBND tỉnh yêu cầu:"]
    assert [part.text for part in outline.recipients] == ["Như trên", "Lưu: VT, NC"]
    assert [part.text for part in outline.signature.title] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert outline.signature.name.text == "ThS. Trần Hữu Bách"


def test_a_title_under_the_type_ends_where_the_body_opens() -> None:
    outline = outline_of(
        "KẾ HOẠCH\nTriển khai thực hiện Chương trình phát triển\nkinh tế số năm 2025\n\n"
        "Căn cứ Nghị quyết của HĐND tỉnh; UBND tỉnh ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n- Nâng cao.\n"
    )
    assert outline.letterhead.type_name.text == "KẾ HOẠCH"
    assert outline.letterhead.subject.text == "Triển khai thực hiện Chương trình phát triển kinh tế số năm 2025"
    assert outline.opening[0].passage.text.startswith("Căn cứ Nghị quyết")


def test_a_decision_names_its_authority_below_the_title() -> None:
    outline = outline_of(
        "QUYẾT ĐỊNH\nVề việc phân công nhiệm vụ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Giao Sở Nội vụ rà soát biên chế.\nĐiều 2. Quyết định có hiệu lực kể từ ngày ký.\n"
    )
    assert outline.letterhead.subject.text.strip() == "phân công nhiệm vụ"
    assert [item.path for item in outline.body] == [("Điều 1",), ("Điều 2",)]


def test_a_text_without_letterhead_is_all_body() -> None:
    outline = outline_of("1. Sở Y tế báo cáo.\n2. Sở Nội vụ tổng hợp.\n")
    assert outline.letterhead.number.text == ""
    assert [item.path for item in outline.body] == [("1",), ("2",)]


def test_the_e_signature_block_behind_the_signature_is_furniture() -> None:
    stamp = (
        "CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN\n2024-03-07T10:57:10+0700\nVĂN PHÒNG<vp@sonkhe.example> đã ký lên văn bản này!\n"
    )
    outline = outline_of(SEQUENTIAL + "\n\n" + stamp * 2)
    assert outline.signature.name.text == "ThS. Trần Hữu Bách"
    assert len(outline.furniture) == 6


@pytest.mark.parametrize("word", ["điện:", "ĐIỆN:"])
def test_a_telegram_names_its_receivers_behind_the_authority(word: str) -> None:
    outline = outline_of(
        f"CÔNG ĐIỆN\nVề việc ứng phó mưa lũ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH {word}\n- Giám đốc các sở: Y tế, Xây dựng;\n"
        "- Chủ tịch UBND các xã, phường.\n\nĐể ứng phó kịp thời, yêu cầu:\n1. Công an tỉnh sẵn sàng lực lượng.\n"
    )
    assert [part.text for part in outline.letterhead.addressees] == [
        "Giám đốc các sở: Y tế, Xây dựng;",
        "Chủ tịch UBND các xã, phường.",
    ]


@pytest.mark.parametrize("opening", ["Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:", "Giám đốc Sở kết luận như sau:"])
def test_a_line_with_a_colon_behind_the_title_opens_the_body(opening: str) -> None:
    head = "TỈNH HẬU GIANG\n\nSố: 12/CT-UBND\n\nCHỈ THỊ\nVề giữ gìn kỷ cương\n\n"
    outline = outline_of(f"{head}{opening}\n\n1. Sở Nội vụ báo cáo.\n\n2. Sở Y tế kiểm tra.\n")
    assert outline.letterhead.subject.text == "Về giữ gìn kỷ cương"
    assert [item.passage.text for item in outline.opening] == [opening]


@pytest.mark.parametrize(
    "opening",
    [
        "Về việc này, Phó Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:",
        "Về việc nêu trên, Ủy ban nhân dân tỉnh chỉ đạo như sau:",
        "Về việc xin bổ sung kinh phí sửa chữa kè, Giám đốc Sở có ý kiến như sau:",
    ],
)
def test_the_matter_told_below_the_addressees_is_no_second_subject(opening: str) -> None:
    letter = SEQUENTIAL.replace("Thực hiện chỉ đạo của Chính phủ, UBND tỉnh yêu cầu:", opening)
    outline = outline_of(letter)
    assert outline.letterhead.subject.text.endswith("PAPI trên địa bàn tỉnh")
    assert [part.text for part in outline.letterhead.addressees] == ["Các sở, ban, ngành tỉnh;", "UBND các huyện, thành phố."]
    assert [item.passage.text for item in outline.opening] == [opening]
    assert [item.passage.text for item in outline.body] == ["Sở Nội vụ báo cáo."]


@pytest.mark.parametrize("place", ["Sơn Khê – Sông Bùng", "Sơn Khê - Sông Bùng", "Sơn Khê–Sông Bùng"])
def test_a_place_of_two_names_is_no_part_of_the_subject(place: str) -> None:
    letterhead = outline_of(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\n\nSố: 12/UBND-VX\nV/v kiểm tra giá thuốc\n\n"
        f"{place}, ngày 6 tháng 7 năm 2021\n\nKính gửi: Sở Y tế.\n\nĐề nghị Sở Y tế kiểm tra giá thuốc.\n"
    ).letterhead
    assert letterhead.subject.text == "kiểm tra giá thuốc"
    assert letterhead.place_date.text == f"{place}, ngày 6 tháng 7 năm 2021"
