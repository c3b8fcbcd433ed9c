"""One file read: its kind decides who reads it, the pages' health what is said about it.

In: the path of a file.  Out: a `Document`, or one of the errors of models/errors.py.
Promise: no other exception leaves; only this one file is read, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.errors import BrokenFile, EmptyFile, GiaoviecError, UnknownFormat
from models.text import Document, FileFacts, Page, PageSource, Table
from pipeline.extract.bars import bar_tables
from pipeline.extract.files import Media, Source, open_source
from pipeline.extract.health import Health, judge
from pipeline.extract.office import ConversionFailed, convert_to_docx, find_office
from pipeline.extract.pdf import open_pdf, read_pdf_pages
from pipeline.extract.plain import read_plain
from pipeline.extract.settings import ReadSettings
from pipeline.extract.signatures import signing_date
from pipeline.extract.warnings import reading_warnings
from pipeline.extract.web import read_web
from pipeline.extract.word import read_word

DEFAULTS = ReadSettings()


def read_pages(path: Path, *, settings: ReadSettings = DEFAULTS) -> Document:
    """Read a file into pages of text with boxes.

    1. The kind of the file is decided by its content: PDF, DOCX, DOC, HTML, Markdown or plain text.
    2. Each page says where its text came from, how good it is (share of valid Vietnamese syllables) and why; a page that
       cannot be relied on is kept, with `healthy` false, and `warnings` names it.
    3. The file is read once and never written; words have boxes in PDF points from the top left corner (PDF only).
    4. Any failure is a class of models/errors.py: RejectedFile, or PathNotFound.

    Refuses pictures (there is no OCR yet), archives, programs, folders, pipes, devices, and files over the limits.
    """
    source = open_source(Path(path), settings)
    try:
        return _read(source, settings)
    except GiaoviecError:
        raise
    except Exception as error:  # a parser met something new: the file goes to the quarantine, the run goes on
        raise BrokenFile(name=source.name, detail=f"{type(error).__name__}: {error}"[:200]) from error


def _read(source: Source, settings: ReadSettings) -> Document:
    facts = FileFacts(name=source.name, sha256=source.sha256, size=len(source.data), media=source.media)
    match source.media:
        case Media.PDF:
            return _read_pdf(source, facts, settings)
        case Media.DOCX | Media.DOC:
            data = source.data if source.media is Media.DOCX else _as_docx(source, settings)
            text, tables = read_word(data, source.name, settings)
            how = "văn bản Word" if source.media is Media.DOCX else "văn bản Word 97-2003, chuyển qua LibreOffice"
            return _plain_document(facts, ((text, tables),), how, settings)
        case Media.HTML:
            return _plain_document(facts, (read_web(source.data, source.name, settings),), "trang HTML", settings)
        case _:
            texts, encoding = read_plain(source.data, source.name, settings)
            return _plain_document(facts, [(text, bar_tables(text)) for text in texts], f"văn bản thuần ({encoding})", settings)


def _read_pdf(source: Source, facts: FileFacts, settings: ReadSettings) -> Document:
    with open_pdf(source.data, source.name, settings) as document:
        signed = signing_date(document)  # first: drawing the annotations into the pages takes the signature fields away
        read = list(read_pdf_pages(document, settings))
    values = dict.fromkeys(value for reading in read for value in reading.values)
    facts = FileFacts(facts.name, facts.sha256, facts.size, facts.media, signed, tuple(values))
    warnings = reading_warnings([reading.health for reading in read], pages=True)
    return Document(facts, tuple(reading.page for reading in read), warnings)


def _plain_document(facts: FileFacts, parts: Sequence[tuple[str, tuple[Table, ...]]], how: str, settings: ReadSettings) -> Document:
    if not any(text.strip() for text, _ in parts):
        raise EmptyFile(name=facts.name)
    verdicts = [judge(text, settings) for text, _ in parts]
    pages = tuple(
        _plain_page(number, text, tables, how, health)
        for number, ((text, tables), health) in enumerate(zip(parts, verdicts, strict=True), 1)
    )
    return Document(facts, pages, reading_warnings(verdicts, pages=len(pages) > 1))


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


def _as_docx(source: Source, settings: ReadSettings) -> bytes:
    office = find_office()
    if office is None:
        raise UnknownFormat(name=source.name, detail="là tệp Word 97-2003; mở bằng Word/LibreOffice và lưu thành .docx")
    try:
        return convert_to_docx(office, source.data, seconds=settings.convert_seconds)
    except ConversionFailed as error:
        raise BrokenFile(name=source.name, detail=str(error)) from error
