"""The fixed lines of a document: number, place and date, addressees, as NĐ 30/2020/NĐ-CP words them.

In: a `Letter`.  Out: strings that all writers share.
Promise: blanks stay blank: a missing number or date is printed as the gap an office leaves for the pen.
"""

from __future__ import annotations

from corpus.generator.model import Letter


def number_line(letter: Letter) -> str:
    """The number line, such as "Số: 58/KH-UBND", or the gap for a number not yet given."""
    blank = "\u00a0" * 8
    return f"Số: {letter.number or blank}/{letter.symbol}"


def date_line(letter: Letter) -> str:
    """Place and date, such as "Sơn Khê, ngày 05 tháng 3 năm 2025"; days below 10 and months below 3 take a zero (Phụ lục I)."""
    if letter.issued is None:
        gap = "\u00a0" * 6
        return f"{letter.town}, ngày{gap}tháng{gap}năm {letter.year}"
    day = letter.issued
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{letter.town}, ngày {day.day:02} tháng {month} năm {day.year}"


def addressee_lines(letter: Letter) -> tuple[str, list[str]]:
    """The line "Kính gửi:" and the list below it; one addressee stands on the line itself."""
    if len(letter.addressees) == 1:
        return f"Kính gửi: {letter.addressees[0]}.", []
    last = len(letter.addressees) - 1
    return "Kính gửi:", [f"- {name}{'.' if i == last else ';'}" for i, name in enumerate(letter.addressees)]


def shown_position(letter: Letter) -> str:
    """The title of the signer in capitals."""
    return letter.position.upper()


def inline(text: str, start: str, end: str, turn: str) -> str:
    """`**words**` between `start` and `end`, forced turns of the line as `turn`."""
    parts = text.split("**")
    marked = "".join(part if i % 2 == 0 else f"{start}{part}{end}" for i, part in enumerate(parts))
    return marked.replace("\n", turn).replace("\v", turn)


def title_subject(letter: Letter) -> str:
    """The subject as it stands under the type of the document: "Về việc ..." where the office writes so."""
    return f"{letter.about}{letter.subject}" if letter.about else letter.subject[:1].upper() + letter.subject[1:]
