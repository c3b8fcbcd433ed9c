"""From drafts to tasks: text, agencies with their evidence, deadlines, product, confidence and reasons for doubt.

In: drafts of the walk over the outline.  Out: `Task` values.
Promise: every agency and deadline points to its words; a labelled line ("Cơ quan chủ trì: …") wins over the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import regex

from models.directive import SEVERAL_BODIES, AgencyRole, Capacity, Deadline, Role, Task
from models.outline import Passage
from models.spans import Span
from models.text import Document
from pipeline.detect.acting import OPENING, body_at_start, leads_later
from pipeline.detect.addressed import is_any_comrade, meant_by
from pipeline.detect.analysis import Analysis
from pipeline.detect.bracketed import BEHIND
from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_scene import end_of_school_year
from pipeline.detect.deadlines import DeadlineFinding, find_deadlines
from pipeline.detect.doubts import doubts_of
from pipeline.detect.draft import Draft, Inherited
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.labels import Label, bodies_in
from pipeline.detect.mentions import Mention
from pipeline.detect.pointing import point
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.roles import RoleFinding, asker_scenes, own_capacity
from pipeline.detect.self_told import without_issuer
from pipeline.detect.shared_labels import spoken_of
from pipeline.detect.short_names import called_short
from pipeline.rules.directory import Directory, Resolution
from pipeline.rules.folding import fold, fold_same_length

_PLURAL_WORDS = regex.compile(r"\b(?:các|những|tất cả) ")
"""Words that make no other body of a name ("UBND xã, phường" and "UBND các xã, phường")."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a task needs to know of its document."""

    document: Document
    issued: date | None
    year: int | None
    place: str | None
    calendar: WorkCalendar
    directory: Directory
    subject: str = ""
    addressed: Inherited | None = None
    letter: Inherited | None = None
    issuer: str = ""
    in_force: date | None = None

    @property
    def on(self) -> date | None:
        """The day for which names are looked up: of a paper whose day is blank, the last of its year."""
        return self.issued or (date(self.year, 12, 31) if self.year else None)

    def is_issuer(self, name: str) -> bool:
        """Whether a name is that of the body that issues the paper."""
        known = self.directory.resolve(name, on=self.on, place=self.place) if self.issuer else None
        return known is not None and bool(known.canonical) and known.canonical == self.issuer


def build_task(draft: Draft, setting: Setting) -> Task | None:
    """The task of a draft; None where nothing of it stands in the document."""
    passage = draft.item.passage.stripped()
    if not passage.pieces:
        return None
    agencies = _agencies(draft, setting)
    deadlines = _deadlines(draft, setting)
    reasons, confidence = doubts_of(draft, agencies, deadlines)
    rule = f"task.{draft.context.section or 'list'}"
    return Task(
        path=draft.item.path,
        kind=draft.kind,
        text=passage.text,
        product=_product(draft),
        agencies=agencies,
        deadlines=deadlines,
        confidence=confidence,
        reasons=reasons,
        evidence=point(setting.document, passage, (0, len(passage.text)), rule=rule, confidence=confidence),
    )


FOLLOWING = 80
"""Characters behind a name that tell which of its kind are meant."""


def _agencies(draft: Draft, setting: Setting) -> tuple[AgencyRole, ...]:
    said = _labelled(draft, setting)
    labelled = {role: [agency for agency in said if agency.role is role] for role in Role}
    below_heading = _heading_leads(draft)
    findings = [f for f in _settled(draft) if not (below_heading and _only_answers(f, draft.analysis))]
    findings = without_issuer(findings, draft.analysis, setting.is_issuer)
    if _guides(draft):
        findings = [finding for finding in findings if finding.role is not Role.LEAD]
    own = _under_own_names(findings, draft, setting)
    if labelled[Role.LEAD]:
        own = [agency for agency in own if agency.role is not Role.LEAD]
    elif below_heading:
        # "Kiểm tra …; yêu cầu các đơn vị …" below "Sở Y tế:": the heading leads, whoever it calls on later.
        named = [_asked_along(agency) for agency in own]
        named = [agency for agency in named if agency.role is not Role.LEAD or agency.evidence.rule in SPOKEN_OF]
        own = _inherited(draft, setting) + named
    found = labelled[Role.LEAD] + own + [agency for agency in said if agency.role is not Role.LEAD]
    if not any(agency.role is Role.LEAD for agency in found) or _only_besides(draft):
        found = _inherited(draft, setting) + found
    found = [meant for agency in found for meant in _comrades(agency, draft.analysis, setting)]
    return tuple(_named_in_head(agency, draft.analysis, setting) for agency in _distinct(found, draft.analysis.rules))


