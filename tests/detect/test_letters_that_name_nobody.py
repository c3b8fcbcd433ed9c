"""Letters that ask for something in the name of their issuer: naming nobody, by "chỉ đạo", of a person by name; and the words by
which they end.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEADS = {
    "tỉnh": "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\n\nSố: 77/UBND-VX",
    "sở": "UBND TỈNH SƠN KHÊ\nSỞ Y TẾ\n\nSố: 77/SYT-NVY",
    "văn phòng": "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\nVĂN PHÒNG\n\nSố: 77/VP-VX",
}
LETTER = """{}
V/v chấn chỉnh một số việc

Sơn Khê, ngày 10 tháng 6 năm 2022

Kính gửi: UBND huyện Bến Lức.

{}

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Trần Hữu Bách
"""


def found(read: Read, issuer: str, body: str) -> list[tuple[list[str], list[str]]]:
    _, directive = read(LETTER.format(HEADS[issuer], body))
    return [
        ([agency.name for agency in task.agencies if agency.role is Role.LEAD], [str(each.due) for each in task.deadlines])
        for task in directive.tasks
    ]


@pytest.mark.parametrize(
    ("issuer", "order", "due"),
    [
        ("tỉnh", "UBND tỉnh yêu cầu rà soát danh mục tài sản công, gửi Sở Tài chính trước ngày 30/6/2022.", ["2022-06-30"]),
        ("tỉnh", "Chủ tịch UBND tỉnh yêu cầu tổ chức tốt việc tiếp công dân trong dịp lễ.", []),
        ("tỉnh", "Để kịp tổng hợp, UBND tỉnh đề nghị khẩn trương hoàn thành quyết toán trước ngày 15/7/2022.", ["2022-07-15"]),
        ("sở", "Sở Y tế yêu cầu rà soát, xác minh nội dung phản ánh về bán thuốc rong.", []),
        ("sở", "Giám đốc Sở Y tế đề nghị tăng cường giám sát các ổ dịch cũ.", []),
        ("văn phòng", "Chủ tịch UBND tỉnh yêu cầu kiểm tra hồ sơ thuê đất, báo cáo trước ngày 20/6/2022.", ["2022-06-20"]),
    ],
)
def test_what_the_issuer_asks_for_is_a_task_without_a_lead(read: Read, issuer: str, order: str, due: list[str]) -> None:
    assert found(read, issuer, order) == [([], due)]


@pytest.mark.parametrize(
    "told",
    [
        "UBND huyện Bến Lức đề nghị hỗ trợ kinh phí sửa chữa kè.",
        "Sở Nội vụ đề nghị bổ sung biên chế cho các trạm y tế.",
        "Theo yêu cầu của UBND tỉnh, Sở Y tế đã kiểm tra các bếp ăn.",
        "UBND tỉnh đề nghị quan tâm, phối hợp thực hiện./.",
    ],
)
def test_what_others_ask_for_is_none(read: Read, told: str) -> None:
    assert found(read, "tỉnh", f"Giao Sở Y tế thẩm định hồ sơ.\n\n{told}") == [(["Sở Y tế"], [])]


@pytest.mark.parametrize(
    "formula",
    [
        "Văn phòng UBND tỉnh truyền đạt ý kiến nêu trên đến các đơn vị biết, thực hiện.",
        "UBND tỉnh sao gửi Công văn trên đến các sở, ngành biết, thực hiện./.",
        "UBND tỉnh kính chuyển Công văn nêu trên đến các đơn vị để phối hợp thực hiện.",
        "UBND tỉnh thông báo đến các đơn vị, địa phương biết, triển khai thực hiện.",
    ],
)
def test_a_letter_that_passes_words_on_gives_no_work_by_saying_so(read: Read, formula: str) -> None:
    assert found(read, "tỉnh", f"Giao Sở Y tế thẩm định hồ sơ.\n\n{formula}") == [(["Sở Y tế"], [])]


def test_another_body_that_is_to_pass_words_on_has_work(read: Read) -> None:
    body = "UBND tỉnh yêu cầu:\n\n1. Sở Y tế thông báo đến các cơ sở khám bệnh, chữa bệnh biết, thực hiện.\n\n"
    body += "2. Sở Công Thương sao gửi Thông báo số 21/TB-UBND đến các chợ để thực hiện."
    assert found(read, "tỉnh", body) == [(["Sở Y tế"], []), (["Sở Công Thương"], [])]


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Chủ tịch UBND tỉnh chỉ đạo Sở Y tế phối hợp với các đơn vị liên quan hoàn thành thủ tục.", ["Sở Y tế"]),
        ("UBND tỉnh chỉ đạo Giám đốc Sở Y tế, Chủ tịch UBND các huyện kiểm tra các bếp ăn.", ["Sở Y tế", "UBND các huyện"]),
        ("UBND tỉnh ủy quyền cho Sở Y tế phê duyệt kế hoạch mua sắm.", ["Sở Y tế"]),
        ("UBND tỉnh cho phép Sở Y tế mua sắm trực tiếp thuốc và vật tư.", ["Sở Y tế"]),
        ("UBND tỉnh cũng giao UBND các huyện kiểm đếm các hộ phải di dời.", ["UBND các huyện"]),
        ("Đồng thời, UBND tỉnh còn yêu cầu Sở Y tế thẩm định hồ sơ.", ["Sở Y tế"]),
        ("UBND tỉnh yêu cầu ông Trần Văn An (Chủ tịch UBND xã Nà Tâu) phải kiểm tra hiện trường.", ["UBND xã Nà Tâu"]),
    ],
)
def test_whom_the_issuer_tells_to_act_leads(read: Read, order: str, leads: list[str]) -> None:
    assert found(read, "tỉnh", order) == [(leads, [])]


def test_who_was_told_goes_on_in_the_next_paragraph(read: Read) -> None:
    body = "UBND tỉnh chỉ đạo Sở Y tế lập phương án sử dụng đất trước ngày 30/6/2022.\n\n"
    body += "Đồng thời, phối hợp với Sở Tài chính cân đối nguồn vốn."
    assert [leads for leads, _ in found(read, "tỉnh", body)] == [["Sở Y tế"]] * 2


@pytest.mark.parametrize(
    ("order", "lead"),
    [
        ("Chủ tịch UBND các huyện chỉ đạo Phòng Y tế kiểm tra các bếp ăn.", "UBND các huyện"),
        ("Sở Y tế chỉ đạo các trạm y tế trực đủ quân số.", "Sở Y tế"),
        ("UBND huyện Bến Lức chỉ đạo UBND các xã kiểm đếm các hộ.", "UBND huyện Bến Lức"),
    ],
)
def test_another_body_that_directs_leads_itself(read: Read, order: str, lead: str) -> None:
    assert found(read, "tỉnh", order) == [([lead], [])]


def test_a_list_that_is_to_be_sent_is_no_work_of_its_receiver(read: Read) -> None:
    body = "Giao Sở Xây dựng lập đoàn kiểm tra liên ngành.\n\n"
    body += "Thành phần đoàn gồm lãnh đạo các sở. Danh sách gửi về Sở Xây dựng trước ngày 28/7/2022 để tổng hợp."
    assert found(read, "tỉnh", body) == [(["Sở Xây dựng"], []), ([], ["2022-07-28"])]


def test_the_name_of_those_who_are_to_fetch_a_draft_ends_before_the_verb(read: Read) -> None:
    order = "Đề nghị các đơn vị tải văn bản dự thảo trên trang của Sở, góp ý trước ngày 30/6/2022."
    assert found(read, "tỉnh", order) == [(["các đơn vị"], ["2022-06-30"])]
