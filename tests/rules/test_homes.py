"""The province whose bodies a paper means: the seat of a central body says nothing of it, its title may."""

from __future__ import annotations

import pytest

from pipeline.rules.homes import areas_in, home_of

HOMES = [
    pytest.param(("Bộ Y tế", "Hà Nội", "Kế hoạch tiêm chủng năm 2015"), None, id="a ministry"),
    pytest.param(("Thủ tướng Chính phủ", "Hà Nội", None), None, id="the prime minister"),
    pytest.param(("Bộ Công an - Bộ Y tế", "Hà Nội", None), None, id="a joint paper of ministries"),
    pytest.param(("Cục Kiểm định giống", "Hà Nội", None), None, id="a department known by the form of its name"),
    pytest.param(("Bộ Y tế", "Hà Nội", "làm việc với lãnh đạo tỉnh Hà Giang"), "Hà Giang", id="the title names a province"),
    pytest.param(("Bộ Y tế", "Hà Nội", "làm việc với Thành ủy Đà Nẵng"), "Đà Nẵng", id="the title names its party"),
    pytest.param(("Bộ Y tế", "Hà Nội", "làm việc tại TP. Hồ Chí Minh"), "Hồ Chí Minh", id="the title names a city"),
    pytest.param(("Bộ Y tế", "Hà Nội", "đường nối tỉnh Hà Giang với tỉnh Lào Cai"), None, id="the title names two"),
    pytest.param(("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", None), "Hà Nội", id="the city itself"),
    pytest.param(("Sở Y tế thành phố Hà Nội", "Hà Nội", "đón đoàn tỉnh Lào Cai"), "Hà Nội", id="a department of the city"),
    pytest.param(("Cục Thuế thành phố Hà Nội", "Hà Nội", None), "Hà Nội", id="a central branch of the city"),
    pytest.param(("Trường Đại học Thủy văn", "Hà Nội", None), "Hà Nội", id="a school stands in its city"),
    pytest.param(("Sở Y tế tỉnh Lào Cai", "Lào Cai", None), "Lào Cai", id="a province"),
    pytest.param((None, "Hà Nội", None), "Hà Nội", id="no issuer"),
]


@pytest.mark.parametrize(("told", "home"), HOMES)
def test_where_local_bodies_are(told: tuple[str | None, str | None, str | None], home: str | None) -> None:
    assert home_of(*told) == home


def test_areas_in_a_title_by_their_kind() -> None:
    assert list(areas_in("lãnh đạo Tỉnh ủy Hà Giang, tỉnh lào cai và TP.Hồ Chí Minh")) == ["Hà Giang", "Lào Cai", "Hồ Chí Minh"]
    assert list(areas_in("quản lý thành phố thông minh")) == []
