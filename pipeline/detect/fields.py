"""The fields of the document: number, type, issuer, place and date, subject, signer, addressees, recipients, marks.

In: the outline's letterhead and ending.  Out: `Fields` with the evidence of each.
Promise: a blank number or date is empty, never guessed; leading zeros are kept; no field comes from the body of the text.
Source: NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I; ANNOTATION rules, "Fields of the document".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import regex

from models.directive import Evidence, Fields, Signer
from models.outline import EMPTY, Outline, Passage
from pipeline.detect.issuer import issuer_name
from pipeline.detect.pointing import point
from pipeline.outline import OutlineRules
from pipeline.rules.directory import Directory
from pipeline.rules.people import NAME_WORDS, PERSON

_NUMBER = regex.compile(r"^(?:Số|SỐ)\s*:?\s*(?P<number>.*)$", regex.DOTALL)
_SPACES = regex.compile(r"\s*([/\-–])\s*")
_TYPE_IN_SYMBOL = regex.compile(r"(?:^|[/\d])-?(?P<abbr>\p{L}{1,4})(?=-|/)")
_DOTS = regex.compile(r"^[.…_]+(?=/)")
_DIGITS = regex.compile(r"\d{1,5}")
_SUBJECT_HEAD = regex.compile(r"^(?:V/v|Về việc|VỀ VIỆC)\s*:?\s*")
_YEAR = regex.compile(r"\b(20\d{2}|19\d{2})\b")
_AUTHORITY = regex.compile(r"^(?P<sign>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s*\.?\s+(?=\p{Lu})")
_AUTHORITIES = {"TM": "TM.", "T/M": "TM.", "KT": "KT.", "K/T": "KT.", "TL": "TL.", "T/L": "TL.", "TUQ": "TUQ.", "Q": "Q."}
_CONCLUDES = regex.compile(
    r"(?:[Kk]ết luận|[Ýý] kiến(?: chỉ đạo| kết luận)?)\s+của\s+"
    rf"(?P<who>(?:đồng chí\s+)?(?:[^,–-]{{0,60}}?\s)?{NAME_WORDS})(?=\s+[–-]|\s*,|\s+\p{{Ll}}|\s*$)"
)
"""The person whose words a notice passes on ("Kết luận của Phó Chủ tịch UBND tỉnh Đinh Quang Thiệu tại …")."""
_POINTER = regex.compile(r"^(?:như (?:trên|điều \d+)|kính gửi)", regex.IGNORECASE)
SURE, LIKELY = 0.97, 0.85
"""Confidence of a field that stands in its place, and of one told by another field."""


def read_fields(outline: Outline, *, rules: OutlineRules, directory: Directory) -> Fields:
    """Read the fields of a document."""
    head, document = outline.letterhead, outline.document
    evidence: dict[str, Evidence] = {}

    def keep(field: str, passage: Passage, confidence: float = SURE) -> None:
        if passage.pieces:
            evidence[field] = point(document, passage, (0, len(passage.text)), rule=f"field.{field}", confidence=confidence)

    number, from_form = _filled_in(_number(head.number), document.file.form_values)
    place, issued, year = _place_date(head.place_date, rules)
    signer = _signer(outline)
    for field, value, passage in (
        ("number", number and not from_form, head.number),
        ("place", place, head.place_date),
        ("issued", issued, head.place_date),
        ("issuer", head.issuer.text, head.issuer),
        ("subject", head.subject.text, head.subject),
        ("type", head.type_name.text, head.type_name),
        ("signer", signer, outline.signature.name),
    ):
        if value:
            keep(field, passage)
    if from_form:
        keep("number", head.number, LIKELY)
    marks = {rule.data["field"]: mark.text for mark in head.marks if (rule := rules.match("mark", mark.text))}
    return Fields(
        number=number,
        type=_type(outline, number or "", rules.type_names),
        issuer=issuer_name(outline, place=place, on=issued, directory=directory),
        place=place,
        issued=issued,
        year=issued.year if issued else year or _year_of_subject(outline),
        subject=_subject(head.subject),
        signer=signer,
        directed_by=_directed_by(head.subject),
        urgency=marks.get("urgency"),
        secrecy=marks.get("secrecy"),
        circulation=marks.get("circulation"),
        addressees=tuple(passage.text.strip(" ;.,") for passage in head.addressees if passage.text.strip(" ;.,")),
        recipients=tuple(p.text for p in outline.recipients if not _POINTER.match(p.text)),
        evidence=evidence,
    )


def _number(passage: Passage) -> str | None:
    """The number with its symbol, without spaces; "/UBND-KSTT" where the number is blank."""
    match = _NUMBER.match(passage.text)
    text = _SPACES.sub(r"\1", " ".join((match.group("number") if match else "").split())).strip(" ;,")
    text = _DOTS.sub("", text.replace("–", "-").split(" ")[0]) if text else ""
    return text if any(sign.isalnum() for sign in text) else None


def _filled_in(number: str | None, form_values: Sequence[str]) -> tuple[str | None, bool]:
    """A blank number whose digits stand in a form field of the signed file; only where one field alone can be it."""
    digits = [value.strip() for value in form_values if _DIGITS.fullmatch(value.strip())]
    if number is not None and number.startswith("/") and len(digits) == 1:
        return digits[0] + number, True
    return number, False


def _place_date(passage: Passage, rules: OutlineRules) -> tuple[str | None, date | None, int | None]:
    match = rules.named("head.place_date", passage.text) if passage.text else None
    if match is None:
        return None, None, None
    place = " ".join(match.group("place").split())
    day, month, year = (match.group(name) or "" for name in ("day", "month", "year"))
    whole = int(year) if len(year) == 4 and year.isdigit() else None
    try:
        return place, date(whole or 0, int(month), int(day)), whole
    except ValueError:
        return place, None, whole


def _type(outline: Outline, symbol: str, names: Mapping[str, str]) -> str | None:
    title = " ".join(outline.letterhead.type_name.text.rstrip(" :").upper().split())
    if title in names:
        return names[title]
    known = {abbr.upper(): abbr for abbr in names.values() if abbr}
    match = _TYPE_IN_SYMBOL.search(symbol)
    if match and match.group("abbr").upper() in known:
        return known[match.group("abbr").upper()]
    head = outline.letterhead
    return "CV" if head.addressees or symbol or (head.subject.text and head.number is not EMPTY) else None


def _subject(passage: Passage) -> str | None:
    text = _SUBJECT_HEAD.sub("", " ".join(passage.text.split())).strip(" .;")
    return text or None


def _directed_by(subject: Passage) -> str | None:
    match = _CONCLUDES.search(" ".join(subject.text.split()))
    return match.group("who").removeprefix("đồng chí ") if match else None


def _year_of_subject(outline: Outline) -> int | None:
    """The year of a paper without a date: the one its title names, if it is one."""
    years = set(_YEAR.findall(outline.letterhead.subject.text))
    if len(years) == 1:
        return int(years.pop())
    signed = outline.document.file.signed_at
    return signed.year if signed else None


def _signer(outline: Outline) -> Signer | None:
    block = outline.signature
    match = PERSON.match(block.name.text)
    if match is None:
        return None
    lines = [line.text for line in block.title]
    signs = [m.group("sign") for line in lines if (m := _AUTHORITY.match(line))]
    title = next((line for line in reversed(lines) if not _AUTHORITY.match(line)), None)
    return Signer(
        name=" ".join(match.group("name").split()),
        title=title.capitalize() if title else None,
        authority=_AUTHORITIES[signs[0]] if signs else None,
    )
