"""One file read: its kind decides who reads it, the pages' health what is said about it.

In: the path of a file.  Out: a `Document`, or one of the errors of models/errors.py.
Promise: no other exception leaves; only this one file is read, once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from models.errors import (
    BrokenFile,
    EmptyFile,
    EngineMissing,
    GiaoviecError,
    MissingDependency,
    OldWordFile,
    TooLarge,
    UnknownFormat,
)
from models.text import Document, FileFacts, Page, PageSource, Table
from pipeline.extract.bars import bar_tables
from pipeline.extract.files import Media, Source, open_source, source_of
from pipeline.extract.health import Health, judge
from pipeline.extract.inset import draw_inset, put_inset
from pipeline.extract.ocr import Ocr
from pipeline.extract.office import ConversionFailed, convert_to_docx, find_office
from pipeline.extract.packet.reading import read_packet
from pipeline.extract.parted import parted_tables
from pipeline.extract.pdf import PageReading, open_pdf, read_pdf_pages
from pipeline.extract.pictures import open_sheets
from pipeline.extract.plain import read_plain
from pipeline.extract.render import render_page
from pipeline.extract.scans import read_pictures
from pipeline.extract.settings import OcrMode, ReadSettings
from pipeline.extract.signatures import signing_date
from pipeline.extract.stacked import stacked_tables
from pipeline.extract.truth import needs_picture, seen_page, settle
from pipeline.extract.warnings import reading_warnings, written_warnings
from pipeline.extract.web import read_web
from pipeline.extract.word import read_word
from pipeline.extract.wrapped import unwrap_tables

DEFAULTS = ReadSettings()
OnScans = Callable[[int], None]


def read_pages(
    path: Path, *, settings: ReadSettings = DEFAULTS, ocr: Ocr | None = None, on_scans: OnScans | None = None
) -> Document:
    """Read a file into pages of text with boxes.

    1. The kind of the file is decided by its content: PDF, TIFF, JPEG, PNG, DOCX, DOC, HTML, Markdown or plain text.
    2. Each page says where its text came from, how good it is (share of valid Vietnamese syllables) and why; a page that
       cannot be relied on is kept, with `healthy` false, and `warnings` names it.
    3. A page of a PDF or picture whose text cannot be relied on is read by `ocr` (the engine of this machine where none is given),
       unless `settings.ocr` is off; `on_scans` is told how many such pages there are before the first is read.
    4. The file is read once and never written; words have boxes in PDF points from the top left corner (PDF and pictures).
    5. Any failure is a class of models/errors.py: RejectedFile, or PathNotFound.

    Refuses archives, programs, folders, pipes, devices, files over the limits, and scans where no engine is installed.
    """
    source = open_source(Path(path), settings)
    with _told(source.name):
        return _bounded(_read(source, settings, ocr or Ocr(), on_scans or (lambda _: None)), settings)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a parser raises, as an error of models/errors.py."""
    try:
        yield
    except MissingDependency as error:
        raise EngineMissing(name=name, **error.facts) from error
    except GiaoviecError:
        raise
    except Exception as error:  # a parser met something new: the file goes to the quarantine, the run goes on
        raise BrokenFile(name=name, detail=f"{type(error).__name__}: {error}"[:200]) from error


def try_opening(source: Source, settings: ReadSettings = DEFAULTS) -> None:
    """Open a file without reading a page of it; raises what `read_pages` would raise for it by then."""
    with _told(source.name), ExitStack() as opened:
        match source.media:
            case Media.PDF:
                opened.enter_context(open_pdf(source.data, source.name, settings))
            case Media.TIFF | Media.JPEG | Media.PNG:
                opened.enter_context(open_sheets(source.data, source.name, settings))
            case Media.DOC:
                _office(source)


def _bounded(document: Document, settings: ReadSettings) -> Document:
    """The document, unless it holds more characters than the stages behind this one are made for."""
    characters = sum(len(page.raw) for page in document.pages)
    if characters > settings.max_characters:
        raise TooLarge(name=document.file.name, detail=f"{characters // 1_000_000} triệu ký tự")
    return document


def _read(source: Source, settings: ReadSettings, ocr: Ocr, on_scans: OnScans) -> Document:
    facts = FileFacts(name=source.name, sha256=source.sha256, size=len(source.data), media=source.media)
    match source.media:
        case Media.PDF:
            return _read_pdf(source, facts, settings, ocr, on_scans)
        case Media.TIFF | Media.JPEG | Media.PNG:
            return _read_sheets(source, facts, settings, ocr, on_scans)
        case Media.DOCX | Media.DOC:
            data = source.data if source.media is Media.DOCX else _as_docx(source, settings)
            text, tables = read_word(data, source.name, settings)
            how = "văn bản Word" if source.media is Media.DOCX else "văn bản Word 97-2003, chuyển qua LibreOffice"
            return _plain_document(facts, ((text, tables),), how, settings)
        case Media.EDXML:
            return _read_packet(source, facts, settings, ocr, on_scans)
        case Media.HTML:
            return _plain_document(facts, (read_web(source.data, source.name, settings),), "trang HTML", settings)
        case _:
            texts, encoding = read_plain(source.data, source.name, settings)
            texts = tuple(unwrap_tables(text) for text in texts)
            pages = [(text, bar_tables(text) or parted_tables(text) or stacked_tables(text)) for text in texts]
            return _plain_document(facts, pages, f"văn bản thuần ({encoding})", settings)


