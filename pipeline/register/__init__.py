"""The register: directives in SQLite, searched, corrected, read again.

In: directives and their files.  Out: receipts, views of tasks and documents.
Promise: one transaction a document, the same file twice changes nothing, a person's word outlives every later reading.
"""

from __future__ import annotations

from pipeline.register.correct import correct, history, set_status, undo
from pipeline.register.correct_document import correct_document, document_history, undo_document
from pipeline.register.database import Register
from pipeline.register.fold import fold
from pipeline.register.ledger import intake_counts, intake_rows, record_intake
from pipeline.register.office import concerns, get_office, is_our_group, is_ours, set_office
from pipeline.register.originals import original_path
from pipeline.register.query import get_document, get_task, query_documents, query_tasks
from pipeline.register.queue import Order, Queue, queue_counts, queue_next, queue_page
from pipeline.register.rhythm import next_day
from pipeline.register.sheets import Sheet, Sheets, page_text, sheets_of
from pipeline.register.store import known_as, known_file, random_id, store
from pipeline.register.structure import Marked, add_marked, merge_tasks, split_task

__all__ = [
    "Marked",
    "Order",
    "Queue",
    "Register",
    "Sheet",
    "Sheets",
    "add_marked",
    "concerns",
    "correct",
    "correct_document",
    "document_history",
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
    "merge_tasks",
    "next_day",
    "original_path",
    "page_text",
    "query_documents",
    "query_tasks",
    "queue_counts",
    "queue_next",
    "queue_page",
    "random_id",
    "record_intake",
    "set_office",
    "set_status",
    "sheets_of",
    "split_task",
    "store",
    "undo",
    "undo_document",
]
