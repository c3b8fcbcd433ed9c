"""A scan without a text layer is known as such: it enters with a warning until it can be read."""

import pytest
from sample_reading import Reading


@pytest.fixture
def scan(read) -> Reading:
    return read("bay-anh-quet.pdf")


@pytest.mark.xfail(reason="reading of scans comes with OCR (issue C)", strict=True)
def test_the_reading_agrees_with_the_gold(scan: Reading) -> None:
    assert scan.wrong() == {}, scan.score.notes


def test_the_page_is_recorded_as_without_text_and_the_clerk_is_told(scan: Reading) -> None:
    (page,) = scan.document.pages
    assert not page.healthy
    assert page.reason
    assert scan.directive.warnings
