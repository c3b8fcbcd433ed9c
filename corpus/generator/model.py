"""What an official document is to the generator: letterhead, body tree, annex table, recipients, signature, and its duties.

In: values written in corpus/documents or drawn by random_letter.py.  Out: frozen records that every writer reads.
Promise: a duty stands beside the words that assign it, so that text and gold cannot drift apart.

Marks inside texts: `**words**` is bold; a line feed is a forced turn of the line (a space when read); a vertical tab is a
turn of the line inside a word (nothing when read, as in "QĐ-" + "TTg").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the text writes it, with its value by ANNOTATION: `due`, `rrule`, or neither."""

    text: str
    due: str | None = None
    rrule: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """What an item assigns. `leads` is None until a heading above hands its own down; `text` only where it is not the item's."""

    leads: Names | None = None
    coordinators: Names = ()
    report_to: Names = ()
    dues: tuple[Due, ...] = ()
    optional: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with its enumerator ("" for none), sub-items, and the duty it assigns, if any."""

    text: str
    label: str = ""
    duty: Duty | None = None
    children: tuple[Item, ...] = ()
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an annex: cells from left to right; a group row holds its number and title only and assigns nothing."""

    cells: Names
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: a table over the width of the page (landscape), with the column that holds the text of the tasks."""

    title: str
    subtitle: str
    header: Names
    widths: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A document. `number` is None where the paper leaves it blank; `issued` None where day and month are blank."""

    stem: str
    agency: Names  # lines of the letterhead, the superior body first; the last one or two lines are bold
    issuer: str  # the authority in full words
    place: str  # the name of the province or commune without its type, as gold reduces names by it
    town: str  # what stands before ", ngày ..."
    symbol: str
    type: str
    subject: str
    body: tuple[Item, ...]
    recipients: Names
    signer: str
    position: str
    authority: str | None = None  # "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" ... as printed above the position
    number: str | None = None
    issued: date | None = None
    year: int = 0
    title: str | None = None  # "KẾ HOẠCH"; None for an official letter, whose subject stands under the number
    about: str = ""  # "Về việc ", "Về " before the subject of a titled document
    preface: str | None = None  # who acts, in capitals under the title of a decision
    addressees: Names = ()
    urgency: str | None = None
    annex: Annex | None = None
    bold_agency: int = 1
    fields_in_form: bool = False  # number and date live in form fields, as signing systems leave them
    stamp: Names = ()  # lines of the e-signature stamp
    opening: tuple[Item, ...] = ()

    def items(self) -> Iterator[tuple[Names, Item]]:
        """Each item of the body with its path, in reading order."""
        yield from _walk(self.body, ())

    def duties(self) -> Iterator[tuple[Names, str, Duty, str]]:
        """Each duty: path, text as read, the duty, and "body" or "table"."""
        for path, item in self.items():
            if item.duty:
                yield path, clean(item.duty.text or item.text), item.duty, "body"
        for row in self.annex.rows if self.annex else ():
            if row.duty:
                yield (row.cells[0],), clean(row.duty.text or row.cells[1]), row.duty, "table"


def _walk(items: tuple[Item, ...], above: Names) -> Iterator[tuple[Names, Item]]:
    counts: dict[str, int] = {}
    for item in items:
        key = item.label if item.label in ("-", "+", "*", "•") else "" if item.label else "¶"
        counts[key] = counts.get(key, 0) + 1
        path = (*above, f"{key}{counts[key]}" if key else bare(item.label))
        yield path, item
        yield from _walk(item.children, path)


def bare(label: str) -> str:
    """An enumerator without its punctuation: "a)" -> "a", "Điều 3." -> "Điều 3"."""
    return label.strip("().:/ ")


def clean(text: str) -> str:
    """The words as read: no marks of emphasis, forced turns of the line gone."""
    return re.sub(r"\s+", " ", text.replace("**", "").replace("\v", "").replace("\n", " ")).strip()


def task(
    text: str, *dues: Due, label: str = "-", leads: Names | None = None, coord: Names = (), report: Names = (), **more: object
) -> Item:
    """An item that assigns work; its leads come from the heading unless it names its own."""
    optional = bool(more.pop("optional", False))
    return Item(text, label, Duty(leads, coord, report, dues, optional), **more)  # type: ignore[arg-type]


def under(label: str, heading: str, leads: Names, *children: Item, bold: bool = True) -> Item:
    """A heading that names who has the duties under it."""
    return Item(heading, label, None, tuple(lead(leads, child) for child in children), bold)


def lead(leads: Names, item: Item) -> Item:
    """The item and all below it with `leads` where they name none themselves."""
    duty = replace(item.duty, leads=leads) if item.duty and item.duty.leads is None else item.duty
    return replace(item, duty=duty, children=tuple(lead(leads, child) for child in item.children))
