"""Cutting, joining, adding; the letterhead; the documents; the lists as files."""

import io
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from models.directive import Role
from models.register import TaskStatus, TaskView
from pipeline.register import Register, get_document, get_task, store
from pipeline.rules.types import document_types
from tests.factories import NOW, make_bytes, make_directive, make_fields
from tests.review.conftest import LINES

Task = Callable[[str], TaskView]


def test_splitting_sends_both_parts_and_undo_joins_them(client: TestClient, task: Task) -> None:
    client.post("/tasks/t3/split", data={"version": "1", "first": "báo cáo", "second": "trước ngày 20 hàng tháng"})
    assert task("t3").text == "báo cáo"
    assert task("t3").deadlines == ()
    client.post("/tasks/t3/undo", data={"version": str(task("t3").version)})
    assert task("t3").text == "báo cáo trước ngày 20 hàng tháng"


def test_an_empty_part_splits_nothing(client: TestClient, task: Task) -> None:
    answer = client.post("/tasks/t3/split", data={"version": "1", "first": "báo cáo", "second": " "})
    assert answer.status_code == 400
    assert task("t3").version == 1


def test_merging_takes_the_next_record_of_the_document(client: TestClient, task: Task) -> None:
    page = client.get("/tasks/t2").text
    form = page[page.index('id="merge-form"') :]
    other = re.search(r'name="other" value="(\w+)"', form)
    assert other
    assert other[1] == "t3"
    client.post("/tasks/t2/merge", data={"version": "1", "other": "t3", "other_version": "1"})
    assert "trước ngày 20" in task("t2").text
    assert task("t3").status is TaskStatus.REJECTED


def test_marked_lines_become_a_record_with_its_deadline(client: TestClient, task: Task) -> None:
    start = LINES.index("2. Sở Y tế")
    end = LINES.index("\n", start)
    answer = client.post("/documents/t1/add", data={"sheet": "1", "start": str(start), "end": str(end)}, follow_redirects=False)
    added = answer.headers["location"].split("/")[2].split("?")[0]
    assert task(added).text == "Sở Y tế báo cáo trước ngày 20 hàng tháng."
    assert task(added).names(Role.LEAD) == ("Sở Y tế",)
    assert [deadline.rrule for deadline in task(added).deadlines] == ["FREQ=MONTHLY;BYMONTHDAY=20"]
    assert '<mark class="task">2. </mark><mark class="task lead">Sở Y tế</mark>' in client.get(f"/tasks/{added}").text


def test_marks_that_point_at_nothing_are_told(client: TestClient) -> None:
    for start, end in (("900000", "900010"), ("5", "2"), ("x", "1"), ("-1", "5")):
        answer = client.post("/documents/t1/add", data={"sheet": "1", "start": start, "end": end})
        assert answer.status_code == 400
        assert "đánh dấu lại" in answer.text


def letterhead(client: TestClient, **changes: str) -> dict[str, str]:
    return typed_in(client.get("/documents/t1/letterhead").text) | changes


def typed_in(page: str) -> dict[str, str]:
    form = page[page.index('id="record-form"') :]
    form = form[: form.index("</form>")]
    typed = {name: unescape(value) for name, value in re.findall(r'<input[^>]*name="(\w+)" value="([^"]*)"', form)}
    typed |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', form))
    chosen = re.search(r'<option value="(\w+)" selected', form)
    return typed | {"type": chosen[1] if chosen else ""}


def test_the_letterhead_is_corrected_and_taken_back(client: TestClient, path: Path) -> None:
    client.post("/documents/t1/letterhead", data=letterhead(client, number="15/KH-UBND", issued="3/6/2025"))
    with Register.open(path, create=False, write=False) as register:
        document = get_document(register, "t1")
    assert document
    assert (document.number, f"{document.issued}", document.human) == ("15/KH-UBND", "2025-06-03", {"number", "issued"})
    page = client.post("/documents/t1/undo", data={"version": str(document.version)}).text
    assert 'value="2039/KH-UBND"' in page


@pytest.mark.parametrize("kind", ["TT", "NĐ", "Luật", "VBHN"])
def test_a_legal_act_gets_its_number(client: TestClient, path: Path, kind: str) -> None:
    """The types of legal acts were not on the list of the page, and nothing of such a paper could be saved."""
    client.post("/documents/t1/letterhead", data=letterhead(client, type=kind))
    answer = client.post("/documents/t1/letterhead", data=letterhead(client, number="15/2025/TT-BYT"))
    assert answer.status_code == 200
    with Register.open(path, create=False, write=False) as register:
        document = get_document(register, "t1")
    assert document
    assert (document.number, document.type) == ("15/2025/TT-BYT", kind)
    assert f">{document_types().by_abbr[kind.upper()].names[0]}" in answer.text


def test_a_type_that_no_list_knows_may_stay_but_not_be_chosen(client: TestClient, path: Path) -> None:
    with Register.open(path, create=False) as register, register.write() as connection:
        connection.execute("UPDATE documents SET type = 'XYZ'")
    kept = client.post("/documents/t1/letterhead", data=letterhead(client, number="15/XYZ-UBND"))
    assert (kept.status_code, letterhead(client)["number"]) == (200, "15/XYZ-UBND")
    assert client.post("/documents/t1/letterhead", data=letterhead(client, type="ZYX")).status_code == 400


