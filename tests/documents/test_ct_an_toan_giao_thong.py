"""Directive: heads of agencies count as their agencies, "Giao Sở X ..." names the lead in the item itself."""

import pytest
from sample_reading import Reading


@pytest.fixture
def directive(read) -> Reading:
    return read("ct-an-toan-giao-thong.pdf")


def test_the_reading_agrees_with_the_gold(directive: Reading) -> None:
    assert directive.wrong() == {}, directive.score.notes


def test_heads_are_taken_off(directive: Reading) -> None:
    assert directive.leads("không giao xe mô tô") == ["các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"]


def test_a_start_without_an_end_has_no_value(directive: Reading) -> None:
    assert [value for value in directive.values("tiêu chí xếp loại hạnh kiểm") if value] == []


def test_the_effect_clause_and_the_statistics_assign_nothing(directive: Reading) -> None:
    assert not any("có hiệu lực" in task.text or "27 vụ tai nạn" in task.text for task in directive.directive.tasks)
