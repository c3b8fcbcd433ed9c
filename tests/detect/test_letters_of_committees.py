"""Letters of mass organisations in which a committee of the house asks for something without naming who shall do it."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read

LETTER = """LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN KHÊ

Số: 115/LĐLĐ-TG

Sơn Khê, ngày 12 tháng 3 năm 2024

V/v chăm lo đoàn viên

Kính gửi: Liên đoàn Lao động các huyện.

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Lê Văn Hải
"""


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Ban Thường vụ Liên đoàn Lao động tỉnh yêu cầu rà soát ngay các bếp ăn tập thể.", 1),
        ("Ban Thường vụ LĐLĐ tỉnh yêu cầu rà soát ngay các bếp ăn tập thể.", 1),
        ("Ban Thường vụ Tỉnh ủy yêu cầu rà soát ngay các bếp ăn tập thể.", 0),
        ("Ban Chấp hành Hội Nông dân tỉnh yêu cầu rà soát ngay các bếp ăn tập thể.", 0),
    ],
    ids=["its-committee", "in-short", "the-party", "another-house"],
)
def test_a_committee_of_the_issuer_asks_in_its_name(body: str, count: int, read: Read) -> None:
    assert len(read(LETTER.format(body=body))[1].tasks) == count


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Ban Thường vụ kêu gọi các cấp công đoàn chủ động vận động đoàn viên giúp đỡ nhau.", ["các cấp công đoàn"]),
        ("Ban Thường vụ LĐLĐ tỉnh kêu gọi các công đoàn cơ sở vận động đoàn viên giúp đỡ nhau.", ["các công đoàn cơ sở"]),
        ("Ban Thường vụ LĐLĐ tỉnh cũng lưu ý các cấp CĐ tiếp tục nắm tình hình.", ["các cấp CĐ"]),
    ],
    ids=["calls", "calls-one-level", "draws-attention"],
)
def test_whom_a_union_calls_on_acts(body: str, leads: list[str], read: Read) -> None:
    tasks = read(LETTER.format(body=body))[1].tasks
    assert [agency.name for task in tasks for agency in task.agencies] == leads


@pytest.mark.parametrize(
    ("opening", "count"),
    [
        ("Nhằm lan tỏa phong trào, Ban Thường vụ Liên đoàn Lao động tỉnh phát động “Tuần lễ Áo dài” từ ngày 01/4/2024.", 1),
        ("Hướng tới kỷ niệm 95 năm, Ban Thường vụ LĐLĐ tỉnh xây dựng Đề cương tuyên truyền (có văn bản kèm theo).", 1),
        ("Nhằm lan tỏa phong trào, Sở Văn hóa phát động tuần lễ đọc sách trong tháng 4/2024.", 2),
    ],
    ids=["launched", "drafted", "another-launches"],
)
def test_what_the_issuer_launches_by_the_letter_is_no_task(opening: str, count: int, read: Read) -> None:
    body = f"{opening}\n\nĐề nghị Liên đoàn Lao động các huyện vận động đoàn viên hưởng ứng."
    assert len(read(LETTER.format(body=body))[1].tasks) == count
