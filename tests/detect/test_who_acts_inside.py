"""Items that tell somebody to act, though no word of order opens them; and those that only tell what is, was or may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = (
    "THÔNG BÁO\nKết luận tại cuộc họp giao ban\n\nPhó Chủ tịch UBND tỉnh Trần Hữu Bách kết luận như sau:\n\n"
    "1. Tiếp tục rà soát tiến độ các dự án trên địa bàn toàn tỉnh.\n2. Về các việc khác\n"
)


def found(read: Read, item: str) -> bool:
    tasks = read(HEAD + item + "\n3. Giao Sở Nội vụ tổng hợp kết quả.\n")[1].tasks
    return any(item.endswith(task.text) or task.text.endswith(item) for task in tasks)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("Sở Xây dựng chỉ xem xét cấp phép khi chủ đầu tư đã có đủ vật tư.", id="a condition that was met"),
        pytest.param("Các xã, phường vùng trũng thấp hạ du sông Vân tổ chức thu hoạch lúa.", id="a body told by its place"),
        pytest.param("Riêng Ủy ban nhân dân các xã Tân Lập, Tân Hòa tổ chức chốt giữ tại bến.", id="one of several"),
        pytest.param("Hằng quý, chậm nhất ngày 25, báo cáo tiến độ được gửi về Sở Nội vụ.", id="a report that is sent"),
        pytest.param(
            "Nhiều năm qua các nhà tài trợ đã giúp tỉnh. Tiếp tục vận động các nguồn vốn.", id="an order behind an assessment"
        ),
        pytest.param("Thống nhất với đề xuất của quận; Sở Xây dựng thẩm định giá đất.", id="an order behind an approval"),
        pytest.param(
            "Chủ tịch UBND quận Sông Vân chịu trách nhiệm bàn giao mặt bằng trước ngày 30/9/2025.", id="a duty with its work"
        ),
        pytest.param("Tiêu chí còn thiếu, các địa phương lập kế hoạch cho từng cụm dân cư.", id="a body in the middle"),
    ],
)
def test_who_acts_in_a_paragraph_has_a_task(item: str, read: Read) -> None:
    assert found(read, item)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("Các xã, phường đã tổ chức thu hoạch xong diện tích lúa.", id="what was done"),
        pytest.param("Kế hoạch do Sở Nội vụ ban hành còn hiệu lực đến hết năm.", id="who made a plan"),
        pytest.param("Văn phòng UBND tỉnh xin thông báo để các sở biết, thực hiện.", id="the formula of a notice"),
        pytest.param("Ủy ban nhân dân tỉnh ghi nhận các sở, ngành đã nỗ lực trong tháng.", id="praise"),
        pytest.param("Trường hợp dịch phức tạp thì có thể lùi thời gian tổ chức.", id="a leave"),
        pytest.param("Năm nay Quốc hội tổ chức giám sát về đất đai nên đơn thư còn nhiều.", id="what those above do"),
    ],
)
def test_what_is_or_was_is_no_task(item: str, read: Read) -> None:
    assert not found(read, item)


def test_a_sentence_with_an_order_is_no_heading_of_the_paragraph_below_it(read: Read) -> None:
    _, directive = read(
        HEAD + "- Về tôn nền: các dự án còn lại phải hoàn thành chậm nhất đến 30 tháng 6 năm 2025.\n"
        "4. Về kiểm tra: Trong tháng 11 và tháng 12 năm 2025 tổ chức 02 đoàn kiểm tra.\nSở Y tế báo cáo kết quả.\n"
    )
    assert [task.text.split(":")[0] for task in directive.tasks[1:3]] == ["Về tôn nền", "Về kiểm tra"]


def test_an_item_without_a_known_word_of_order_is_a_task_amid_orders_to_a_body(read: Read) -> None:
    items = "4. UBND các xã:\na) Sơ tán người dân.\nb) Kiểm tra đê điều.\nc) Chằng néo nhà cửa, tỉa cành cây.\n"
    assert [task.text for task in read(HEAD + "Rà soát.\n" + items)[1].tasks][-1] == "Chằng néo nhà cửa, tỉa cành cây."
    names = "4. UBND các xã:\na) Rà soát các doanh nghiệp.\nb) Công ty cổ phần Sông Hồng.\nc) Công ty cổ phần Sông Mã.\n"
    assert not any("Công ty cổ phần" in task.text for task in read(HEAD + "Rà soát.\n" + names)[1].tasks)


@pytest.mark.parametrize(
    "heading",
    [
        "4. Giao Sở Y tế kiểm tra xác suất tại một số đơn vị, báo cáo kết quả trước ngày 25/9/2025, lịch kiểm tra cụ thể như sau:",
        "4. Sở Công Thương chủ trì, phối hợp với Sở Tài chính điều hành giá xăng dầu phù hợp; đồng thời:",
    ],
)
def test_an_order_above_what_it_introduces_is_a_task(heading: str, read: Read) -> None:
    _, directive = read(HEAD + "Rà soát.\n" + heading + "\n\nTrường Tân Lập | 12/9/2025 (cả ngày) | Đoàn 2\n")
    assert directive.tasks[-1].text == heading.removeprefix("4. ")