def test_a_letterhead_sent_back_untouched_changes_nothing(client: TestClient) -> None:
    assert "Không có gì thay đổi" in client.post("/documents/t1/letterhead", data=letterhead(client)).text


def test_a_day_that_is_none_is_refused_and_kept_in_the_field(client: TestClient) -> None:
    answer = client.post("/documents/t1/letterhead", data=letterhead(client, issued="31/2/2025"))
    assert answer.status_code == 400
    assert 'value="31/2/2025"' in answer.text


def test_two_people_on_one_letterhead(client: TestClient) -> None:
    mine = letterhead(client, place="Lào Cai")
    client.post("/documents/t1/letterhead", data=letterhead(client, place="Lai Châu"))
    answer = client.post("/documents/t1/letterhead", data=mine)
    assert answer.status_code == 409
    assert "Lai Châu" in answer.text
    assert 'value="Lào Cai"' in answer.text
    assert "data-drop-mine" in answer.text


def test_a_letterhead_field_that_was_not_touched_keeps_the_colleagues_words(client: TestClient, path: Path) -> None:
    mine = letterhead(client, place="Lào Cai")
    client.post("/documents/t1/letterhead", data=letterhead(client, number="15/KH-UBND"))
    conflict = client.post("/documents/t1/letterhead", data=mine)
    assert 'value="15/KH-UBND"' in conflict.text
    assert client.post("/documents/t1/letterhead", data=typed_in(conflict.text)).status_code == 200
    with Register.open(path, create=False, write=False) as register:
        document = get_document(register, "t1")
    assert document
    assert (document.number, document.place) == ("15/KH-UBND", "Lào Cai")


@pytest.mark.parametrize("lacking", [{"number": None}, {"number": "/KH-UBND"}, {"issued": None}])
def test_a_paper_without_its_number_or_day_is_among_those_to_look_at(
    client: TestClient, path: Path, lacking: dict[str, None]
) -> None:
    with Register.open(path, create=False) as register:
        store(
            register, make_directive(name="thieu.pdf", fields=make_fields(**lacking)), now=NOW, original=make_bytes("thieu.pdf"),
            new_id=lambda: "t9",
        )  # fmt: skip
    page = client.get("/documents?only=doubtful").text
    assert "thieu.pdf" in page
    assert "/documents/t9/letterhead" in page
    assert "ke-hoach.txt" not in page
    corrected = {"number": "15/KH-UBND", "issued": "3/6/2025"}
    sent = typed_in(client.get("/documents/t9/letterhead").text) | corrected
    client.post("/documents/t9/letterhead", data=sent)
    assert "thieu.pdf" not in client.get("/documents?only=doubtful").text, "what a person wrote in counts"


def test_documents_are_listed_and_found_without_accents(client: TestClient) -> None:
    assert "2039/KH-UBND" in client.get("/documents?q=cai cach hanh chinh").text
    assert "2039/KH-UBND" not in client.get("/documents?q=khong co").text
    assert "/tasks/t2?" in client.get("/documents/t1").text


def test_records_are_found_without_accents(client: TestClient) -> None:
    page = client.get("/?q=dak lak").text
    assert "/tasks/t4" in page
    assert "/tasks/t3" not in page


def test_the_list_is_exported_as_it_is_filtered(client: TestClient) -> None:
    client.post("/tasks/t2/confirm", data={"version": "1"})
    client.post("/tasks/t4/reject", data={"version": "1"})
    book = openpyxl.load_workbook(io.BytesIO(client.get("/export/xlsx?status=kept").content))
    words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any("cải cách hành chính" in word for word in words)
    assert not any("Đắk Lắk" in word for word in words)
    found = json.loads(client.get("/export/json?status=confirmed").content)
    assert [task["id"] for document in found["documents"] for task in document["tasks"]] == ["t2"]


def test_lines_that_have_places_are_marked_on_the_picture(path: Path, client: TestClient) -> None:
    """The page keeps where its lines stand; a record made of them is drawn there."""
    text = "1. Sở Y tế báo cáo\ntrước ngày 20 hàng tháng.\n2. Khác"
    spans = [(0, 18), (19, 44), (45, 52)]
    lines = [(start, end, (85.0, 100.0 + 20 * i, 500.0, 114.0 + 20 * i)) for i, (start, end) in enumerate(spans)]
    page = {"page": 1, "source": "ocr", "reason": "", "quality": 0.98, "text": text, "width": 595, "height": 842, "lines": lines}
    directive = make_directive(name="scan.pdf", pages=(page,), fields=make_fields(number="3/KH"))
    with Register.open(path, create=False) as register:
        document = store(register, directive, now=NOW, original=make_bytes("scan.pdf")).document_id
    shown = client.get(f"/documents/{document}").text
    assert re.findall(r'<rect data-start="(\d+)" data-end="(\d+)"', shown) == [(str(a), str(b)) for a, b in spans]
    answer = client.post(f"/documents/{document}/add", data={"sheet": "1", "start": "0", "end": "44"}, follow_redirects=False)
    added = answer.headers["location"].split("/")[2].split("?")[0]
    with Register.open(path, create=False, write=False) as register:
        task = get_task(register, added)
    assert task
    assert task.evidence
    assert task.evidence.boxes == (lines[0][2], lines[1][2])
    assert client.get(f"/tasks/{added}").text.count('<rect class="mark task"') == 2