def _read_packet(source: Source, facts: FileFacts, settings: ReadSettings, ocr: Ocr, on_scans: OnScans) -> Document:
    scans = 0

    def more_scans(count: int) -> None:
        nonlocal scans
        scans += count  # the limit of time is that of all parts read so far
        on_scans(scans)

    def read_one(path: Path, data: bytes) -> Document:
        part = source_of(path, data)
        try:
            return _bounded(_read(part, settings, ocr, more_scans), settings)
        except GiaoviecError:
            raise
        except Exception as error:  # as for a file that comes alone: one bad part does not hide the others
            raise BrokenFile(name=part.name, detail=f"{type(error).__name__}: {error}"[:200]) from error

    return read_packet(facts, source.data, read_one, settings=settings)


def _read_pdf(source: Source, facts: FileFacts, settings: ReadSettings, ocr: Ocr, on_scans: OnScans) -> Document:
    with open_pdf(source.data, source.name, settings) as document:
        signed = signing_date(document)  # first: drawing the annotations into the pages takes the signature fields away
        read = list(read_pdf_pages(document, settings))
    if not any(reading.opened for reading in read):
        raise BrokenFile(name=source.name, detail="không mở được trang nào")
    if settings.ocr is not OcrMode.OFF:
        read = _with_scans_read(source, read, settings, ocr, on_scans)
    values = dict.fromkeys(value for reading in read for value in reading.values)
    facts = FileFacts(facts.name, facts.sha256, facts.size, facts.media, signed, tuple(values))
    pages = tuple(reading.page for reading in read)
    warnings = reading_warnings([reading.health for reading in read], pages=True) + written_warnings(pages)
    return Document(facts, pages, warnings)


def _with_scans_read(
    source: Source, read: list[PageReading], settings: ReadSettings, ocr: Ocr, on_scans: OnScans
) -> list[PageReading]:
    """The pages again: those whose text cannot be relied on settled against what OCR reads from their pictures, and the others with
    the text of the pictures inside them.
    """
    pages = [index for index, reading in enumerate(read) if needs_picture(reading.health)]
    insets = [(index, box) for index, reading in enumerate(read) for box in reading.pictures]
    if not (pages or insets) or not _has_engine(ocr, needed=bool(pages)):
        return read
    on_scans(len(pages) + len(insets))
    settled = list(read)
    # Opened anew: reading has drawn the annotations, electronic signatures too, into the pages of the first.
    with open_pdf(source.data, source.name, settings) as document:
        draws = (partial(render_page, document, index, settings) for index in pages)
        for index, picture in zip(pages, read_pictures(draws, ocr=ocr, settings=settings), strict=True):
            page, health = settle(read[index].page, read[index].health, picture)
            settled[index] = read[index]._replace(page=page, health=health)
        draws = (partial(draw_inset, document, index, box, settings) for index, box in insets)
        for (index, box), picture in zip(insets, read_pictures(draws, ocr=ocr, settings=settings), strict=True):
            settled[index] = settled[index]._replace(page=put_inset(settled[index].page, box, picture))
    return settled


def _has_engine(ocr: Ocr, *, needed: bool) -> bool:
    """Whether there is an engine; where it is `needed`, its lack is said before a page is drawn."""
    try:
        return bool(ocr.engine)
    except MissingDependency:
        if needed:
            raise
        return False


def _read_sheets(source: Source, facts: FileFacts, settings: ReadSettings, ocr: Ocr, on_scans: OnScans) -> Document:
    if settings.ocr is OcrMode.OFF:
        raise UnknownFormat(name=source.name, detail="là ảnh, mà việc đọc ảnh đang tắt (--ocr off)")
    with open_sheets(source.data, source.name, settings) as sheets:
        _ = ocr.engine
        on_scans(len(sheets))
        seen = list(read_pictures((sheet.draw for sheet in sheets), ocr=ocr, settings=settings))
        pages = tuple(
            seen_page(number, picture, why="tệp ảnh", size=(sheet.width, sheet.height))
            for number, (picture, sheet) in enumerate(zip(seen, sheets, strict=True), 1)
        )
    return Document(facts, pages, reading_warnings([picture.health for picture in seen], pages=True) + written_warnings(pages))


def _plain_document(facts: FileFacts, parts: Sequence[tuple[str, tuple[Table, ...]]], how: str, settings: ReadSettings) -> Document:
    if not any(_shows(text) for text, _ in parts):
        raise EmptyFile(name=facts.name)
    verdicts = [judge(text, settings) for text, _ in parts]
    pages = tuple(
        _plain_page(number, text, tables, how, health)
        for number, ((text, tables), health) in enumerate(zip(parts, verdicts, strict=True), 1)
    )
    return Document(facts, pages, reading_warnings(verdicts, pages=len(pages) > 1))


def _shows(text: str) -> bool:
    # Joiners, marks of order and of direction are no blanks to Python, and nothing to a reader.
    return any(not char.isspace() and unicodedata.category(char) != "Cf" for char in text)


def _plain_page(number: int, text: str, tables: tuple[Table, ...], how: str, health: Health) -> Page:
    return Page(
        number=number,
        raw=text,
        text=text,
        source=PageSource.PLAIN,
        reason=f"{how}: {health.reason}",
        quality=health.quality,
        healthy=health.healthy,
        tables=tables,
    )


def _office(source: Source) -> str:
    office = find_office()
    if office is None:
        raise OldWordFile(name=source.name)
    return office


def _as_docx(source: Source, settings: ReadSettings) -> bytes:
    try:
        return convert_to_docx(_office(source), source.data, seconds=settings.convert_seconds)
    except ConversionFailed as error:
        raise BrokenFile(name=source.name, detail=str(error)) from error
