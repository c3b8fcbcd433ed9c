"""What `ingest` says: a line per file as it ends, and a summary.

In: outcomes.  Out: lines on standard output; tracebacks on standard error with --debug.
Promise: each line says state, name and, for a rejected file, why and what to do next.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from models.directive import PageFacts
from models.errors import ExitCode
from models.register import IntakeState, is_numbered
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.terminal import Ticker
from pipeline.intake import Outcome, Summary
from pipeline.rules.english import in_english, message_of

__all__ = ["Report"]

_MARKS = {IntakeState.REGISTERED: "✓", IntakeState.WARNINGS: "!", IntakeState.DUPLICATE: "=", IntakeState.REJECTED: "✗"}
_IN_REGISTER = (IntakeState.REGISTERED, IntakeState.WARNINGS)


class Report:
    """Prints outcomes; remembers whether a file was rejected, and whether that was for want of a program (`missing`)."""

    def __init__(self, ticker: Ticker, session: Session, *, verbose: bool) -> None:
        self._ticker = ticker
        self._session = session
        self._verbose = verbose
        self.rejected = False
        self.missing = False
        self._unnumbered = 0

    def outcome(self, outcome: Outcome) -> None:
        """The line of one file."""
        self.rejected = self.rejected or outcome.state is IntakeState.REJECTED
        self.missing = self.missing or (outcome.error is not None and outcome.error.exit_code is ExitCode.MISSING)
        self._unnumbered += _unnamed(outcome)
        say = self._session.say
        self._ticker.line(_line(outcome, self._session))
        for warning in outcome.warnings:
            self._ticker.line(f"      {say(warning, in_english(warning))}")
        if self._verbose:
            for page in outcome.pages:
                self._ticker.line(_page_line(page, say))
        if self._session.debug and outcome.trace:
            click.echo(outcome.trace, err=True)
        self._ticker.step()

    def summary(self, summary: Summary, *, passed_over: int, register: Path) -> None:
        """The counts by state, and where to look next."""
        say = self._session.say
        names = {
            IntakeState.REGISTERED: say("vào sổ", "registered"),
            IntakeState.WARNINGS: say("vào sổ có cảnh báo", "registered with warnings"),
            IntakeState.DUPLICATE: say("trùng", "duplicate"),
            IntakeState.REJECTED: say("bị từ chối", "rejected"),
        }
        counts = ", ".join(f"{summary.counts.get(state, 0)} {name}" for state, name in names.items() if summary.counts.get(state))
        total = counted(summary.total, say, "tệp", "file")
        self._ticker.line(f"{total}: {counts or say('không có gì để đọc', 'nothing to read')}.")
        if passed_over:
            hidden = say(
                "tệp ẩn, tệp tạm hoặc tệp của chính sổ được bỏ qua.", "hidden, temporary or register files were passed over."
            )
            self._ticker.line(f"{passed_over} {hidden}")
        if self._unnumbered:
            self._ticker.line(_unnumbered(self._unnumbered, say))
        listed = f"giaoviec tasks --register {shlex.quote(str(register))}"
        where = say(f"Sổ: {register}. Xem nhiệm vụ: {listed}", f"Register: {register}. See the tasks: {listed}")
        self._ticker.line(where, whole=True)  # broken in two, the command could not be copied


def _unnamed(outcome: Outcome) -> bool:
    """Whether a paper came in without its number or day: a person has to write them in."""
    return outcome.state in _IN_REGISTER and not (is_numbered(outcome.number) and outcome.issued)


def _line(outcome: Outcome, session: Session) -> str:
    say, mark, name = session.say, _MARKS[outcome.state], outcome.name
    if outcome.error:
        return f"{mark} {name}  {say('TỪ CHỐI', 'REJECTED')}: {message_of(outcome.error, session.language)}"
    if outcome.state is IntakeState.DUPLICATE:
        twin = f" ({outcome.twin})" if outcome.twin else ""
        if outcome.again:
            return (
                f"{mark} {name}  {say(f'đã vào sổ từ lần trước{twin}, không đọc lại', f'registered before{twin}, not read again')}"
            )
        if outcome.version:
            return f"{mark} {name}  {_version(twin, outcome, say)}"
        known = say(
            f"trùng với văn bản đã có trong sổ{twin}, không ghi lại",
            f"the register has this document already{twin}; nothing changed",
        )
        return f"{mark} {name}  {known}"
    number = outcome.number or ""
    if not is_numbered(outcome.number):
        number = f"{say('chưa rõ số', 'number not clear')} ({number})" if number else say("không số", "no number")
    day = outcome.issued.strftime("%d/%m/%Y") if outcome.issued else say("không ngày", "no date")
    mark = _MARKS[IntakeState.WARNINGS] if _unnamed(outcome) else mark  # a tick would say that nobody need look
    return f"{mark} {name}  {number}  {day}  {counted(outcome.tasks, say, 'nhiệm vụ', 'task')}"


def _unnumbered(count: int, say: Say) -> str:
    papers = counted(count, say, "văn bản", "document")
    return say(
        f"{papers} chưa rõ số hoặc ngày (thường do viết tay hoặc để trống): ghi vào ở trang rà soát (giaoviec review), "
        "mục “Soát thể thức văn bản”.",
        f"{papers} without a clear number or date (written by hand, or left blank): write them in "
        "giaoviec review, “Review the letterhead”.",
    )


def _version(twin: str, outcome: Outcome, say: Say) -> str:
    kept = say(
        f"bản khác của văn bản đã có trong sổ{twin}: đã lưu thêm tệp, không ghi nhiệm vụ lần nữa",
        f"another file of a document in the register{twin}: kept beside it, no task is doubled",
    )
    better = say("; bản này tốt hơn nên được dùng thay", "; it is the better one and is used from now on")
    return kept + (better if outcome.better else "")


def _page_line(page: PageFacts, say: Say) -> str:
    quality = say(f"chất lượng {page.quality:.2f}", f"quality {page.quality:.2f}")
    return f"      {say('trang', 'page')} {page.page}: {page.source}, {quality}, {say(page.reason, in_english(page.reason))}"
