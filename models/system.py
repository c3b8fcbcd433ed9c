"""Why the operating system refused, in the words of an office.

In: an `OSError` or an error of SQLite.  Out: a Vietnamese clause to stand in brackets inside a message of errors.py.
Promise: no English sentence of the system reaches a Vietnamese user; an unusual cause is named by its code.
"""

from __future__ import annotations

import errno

__all__ = ["reason_of"]

_BY_NUMBER = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "là thư mục",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EFBIG: "tệp lớn quá mức cho phép",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EINVAL: "tên hoặc thao tác không hợp lệ trên đĩa này",
    errno.EIO: "đĩa báo lỗi đọc, ghi",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.EBUSY: "đang được chương trình khác dùng",
    errno.ETXTBSY: "đang được chương trình khác dùng",
    errno.EPIPE: "nơi nhận đã đóng",
    errno.ENXIO: "không có thiết bị này",
    errno.ENODEV: "không có thiết bị này",
    errno.ESTALE: "ổ mạng đã mất kết nối",
    errno.ETIMEDOUT: "ổ mạng không trả lời",
    errno.ENOTCONN: "ổ mạng đã mất kết nối",
    errno.EHOSTDOWN: "ổ mạng không trả lời",
}
_BY_SQLITE = {
    "SQLITE_FULL": "đĩa đã đầy",
    "SQLITE_IOERR": "đĩa báo lỗi đọc, ghi",
    "SQLITE_CORRUPT": "dữ liệu trong sổ bị hỏng",
    "SQLITE_PROTOCOL": "khóa tệp không hoạt động trên đĩa này",
}


def reason_of(error: BaseException) -> str:
    """The cause of `error` as a clause; an unusual one by its code, which a technician can look up."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if name:  # extended names begin with the plain one: SQLITE_IOERR_WRITE
        plain = "_".join(name.split("_")[:2])
        return _BY_SQLITE.get(plain, name)
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return type(error).__name__
    return _BY_NUMBER.get(number) or f"mã {errno.errorcode.get(number, number)}"
