"""A result on the disk, whole or not at all.

In: bytes and a path.  Out: the file.  Promise: written aside, synced and renamed: whoever reads the path sees the old file or the
new one; what cannot be written is an OutputError that says what to do.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from models.errors import OutputError


def write_output(path: Path, content: bytes) -> None:
    """Write `content` to `path`. Devices and pipes are written to directly; a link is followed."""
    try:
        target = path.resolve()
        if target.is_dir():
            raise OutputError(path=path, detail="là một thư mục")
        if not target.parent.is_dir():
            raise OutputError(path=path, detail=f"không có thư mục {target.parent}")
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        if target.exists() and not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise OutputError(path=path, detail="tệp chỉ cho đọc")
        _replace(target, content)
    except OSError as error:
        raise OutputError(path=path, detail=error.strerror or str(error)) from error


def _replace(target: Path, content: bytes) -> None:
    aside = target.with_name(f".giaoviec-{secrets.token_hex(6)}.tmp")
    try:
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            aside.chmod(target.stat().st_mode & 0o777)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
