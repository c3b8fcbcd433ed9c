"""The one converter from an exception to what the user reads and the exit code.

In: any exception that ended a command.  Out: a sentence in the user's language, and an `ExitCode`.
Promise: every exception has an answer; none shows a traceback unless --debug asks for it.
"""

from __future__ import annotations

import errno

import click

from models.errors import ExitCode, GiaoviecError, MissingDependency, OutputError, UnreadableFile, UsageError
from models.system import reason_of
from pipeline.cli.session import Say
from pipeline.cli.words import usage_message
from pipeline.rules.english import message_of

__all__ = ["Declined", "explain"]

_OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What writing to standard output can end with, which has no file name to tell it by."""


class Declined(click.Abort):
    """The user was asked and said no; what that means, in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.said = (vi, en)


def explain(error: BaseException, *, language: str, say: Say) -> tuple[str, ExitCode]:
    """The sentence for the user, ending with the next step, and the exit code."""
    if isinstance(error, Declined):
        return say(*error.said), ExitCode.INTERRUPTED
    if isinstance(error, KeyboardInterrupt | click.Abort | EOFError):
        stopped = say(
            "Đã dừng theo yêu cầu; sổ vẫn nguyên vẹn. Chạy lại lệnh để làm tiếp phần còn lại.",
            "Stopped as you asked; the register is whole. Run the command again to go on with the rest.",
        )
        return stopped, ExitCode.INTERRUPTED
    known = error if isinstance(error, GiaoviecError) else _as_known(error, say)
    return message_of(known, language), known.exit_code


def _as_known(error: BaseException, say: Say) -> GiaoviecError:
    if isinstance(error, click.ClickException):
        context = error.ctx if isinstance(error, click.UsageError) else None
        return UsageError(detail=usage_message(error, say), command=context.command_path if context else "giaoviec")
    if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith(("pipeline", "models")):
        return MissingDependency(
            what=say(f"gói Python “{error.name}”", f"Python package “{error.name}”"), install=f"pip install {error.name}"
        )
    if isinstance(error, OSError) and error.filename:
        return UnreadableFile(name=error.filename, detail=reason_of(error))
    if isinstance(error, OSError) and error.errno in _OUTPUT_ERRORS:
        return OutputError(path=say("đầu ra chuẩn", "standard output"), detail=reason_of(error))
    return GiaoviecError(detail=f"{type(error).__name__}: {error}")
