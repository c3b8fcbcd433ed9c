"""Whom a cell of an annex table names: a list of bodies, a line for each, or a sentence that says who does what with whom.

In: the cell of a column of leads, coordinators or supervisors.  Out: `AgencyRole` values in the order in which they stand.
Promise: a body has the role of the column, unless the words of the cell give it another; abbreviations that no directory knows
count where they stand for themselves between two signs.
Source: ANNOTATION rules, "A task", 4 and "Agencies of a task".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.directive import AgencyRole, Capacity, Role
from models.outline import Passage
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser
from pipeline.detect.mentions import Mention
from pipeline.detect.roles import RoleFinding
from pipeline.detect.tasks import Setting, agency_role

__all__ = ["cell_agencies"]

_BULLET = re.compile(r"[-–+*•]\s*")
_SEGMENT = re.compile(r"(?:(?!\s+và\s)[^,;+/])+")
_SHORT = re.compile(r"(?=.*[A-ZĐ].*[A-ZĐ])(?![IVXL]+$)[A-ZĐ][A-ZĐ0-9&-]{1,9}(?: (?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn))?")
_OTHER_ROLES = {Role.LEAD: (Role.COORDINATE, Role.REPORT_TO), Role.COORDINATE: (Role.REPORT_TO,)}
"""The roles that words of a cell ("phối hợp với ...", "trình ...") give within a column of this role."""


def cell_agencies(cell: Passage, role: Role, rule: str, sure: float, *, analyser: Analyser, setting: Setting) -> list[AgencyRole]:
    """The bodies of a cell; `role` and `rule` are those of its column."""
    return [agency_role(finding, part, setting) for part in _lines(cell) for finding in _findings(analyser(part), role, rule, sure)]


def _lines(cell: Passage) -> Iterator[Passage]:
    """The cell in parts, one for each line that a bullet opens; a name does not reach over it ("- Vụ Pháp chế / - Thời báo")."""
    starts = [piece.at for piece in cell.pieces if _BULLET.match(cell.text, piece.at)]
    for start, end in zip([0, *starts], [*starts, len(cell.text)], strict=True):
        bullet = _BULLET.match(cell.text, start, end)
        part = cell.slice(bullet.end() if bullet else start, end).stripped()
        if part.text:
            yield part


def _findings(analysis: Analysis, role: Role, rule: str, sure: float) -> Iterator[RoleFinding]:
    others = _OTHER_ROLES.get(role, ())
    told = {found.mention.start: found for found in analysis.roles if found.role in others}
    for mention in _named(analysis) or _whole_parts(analysis):
        other = told.get(mention.start)
        capacity = Capacity.CHU_TRI if role is Role.LEAD else None
        yield other or RoleFinding(mention, role, capacity, rule, sure)


def _named(analysis: Analysis) -> list[Mention]:
    """The known bodies and, beside them or among themselves, abbreviations that stand alone between two signs: "TCTL, BST, TBT"."""
    shorts: list[Mention] = []
    unknown = False
    for segment in _SEGMENT.finditer(analysis.text):
        text = segment.group().strip(" .")
        start = segment.start() + segment.group().index(text)
        if any(mention.start < segment.end() and segment.start() < mention.end for mention in analysis.mentions):
            continue
        if _SHORT.fullmatch(text):
            shorts.append(Mention(start, start + len(text), text, "cell", "annex.cell"))
        unknown = unknown or (bool(text) and not _SHORT.fullmatch(text))
    if unknown and not analysis.mentions:
        return []
    return sorted((*analysis.mentions, *shorts), key=lambda mention: mention.start)


def _whole_parts(analysis: Analysis) -> list[Mention]:
    """A cell whose words are no known body: its parts between semicolons are taken as they stand."""
    found, at = [], 0
    for part in analysis.text.split(";"):
        text = part.strip(" .,")
        if text:
            start = at + part.index(text)
            found.append(Mention(start, start + len(text), text, "cell", "annex.cell"))
        at += len(part) + 1
    return found
