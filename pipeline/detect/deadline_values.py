"""The days behind the words: "Quý III/2024", "6 tháng cuối năm", "cuối tháng 5", "ngày 30/6".

In: the words of a moment (plain spelling), the document's year.  Out: `Moment`: first and last day, months.
Promise: `last` is the last day named; an impossible date has no day but a reason; where two readings remain, candidates say so.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

import regex

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
NUMBERS |= {"giêng": 1, "tư": 4, "mười": 10}
_ONES = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
NUMBERS |= {f"mười {word}": 10 + n for word, n in _ONES.items()}
NUMBERS |= {f"{tens} mươi": 10 * NUMBERS[tens] for tens in ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")}
NUMBERS |= {
    f"{tens} {word}": value + n for tens, value in tuple(NUMBERS.items()) if tens.endswith("mươi") for word, n in _ONES.items()
}

_DAY = regex.compile(r"(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2}(?!\d)|mười\s+một|mười\s+hai|\p{L}+)")
_YEAR = regex.compile(r"(?:19|20)\d{2}(?!\d)")
_MONTH = regex.compile(r"(?:tháng|[,-]|và)\s*(?:tháng\s+)?(\d{1,2}(?!\d)|mười\s+một|mười\s+hai|(?!tháng)\p{L}+)|^(\d{1,2})/\d{4}")
_QUARTER = regex.compile(r"(?<!\w)(?:iv|i{1,3}|0?[1-4])(?!\w)|(?<=quý|q)(?:iv|i{1,3}|[1-4])(?!\w)")
_HALF = regex.compile(r"(?:(\w+)\s+(tháng|quý)|nửa)\s+(đầu|cuối)\s+năm")
_PART = regex.compile(
    r"^(?:đầu|giữa|cuối|hết|thượng tuần|trung tuần|hạ tuần|nửa đầu|nửa cuối|tuần cuối|tuần (?:thứ )?(?P<week>\w+)"
    r"|(?:(?P<n>\d+|mười)|những|các) ngày (?P<side>đầu|cuối))\b"
)
_FIRST_MONTH = regex.compile(r"tháng đầu")
_IS_DAY = regex.compile(
    r"(?:^ngày|^)\s*(?:(?:mùng|mồng)\s+)?\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?!\d)|\s+tháng\s+(?:\d|một|hai|ba|tư|sáu|bảy|tám|chín|mười|năm(?!\s*\d)))"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time. `ends` is the last months of its parts, `day` the day in them (None: the last one).

    `begins` is its first month, `precise` says that a day is named, `yeared` that the words hold a year of their own.
    """

    first: date | None = None
    last: date | None = None
    ends: tuple[int, ...] = ()
    begins: int = 1
    day: int | None = None
    precise: bool = False
    yeared: bool = False
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def number(words: str | None) -> int | None:
    """Read "10", "mười" or "ba" as a number."""
    words = " ".join((words or "").lower().split())
    return int(words) if words.isdecimal() else NUMBERS.get(words)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def has_day(month: int, day: int) -> bool:
    """Whether a month (of a leap year) has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]


def read_moment(words: str, *, year: int | None) -> Moment:
    """The days of a moment; a year left out is `year`.

    Refuses to guess: school years, "đầu năm" and impossible dates have no last day.
    """
    words = " ".join(words.lower().split())
    if "năm học" in words:
        return Moment(yeared=True, reasons=("Năm học không có ngày kết thúc cố định",))
    years = [int(found) for found in _YEAR.findall(words)]
    if short := regex.search(r"\d{1,2}/\d{1,2}/(\d{2})$", words):
        years = [2000 + int(short[1])]
    yeared = bool(years) or words.endswith((" nay", " sau", " tới"))
    if not years and year is not None:
        years = [year + words.endswith(("năm sau", "năm tới"))]
    if "còn lại" in words:
        moment = _stretch(years, 1, (12,))
    elif _IS_DAY.match(words) and not regex.match(r"\d{1,2}/\d{4}", words):
        moment = _day(words, years)
    elif half := _HALF.search(words):
        moment = _half(half[1], half[2] == "quý", half[3], years)
    elif "quý" in words or words.startswith("q"):
        moment = _quarters(words, years)
    elif "tháng" in words or regex.match(r"\d{1,2}/\d{4}", words):
        moment = _months(words, years)
    else:
        moment = _years(words, years)
    if moment.ends and not years:
        return replace(moment, first=None, last=None, reasons=(*moment.reasons, "Không rõ năm của thời hạn"))
    return replace(moment, yeared=yeared)


def _day(words: str, years: list[int]) -> Moment:
    found = _DAY.search(words)
    if found is None:
        return Moment(reasons=("Không đọc được ngày",))
    day, month = int(found[1]), number(found[2]) or 0
    year = years[-1] if years else 2024
    try:
        last = date(year, month, day)
    except ValueError:
        return Moment(day=day, precise=True, reasons=(f"Ngày {day}/{month} không có trong lịch",))
    return Moment(last, last, (month,), month, day, True)


def _half(count: str | None, quarters: bool, part: str, years: list[int]) -> Moment:
    n = (number(count) or 2) * 3 if quarters else number(count) or 6
    begins, end = (1, n) if part == "đầu" else (13 - n, 12)
    return _stretch(years, begins, (end,))


def _quarters(words: str, years: list[int]) -> Moment:
    bare = _YEAR.sub(" ", words)
    quarters = [QUARTERS.get(found, 0) or int(found) for found in _QUARTER.findall(bare)]
    if not quarters:
        return Moment(reasons=("Không đọc được quý",))
    moment = _stretch(years, quarters[0] * 3 - 2, tuple(q * 3 for q in quarters))
    part = _PART.match(words)
    if part and part[0] in ("đầu", "giữa"):
        month = quarters[-1] * 3 - (2 if part[0] == "đầu" else 1)
        return replace(_stretch(years, quarters[0] * 3 - 2, (month,)), reasons=(f"“{part[0]} quý” tính đến hết tháng {month}",))
    if _FIRST_MONTH.match(words) or (part and part["side"] == "đầu"):  # "10 ngày đầu quý II" lie in its first month
        return part_of_month(words, _stretch(years, quarters[-1] * 3 - 2, (quarters[-1] * 3 - 2,)))
    return moment


def _months(words: str, years: list[int]) -> Moment:
    bare = regex.sub(r"[/.-]?\s?(?:19|20)\d{2}(?!\d)|\bnăm\s*$", " ", words).strip() if not words[0].isdigit() else words
    months = [number(a or b) for a, b in _MONTH.findall(bare)]
    known = [m for m in months if m is not None]
    if not known or not all(1 <= m <= 12 for m in known):
        return Moment(reasons=("Không có tháng này trong lịch",))
    if len(known) == 2 and "-" in bare:  # a span: its last month counts
        return _stretch(years, known[0], (known[1],))
    return part_of_month(words, _stretch(years, known[0], tuple(known)))


def part_of_month(words: str, moment: Moment) -> Moment:
    """Days of the parts: "đầu tháng" is the first ten, "giữa tháng" and "nửa đầu" end on the 15th, "trung tuần" on the 20th."""
    part = _PART.match(words)
    days = {"đầu": 10, "thượng tuần": 10, "giữa": 15, "nửa đầu": 15, "trung tuần": 20}
    day = days.get(part[0]) if part else None
    if part is not None and part["side"] == "đầu":
        day = min(number(part["n"]) or 10, 28)
    if part is not None and part["week"]:
        return _week(part["week"], moment)
    if part is None or day is None:
        return moment
    last = moment.last.replace(day=day) if moment.last else None
    if part[0] not in ("đầu", "giữa") or last is None:
        return replace(moment, day=day, last=last)
    other = last.replace(day=15 if day == 10 else 20)
    reason = f"“{part[0]} tháng” không có ngày rõ ràng, tạm tính đến ngày {day}"
    return replace(moment, day=day, last=last, reasons=(reason,), candidates=(last.isoformat(), other.isoformat()))


def _week(words: str, moment: Moment) -> Moment:
    """A week of a month has no fixed days: seven by seven from the first, with the reason."""
    n = {"đầu": 1, "nhất": 1}.get(words) or QUARTERS.get(words) or number(words) or 4
    reason = f"“tuần {words}” của tháng không có ngày rõ ràng, tạm tính đến ngày {n * 7}"
    last = moment.last.replace(day=n * 7) if moment.last else None
    return replace(moment, day=n * 7, last=last, reasons=(reason,))


def _years(words: str, years: list[int]) -> Moment:
    part = _PART.match(words)
    if not years:
        return Moment(ends=(6,) if part and part[0] == "giữa" else (12,))
    if part and part[0] == "đầu":
        candidates = tuple(last_of_month(years[-1], month).isoformat() for month in (1, 3))
        return Moment(date(years[0], 1, 1), reasons=("“đầu năm” không có ngày rõ ràng",), candidates=candidates)
    return _stretch(years, 1, (6,) if part and part[0] == "giữa" else (12,))


def _stretch(years: list[int], begins: int, ends: tuple[int, ...]) -> Moment:
    """From the first day of month `begins` to the last day of the last month of `ends`."""
    if not years:
        return Moment(ends=ends, begins=begins)
    return Moment(date(years[0], begins, 1), last_of_month(years[-1], ends[-1]), ends, begins)
