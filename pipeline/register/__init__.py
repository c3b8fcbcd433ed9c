"""The register: directives in SQLite, searched, corrected, read again.

In: directives and their files.  Out: receipts, views of tasks and documents.
Promise: one transaction a document, the same file twice changes nothing, a person's word outlives every later reading.
"""

from __future__ import annotations

from pipeline.register.correct import correct, history, set_status, undo
from pipeline.register.database import Register
from pipeline.register.fold import fold
from pipeline.register.ledger import intake_counts, intake_rows, record_intake
from pipeline.register.office import concerns, get_office, is_our_group, is_ours, set_office
from pipeline.register.originals import original_path
from pipeline.register.query import get_document, get_task, query_documents, query_tasks
from pipeline.register.queue import Order, Queue, queue_counts, queue_next, queue_page
from pipeline.register.rhythm import next_day
from pipeline.register.store import known_as, known_file, random_id, store

__all__ = [
    "Order",
    "Queue",
    "Register",
    "concerns",
    "correct",
    "fold",
    "get_document",
    "get_office",
    "get_task",
    "history",
    "intake_counts",
    "intake_rows",
    "is_our_group",
    "is_ours",
    "known_as",
    "known_file",
    "next_day",
    "original_path",
    "query_documents",
    "query_tasks",
    "queue_counts",
    "queue_next",
    "queue_page",
    "random_id",
    "record_intake",
    "set_office",
    "set_status",
    "store",
    "undo",
]
