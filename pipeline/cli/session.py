"""What a command knows of the world around it: language, environment, clock.

In: the environment variables and the arguments.  Out: a `Session`, handed to each command.
Promise: no command asks the environment or the clock by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.errors import ExitCode

__all__ = ["DEFAULT_REGISTER", "EXIT_MEANINGS", "Say", "Session", "counted", "language_of", "speaker"]

DEFAULT_REGISTER = Path("output/register.db")

Say = Callable[[str, str], str]
"""say("tiếng Việt", "English") is the one that the user reads."""


@dataclass(frozen=True, slots=True)
class Session:
    """One call of a command. `today` is the day it is called, unless a test or the user says otherwise."""

    language: str
    environ: Mapping[str, str]
    today: date
    debug: bool = False

    @property
    def say(self) -> Say:
        """The speaker of this session's language."""
        return speaker(self.language)

    def register_path(self, given: Path | None) -> Path:
        """The register: --register, else GIAOVIEC_REGISTER, else the default."""
        return given or Path(self.environ.get("GIAOVIEC_REGISTER") or DEFAULT_REGISTER)


def language_of(environ: Mapping[str, str]) -> str:
    """Vietnamese, unless GIAOVIEC_LANG asks for English."""
    return "en" if environ.get("GIAOVIEC_LANG", "").lower().startswith("en") else "vi"


def speaker(language: str) -> Say:
    """A function that chooses between the two wordings."""
    return (lambda vi, en: en) if language == "en" else (lambda vi, en: vi)


def counted(number: int, say: Say, vi: str, en: str) -> str:
    """A number of things; Vietnamese has no plural."""
    return say(f"{number} {vi}", f"{number} {en}{'' if number == 1 else 's'}")


EXIT_MEANINGS: Mapping[ExitCode, tuple[str, str]] = {
    ExitCode.OK: ("tốt cả", "all good"),
    ExitCode.SOME_REJECTED: ("đã xong, có tệp bị từ chối", "finished, some files rejected"),
    ExitCode.USAGE: ("gõ lệnh chưa đúng", "wrong usage"),
    ExitCode.MISSING: (
        "thiếu phần mềm cần có (kèm lệnh cài)",
        "something needed is not installed (with the command that installs it)",
    ),
    ExitCode.REGISTER: ("không dùng được sổ", "the register cannot be used"),
    ExitCode.INTERNAL: ("lỗi bên trong chương trình", "internal error"),
    ExitCode.INTERRUPTED: ("bị người dùng dừng", "interrupted"),
}
"""What each exit code tells, in both languages: docs/commands.md is made from it."""
