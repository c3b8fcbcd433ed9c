"""What can go wrong, what the user reads, and the exit code that tells a script.

In: the facts of a failure.  Out: an exception whose message is Vietnamese (English on demand) and ends with the next step.
Promise: each error that the commands can meet is one of these classes; `exit_code` is part of the contract.

    GiaoviecError                     5  internal error
    +- UsageError                     2  wrong usage
    |  +- PathNotFound, OutputError, BackupError, UnknownTask, UnknownDocument, LaterChange, GoldError, InboxError, InboxBusy
    +- RejectedFile                   1  a file that cannot be read (kind says why); the run goes on
    |  +- EmptyFile, UnknownFormat (OldWordFile), EncryptedFile, BrokenFile, NoPages, UnreadableFile, TooLarge, SecretDocument,
    |     WorkerFailed, PacketRefused, PacketStatus, PacketNotice, BadList, OriginalMissing, EngineMissing (3)
    +- MissingDependency              3  something needed is not installed
    +- RegisterError                  4  the register cannot be used
       +- RegisterMissing, RegisterLocked, RegisterReadOnly, NotARegister, NetworkShare, RegisterTooNew, TaskConflict,
          DocumentConflict
"""

from __future__ import annotations

import shlex
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the commands (contract)."""

    OK = 0
    SOME_REJECTED = 1
    USAGE = 2
    MISSING = 3
    REGISTER = 4
    INTERNAL = 5
    INTERRUPTED = 130


class GiaoviecError(Exception):
    """Base of all errors; `vi` and `en` are templates filled with the keyword facts, ending with the next step."""

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    kind: ClassVar[str] = "internal"
    vi: ClassVar[str] = "Lỗi bên trong chương trình: {detail}. Hãy chạy lại với --debug và gửi kết quả cho nhóm phát triển."
    en: ClassVar[str] = "Internal error: {detail}. Run again with --debug and send the output to the developers."

    def __init__(self, **facts: object) -> None:
        self.facts = {"detail": "", **facts}
        super().__init__(self.message("vi"))

    def message(self, language: str = "vi") -> str:
        """The sentence for the user, in `language` ("vi" or "en")."""
        return (self.en if language == "en" else self.vi).format_map(self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        # Workers hand errors to the parent by pickling; the facts are all there is.
        return _rebuild, (type(self), self.facts)


def _rebuild(cls: type[GiaoviecError], facts: dict[str, object]) -> GiaoviecError:
    return cls(**facts)


class UsageError(GiaoviecError):
    exit_code = ExitCode.USAGE
    kind = "usage"
    vi = "Lệnh chưa đúng: {detail}. Xem cách dùng: {command} --help."
    en = "Wrong usage: {detail}. See {command} --help."

    def __init__(self, **facts: object) -> None:
        super().__init__(**{"command": "giaoviec", **facts})


class PathNotFound(UsageError):
    kind = "not_found"
    vi = "Không tìm thấy “{path}”. Hãy kiểm tra lại đường dẫn rồi chạy lại lệnh."
    en = "“{path}” was not found. Check the path and run the command again."


class OutputError(UsageError):
    kind = "output"
    vi = "Không ghi được kết quả vào “{path}” ({detail}). Hãy đóng tệp nếu đang mở, hoặc chọn nơi khác bằng -o."
    en = "Cannot write the result to “{path}” ({detail}). Close the file if it is open, or choose another place with -o."


class BackupError(UsageError):
    kind = "backup"
    vi = "Không sao lưu được vào “{path}” ({detail}). Hãy kiểm tra chỗ trống và quyền ghi ở đó, hoặc chọn thư mục khác."
    en = "Cannot back up to “{path}” ({detail}). Check the room and your rights there, or choose another folder."


class UnknownTask(UsageError):
    kind = "unknown_task"
    vi = "Không có nhiệm vụ “{task}” trong sổ. Hãy tải lại danh sách rồi chọn lại."
    en = "There is no task “{task}” in the register. Load the list again and choose anew."


class UnknownDocument(UsageError):
    kind = "unknown_document"
    vi = "Không có văn bản “{document}” trong sổ. Hãy ghi số văn bản, tên tệp hoặc mã như trong: giaoviec export --format json"
    en = "The register has no document “{document}”. Give its number, file name or id as shown by: giaoviec export --format json"


class LaterChange(UsageError):
    kind = "later_change"
    vi = "Nhiệm vụ sinh ra từ thay đổi này đã được sửa thêm sau đó ({detail}). Hãy hoàn tác lần sửa sau ở nhiệm vụ đó trước."
    en = "A task that came of this change was changed again since ({detail}). Undo that later change there first."


class GoldError(UsageError):
    kind = "gold"
    vi = "Đáp án không dùng được: {detail}. Hãy sửa tệp đáp án, hoặc lấy đúng bản nguồn mà nó nói tới, rồi chạy lại."
    en = "The gold cannot be used: {detail}. Mend the gold file, or get the very source it speaks of, and run again."


class InboxError(UsageError):
    kind = "inbox"
    vi = "Không trông được thư mục “{path}” ({detail}). Hãy chọn thư mục khác, hoặc sửa điều đó rồi chạy lại."
    en = "The folder “{path}” cannot be watched ({detail}). Choose another folder, or mend that and run again."


class InboxBusy(UsageError):
    kind = "inbox_busy"
    vi = (
        "Thư mục “{path}” đang được một chương trình giaoviec khác trông (tiến trình {pid} trên máy {host}). "
        "Mỗi thư mục chỉ một chương trình trông: hãy dừng chương trình kia trước, hoặc chọn thư mục khác."
    )
    en = (
        "The folder “{path}” is watched by another giaoviec (process {pid} on {host}). "
        "One watches a folder at a time: stop that one first, or choose another folder."
    )


class RejectedFile(GiaoviecError):
    exit_code = ExitCode.SOME_REJECTED
    kind = "rejected"
    vi = "Không đọc được “{name}”: {detail}. Hãy mở thử tệp và gửi lại bản đọc được."
    en = "Cannot read “{name}”: {detail}. Open the file to see, and send a readable copy."


class EmptyFile(RejectedFile):
    kind = "empty"
    vi = "“{name}” là tệp rỗng, không có nội dung. Hãy xin lại tệp từ nơi gửi."
    en = "“{name}” is empty. Ask the sender for the file again."


class UnknownFormat(RejectedFile):
    kind = "format"
    vi = "“{name}” không phải loại tệp đọc được ({detail}). Hãy chuyển thành PDF, DOCX hoặc TXT rồi đưa vào lại."
    en = "“{name}” is not a kind of file that can be read ({detail}). Convert it to PDF, DOCX or TXT and add it again."


class OldWordFile(UnknownFormat):
    vi = (
        "“{name}” là tệp Word 97-2003 (.doc), cần LibreOffice mới đọc được mà máy này chưa có. "
        "Hãy cài LibreOffice (lệnh cài: xem giaoviec doctor) rồi đưa vào lại, hoặc mở bằng Word và lưu thành .docx."
    )
    en = (
        "“{name}” is a Word 97-2003 file (.doc), which needs LibreOffice to be read, and that is not here. "
        "Install LibreOffice (giaoviec doctor says how) and add it again, or open it in Word and save it as .docx."
    )


class EncryptedFile(RejectedFile):
    kind = "encrypted"
    vi = "“{name}” có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (mở, lưu lại) rồi đưa vào lại."
    en = "“{name}” is protected by a password. Remove the password (open, save again) and add it again."


class BrokenFile(RejectedFile):
    kind = "broken"
    vi = "“{name}” bị hỏng hoặc thiếu phần cuối ({detail}). Hãy xin lại tệp hoặc quét lại bản giấy."
    en = "“{name}” is damaged or cut off ({detail}). Ask for the file again or scan the paper again."


class NoPages(RejectedFile):
    kind = "no_pages"
    vi = "“{name}” không có trang nào. Hãy xin lại tệp từ nơi gửi."
    en = "“{name}” has no pages. Ask the sender for the file again."


class UnreadableFile(RejectedFile):
    kind = "unreadable"
    vi = "Không mở được “{name}” ({detail}). Hãy kiểm tra quyền đọc tệp, hoặc tệp còn ở đó không, rồi chạy lại."
    en = "Cannot open “{name}” ({detail}). Check that you may read it and that it is still there, then run again."


class TooLarge(RejectedFile):
    kind = "too_large"
    vi = "“{name}” quá lớn ({detail}). Hãy tách thành các tệp nhỏ hơn rồi đưa vào lại."
    en = "“{name}” is too large ({detail}). Split it into smaller files and add them again."


class SecretDocument(RejectedFile):
    kind = "secrecy_mark"
    vi = (
        "“{name}” có dấu độ mật {detail}: không được đưa vào hệ thống này và không lưu lại gì. "
        "Hãy xử lý theo quy định bảo vệ bí mật nhà nước."
    )
    en = (
        "“{name}” bears the secrecy mark {detail}: it does not enter this system and nothing of it is kept. "
        "Handle it by the rules for state secrets."
    )


class PacketRefused(RejectedFile):
    kind = "packet"
    vi = (
        "Không lấy được văn bản từ gói edXML “{name}”: {detail}. "
        "Hãy xin nơi gửi gửi lại gói, hoặc xin tệp PDF hay Word của văn bản rồi đưa vào."
    )
    en = (
        "No document can be taken from the edXML packet “{name}”: {detail}. "
        "Ask the sender for the packet again, or for the PDF or Word file of the document, and add that."
    )


class PacketStatus(RejectedFile):
    kind = "packet_status"
    vi = (
        "Gói edXML “{name}” chỉ báo trạng thái gửi nhận ({detail}), không kèm văn bản nên không có gì để đọc. "
        "Hãy xem trong phần mềm quản lý văn bản nếu cần; có thể xóa tệp này."
    )
    en = (
        "The edXML packet “{name}” only reports a delivery ({detail}) and brings no document. "
        "Look at it in the document system if you need it; the file may be deleted."
    )


class PacketNotice(RejectedFile):
    kind = "packet_notice"
    vi = "“{name}” không kèm văn bản. {detail}"
    en = "“{name}” brings no document. {detail}"


class BadList(RejectedFile):
    kind = "list"
    vi = (
        "Không nhập được danh sách “{name}”: {detail}. Hãy lưu lại dạng .xlsx bằng Excel hoặc LibreOffice rồi nhập lại, "
        "hoặc lấy danh sách mới bằng: giaoviec export --format xlsx"
    )
    en = (
        "The list “{name}” cannot be taken in: {detail}. Save it again as .xlsx with Excel or LibreOffice, "
        "or get a new list with: giaoviec export --format xlsx"
    )


class EngineMissing(RejectedFile):
    exit_code = ExitCode.MISSING
    kind = "engine_missing"
    vi = "“{name}” là bản quét, cần {what} mới đọc được. Hãy cài rồi chạy lại, bằng lệnh: {install}"
    en = "“{name}” is a scan and needs {what} to be read. Install it and run again: {install}"


class WorkerFailed(RejectedFile):
    kind = "worker"
    vi = "Tiến trình đọc “{name}” dừng đột ngột ({detail}). Hãy mở thử tệp; nếu tệp mở được, hãy in lại thành PDF rồi đưa vào lại."
    en = "The process that read “{name}” stopped ({detail}). Open the file; if it opens, print it to PDF again and add that."


class OriginalMissing(RejectedFile):
    kind = "original_missing"
    vi = (
        "Bản gốc của “{name}” không còn nguyên ở “{path}”. "
        "Hãy khôi phục tệp đó từ bản sao lưu, hoặc đưa lại đúng tệp ấy bằng giaoviec ingest."
    )
    en = (
        "The original of “{name}” is not whole at “{path}” any more. "
        "Restore that file from a backup, or take the very same file in again with giaoviec ingest."
    )


class MissingDependency(GiaoviecError):
    exit_code = ExitCode.MISSING
    kind = "missing"
    vi = "Thiếu {what}. Hãy cài bằng lệnh: {install}"
    en = "{what} is not installed. Install it with: {install}"


class RegisterError(GiaoviecError):
    exit_code = ExitCode.REGISTER
    kind = "register"
    vi = "Không dùng được sổ “{path}” ({detail}). Hãy kiểm tra đĩa và quyền ghi, rồi chạy lại."
    en = "The register “{path}” cannot be used ({detail}). Check the disk and your rights, then run again."


class RegisterMissing(RegisterError):
    kind = "register_missing"
    vi = "Chưa có sổ ở “{path}”. Hãy tạo sổ bằng lệnh: giaoviec ingest THƯ_MỤC --register {quoted}"
    en = "There is no register at “{path}”. Create one with: giaoviec ingest FOLDER --register {quoted}"

    def __init__(self, **facts: object) -> None:
        super().__init__(**{"quoted": shlex.quote(str(facts.get("path", ""))), **facts})  # to be copied into a shell


class RegisterLocked(RegisterError):
    kind = "register_locked"
    vi = "Sổ “{path}” đang bị chương trình khác giữ. Hãy đóng chương trình đó hoặc chờ một lát, rồi chạy lại."
    en = "The register “{path}” is held by another program. Close it or wait a moment, then run again."


class RegisterReadOnly(RegisterError):
    kind = "register_read_only"
    vi = "Sổ “{path}” chỉ cho đọc. Hãy cấp quyền ghi tệp và thư mục chứa nó, hoặc chọn sổ khác bằng --register."
    en = "The register “{path}” is read-only. Allow writing to the file and its folder, or choose another with --register."


class NotARegister(RegisterError):
    kind = "not_a_register"
    vi = "“{path}” không phải sổ của giaoviec ({detail}); tệp được giữ nguyên. Hãy chọn tệp khác bằng --register."
    en = "“{path}” is not a register of giaoviec ({detail}); it was left as it is. Choose another file with --register."


class NetworkShare(RegisterError):
    kind = "network_share"
    vi = "Sổ “{path}” nằm trên ổ mạng ({detail}), nơi dữ liệu dễ hỏng. Hãy đặt sổ trên đĩa của máy này bằng --register."
    en = (
        "The register “{path}” lies on a network share ({detail}), where it would be damaged. "
        "Put it on a local disk with --register."
    )


class RegisterTooNew(RegisterError):
    kind = "register_too_new"
    vi = "Sổ “{path}” do phiên bản giaoviec mới hơn tạo ra. Hãy cập nhật giaoviec rồi chạy lại."
    en = "The register “{path}” was made by a newer giaoviec. Update giaoviec and run again."


class TaskConflict(RegisterError):
    kind = "conflict"
    vi = "Nhiệm vụ này vừa được người khác sửa (bản {found}, bạn đang sửa bản {given}). Hãy tải lại rồi sửa trên bản mới."
    en = "Somebody else has just changed this task (version {found}, yours is {given}). Load it again and edit the new one."


class DocumentConflict(TaskConflict):
    kind = "document_conflict"
    vi = "Văn bản này vừa được người khác sửa (bản {found}, bạn đang sửa bản {given}). Hãy tải lại rồi sửa trên bản mới."
    en = "Somebody else has just changed this document (version {found}, yours is {given}). Load it again and edit the new one."
