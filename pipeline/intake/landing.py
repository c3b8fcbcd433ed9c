"""A file of a watched folder on its way: from the moment it may be read until it lies at its place and the ledger says so.

In: files that keep still, one by one.  Out: their ends in the register, and the files in `da-xu-ly/` or, with a note, in `loi/`.
Promise: the ledger knows each step before the disk does; killed between any two steps, the next start goes on from there, and what
was stored is filed, not read again; a file that changes while it is read is read anew, not judged.
"""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from models.directive import Directive
from models.errors import RegisterLocked, RejectedFile, SecretDocument
from models.register import Arrival, IntakeRow, IntakeState
from models.system import reason_of
from pipeline.intake.batch import Run
from pipeline.intake.filing import Changed, Taken, finish, move, rescue, restore, sweep, write_whole
from pipeline.intake.inbox import Inbox, note_beside
from pipeline.intake.journal import Journal
from pipeline.intake.notes import note_text
from pipeline.intake.outcome import Outcome
from pipeline.intake.pool import Pool, Reading
from pipeline.intake.sources import Source, label, printable
from pipeline.intake.stillness import Facts
from pipeline.register import Register, open_arrivals, set_place, write_arrivals

__all__ = ["Landings"]

TRIES = 20
"""So many places that others take at the same moment are not chance."""
AGAIN = "đọc lại khi chạy tiếp"


