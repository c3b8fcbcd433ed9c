"""Pages from templates.

In: the name of a template and its values.  Out: an HTML answer in the reader's language.
Promise: every value is escaped by the template engine; a missing value is an error in tests, never an empty spot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from models.directive import Signer
from models.register import paper_name
from pipeline.review.assets import asset
from pipeline.review.people import person_of
from pipeline.rules.deadline_words import NOTES
from pipeline.rules.english import in_english

__all__ = ["HERE", "language_of", "render", "say_of"]

HERE = Path(__file__).parent
LANGUAGES = ("vi", "en")
LANGUAGE_COOKIE = "giaoviec_language"


def language_of(request: Request) -> str:
    """The language the reader chose, else that of the command."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else str(request.app.state.settings.language)


def say_of(request: Request) -> Callable[[str, str], str]:
    """say(vi, en) in the reader's language."""
    english = language_of(request) == "en"
    return lambda vi, en: en if english else vi


def render(request: Request, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of a template."""
    token = str(getattr(request.state, "csrf", ""))
    page = (
        templates()
        .get_template(name)
        .render(
            request=request,
            say=say_of(request),
            language=language_of(request),
            person=person_of(request),
            reason_words=in_english if language_of(request) == "en" else str,
            csrf_token=token,
            csrf=lambda: Markup('<input type="hidden" name="csrf_token" value="{}">').format(token),
            address=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            **values,
        )
    )
    return HTMLResponse(page, status, headers={"cache-control": "no-store"})


@cache
def templates() -> Environment:
    """The templates of the package."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,  # else each page asks the disk for the age of each template, milliseconds on a busy one
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day_words,
        "moment": moment_words,
        "number": number_words,
        "percent": percent_words,
        "item": item_words,
        "signed": signed_words,
        "paper": paper_name,
    }
    environment.globals |= {"query": query_words, "asset": asset, "notes": NOTES}
    return environment


def day_words(value: date | None) -> str:
    """dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}" if value else ""


def moment_words(value: datetime | None) -> str:
    """HH:MM dd/mm/yyyy."""
    return f"{value:%H:%M %d/%m/%Y}" if value else ""


def number_words(value: int) -> str:
    """1234567 as Vietnamese write it: 1.234.567."""
    return f"{value:,}".replace(",", ".")


_UNNUMBERED = {"¶": ("đoạn", "paragraph"), "-": ("gạch", "bullet"), "+": ("cộng", "plus")}
_LAW = re.compile(r"Điều \d+\w?")


def item_words(path: Sequence[str], language: str = "vi") -> str:
    """An item as people name it: "mục III.2.a, gạch 1"; under an article "Điều 1, khoản 2, điểm a"; "" for no item.

    Paragraphs and bullets bear no number: they are told by their order.
    """
    english = language == "en"
    parts: list[str] = []
    numbers: list[str] = []
    law = False
    for step in filter(None, path):
        told = _step(step, law, english)
        if told is None:
            numbers.append(step.strip("()."))
            continue
        parts += [_joined(numbers, english), told]
        numbers, law = [], law or bool(_LAW.match(step))
    return ", ".join(filter(None, (*parts, _joined(numbers, english))))


def _step(step: str, law: bool, english: bool) -> str | None:
    """A step that bears its own name; None for a number or letter that goes on with the one before."""
    if step[0] in _UNNUMBERED:
        return f"{_UNNUMBERED[step[0]][english]} {step[1:]}".strip()
    if step == "PL":  # any table: the plan's own ones bear the path of an annex too
        return "Table" if english else "Bảng"
    if law and step.rstrip(".").isdigit():
        return f"{'clause' if english else 'khoản'} {step.rstrip('.')}"
    if law and len(step.rstrip(")")) == 1:
        return f"{'point' if english else 'điểm'} {step.rstrip(')')}"
    return step if " " in step else None


def _joined(numbers: Sequence[str], english: bool) -> str:
    return f"{'item' if english else 'mục'} {'.'.join(numbers)}" if numbers else ""


def signed_words(signer: Signer | None) -> str:
    """Who signed, as it stands above the name: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH Nguyễn Văn An"; "–" for nobody."""
    if signer is None:
        return "–"
    title = (signer.title or "").upper()
    authority = signer.authority or ""
    # Who signs for the head ("KT.") is a deputy: the head's title is the deputy's without "phó".
    whom = title.removeprefix("PHÓ ").strip() if authority == "KT." and title.startswith("PHÓ ") else ""
    parts = (f"{authority} {whom} /" if whom else authority, title, signer.name)
    return " ".join(part for part in parts if part)


def percent_words(value: float) -> str:
    """0.975 as 97,5%."""
    return f"{value * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def query_words(**values: object) -> str:
    """The query of the values that are there, with its question mark; "" of none."""
    given = {key: str(value) for key, value in values.items() if value not in (None, "", False)}
    return f"?{urlencode(given)}" if given else ""
