"""Bodies whose names hold a word of order: who inspects, who is inspected, who helps, organisations called by their trade."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from tests.detect.test_lists_that_only_tell import tasks
from tests.detect.test_rights_and_states_of_bodies import leads

Read = Callable[..., tuple[Document, Directive]]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        (
            "Thủ trưởng cơ quan thanh tra trong Công an nhân dân xử lý kết quả kiểm tra.",
            "cơ quan thanh tra trong Công an nhân dân",
        ),
        (
            "Cơ quan, tổ chức, cá nhân chịu sự giám sát báo cáo kết quả trong thời hạn 05 ngày.",
            "Cơ quan, tổ chức, cá nhân chịu sự giám sát",
        ),
        ("Cơ quan quản lý trực tiếp đối tượng thanh tra có trách nhiệm thực hiện kết luận.", "đối tượng thanh tra"),
        ("Cơ quan giúp việc của Hội đồng nhân dân có trách nhiệm tổng hợp kiến nghị.", "Cơ quan giúp việc của Hội đồng nhân dân"),
        ("Tổ chức kiểm toán năng lượng có trách nhiệm bảo đảm an toàn khi kiểm toán.", "Tổ chức kiểm toán năng lượng"),
        ("Tổ chức đánh giá sự phù hợp gửi báo cáo về Bộ Tài chính hằng quý.", "Tổ chức đánh giá sự phù hợp"),
        ("Tổ chức bên ngoài thực hiện thông báo sự cố cho Cục Thuế.", "Tổ chức bên ngoài"),
    ],
    ids=["inspects", "is watched", "those inspected", "helps", "audits", "assesses", "from outside"],
)
def test_the_whole_name_leads(read: Read, item: str, lead: str) -> None:
    (task,) = tasks(read, f"Điều 2. Thanh tra\n1. {item}")
    assert leads(task)[-1].endswith(lead)


@pytest.mark.parametrize(
    "item",
    [
        "Tổ chức kiểm định thiết bị đo lường tại các chợ.",
        "Tổ chức xã hội hóa đầu tư chợ.",
        "Tổ chức đánh giá, xếp loại chợ, báo cáo Bộ Tài chính.",
        "Tổ chức kiểm toán nội bộ hằng năm.",
    ],
)
def test_to_organise_is_no_organisation(read: Read, item: str) -> None:
    (task,) = tasks(read, f"Điều 2. Trách nhiệm của Sở Tài chính\n1. {item}")
    assert leads(task) == ["Sở Tài chính"]


def test_who_made_what_others_use_leads_nothing(read: Read) -> None:
    made = "Doanh nghiệp in tem phải cung cấp tem theo mẫu do Bộ Công Thương thiết kế và công bố."
    (task,) = tasks(read, f"Điều 2. Tem\n1. {made}")
    assert leads(task) == ["Doanh nghiệp in tem"]


def test_who_runs_a_thing_that_is_told_about_leads(read: Read) -> None:
    (task,) = tasks(read, "Điều 2. Phần mềm\n1. Phần mềm quản lý chợ do Cục Thuế xây dựng trong quý II năm 2025.")
    assert leads(task) == ["Cục Thuế"]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        (
            "Trường hợp giữa các cơ quan, tổ chức, đơn vị còn ý kiến khác nhau thì Chánh Văn phòng có trách nhiệm tổ chức họp.",
            "Chánh Văn phòng",
        ),
        ("Khi có phản ánh của các hộ, chủ kho thì tổ trưởng tổ quản lý chợ phải lập biên bản.", "tổ trưởng tổ quản lý chợ"),
        (
            "Trường hợp việc kiểm tra phức tạp, thì trước khi hết hạn kiểm tra 02 ngày, Trưởng đoàn kiểm tra phải báo cáo.",
            "Trưởng đoàn kiểm tra",
        ),
        ("Nếu kho, bãi, bến bị hư hỏng thì đơn vị quản lý kho phải sửa chữa ngay.", "đơn vị quản lý kho"),
    ],
    ids=["chief of office", "head of a group", "behind a term", "keeper"],
)
def test_who_acts_behind_then_is_read_from_there(read: Read, item: str, lead: str) -> None:
    (task,) = tasks(read, f"Điều 2. Cuộc họp\n1. {item}")
    assert leads(task) == [lead]
