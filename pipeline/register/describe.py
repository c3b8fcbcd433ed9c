"""The schema as a table in Markdown, for docs/register.md.

In: a fresh register.  Out: its tables, views and columns with their types.  Promise: what the docs say is what the database holds.
"""

from __future__ import annotations

from pipeline.register.database import Register

ABOUT = {
    "documents": "one row a document: the machine's reading of its fields; `human` holds what a person said instead (JSON)",
    "files": "the files of a document by their digest; the bytes lie in `NAME.files/originals/<sha256>`",
    "pages": "where the text of a page came from, how good it is, the text, and where its lines stand (JSON)",
    "tasks": (
        "one row a task: the machine's reading; `human` holds what a person said instead; search looks in `folded` and `marked`, "
        "the queue sorts by the columns `*_key`, which triggers keep"
    ),
    "task_agencies": "the agencies of a task; rows of source `human` are shown where `tasks.human` names the role",
    "deadlines": "the deadlines of a task; `due` or `rrule` or neither; rows of source `human` as above",
    "citations": "documents cited",
    "evidence": "where each value stands: page, boxes, spans in the recovered and the source text, rule, confidence, candidates",
    "agencies": "the bodies that the agency directory knows and this register met",
    "aliases": "the names a body was met under (source `machine`), and the names that people taught or refused (source `human`)",
    "revisions": "each field that a person changed: who, when, before, after; `undone_by` names the change that took it back",
    "intake": (
        "each file that entered, and the one state it ended in, with the reason; of a watched folder also those on their way "
        "(`arrival`: the landing, `place`: where the file goes when it is done with, `filed`: when it got there)"
    ),
    "inboxes": "the watched folders: who watches, when it last looked, what it leaves alone (JSON) and what hinders it",
    "sketches": "by what a document is found whose text is alike (another file of the same document)",
    "packets": (
        "files that are exchange packets (edXML): the header as the sender wrote it (JSON), and in words where it says "
        "other things than the paper"
    ),
    "attachments": "the files in a packet: `first` and `pages` say which pages came from each, `note` why one was not read",
    "settings": "our office (JSON)",
    "documents_shown": "documents with the person's values first",
    "tasks_shown": "tasks with the person's values first, agencies and deadlines in words: the table to look at in Datasette",
    "agencies_shown": "the agencies that are shown",
    "deadlines_shown": "the deadlines that are shown",
}


def schema_markdown(register: Register) -> str:
    """A section for each table and view that people may read."""
    return "\n".join(_section(register, name, about) for name, about in ABOUT.items())


def undescribed(register: Register) -> set[str]:
    """Tables and views that no section tells of; the search index and the list of migrations keep themselves."""
    rows = register.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    names = {row["name"] for row in rows if not row["name"].startswith(("sqlite_", "_sqlite_", "tasks_fts"))}
    return names ^ set(ABOUT)


def _section(register: Register, name: str, about: str) -> str:
    columns = register.rows("SELECT name, type, pk FROM pragma_table_info(?)", (name,))
    listed = ", ".join(
        f"`{row['name']}`{' ' + row['type'].lower() if row['type'] else ''}{' (key)' if row['pk'] else ''}" for row in columns
    )
    return f"### {name}\n\n{about[0].upper()}{about[1:]}.\n\n{listed}\n"
