"""Items that only name somebody: "Bộ Quốc phòng;", "Đại diện Sở Tư pháp, Thanh tra tỉnh." below "gồm:" or a heading.

In: the analysis of an item.  Out: yes or no.
Promise: an item in which a word of order stands outside the names is no list of names.
Source: ANNOTATION rules, "A task", 1 and 2.
"""

from __future__ import annotations

import regex

from pipeline.detect.analysis import Analysis
from pipeline.detect.placed import BARE

__all__ = ["only_names"]

_BETWEEN = regex.compile(r"(?:[\s,;.:&/–-]|\(\d+\)|\bvà\b|\b(?:mời|đại diện|lãnh đạo|các|một số|đồng chí)\b)*")
_COMPANY = regex.compile(
    r"(?i:(?:tổng )?công ty|tập đoàn|doanh nghiệp)\b[^.;:,]*?"
    r"(?:(?:,| và| -)? (?i:đầu tư|xây dựng|thương mại|dịch vụ|phát triển|tư vấn|sản xuất|kinh doanh|thiết kế|vận tải|du lịch))+"
    r"(?: (?:\p{Lu}|\d)[\p{L}\d]*)+[;.]?"
)
"""A company whose trades end before its own name ("Công ty cổ phần Đầu tư và xây dựng HUD3")."""
LONGEST_COMPANY = 12
"""Words of such a name."""


def only_names(analysis: Analysis) -> bool:
    """Whether an item holds nothing but names of bodies, also of those who stand for them ("Đại diện lãnh đạo Sở Y tế;")."""
    if _COMPANY.fullmatch(analysis.text) and len(analysis.text.split()) <= LONGEST_COMPANY:
        return True
    if any(lead.mention.rule == BARE for lead in analysis.leads):
        return False  # "Vụ xây dựng kế hoạch đào tạo": in small letters it might be a name
    bodies = analysis.mentions
    starts = [0, *(mention.end for mention in bodies)]
    ends = [*(mention.full_start for mention in bodies), len(analysis.text)]
    return bool(bodies) and all(_BETWEEN.fullmatch(analysis.folded, lo, max(lo, hi)) for lo, hi in zip(starts, ends, strict=True))
