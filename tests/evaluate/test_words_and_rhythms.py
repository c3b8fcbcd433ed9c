"""When two texts or two recurrence rules are the same."""

import pytest

from pipeline.evaluate.rhythm import rhythm
from pipeline.evaluate.words import bag, overlap, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà bình", "hòa bình", id="tone placement"),
        pytest.param("Uỷ ban", "ủy  ban", id="case and spaces"),
        pytest.param("tiếp câ\u0323n", "tiếp cận", id="loose marks"),
        pytest.param("quản lý; điều hành.", "quản lý điều hành", id="punctuation"),
    ],
)
def test_spelling_variants_read_alike(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("má", "mà"), ("Đắk", "Dak"), ("an", "ân")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_shares_of_words() -> None:
    share = overlap(bag("báo cáo kết quả báo cáo"), bag("báo cáo Sở Nội vụ"))
    assert (share.shared, share.of_one, share.of_other, share.of_both) == (2, 2 / 6, 2 / 5, 4 / 11)
    nothing = overlap(bag(""), bag("…"))
    assert (nothing.of_one, nothing.of_other, nothing.of_both) == (0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=3", id="quarters"),
        pytest.param("FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", id="half years"),
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20251231", "RRULE:freq=monthly;BYMONTHDAY=20;INTERVAL=1", id="until, interval 1"
        ),
    ],
)
def test_one_rhythm_in_two_forms(one: str, other: str) -> None:
    assert rhythm(one) == rhythm(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10", "FREQ=MONTHLY;INTERVAL=6", id="the tenth and the last day"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=20", "FREQ=MONTHLY;BYMONTHDAY=25", id="other day"),
        pytest.param("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY", id="day of the week"),
        pytest.param("FREQ=YEARLY;BYMONTH=4,12", "FREQ=MONTHLY;INTERVAL=6", id="two months that are no half years"),
        pytest.param("FREQ=YEARLY;COUNT=3", "FREQ=YEARLY", id="three times"),
        pytest.param("FREQ=MONTHLY;INTERVAL=x", "FREQ=MONTHLY", id="not a rule"),
    ],
)
def test_other_rhythms_stay_apart(one: str, other: str) -> None:
    assert rhythm(one) != rhythm(other)


def test_no_rule_no_rhythm() -> None:
    assert rhythm(None) is rhythm("") is None
