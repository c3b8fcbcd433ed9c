"""What is said of exchange packets (edXML), for the reader of English.

In: nothing.  Out: `PACKETS`: Vietnamese clauses and sentences with their English.
Promise: as pipeline/cli/english.py, of which this is a part.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PACKETS"]

_COMPARE = "Compare with the document."

PACKETS: Mapping[str, str] = {
    # why a packet is refused
    "gói không có nội dung": "the packet is empty",
    "gói có khai báo DOCTYPE hoặc ENTITY, có thể gây hại": "the packet declares a DOCTYPE or ENTITY, which may do harm",
    "gói có quá nhiều phần tử hoặc lồng quá sâu": "the packet has too many elements or nests too deeply",
    "gói dùng thực thể không được khai báo": "the packet uses an entity that is not declared",
    "XML sai ở dòng {}": "wrong XML in line {}",
    "không biết bảng mã “{}” của gói": "the packet's encoding “{}” is not known",
    "gói có {} tệp, nhiều nhất {}": "the packet has {} files, at most {}",
    "gói có hơn {} tệp": "the packet has more than {} files",
    "gói có {} trang, nhiều nhất {}": "the packet has {} pages, at most {}",
    "mở nén ra hơn {} MB": "unpacks to more than {} MB",
    "tệp nén chứa {} gói, hãy giải nén và đưa từng gói vào": "the archive holds {} packets, unpack it and add them one by one",
    "gói không có phần đầu edXML": "the packet has no edXML header",
    "gói không kèm tệp văn bản nào": "the packet brings no file",
    "không đọc được tệp nào trong gói ({})": "no file in the packet can be read ({})",
    # why a file of a packet is not read
    "tệp rỗng": "an empty file",
    "có đặt mật khẩu": "protected by a password",
    "không có trang nào": "no pages",
    "gói nêu tên nhưng không kèm tệp này": "named by the packet but not in it",
    "mã base64 của tệp bị hỏng": "its base64 is damaged",
    "tệp nén trong tệp nén, không mở": "an archive in an archive, not opened",
    "tệp nén bị hỏng hoặc có mật khẩu": "a damaged or locked archive",
    "là một gói edXML khác nằm trong gói này, không mở; hãy đưa riêng vào": (
        "is another edXML packet inside this one, not opened; add it by itself"
    ),
    "cùng nội dung với “{}”, không đọc hai lần": "says the same as “{}”, not read twice",
    "tệp “{}” trong gói": "file “{}” of the packet",
    "tệp “{}” trong gói: {}": "file “{}” of the packet: {}",
    # warnings
    "Tệp “{}” trong gói: {}": "File “{}” of the packet: {}",
    "Tệp “{}” trong gói không đọc được ({}). Hãy xin lại tệp đó nếu cần.": (
        "The file “{}” of the packet cannot be read ({}). Ask for it again if you need it."
    ),
    "là một văn bản riêng, không đọc cùng": "a document of its own, not read with it",
    "Tệp “{}” trong gói là một văn bản riêng nên nhiệm vụ trong đó chưa vào sổ. "
    "Hãy tải tệp đó từ trang rà soát rồi đưa riêng vào.": (
        "The file “{}” of the packet is a document of its own, its tasks are not registered. "
        "Download it on the review page and add it by itself."
    ),
    "không ghi lý do": "no reason given",
    "(không ghi số)": "(no number)",
    "Gói edXML báo THU HỒI văn bản {}: {}. Hãy xử lý văn bản đó trong sổ.": (
        "The edXML packet REVOKES the document {}: {}. Deal with that document in the register."
    ),
    "Gói edXML báo CẬP NHẬT văn bản {} đã gửi: {}. Hãy đối chiếu với văn bản đó trong sổ.": (
        "The edXML packet UPDATES the document {}: {}. Compare with that document in the register."
    ),
    "Gói edXML báo THAY THẾ văn bản {} đã gửi: {}. Hãy kiểm tra văn bản trước trong sổ.": (
        "The edXML packet REPLACES the document {}: {}. Look at the document before in the register."
    ),
    "Không đọc được số trong văn bản; phần đầu gói edXML ghi số {}. Hãy điền nếu đúng.": (
        "The number could not be read; the header of the edXML packet says {}. Fill it in if that is right."
    ),
    "Số đọc được là {}, phần đầu gói edXML ghi {}. Hãy đối chiếu với văn bản.": (
        "The number was read as {}, the header of the edXML packet says {}. " + _COMPARE
    ),
    "Không đọc được ngày ký trong văn bản; phần đầu gói edXML ghi ngày {}. Hãy điền nếu đúng.": (
        "The day could not be read; the header of the edXML packet says {}. Fill it in if that is right."
    ),
    "Ngày ký đọc được là {}, phần đầu gói edXML ghi {}. Hãy đối chiếu với văn bản.": (
        "The day was read as {}, the header of the edXML packet says {}. " + _COMPARE
    ),
    "Loại văn bản đọc được là {}, phần đầu gói edXML ghi {}. Hãy đối chiếu với văn bản.": (
        "The type was read as {}, the header of the edXML packet says {}. " + _COMPARE
    ),
    "Trích yếu trong phần đầu gói edXML khác văn bản: “{}”. Hãy đối chiếu với văn bản.": (
        "The subject in the header of the edXML packet differs: “{}”. " + _COMPARE
    ),
    "Người ký đọc được là {}, phần đầu gói edXML ghi {}. Hãy đối chiếu với văn bản.": (
        "The signer was read as {}, the header of the edXML packet says {}. " + _COMPARE
    ),
    "Phần đầu gói edXML ghi hạn xử lý {}, không nhiệm vụ nào có hạn đó. Hãy kiểm tra thời hạn.": (
        "The header of the edXML packet sets the term {}, which no task bears. Check the deadlines."
    ),
}
