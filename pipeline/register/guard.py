"""Whether a path may be opened as a register at all, found out without touching it.

In: a path.  Out: nothing, or the error that says why not and what to do.
Promise: only the first hundred bytes are read; a file that is not ours stays as it was, and no file appears beside it.
"""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import NetworkShare, NotARegister, RegisterError, RegisterMissing, RegisterReadOnly
from models.system import reason_of
from pipeline.register.schema import APPLICATION_ID

# The write-ahead log needs memory shared between processes, which these file systems do not give (sqlite.org/wal.html); 9p is
# also how WSL shows the Windows drives.
NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "ceph", "glusterfs", "lustre"),
        *("davfs", "vboxsf", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.davfs", "fuse.s3fs", "fuse.ceph"),
        "fuse.gvfsd-fuse",
    }
)
_SQLITE_HEADER = b"SQLite format 3\x00"


def check_path(path: Path, *, create: bool, mounts: str | None = None) -> None:
    """Raise the `RegisterError` that forbids to open `path`; `mounts` is the text of /proc/self/mounts (read where not given)."""
    try:
        _check_file(path, create=create)
        check_share(path, mounts=_mounts() if mounts is None else mounts)
    except PermissionError as error:
        raise RegisterReadOnly(path=path) from error
    except OSError as error:
        raise RegisterError(path=path, detail=reason_of(error)) from error


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotARegister(path=path, detail="là một thư mục")
    there = path.exists()
    if there and not path.is_file():  # before its size is asked for: a device has none
        raise NotARegister(path=path, detail="không phải tệp thường")
    if not there or not path.stat().st_size:  # an empty file is what a killed creation leaves
        if not create:
            raise RegisterMissing(path=path)
        return
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_SQLITE_HEADER):
        raise NotARegister(path=path, detail="không phải cơ sở dữ liệu SQLite")
    # Bytes 68 to 71 hold the application id (sqlite.org/fileformat.html, 1.3).
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotARegister(path=path, detail="cơ sở dữ liệu SQLite của chương trình khác")


def check_share(path: Path, *, mounts: str) -> None:
    """Raise `NetworkShare` where `path` lies on a network file system by the mount table `mounts`."""
    kind = file_system_of(path, mounts=mounts)
    if kind in NETWORK_TYPES:
        raise NetworkShare(path=path, detail=kind)


def file_system_of(path: Path, *, mounts: str | None = None) -> str:
    """The type of the file system that `path` lies on, by the mount table; empty where that is not known."""
    place = os.path.realpath(path)
    best, kind = "", ""
    for line in (_mounts() if mounts is None else mounts).splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescape(fields[1])
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):  # a later mount on the same point hides the earlier one
            best, kind = point, fields[2]
    return kind


def _unescape(point: str) -> str:
    # The mount table writes space, tab, newline and backslash in octal.
    for octal, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(octal, char)
    return point


def _mounts() -> str:
    table = Path("/proc/self/mounts")
    return table.read_text(encoding="utf-8", errors="surrogateescape") if table.exists() else ""
