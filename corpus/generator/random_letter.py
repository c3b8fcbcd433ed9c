"""Draws letters at random from phrase banks of its own: well-formed, of any length, with every duty known.

In: a seed and a number of pages.  Out: a `Letter`.
Promise: the same seed gives the same letter; each task's text occurs once in it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from corpus.generator.model import Annex, Due, Duty, Item, Letter, Names, Row, lead
from corpus.generator.phrases import ACTIONS, AIMS, BODIES_AFTER, BODIES_BEFORE, ROMAN, SIGNERS, objects_of

TASKS_PER_PAGE = 12  # measured on the generated letters: 14 pt, one to three lines a task
TWO_LEVELS = date(2025, 7, 1)  # no district level from this day (NQ 202/2025/QH15, in force)


class _Writer:
    """One letter being drawn: its chance, its day, the words already used."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.day = date(2022, 1, 4) + timedelta(days=self.chance.randrange(1500))
        self.bodies = BODIES_BEFORE if self.day < TWO_LEVELS else BODIES_AFTER
        self.used: set[str] = set()

    def action(self, body: str) -> str:
        while True:
            words = f"{self.chance.choice(ACTIONS)} {self.chance.choice(objects_of(body))} {self.chance.choice(AIMS)}"
            if words not in self.used:
                self.used.add(words)
                return words

    def others(self, not_these: Names, count: int) -> Names:
        return tuple(self.chance.sample([name for name in self.bodies if name not in not_these], count))

    def due(self) -> Due | None:
        later = self.day + timedelta(days=self.chance.randrange(20, 200))
        last = (later.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        quarter = (later.month - 1) // 3
        end = date(later.year + (quarter == 3), quarter * 3 % 12 + 4 if quarter < 3 else 1, 1) - timedelta(days=1)
        day, n = f"{later.day:02}/{later.month}/{later.year}", self.chance.choice((5, 10, 15, 20, 25))
        forms = (
            Due(f"trước ngày {day}", later.isoformat()),
            Due(f"chậm nhất ngày {day}", later.isoformat()),
            Due(f"trong tháng {later.month}/{later.year}", last.isoformat()),
            Due(f"trong quý {ROMAN[quarter]}/{later.year}", end.isoformat()),
            Due(f"trước ngày {n:02} hằng tháng", rrule=f"FREQ=MONTHLY;BYMONTHDAY={n}"),
        )
        return self.chance.choice(forms) if self.chance.random() < 0.5 else None

    def duty(self, leads: Names) -> Item:
        """A bullet under the heading of `leads`."""
        due, words = self.due(), self.action(leads[0])
        coordinators: Names = ()
        if self.chance.random() < 0.35:
            coordinators = self.others(leads, self.chance.choice((1, 1, 2)))
            text = f"Chủ trì, phối hợp với {', '.join(coordinators)} {words}"
        else:
            text = words[0].upper() + words[1:]
        report: Names = ()
        if due and due.rrule:
            text, report = f"{text}; tổng hợp kết quả, báo cáo UBND tỉnh {due.text}", ("UBND tỉnh",)
        elif due:
            text = f"{text}; hoàn thành {due.text}"
        return Item(f"{text}.", "-", Duty(None, coordinators, report, (due,) if due else ()))

    def agency(self, number: int, name: str, count: int) -> Item:
        children = tuple(lead((name,), self.duty((name,))) for _ in range(count))
        return Item(f"{name}:", f"{number}.", None, children, bold=True)


def random_document(seed: int, *, pages: int = 2, annex: bool | None = None) -> Letter:
    """A letter of about `pages` pages; `annex` forces or forbids a table (by chance where None)."""
    writer = _Writer(seed)
    wanted, body = pages * TASKS_PER_PAGE, []
    section = 0
    while wanted > 0:
        section += 1
        part, wanted = _agencies(writer, wanted)
        body.append(part)
    items = tuple(Item(f"NHÓM NHIỆM VỤ THỨ {i}", f"{_roman(i)}.", None, part, bold=True) for i, part in enumerate(body, start=1))
    with_annex = writer.chance.random() < 0.3 if annex is None else annex
    return _letter(writer, seed, items if section > 1 else body[0], _annex(writer) if with_annex else None)


def _agencies(writer: _Writer, wanted: int) -> tuple[tuple[Item, ...], int]:
    found: list[Item] = []
    for name in writer.chance.sample(list(writer.bodies), len(writer.bodies)):
        if wanted <= 0:
            break
        count = min(wanted, writer.chance.choice((1, 2, 3, 4)))
        found.append(writer.agency(len(found) + 1, name, count))
        wanted -= count
    return tuple(found), wanted


def _annex(writer: _Writer) -> Annex:
    rows = []
    for i in range(1, writer.chance.randrange(6, 14)):
        leader = writer.chance.choice(writer.bodies)
        coordinators, due, words = writer.others((leader,), 1), writer.due() or Due("Thường xuyên"), writer.action(leader)
        text, when = words[0].upper() + words[1:], due.text[0].upper() + due.text[1:]
        duty = Duty((leader,), coordinators, (), (Due(when, due.due, due.rrule),))
        rows.append(Row((str(i), text, leader, coordinators[0], when, "Báo cáo"), duty))
    header = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm")
    return Annex("PHỤ LỤC", "DANH MỤC NHIỆM VỤ", header, (1.1, 7, 4, 4, 3, 3), tuple(rows))


def _letter(writer: _Writer, seed: int, body: tuple[Item, ...], annex: Annex | None) -> Letter:
    opening = (
        "Để hoàn thành các chỉ tiêu, nhiệm vụ được giao, Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị, địa phương tập trung "
        "thực hiện các nội dung sau:"
    )
    return Letter(
        stem=f"ngau-nhien-{seed}",
        agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
        bold_agency=2,
        issuer="Ủy ban nhân dân tỉnh Sơn Khê",
        place="Sơn Khê",
        town="Sơn Khê",
        number=str(writer.chance.randrange(10, 4000)),
        symbol="UBND-TH",
        type="CV",
        issued=writer.day,
        subject=f"thực hiện một số nhiệm vụ trọng tâm trong thời gian tới (văn bản mẫu {seed})",
        addressees=(
            "Các sở, ban, ngành tỉnh",
            "UBND các huyện, thị xã, thành phố" if writer.day < TWO_LEVELS else "UBND các xã, phường",
        ),
        opening=(Item(opening),),
        body=body,
        recipients=("Như trên;", "TT. Tỉnh ủy, HĐND tỉnh (b/c);", "Lưu: VT, TH."),
        authority="KT. CHỦ TỊCH",
        position="Phó Chủ tịch",
        signer=writer.chance.choice(SIGNERS),
        annex=annex,
    )


def _roman(number: int) -> str:
    values = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in values:
        out, number = out + sign * (number // value), number % value
    return out
