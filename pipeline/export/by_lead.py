"""One list for each agency that leads work: what an office hands out after a run.

In: an open register.  Out: pairs of an agency's name and the bytes of its XLSX, by name.
Promise: each task that is not rejected stands in the list of each of its leads; tasks without a lead stand in a list of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models.directive import SEVERAL_BODIES, Role
from models.register import DocumentView, TaskStatus, TaskView
from pipeline.export.xlsx_format import Heading, render_xlsx
from pipeline.register import Register, fold, get_office, query_documents
from pipeline.rules.homes import province_of, same_province

__all__ = ["list_name", "lists_by_lead"]

_COLLECTIVE = re.compile(r"\b(?:các|những)\b", re.IGNORECASE)
_LONGEST = 150
"""Bytes of a file name before its ending, so that it fits on any disk."""


def lists_by_lead(register: Register, *, today: date, language: str = "vi") -> Iterator[tuple[str, bytes]]:
    """The lists, each with the documents its tasks come from."""
    documents = query_documents(register, today=today, evidence=False)
    office = get_office(register).name
    mine: dict[str, list[tuple[DocumentView, TaskView]]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for document in documents:
        for task in document.tasks:
            if task.status is TaskStatus.REJECTED:
                continue
            for name in _leads(task, _elsewhere(document, office)) or ("",):
                key = " ".join(fold(name).split())
                spelled.setdefault(key, name)
                mine[key].append((document, task))
    for key in sorted(mine):
        name = spelled[key] or ("no lead" if language == "en" else "chưa rõ chủ trì")
        tasks = [task for _, task in mine[key]]
        sources = list({document.id: document for document, _ in mine[key]}.values())
        told = f"({name}; {len(tasks)} tasks; as of {today:%d/%m/%Y})"
        if language != "en":
            told = f"({name}; {len(tasks)} nhiệm vụ; lập ngày {today:%d/%m/%Y})"
        yield name, render_xlsx(tasks, sources, heading=Heading(office, told, told), language=language)


def list_name(name: str, taken: set[str]) -> str:
    """A file name for an agency's list: plain letters, no name twice; it is added to `taken`."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_LONGEST] or "khac"
    number, found = 1, plain
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    taken.add(found)
    return f"{found}.xlsx"


def _leads(task: TaskView, elsewhere: str | None) -> tuple[str, ...]:
    """The full names of the leads; a collective of another province with its name: its communes are others than ours."""
    leads = (agency.canonical or agency.name for agency in task.agencies if agency.role is Role.LEAD)
    names = (name for lead in leads for name in lead.split(SEVERAL_BODIES))
    return tuple(dict.fromkeys(f"{name} ({elsewhere})" if elsewhere and _COLLECTIVE.search(name) else name for name in names))


def _elsewhere(document: DocumentView, office: str) -> str | None:
    """The province of a paper, where it is another than ours."""
    ours, theirs = province_of(office), province_of(document.issuer, document.place)
    return theirs if ours and theirs and not same_province(ours, theirs) else None
