"""When two names mean one body."""

from datetime import date

import pytest

from pipeline.evaluate.names import Names
from pipeline.rules.directory import load_directory


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_directory(), on=date(2024, 5, 12), place="Lào Cai")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh", id="short form and place"),
        pytest.param("Giám đốc Sở Y tế", "Sở Y tế", id="head of a body"),
        pytest.param("Sở Giáo dục và Đào tạo", "Sở GD&ĐT", id="abbreviation with &"),
        pytest.param("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", id="tone placement"),
        pytest.param("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban MTTQ tỉnh", id="front"),
        pytest.param("các sở, ban, ngành thuộc UBND tỉnh", "Các sở, ban, ngành", id="group with its office"),
        pytest.param("các cơ quan, đơn vị có liên quan", "các cơ quan, đơn vị liên quan", id="group in other words"),
        pytest.param("Tổ công tác Đề án 06 cấp tỉnh", "Tổ công tác Đề án 06", id="unknown body, three quarters of the words"),
    ],
)
def test_one_body_under_two_names(names: Names, one: str, other: str) -> None:
    assert names.same(one, other)
    assert names.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UBND các tỉnh", "UBND tỉnh", id="many bodies and one"),
        pytest.param("Sở Tài chính", "Sở Xây dựng", id="two departments"),
        pytest.param("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", id="before and after a merger"),
        pytest.param("Bộ Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", id="ministry and department, most words alike"),
        pytest.param("UBND tỉnh", "HĐND tỉnh", id="committee and council"),
        pytest.param("Sở Nội vụ tỉnh Yên Bái", "Sở Nội vụ", id="the same body of another province"),
        pytest.param("các cơ quan", "các cơ quan, đơn vị, địa phương", id="a smaller circle"),
    ],
)
def test_two_bodies_stay_apart(names: Names, one: str, other: str) -> None:
    assert not names.same(one, other)
    assert not names.same(other, one)


def test_each_name_is_taken_once_and_the_closest_first(names: Names) -> None:
    assert names.pair(["Sở Y tế", "Sở Y tế", "Sở Nội vụ"], ["Sở Y tế", "Sở Tài chính"]) == [(0, 0)]
    found = ["Tổ công tác Đề án 06 cấp tỉnh", "Tổ công tác Đề án 06"]
    assert names.pair(found, ["Tổ công tác Đề án 06"]) == [(1, 0)]


def test_a_name_of_idle_words_only_is_compared_whole(names: Names) -> None:
    assert not names.same("các", "tất cả")
    assert names.same("các", "Các")


def test_without_place_and_day_names_are_compared_all_the_same() -> None:
    nowhere = Names(load_directory())
    assert nowhere.same("Giám đốc Sở Y tế", "Sở Y tế")
    assert not nowhere.same("Sở Y tế", "Sở Tài chính")
