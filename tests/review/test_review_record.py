"""One record: shown, confirmed, corrected, rejected, taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from fastapi.testclient import TestClient

from models.directive import Role
from models.register import TaskStatus, TaskView
from pipeline.register import Register, store
from pipeline.rules.deadline_words import YEAR_OF_PAPER
from tests.factories import NOW, make_deadline, make_directive, make_task
from tests.review.conftest import fields

Task = Callable[[str], TaskView]


def test_the_queue_opens_with_the_doubtful_record(client: TestClient) -> None:
    page = client.get("/").text
    assert page.index("/tasks/t2") < page.index("/tasks/t4") < page.index("/tasks/t3")
    assert "không nêu hạn" in page


def test_a_record_shows_its_lines_with_the_place_marked(client: TestClient) -> None:
    page = client.get("/tasks/t2").text
    assert '<mark class="task">xây dựng kế hoạch cải cách hành chính</mark>' in page


def test_a_year_taken_from_the_paper_is_told_as_no_doubt(client: TestClient, path: Path) -> None:
    deadline = make_deadline("trước ngày 31/10", date(2025, 10, 31), reasons=(YEAR_OF_PAPER,))
    with Register.open(path, create=False) as register:
        store(
            register,
            make_directive(make_task(deadlines=[deadline]), name="khac.txt"),
            now=NOW,
            original=b"%PDF-1.7 stands for khac.txt",
            new_id=iter(["d9", "t9"]).__next__,
        )
    page = client.get("/tasks/t9").text
    assert f"trước ngày 31/10: {YEAR_OF_PAPER}" in page
    assert "Vì sao cần xem" not in page


def test_a_record_that_is_right_costs_one_step_and_leads_to_the_next(client: TestClient, task: Task) -> None:
    answer = client.post("/tasks/t2/confirm", data={"version": "1"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/tasks/t4")
    assert task("t2").status is TaskStatus.CONFIRMED


def test_a_form_sent_back_untouched_changes_nothing(client: TestClient, task: Task) -> None:
    sent = fields(client.get("/tasks/t3").text)
    assert client.post("/tasks/t3/save", data=sent).status_code == 200
    assert (task("t3").version, task("t3").status) == (1, TaskStatus.NEW)


def test_a_correction_keeps_what_was_not_touched(client: TestClient, task: Task) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent["coordinate"] = ["Sở Tài chính", ""]
    sent["note"] = ["Gấp"]
    client.post("/tasks/t3/save", data=sent)
    after = task("t3")
    assert after.names(Role.COORDINATE) == ("Sở Tài chính",)
    assert after.note == "Gấp"
    assert after.human == {"coordinate", "note"}
    assert after.status is TaskStatus.CORRECTED


def test_a_typed_deadline_is_understood(client: TestClient, task: Task) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent["deadline_text"], sent["deadline_value"] = ["trước ngày 25 hàng tháng"], [""]
    client.post("/tasks/t3/save", data=sent)
    assert [deadline.rrule for deadline in task("t3").deadlines] == ["FREQ=MONTHLY;BYMONTHDAY=25"]


def test_a_value_that_is_not_understood_is_said_and_what_was_typed_stays(client: TestClient, task: Task) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent["deadline_value"], sent["note"] = ["khi nào trăng tròn"], ["ghi chú đã gõ"]
    answer = client.post("/tasks/t3/save", data=sent)
    assert answer.status_code == 400
    assert "khi nào trăng tròn" in answer.text
    assert "ghi chú đã gõ" in answer.text
    assert task("t3").version == 1


def test_rejecting_and_taking_back(client: TestClient, task: Task) -> None:
    client.post("/tasks/t2/reject", data={"version": "1"})
    assert task("t2").status is TaskStatus.REJECTED
    answer = client.post("/tasks/t2/undo", data={"version": "2"})
    assert task("t2").status is TaskStatus.NEW
    assert "Đã hoàn tác" in answer.text


def test_two_people_at_once_the_second_is_told_and_loses_nothing(client: TestClient, task: Task) -> None:
    mine = fields(client.get("/tasks/t3").text)
    theirs = dict(mine, note=["của người kia"])
    client.post("/tasks/t3/save", data=theirs)
    answer = client.post("/tasks/t3/save", data=dict(mine, product=["sản phẩm tôi gõ"]))
    assert answer.status_code == 409
    assert "Lan" in answer.text
    assert "sản phẩm tôi gõ" in answer.text
    assert task("t3").product is None
    again = fields(answer.text)
    assert again["version"] == ["2"]
    assert client.post("/tasks/t3/save", data=again).status_code == 200
    assert task("t3").product == "sản phẩm tôi gõ"


def test_confirming_an_outdated_version_confirms_nothing(client: TestClient, task: Task) -> None:
    client.post("/tasks/t3/save", data=dict(fields(client.get("/tasks/t3").text), note=["x"]))
    assert client.post("/tasks/t3/confirm", data={"version": "1"}).status_code == 409
    assert task("t3").status is TaskStatus.CORRECTED
