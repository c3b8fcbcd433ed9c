"""Kinds of bodies beside others: the press, the owners "Bộ, cơ quan ngang Bộ", one office behind a kind of them, the sides of a
contract. Sentences written for these tests.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.detect.small_plan import Read, small_plan

Roles = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("along", "names"),
    [
        ("các cơ quan báo chí, truyền thông", ["các cơ quan báo chí, truyền thông"]),
        ("các cơ quan báo chí, Đài Phát thanh tỉnh", ["các cơ quan báo chí", "Đài Phát thanh tỉnh"]),
        ("các phòng, ban thuộc UBND cấp xã, cơ quan Thuế", ["các phòng, ban thuộc UBND cấp xã", "cơ quan Thuế"]),
        ("các sở, ngành và cơ quan hải quan", ["các sở, ngành", "cơ quan hải quan"]),
        ("các sở, ban, ngành, cơ quan, đơn vị", ["các sở, ban, ngành, cơ quan, đơn vị"]),
        ("các đơn vị thuộc Bộ, cơ quan ngang Bộ", ["các đơn vị thuộc Bộ, cơ quan ngang Bộ"]),
        ("bên bán điện, bên mua điện và các bên liên quan", ["bên bán điện", "bên mua điện", "các bên liên quan"]),
        ("cơ quan lãnh sự, người có thẩm quyền, gia đình", ["cơ quan lãnh sự", "người có thẩm quyền", "gia đình"]),
        ("cơ quan đại diện ngoại giao của nước mà người đó đến", ["cơ quan đại diện ngoại giao"]),
    ],
)
def test_who_works_along(along: str, names: list[str], roles_in_plan: Roles) -> None:
    item = f"Sở Tư pháp phối hợp với {along} tổ chức hội nghị về chợ."
    assert roles_in_plan(item, "coordinate") == names


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("Các cơ quan, đơn vị chuyên môn thuộc Bộ, cơ quan ngang Bộ", None),
        (
            "Các tổ chức trực thuộc bộ, cơ quan ngang bộ và UBND cấp tỉnh",
            ["Các tổ chức trực thuộc bộ, cơ quan ngang bộ", "UBND cấp tỉnh"],
        ),
        ("Các đơn vị thuộc bộ, ngành, địa phương", None),
        ("Cơ quan báo chí, truyền thông thuộc Bộ Tài chính", None),
    ],
)
def test_who_leads(subject: str, names: list[str] | None, roles_in_plan: Roles) -> None:
    assert roles_in_plan(f"{subject} có trách nhiệm báo cáo theo mẫu số 04.", "lead") == (names or [subject])


def test_a_list_of_those_called_by_one_name_is_no_task(read: Read) -> None:
    defined = "Cơ quan nhà nước có thẩm quyền quản lý việc cấp phép (sau đây gọi tắt là cơ quan cấp phép) bao gồm: Sở Y tế."
    assert not read(small_plan(defined))[1].tasks
    assert read(small_plan(defined.replace("bao gồm", "báo cáo")))[1].tasks