def _comrades(agency: AgencyRole, analysis: Analysis, setting: Setting) -> list[AgencyRole]:
    """A body; those to whom the letter is written where it only calls them "các đồng chí" or "các đồng chí Cục trưởng"."""
    if setting.letter is None or agency.role is not Role.LEAD or not is_any_comrade(agency.name, analysis.rules):
        return [agency]
    meant = (agency_role(finding, setting.letter.passage, setting) for finding in setting.letter.findings)
    return [one.model_copy(update={"capacity": agency.capacity, "inherited": True}) for one in meant]


def _named_in_head(agency: AgencyRole, analysis: Analysis, setting: Setting) -> AgencyRole:
    """A body; "UBND các phường" with the full names of those wards, where the head of the letter names them and nothing behind the
    name says that others are meant ("UBND các phường còn lại").
    """
    called = agency.role in (Role.LEAD, Role.COORDINATE)
    meant = meant_by(agency.name, setting.addressed, analysis.rules) if called else ()
    if setting.addressed is None or not meant:
        return agency
    behind = setting.document.text[agency.evidence.span[1] :][:FOLLOWING]
    if analysis.rules.at("addressed.not_only", " ".join(fold_same_length(behind).split())):
        return agency
    each = [agency_role(finding, setting.addressed.passage, setting) for finding in meant]
    full = SEVERAL_BODIES.join(one.canonical or one.name for one in each)
    return agency.model_copy(update={"canonical": full, "agency_id": None})


def _under_own_names(findings: Sequence[RoleFinding], draft: Draft, setting: Setting) -> list[AgencyRole]:
    """The bodies that an item names; one called by its kind alone is the one of its kind in the heading, or the one met."""
    own = []
    for finding in findings:
        named_above = (above for above in (draft.context.leads, draft.context.met) if above)
        shorts = ((called_short(finding, draft.analysis, above.findings), above) for above in named_above)
        short, above = next(((short, above) for short, above in shorts if short), (None, None))
        if short is None or above is None:
            own.append(agency_role(finding, draft.analysis.passage, setting))
        elif short.finding is not None:
            meant = agency_role(short.meant, above.passage, setting)
            named = agency_role(short.finding, draft.analysis.passage, setting)
            own.append(named.model_copy(update={"canonical": meant.canonical, "agency_id": meant.agency_id}))
        elif above is not draft.context.leads:  # "Giao Hiệu trưởng rà soát ..." after a meeting with a school
            own.append(agency_role(short.meant, above.passage, setting).model_copy(update={"inherited": True}))
    return own


def _only_answers(finding: RoleFinding, analysis: Analysis) -> bool:
    """Whether a body behind an order to the body of the heading only answers for it ("...; Chủ tịch UBND xã chịu trách nhiệm trước
    Chủ tịch UBND huyện nếu để xảy ra cháy").
    """
    return finding.role is Role.LEAD and analysis.rules.at("settled.answers", analysis.folded, finding.mention.end) is not None


SPOKEN_OF = ("role.lead.subject", "judged.lead")
"""Rules of bodies that an item says something of, whoever its heading is."""
_BESIDES = ("; riêng", ", riêng", ". riêng", "(riêng")


def _only_besides(draft: Draft) -> bool:
    """Whether all that an order says of its own bodies is by when some of them are done ("Rà soát hồ sơ; riêng các xã A ...")."""
    analysis, above = draft.analysis, draft.context.leads
    start = min((lead.mention.full_start for lead in analysis.leads), default=0)
    opens = analysis.opens_with_order() and not _calls_on_others(draft)
    return above is not None and opens and analysis.folded[:start].rstrip().endswith(_BESIDES)


def _asked_along(agency: AgencyRole) -> AgencyRole:
    """A body that the body of a heading asks to work along ("Sở A: ...; đề nghị Sở B phối hợp ...") coordinates."""
    asked = agency.capacity is Capacity.PHOI_HOP and agency.evidence.rule == ASSIGNED
    return agency.model_copy(update={"role": Role.COORDINATE, "capacity": None}) if asked else agency


