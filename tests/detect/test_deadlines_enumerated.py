"""Small languages of time in full: all days, months, quarters, weekdays; and any text at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadline_values import last_of_month
from pipeline.detect.deadlines import DeadlineFinding, find_deadlines

CALENDAR = vietnam_calendar()
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA")
WEEKDAYS = dict(zip(("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "2", "3", "4", "5", "6", "7"), DAYS * 2, strict=True))
MONTHS = ["một", "hai", "ba", "tư", None, "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"]


def _one(text: str, *, labelled: bool = False) -> DeadlineFinding:
    found = find_deadlines(text, issued=None, year=2028, calendar=CALENDAR, labelled=labelled)
    assert len(found) == 1, (text, found)
    return found[0]


FORMS = ["{d.day}/{d.month}/{d.year}", "ngày {d:%d-%m-%Y}", "ngày {d.day} tháng {d.month} năm {d.year}", "ngày {d:%d/%m}"]


@pytest.mark.parametrize("form", FORMS)
def test_every_day_of_a_leap_year_in_every_form(form: str) -> None:
    day = date(2028, 1, 1)
    wrong = []
    while day.year == 2028:
        if _one(f"Gửi trước {form.format(d=day)}").due != day:
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_in_digits_and_in_words(month: int) -> None:
    last = last_of_month(2028, month)
    assert _one(f"Gửi trong tháng {month}/2028").due == last
    assert _one(f"Gửi trong tháng {month:02d}").due == last
    assert _one(f"Tháng {month} năm 2028", labelled=True).due == last
    before = _one(f"Gửi trước tháng {month}/2028").due
    assert before == date(2028, month, 1) - timedelta(days=1)
    word = MONTHS[month - 1]
    if word:
        assert _one(f"Gửi trong tháng {word} năm 2028").due == last


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_every_quarter_roman_and_arabic(quarter: int) -> None:
    last = last_of_month(2028, quarter * 3)
    roman = ["I", "II", "III", "IV"][quarter - 1]
    for numeral in (roman, str(quarter), f"0{quarter}"):
        for form in ("quý {}/2028", "Quý {} năm 2028", "quý {}", "QUÝ {}-2028", "quí {}/2028"):
            assert _one(f"Gửi trong {form.format(numeral)}").due == last, (form, numeral)


@pytest.mark.parametrize("day", range(1, 32))
def test_every_day_of_the_month_as_a_rhythm(day: int) -> None:
    found = _one(f"Gửi trước ngày {day:02d} hàng tháng")
    assert found.rrule == f"FREQ=MONTHLY;BYMONTHDAY={day}"
    assert bool(found.reasons) == (day > 28)


@pytest.mark.parametrize("day", [32, 0, 99])
def test_no_month_has_this_day(day: int) -> None:
    found = _one(f"Gửi trước ngày {day:02d} hàng tháng")
    assert found.rrule is None
    assert found.reasons


@pytest.mark.parametrize(("word", "day"), WEEKDAYS.items())
def test_every_weekday(word: str, day: str) -> None:
    assert _one(f"Họp giao ban thứ {word} hằng tuần").rrule == f"FREQ=WEEKLY;BYDAY={day}"


@pytest.mark.parametrize("hour", range(24))
def test_every_hour(hour: int) -> None:
    assert _one(f"Gửi trước {hour} giờ 05 ngày 15/6/2028").time == f"{hour:02d}:05"


PIECES = "trước |ngày |20|15/12|/|2028| hằng |hàng năm|tháng |quý |III| và |, |(|)|từ | đến |năm |thứ Sáu|tuần|17h00 |6 tháng "
MORE = "cuối năm|trong |10 ngày| làm việc| kể từ ngày ký|định kỳ |.|\n|31/2|\u0301|“|”"
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(f"{PIECES}|{MORE}".split("|")), max_size=20).map("".join))


@settings(deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from([None, date(2028, 2, 29)]))
def test_any_text_gives_findings_that_slice_back_and_hold_one_value(text: str, labelled: bool, issued: date | None) -> None:
    found = find_deadlines(text, issued=issued, year=2028, calendar=CALENDAR, labelled=labelled)
    at = 0
    for finding in found:
        assert at <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        assert finding.due is None or finding.rrule is None
        assert 0 < finding.confidence < 1
        if finding.rrule:
            assert rrulestr(finding.rrule, dtstart=date(2028, 1, 1))
        at = finding.end


def test_a_hostile_text_ends() -> None:
    text = "trước ngày " * 3000 + "1/1" * 3000 + "(" * 2000 + "hằng năm, " * 2000
    assert isinstance(find_deadlines(text, issued=None, year=2028, calendar=CALENDAR), tuple)
