"""Whether a document writes "về việc" before its subject. The field is kept without it; a list that names the type tells it again:
"Thông báo về việc treo cờ", but "Thông báo kết luận cuộc họp".

In: SQL over `documents` or `documents_shown` as d.  Out: a column `about`, 0 or 1.
Promise: the page decides, not the type; a subject that a person wrote is told as the person wrote it.
"""

from __future__ import annotations

__all__ = ["ABOUT"]

_PAGE = "(SELECT ifnull(sum(length(b.text) + 1), 0) FROM pages b WHERE b.sha256 = p.sha256 AND b.page < p.page)"
"""Where the page of the subject begins in the document, whose pages are joined by one sign."""
_START = f"(json_extract(e.span_recovered, '$[0]') - {_PAGE})"
_BEFORE = f"rtrim(substr(p.text, max(1, {_START} - 11), min(12, {_START})), ' :' || char(9, 10, 13))"
"""The dozen letters that stand before the subject."""

ABOUT = f"""EXISTS (SELECT 1 FROM evidence e JOIN files m ON m.document_id = e.document_id AND m.role = 'main'
  JOIN pages p ON p.sha256 = m.sha256 AND p.page = e.page
  WHERE e.owner_kind = 'document' AND e.owner_id = d.id AND e.field = 'subject' AND json_type(d.human, '$.subject') IS NULL
  AND ({_BEFORE} GLOB '*[Vv][ềỀ] [Vv][iI][ệỆ][cC]' OR {_BEFORE} GLOB '*[Vv]/[Vv]')) AS about"""
