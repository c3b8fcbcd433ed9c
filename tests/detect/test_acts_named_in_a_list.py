"""Acts that a decision repeals are no list of work, whatever they were about; duties and powers of a body are work in a paper
about work.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH PHƯỚC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/2023/QĐ-UBND
Bình Phước, ngày 12 tháng 11 năm 2023

QUYẾT ĐỊNH
"""

END = """
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


def test_acts_that_are_repealed_are_no_work(read: Read) -> None:
    body = """Bãi bỏ các văn bản quy phạm pháp luật

Điều 1. Bãi bỏ toàn bộ các văn bản sau:
1. Quyết định số 23/2014/QĐ-UBND ngày 10/6/2014 của Ủy ban nhân dân tỉnh về việc giao nhiệm vụ cho Sở Tài chính thẩm định giá đất.
2. Quyết định số 39/2018/QĐ-UBND ngày 11 tháng 7 năm 2018 phân công, phân cấp quản lý an toàn thực phẩm trên địa bàn tỉnh.
3. Chỉ thị số 05/2012/CT-UBND ngày 20 tháng 4 năm 2012 về việc tăng cường quản lý đất đai; triển khai kiểm kê đất.
Điều 2. Sở Tư pháp công bố danh mục các văn bản này trước ngày 31 tháng 12 năm 2023.
"""
    tasks = read(HEAD + body + END)[1].tasks
    assert [task.text.split(" danh")[0] for task in tasks] == ["Sở Tư pháp công bố"]


@pytest.mark.parametrize(
    ("subject", "count"),
    [
        ("Ban hành Quy chế phối hợp quản lý khoáng sản", 2),
        ("Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ", 0),
    ],
)
def test_duties_and_powers_are_work_in_a_paper_about_work(subject: str, count: int, read: Read) -> None:
    body = f"""{subject}

Điều 4. Nhiệm vụ, quyền hạn của Sở Nội vụ
1. Tổng hợp hồ sơ do các địa phương gửi đến.
2. Kiểm tra việc chấp hành quy định tại các xã.
"""
    tasks = read(HEAD + body + END)[1].tasks
    assert [[a.name for a in task.agencies if a.role is Role.LEAD] for task in tasks] == [["Sở Nội vụ"]] * count