def _settled(draft: Draft) -> Sequence[RoleFinding]:
    """The bodies in roles; below "Chủ trì, phối hợp:" those who open an item work along with the body of the heading."""
    judgement = draft.analysis.judgement
    ruled = [judgement.tempered(finding) for finding in draft.analysis.settled]
    if draft.directed:  # "UBND tỉnh chỉ đạo Sở A ...", in a letter of the UBND tỉnh
        since = draft.directed[0].mention.full_start
        ruled = [*(f for f in ruled if f.role is not Role.LEAD or f.mention.end > since), *draft.directed]
    leads = [finding.mention.full_start for finding in ruled if finding.role is Role.LEAD]
    if not leads or (draft.context.leads is None and leads_later(draft.analysis, min(leads))):
        told = draft.context.leads is not None and not draft.context.from_opening
        ruled = [*body_at_start(draft.analysis, told=told), *ruled]
    taken = max((finding.mention.end for finding in ruled if finding.rule == OPENING), default=0)
    added = (finding for finding in judgement.added if finding.mention.start >= taken)
    found = sorted((*ruled, *added), key=lambda finding: finding.mention.start)
    if not draft.context.waiting:
        return found
    return [replace(f, role=Role.COORDINATE, capacity=None) if f.rule == "role.lead.subject" else f for f in found]


def _heading_leads(draft: Draft) -> bool:
    """Whether the item opens with an order to the bodies of its heading, not with one that calls on others."""
    analysis, above = draft.analysis, draft.context.leads
    nearer = not draft.context.from_opening or not analysis.leads
    guess = not draft.context.from_opening
    begins = analysis.opens_with_order(guess=guess) or (guess and _speaks_first(analysis)) or analysis.beside_at_start()
    return above is not None and nearer and begins and not _calls_on_others(draft) and not _named_in_brackets(analysis)


def _named_in_brackets(analysis: Analysis) -> bool:
    """Whether an item says in brackets who does it, whoever its heading is ("Cấm biển (Bộ Chỉ huy Quân sự tỉnh chủ trì)")."""
    if any(lead.rule == BEHIND for lead in analysis.leads):
        return True
    chairs = (lead.mention.start for lead in analysis.leads if lead.capacity is Capacity.CHU_TRI)
    return any(analysis.text.rfind("(", 0, at) > analysis.text.rfind(")", 0, at) for at in chairs)


def _speaks_first(analysis: Analysis) -> bool:
    """Whether a whole clause stands before the first body that an item names: it is told to the body of the heading."""
    start = min((lead.mention.full_start for lead in analysis.leads), default=0)
    before = analysis.folded[analysis.first : start]
    named = any(mention.full_start <= analysis.first for mention in analysis.mentions)
    by_the_way = any(lead.rule.startswith("indirect") for lead in analysis.leads)
    return "; " in before and ":" not in before and not named and not by_the_way and not before.startswith(("đối với", "về "))


def _calls_on_others(draft: Draft) -> bool:
    """Whether the issuer speaks in an item below a heading ("Giao Sở X ..."); whom a body appoints or presses ("Phân công ...",
    "Yêu cầu các nhà thầu ...") that body leads.
    """
    opening = draft.analysis.folded[draft.analysis.first :]
    if opening.startswith(("giao", "đề nghị")):
        return True
    if not draft.item.marker and draft.behind_items and draft.analysis.rules.at("acting.passes_on", opening):
        return True  # "Yêu cầu các đơn vị thông báo chủ trương này tới ...", behind the last item
    if not opening.startswith(("yêu cầu", "phân công")):
        return False
    if draft.context.from_opening:
        return True
    named = [lead for lead in draft.analysis.leads if lead.mention.kind != "collective"]
    return not opening.startswith("phân công") and any(not _stands_below(lead, draft) for lead in named)


def _stands_below(lead: RoleFinding, draft: Draft) -> bool:
    """Whether a council of communes is called on below the heading of the councils of districts, who then press it."""
    rules, above = draft.analysis.rules, draft.context.leads
    districts = [rules.at("acting.district", fold_same_length(f.name)) for f in above.findings] if above else []
    return bool(districts) and all(districts) and rules.at("acting.below_district", fold_same_length(lead.name)) is not None


def _guides(draft: Draft) -> bool:
    """Whether an item says whom the organ of the Party above it guides ("Lãnh đạo Sở A hoàn thiện đề án" below "Đảng ủy UBND
    tỉnh"): the word is its verb, and who stands behind it leads nothing.
    """
    analysis, above = draft.analysis, draft.context.leads
    if above is None or analysis.rules.at("acting.guides", analysis.folded, analysis.first) is None:
        return False
    return all(analysis.rules.at("acting.party", fold_same_length(finding.name)) for finding in above.findings)


