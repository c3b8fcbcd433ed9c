"""The queue, the names and the days that people type: nothing is dropped in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.directive import Signer
from models.office import Office
from pipeline.register import Register, set_office, store
from pipeline.review.agency_names import suggest_names
from pipeline.review.deadline_reading import day_said, looks_like_a_day
from pipeline.review.highlights import Line, Stretch
from pipeline.review.rendering import item_words, signed_words
from tests.factories import NOW, make_bytes, make_directive, make_task
from tests.review.test_review_structure import letterhead


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with Register.open(path, create=False) as opened:
        yield opened


@pytest.mark.parametrize("typed", ["31/2/2025", "ngày mai", "99/99/9999"])
def test_a_due_day_that_is_none_is_told_and_kept_in_the_field(client: TestClient, typed: str) -> None:
    page = client.get("/", params={"due": typed}).text
    assert "chưa lọc theo hạn" in page
    assert f'value="{typed}"' in page
    assert "/tasks/t2" in page
    assert "chưa lọc theo hạn" not in client.get("/?due=30/6/2025").text


@pytest.mark.parametrize("address", ["/?page=9999", "/documents?page=9999"])
def test_a_page_behind_the_end_is_the_last_one(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert ("/tasks/t2" in page) or ("/documents/t1" in page)
    assert "9.999" not in page


def test_marks_that_were_typed_count_and_the_way_without_them_is_offered(client: TestClient) -> None:
    assert "/tasks/t4" in client.get("/?q=đắk lắk").text
    page = client.get("/?q=đăk lăk").text
    assert "/tasks/t4" not in page
    assert "/?q=dak+lak" in page
    assert "khớp nhất trước" in page
    assert "khớp nhất trước" not in client.get("/").text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sở nv", "Sở Nội vụ"), ("snv", "Sở Nội vụ"), ("skhcn", "Sở Khoa học và Công nghệ"), ("so tai chin", "Sở Tài chính"),
        ("vp ubnd tinh", "Văn phòng Ủy ban nhân dân tỉnh"), ("sở khcn", "Sở Khoa học và Công nghệ"),
    ],
)  # fmt: skip
def test_short_names_are_understood(register: Register, typed: str, name: str) -> None:
    assert name in suggest_names(register, typed)


def test_one_body_in_two_spellings_is_offered_once(register: Register) -> None:
    store(
        register, make_directive(make_task(leads=["Bộ Công An", "Bộ Công an"]), name="b.pdf"), now=NOW, original=make_bytes("b.pdf")
    )
    assert [name for name in suggest_names(register, "bo cong an") if name.lower() == "bộ công an"] == ["Bộ Công an"]
    assert suggest_names(register, "khongcoai") == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/5/2025", "2025-05-12"), ("ngày 12 tháng 5 năm 2025", "2025-05-12"), ("2025-05-12", "2025-05-12"),
        ("Đắk Sơn, ngày 02 tháng 06 năm 2025", "2025-06-02"), ("tháng 5/2025", "None"), ("31 tháng 2 năm 2025", "None"),
    ],
)  # fmt: skip
def test_the_day_of_a_letter_in_figures_or_words(typed: str, day: str) -> None:
    assert str(day_said(typed)) == day


def test_a_day_outside_the_calendar_is_said_to_be_so(client: TestClient) -> None:
    answer = client.post("/documents/t1/letterhead", data=letterhead(client, issued="31/02/2025"))
    assert "31/02/2025 không có trong lịch" in answer.text
    assert "Không hiểu ngày ban hành" in client.post("/documents/t1/letterhead", data=letterhead(client, issued="hôm qua")).text
    assert not looks_like_a_day("hôm qua")
    client.post("/documents/t1/letterhead", data=letterhead(client, issued="ngày 3 tháng 6 năm 2025"))
    assert letterhead(client)["issued"] == "03/06/2025"


def test_doubts_are_english_for_who_reads_english(client: TestClient, register: Register) -> None:
    task = make_task(reasons=("cơ quan chủ trì suy ra từ câu mở đầu",))
    store(register, make_directive(task, name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
    client.cookies.set("giaoviec_language", "en")
    page = client.get("/").text
    assert "the lead is inferred from the opening sentence" in page
    assert "suy ra" not in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("Điều 1", "1", "a"), "Điều 1, khoản 1, điểm a"), (("III", "2", "a", "-1"), "mục III.2.a, gạch 1"),
        (("PL", "III", "10"), "Bảng, mục III.10"), (("2", "(1)"), "mục 2.1"), (("¶3",), "đoạn 3"),
        (("II", "Điều 4", "2"), "mục II, Điều 4, khoản 2"), ((), ""),
    ],
)  # fmt: skip
def test_an_item_is_called_as_people_call_it(path: tuple[str, ...], words: str) -> None:
    assert item_words(path) == words


def test_who_signs_for_the_head_stands_below_the_head() -> None:
    assert signed_words(Signer(name="An", title="Phó chủ tịch", authority="KT.")) == "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH An"
    assert signed_words(Signer(name="An", title="Chánh Văn phòng", authority="TL.")) == "TL. CHÁNH VĂN PHÒNG An"
    assert signed_words(Signer(name="An", title=None, authority=None)) == "An"


def test_what_we_only_receive_is_said_to_be_so(client: TestClient, register: Register) -> None:
    set_office(register, Office(name="Sở Nội vụ"))
    task = make_task("Báo cáo kết quả", leads=["Sở Y tế"], report_to=["Sở Nội vụ"], path=("9",))
    store(register, make_directive(task, name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
    page = client.get("/").text
    assert page.count("cơ quan mình nhận báo cáo") == 1
    assert "cơ quan mình nhận báo cáo" not in client.get("/?scope=all").text


def test_a_row_with_bars_is_shown_as_cells() -> None:
    marked = Line(0, 30, (Stretch("| 1 | ", ()), Stretch("Rà soát", ("task",)), Stretch(" | Sở Y tế |", ())))
    assert [[part.text.strip() for part in cell] for cell in marked.cells] == [["1"], ["", "Rà soát", ""], ["Sở Y tế"]]
    assert marked.cells[1][1].kinds == ("task",)
    assert Line(0, 5, (Stretch("a | b", ()),)).cells == ()
