"""Writing to the terminal: lines of data, a progress bar.

In: text.  Out: standard output for data, standard error for progress.
Promise: nothing is coloured or animated where nobody looks at it; lines and bar never run into each other; a reader who goes
away, or a full disk behind standard output, does not stop the work.
"""

from __future__ import annotations

import os
import stat
import sys
from types import TracebackType

import click
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from pipeline.cli.session import Say

__all__ = ["Ticker"]


class Ticker:
    """Prints lines on standard output while a bar runs on standard error, where that is a terminal."""

    def __init__(self, total: int, say: Say, *, bar: bool = True) -> None:
        self.trouble: OSError | None = None
        """What standard output failed with; nothing more was written to it."""
        self._deaf = False
        self._screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self._together = bar and self._screen.is_terminal and _same_terminal()
        self._bar = Progress(
            TextColumn(say("Đang đọc", "Reading")),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._screen,
            transient=True,
            # Behind `| tee` the lines come back to the same screen, and would run into the bar.
            disable=not bar or not self._screen.is_terminal or _is_pipe(),
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._unit = say("tệp/phút", "files/min")
        self._task = self._bar.add_task("", total=total, rate="")

    def __enter__(self) -> Ticker:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def line(self, text: str, *, whole: bool = False) -> None:
        """Print a line of data; on a terminal wrapped between words, unless it must stay `whole`."""
        if self._deaf:
            return
        if self._together:  # only the console of the bar can make room for a line above it
            if whole:
                self._screen.print(Text(text), soft_wrap=True)
                return
            inner = text.lstrip(" ")
            self._screen.print(Padding(Text(inner, overflow="fold"), (0, 0, 0, len(text) - len(inner)), expand=False))
            return
        try:
            click.echo(text)
        except BrokenPipeError:
            self._deaf = True  # `| head` has seen enough; the files still go into the register
        except OSError as error:
            self._deaf, self.trouble = True, error

    def step(self) -> None:
        """One more is done."""
        self._bar.advance(self._task)
        task = self._bar.tasks[0]
        if task.elapsed:
            self._bar.update(self._task, rate=f"{60 * task.completed / task.elapsed:.0f} {self._unit}")


def _same_terminal() -> bool:
    try:
        return os.ttyname(sys.stdout.fileno()) == os.ttyname(sys.stderr.fileno())
    except (OSError, ValueError):  # no terminal, or no file at all
        return False


def _is_pipe() -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False