_LABELS = {"lead": Role.LEAD, "coordinate": Role.COORDINATE, "monitor": Role.MONITOR}
_ADVISED = ("tham mưu", "tham mưu cho", "giúp")
"""Behind these the value of a label names whom the body advises: no role ("Đơn vị thực hiện: Phòng Nội vụ tham mưu UBND xã")."""


def _inherited(draft: Draft, setting: Setting) -> list[AgencyRole]:
    above = draft.context.leads
    if above is None:
        return []
    capacity = own_capacity(draft.analysis.text, draft.analysis.rules)
    leads = []
    beside = any(finding.role is Role.COORDINATE for finding in draft.analysis.roles)
    beside = beside or not _hands_down_beside(above)
    for finding in above.findings:
        agency = agency_role(finding, above.passage, setting).model_copy(update={"inherited": True})
        if finding.role is Role.LEAD:
            chairs = capacity is Capacity.THUC_HIEN and finding.capacity is Capacity.CHU_TRI
            leads.append(agency.model_copy(update={"capacity": Capacity.CHU_TRI if chairs else capacity}))
        elif not beside:
            leads.append(agency)  # "A chủ trì, phối hợp với B:" gives B to the items that name nobody beside them
    along = draft.context.beside
    if along and not beside:
        leads += [agency_role(f, along.passage, setting).model_copy(update={"inherited": True}) for f in along.findings]
    return leads


def _hands_down_beside(above: Inherited) -> bool:
    """Whether those who work along with the body of a heading do so in all that stands below: "1. Sở A phối hợp với Sở B rà soát
    hồ sơ." orders that alone, "1. Sở A chủ trì, phối hợp với Sở B: Rà soát hồ sơ." does not.
    """
    text = above.passage.text.rstrip()
    along = (finding.mention.end for finding in above.findings if finding.role is Role.COORDINATE)
    return not text.endswith(".") or any(text.startswith(":", end) for end in along)


def _labelled(draft: Draft, setting: Setting) -> list[AgencyRole]:
    """The bodies that the labels name."""
    found = []
    for label in draft.labels:
        role = _LABELS.get(label.attribute)
        for mention in bodies_in(label) if role else ():
            if spoken_of(draft.item, label.analysis, mention.end):
                own = _role_in_label(mention, role, label) if role else None
                if own is not None:
                    found.append(agency_role(_label_finding(mention, own, label), label.analysis.passage, setting))
    return found


def _role_in_label(mention: Mention, role: Role, label: Label) -> Role | None:
    """The role of a body in the value of a label; in "Đơn vị thực hiện: A chủ trì, phối hợp với B" that of B is its own."""
    if role is not Role.LEAD:
        return role
    if label.analysis.folded[label.start : mention.full_start].rstrip().endswith(_ADVISED):
        return None
    beside = {f.mention.start: f.role for f in label.analysis.roles if f.role in (Role.COORDINATE, Role.REPORT_TO)}
    return beside.get(mention.start, role)


_LABELLED, _GUESSED = 0.97, 0.8
"""Confidence of a body that a label names, and of one in a line of names that is taken for a label."""


def _label_finding(mention: Mention, role: Role, label: Label) -> RoleFinding:
    capacity = Capacity.CHU_TRI if role is Role.LEAD else None
    return RoleFinding(mention, role, capacity, f"label.{role.value}", _GUESSED if label.guessed else _LABELLED)


def agency_role(finding: RoleFinding, passage: Passage, setting: Setting) -> AgencyRole:
    """A body in a role, with its full name from the directory and its evidence."""
    mention = finding.mention
    known = setting.directory.resolve(finding.name, on=setting.on, place=setting.place)
    head = finding.name != mention.name
    span = (mention.full_start if head else mention.start, mention.end)
    return AgencyRole(
        role=finding.role,
        capacity=finding.capacity,
        name=finding.name,
        canonical=known.canonical if known else None,
        agency_id=known.agency_id if known else None,
        evidence=point(
            setting.document,
            passage,
            span,
            rule=finding.rule,
            confidence=finding.confidence,
            candidates=_candidates(known),
        ),
    )


def _candidates(known: Resolution | None) -> tuple[str, ...]:
    """The bodies a name may mean, where the directory leaves more than one or none."""
    if known is None or (known.agency_id and len(known.candidates) < 2):
        return ()
    return tuple(candidate.canonical for candidate in known.candidates)


