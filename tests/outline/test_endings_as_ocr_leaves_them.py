"""The end of a paper whose columns OCR read as one line, with specks."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

LETTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 12/UBND-NC

Kính gửi: Sở Y tế.

Đề nghị Sở Y tế báo cáo kết quả.

{end}

Trần Hữu Bách
"""


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
