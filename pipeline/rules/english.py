"""Clauses that the stages give in Vietnamese, for the reader of English.

In: the detail of an error, a warning, the reason of a page.  Out: the same in English; what is not known stays as it is.
Promise: every clause that a stage can give has its line here (a test reads the sources); `{}` stands for a figure or a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.errors import GiaoviecError
from pipeline.rules.english_packets import PACKETS

__all__ = ["in_english", "message_of"]

_BADLY = "the results may be incomplete or wrong. Compare with the original, or ask for another copy."
_CLAUSES: Mapping[str, str] = {
    **PACKETS,  # first: some are special cases of those below
    # pipeline/people, pipeline/review
    "tên người dùng phải có từ 1 đến {} chữ": "a name has 1 to {} letters",
    "mật khẩu phải dài từ {} đến {} ký tự": "a password has {} to {} characters",
    "mật khẩu quá dễ đoán; dùng vài từ không liên quan đến tên": "too easy to guess; use some words that are not the name",
    "chưa có người dùng nào; thêm bằng: giaoviec user add TÊN --role admin": (
        "nobody yet; add with: giaoviec user add NAME --role admin"
    ),
    "đã có người dùng “{}”; đổi mật khẩu bằng: giaoviec user password TÊN": (
        "“{}” is there; change it with: giaoviec user password NAME"
    ),
    "không có người dùng “{}”; xem tên bằng: giaoviec user list": "there is no “{}”; see the names with: giaoviec user list",
    "không phải tệp người dùng của giaoviec": "it is no file of people of giaoviec",
    "--tls-cert và --tls-key phải đi cùng nhau": "--tls-cert and --tls-key go together",
    "địa chỉ {} mở cho máy khác nên cần --tls-cert và --tls-key, hoặc --behind-proxy; xem docs/review-server.md": (
        "{} is open to other machines and needs --tls-cert and --tls-key, or --behind-proxy; see docs/review-server.md"
    ),
    "cần tên mà người dùng gõ trên trình duyệt: thêm --name soat.coquan.vn (dùng được nhiều lần)": (
        "the name that people type is needed: add --name review.example.vn (may be given again)"
    ),
    "tệp tên gọi không đúng dạng; dùng tệp do giaoviec aliases export ghi ra": (
        "it is no file of names; use one that giaoviec aliases export wrote"
    ),
    # pipeline/exchange
    "tệp bị hỏng hoặc không phải bảng tính Excel": "it is damaged or no Excel file",
    "tệp quá lớn": "the file is too large",
    "tệp Excel kiểu cũ (.xls) hoặc có đặt mật khẩu": "an old Excel file (.xls), or one with a password",
    "không phải tệp .xlsx": "it is no .xlsx file",
    "bên trong tệp quá lớn": "too much is packed in it",
    "tệp có phần khai báo lạ, có thể gây hại": "it holds declarations that may do harm",
    "danh sách thiếu cột mã dòng (cột ẩn)": "the list lacks the (hidden) column of row keys",
    "không có bảng nhiệm vụ nào": "there is no table of tasks in it",
    # models/system.py
    "không có tệp hoặc thư mục này": "no such file or folder",
    "đường dẫn đi qua một tệp, không phải thư mục": "the path runs through a file, which is no folder",
    "là thư mục": "is a folder",
    "không có quyền": "no permission",
    "đĩa chỉ cho đọc": "the disk is read-only",
    "đĩa đã đầy": "the disk is full",
    "đã hết phần đĩa được cấp": "the disk quota is used up",
    "tệp lớn quá mức cho phép": "the file is larger than allowed",
    "tên quá dài": "the name is too long",
    "tên hoặc thao tác không hợp lệ trên đĩa này": "a name or action that this disk does not allow",
    "đĩa báo lỗi đọc, ghi": "the disk reports read or write errors",
    "liên kết trỏ vòng quanh": "links that lead in a circle",
    "mở quá nhiều tệp cùng lúc": "too many open files",
    "đang được chương trình khác dùng": "in use by another program",
    "nơi nhận đã đóng": "the reader is gone",
    "không có thiết bị này": "no such device",
    "ổ mạng đã mất kết nối": "the network drive is disconnected",
    "ổ mạng không trả lời": "the network drive does not answer",
    "dữ liệu trong sổ bị hỏng": "the data of the register is damaged",
    "khóa tệp không hoạt động trên đĩa này": "file locks do not work on this disk",
    "mã {}": "code {}",
    # extract: kinds of files
    "là ảnh loại khác; hãy lưu lại thành PNG, JPEG hoặc TIFF": "is a picture of another kind; save it as PNG, JPEG or TIFF",
    "là ảnh, mà việc đọc ảnh đang tắt (--ocr off)": "is a picture, and reading of pictures is switched off (--ocr off)",
    "không mở được như một tệp ảnh": "cannot be opened as a picture",
    "tệp ảnh bị cắt dở hoặc hỏng": "a picture that was cut off or damaged",
    "ảnh quá nhỏ ({}×{} điểm ảnh), không rõ chữ": "a picture too small to tell letters apart ({}×{} pixels)",
    "ảnh trên 178 megapixel, nhiều nhất {}": "a picture of more than 178 megapixels, at most {}",
    "ảnh {} megapixel, nhiều nhất {}": "a picture of {} megapixels, at most {}",
    "Tesseract (đọc bản quét)": "Tesseract (it reads scans)",
    "dữ liệu tiếng Việt của Tesseract (vie)": "Tesseract's Vietnamese data (vie)",
    "là tệp nén {}, hãy giải nén trước": "is a {} archive, unpack it first",
    "là tệp RTF; mở bằng Word/LibreOffice và lưu thành .docx": "is an RTF file; open it in Word/LibreOffice and save as .docx",
    "là chương trình, không phải văn bản": "is a program, not a document",
    "là cơ sở dữ liệu, không phải văn bản": "is a database, not a document",
    "là tệp PostScript": "is a PostScript file",
    "là bảng tính Excel": "is an Excel sheet",
    "là tệp trình chiếu PowerPoint": "is a PowerPoint presentation",
    "là tệp OpenDocument; mở bằng Word/LibreOffice và lưu thành .docx": (
        "is an OpenDocument file; open it in Word/LibreOffice and save as .docx"
    ),
    "là tệp Office 97-2003 nhưng không phải văn bản Word": "is an Office 97-2003 file, but no Word document",
    "không có quyền đọc": "no permission to read",
    "không phải tệp thường mà là thư mục, ống dẫn hoặc thiết bị": "no plain file but a folder, a pipe or a device",
    "{} MB, nhiều nhất {} MB": "{} MB, at most {} MB",
    "{} trang, nhiều nhất {}": "{} pages, at most {}",
    "{} triệu ký tự": "{} million characters",
    "mở nén ra {} MB": "unpacks to {} MB",
    "không mở được trang nào": "no page of it can be opened",
    "không mở được như một tệp PDF": "cannot be opened as a PDF",
    "tệp nén hoặc tệp Word bị cắt dở": "an archive or Word file that was cut off",
    "tệp Word hỏng, không đọc được nội dung bên trong": "a damaged Word file whose content cannot be read",
    "cấu trúc tệp Word không đúng: {}": "a Word file of wrong structure: {}",
    "không phải văn bản: toàn ký tự máy": "no text: only bytes",
    "không nhận ra bảng mã chữ Việt; mở tệp, lưu lại theo Unicode (UTF-8)": (
        "its Vietnamese encoding is not known; open it and save it as Unicode (UTF-8)"
    ),
    "trang HTML lồng quá sâu hoặc quá lớn": "an HTML page that is nested too deeply or too large",
    "trang HTML không có nội dung đọc được": "an HTML page without readable content",
    "LibreOffice không chuyển được tệp; thiếu phần Writer thì tệp .doc nào cũng vậy": (
        "LibreOffice cannot convert it; without its Writer it converts no .doc"
    ),
    "LibreOffice chạy quá {} giây": "LibreOffice ran longer than {} seconds",
    # extract: pages
    "lớp chữ của PDF: {}": "text layer of the PDF: {}",
    "văn bản Word: {}": "Word document: {}",
    "văn bản Word 97-2003, chuyển qua LibreOffice: {}": "Word 97-2003 document, converted by LibreOffice: {}",
    "văn bản thuần ({}): {}": "plain text ({}): {}",
    "trang HTML: {}": "HTML page: {}",
    "{}% tiếng đúng chính tả tiếng Việt": "{}% of the syllables are valid Vietnamese",
    "chỉ {}% tiếng đúng chính tả tiếng Việt": "only {}% of the syllables are valid Vietnamese",
    "chỉ {}% tiếng đúng chính tả": "only {}% of the syllables are valid",
    "chữ bị hỏng: {}": "garbled: {}",
    "chữ mất dấu: {}": "accents lost: {}",
    "chỉ {}% tiếng có dấu": "only {}% of the words bear a mark",
    "trang trắng": "blank page",
    "trang ít chữ": "few words",
    "lớp chữ chỉ là dấu chữ ký số": "the text layer is only a signature stamp",
    "lớp chữ chỉ là dấu chữ ký số hoặc dòng chèn trên ảnh quét": "the text layer is only a stamp or an overlay on a scan",
    "bảng mã chữ bị hỏng (ký tự lạ, không ra chữ Việt)": "broken letter map (alien signs)",
    "không có lớp chữ: trang là ảnh quét": "no text layer: the page is a scan",
    "không có lớp chữ: chữ được vẽ thành nét": "no text layer: the letters are drawn",
    "trang bị hỏng, không mở được": "the page is damaged",
    # extract: pages read by OCR
    "đọc từ ảnh (OCR): {}; {}": "read from the picture (OCR): {}; {}",
    "đọc từ ảnh (OCR), {}: {}; {}": "read from the picture (OCR), {}: {}; {}",
    "đọc từ ảnh (OCR), {}: {}": "read from the picture (OCR), {}: {}",
    "đọc từ ảnh (OCR): {}": "read from the picture (OCR): {}",
    "{}; đọc từ ảnh (OCR) không được: {}": "{}; not read from the picture (OCR): {}",
    "tệp ảnh": "an image file",
    "không nhận ra chữ nào trên ảnh": "no letters were made out on the picture",
    "chữ trên ảnh quá mờ: độ tin cậy {}%": "the letters on the picture are too faint: confidence {}%",
    "{}; ảnh trong trang đọc bằng OCR": "{}; the picture inside the page was read by OCR",
    "số viết tay đọc là {} cần kiểm tra lại": "the handwritten number was read as {} and has to be checked",
    "ngày tháng viết tay đọc là {}/{} cần kiểm tra lại": "the handwritten date was read as {}/{} and has to be checked",
    "số viết tay đọc không chắc nên để trống": "the handwritten number is left blank",
    "ngày tháng viết tay đọc không chắc nên để trống": "the handwritten date is left blank",
    "không vẽ được trang": "the page cannot be drawn",
    "trang khổ lớn, ảnh {} megapixel, nhiều nhất {}": "a large sheet, a picture of {} megapixels, at most {}",
    "ảnh của trang bị hỏng": "the picture of the page is damaged",
    "quá {} giây cho một trang": "more than {} seconds for one page",
    "Tesseract báo lỗi mã {}": "Tesseract ended with code {}",
    "bỏ qua vì nhiều trang trước đó đọc quá lâu": "passed over, because several pages before it took too long",
    # warnings of extract and detect
    "Số văn bản viết tay ở trang {}, máy đọc là {}. Hãy so với ảnh trang; nếu sai thì sửa ở mục “Soát thể thức văn bản”.": (
        "The number on page {} is written by hand and was read as {}. Compare it with the page; if it is wrong, change it in "
        "“Review the letterhead”."
    ),
    "Ngày ban hành viết tay ở trang {}, máy đọc là {}. Hãy so với ảnh trang; nếu sai thì sửa ở mục “Soát thể thức văn bản”.": (
        "The date on page {} is written by hand and was read as {}. Compare it with the page; if it is wrong, change it in "
        "“Review the letterhead”."
    ),
    "{}/{} trang không có lớp chữ dùng được (bản quét): "
    "chưa đọc được nội dung các trang đó. Hãy xin bản Word hoặc bản PDF có chữ.": (
        "{} of {} pages have no usable text layer (scans): they are not read. Ask for the Word file or a PDF with text."
    ),
    "Văn bản không có lớp chữ dùng được (bản quét): chưa đọc được nội dung các trang đó. Hãy xin bản Word hoặc bản PDF có chữ.": (
        "The document has no usable text layer (a scan): it is not read. Ask for the Word file or a PDF with text."
    ),
    "{}/{} trang không đọc được từ ảnh ({}): kết quả thiếu nội dung các trang đó. "
    "Hãy quét lại cho rõ, hoặc xin bản Word hoặc bản PDF có chữ.": (
        "{} of {} pages could not be read from their pictures ({}): their content is missing. "
        "Scan them again clearly, or ask for the Word file or a PDF with text."
    ),
    "Văn bản không đọc được từ ảnh ({}): kết quả thiếu nội dung các trang đó. "
    "Hãy quét lại cho rõ, hoặc xin bản Word hoặc bản PDF có chữ.": (
        "The document could not be read from its pictures ({}): its content is missing. "
        "Scan it again clearly, or ask for the Word file or a PDF with text."
    ),
    "{}/{} trang bị hỏng chữ ({}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.": (
        "{} of {} pages are garbled ({}): " + _BADLY
    ),
    "Văn bản bị hỏng chữ ({}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.": (
        "The text is garbled ({}): " + _BADLY
    ),
    "{}/{} trang mất dấu tiếng Việt ({}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.": (
        "{} of {} pages have lost their accents ({}): " + _BADLY
    ),
    "Văn bản mất dấu tiếng Việt ({}): kết quả có thể thiếu hoặc sai. Hãy đối chiếu với bản gốc, hoặc xin bản khác.": (
        "The text has lost its accents ({}): " + _BADLY
    ),
    "Từ trang {}, tệp có thêm một văn bản khác ({}): việc trong đó chưa ghi vào sổ. "
    "Nếu cần, hãy tách văn bản đó thành tệp riêng rồi đưa vào.": (
        "From page {} on the file holds another document ({}), whose tasks are not registered. "
        "If they are wanted, put that document into a file of its own and add it."
    ),
    "Không tìm thấy nhiệm vụ nào. Hãy xem lại văn bản nếu văn bản có giao việc.": (
        "No task was found. Look at the document again if it assigns work."
    ),
    # why a record is doubtful: pipeline/detect
    "không nêu cơ quan chủ trì": "no lead is named",
    "cơ quan chủ trì suy ra từ câu mở đầu": "the lead is inferred from the opening sentence",
    "có thể câu này còn giao việc cho “{}”": "the sentence may give work to “{}” too",
    "chưa chắc việc này giao cho “{}”": "it is not sure that “{}” has this task",
    "chưa chắc việc này có phần của “{}”": "it is not sure that “{}” has a part in this task",
    "chưa chắc “{}” là thời hạn": "it is not sure that “{}” is a deadline",
    "mục này giao mỗi cơ quan một việc: cần xem phối hợp và thời hạn là của việc nào": (
        "the item gives each body a piece of work of its own: look whose the coordinators and deadlines are"
    ),
    "có vế câu chưa rõ ai thực hiện": "of a part of the sentence it is not clear who acts",
    "đoạn không đánh số: có thể thuộc mục ngay trên": "a paragraph without a number: it may belong to the item above",
    "tên cơ quan đọc theo vị trí trong câu, chưa có trong danh mục": (
        "a name read by its place in the sentence; the directory does not know it"
    ),
    "câu không mở đầu bằng một động từ giao việc": "the sentence does not open with a verb that assigns work",
    "Chỉ ghi ngày; lấy ngày ấy lần tới sau khi ban hành": "Only a day; the next such day after the issue is taken",
    "Chỉ ghi ngày; lấy tháng nêu trước đó trong câu": "Only a day; the month that the sentence names before is taken",
    "Phiên họp của tháng không rõ ngày, có khi họp đầu tháng sau": (
        "The day of the month's session is not known; it may be held early in the next month"
    ),
    "Chỉ ghi ngày, không rõ tháng nào hay hằng tháng": "Only a day: of which month, or of every month, is not said",
    "Ngày làm việc thứ mấy trong tháng chưa ghi được thành nhịp": "The nth working day of a month cannot be kept as a rhythm",
    "Nhịp “{}” đứng ở chỗ khác trong câu": "The rhythm “{}” stands elsewhere in the sentence",
    "Không nói rõ tháng nào, tính tháng 6 và tháng 12": "The month is not said; June and December are taken",
    "Không nói rõ tháng nào, tính tháng cuối quý": "The month is not said; the last of the quarter is taken",
    "Ngày {} không có trong tháng": "No month has a day {}",
    "Nhịp và ngày không khớp nhau": "Rhythm and day do not fit together",
    "Tháng không có ngày {} thì không tính": "Months without a day {} do not count",
    "Tháng nào cũng không có ngày này": "No month has this day",
    "Chỉ có thời điểm bắt đầu, không có thời hạn kết thúc": "Only a beginning, no end",
    "Chỉ ghi số lần, không rõ ngày": "Only how often, no day",
    "Có thể là năm trong tên văn bản, chưa chắc là thời hạn": "Perhaps a year in the name of a document and no deadline",
    "Không có ngày hay nhịp cụ thể": "No day or rhythm",
    "Kỳ 9 tháng không rõ ngày nộp": "Nine months: the day to report is not said",
    "Nhịp kết thúc theo thời gian ghi ngay sau": "The rhythm ends with the time written behind it",
    "Tính lùi {} ngày từ ngày nêu trong câu": "Counted back {} days from the day that the sentence names",
    "Tính lùi {} ngày làm việc từ ngày nêu trong câu": "Counted back {} working days from the day that the sentence names",
    "Tính lùi {} tuần từ ngày nêu trong câu": "Counted back {} weeks from the day that the sentence names",
    "Thời hạn đứng trước ngày ban hành": "The deadline lies before the day of issue",
    "Không ghi năm; lấy năm của văn bản": "No year is written; that of the document is taken",
    "Văn bản không ghi năm, có thể là năm sau": "No year is written; it may be the next one",
    "Văn bản không ghi năm; lấy năm sau vì ngày này đã qua khi ban hành": (
        "No year is written; the next one is taken, because the day had passed when the paper was issued"
    ),
    "Hạn tính bằng giờ từ lúc ban hành, không rõ giờ ban hành": "Counted in hours from the issue, whose hour is not known",
    "Không nói rõ tính từ ngày nào": "From which day it counts is not said",
    "Không rõ ngày ban hành nên không tính được hạn": "Without the day of issue the deadline cannot be worked out",
    "Thời hạn quá dài, không tính được": "Too long a term to be worked out",
    "Tính theo ngày làm việc từ ngày ban hành (Bộ luật Dân sự, Điều 147)": (
        "Counted in working days from the day of issue (Civil Code, Article 147)"
    ),
    "Tính từ một việc chưa biết ngày": "Counts from an event whose day is not known",
    "Tính lùi từ một việc chưa biết ngày": "Counted back from an event whose day is not known",
    "Tính từ ngày ban hành (Bộ luật Dân sự, Điều 147, 148)": "Counted from the day of issue (Civil Code, Articles 147, 148)",
    "Tính từ ngày có hiệu lực; nếu là ngày ký thì có hạn dự kiến": (
        "Counts from the day it takes effect; were that the day of signing, the day would be as proposed"
    ),
    "Tính từ ngày ban hành": "Counted from the day of issue",
    "Trong ngày còn giờ khác: {}": "Further hours of the same day: {}",
    "Tính đến Chủ nhật của tuần; theo ngày làm việc là thứ Sáu": "Counted to Sunday; its last working day is Friday",
    "Không có tháng này trong lịch": "There is no such month",
    "Không rõ ngày ban hành nên không tính được ngày": "Without the day of issue the day cannot be worked out",
    "Không rõ ngày ban hành nên không tính được tháng": "Without the day of issue the month cannot be worked out",
    "Không rõ năm của thời hạn": "The year of the deadline is not known",
    "Không đọc được ngày": "The day cannot be read",
    "Không đọc được thứ": "The weekday cannot be read",
    "Không đọc được quý": "The quarter cannot be read",
    "Ngày {}/{} không có trong lịch": "There is no day {}/{}",
    "Năm học không có ngày kết thúc cố định": "A school year has no fixed last day",
    "“{} quý” tính đến hết tháng {}": "“{} quý” is taken to the end of month {}",
    "“{} tuần” không có ngày rõ ràng": "“{} tuần” names no clear day",
    "“{} tháng” không có ngày rõ ràng, tạm tính đến ngày {}": "“{} tháng” names no clear day; day {} is taken",
    "“tuần {}” của tháng không có ngày rõ ràng, tạm tính đến ngày {}": "“tuần {}” of a month names no clear day; day {} is taken",
    "“đầu năm” không có ngày rõ ràng": "“đầu năm” names no clear day",
    # register, intake, export
    "là một thư mục": "is a folder",
    "không phải tệp thường": "no plain file",
    "không phải cơ sở dữ liệu SQLite": "no SQLite database",
    "cơ sở dữ liệu SQLite của chương trình khác": "the SQLite database of another program",
    "tệp sổ bị xóa, dời hoặc thay trong lúc chạy": "the file was deleted, moved or replaced while this program ran",
    "tệp đã bị thay đổi trong lúc đọc": "the file changed while it was read",
    "quá thời gian cho phép": "longer than allowed",
    "vượt giới hạn bộ nhớ": "more memory than allowed",
    "dừng vì {}": "ended by {}",
    "lỗi {}": "error {}",
    "câu trả lời không hợp lệ hoặc quá lớn": "an answer that is not valid or too large",
    "tiến trình đọc không khởi động được ({})": "the reading process cannot start ({})",
    "tiến trình đọc không sẵn sàng sau {} giây": "the reading process is not ready after {} seconds",
    "thiếu {}": "{} is missing",
    "gói Python “{}”": "Python package “{}”",
    "không có thư mục {}": "there is no folder {}",
    "tệp chỉ cho đọc": "the file is read-only",
    "là nơi của chính sổ": "it is the register's own place",
    # the watched folder
    "không phải thư mục": "no folder",
    "là gốc của đĩa": "the root of the disk",
    "là nơi chương trình để tệp đã xong": "where the program puts files that are done with",
    "“{}” nằm trong chính nó": "“{}” lies inside it",
    "nằm trong “{}”, nơi chương trình để tệp đã xong": "it lies in “{}”, where the program puts files that are done with",
    "nằm trong “{}”, thư mục đang được trông": "it lies in “{}”, which is being watched",
    "chứa “{}”, nơi chương trình để tệp đã xong của thư mục khác": (
        "it holds “{}”, where the program puts files of another folder that are done with"
    ),
    "chứa “{}”, thư mục đang được trông": "it holds “{}”, which is being watched",
    "“{}” nằm trong “{}”, thư mục đang được trông": "“{}” lies in “{}”, which is being watched",
    "không tạo được “{}”: {}": "“{}” cannot be made: {}",
    "không khóa được: {}": "it cannot be locked: {}",
    "là liên kết, không phải tệp": "is a link, no file",
    "là ống dẫn, ổ cắm hoặc thiết bị, không phải tệp": "is a pipe, a socket or a device, no file",
    "tên của tệp tạm hoặc tệp đang tải": "the name of a temporary file or a download",
    "không mở được thư mục ({})": "the folder cannot be opened ({})",
    "không xem được ({})": "it cannot be looked at ({})",
    "không xem được thư mục nhận ({})": "the inbox cannot be looked at ({})",
    "không chuyển được “{}” ({})": "“{}” cannot be moved ({})",
    "sổ đang bị chương trình khác giữ": "the register is held by another program",
    "đợi tệp chép xong": "waiting until it is copied",
    "đang được chương trình khác ghi": "another program is writing it",
    "đang tải về": "being downloaded",
    "đang mở trong Word hoặc LibreOffice": "open in Word or LibreOffice",
    "đợi đến lượt": "waiting for its turn",
    "đang đọc": "being read",
    "đang đọc: trang {}/{}": "being read: page {} of {}",
    "tệp đổi trong lúc đọc": "it changed while it was read",
    "đọc lại khi chạy tiếp": "to be read at the next start",
    "là tệp của sổ, ghi vào sẽ mất sổ": "is a file of the register, which would be lost",
    "là một cơ sở dữ liệu, ghi vào sẽ mất dữ liệu": "is a database, whose data would be lost",
}


def in_english(text: str) -> str:
    """The clause in English; what stands in its slots is turned into English too."""
    if text in _CLAUSES:
        return _CLAUSES[text]
    for clause, english in _CLAUSES.items():
        if "{}" in clause and (match := re.fullmatch(_pattern(clause), text, re.DOTALL)):
            return english.format(*map(in_english, match.groups()))
    parts = text.split(", ")
    return ", ".join(map(in_english, parts)) if len(parts) > 1 else text


def _pattern(clause: str) -> str:
    return re.escape(clause).replace(r"\{\}%", r"(\d+)%").replace(r"\{\}", "(.+?)")


def message_of(error: GiaoviecError, language: str) -> str:
    """The message of an error, all of it in the reader's language."""
    if language != "en":
        return error.message(language)
    facts = {name: in_english(value) if isinstance(value, str) else value for name, value in error.facts.items()}
    return type(error)(**facts).message("en")
