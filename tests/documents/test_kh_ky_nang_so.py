"""Plan with an annex over two pages, as PDF and as Word file: purpose and targets assign nothing, rows of the table do."""

import pytest
from sample_reading import Reading

from models.directive import Kind, Origin, Role


@pytest.fixture(params=["kh-ky-nang-so.pdf", "kh-ky-nang-so.docx"])
def plan(request: pytest.FixtureRequest, read) -> Reading:
    return read(request.param)


def test_the_reading_agrees_with_the_gold(plan: Reading) -> None:
    assert plan.wrong() == {}, plan.score.notes


def test_the_annex_gives_a_task_for_each_row_and_none_for_group_rows(plan: Reading) -> None:
    rows = [task for task in plan.directive.tasks if task.origin is Origin.TABLE]
    assert len(rows) == 13
    assert not any(task.text.isupper() for task in rows)


def test_a_row_gives_product_time_and_agencies(plan: Reading) -> None:
    words = "Tập huấn kỹ năng bảo đảm an toàn thông tin"
    assert plan.task(words).product == "Lớp tập huấn"
    assert plan.leads(words) == ["Công an tỉnh"]
    assert plan.coordinators(words) == ["UBND các huyện, thị xã, thành phố"]
    assert plan.values(words) == ["2025-06-30"]


def test_the_row_after_the_turn_of_the_page_belongs_to_the_same_table(plan: Reading) -> None:
    assert plan.leads("Lồng ghép giáo dục kỹ năng số") == ["Sở Giáo dục và Đào tạo"]
    assert plan.values("Lồng ghép giáo dục kỹ năng số") == ["2026-12-31"]
    assert plan.coordinators("Hỗ trợ hộ kinh doanh, hợp tác xã") == ["Liên minh Hợp tác xã tỉnh", "Bưu điện tỉnh"]


def test_rows_of_a_group_share_its_path_over_the_turn_of_the_page(plan: Reading) -> None:
    before, after = plan.task("Duy trì hoạt động của 100% Tổ công nghệ"), plan.task("Lồng ghép giáo dục kỹ năng số")
    assert before.path[:-1] == after.path[:-1]
    assert (before.path[-1], after.path[-1]) == ("9", "10")


def test_purpose_and_funding_assign_nothing(plan: Reading) -> None:
    assigned = " ".join(task.text for task in plan.directive.tasks if task.kind is Kind.ASSIGNMENT)
    assert "Trang bị kiến thức, kỹ năng số cơ bản" not in assigned
    assert "thiết thực, tiết kiệm" not in assigned
    assert "nguồn ngân sách nhà nước theo phân cấp" not in assigned


def test_targets_are_no_assignments(plan: Reading) -> None:
    assert all(task.kind is Kind.TARGET for task in plan.directive.tasks if "100% cán bộ, công chức cấp tỉnh" in task.text)


def test_a_solution_without_an_agency_has_no_lead(plan: Reading) -> None:
    assert plan.leads("Đa dạng hóa hình thức tuyên truyền") == []


def test_a_heading_with_an_order_of_its_own_and_its_parts_are_tasks(plan: Reading) -> None:
    assert plan.task("Nâng cấp Nền tảng học tập").path[0] == "III"
    assert plan.task("Bổ sung chức năng thi").path[-1] == "+1"


def test_half_year_and_year_are_two_deadlines(plan: Reading) -> None:
    words = "Tổng hợp kết quả thực hiện, báo cáo UBND tỉnh định kỳ"
    assert plan.values(words) == ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"]
    assert plan.agencies(words, Role.REPORT_TO) == ["UBND tỉnh"]


def test_basis_documents_are_cited(plan: Reading) -> None:
    numbers = {citation.number for citation in plan.directive.citations}
    assert {"21-NQ/TU", "2210/QĐ-UBND", "37/TTr-SKHCN"} <= numbers
