"""Directives for tests: write only the field that matters, the rest is filled in.

In: the interesting fields.  Out: values of models/directive.py.
Promise: the same arguments give the same value.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from models.directive import (
    AgencyRole,
    Bound,
    Capacity,
    Citation,
    Deadline,
    Directive,
    Evidence,
    Fields,
    FileRecord,
    Kind,
    Origin,
    PageFacts,
    Role,
    Signer,
    Task,
)

NOW = datetime(2025, 6, 1, 8, 30, tzinfo=UTC)
TODAY = date(2025, 6, 1)
PAGE = "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành báo cáo trước ngày 20 hàng tháng."


def ids(prefix: str = "id") -> Iterator[str]:
    """Ids in order: id1, id2, ..."""
    n = 0
    while True:
        n += 1
        yield f"{prefix}{n}"


def make_evidence(quote: str = PAGE, *, page: int = 1, at: int = 0, **rest: object) -> Evidence:
    span = (at, at + len(quote))
    given: dict[str, object] = {
        "page": page, "boxes": ((85.0, 100.0, 500.0, 114.5),), "span": span, "pieces": (span,), "span_source": span, "quote": quote,
        "rule": "test.rule", "confidence": 0.9,
    }  # fmt: skip
    return Evidence.model_validate(given | rest)


def make_agency(name: str = "Sở Nội vụ", role: Role = Role.LEAD, **rest: object) -> AgencyRole:
    given: dict[str, object] = {"name": name, "role": role, "evidence": make_evidence(name)}
    if role is Role.LEAD:
        given["capacity"] = Capacity.CHU_TRI
    return AgencyRole.model_validate(given | rest)


def make_deadline(
    text: str = "trước ngày 30/6/2025", due: date | None = None, rrule: str | None = None, **rest: object
) -> Deadline:
    given: dict[str, object] = {"text": text, "due": due, "rrule": rrule, "bound": Bound.BEFORE, "evidence": make_evidence(text)}
    return Deadline.model_validate(given | rest)


def make_task(
    text: str = "Xây dựng kế hoạch cải cách hành chính", *, leads: Sequence[str] = (), coordinators: Sequence[str] = (),
    report_to: Sequence[str] = (), deadlines: Sequence[Deadline] = (), **rest: object,
) -> Task:  # fmt: skip
    agencies = [make_agency(name) for name in leads]
    agencies += [make_agency(name, Role.COORDINATE) for name in coordinators]
    agencies += [make_agency(name, Role.REPORT_TO) for name in report_to]
    given: dict[str, object] = {
        "path": ("II", "1"), "kind": Kind.ASSIGNMENT, "origin": Origin.BODY, "text": text, "agencies": tuple(agencies),
        "deadlines": tuple(deadlines), "confidence": 0.95, "evidence": make_evidence(text),
    }  # fmt: skip
    return Task.model_validate(given | rest)


def make_fields(**rest: object) -> Fields:
    given: dict[str, object] = {
        "number": "2039/KH-UBND", "type": "KH", "issuer": "Ủy ban nhân dân tỉnh Đắk Sơn", "place": "Đắk Sơn",
        "issued": date(2025, 5, 12), "year": 2025, "subject": "cải cách hành chính năm 2025",
        "signer": Signer(name="Nguyễn Văn An", title="Phó Chủ tịch", authority="KT."), "addressees": ("Sở Nội vụ", "Sở Y tế"),
        "recipients": ("Như trên", "Lưu: VT"), "evidence": {"number": make_evidence("2039/KH-UBND")},
    }  # fmt: skip
    return Fields.model_validate(given | rest)


def make_bytes(name: str = "ke-hoach.pdf") -> bytes:
    return b"%PDF-1.7 stands for " + name.encode()


def make_page_text(name: str) -> str:
    """The text of a page; another file name gives another document, with words of its own behind the common sentence."""
    if name == "ke-hoach.pdf":
        return PAGE
    letters = hashlib.sha512(name.encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))
    return " ".join((PAGE, *(letters[at : at + 3] for at in range(0, 120, 3))))


def make_directive(*tasks: Task, name: str = "ke-hoach.pdf", fields: Fields | None = None, **rest: object) -> Directive:
    """A directive whose file is `make_bytes(name)`."""
    content = make_bytes(name)
    given: dict[str, object] = {
        "file": FileRecord(
            name=name, sha256=hashlib.sha256(content).hexdigest(), size=len(content), media="application/pdf"
        ),
        "fields": fields or make_fields(),
        "pages": (PageFacts(page=1, source="text_layer", reason="lớp chữ tốt", quality=0.98, text=make_page_text(name)),),
        "tasks": tasks,
        "citations": (Citation(number="766/QĐ-TTg", type="QĐ", evidence=make_evidence("766/QĐ-TTg")),),
    }  # fmt: skip
    return Directive.model_validate(given | rest)
