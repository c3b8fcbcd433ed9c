"""The register: directives in SQLite, searched, corrected, read again.

In: directives and their files.  Out: receipts, views of tasks and documents.
Promise: one transaction a document, the same file twice changes nothing, a person's word outlives every later reading.
"""

from __future__ import annotations

from pipeline.register.arrivals import (
    ended_since,
    inboxes,
    latest_rejected,
    not_filed,
    note_inbox,
    on_their_way,
    open_arrivals,
    set_place,
    write_arrivals,
)
from pipeline.register.correct import correct, history, set_status, undo
from pipeline.register.correct_document import correct_document, document_history, undo_document
from pipeline.register.database import Register
from pipeline.register.fold import fold
from pipeline.register.ledger import entered_before, intake_counts, intake_rows, mended, record_intake
from pipeline.register.lines import boxes_between, boxes_of_words, placed_lines
from pipeline.register.office import concerns, get_office, is_our_group, is_ours, set_office
from pipeline.register.originals import keep_original, original_path, sweep_originals
from pipeline.register.query import by_deadline, get_document, get_task, query_documents, query_tasks
from pipeline.register.queue import Order, Queue, queue_counts, queue_next, queue_page
from pipeline.register.redate import counted_from
from pipeline.register.rhythm import next_day
from pipeline.register.sheets import Sheet, Sheets, page_text, sheets_of
from pipeline.register.store import known_as, known_file, random_id, store
from pipeline.register.stored import StoredFile, stored_files, stored_versions, version_key
from pipeline.register.structure import Marked, add_marked, cut_off, merge_tasks, split_task, taken_back

__all__ = [
    "Marked",
    "Order",
    "Queue",
    "Register",
    "Sheet",
    "Sheets",
    "StoredFile",
    "add_marked",
    "boxes_between",
    "boxes_of_words",
    "by_deadline",
    "concerns",
    "correct",
    "correct_document",
    "counted_from",
    "cut_off",
    "document_history",
    "ended_since",
    "entered_before",
    "fold",
    "get_document",
    "get_office",
    "get_task",
    "history",
    "inboxes",
    "intake_counts",
    "intake_rows",
    "is_our_group",
    "is_ours",
    "keep_original",
    "known_as",
    "known_file",
    "latest_rejected",
    "mended",
    "merge_tasks",
    "next_day",
    "not_filed",
    "note_inbox",
    "on_their_way",
    "open_arrivals",
    "original_path",
    "page_text",
    "placed_lines",
    "query_documents",
    "query_tasks",
    "queue_counts",
    "queue_next",
    "queue_page",
    "random_id",
    "record_intake",
    "set_office",
    "set_place",
    "set_status",
    "sheets_of",
    "split_task",
    "store",
    "stored_files",
    "stored_versions",
    "sweep_originals",
    "taken_back",
    "undo",
    "undo_document",
    "version_key",
    "write_arrivals",
]
