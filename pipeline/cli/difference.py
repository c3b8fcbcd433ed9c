"""What `reread` says: a line per document, the values that differ, and the sum.

In: what became of each document.  Out: lines on standard output.
Promise: a value that a person replaced is named as such; a document that stays as it was says why and what to do.
"""

from __future__ import annotations

from collections import Counter

from models.errors import ExitCode, SecretDocument
from models.register import Reread, ValueChange
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.terminal import Ticker
from pipeline.intake import Renewed, label
from pipeline.rules.english import message_of

__all__ = ["DifferenceReport"]

_SHOWN = 10
_LONGEST = 90
"""Letters of a value on one line."""
_FIELDS = {
    "number": ("số, ký hiệu", "number"),
    "type": ("loại", "type"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "place": ("nơi ban hành", "place"),
    "issued": ("ngày ban hành", "date"),
    "subject": ("trích yếu", "subject"),
    "signer_name": ("người ký", "signer"),
    "signer_title": ("chức vụ người ký", "signer's title"),
    "signer_authority": ("quyền ký", "signing authority"),
    "directed_by": ("theo chỉ đạo của", "directed by"),
    "urgency": ("độ khẩn", "urgency"),
    "circulation": ("phạm vi lưu hành", "circulation"),
    "addressees": ("kính gửi", "addressees"),
    "recipients": ("nơi nhận", "recipients"),
    "text": ("nội dung", "text"),
    "kind": ("loại việc", "kind"),
    "product": ("sản phẩm", "product"),
    "note": ("ghi chú", "note"),
    "lead": ("chủ trì", "lead"),
    "coordinate": ("phối hợp", "coordinators"),
    "report_to": ("nơi nhận báo cáo", "report to"),
    "monitor": ("theo dõi", "monitor"),
    "supervise": ("giám sát", "supervise"),
    "deadlines": ("thời hạn", "deadlines"),
}


class DifferenceReport:
    """Prints what changed and adds it up; remembers whether a document stayed as it was, and whether for want of a program."""

    def __init__(self, ticker: Ticker, session: Session, *, verbose: bool) -> None:
        self._ticker = ticker
        self._session = session
        self._most = 10**9 if verbose else _SHOWN
        self._counts: Counter[str] = Counter()
        self.rejected = False
        self.missing = False

    def renewed(self, renewed: Renewed) -> None:
        """The lines of one document."""
        say, name = self._session.say, label(renewed.file.name)
        if renewed.error or renewed.receipt is None or renewed.receipt.reread is None:
            self._stays(renewed)
        elif renewed.file.version and not renewed.receipt.better and not renewed.receipt.reread.changes:
            self._counts.update(versions=1)
        else:
            done = renewed.receipt.reread
            changed = [change for change in done.changes if change.field != "task"]
            self._counts.update(kept=done.kept, added=done.added, removed=done.removed, orphaned=done.orphaned)
            self._counts.update(values=len(changed), different=bool(done.changes))
            self._counts.update(versions=renewed.file.version, documents=not renewed.file.version)
            number = renewed.file.number or say("không số", "no number")
            self._ticker.line(f"{'~' if done.changes else '✓'} {name}  {number}  {self._how(renewed, done, len(changed))}")
            for change in done.changes[: self._most]:
                self._ticker.line(f"      {_change_line(change, say)}")
            if (more := len(done.changes) - self._most) > 0:
                self._ticker.line(say(f"      … còn {more} chỗ khác; xem đủ bằng -v", f"      … {more} more; see all with -v"))
        self._ticker.step()

    def sum(self) -> None:
        """All documents together."""
        say, counts = self._session.say, self._counts
        documents = counted(counts["documents"], say, "văn bản", "document")
        if not counts["documents"] and not self.rejected:
            return self._ticker.line(say("Không có văn bản nào cần đọc lại.", "There is no document to read again."))
        done = Reread(counts["kept"], counts["added"], counts["removed"], counts["orphaned"])
        different = say(f"{counts['different']} có thay đổi", f"{counts['different']} changed")
        stayed = say(f", {counts['stayed']} giữ nguyên vì không đọc lại được", f", {counts['stayed']} could not be read again")
        read = say(f"Đã đọc lại {documents}", f"Read {documents} again")
        tail = stayed if counts["stayed"] else ""
        others = say(f"{counts['versions']} tệp khác của các văn bản đó", f"{counts['versions']} other files of them")
        tail = f"{tail}, {others}" if counts["versions"] else tail
        return self._ticker.line(f"{read}: {different}{tail}; {_told(done, counts['values'], say)}.")

    def _how(self, renewed: Renewed, done: Reread, values: int) -> str:
        say, told = self._session.say, _told(done, values, self._session.say)
        if not renewed.file.version:
            return told
        if renewed.receipt and renewed.receipt.better:
            better = say("bản khác, nay đọc tốt hơn nên được dùng thay", "another file, now the better one and used from now on")
            return f"{better}; {told}"
        return say(f"bản khác, bổ sung {values} giá trị còn trống", f"another file, filled in {values} blank values")

    def _stays(self, renewed: Renewed) -> None:
        say = self._session.say
        self.rejected = True
        self._counts.update(stayed=1)
        self.missing = self.missing or (renewed.error is not None and renewed.error.exit_code is ExitCode.MISSING)
        why = message_of(renewed.error, self._session.language) if renewed.error else ""
        stays = say("GIỮ NGUYÊN BẢN TRƯỚC", "STAYS AS IT WAS")
        self._ticker.line(f"✗ {label(renewed.file.name)}  {stays}: {why}")
        if isinstance(renewed.error, SecretDocument):
            remove = f"giaoviec forget {renewed.file.document_id}"
            self._ticker.line(f"      {say('Để xóa hẳn khỏi sổ', 'To remove it for good')}: {remove}", whole=True)


def _told(done: Reread, values: int, say: Say) -> str:
    parts = (
        say(f"giữ {done.kept} nhiệm vụ", f"{done.kept} tasks kept"),
        say(f"thêm {done.added}", f"{done.added} added"),
        say(f"bỏ {done.removed}", f"{done.removed} removed"),
        say(
            f"{done.orphaned} người đã xem nhưng không còn trong văn bản",
            f"{done.orphaned} orphaned (a person's word, found no more)",
        ),
        say(f"{values} giá trị thay đổi", f"{values} values changed"),
    )
    shown = [part for part, number in zip(parts, (1, done.added, done.removed, done.orphaned, 1), strict=True) if number]
    return ", ".join(shown)


def _change_line(change: ValueChange, say: Say) -> str:
    if change.field == "task":
        if change.before is None:
            return f"+ {_short(change.after)}"
        gone = say("không còn trong văn bản, giữ lại vì người đã xem", "found no more, stays: a person's word")
        return f"{'?' if change.human else '-'} {_short(change.before)}" + (f" ({gone})" if change.human else "")
    name = say(*_FIELDS[change.field]) if change.field in _FIELDS else change.field
    empty = say("(trống)", "(empty)")
    stands = say(" (vẫn hiện giá trị người đã sửa)", " (the person's value is still shown)") if change.human else ""
    return f"{name}: {_short(change.before) or empty} → {_short(change.after) or empty}{stands}"


def _short(value: str | None) -> str:
    text = " ".join((value or "").split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
