"""Who calls the flow, for which file, on how many cores, and what became of it.

In: paths of files and folders, an open register.  Out: one `Outcome` per file.
Promise: every file ends in exactly one state with a reason; sources are never written to; one bad file never stops the rest.
"""

from pipeline.intake.batch import Summary, ingest
from pipeline.intake.inbox import PROCESSED, QUARANTINE, Inbox, open_inbox
from pipeline.intake.limits import Limits
from pipeline.intake.outcome import Outcome
from pipeline.intake.reread import Renewed, reread
from pipeline.intake.service import Told, watch
from pipeline.intake.sources import Expansion, Source, expand, label
from pipeline.intake.watch import Pace, Watcher

__all__ = [
    "PROCESSED", "QUARANTINE", "Expansion", "Inbox", "Limits", "Outcome", "Pace", "Renewed", "Source", "Summary", "Told", "Watcher",
    "expand", "ingest", "label", "open_inbox", "reread", "watch",
]  # fmt: skip
