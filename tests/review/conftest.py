"""A register of sample letters' kind, and a client that asks the page as a browser would."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.register import TaskView
from pipeline.register import Register, get_task, store
from pipeline.review.app import create_app
from pipeline.review.settings import ReviewSettings
from tests.factories import NOW, ids, make_deadline, make_directive, make_evidence, make_task

LINES = "1. Sở Nội vụ xây dựng kế hoạch cải cách hành chính.\n2. Sở Y tế báo cáo trước ngày 20 hàng tháng.\n3. Việc khác."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with two records of one document: t2 doubtful, t3 sure."""
    place = tmp_path / "register.db"
    directive = make_directive(
        make_task(
            "xây dựng kế hoạch cải cách hành chính", leads=["Sở Nội vụ"], confidence=0.7, reasons=("không nêu hạn",),
            evidence=make_evidence("xây dựng kế hoạch cải cách hành chính", at=LINES.index("xây")),
        ),
        make_task(
            "báo cáo trước ngày 20 hàng tháng", leads=["Sở Y tế"], path=("II", "2"),
            deadlines=[make_deadline("trước ngày 20 hàng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20")],
        ),
        make_task("Việc khác của Đắk Lắk", path=("II", "3"), confidence=0.9),
        pages=({"page": 1, "source": "plain", "reason": "chữ tốt", "quality": 0.98, "text": LINES},),
        name="ke-hoach.txt",
    )  # fmt: skip
    numbers = ids("t")
    with Register.open(place, create=True) as register:
        store(register, directive, now=NOW, original=b"%PDF-1.7 stands for ke-hoach.txt", new_id=lambda: next(numbers))
    return place


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    settings = ReviewSettings(register=path, who="Lan", clock=lambda: NOW, draw_seconds=5)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as opened:
        yield opened


@pytest.fixture
def task(path: Path) -> Callable[[str], TaskView]:
    def task(task_id: str) -> TaskView:
        with Register.open(path, create=False, write=False) as register:
            found = get_task(register, task_id)
        assert found
        return found

    return task


def fields(html: str) -> dict[str, list[str]]:
    """The fields of the form of a record as a browser would send them."""
    form = html[html.index('id="record-form"') :]
    form = form[: form.index("</form>")]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:input|textarea)\b[^>]*>(?:[^<]*</textarea>)?", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag) or re.search(r">([^<]*)</textarea>", tag)
        if name:
            found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    kind = re.search(r'<option value="(\w+)" selected', form)
    found["kind"] = [kind[1] if kind else ""]
    return found


TODAY = date(2025, 6, 1)
