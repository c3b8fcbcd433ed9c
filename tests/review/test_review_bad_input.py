"""Whatever is sent: a clear page, nothing lost, nothing leaked, never an internal error."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.register import TaskView
from pipeline.register import Register, sheets_of
from pipeline.review.drawing.studio import CannotDraw, Studio
from tests.review.conftest import fields

Task = Callable[[str], TaskView]
HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param("'; DROP TABLE tasks; --", id="SQL"),
    pytest.param('" onfocus=alert(1) x="', id="an attribute"),
    pytest.param("{{ 7*7 }}{% raw %}", id="a template"),
    pytest.param("\x00\x1b[31m\ud800\u202e", id="signs nobody can type"),
    pytest.param("../../etc/passwd", id="a path"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_kept_as_words(client: TestClient, task: Task, words: str) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent |= {"note": [words], "lead": [words], "deadline_text": [words], "product": [words]}
    body = "&".join(f"{name}={_quoted(value)}" for name, values in sent.items() for value in values)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/tasks/t3/save", content=body, headers=headers)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert ' onfocus=alert(1) x="' not in answer.text
    assert client.get("/").status_code == 200
    assert "49" not in (task("t3").note or "")


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("field", ["text", "note", "product", "lead", "deadline_text", "deadline_value"])
def test_a_field_over_its_bounds_is_refused_and_nothing_is_cut(client: TestClient, task: Task, field: str) -> None:
    sent = fields(client.get("/tasks/t3").text)
    sent[field] = ["chữ " * 20_000]
    answer = client.post("/tasks/t3/save", data=sent)
    assert answer.status_code == 400
    assert task("t3").version == 1


def test_a_body_over_the_limit_is_refused(client: TestClient, task: Task) -> None:
    assert client.post("/tasks/t3/save", data={"version": "1", "text": "x" * 3_000_000}).status_code == 413
    many = {f"f{n}": "x" for n in range(2000)}
    assert client.post("/tasks/t3/save", data=many).status_code == 400
    assert task("t3").version == 1


@pytest.mark.parametrize(
    "address",
    [
        "/tasks/nobody", "/tasks/..%2F..%2Fetc%2Fpasswd", "/tasks/%00", "/tasks/" + "x" * 5000, "/documents/nobody",
        "/documents/nobody/pages/1", "/documents/t1/pages/0", "/documents/t1/pages/99999999999999999999", "/documents/t1/pages/a",
        "/documents/t1/pages/..%2f..%2fregister.db", "/documents/..%2f/original", "/static/..%2fapp.py", "/static/../app.py",
        "/static/%2e%2e/app.py", "/nothing", "/export/exe", "/docs", "/openapi.json",
    ],
)  # fmt: skip
def test_addresses_that_lead_nowhere(client: TestClient, address: str, path: Path) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert str(path.parent) not in answer.text
    assert "Traceback" not in answer.text
    assert "SQLite" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=99999999999999", "page=abc", "due=99/99/9999", "order=;drop", "status=%00", 'q="',
        "q=%22%22 * OR NEAR", "q=" + "x" * 5000, "agency=%ff%fe", "document='", "scope=mine&scope=all", "sheet=abc&view=<script>",
    ],
)  # fmt: skip
def test_any_query_has_an_answer(client: TestClient, query: str) -> None:
    for address in ("/", "/tasks/t3", "/documents", "/documents/t1", "/export/csv", "/documents/t1/letterhead"):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        assert "<script>&" not in answer.text


@pytest.mark.parametrize("version", ["", "abc", "-1", "0", "999999999999999999999", "1.0"])
def test_a_forged_version_changes_nothing(client: TestClient, task: Task, version: str) -> None:
    for act in ("confirm", "reject", "undo", "save", "split"):
        sent = {"version": version, "text": "x", "kind": "assignment", "first": "a", "second": "b"}
        assert client.post(f"/tasks/t3/{act}", data=sent).status_code == 409
    assert task("t3").version == 1


def test_other_methods_are_refused(client: TestClient) -> None:
    assert client.get("/tasks/t3/confirm").status_code == 405
    assert client.delete("/tasks/t3").status_code == 405
    assert client.post("/tasks/t3").status_code == 405


def test_the_way_back_after_choosing_a_language_never_leaves_the_page(client: TestClient) -> None:
    for back in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""):
        answer = client.post("/language", data={"language": "en", "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"
    client.post("/language", data={"language": "en", "back": "/?q=a"})
    assert "Start reviewing" in client.get("/").text


def test_a_deleted_original_is_told_and_the_record_stays_readable(client: TestClient, path: Path) -> None:
    with Register.open(path, create=False, write=False) as register:
        sheets = sheets_of(register, "t1")
    assert sheets
    (path.with_name("register.files") / "originals" / sheets.sha256).unlink()
    answer = client.get("/documents/t1/original")
    assert answer.status_code == 404
    assert "giaoviec ingest" in answer.text
    assert "cải cách" in client.get("/tasks/t2").text


def test_an_original_is_given_as_a_download_only(client: TestClient) -> None:
    answer = client.get("/documents/t1/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_that_cannot_be_drawn_leaves_no_file(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / "bad").write_bytes(b"%PDF-1.7 broken")
    (originals / "picture").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    studio = Studio(tmp_path, most_bytes=10_000_000, seconds=20)
    try:
        for name, media in (
            ("bad", "application/pdf"),
            ("picture", "image/png"),
            ("missing", "application/pdf"),
            ("bad", "text/plain"),
        ):
            with pytest.raises(CannotDraw):
                studio.picture(name, media, 1, 1000)
        assert not list((tmp_path / "pages").iterdir())
    finally:
        studio.close()


def test_a_dead_artist_is_replaced_and_old_pictures_make_room(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    sample = Path(__file__).parents[2] / "corpus" / "samples" / "kh-ky-nang-so.pdf"
    (originals / "kh").write_bytes(sample.read_bytes())
    studio = Studio(tmp_path, most_bytes=100_000, seconds=20)
    try:
        first = studio.picture("kh", "application/pdf", 1, 1000)
        assert first.read_bytes().startswith(b"\x89PNG")
        assert studio._artist
        os.kill(studio._artist.pid, 9)
        studio._artist.wait()
        for page in (2, 3, 4):
            studio.picture("kh", "application/pdf", page, 1000)
        with pytest.raises(CannotDraw):
            studio.picture("kh", "application/pdf", 99, 1000)
        assert sum(file.stat().st_size for file in (tmp_path / "pages").iterdir()) < 250_000
    finally:
        studio.close()


def test_a_register_that_went_away_is_told_without_its_path(client: TestClient, path: Path) -> None:
    path.rename(path.with_suffix(".gone"))
    answer = client.get("/")
    assert answer.status_code == 503
    assert str(path.parent) not in answer.text
