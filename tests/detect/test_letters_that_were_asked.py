"""Letters that were asked something: what they say below is the law, and only what they ask for is work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1245/BNV-TL
Hà Nội, ngày 15 tháng 5 năm 2024

Kính gửi: Sở Nội vụ tỉnh Sơn Khê

"""
ANSWERS = """1. Người được biệt phái giữ nguyên phụ cấp chức vụ trong 06 tháng.
2. Cơ quan nơi đi có trách nhiệm bố trí công tác khi hết thời gian biệt phái.
3. Trường hợp đã chi trả thì phải thu hồi theo quy định.
"""
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTL. BỘ TRƯỞNG\nVỤ TRƯỞNG\nTrần Hữu Bách\n"


def texts(read: Read, opening: str, body: str = ANSWERS) -> list[str]:
    return [" ".join(task.text.split()[:4]) for task in read(HEAD + opening + "\n" + body + END)[1].tasks]


@pytest.mark.parametrize(
    "opening",
    [
        "Bộ Nội vụ nhận được Công văn số 812/SNV-TL của Sở Nội vụ đề nghị hướng dẫn chế độ biệt phái. Bộ Nội vụ có ý kiến như sau:",
        "Trả lời Công văn số 812/SNV-TL về vướng mắc khi chi trả phụ cấp, Bộ Nội vụ có ý kiến như sau:",
        "Bộ Nội vụ nhận được phản ánh, kiến nghị của công dân về phụ cấp. Bộ Nội vụ trả lời như sau:",
    ],
    ids=["asks for guidance", "trouble", "citizen"],
)
def test_what_a_letter_answers_is_no_work(read: Read, opening: str) -> None:
    assert texts(read, opening) == []


def test_what_a_letter_that_answers_asks_for_stays(read: Read) -> None:
    opening = "Bộ Nội vụ nhận được Công văn số 812/SNV-TL của Sở Nội vụ đề nghị hướng dẫn. Bộ Nội vụ có ý kiến như sau:"
    body = ANSWERS + "4. Đề nghị Sở Nội vụ rà soát các trường hợp đã chi trả.\n5. Sở Nội vụ tỉnh Sơn Khê tổng hợp danh sách.\n"
    assert texts(read, opening, body) == ["Đề nghị Sở Nội", "Sở Nội vụ tỉnh"]


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Công văn số 812/BCA-V03 về việc hướng dẫn biệt phái, Bộ Nội vụ đề nghị Sở Nội vụ thực hiện như sau:",
        "Sau khi nhận được Công văn này, đề nghị Sở Nội vụ thực hiện, phản ánh vướng mắc về Bộ Nội vụ như sau:",
    ],
    ids=["guidance from above", "is to send back"],
)
def test_a_letter_that_passes_on_guidance_orders(read: Read, opening: str) -> None:
    body = "1. Rà soát các trường hợp biệt phái.\n2. Chi trả phụ cấp đúng quy định.\n"
    assert len(texts(read, opening, body)) == 2


@pytest.mark.parametrize(
    ("to", "item", "kept"),
    [
        ("Sở Kế hoạch và Đầu tư tỉnh Sơn Khê", "Sở KH&ĐT rà soát biên chế của các ban.", True),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư rà soát biên chế của các ban.", True),
        ("Ủy ban nhân dân huyện Tân Lập", "UBND huyện Tân Lập rà soát biên chế của các ban.", True),
        ("Sở Tài chính tỉnh Sơn Khê", "Sở Nội vụ rà soát biên chế của các ban.", False),
    ],
    ids=["short in the item", "short in the head", "council", "another body"],
)
def test_who_is_written_to_is_known_by_another_spelling_of_its_name(read: Read, to: str, item: str, kept: bool) -> None:
    opening = "Bộ Nội vụ nhận được Công văn số 812/BC của Quý cơ quan đề nghị hướng dẫn. Bộ Nội vụ có ý kiến như sau:"
    letter = HEAD.replace("Sở Nội vụ tỉnh Sơn Khê", to) + opening + "\n" + ANSWERS + "4. " + item + "\n" + END
    assert len(read(letter)[1].tasks) == kept
