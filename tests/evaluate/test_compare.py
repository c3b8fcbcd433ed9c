"""When two readings are the same."""

import pytest

from pipeline.evaluate.compare import fold, pair_names, reduced_agency, rhythm, same_agency


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà bình", "hòa bình", id="tone placement"),
        pytest.param("Uỷ ban", "ủy  ban", id="case and spaces"),
        pytest.param("tiếp câ\u0323n", "tiếp cận", id="loose marks"),
        pytest.param("quản lý; điều hành.", "quản lý điều hành", id="punctuation"),
    ],
)
def test_spelling_variants_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("má", "mà"), ("Đắk", "Dak"), ("an", "ân")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh", id="short form and place"),
        pytest.param("Giám đốc Sở Y tế", "Sở Y tế", id="head of a body"),
        pytest.param("Sở Giáo dục và Đào tạo", "Sở GD&ĐT", id="abbreviation with &"),
        pytest.param("các sở, ban, ngành thuộc tỉnh", "các sở, ban, ngành", id="words of extent"),
        pytest.param("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban MTTQ tỉnh", id="front"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert same_agency(one, other, "Lào Cai")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UBND các tỉnh", "UBND tỉnh", id="many bodies and one"),
        pytest.param("Sở Tài chính", "Sở Xây dựng", id="two departments"),
        pytest.param("UBND tỉnh", "HĐND tỉnh", id="committee and council"),
    ],
)
def test_two_bodies_stay_apart(one: str, other: str) -> None:
    assert not same_agency(one, other)


def test_a_name_of_nothing_but_filler_words_is_kept_whole() -> None:
    assert reduced_agency("các tỉnh") == fold("các tỉnh")


def test_each_name_is_matched_once() -> None:
    assert pair_names(["Sở Y tế", "Sở Y tế", "Sở Nội vụ"], ["Sở Y tế", "Sở Tài chính"], "") == (1, 2, 1)


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


def test_other_rhythms_stay_apart() -> None:
    assert rhythm("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10") != rhythm("FREQ=MONTHLY;INTERVAL=6")
    assert rhythm("FREQ=MONTHLY;BYMONTHDAY=20") != rhythm("FREQ=MONTHLY;BYMONTHDAY=25")
    assert rhythm(None) is rhythm("") is None
