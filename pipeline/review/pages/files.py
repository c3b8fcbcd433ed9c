"""Pictures of pages and originals: the only bytes of this machine that a browser can get.

In: the id of a document that is in the register, a page.  Out: a picture, or the original as a download.
Promise: no part of an address becomes part of a path: ids are looked up, digests come from the register.
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from models.errors import UnknownDocument
from pipeline.register import original_path
from pipeline.register.packets import packet_of
from pipeline.register.sheets import Sheets, sheets_of
from pipeline.review.drawing.studio import WIDTHS, CannotDraw, Studio
from pipeline.review.pages.common import number, opened, settings_of
from pipeline.review.pages.trouble import trouble_page

router = APIRouter()


@router.get("/documents/{document_id}/pages/{page}")
def show_page(request: Request, document_id: str, page: str) -> Response:
    """The picture of a page; `?w=` asks for the magnified one."""
    sheets = _sheets(request, document_id)
    wanted = number(page, least=1)
    sheet = sheets.page(wanted) if wanted else None
    if wanted is None or sheet is None:
        raise UnknownDocument(document=f"{document_id[:40]}, {page[:10]}")
    width = number(request.query_params.get("w", "")) or 0
    studio: Studio = request.app.state.studio
    try:
        size = next((w for w in WIDTHS if w >= width), WIDTHS[-1])
        place = studio.picture(sheets.sha256, sheet.media, sheet.part_page or wanted, size, part=sheet.part)
        content = place.read_bytes()
    except (CannotDraw, OSError) as error:
        why = str(error) if isinstance(error, CannotDraw) else "không vẽ được trang"
        return Response(why, 404, media_type="text/plain; charset=utf-8", headers={"cache-control": "no-store"})
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    # The digest stands for the bytes: a picture of it never changes.
    headers = {"cache-control": "private, max-age=604800", "etag": f'"{sheets.sha256[:16]}-{wanted}-{width}"'}
    return Response(content, media_type=kind, headers=headers)


@router.get("/documents/{document_id}/attachments/{position}")
def download_part(request: Request, document_id: str, position: str) -> Response:
    """A file of a packet, to be kept, never to be run in the page."""
    sheets = _sheets(request, document_id)
    with opened(request) as register:
        packet = packet_of(register, sheets.sha256)
    wanted = number(position)
    part = packet.parts[wanted] if packet and wanted is not None and wanted < len(packet.parts) else None
    if part is None or not part.sha256:
        raise UnknownDocument(document=f"{document_id[:40]}, {position[:10]}")
    studio: Studio = request.app.state.studio
    try:
        content = studio.part(sheets.sha256, part.sha256)
    except (CannotDraw, OSError):
        return trouble_page(
            request, 404,
            vi=("Không lấy được tệp này từ gói", "Hãy tải cả gói về, hoặc đưa lại gói bằng: giaoviec ingest."),
            en=("The file cannot be taken from the packet", "Download the whole packet, or bring it again with: giaoviec ingest."),
        )  # fmt: skip
    return Response(content, media_type="application/octet-stream", headers={"content-disposition": _attachment(part.name)})


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


@router.get("/documents/{document_id}/original")
def download(request: Request, document_id: str) -> Response:
    """The original, to be kept, never to be run in the page."""
    sheets = _sheets(request, document_id)
    place = original_path(settings_of(request).files, sheets.sha256)
    if not place.is_file():
        return trouble_page(
            request, 404,
            vi=("Tệp gốc không còn trong kho", "Chữ và các bản ghi vẫn còn trong sổ; hãy đưa lại tệp bằng: giaoviec ingest."),
            en=("The original is no longer there", "Its text and records are; bring it again with: giaoviec ingest."),
        )  # fmt: skip
    return FileResponse(place, media_type="application/octet-stream", filename=sheets.file, content_disposition_type="attachment")


def _sheets(request: Request, document_id: str) -> Sheets:
    with opened(request) as register:
        sheets = sheets_of(register, document_id)
    if sheets is None:
        raise UnknownDocument(document=document_id[:40])
    return sheets
