"""Who calls the flow, for which file, on how many cores, and what became of it.

In: paths of files and folders, an open register.  Out: one `Outcome` per file.
Promise: every file ends in exactly one state with a reason; sources are never written to; one bad file never stops the rest.
"""

from pipeline.intake.batch import Summary, ingest
from pipeline.intake.limits import Limits
from pipeline.intake.outcome import Outcome
from pipeline.intake.reread import Renewed, reread
from pipeline.intake.sources import Expansion, Source, expand, label

__all__ = ["Expansion", "Limits", "Outcome", "Renewed", "Source", "Summary", "expand", "ingest", "label", "reread"]
