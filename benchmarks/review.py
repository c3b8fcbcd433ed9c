"""`make bench-review`: how quickly the review page answers over a register of 100,000 tasks.

In: generated letters, read once and copied in the register until there are as many tasks as wanted.
Out: median and 95th percentile of queue, record and document pages, and of page images drawn for the first time, in milliseconds;
beside them the median of processor time, which other work on the machine does not lengthen.
Promise: every request passes the door (session, headers) as a browser's would; each address is asked for once before it is measured
only where that is said.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient

from benchmarks.material import generated
from models.office import Office
from pipeline.flow import load_engine, read_directive
from pipeline.register import Register, set_office, store
from pipeline.review.app import create_app
from pipeline.review.guard import local_guard
from pipeline.review.settings import ReviewSettings

NOW = datetime(2025, 6, 30, tzinfo=UTC)
LIMITS = {"queue": (150, 400), "record": (150, 400), "documents": (150, 400), "image": (300, 1000)}
"""Median and 95th percentile that were asked for; of images only the first drawing's median."""
_SEARCHES = (
    "",
    "?q=bao+cao",
    "?q=dak+lak",
    "?status=all",
    "?order=deadline",
    "?order=agency",
    "?order=document",
    "?agency=so+noi+vu",
    "?due=31/12/2025",
    "?due=31/12/2025&order=deadline",
    "?due=01/01/2020&q=bao+cao&agency=so+noi+vu",
    "?page=40",
    "?status=confirmed",
)
_MINE = ("?scope=mine", "?scope=mine&order=deadline&due=31/12/2025")
_ORDERS = ("document", "deadline", "agency")
_COPY = {
    "documents": ("id", "text_key"),
    "files": ("sha256", "document_id"),
    "pages": ("sha256", "document_id"),
    "tasks": ("id", "document_id"),
    "task_agencies": ("task_id",),
    "deadlines": ("task_id",),
    "evidence": ("document_id", "task_id", "owner_id"),
}


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        count, pages = build(path, arguments.tasks)
        print(f"{count} tasks, {path.stat().st_size / 1e6:.0f} MB")
        for name, pairs in measure(path, pages, arguments.requests).items():
            times, work = [spent for spent, _ in pairs], [busy for _, busy in pairs]
            low, high = LIMITS.get(name.split()[0], (0, 0))
            tail = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            told = f"median {median(times):5.0f} ms   p95 {tail:5.0f} ms   processor {median(work):5.0f} ms"
            print(f"{name:50} {told}   (asked: {low} / {high}; {len(times)} requests)")


def build(path: Path, wanted: int) -> tuple[int, list[tuple[str, int]]]:
    """A register with so many tasks; returns how many, and the (document, page) pairs that have an original."""
    engine, pages = load_engine(), []
    with Register.open(path, create=True) as register:
        letters = path.parent / "letters"
        letters.mkdir()
        for material in generated(letters, pages=60):
            receipt = store(register, read_directive(material.path, engine=engine), now=NOW, original=material.path)
            pages += [(receipt.document_id, page + 1) for page in range(material.pages)]
        row = register.row("SELECT count(*) FROM tasks")
        times = -(-wanted // int(row[0])) - 1 if row else 0
        with register.write() as connection:
            for table, keys in _COPY.items():
                columns = [
                    r["name"]
                    for r in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")
                    if not _own_key(table, r["name"])
                ]
                chosen = ", ".join(f"b.{c} || '-' || n.value" if c in keys else f"b.{c}" for c in columns)
                connection.execute(
                    f"""INSERT INTO {table} ({", ".join(columns)}) SELECT {chosen} FROM {table} b
                    JOIN (WITH RECURSIVE k(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM k WHERE value < {times})
                    SELECT value FROM k) n"""
                )
        count = register.row("SELECT count(*) FROM tasks")
        return int(count[0]) if count else 0, pages


def _own_key(table: str, column: str) -> bool:
    return (table, column) in {("tasks", "seq"), ("task_agencies", "id"), ("deadlines", "id"), ("evidence", "id")}


def measure(path: Path, pages: Sequence[tuple[str, int]], requests: int) -> dict[str, list[Spent]]:
    """Milliseconds of each request, by what was asked for."""
    guard = local_guard(path, who="bench", clock=lambda: NOW)
    chance = random.Random(1)
    with Register.open(path, create=False, write=False) as register:
        tasks = [row["id"] for row in register.rows("SELECT id FROM tasks ORDER BY seq")]
        documents = [row["id"] for row in register.rows("SELECT id FROM documents")]
    found: dict[str, list[Spent]] = {}
    with TestClient(
        create_app(ReviewSettings(register=path, who="bench", clock=lambda: NOW, guard=guard)), base_url="http://127.0.0.1:8000"
    ) as client:
        client.get(f"/enter?token={guard.one_time}")
        time.sleep(5)  # the grammar of deadlines loads in the background
        for search in _SEARCHES:
            found[f"queue {search}"] = [_time(client, f"/{search}") for _ in range(max(3, requests // 6))]
        found["record"] = [_time(client, f"/tasks/{task}") for task in chance.sample(tasks, requests)]
        for order in _ORDERS:
            chosen = chance.sample(tasks, max(3, requests // 4))
            found[f"record ?order={order}&due="] = [_time(client, f"/tasks/{one}?order={order}&due=31/12/2025") for one in chosen]
        found["documents"] = [_time(client, "/documents") for _ in range(max(3, requests // 6))]
        found["documents one"] = [_time(client, f"/documents/{one}") for one in chance.sample(documents, requests // 2)]
        with Register.open(path, create=False) as register:
            set_office(register, Office(name="Sở Nội vụ", groups=("các sở, ban, ngành",)))
        for search in _MINE:
            found[f"queue {search}"] = [_time(client, f"/{search}") for _ in range(max(3, requests // 6))]
        found["image first drawn"] = [_time(client, f"/documents/{one}/pages/{page}") for one, page in pages[:requests]]
    return found


Spent = tuple[float, float]
"""Milliseconds by the clock, and of the processor (of this process: drawing a page is another's work)."""


def _time(client: TestClient, address: str) -> Spent:
    begun, busy = time.perf_counter(), time.process_time()
    answer = client.get(address)
    spent = (time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{re.sub(chr(10), ' ', answer.text)[:200]} ({answer.status_code} {address})")
    return spent


if __name__ == "__main__":
    main()