class Landings(Run):
    """The files of one inbox that are not filed away. `back` holds those that were put back and must be looked at anew."""

    def __init__(
        self,
        register: Register,
        pool: Pool,
        clock: Callable[[], datetime],
        on_outcome: Callable[[Outcome], None],
        *,
        inbox: Inbox,
        new_id: Callable[[], str],
        journal: Journal,
    ) -> None:
        super().__init__(register, pool, clock, on_outcome, waiting=deque())
        self.inbox = inbox
        self.rows: dict[Path, IntakeRow] = {}
        self.back: set[Path] = set()
        self.staying: dict[Path, Facts] = {}
        """Done with, but still in the inbox: secret papers that would have to be copied."""
        self.unfiled: set[Path] = set()
        """Done with, but could not be moved: tried again at each look."""
        self.emptied: set[Path] = set()
        """Folders that a file was taken from."""
        self.trouble = ""
        self._new_id = new_id
        self._journal = journal
        self._facts: dict[Path, Facts] = {}
        self._digests: dict[Path, str | None] = {}
        self._places: dict[Path, Path] = {}
        self._changed: dict[str, IntakeRow] = {}
        self._filed: dict[str, str] = {}
        self._gone: list[str] = []
        self._known = self._recover()

    def is_busy_with(self, path: Path) -> bool:
        """Whether a file is being read, waits for another with the same bytes, or waits to be moved."""
        return path in self._facts

    # What the look at the inbox finds

    def see(self, path: Path, why: str) -> None:
        """A file lies there that may not be read yet, and why not."""
        row = self.rows.get(path)
        if row is None:
            row = self._known.pop(printable(str(path)), None) or self._landed(path)
            self.rows[path] = row
        if not row.state.is_final:
            self._set(path, IntakeState.SEEN, why)

    def queue(self, path: Path) -> None:
        """A file may be read as soon as a worker is free."""
        self.see(path, "")
        if not self.rows[path].state.is_final:
            self._set(path, IntakeState.WAITING, "đợi đến lượt")

    def missing(self, there: Iterable[Path]) -> None:
        """All files but these are gone from the inbox: somebody took them, or a killed run had moved them."""
        for path in self.rows.keys() - set(there) - self._facts.keys():
            self._forget(path)
        for row in self._known.values():  # of an earlier run
            self._close_or_drop(row)
        self._known.clear()

    def begin(self, path: Path, facts: Facts) -> None:
        """Read a file, or finish what a killed run began."""
        self._facts[path] = facts
        self._begin(Source(path, facts.size))

    def take(self, reading: Reading) -> list[tuple[Path, Facts]]:
        """Take what became of a file in a worker; the files with the same bytes that waited for it come back."""
        path = reading.source.path
        if self._same(path):
            try:
                self._finish(reading)
            except RegisterLocked as error:
                self.trouble = error.message("vi")
                self._put_back(path, "sổ đang bị chương trình khác giữ")
        else:
            sha256, _ = self._reading.pop(str(path))
            self.waiting.extendleft(reversed(self._twins.pop(sha256 or "", [])))
            self._put_back(path, "tệp đổi trong lúc đọc")
        twins = [(source.path, self._facts[source.path]) for source in self.waiting]
        self.waiting.clear()
        return twins

    def abandon(self, path: Path, why: str = AGAIN) -> None:
        """A file is no longer being read: it waits again."""
        sha256, _ = self._reading.pop(str(path), (None, None))
        for twin in self._twins.pop(sha256 or "", []):
            self._put_back(twin.path, why)
        self._put_back(path, why)

    def tell(self, path: Path, seen: int, scans: int) -> None:
        """How far the reading of a long scan has come."""
        self._set(path, IntakeState.READING, f"đang đọc: trang {seen}/{scans}")

    def refile(self) -> None:
        """Try again to move what could not be moved."""
        for path in sorted(self.unfiled):
            self.unfiled.discard(path)
            self._file(path)

    def flush(self) -> None:
        """Write what changed, in one transaction."""
        if not (self._changed or self._filed or self._gone):
            return
        write_arrivals(self.register, self._changed.values(), filed=self._filed, gone=self._gone, now=self.clock())
        self._changed.clear()
        self._filed.clear()
        self._gone.clear()

    # The steps of Run, with what a landing adds

    def _enter(self, source: Source, sha256: str | None, started: datetime) -> None:
        path, row = source.path, self.rows[source.path]
        self._digests[path] = sha256
        if row.state.is_final and sha256 and row.sha256 == sha256:
            return self._file(path)  # stored or rejected before the program was killed
        if row.state.is_final and row.sha256:  # other bytes under the name of a file that is done with
            self._close_or_drop(row)
            self.rows[path] = self._landed(path)
        return super()._enter(source, sha256, started)

    def _submit(self, source: Source) -> None:
        self._set(source.path, IntakeState.READING, "đang đọc")
        self.flush()
        super()._submit(source)

    def _store(self, source: Source, directive: Directive, started: datetime) -> None:
        self._changed.pop(self._id(source.path), None)
        super()._store(source, directive, started)

    def _reject(self, source: Source, error: RejectedFile, sha256: str | None, started: datetime, trace: str = "") -> None:
        if not self._same(source.path):
            return self._put_back(source.path, "tệp đổi trong lúc đọc")
        return super()._reject(source, error, sha256, started, trace)

    def _row(self, source: Source, state: IntakeState, reason: str, sha256: str | None, started: datetime) -> IntakeRow:
        row = super()._row(source, state, reason, sha256, started)
        self._changed.pop(self._id(source.path), None)
        self.rows[source.path] = row
        return row

    def _arrival(self, source: Source, state: IntakeState) -> Arrival:
        path, rejected = source.path, state is IntakeState.REJECTED
        place = self._kept_place(path, rejected=rejected)
        if place is None:
            taken = {str(one) for other, one in self._places.items() if other != path}
            place = self.inbox.place(path, rejected=rejected, day=self.clock().date(), taken=taken)
        self._places[path] = place
        return Arrival(self._id(path), str(self.inbox.path), str(place))

    def _kept_place(self, path: Path, *, rejected: bool) -> Path | None:
        """The place that the ledger keeps for a file that is judged again: its note may lie there already."""
        arrival = self.rows[path].arrival
        place = Path(arrival.place) if arrival and arrival.place else None
        if place is None or os.path.lexists(place):
            return None
        in_quarantine = place.is_relative_to(self.inbox.quarantine)
        if in_quarantine and not rejected:
            note_beside(place).unlink(missing_ok=True)
        return place if in_quarantine is rejected else None

    def _end(self, outcome: Outcome) -> None:
        path = outcome.path
        row = self.rows[path]
        arrival = Arrival(self._id(path), str(self.inbox.path), str(self._places[path]))
        kind = outcome.error.kind if outcome.error else None
        sha256 = None if kind == SecretDocument.kind else self._digests.get(path)
        self.rows[path] = row = replace(row, state=outcome.state, kind=kind, sha256=sha256, arrival=arrival)
        self.on_outcome(outcome)
        self._journal.write(
            outcome.state.value, file=row.path, kind=kind, number=outcome.number,
            tasks=outcome.tasks or None, seconds=round((self.clock() - (row.started or self.clock())).total_seconds(), 1),
            place=str(self._places[path]),
        )  # fmt: skip
        self._file(path)

    # To its place

    def _file(self, path: Path) -> None:
        row, facts = self.rows[path], self._facts[path]
        secret = row.kind == SecretDocument.kind
        self._facts.pop(path)
        for _ in range(TRIES):
            place = self._planned(path)
            try:
                if not finish(path, place, facts, mark=self._id(path)):
                    self._note(row, place)
                    move(path, place, facts, mark=self._id(path), private=secret, copying=not secret)
            except Taken:
                if row.state is IntakeState.REJECTED:
                    note_beside(place).unlink(missing_ok=True)
                self._replan(path)
            except Changed:
                return self._close(path, "")
            except OSError as error:
                return self._not_moved(path, facts, error)
            else:
                return self._close(path, str(place))
        return self._not_moved(path, facts, FileExistsError(errno.EEXIST, "", str(path)))

    def _note(self, row: IntakeRow, place: Path, *, left: bool = False) -> None:
        if row.state is IntakeState.REJECTED:
            write_whole(note_beside(place), note_text(row, left=left), mark=self._mark(row))

    def _not_moved(self, path: Path, facts: Facts, error: OSError) -> None:
        row = self.rows[path]
        if error.errno == errno.EXDEV and row.kind == SecretDocument.kind:
            self._note(row, self._planned(path), left=True)
            self.staying[path] = facts
            return
        self.trouble = f"không chuyển được “{row.name}” ({reason_of(error)})"
        self._journal.write("not_moved", file=row.path, detail=reason_of(error))
        self._facts[path] = facts
        self.unfiled.add(path)

    def _planned(self, path: Path) -> Path:
        if path not in self._places:
            row = self.rows[path]
            written = row.arrival.place if row.arrival else ""
            self._places[path] = Path(written) if written else self._replan(path)
        return self._places[path]

    def _replan(self, path: Path) -> Path:
        arrival = self._arrival(Source(path), self.rows[path].state)
        set_place(self.register, arrival.id, arrival.place)
        return Path(arrival.place)

    def _close(self, path: Path, place: str) -> None:
        self._filed[self._id(path)] = place
        if place:
            self.emptied.add(path.parent)
        elif self.rows[path].state is IntakeState.REJECTED and (planned := self._places.get(path)):
            note_beside(planned).unlink(missing_ok=True)  # it speaks of a file that is not there
        self._drop(path)

    # Rows

    def _landed(self, path: Path) -> IntakeRow:
        now = self.clock()
        arrival = Arrival(self._new_id(), str(self.inbox.path))
        return IntakeRow(printable(str(path)), label(path.name), IntakeState.SEEN, "", now, started=now, arrival=arrival)

    def _set(self, path: Path, state: IntakeState, reason: str) -> None:
        row = self.rows[path]
        if (row.state, row.reason) == (state, reason) and self._id(path) not in self._changed:
            return
        self.rows[path] = replace(row, state=state, reason=reason, finished=self.clock(), kind=None)
        self._changed[self._id(path)] = self.rows[path]

    def _put_back(self, path: Path, why: str) -> None:
        self._facts.pop(path, None)
        self._places.pop(path, None)
        if not path.exists():
            return self._forget(path)
        row = self.rows[path]
        arrival = Arrival(self._id(path), str(self.inbox.path))
        self.rows[path] = replace(row, state=IntakeState.SEEN, sha256=None, document_id=None, arrival=arrival)
        self._set(path, IntakeState.WAITING, why)
        self.back.add(path)
        return self._journal.write("put_back", file=row.path, detail=why)

    def _forget(self, path: Path) -> None:
        self._close_or_drop(self.rows[path])
        self._drop(path)

    def _close_or_drop(self, row: IntakeRow) -> None:
        arrival = self._mark(row)
        self._changed.pop(arrival, None)
        if row.state.is_final:
            place = row.arrival.place if row.arrival else ""
            self._filed[arrival] = place if place and Path(place).exists() else ""
        else:
            self._gone.append(arrival)
            self._journal.write("gone", file=row.path)

    def _drop(self, path: Path) -> None:
        self.rows.pop(path, None)
        self._facts.pop(path, None)
        self._digests.pop(path, None)
        self._places.pop(path, None)
        self.staying.pop(path, None)
        self.unfiled.discard(path)

    def _same(self, path: Path) -> bool:
        try:
            return Facts.of(path.lstat()) == self._facts.get(path)
        except OSError:
            return False

    def _id(self, path: Path) -> str:
        return self._mark(self.rows[path])

    @staticmethod
    def _mark(row: IntakeRow) -> str:
        assert row.arrival is not None
        return row.arrival.id

    def _recover(self) -> dict[str, IntakeRow]:
        """The rows that an earlier run left open, by path; half-done moves are undone or done."""
        rows = {row.path: row for row in open_arrivals(self.register, str(self.inbox.path))}
        places = {self._mark(row): Path(row.arrival.place) for row in rows.values() if row.arrival and row.arrival.place}
        sweep({place.parent for place in places.values()})
        homes = {self._mark(row): Path(row.path) for row in rows.values()}
        for left, mark in rescue(self.inbox.path):
            home = homes.get(mark, left.with_name(f"giaoviec {mark}"))
            restore(left, left.with_name(home.name), places.get(mark))
        return rows
