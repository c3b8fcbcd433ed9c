"""The fields of the document: number, type, issuer, place and date, subject, signer, addressees, recipients, marks.

In: the outline's letterhead and ending.  Out: `Fields` with the evidence of each.
Promise: a blank number or date is empty, never guessed; leading zeros are kept; what other words tell (`told`) counts less.
Source: NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I; ANNOTATION rules, "Fields of the document".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import regex

from models.directive import Evidence, Fields, Signer
from models.outline import EMPTY, Outline, Passage
from models.text import Document, PageSource
from pipeline.detect.issuer import issuer_name, with_place_of
from pipeline.detect.pointing import point
from pipeline.detect.told import area_of, portal_fact, read_date, told_date, told_director, told_issuer, told_signer, told_subject
from pipeline.outline import OutlineRules
from pipeline.rules.directory import Directory
from pipeline.rules.people import NAME_WORDS, person, with_known_surname, without_strays

_NUMBER = regex.compile(r"^(?:(?:\p{L}+\s+){0,2}số\s*[:.]?\s*)?(?P<number>.*)$", regex.DOTALL | regex.IGNORECASE)
_SPACES = regex.compile(r"\s*([/\-–])\s*")
_TYPE_IN_SYMBOL = regex.compile(r"(?:^|[/\d])[-\s]?(?P<abbr>\p{L}{1,4})(?=-|/)")
_OLD_SYMBOL = regex.compile(r"\d+\s\p{Lu}[\p{L}]{0,3}/\p{Lu}\S*")
"""Number and type with a blank between them: "41 KH/UB"."""
_NO_SPACE = regex.compile(r"[^ ]+")
_DOTS = regex.compile(r"^[.…_]+(?=/)")
_BEFORE_SYMBOL = regex.compile(r"(?P<number>(?=[^/]*[^\p{L}/]|[Il]{1,2}/)[^\s/-]{1,7})(?=/)")
"""What stands in the place of a number; letters alone are part of an old symbol."""
_WELL_FORMED = regex.compile(r"[\p{L}\d]+(?:[.,+&][\p{L}\d]+)*")
_AS_DIGITS = str.maketrans("lIO|", "1101")
_DIGITS = regex.compile(r"\d{1,5}")
_SUBJECT_HEAD = regex.compile(r"^(?:V/v|[‘’'\"`]?V\s?[/#]\s?[vw]?(?=[\s:])|Về việc|Về(?=\s))\s*:?\s*", regex.IGNORECASE)
_OF_ISSUER = regex.compile(r"^của\s+(?:(?!về\b)[^\s.;:]+\s+){2,20}về(?:\s+việc)?\s+(?=\S)", regex.IGNORECASE)
"""Whose paper it is, told between its type and its subject: "CHỈ THỊ / của Ban Thường vụ Huyện ủy / về công tác ..."."""
_YEAR = regex.compile(r"\b(20\d{2}|19\d{2})\b")
_AUTHORITY = regex.compile(r"^(?P<sign>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)(?:\s*[.,]\s*|\s+)(?=\p{Lu})")
_SPECKS = " .,:;'`‘’“”|_~"
"""What OCR puts at the ends of a title, which ends in no mark."""
_AUTHORITIES = {"TM": "TM.", "T/M": "TM.", "KT": "KT.", "K/T": "KT.", "TL": "TL.", "T/L": "TL.", "TUQ": "TUQ.", "Q": "Q."}
_TITLED = r"(?!(?:Phó\s+)?(?:Chủ|Thủ|Bí|Bộ|Thứ|Giám|Chánh|Trưởng|Tổng)\b)"
"""No name begins with a title: "Phó Chủ | tịch UBND thành phố"."""
_OCCASION = r"\s(?:tại|về|trong|khi|sau|qua)\s"
"""What a title goes on with behind its bearer: a name behind it is that of a place ("... về dự án cầu Nhật Tân")."""
_CONCLUDES = regex.compile(
    r"(?:[Kk]ết luận|[Ýý] kiến(?: chỉ đạo| kết luận)?)\s+của\s+"
    rf"(?P<who>(?:đồng chí\s+)?(?:(?:(?!{_OCCASION})[^,–-]){{0,60}}?\s)?{_TITLED}{NAME_WORDS})"
    r"(?=\s+[–-]|\s*,|\s+\p{Ll}|\s*$)"
)
"""The person whose words a notice passes on ("Kết luận của Phó Chủ tịch UBND tỉnh Đinh Quang Thiệu tại …")."""
_NAMES = regex.compile(r"\p{L}{2}")
"""Fewer letters beside "Kính gửi" are specks."""
_POINTER = regex.compile(r"^(?:như (?:trên|điều \d+)|kính gửi)", regex.IGNORECASE)
SURE, LIKELY, TOLD = 0.97, 0.85, 0.7
"""Confidence of a field that stands in its place, of one told by another field or by a portal, and of one told by the body."""


@dataclass(slots=True)
class _Evidence:
    """The evidence of the fields found so far."""

    document: Document
    found: dict[str, Evidence] = field(default_factory=dict)

    def keep(self, name: str, passage: Passage, confidence: float = SURE) -> None:
        if passage.pieces:
            span = (0, len(passage.text))
            self.found[name] = point(self.document, passage, span, rule=f"field.{name}", confidence=confidence)


def read_fields(outline: Outline, *, rules: OutlineRules, directory: Directory) -> Fields:
    """Read the fields of a document."""
    head = outline.letterhead
    evidence = _Evidence(outline.document)
    number = _read_number(outline, evidence)
    place, issued, year = _read_date(outline, rules, evidence)
    subject = _read_subject(outline, rules, evidence)
    issuer = issuer_name(outline, place=place, on=issued, rules=rules, directory=directory)
    if issuer:
        issuer = with_place_of(subject, issuer)
        evidence.keep("issuer", head.issuer)
    elif told := told_issuer(outline, subject, rules, directory):
        issuer = told.value
        evidence.keep("issuer", told.passage, TOLD)
    signer = _read_signer(outline, evidence)
    if head.type_name.text:
        evidence.keep("type", head.type_name)
    marks = {rule.data["field"]: mark.text for mark in head.marks if (rule := rules.match("mark", mark.text))}
    return Fields(
        number=number,
        type=_type(outline, number or "", rules.type_names),
        issuer=issuer,
        place=place or area_of(issuer) or area_of(subject),
        issued=issued,
        year=issued.year if issued else year or _year_of(number) or _year_of_subject(outline),
        subject=subject,
        signer=signer,
        directed_by=_directed_by(head.subject) or told_director(outline, rules),
        urgency=marks.get("urgency"),
        secrecy=marks.get("secrecy"),
        circulation=marks.get("circulation"),
        addressees=tuple(name for passage in head.addressees if _NAMES.search(name := passage.text.strip(" ;.,:-–_"))),
        recipients=tuple(p.text for p in outline.recipients if not _POINTER.match(p.text)),
        evidence=evidence.found,
    )


def _read_number(outline: Outline, evidence: _Evidence) -> str | None:
    passage = outline.letterhead.number
    number, from_form = _filled_in(_number(passage), outline.document.file.form_values)
    if number and number[0].isdigit():
        evidence.keep("number", passage, LIKELY if from_form else SURE)
        return number
    told = portal_fact(outline, "number")
    if told is not None and (by_portal := _number(told.passage)):
        evidence.keep("number", told.passage, LIKELY)
        return by_portal
    if number:
        evidence.keep("number", passage)
    return number


def _read_date(outline: Outline, rules: OutlineRules, evidence: _Evidence) -> tuple[str | None, date | None, int | None]:
    passage = outline.letterhead.place_date
    place, issued, year = _place_date(passage, rules)
    if place:
        evidence.keep("place", passage)
    if issued:
        evidence.keep("issued", passage)
    elif told := told_date(outline, rules):
        issued = told[0]
        evidence.keep("issued", told[1], LIKELY)
    return place, issued, year


def _read_subject(outline: Outline, rules: OutlineRules, evidence: _Evidence) -> str | None:
    passage = outline.letterhead.subject
    subject = _subject(passage.text)
    if subject:
        evidence.keep("subject", passage)
    elif told := told_subject(outline, rules):
        subject = _subject(told.value)
        evidence.keep("subject", told.passage, LIKELY)
    return subject


def _read_signer(outline: Outline, evidence: _Evidence) -> Signer | None:
    signer = _signer(outline)
    if signer:
        evidence.keep("signer", outline.signature.name)
        return signer
    told = told_signer(outline)
    if told is None:
        return None
    evidence.keep("signer", told[1], LIKELY)
    return told[0]


def _number(passage: Passage) -> str | None:
    """The number with its symbol, without spaces; "/UBND-KSTT" where the number is blank."""
    match = _NUMBER.match(passage.text)
    text = _SPACES.sub(r"\1", " ".join((match.group("number") if match else "").split())).strip(" ;,.")
    words = _OLD_SYMBOL.match(text) or _NO_SPACE.match(text)
    text = _sure_digits(_DOTS.sub("", words.group().replace("–", "-"))) if words else ""
    return text if any(sign.isalnum() for sign in text) else None


def _sure_digits(text: str) -> str:
    """A number whose digits are digits: "l056/SNV" with letters of their shape, "26§1/UBND" blank; others as they are.

    >>> _sure_digits("l056/SNV-CCHC"), _sure_digits("26§1/UBND"), _sure_digits("12a/QĐ-UBND"), _sure_digits("402-CV/TU")
    ('1056/SNV-CCHC', '/UBND', '12a/QĐ-UBND', '402-CV/TU')
    """
    match = _BEFORE_SYMBOL.match(text)
    if match is None:
        return text
    read, seen = match["number"], match["number"].strip(_SPECKS)
    digits = seen.translate(_AS_DIGITS)
    sure = _WELL_FORMED.fullmatch(seen) and (seen == digits or (digits.isdigit() and any(sign.isdigit() for sign in seen)))
    return (digits if sure else "") + text[len(read) :]


def _filled_in(number: str | None, form_values: Sequence[str]) -> tuple[str | None, bool]:
    """A blank number whose digits stand in a form field of the signed file; only where one field alone can be it."""
    digits = [value.strip() for value in form_values if _DIGITS.fullmatch(value.strip())]
    if number is not None and number.startswith("/") and len(digits) == 1:
        return digits[0] + number, True
    return number, False


def _place_date(passage: Passage, rules: OutlineRules) -> tuple[str | None, date | None, int | None]:
    match = rules.named("head.place_date", passage.text) if passage.text else None
    if match is None:
        alone = read_date(passage.text, rules)
        return None, alone, alone.year if alone else None
    place = " ".join((match.group("place") or "").split()) or None
    day, month, year = (match.group(name) or "" for name in ("day", "month", "year"))
    whole = int(year) if len(year) == 4 and year.isdigit() else None
    try:
        return place, date(whole or 0, int(month), int(day)), whole
    except ValueError:
        return place, None, whole


def _type(outline: Outline, symbol: str, names: Mapping[str, str]) -> str | None:
    told = portal_fact(outline, "type")
    for text in (outline.letterhead.type_name.text, told.value if told else ""):
        title = " ".join(text.rstrip(" :").upper().split())
        if title in names:
            return names[title]
    head = outline.letterhead
    known = {abbr.upper(): abbr for abbr in names.values() if abbr}
    match = _TYPE_IN_SYMBOL.search(symbol)
    abbreviation = match.group("abbr").upper() if match else ""
    initials = "".join(word[0] for word in head.issuer.text.upper().split())
    # A letter names no type; its symbol begins with the issuer, "CT-CS" is Cục Thuế; of other papers the issuer comes behind the
    # type, as in "KH-UBND" (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).
    behind = symbol.upper().rpartition("-")[2]
    letter = bool(head.addressees) and head.type_name is EMPTY and initials.endswith(abbreviation) and behind not in initials
    if abbreviation in known and not letter:
        return known[abbreviation]
    return "CV" if head.addressees or symbol or (head.subject.text and head.number is not EMPTY) else None


def _subject(words: str) -> str | None:
    text = _SUBJECT_HEAD.sub("", " ".join(words.split())).strip(" .;")
    text = _OF_ISSUER.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text or None


def _directed_by(subject: Passage) -> str | None:
    match = _CONCLUDES.search(" ".join(subject.text.split()))
    return match.group("who").removeprefix("đồng chí ") if match else None


def _year_of(number: str | None) -> int | None:
    """The year in the number of a legal act: "29/2026/NQ-CP"."""
    match = regex.search(r"/(20\d{2}|19\d{2})/", number or "")
    return int(match.group(1)) if match else None


def _year_of_subject(outline: Outline) -> int | None:
    """The year of a paper without a date: the one its title names, if it is one."""
    years = set(_YEAR.findall(outline.letterhead.subject.text))
    if len(years) == 1:
        return int(years.pop())
    signed = outline.document.file.signed_at
    return signed.year if signed else None


_MISREAD = (PageSource.OCR, PageSource.RECOVERED)
"""Pages on which the marks of a family name may be those of a seal, or guessed."""

_SHORTEST_TITLE = 3
"""Letters of a title: less is what OCR sees of a seal."""


def _signer(outline: Outline) -> Signer | None:
    block = outline.signature
    match = person(block.name.text)
    if match is None:
        return None
    lines = [line.text for line in block.title]
    signs = [m.group("sign") for line in lines if (m := _AUTHORITY.match(line))]
    titles = (line.strip(_SPECKS) for line in reversed(lines) if not _AUTHORITY.match(line))
    title = next((bare for bare in titles if len(bare) >= _SHORTEST_TITLE), None)
    name = " ".join(match.group("name").split())
    at = block.name.source(match.span("name"))[0][0]
    return Signer(
        name=with_known_surname(without_strays(name)) if outline.document.page_at(at).source in _MISREAD else name,
        title=title.capitalize() if title else None,
        authority=_AUTHORITIES[signs[-1]] if signs else None,
    )
