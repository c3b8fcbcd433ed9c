"""Notice of conclusions: assessment is no task, run-in headings stay in their task, a wrapped line is no item."""

import pytest
from sample_reading import Reading


@pytest.fixture
def notice(read) -> Reading:
    return read("tb-ket-luan-dau-tu-cong.pdf")


def test_the_reading_agrees_with_the_gold(notice: Reading) -> None:
    assert notice.wrong() == {}, notice.score.notes


def test_a_line_that_begins_with_the_head_of_a_board_goes_on_with_its_sentence(notice: Reading) -> None:
    task = notice.task("Hoàn thiện dự thảo quy chế")
    assert task.text.endswith("xem xét, ban hành trước ngày 25/10/2024.")
    assert notice.values("Hoàn thiện dự thảo quy chế") == ["2024-10-25"]


def test_run_in_headings_belong_to_the_text(notice: Reading) -> None:
    assert notice.task("Chủ động làm việc với các đơn vị khai thác mỏ").text.startswith("Về vật liệu san lấp: ")


def test_the_list_after_departments_names_each_of_them(notice: Reading) -> None:
    assert notice.leads("kiểm tra tải trọng xe") == ["Sở Giao thông vận tải", "Sở Xây dựng"]
    assert notice.coordinators("kiểm tra tải trọng xe") == ["Công an tỉnh"]


def test_who_is_instructed_has_no_role(notice: Reading) -> None:
    assert notice.leads("tháo gỡ vướng mắc về xác định nguồn gốc đất") == ["Sở Tài nguyên và Môi trường"]
    assert notice.coordinators("tháo gỡ vướng mắc về xác định nguồn gốc đất") == []


def test_who_gave_the_order_is_kept_apart_from_the_signer(notice: Reading) -> None:
    fields = notice.directive.fields
    assert fields.signer is not None
    assert fields.signer.name == "Lương Thế Mạnh"
    assert "Đinh Quang Thiệu" in (fields.directed_by or "")


def test_the_office_of_the_committee_is_the_issuer(notice: Reading) -> None:
    assert notice.directive.fields.issuer == "Văn phòng Ủy ban nhân dân tỉnh Sơn Khê"
