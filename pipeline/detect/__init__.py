"""Stage `detect`: from the skeleton of a document to its fields, tasks, agencies, deadlines and citations.

In: an `Outline`.  Out: a `Directive`, each value with its evidence.
Promise: no clock and no network; the same outline and detector give the same directive.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language

from models.directive import Citation, Directive, FileRecord, PageFacts, Task
from models.outline import Item, Outline, Passage
from models.text import Document
from pipeline.detect.addressed import named_addressees, written_to
from pipeline.detect.analysis import Analysis, analyse
from pipeline.detect.annex import find_table_tasks
from pipeline.detect.calendar import WorkCalendar, vietnam_calendar
from pipeline.detect.draft import Analyser
from pipeline.detect.drafts import find_drafts
from pipeline.detect.effect import day_of_effect
from pipeline.detect.fields import read_fields
from pipeline.detect.nlp import build_pipeline
from pipeline.detect.pointing import point
from pipeline.detect.role_model import load_role_model
from pipeline.detect.role_rules import RoleRules, load_role_rules
from pipeline.detect.tasks import Setting, build_task
from pipeline.detect.unlisted import load_name_model
from pipeline.detect.unsure_words import tell_unsure_words
from pipeline.outline import OutlineRules, load_outline_rules
from pipeline.rules import Rule, load_rules
from pipeline.rules.directory import Directory, load_directory
from pipeline.rules.homes import home_of

__all__ = ["Detector", "detect", "load_detector"]


@dataclass(frozen=True, slots=True)
class Detector:
    """Everything that detection needs, loaded once."""

    nlp: Language
    roles: RoleRules
    outline_rules: OutlineRules
    directory: Directory
    calendar: WorkCalendar
    annex: tuple[Rule, ...]


def load_detector(*, calendar: WorkCalendar | None = None) -> Detector:
    """Load the matchers, the rules and the models of the judgement (about a second: spaCy)."""
    load_role_model()
    load_name_model()  # both are kept where they are loaded: no passage waits for them
    return Detector(
        build_pipeline(),
        load_role_rules(),
        load_outline_rules(),
        load_directory(),
        calendar or vietnam_calendar(),
        load_rules("annex"),
    )


def detect(outline: Outline, *, detector: Detector) -> Directive:
    """Understand a document.

    Guarantees: 1. every task, agency, deadline and field has evidence whose pieces slice back to its words; 2. a deadline has
    `due` or `rrule` or neither; 3. pages without healthy text give no tasks and a warning; 4. any outline gives a directive.
    """
    document = outline.document
    analyses: dict[Passage, Analysis] = {}

    def analyser(passage: Passage) -> Analysis:
        if passage not in analyses:
            analyses[passage] = analyse(passage, nlp=detector.nlp, rules=detector.roles)
        return analyses[passage]

    fields = read_fields(outline, rules=detector.outline_rules, directory=detector.directory)
    home = home_of(fields.issuer, fields.place, fields.subject)
    setting = Setting(
        document,
        fields.issued,
        fields.year,
        home,
        detector.calendar,
        detector.directory,
        fields.subject or "",
        named_addressees(outline, analyser),
        written_to(outline, analyser),
        fields.issuer or "",
        day_of_effect(outline, fields.issued),
    )
    drafts = find_drafts(outline, analyser)
    tasks = [task for draft in drafts if (task := build_task(draft, setting)) is not None]
    tasks += find_table_tasks(outline, analyser, setting, rules=detector.annex)
    return Directive(
        file=FileRecord(name=document.file.name, sha256=document.file.sha256, size=document.file.size, media=document.file.media),
        fields=fields,
        pages=_pages(document),
        tasks=tuple(tell_unsure_words(tasks, document)),
        citations=_citations(outline, analyser, document),
        warnings=document.warnings + _warnings(outline, tasks),
    )


def _pages(document: Document) -> tuple[PageFacts, ...]:
    return tuple(
        PageFacts(
            page=page.number,
            source=page.source.value,
            reason=page.reason,
            quality=round(page.quality, 3),
            healthy=page.healthy,
            text=page.text,
            width=page.width,
            height=page.height,
            lines=document.placed_lines(page),
        )
        for page in document.pages
    )


def _warnings(outline: Outline, tasks: list[Task]) -> tuple[str, ...]:
    document, found = outline.document, []
    if not tasks and any(page.healthy for page in document.pages):
        found.append("Không tìm thấy nhiệm vụ nào. Hãy xem lại văn bản nếu văn bản có giao việc.")
    if outline.another.text:
        page = document.page_at(outline.another.pieces[0].start).number
        opens = " ".join(outline.another.text.split())  # the gap for a number written by hand may be wide
        found.append(
            f"Từ trang {page}, tệp có thêm một văn bản khác ({opens}): việc trong đó chưa ghi vào sổ. "
            "Nếu cần, hãy tách văn bản đó thành tệp riêng rồi đưa vào."
        )
    return tuple(found)


def _items(items: tuple[Item, ...]) -> list[Item]:
    return [each for item in items for each in (item, *_items(item.children))]


def _citations(outline: Outline, analyser: Analyser, document: Document) -> tuple[Citation, ...]:
    found: dict[str, Citation] = {}
    for item in _items(outline.opening + outline.body + outline.closing):
        analysis = analyser(item.passage)
        for citation in analysis.citations:
            if citation.number not in found:
                found[citation.number] = Citation(
                    number=citation.number,
                    type=citation.type,
                    issued=citation.issued,
                    issuer=citation.issuer,
                    relation=citation.relation,
                    evidence=point(document, item.passage, (citation.start, citation.end), rule="citation", confidence=0.95),
                )
    return tuple(found.values())
