"""A scan without a text layer is read by OCR, and says so."""

import pytest
from sample_reading import Reading

from models.text import PageSource


@pytest.fixture
def scan(read) -> Reading:
    return read("bay-anh-quet.pdf")


def test_the_reading_agrees_with_the_gold(scan: Reading) -> None:
    assert scan.wrong() == {}, scan.score.notes


def test_the_page_is_recorded_as_read_from_its_picture(scan: Reading) -> None:
    (page,) = scan.document.pages
    assert page.source is PageSource.OCR
    assert page.healthy
    assert "trang là ảnh quét" in page.reason
    assert scan.directive.warnings == ()


def test_each_task_is_pointed_at_on_the_page(scan: Reading) -> None:
    (page,) = scan.document.pages
    for task in scan.directive.tasks:
        assert task.evidence.boxes
        assert all(0 <= x0 < x1 <= page.width and 0 <= top < bottom <= page.height for x0, top, x1, bottom in task.evidence.boxes)
