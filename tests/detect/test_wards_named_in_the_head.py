"""Wards and communes that the head of a letter names one by one are meant where a sentence calls on all of their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import AgencyRole, Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
WARDS = "UBND các phường: Việt Trì, Nông Trang, Thanh Miếu"
EACH = ["Việt Trì", "Nông Trang", "Thanh Miếu"]


def _bodies(head: str, body: str, read: Read, role: Role = Role.LEAD) -> list[AgencyRole]:
    _, directive = read(f"Kính gửi: {head}\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n")
    return [agency for task in directive.tasks for agency in task.agencies if agency.role is role]


def _wards(*names: str, unit: str = "phường") -> str:
    return "; ".join(f"Ủy ban nhân dân {unit} {name}" for name in names)


@pytest.mark.parametrize(
    ("head", "body", "meant"),
    [
        (WARDS, "UBND tỉnh đề nghị UBND các phường rà soát hồ sơ.", _wards(*EACH)),
        (WARDS, "Yêu cầu Chủ tịch UBND các phường rà soát hồ sơ.", _wards(*EACH)),
        (WARDS, "Yêu cầu UBND các phường nêu trên rà soát hồ sơ.", _wards(*EACH)),
        (WARDS, "Đề nghị UBND các phường có tên trên rà soát hồ sơ.", _wards(*EACH)),
        (WARDS, "Đề nghị các phường rà soát hồ sơ.", _wards(*EACH)),
        (WARDS, "Đề nghị Ủy ban nhân dân các phường rà soát hồ sơ.", _wards(*EACH)),
        ("Chủ tịch UBND các phường: Việt Trì, Nông Trang", "Đề nghị Chủ tịch UBND các phường rà soát hồ sơ.", _wards(*EACH[:2])),
        ("\n- UBND phường Việt Trì;\n- UBND phường Nông Trang.", "Đề nghị UBND các phường rà soát hồ sơ.", _wards(*EACH[:2])),
        (f"\n- Sở Xây dựng;\n- {WARDS}.", "Đề nghị UBND các phường rà soát hồ sơ.", _wards(*EACH)),
        (
            f"{WARDS}; UBND xã Hạ Hòa",
            "Đề nghị UBND các xã, phường rà soát hồ sơ.",
            f"{_wards(*EACH)}; {_wards('Hạ Hòa', unit='xã')}",
        ),
        (f"{WARDS}; UBND xã Hạ Hòa", "Đề nghị UBND các phường rà soát hồ sơ.", _wards(*EACH)),
    ],
)
def test_all_of_a_kind_are_those_of_the_head(head: str, body: str, meant: str, read: Read) -> None:
    (body_named,) = _bodies(head, body, read)
    assert body_named.canonical == meant
    assert body_named.name.endswith(("phường", "trên"))


@pytest.mark.parametrize(
    "head",
    [
        "UBND các xã, phường",
        "UBND phường Việt Trì; UBND các xã, phường còn lại",
        "Sở Xây dựng; UBND phường Việt Trì",
        "Sở Xây dựng; Sở Y tế",
    ],
    ids=["all", "some-and-the-rest", "one", "others"],
)
def test_all_of_a_kind_stay_all_where_the_head_does_not_name_them(head: str, read: Read) -> None:
    (named,) = _bodies(head, "Đề nghị UBND các xã, phường rà soát hồ sơ.", read)
    assert named.canonical == "Ủy ban nhân dân các xã, phường"


@pytest.mark.parametrize(
    "body",
    [
        "Đề nghị UBND các phường còn lại rà soát hồ sơ.",
        "Đề nghị UBND các phường khác rà soát hồ sơ.",
        "Đề nghị UBND các phường không có tên nêu trên rà soát hồ sơ.",
        "Đề nghị UBND các phường trên địa bàn\ntoàn tỉnh rà soát hồ sơ.",
        "Đề nghị UBND các phường trong tỉnh rà soát hồ sơ.",
    ],
    ids=["the-rest", "others", "not-named", "of-the-province", "in-the-province"],
)
def test_others_than_those_of_the_head_may_be_meant(body: str, read: Read) -> None:
    (named,) = _bodies(WARDS, body, read)
    assert named.canonical == "Ủy ban nhân dân các xã, phường"


def test_what_is_done_in_the_whole_province_is_still_the_work_of_those_named(read: Read) -> None:
    (named,) = _bodies(WARDS, "Đề nghị UBND các phường rà soát hồ sơ của người dân trên địa bàn tỉnh.", read)
    assert named.canonical == _wards(*EACH)


def test_items_below_an_opening_and_those_who_work_along_are_meant_too(read: Read) -> None:
    body = "UBND tỉnh đề nghị UBND các phường thực hiện:\n1. Rà soát hồ sơ.\n2. Báo cáo kết quả.\n"
    assert [agency.canonical for agency in _bodies(WARDS, body, read)] == [_wards(*EACH)] * 2
    order = "1. Sở Xây dựng chủ trì, phối hợp với UBND các phường kiểm tra.\n2. Sở Y tế trực.\n"
    assert [agency.canonical for agency in _bodies(WARDS, order, read, Role.COORDINATE)] == [_wards(*EACH)]
