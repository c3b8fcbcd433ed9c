"""Letters and notices that pass on what a leader said, who leads in them and by when: sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 812/VPCP-KTN\nV/v xử lý kiến nghị\n\nHà Nội, ngày 12 tháng 5 năm 2015\n\n"
NEWS = "Báo Sông Hồng ngày 04 tháng 5 năm 2015 có bài phản ánh về các kho thuốc quá hạn.\n\n"


def agencies(read: Read, body: str, role: Role = Role.LEAD) -> list[list[str]]:
    _, directive = read(
        f"{HEAD}Kính gửi: Các Bộ, cơ quan ngang Bộ.\n\n{NEWS}{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nLê Văn Hải\n"
    )
    return [[agency.name for agency in task.agencies if agency.role is role] for task in directive.tasks]


@pytest.mark.parametrize(
    "who",
    [
        "Phó Thủ tướng",
        "Phó Thủ tướng Lò Văn An",
        "Phó Thủ tướng Thường trực Lò Văn An",
        "Phó Thủ tướng Thường trực Chính phủ Lò Văn An",
        "Thủ tướng Chính phủ Trần Thị Thanh Mai",
        "Bộ trưởng Bộ Công Thương Nguyễn Văn Bình",
    ],
)
@pytest.mark.parametrize("word", ["giao", "yêu cầu", "đồng ý giao"])
def test_a_leader_called_by_name_who_orders_leads_nothing(read: Read, who: str, word: str) -> None:
    assert agencies(read, f"Về việc này, {who} {word} Bộ Y tế kiểm tra các kho thuốc.") == [["Bộ Y tế"]]


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Phó Thủ tướng Lò Văn An có ý kiến: Bộ Y tế rà soát các kho thuốc.", ["Bộ Y tế"]),
        ("Giám đốc Sở Y tế Lò Văn An chịu trách nhiệm kiểm tra các kho thuốc.", ["Sở Y tế"]),
        ("Chủ tịch UBND tỉnh Lò Văn An giao Sở Tài chính thẩm định hồ sơ.", ["Sở Tài chính"]),
        ("UBND phường Trần Hưng Đạo giao Công an phường kiểm tra các hộ.", ["Công an phường"]),
        ("Trường THPT Lê Quý Đôn chủ trì, phối hợp với các trường tổ chức hội thao.", ["Trường THPT Lê Quý Đôn"]),
    ],
)
def test_a_name_behind_an_office_hides_nobody(read: Read, order: str, leads: list[str]) -> None:
    assert agencies(read, order) == [leads]


def test_what_a_leader_called_by_name_will_do_is_no_task(read: Read) -> None:
    orders = ("1. Bộ Y tế rà soát các kho thuốc.", "2. Bộ Công an kiểm tra.")
    told = "Trước ngày 08/6, Phó Thủ tướng Chính phủ Lò Văn An sẽ chủ trì cuộc họp, nghe báo cáo."
    assert agencies(read, f"{orders[0]}\n{told}\n{orders[1]}") == [["Bộ Y tế"], ["Bộ Công an"]]


@pytest.mark.parametrize(
    ("last", "leads"),
    [
        ("Bộ Y tế đề nghị Sở Y tế Hà Nội kiểm tra, xử lý nghiêm và báo cáo Bộ./.", ["Sở Y tế Hà Nội"]),
        ("Yêu cầu Sở Y tế Hà Nội tiêu hủy thuốc quá hạn, phối hợp với Công an thành phố./.", ["Sở Y tế Hà Nội"]),
        ("Bộ Y tế đề nghị đồng chí Giám đốc Sở Y tế Hà Nội xử lý và báo cáo Bộ (qua Văn phòng)./.", ["Sở Y tế Hà Nội"]),
    ],
)
def test_the_last_paragraph_of_a_letter_may_hold_its_only_order(read: Read, last: str, leads: list[str]) -> None:
    assert agencies(read, last) == [leads]
    assert agencies(read, f"1. Bộ Công an rà soát các kho thuốc.\n2. Bộ Công Thương kiểm tra các chợ.\n{last}")[:2] == [
        ["Bộ Công an"],
        ["Bộ Công Thương"],
    ]


def test_a_last_paragraph_that_only_informs_orders_nothing(read: Read) -> None:
    assert agencies(read, "Bộ Y tế thông báo để các đơn vị biết, thực hiện./.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Báo chí phản ánh tình trạng thuốc quá hạn ở nhiều kho trên địa bàn thành phố.",
        "Trong mấy ngày qua, báo chí liên tục đưa tin về vụ tiêu hủy thuốc quá hạn.",
        "Báo Sông Hồng ra ngày 05 tháng 5 năm 2015 có bài về thuốc quá hạn.",
        "Ngày 05/5/2015, báo Sông Hồng có đưa tin về thuốc quá hạn.",
        "Văn phòng đã có Công văn số 12/VPCP-TH giao Bộ Công an trình đề án trước ngày 05/5; đến nay Bộ Công an chưa trình.",
    ],
)
def test_what_newspapers_or_earlier_letters_told_is_no_task(read: Read, told: str) -> None:
    order = "Phó Thủ tướng yêu cầu Bộ Y tế kiểm tra các kho thuốc."
    assert agencies(read, f"{told}\n\n{order}") == [["Bộ Y tế"]]


def test_an_order_behind_what_newspapers_told_is_one(read: Read) -> None:
    told = "Ngày 05/5/2015, báo Sông Hồng có đưa tin về thuốc quá hạn."
    assert agencies(read, f"{told} Về việc này, Phó Thủ tướng yêu cầu Bộ Y tế kiểm tra.") == [["Bộ Y tế"]]
    assert agencies(read, "Giao Bộ Y tế:\n1. Báo Sông Hồng đăng tin, bài về các kho thuốc.") == [["Báo Sông Hồng"]]


def test_the_day_of_an_earlier_letter_is_no_deadline(read: Read) -> None:
    before = "Bộ Y tế đã có Công văn số 12/BYT-KH đề nghị các Sở Y tế báo cáo trước ngày 05/5/2015."
    _, directive = read(
        f"{HEAD}Kính gửi: Các Sở Y tế.\n\n{before} Đề nghị các Sở Y tế gửi báo cáo trước ngày 20/5/2015.\n\nLê Văn Hải\n"
    )
    assert [str(deadline.due) for task in directive.tasks for deadline in task.deadlines] == ["2015-05-20"]
