"""What `watch` says, and how it is asked to stop.

In: outcomes, troubles, signals.  Out: lines on standard output, messages on standard error, the exit code.
Promise: the first SIGTERM or Ctrl-C lets what is nearly done end, the second stops at once; neither loses a file.
"""

from __future__ import annotations

import shlex
import signal
from collections import Counter
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

import click

from models.errors import ExitCode
from models.register import IntakeState
from pipeline.cli.report import Report
from pipeline.cli.session import Session, counted
from pipeline.cli.terminal import Ticker
from pipeline.intake import Inbox, Outcome, Summary, Told, label
from pipeline.rules.english import in_english

if TYPE_CHECKING:
    from pipeline.intake import Watcher

__all__ = ["WatchReport"]


class WatchReport:
    """Tells what happens; a context in which the signals to stop are heard."""

    def __init__(self, session: Session, inbox: Inbox, register: Path, *, once: bool) -> None:
        self._session = session
        self._inbox = inbox
        self._register = register
        self._once = once
        self._ticker = Ticker(0, session.say, bar=False)
        self._report = Report(self._ticker, session, verbose=False)
        self._counts: Counter[IntakeState] = Counter()
        self._watcher: Watcher | None = None
        self._signal = 0
        self._before: dict[int, object] = {}

    def __enter__(self) -> WatchReport:
        for number in (signal.SIGTERM, signal.SIGINT):
            self._before[number] = signal.signal(number, self._stop)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]

    @property
    def told(self) -> Told:
        """Who is told what."""
        return Told(outcome=self._outcome, trouble=self._trouble, progress=self._progress, begun=self._begun)

    def end(self) -> int:
        """The summary, and the exit code."""
        if self._signal:
            click.echo(self._stopped(), err=True)
        if self._once or self._counts:
            self._report.summary(Summary(self._counts), passed_over=0, register=self._register)
        if self._ticker.trouble:
            raise self._ticker.trouble
        if self._signal == signal.SIGINT:
            return ExitCode.INTERRUPTED
        if not self._once:
            return ExitCode.OK
        if self._report.missing:
            return ExitCode.MISSING
        return ExitCode.SOME_REJECTED if self._report.rejected else ExitCode.OK

    def _stopped(self) -> str:
        """That it stopped, and how many files the next run will find: what was being read stays where it lay."""
        say = self._session.say
        try:
            left = len(self._inbox.look().files)
        except OSError:  # a share that is gone
            return say("Đã dừng.", "Stopped.")
        if not left:
            return say("Đã dừng; thư mục nhận không còn tệp nào đợi.", "Stopped; no file is left in the inbox.")
        return say(
            f"Đã dừng; {left} tệp còn trong thư mục nhận, lần chạy sau sẽ đọc.",
            f"Stopped; {counted(left, say, 'tệp', 'file')} in the inbox, to be read by the next run.",
        )

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._signal or self._watcher is None:
            raise KeyboardInterrupt
        self._signal = number
        self._watcher.ask_to_stop()

    def _begun(self, watcher: Watcher, native: bool) -> None:
        self._watcher = watcher
        if self._once:
            return
        say = self._session.say
        paths = [label(str(path)) for path in (self._inbox.path, self._inbox.processed, self._inbox.quarantine)]
        status = f"giaoviec status --register {shlex.quote(str(self._register))}"
        click.echo(
            say(
                f"Đang trông: {paths[0]}\nTệp xong:   {paths[1]}\nTệp lỗi:    {paths[2]}\n"
                f"Sổ:         {self._register}\nXem tình hình: {status}. Dừng: Ctrl-C.",
                f"Watching:   {paths[0]}\nDone:       {paths[1]}\nRejected:   {paths[2]}\n"
                f"Register:   {self._register}\nHow it goes: {status}. Stop: Ctrl-C.",
            ),
            err=True,
        )
        if not native:
            click.echo(
                say(
                    f"Thư mục này được xem lại mỗi {watcher.every:g} giây (hệ thống không báo khi có tệp mới).",
                    f"This folder is looked through every {watcher.every:g} seconds (the system does not tell of new files).",
                ),
                err=True,
            )

    def _outcome(self, outcome: Outcome) -> None:
        self._counts[outcome.state] += 1
        self._report.outcome(outcome)

    def _trouble(self, trouble: str) -> None:
        say = self._session.say
        click.echo(
            say(f"Vướng: {trouble}. Chương trình sẽ thử lại.", f"Trouble: {in_english(trouble)}. It will be tried again."), err=True
        )

    def _progress(self, path: Path, seen: int, scans: int) -> None:
        say = self._session.say
        name = label(path.name)
        click.echo(say(f"… {name}: đã đọc {seen}/{scans} trang quét", f"… {name}: {seen} of {scans} scanned pages read"), err=True)
