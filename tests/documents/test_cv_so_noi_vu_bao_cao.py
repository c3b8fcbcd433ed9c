"""A deadline of every form: each has its value, counted from the day of issue where that is known."""

import pytest
from sample_reading import Reading

WHO = ["các sở, ban, ngành tỉnh", "UBND các xã, phường"]

FORMS = [
    pytest.param("sắp xếp vị trí việc làm", ["2025-09-20"], id="before-a-day"),
    pytest.param("Cử 01 công chức", ["2025-09-17"], id="working-days-from-issue"),
    pytest.param("hồ sơ điện tử", ["2025-11-30"], id="at-the-latest"),
    pytest.param("Đăng ký nhu cầu đào tạo", ["2025-09-25"], id="hour-and-day"),
    pytest.param("sử dụng biên chế", ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"], id="quarterly"),
    pytest.param("tinh giản biên chế", ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"], id="two-days-a-year"),
    pytest.param("Cập nhật biến động", ["FREQ=WEEKLY;BYDAY=FR"], id="weekday"),
    pytest.param("Trả lời kiến nghị", [""], id="term-from-unknown-day"),
    pytest.param("kiểm tra công vụ đột xuất", ["2025-10-15"], id="span"),
    pytest.param("quy chế làm việc", ["2025-10-31", "2025-12-31"], id="month-and-quarter"),
    pytest.param("luân chuyển, điều động", ["2026-02-28"], id="before-a-month"),
    pytest.param("Báo cáo bằng văn bản", ["2025-09-22"], id="closing-order"),
]


@pytest.fixture
def letter(read) -> Reading:
    return read("cv-so-noi-vu-bao-cao.pdf")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


@pytest.mark.parametrize(("words", "values"), FORMS)
def test_each_form_has_its_value(letter: Reading, words: str, values: list[str]) -> None:
    assert letter.values(words) == values


def test_the_hour_is_kept(letter: Reading) -> None:
    assert letter.task("Đăng ký nhu cầu đào tạo").deadlines[0].time == "17:00"


def test_the_first_day_of_a_span_is_kept(letter: Reading) -> None:
    assert str(letter.task("kiểm tra công vụ đột xuất").deadlines[0].start) == "2025-09-15"


def test_months_and_ends_of_a_report_in_brackets_are_deadlines_of_their_own(letter: Reading) -> None:
    assert letter.values("chế độ báo cáo công tác cải cách hành chính") == [
        "FREQ=MONTHLY;BYMONTHDAY=16",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
    ]


def test_the_sentence_that_opens_the_list_names_the_leads(letter: Reading) -> None:
    assert letter.leads("sắp xếp vị trí việc làm") == WHO
    assert all(agency.inherited for agency in letter.task("luân chuyển").agencies if agency.role == "lead")


def test_the_department_issues_in_its_own_name(letter: Reading) -> None:
    assert letter.directive.fields.issuer == "Sở Nội vụ tỉnh Sơn Khê"
    assert letter.directive.fields.number == "1306/SNV-CCVC"
