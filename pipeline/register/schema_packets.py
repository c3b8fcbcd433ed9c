"""The register grows for exchange packets: their headers and the files that came in them.

In: a register that knows only files.  Out: the statements of migration m012.
Promise: nothing that stands in the register changes.
"""

from __future__ import annotations

__all__ = ["PACKETS"]

PACKETS = (
    """CREATE TABLE packets (
  sha256 TEXT PRIMARY KEY NOT NULL REFERENCES files(sha256) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  header TEXT NOT NULL CHECK (json_valid(header)), differences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(differences))
) STRICT""",
    "CREATE INDEX packets_document ON packets(document_id)",
    """CREATE TABLE attachments (
  packet TEXT NOT NULL REFERENCES packets(sha256) ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT,
  fate TEXT NOT NULL CHECK (fate IN ('read', 'held', 'apart', 'unread')),
  size INTEGER NOT NULL, media TEXT NOT NULL, first INTEGER NOT NULL, pages INTEGER NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (packet, position)
) STRICT""",
    "CREATE INDEX attachments_sha256 ON attachments(sha256)",
)
