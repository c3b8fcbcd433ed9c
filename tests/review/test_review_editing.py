"""What a reviewer typed is what is stored: deadlines that follow their words, colleagues' fields, buttons pressed twice."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.register import TaskStatus, TaskView
from pipeline.register import Register
from pipeline.review.deadline_reading import understand
from tests.review.conftest import LINES, fields
from tests.review.test_review_structure import typed_in

Task = Callable[[str], TaskView]
ISSUED = date(2025, 5, 12)


def test_new_words_beside_the_old_value_are_stored_with_their_own_value(client: TestClient, task: Task) -> None:
    """Saved before the page had cleared the value: as a page without scripts does always."""
    sent = fields(client.get("/tasks/t3").text)
    sent["deadline_text"][0] = "trước ngày 30/6/2025"
    client.post("/tasks/t3/save", data=sent)
    deadline = task("t3").deadlines[0]
    assert (deadline.text, deadline.due, deadline.rrule) == ("trước ngày 30/6/2025", date(2025, 6, 30), None)


def test_new_words_and_a_typed_value_are_both_the_persons(client: TestClient, task: Task) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent["deadline_text"][0], sent["deadline_value"][0] = "khi xong việc", "1/7/2025"
    client.post("/tasks/t3/save", data=sent)
    assert [(deadline.text, deadline.due) for deadline in task("t3").deadlines] == [("khi xong việc", date(2025, 7, 1))]
    again = fields(client.get("/tasks/t3").text)
    again["deadline_text"][0] = "khi xong mọi việc"
    client.post("/tasks/t3/save", data=again)
    assert [(deadline.text, deadline.due) for deadline in task("t3").deadlines] == [("khi xong mọi việc", date(2025, 7, 1))]


@pytest.mark.parametrize("words", ["99/99/9999", "31/6/2025", "30.02.2025"])
def test_a_day_that_no_calendar_has_is_refused(client: TestClient, task: Task, words: str) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent["deadline_text"][0] = words
    answer = client.post("/tasks/t3/save", data=sent)
    assert answer.status_code == 400
    assert f"“{words}” không có trong lịch" in answer.text
    assert task("t3").version == 1


def test_a_value_other_than_its_words_is_told() -> None:
    assert understand("trước ngày 30/6/2025", "25/6/2025", issued=ISSUED).reasons == ("Câu chữ ghi 30/06/2025",)
    assert understand("trước ngày 30/6/2025", "30/6/2025", issued=ISSUED).reasons == ()
    assert understand("khi xong việc", "25/6/2025", issued=ISSUED).reasons == ()
    assert understand("trước ngày 30/10", "", issued=ISSUED).reasons == ()


def test_a_field_that_was_not_touched_keeps_the_colleagues_words(client: TestClient, task: Task) -> None:
    mine = fields(client.get("/tasks/t3").text)
    theirs = dict(mine, note=["của người kia"], lead=["Sở Tài chính"], deadline_text=["trước ngày 30/6/2025"])
    client.post("/tasks/t3/save", data=theirs)
    conflict = client.post("/tasks/t3/save", data=dict(mine, product=["sản phẩm tôi gõ"]))
    assert conflict.status_code == 409
    assert client.post("/tasks/t3/save", data=fields(conflict.text)).status_code == 200
    after = task("t3")
    assert (after.product, after.note, after.deadlines[0].due) == ("sản phẩm tôi gõ", "của người kia", date(2025, 6, 30))
    assert [agency.name for agency in after.agencies] == ["Sở Tài chính"]


def test_a_field_that_both_changed_is_named_and_keeps_mine_until_i_decide(client: TestClient, task: Task) -> None:
    mine = fields(client.get("/tasks/t3").text)
    client.post("/tasks/t3/save", data=dict(mine, note=["của người kia"]))
    page = client.post("/tasks/t3/save", data=dict(mine, note=["của tôi"])).text
    assert "Hai người cùng sửa: Ghi chú" in page
    assert fields(page)["note"] == ["của tôi"]
    assert task("t3").note == "của người kia"


def test_a_conflict_offers_to_drop_what_was_typed(client: TestClient) -> None:
    mine = fields(client.get("/tasks/t3").text)
    client.post("/tasks/t3/save", data=dict(mine, note=["của người kia"]))
    page = client.post("/tasks/t3/save", data=dict(mine, product=["x"])).text
    assert 'href="/tasks/t3" data-drop-mine>Bỏ bản của tôi</a>' in page
    assert "mở lại bản ghi" not in page
    nothing = client.post("/tasks/t3/save", data=mine).text
    assert "data-drop-mine" not in nothing
    assert "data-unsaved" not in nothing


@pytest.mark.parametrize("seen", ["", "[]", "{", "null", '{"text": 1}', json.dumps({"text": "", "deadlines": [[1]]}), "[" * 5000])
def test_a_forged_memory_of_the_form_is_only_compared(client: TestClient, task: Task, seen: str) -> None:
    sent = fields(client.get("/tasks/t3").text)
    assert client.post("/tasks/t3/save", data=dict(sent, seen=[seen], note=["x"])).status_code == 200
    assert client.post("/tasks/t3/save", data=dict(sent, seen=[seen], note=["y"])).status_code == 409
    assert task("t3").note == "x"


def test_a_button_pressed_twice_is_no_conflict_with_oneself(client: TestClient, task: Task) -> None:
    first, second = (client.post("/tasks/t2/confirm", data={"version": "1"}, follow_redirects=False) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]
    assert (task("t2").version, task("t2").status) == (2, TaskStatus.CONFIRMED)
    assert client.post("/tasks/t2/reject", data={"version": "1"}).status_code == 409


def letterhead_day(client: TestClient, day: str) -> str:
    sent = typed_in(client.get("/documents/t1/letterhead").text)
    return client.post("/documents/t1/letterhead", data=sent | {"issued": day}).text


def relative(client: TestClient, task_id: str) -> None:
    """A deadline that is counted from the day of the document, put there by the same words as in a document."""
    sent = fields(client.get(f"/tasks/{task_id}").text)
    client.post(
        f"/tasks/{task_id}/save", data=sent | {"deadline_text": ["trong thời hạn 10 ngày kể từ ngày ký"], "deadline_value": [""]}
    )


def test_a_corrected_day_of_the_document_moves_the_deadlines_counted_from_it(client: TestClient, task: Task) -> None:
    relative(client, "t3")
    client.post("/tasks/t3/reopen", data={"version": str(task("t3").version)})
    before = task("t3").deadlines[0].due
    assert before
    page = letterhead_day(client, "19/5/2025")
    assert "đã tính lại theo ngày mới: 1 bản ghi" in page
    moved = task("t3")
    assert (moved.deadlines[0].due, moved.status) == (before + timedelta(days=7), TaskStatus.NEW)
    assert "sửa ngày văn bản" in client.get("/tasks/t3").text
    client.post("/documents/t1/undo", data={"version": "2"})
    assert task("t3").deadlines[0].due == before


def test_a_judged_record_keeps_its_deadline_and_is_named(client: TestClient, task: Task) -> None:
    relative(client, "t3")
    before = task("t3").deadlines[0].due
    page = letterhead_day(client, "19/5/2025")
    assert "Còn theo ngày cũ" in page
    assert '<a href="/tasks/t3">' in page
    assert task("t3").deadlines[0].due == before


def test_a_day_that_no_deadline_is_counted_from_moves_nothing(client: TestClient, task: Task) -> None:
    page = letterhead_day(client, "19/5/2025")
    assert "Còn theo ngày cũ" not in page
    assert "đã tính lại" not in page
    assert task("t3").version == 1


def split(client: TestClient) -> str:
    """t3 in two; the address that J leads to from there."""
    client.post("/tasks/t3/split", data={"version": "1", "first": "báo cáo", "second": "trước ngày 20 hàng tháng"})
    return onward(client.get("/tasks/t3").text)


def onward(page: str) -> str:
    found = re.search(r'data-walk="after" rel="next" href="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def test_the_second_part_of_a_split_comes_next_and_then_what_would_have(client: TestClient, task: Task) -> None:
    usual = onward(client.get("/tasks/t2").text)
    client.post("/tasks/t2/split", data={"version": "1", "first": "xây dựng kế hoạch", "second": "cải cách hành chính"})
    done = client.post("/tasks/t2/confirm", data={"version": str(task("t2").version)}, follow_redirects=False)
    address = done.headers["location"].split("&said")[0]
    born = address.split("/")[2].split("?")[0]
    assert (task(born).text, task(born).status) == ("cải cách hành chính", TaskStatus.NEW)
    assert address == f"/tasks/{born}?from=t2"
    page = client.get(address).text
    assert onward(page) == usual
    assert f'action="/tasks/{born}/confirm?from=t2"' in page
    after = client.post(f"/tasks/{born}/confirm?from=t2", data={"version": str(task(born).version)}, follow_redirects=False)
    assert after.headers["location"].startswith(usual)


def test_the_notice_of_a_split_names_the_second_part(client: TestClient) -> None:
    sent = {"version": "1", "first": "báo cáo", "second": "trước ngày 20 hàng tháng"}
    page = client.post("/tasks/t3/split", data=sent).text
    assert "Phần sau (J): trước ngày 20 hàng tháng</a>" in page


def test_what_was_taken_back_is_in_no_list(client: TestClient, task: Task) -> None:
    split(client)
    client.post("/tasks/t3/undo", data={"version": str(task("t3").version)})
    for address, rows in (("/?status=all", 3), ("/?status=rejected", 0), ("/documents/t1", 3)):
        assert client.get(address).text.count(" data-row>") == rows


MARKED = {"sheet": "1", "start": str(LINES.index("2. Sở Y tế")), "end": str(LINES.index("\n3."))}


def test_an_added_record_leads_back_to_where_it_was_added(client: TestClient, task: Task) -> None:
    answer = client.post("/documents/t1/add?from=t2", data=MARKED, follow_redirects=False)
    address = answer.headers["location"]
    added = address.split("/")[2].split("?")[0]
    assert address.endswith("from=t2&said=added&of=t2")
    assert task(added).status is TaskStatus.NEW
    assert onward(client.get(address).text) == "/tasks/t2"
    undone = client.post(f"/tasks/{added}/undo?from=t2", data={"version": str(task(added).version)}, follow_redirects=False)
    assert undone.headers["location"].startswith("/tasks/t2?said=undone")


def test_a_record_added_on_the_page_of_its_document_and_taken_back_leads_there(client: TestClient, task: Task) -> None:
    added = client.post("/documents/t1/add", data=MARKED, follow_redirects=False).headers["location"].split("/")[2].split("?")[0]
    undone = client.post(f"/tasks/{added}/undo", data={"version": str(task(added).version)}, follow_redirects=False)
    assert undone.headers["location"].startswith("/documents/t1?")


@pytest.mark.parametrize("origin", ["", "nobody", "../x", "t1' OR 1=1", "%00"])
def test_a_forged_origin_is_left_out(client: TestClient, origin: str) -> None:
    page = client.get("/tasks/t2", params={"from": origin})
    assert page.status_code == 200
    assert 'action="/tasks/t2/confirm"' in page.text


def test_blanks_that_only_the_file_had_are_no_change_of_a_person(client: TestClient, task: Task, path: Path) -> None:
    with Register.open(path, create=False) as register, register.write() as connection:
        connection.execute("UPDATE tasks SET text = 'báo cáo  trước\tngày 20 hàng tháng ' WHERE id = 't3'")
        connection.execute("UPDATE deadlines SET text = 'trước  ngày 20 hàng tháng' WHERE task_id = 't3'")
    sent = fields(client.get("/tasks/t3").text)
    client.post("/tasks/t3/save", data=sent)
    assert task("t3").version == 1
    client.post("/tasks/t3/save", data=dict(sent, text=["của người kia"], deadline_text=["trước ngày 30/6/2025"]))
    conflict = client.post("/tasks/t3/save", data=dict(sent, note=["của tôi"]))
    assert fields(conflict.text)["text"] == ["của người kia"]
    assert fields(conflict.text)["deadline_text"][0] == "trước ngày 30/6/2025"
