"""A result on the disk, whole or not at all.

In: bytes and a path.  Out: the file.  Promise: written aside, synced and renamed: whoever reads the path sees the old file or the
new one; a register is never written over; what cannot be written is an OutputError that says what to do.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from models.errors import OutputError
from models.system import reason_of

_DATABASE = b"SQLite format 3\x00"


def write_output(path: Path, content: bytes, *, register: Path | None = None) -> None:
    """Write `content` to `path`. Devices and pipes are written to directly; a link is followed.

    Refuses a folder, a database, and whatever belongs to `register`: the file itself, its logs, what lies in `NAME.files/`.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # not by its real name: a pipe that this process was given has none
            return
        target = Path(os.path.realpath(path))
        _check(path, target)
        if register is not None and _belongs(target, Path(os.path.realpath(register))):
            raise OutputError(path=path, detail="là tệp của sổ, ghi vào sẽ mất sổ")
        _replace(target, content)
    except OSError as error:
        raise OutputError(path=path, detail=reason_of(error)) from error


def _check(path: Path, target: Path) -> None:
    if target.is_dir():
        raise OutputError(path=path, detail="là một thư mục")
    if not target.parent.is_dir():
        raise OutputError(path=path, detail=f"không có thư mục {target.parent}")
    if not target.exists():
        return
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise OutputError(path=path, detail="tệp chỉ cho đọc")
    with target.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise OutputError(path=path, detail="là một cơ sở dữ liệu, ghi vào sẽ mất dữ liệu")


def _belongs(target: Path, register: Path) -> bool:
    if register.with_name(f"{register.stem}.files") in target.parents:
        return True
    return target in [register.with_name(register.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")]


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
