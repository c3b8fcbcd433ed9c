"""What the reviewer asked to see, kept in the address.

In: the query of an address.  Out: `Wanted`: filter, order and page; and the query that says the same again.
Promise: any query has an answer; what cannot be understood is left out, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.office import Office
from models.register import TaskFilter, TaskStatus
from pipeline.register import Order
from pipeline.review.rendering import query_words

__all__ = ["PAGE_SIZE", "Wanted", "read_day", "read_wanted"]

PAGE_SIZE = 50
MOST_PAGES = 100_000
_MOST_WORDS = 200
_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
TODO = "todo"
"""The status that the queue opens on: what nobody has judged yet."""
STATUSES = {
    TODO: frozenset({TaskStatus.NEW}),
    **{status.value: frozenset({status}) for status in TaskStatus if status is not TaskStatus.NEW},
    "all": frozenset(TaskStatus),
    "kept": frozenset(TaskStatus) - {TaskStatus.REJECTED},
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The queue as asked for. `due_typed` is what was typed where it means no day; else `due_before` is the day."""

    mine: bool = False
    status: str = TODO
    order: Order = Order.DOUBT
    search: str = ""
    agency: str = ""
    document: str = ""
    due_before: date | None = None
    due_typed: str = ""
    page: int = 1
    office: bool = False

    def filter(self) -> TaskFilter:
        """As the register takes it."""
        return TaskFilter(
            mine=self.mine,
            agency=self.agency or None,
            due_before=self.due_before,
            status=STATUSES[self.status],
            search=self.search or None,
            document=self.document or None,
        )

    def query(self, **changes: object) -> str:
        """The query of an address that asks for this, or for this with changes; "" where it is the usual."""
        other = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        usual = Wanted(mine=other.office)
        return query_words(
            scope=("mine" if other.mine else "all") if other.mine != usual.mine else "",
            status=other.status if other.status != TODO else "",
            order=other.order.value if other.order not in (_order("", other.search), Order.MATCH) else "",
            q=other.search,
            agency=other.agency,
            document=other.document,
            due=f"{other.due_before:%d/%m/%Y}" if other.due_before else "",
            page=other.page if other.page > 1 else "",
        )

    @property
    def narrowed(self) -> bool:
        """Whether more than scope and status narrow the queue."""
        return bool(self.search or self.agency or self.document or self.due_before)


def read_wanted(query: Mapping[str, str], office: Office) -> Wanted:
    """What a query asks for; our own office's work where we are told whose office this is."""
    known = bool(office.name or office.aliases or office.groups)
    status, order = query.get("status", ""), query.get("order", "")
    page = query.get("page", "")
    search, due = _words(query.get("q", "")), read_day(query.get("due", ""))
    return Wanted(
        mine=known and query.get("scope") != "all",
        status=status if status in STATUSES else TODO,
        order=_order(order, search),
        search=search,
        agency=_words(query.get("agency", "")),
        document=_words(query.get("document", "")),
        due_before=due,
        due_typed="" if due else _words(query.get("due", ""))[:20],
        page=min(int(page), MOST_PAGES) if page.isascii() and page.isdigit() and len(page) < 9 and int(page) else 1,
        office=known,
    )


def _order(asked: str, search: str) -> Order:
    """The order asked for; unasked what fits the searched words best, else doubtful records first."""
    usual = Order.MATCH if search else Order.DOUBT
    return Order(asked) if asked in set(Order) and (search or asked != Order.MATCH) else usual


def read_day(text: str) -> date | None:
    """30/6/2025, or 2025-06-30 as date fields of browsers give it; None for anything else."""
    found = _DAY.fullmatch(text[:20])
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _words(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text[:_MOST_WORDS]).split())
