"""Exchange packets for tests, in the shapes that offices send: QCVN 102:2016 with base64, SOAP in MIME, an archive.

In: the files of a packet and what its header says.  Out: bytes.
Promise: the same arguments give the same bytes; what is written is what senders write, prefixes and odd dates too.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Files = Sequence[tuple[str, bytes]]
NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"


def header(
    *, number: str = "15", symbol: str = "SNV-CCHC", issued: str = "2025/06/10", subject: str = "V/v báo cáo cải cách hành chính",
    kind: str = "Công văn", signer: str = "Trần Văn Bình", due: str = "", sender: str = "Sở Nội vụ", business: str = "0",
    reason: str = "", extra: str = "",
) -> str:  # fmt: skip
    term = f"<edXML:DueDate>{due}</edXML:DueDate>" if due else ""
    return f"""<edXML:MessageHeader>
<edXML:From><edXML:OrganId>000.00.05.H40</edXML:OrganId><edXML:OrganName>{escape(sender)}</edXML:OrganName></edXML:From>
<edXML:To><edXML:OrganId>000.00.01.H40</edXML:OrganId><edXML:OrganName>Văn phòng UBND tỉnh</edXML:OrganName></edXML:To>
<edXML:To><edXML:OrganId>000.00.02.H40</edXML:OrganId><edXML:OrganName>Sở Tài chính</edXML:OrganName></edXML:To>
<edXML:DocumentId>000.00.05.H40,{issued},{escape(number)}/{escape(symbol)}</edXML:DocumentId>
<edXML:Code><edXML:CodeNumber>{escape(number)}</edXML:CodeNumber><edXML:CodeNotation>{escape(symbol)}</edXML:CodeNotation></edXML:Code>
<edXML:PromulgationInfo><edXML:Place>Nam Định</edXML:Place>
<edXML:PromulgationDate>{issued}</edXML:PromulgationDate></edXML:PromulgationInfo>
<edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>{escape(kind)}</edXML:TypeName></edXML:DocumentType>
<edXML:Subject>{escape(subject)}</edXML:Subject><edXML:Content>Tóm tắt</edXML:Content>
<edXML:SignerInfo><edXML:Competence>KT. GIÁM ĐỐC</edXML:Competence><edXML:Position>Phó Giám đốc</edXML:Position>
<edXML:FullName>{escape(signer)}</edXML:FullName></edXML:SignerInfo>{term}
<edXML:ToPlaces><edXML:Place>Như trên</edXML:Place><edXML:Place>Lưu: VT</edXML:Place></edXML:ToPlaces>
<edXML:OtherInfo><edXML:Priority>1</edXML:Priority><edXML:PageAmount>2</edXML:PageAmount></edXML:OtherInfo>{extra}
</edXML:MessageHeader><edXML:TraceHeaderList><edXML:Bussiness><edXML:BussinessDocType>{business}</edXML:BussinessDocType>
<edXML:BussinessDocReason>{escape(reason)}</edXML:BussinessDocReason></edXML:Bussiness></edXML:TraceHeaderList>"""


def packet(files: Files, head: str | None = None, *, encoding: str = "UTF-8", prologue: str = "", packed: bool = False,
           manifest: Files | None = None, tail: str = "") -> bytes:  # fmt: skip
    """The form of QCVN 102:2016: base64 in AttachmentEncoded; `packed` as the rule has it, each file in an archive of its own."""
    named = files if manifest is None else manifest
    references = "".join(
        f'<edXML:Reference xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="cid:{_id(name)}">'
        f"<edXML:AttachmentName>{escape(name)}</edXML:AttachmentName></edXML:Reference>"
        for name, _ in named
    )
    parts = "".join(
        f"<Attachment><ContentType>application/octet-stream</ContentType><ContentId>{_id(name)}</ContentId>"
        f"<edXML:ContentTransferEncoded>{_base64(archive([(_id(name) + _ending(name), data)]) if packed else data)}"
        f"</edXML:ContentTransferEncoded><AttachmentName>{escape(name)}</AttachmentName></Attachment>"
        for name, data in files
    )
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n{prologue}<edXML xmlns="{NAMESPACE}" xmlns:edXML="{NAMESPACE}">'
        f"<edXML:edXMLEnvelope><edXML:edXMLHeader>{header() if head is None else head}</edXML:edXMLHeader><edXML:edXMLBody>"
        f'<edXML:edXMLManifest version="1.0">{references}</edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>'
        f"<AttachmentEncoded>{parts}</AttachmentEncoded>{tail}</edXML>"
    )
    return text.encode({"UTF-8": "utf-8", "UTF-16": "utf-16"}.get(encoding, "utf-8"))


def soap_mime(files: Files, head: str | None = None) -> bytes:
    """The older form: a SOAP envelope and the files as parts of one MIME message."""
    references = "".join(
        f'<edXML:Reference xlink:href="cid:{_id(name)}">'
        f"<edXML:AttachmentName>{escape(name)}</edXML:AttachmentName></edXML:Reference>"
        for name, _ in files
    )
    envelope = (
        '<?xml version="1.0" encoding="utf-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" '
        'xmlns:edXML="http://www.e-doc.vn/Schema/" xmlns:xlink="http://www.w3.org/1999/xlink"><SOAP-ENV:Header>'
        f"{header() if head is None else head}</SOAP-ENV:Header><SOAP-ENV:Body><edXML:Manifest>{references}</edXML:Manifest>"
        "</SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )
    lines = ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="ranh-gioi"; type="text/xml"', "", "--ranh-gioi",
             "Content-Type: text/xml; charset=UTF-8", "Content-Transfer-Encoding: 8bit", "", envelope]  # fmt: skip
    for name, data in files:
        lines += ["--ranh-gioi", "Content-Type: application/octet-stream", f"Content-ID: <{_id(name)}>",
                  "Content-Transfer-Encoding: base64", "", base64.encodebytes(data).decode("ascii")]  # fmt: skip
    return "\r\n".join([*lines, "--ranh-gioi--", ""]).encode()


def archive(files: Files) -> bytes:
    """Files packed together."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files:
            opened.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _base64(data: bytes) -> str:
    return base64.encodebytes(data).decode("ascii")


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2]}" if "." in name else ""
