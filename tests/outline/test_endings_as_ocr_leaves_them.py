"""The end of a paper whose columns OCR read as one line, with specks."""

from __future__ import annotations

import pytest

from tests.reading import outline_of, tree

LETTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 12/UBND-NC

Kính gửi: Sở Y tế.

Đề nghị Sở Y tế báo cáo kết quả.

{end}

Trần Hữu Bách
"""

SIGNED = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH"


@pytest.mark.parametrize(
    ("end", "titles", "recipients"),
    [
        pytest.param(
            "Nơi nhận: ; KT. CHỦ TỊCH\n- Như trên;\n- Lưu: VT.", ["KT. CHỦ TỊCH"], ["Như trên", "Lưu: VT"], id="speck before"
        ),
        pytest.param("Nơi nhận. KT, CHỦ TỊCH\n- Như trên;\n- Lưu: VT.", ["KT, CHỦ TỊCH"], ["Như trên", "Lưu: VT"], id="no colon"),
        pytest.param(
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ; KT. CHỦ TỊCH\n- TT Tỉnh ủy; PHÓ CHỦ TỊCH .\n- Lưu: VT.",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            ["Bộ Nội vụ", "TT Tỉnh ủy", "Lưu: VT"],
            id="signs beside recipients",
        ),
        pytest.param(
            "Nơi nhận:\n- Như trên;\n- Chủ tịch, các PCT; TUQ\n- Lưu: VT.\nCHỦ TỊCH",
            ["CHỦ TỊCH"],
            ["Như trên", "Chủ tịch, các PCT; TUQ", "Lưu: VT"],
            id="capitals of a recipient",
        ),
    ],
)
def test_titles_beside_recipients(end: str, titles: list[str], recipients: list[str]) -> None:
    read = outline_of(LETTER.format(end=end))
    assert [title.text for title in read.signature.title] == titles
    assert [recipient.text for recipient in read.recipients] == recipients
    assert read.signature.name.text == "Trần Hữu Bách"


@pytest.mark.parametrize("title", ["DANH SÁCH", "kì\tDANH SÁCH", "DANH SÁCH\t'!", "# 7\tDANH SÁCH"])
def test_a_list_behind_the_signature_stays_out_beside_crumbs_of_a_seal(title: str) -> None:
    rows = "1. Trạm Y tế xã Sơn An\n2. Tổ chức tập huấn tại xã Bản Lầu\n"
    behind = f"{LETTER.format(end=SIGNED)}\n{title}\nĐƠN VỊ ĐƯỢC KHEN\n(Kèm theo Công văn số 12/UBND-NC)\n\n{rows}"
    assert not [text for _, text in tree(outline_of(behind).body) if "Sơn An" in text or "Bản Lầu" in text]


def test_a_column_beside_the_word_opens_no_form() -> None:
    behind = f"{LETTER.format(end=SIGNED)}\nPHỤ LỤC\nNHIỆM VỤ\n\nDANH SÁCH\tCƠ QUAN\n1. Sở Y tế rà soát trạm y tế xã\n"
    assert [text for _, text in tree(outline_of(behind).body) if "rà soát trạm y tế" in text]
