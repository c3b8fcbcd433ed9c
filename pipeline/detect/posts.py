"""Posts of a commune that are called by their field: "2. Địa chính - Xây dựng:", "5. Tư pháp: đăng ký hộ tịch lưu động".

In: a list of items of a paper of a commune.  Out: the post that an item is for.
Promise: a field is a post only in a list of which another item is for a body by its name: "2. Văn hóa - Xã hội" among
"1. Kinh tế" and "3. Quốc phòng" stays a field of work.
Source: Law on cadres and civil servants 2008, Article 61 (the seven posts of a commune); rules/headings.json, "heading.post".
"""

from __future__ import annotations

from collections.abc import Sequence

from models.directive import Capacity, Role
from models.outline import Item, Outline
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Inherited
from pipeline.detect.headings import heading_leads
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.roles import RoleFinding
from pipeline.rules.folding import fold_same_length

__all__ = ["is_of_commune", "lists_posts", "post_of"]

_COMMUNES = tuple(f"{body} {area}" for body in ("ủy ban nhân dân", "ubnd") for area in ("xã", "phường", "thị trấn", "đặc khu"))
_SURE = 0.7


def is_of_commune(outline: Outline) -> bool:
    """Whether the people's committee of a commune issues a paper."""
    issuer = " ".join(fold_same_length(outline.letterhead.issuer.text).split())
    return any(committee in issuer for committee in _COMMUNES)


def lists_posts(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the items of a list are each for somebody: one of them names a body that is no field of work."""
    analyses = [analyser(item.passage) for item in items if item.marker]
    return any(_named(analysis) is None and _for_a_body(analysis) for analysis in analyses)


def post_of(item: Item, analysis: Analysis) -> Inherited | None:
    """The post that an item is for, None where it does not begin with the field of one."""
    span = _named(analysis)
    if span is None:
        return None
    post = unlisted_body(analysis.text, *span)
    return Inherited(item.passage, (RoleFinding(post, Role.LEAD, Capacity.THUC_HIEN, "role.lead.post", _SURE),))


def _named(analysis: Analysis) -> tuple[int, int] | None:
    match = analysis.rules.at("heading.post", analysis.folded, analysis.first)
    return match.span("who") if match else None


def _for_a_body(analysis: Analysis) -> bool:
    """Whether an item is a heading that names a body, or opens with one before a colon ("Công an xã: tuần tra ...")."""
    if analysis.text.rstrip().endswith(":"):
        return bool(heading_leads(analysis))
    leads = analysis.leads
    return bool(leads) and leads[0].mention.full_start == analysis.first and analysis.text[leads[0].mention.end :].startswith(":")