def _distinct(agencies: Iterable[AgencyRole], rules: RoleRules) -> list[AgencyRole]:
    """Each body once in each role, also where it is called short later ("Công an tỉnh tuần tra; giao Công an chủ trì ...", "Bộ Chỉ
    huy Bộ đội Biên phòng ...; Bộ đội Biên phòng ..."); who leads does not also coordinate.
    """
    seen: set[tuple[Role, str]] = set()
    kept: list[AgencyRole] = []
    for agency in agencies:
        key = (agency.role, _PLURAL_WORDS.sub("", fold(agency.name)))
        if key in seen or (agency.role is Role.COORDINATE and (Role.LEAD, key[1]) in seen):
            continue
        if agency.role is Role.LEAD and _is_short_of(key[1], agency, kept, rules):
            continue
        seen.add(key)
        kept.append(agency)
    return kept


def _is_short_of(name: str, agency: AgencyRole, before: Sequence[AgencyRole], rules: RoleRules) -> bool:
    """Whether a name is the beginning of that of the one body of the item that begins so, or of the force that it commands, stands
    before it and leads.
    """
    if fold(agency.name) != name:
        return False  # "các xã"
    whole = [fold(one.name) for one in before if one.role is Role.LEAD and not one.inherited]
    forces = [called[match.end() :] for called in whole if (match := rules.at("settled.headquarters", called))]
    return sum(f"{called} ".startswith(f"{name} ") for called in (*whole, *forces)) == 1


def _deadlines(draft: Draft, setting: Setting) -> tuple[Deadline, ...]:
    times = [label for label in draft.labels if label.attribute == "time"]
    if times:
        return tuple(found for label in times for found in _labelled_times(draft, label, setting))
    found = read_deadlines(draft.analysis, setting, labelled=False)
    if not found and draft.limit:
        found = read_deadlines(draft.limit.analysis, setting, draft.limit.start, draft.limit.end, labelled=True)
    return tuple(found)


def _labelled_times(draft: Draft, label: Label, setting: Setting) -> list[Deadline]:
    """The times that a label gives, but those of other items of the list ("Quý I/2025 (hoạt động a); tháng 5 (hoạt động b)")."""
    text = label.analysis.text
    found = read_deadlines(label.analysis, setting, label.start, label.end, labelled=True)
    ends = [text.find(deadline.text, label.start) + len(deadline.text) for deadline in found]
    return [deadline for deadline, end in zip(found, ends, strict=True) if spoken_of(draft.item, label.analysis, end)]


def read_deadlines(
    analysis: Analysis, setting: Setting, start: int = 0, end: int | None = None, *, labelled: bool
) -> list[Deadline]:
    """The deadlines in the text of an analysis between two offsets; `labelled` for a cell or line that only names a time."""
    text = analysis.text[start:end]
    masked = [(max(0, lo - start), hi - start) for lo, hi in masks(analysis) if hi > start]
    found = find_deadlines(
        text,
        issued=setting.issued,
        year=setting.year,
        calendar=setting.calendar,
        masked=masked,
        labelled=labelled,
        school_end=end_of_school_year(setting.subject, setting.issued),
        in_force=setting.in_force,
    )
    return [_deadline(finding, analysis, start, setting) for finding in found if not _said_better(finding, found)]


def _said_better(finding: DeadlineFinding, found: Sequence[DeadlineFinding]) -> bool:
    """Whether another finding says the same rhythm with its hour ("hằng ngày … trước 14h00 hằng ngày")."""
    if finding.rrule is None or finding.time is not None:
        return False
    return any(other.rrule == finding.rrule and other.time is not None for other in found)


def masks(analysis: Analysis) -> Sequence[Span]:
    """The stretches whose dates belong to cited documents and their titles, or to what the body that asks does itself."""
    cited = [(citation.start, max(citation.end, citation.title_end or 0)) for citation in analysis.citations]
    return [*cited, *asker_scenes(analysis.folded, analysis.rules)]


def _deadline(finding: DeadlineFinding, analysis: Analysis, start: int, setting: Setting) -> Deadline:
    return Deadline(
        text=finding.text,
        due=finding.due,
        rrule=finding.rrule,
        time=finding.time,
        start=finding.start_day,
        until=finding.until,
        bound=finding.bound,
        reasons=finding.reasons,
        evidence=point(
            setting.document,
            analysis.passage,
            (start + finding.start, start + finding.end),
            rule=finding.rule,
            confidence=finding.confidence,
            candidates=finding.candidates,
        ),
    )


def _product(draft: Draft) -> str | None:
    products = [label.value.strip(" .;") for label in draft.labels if label.attribute == "product"]
    return "; ".join(products) or None
