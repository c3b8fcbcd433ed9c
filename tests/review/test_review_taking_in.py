"""The Excel list comes back on the page: looked at, then written; names that people taught are decided on the page."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from models.directive import Role
from models.register import AgencyChange, TaskChanges, TaskStatus, TaskView
from pipeline.register import Register, correct, history, store
from pipeline.register.aliases import decisions
from pipeline.review.app import create_app
from pipeline.review.guard import local_guard
from pipeline.review.settings import LIST_BYTES, ReviewSettings
from pipeline.review.tray import Tray
from tests.factories import NOW, make_bytes, make_directive, make_fields, make_task

Task = Callable[[str], TaskView]
SHORT, FULL = "VPUB", "Văn phòng Ủy ban nhân dân tỉnh"


def edited(client: TestClient, column: int = 2, value: object = "Nội dung sửa trong Excel", row: str = "báo cáo") -> bytes:
    """The exported list with one cell of the row of these words changed."""
    book = openpyxl.load_workbook(io.BytesIO(client.get("/export/xlsx?status=kept").content))
    sheet = book.worksheets[0]
    line = next(cell.row for cell in sheet["B"] if str(cell.value).startswith(row))
    sheet.cell(line, column).value = value  # type: ignore[assignment]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(client: TestClient, content: bytes, name: str = "nhiem-vu.xlsx", status: int = 200) -> str:
    answer = client.post("/import", files={"list": (name, content)})
    assert answer.status_code == status, answer.text[:500]
    return answer.text


def key_of(page: str) -> str:
    found = re.search(r'name="key" value="([\w-]+)"', page)
    assert found
    return found[1]


def test_sending_shows_the_differences_and_writes_nothing(client: TestClient, task: Task) -> None:
    page = send(client, edited(client))
    assert "1 sửa" in page
    assert "<del>báo cáo trước ngày 20 hàng tháng</del> → <ins>Nội dung sửa trong Excel</ins>" in page
    assert task("t3").version == 1


def test_a_yes_writes_what_was_shown_once(client: TestClient, task: Task, path: Path) -> None:
    key = key_of(send(client, edited(client)))
    done = client.post("/import/apply", data={"key": key})
    assert "Đã ghi 1 thay đổi" in done.text
    assert task("t3").text == "Nội dung sửa trong Excel"
    with Register.open(path, create=False) as register:
        assert {revision.who for revision in history(register, "t3")} == {"Lan"}
    assert client.post("/import/apply", data={"key": key}).status_code == 409
    assert client.post("/import/apply", data={}).status_code == 409


def test_a_row_that_another_changed_is_left_before_and_after_the_look(client: TestClient, task: Task, path: Path) -> None:
    list_ = edited(client)
    key = key_of(send(client, list_))
    with Register.open(path, create=False) as register:
        correct(register, "t3", 1, TaskChanges(note="của người kia"), who="Minh", when=NOW)
    done = client.post("/import/apply", data={"key": key}).text
    assert "Đã ghi 0 thay đổi" in done
    assert "vừa được người khác sửa" in done
    page = send(client, list_)
    assert "hãy xuất danh sách mới" in page
    assert "Không có gì để ghi" in page
    assert task("t3").text == "báo cáo trước ngày 20 hàng tháng"


def test_a_state_and_a_bad_cell_are_told_row_by_row(client: TestClient, task: Task) -> None:
    page = send(client, edited(client, 6, "31/02/2025"))
    assert "không đọc được ngày" in page
    client.post("/import/apply", data={"key": key_of(send(client, edited(client, 10, "Đã loại")))})
    assert task("t3").status is TaskStatus.REJECTED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "Chưa chọn tệp nào", id="nothing"),
        pytest.param(b"%PDF-1.7", "không phải tệp .xlsx", id="a PDF"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 200, "bị hỏng", id="a broken package"),
        pytest.param(b"PK" + b"\x00" * LIST_BYTES, "quá lớn", id="larger than a list"),
    ],
)
def test_what_is_no_list_is_refused_with_a_next_step(client: TestClient, content: bytes, words: str) -> None:
    assert words in send(client, content, status=400)


def test_a_body_far_too_large_is_not_read(client: TestClient) -> None:
    answer = client.post("/import", files={"list": ("a.xlsx", b"PK" + b"\x00" * (LIST_BYTES + 3_000_000))})
    assert answer.status_code == 413
    assert client.post("/tasks/t2/save", data={"text": "a" * 3_000_000}).status_code == 413, "only lists may be that large"


def test_words_of_a_list_are_never_markup(client: TestClient) -> None:
    page = send(client, edited(client, 2, "<script>alert(1)</script>"), name="<b>.xlsx")
    assert "<script>alert(1)" not in page
    assert "<b>.xlsx" not in page
    assert "&lt;script&gt;" in page


def test_the_door_keeps_lists_out_without_its_token(path: Path) -> None:
    guard = local_guard(path, who="Lan", clock=lambda: NOW)
    settings = ReviewSettings(register=path, who="Lan", clock=lambda: NOW, guard=guard)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        assert client.post("/import", files={"list": ("a.xlsx", b"PK")}).status_code == 403
        client.get(f"/enter?token={guard.one_time}")
        assert client.post("/import", files={"list": ("a.xlsx", b"PK")}).status_code == 403
        token = re.search(r'name="csrf_token" value="(\w+)"', client.get("/import").text)
        assert token
        list_ = edited(client)
        answer = client.post("/import", files={"list": ("a.xlsx", list_)}, data={"csrf_token": token[1]})
        assert "1 sửa" in answer.text


def test_a_list_waits_for_its_sender_only_and_not_for_ever() -> None:
    now = [NOW]
    tray = Tray(lambda: now[0])
    key = tray.put("a.xlsx", "Lan", ())
    assert tray.take(key, "Minh") is None
    assert tray.take("", "Lan") is None
    assert tray.take(key, "Lan")
    key = tray.put("a.xlsx", "Lan", ())
    now[0] += timedelta(minutes=31)
    assert tray.take(key, "Lan") is None
    keys = [tray.put(f"{n}.xlsx", "Lan", ()) for n in range(10)]
    assert [bool(tray.take(each, "Lan")) for each in keys].count(True) == 8, "few at a time"


# ---- names


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    """Five records that a name leads which no directory knows; two of them corrected alike."""
    tasks = [make_task(f"Việc số {n}", leads=[SHORT], path=(str(n),)) for n in range(5)]
    numbers = iter(f"v{n}" for n in range(9))
    with Register.open(path, create=False) as opened:
        directive = make_directive(*tasks, name="b.pdf", fields=make_fields(number="3/KH"))
        store(opened, directive, now=NOW, original=make_bytes("b.pdf"), new_id=lambda: next(numbers))
        for task_id in ("v1", "v2"):
            changes = TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name=FULL, canonical=FULL),))
            correct(opened, task_id, 1, changes, who="Lan", when=NOW)
        yield opened


def test_a_name_taught_twice_is_offered_and_used_after_a_yes(client: TestClient, register: Register, task: Task) -> None:
    assert client.get("/live/names").json() == [{"name": SHORT, "canonical": FULL, "times": 2, "open": 3}]
    assert f"“{SHORT}”" in client.get("/names").text
    page = client.post("/names/accept", data={"name": SHORT, "canonical": FULL}).text
    assert "đã đổi 3 bản ghi" in page
    assert [task(name).agencies[0].canonical for name in ("v3", "v4", "v5")] == [FULL] * 3
    assert [one.decision for one in decisions(register)] == ["accepted"]
    assert client.get("/live/names").json() == []
    shown = client.get("/tasks/v3").text
    assert "nhận tên gọi đã dạy" in shown
    assert f"{SHORT} (= {FULL})" in shown
    client.post("/names/refuse", data={"name": SHORT, "canonical": FULL})
    assert [one.decision for one in decisions(register)] == ["refused"]


@pytest.mark.usefixtures("register")
def test_a_taught_name_is_taken_back_on_one_record_alone(client: TestClient, task: Task) -> None:
    client.post("/names/accept", data={"name": SHORT, "canonical": FULL})
    assert (task("v3").version, task("v3").status) == (2, TaskStatus.NEW)
    client.post("/tasks/v3/undo", data={"version": "2"})
    assert [task(name).agencies[0].canonical for name in ("v3", "v4")] == [None, FULL]
    assert not task("v3").human, "the machine's rows are the machine's"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("form", [{}, {"name": "a"}, {"name": "a", "canonical": "b" * 301}, {"name": "\x00", "canonical": "b"}])
def test_half_a_name_is_refused(client: TestClient, form: dict[str, str]) -> None:
    assert client.post("/names/accept", data=form).status_code == 400
