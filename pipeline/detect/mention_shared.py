"""What bodies of a list share: the region or house that only the last one names, the owner that only the first one names.

In: the mentions of a text.  Out: the mentions with their full names; groups of mentions that stand in one list.
Promise: offsets stay; a region is shared only with bodies of which each region has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_rules import Mention
from pipeline.detect.role_rules import RoleRules

_SEPARATOR = regex.compile(r"\s*(?:[,;]|[,;]?\s+và|;?\s+cùng|\s+hoặc|/|\s+[-–+])\s+(?:(?:với|của|đồng chí)\s+)?|\s*[,;]\s*|\s*/\s*")
_CENTRAL = ("Bộ ", "Tổng cục ", "Ngân hàng Nhà nước", "Ngân hàng nhà nước", "Thanh tra Chính phủ")
_LIKE_OWNER = {"Bộ": _CENTRAL, "Tổng cục": _CENTRAL, "Ngân hàng": _CENTRAL, "Sở": ("Sở ",)}
"""Which bodies are owners like the first: in "các đơn vị thuộc Sở Y tế, UBND các xã" the second is none."""
_IN_BRACKETS = regex.compile(r"\s*\((?=[^()]{1,80}\))")
_PAREN = regex.compile(r"\s*\([^()]{1,150}\)")


def share(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """The mentions with what the others of their list say of them."""
    return _share_owner(_share_region(_share_house(found, reader), reader), reader)


def _share_house(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "Thanh tra, Văn phòng Tổng cục": a bare office belongs to the house that the next one names."""
    out = list(found)
    for i in range(len(out) - 1, 0, -1):
        house = reader.names["shared.house"].search(out[i].name)
        near = joined_by(reader.text[out[i - 1].end : out[i].full_start])
        if house and near and out[i - 1].name in ("Thanh tra", "Văn phòng"):
            out[i - 1] = replace(out[i - 1], name=out[i - 1].name + house.group())
    return out


def _share_region(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "Sở Y tế, Trung tâm Y tế các tỉnh": what the last of a list says of the region holds for those before it."""
    out = list(found)
    for i in range(len(out) - 1, 0, -1):
        shared = reader.names["shared.region"].search(out[i].name)
        before = out[i - 1]
        if (
            not shared
            or not reader.names["shared.local"].match(before.name)
            or out[i].kind in ("collective", "council")
            or reader.names["shared.region_word"].search(before.name)
            or (reader.names["shared.of_province"].match(before.name) and reader.names["shared.districts"].match(shared.group()))
        ):
            continue
        if joined_by(reader.text[before.end : out[i].full_start]) and ";" not in reader.text[before.end : out[i].start]:
            out[i - 1] = replace(before, name=before.name + shared.group())
    return out


def _share_owner(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "các cơ quan thuộc Bộ Xây dựng, Bộ Quốc phòng": the second ministry is an owner like the first."""
    out: list[Mention] = []
    for mention in found:
        owned = bool(out) and (out[-1].kind == "collective" or " của " in out[-1].name)
        owner = reader.names["shared.owner"].search(out[-1].name) if owned else None
        near = bool(out) and joined_by(reader.text[out[-1].end : mention.full_start])
        alike = _LIKE_OWNER[owner["word"]] if owner else ()
        if owner and near and mention.kind != "collective" and not mention.head and mention.name.startswith(alike):
            mention = replace(mention, name=f"{out[-1].name[: owner.start('word')]}{mention.name}", kind="collective")
        out.append(mention)
    return out


def groups(mentions: Sequence[Mention], text: str, rules: RoleRules) -> tuple[tuple[Mention, ...], ...]:
    """Mentions that stand in one list: parted only by commas, semicolons, "và", brackets."""
    out: list[list[Mention]] = []
    for mention in mentions:
        bracket = _IN_BRACKETS.match(text, out[-1][-1].end) if out else None
        if bracket and bracket.end() == mention.full_start and text[mention.end : mention.end + 1] == ")":
            continue  # "Bộ Tài chính (Kho bạc Nhà nước), Bộ Y tế": the office in the ministry, not one more body
        if out and rules.find("list.excepted", text, out[-1][-1].end, mention.full_start):
            continue  # "các sở, ngành (trừ Sở Ngoại vụ) và UBND các huyện": whom it does not speak of
        if out and joined_by(text[out[-1][-1].end : mention.full_start]):
            out[-1].append(mention)
        else:
            out.append([mention])
    return tuple(tuple(group) for group in out)


def joined_by(between: str) -> bool:
    """Whether the words between two mentions make them one list."""
    rest = _PAREN.sub("", between)
    return _SEPARATOR.fullmatch(rest) is not None or not rest.strip()
