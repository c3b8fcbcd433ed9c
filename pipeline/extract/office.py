"""LibreOffice, for Word 97-2003 files: is it there, and run it.

In: the bytes of a .doc.  Out: the bytes of a .docx.
Promise: a profile and a folder of its own for each run, a time limit, and the whole process group ends with it; LibreOffice
never sees the user's folder.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

_NAMES = ("soffice", "libreoffice")


class ConversionFailed(Exception):
    """LibreOffice gave no file, or not in time; the text says which."""


def find_office() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def convert_to_docx(office: str, data: bytes, *, seconds: float) -> bytes:
    """A Word 97-2003 file as .docx.

    Raises ConversionFailed.
    """
    with tempfile.TemporaryDirectory(prefix="giaoviec-office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "in.doc").write_bytes(data)
        _run(_command(office, home), home, seconds)
        result = home / "out" / "in.docx"
        if not result.is_file():
            raise ConversionFailed("LibreOffice không chuyển được tệp; thiếu phần Writer thì tệp .doc nào cũng vậy")
        return result.read_bytes()


def _command(office: str, home: Path) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(home / "out"),
        str(home / "in.doc"),
    ]


def _run(command: list[str], home: Path, seconds: float) -> None:
    # A session of its own: the launcher starts a second process, and both must end with the time limit.
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=home,
    ) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise ConversionFailed(f"LibreOffice chạy quá {seconds:.0f} giây") from error
        finally:
            _end_group(process.pid)


def _end_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return  # it has ended by itself
