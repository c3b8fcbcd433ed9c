"""Writing to the terminal: lines of data, lists as tables, a progress bar.

In: text and rows.  Out: standard output for data, standard error for progress.
Promise: nothing is coloured or animated where nobody looks at it; a reader who goes away does not stop the work.
"""

from __future__ import annotations

import sys
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.cli.session import Say

__all__ = ["Ticker"]


class Ticker:
    """Prints lines on standard output while a bar runs on standard error, where that is a terminal."""

    def __init__(self, total: int, say: Say) -> None:
        console = Console(stderr=True)
        self._deaf = False
        self._bar = Progress(
            TextColumn(say("Đang đọc", "Reading")),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
            redirect_stdout=sys.stdout.isatty(),
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Ticker:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def line(self, text: str) -> None:
        """Print a line of data."""
        if self._deaf:
            return
        try:
            click.echo(text)
        except BrokenPipeError:
            self._deaf = True  # `| head` has seen enough; the files still go into the register

    def step(self) -> None:
        """One more is done."""
        self._bar.advance(self._task)
