"""Atoms put together: a date takes the rhythm beside it, a list shares its year, an hour joins its day.

In: the atoms of a text.  Out: `Draft`s, not overlapping, from left to right.
Promise: a rhythm word beats the document's year; an atom that is no deadline where it stands yields no draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import regex

from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_atoms import DATED, Atom
from pipeline.detect.deadline_join import recurring, words_of, yearly
from pipeline.detect.deadline_scene import Draft, Scene
from pipeline.detect.deadline_settle import settle
from pipeline.detect.deadline_single import due, single

_BEGINS = regex.compile(r"(?:đầu|nửa\s+đầu|thượng\s+tuần|tuần\s+(?:đầu|nhất))\b", regex.IGNORECASE)
_WHOLE = regex.compile(r"(?:cuối|nửa\s+cuối|hạ\s+tuần|tuần\s+cuối|tháng)\b", regex.IGNORECASE)
_LIST_GAP = regex.compile(r"(?:\s*\([^()]{1,40}\))?\s*(?:,|;|và|hoặc)?\s*", regex.IGNORECASE)


def build(
    text: str,
    atoms: Sequence[Atom],
    *,
    issued: date | None,
    year: int | None,
    calendar: WorkCalendar,
    labelled: bool,
    school_end: date | None = None,
    in_force: date | None = None,
) -> tuple[Draft, ...]:
    """Put the atoms of a text together to drafts of deadlines."""
    scene = Scene(text, list(atoms), issued, year, calendar, labelled, school_end, in_force)
    _same_days(scene)
    drafts: list[Draft] = []
    for chain in _chains(scene):
        drafts += _dated(scene, chain)
    for i, atom in enumerate(scene.atoms):
        if i not in scene.used and atom.kind in ("day", "weekday", "time"):
            drafts += recurring(scene, i)
    for i in range(len(atoms)):
        if i not in scene.used:
            drafts += single(scene, i)
    return settle(scene, drafts)


def _same_days(scene: Scene) -> None:
    """Give "16 giờ cùng ngày" and "ngày 30 cùng tháng" the day or month named last before them; without one they stay words."""
    named: Atom | None = None
    for i, atom in enumerate(scene.atoms):
        if atom.kind == "same_day":
            at = named.groups.get("at") if named else None
            kind, groups = ("moment", {**atom.groups, "at": at}) if at else ("words_running", atom.groups)
            scene.atoms[i] = replace(atom, kind=kind, groups=groups)
        elif atom.kind == "day" and (atom.get("of") or "").startswith("cùng"):
            scene.atoms[i] = _same_month(scene, atom, named)
        elif atom.kind == "day" or (atom.kind in (*DATED, "open") and scene.moment(words_of(atom)).precise):
            named = atom


def _same_month(scene: Scene, atom: Atom, named: Atom | None) -> Atom:
    """The day of the month that `named` is a day of, each month where that is one of a rhythm."""
    if named is None:
        return atom
    if named.kind == "day":
        own = {name: words for name, words in atom.groups.items() if name != "of"}
        return replace(atom, groups=own | ({"of": named.groups["of"]} if "of" in named.groups else {}))
    last = scene.moment(words_of(named)).last
    if last is None:
        return atom
    return replace(atom, kind="moment", groups={**atom.groups, "at": (f"ngày {atom.groups['day'][0]}/{last.month}/{last.year}",)})


def _chains(scene: Scene) -> list[list[int]]:
    """Runs of moments joined by commas or "và"; a span ("từ ... đến ...") stands alone."""
    chains: list[list[int]] = []
    for i, atom in enumerate(scene.atoms):
        if atom.kind not in DATED:
            continue
        joined = chains and chains[-1][-1] == i - 1 and _LIST_GAP.fullmatch(scene.gap(i - 1, i))
        if joined and not atom.kind.startswith("range") and not scene.atoms[i - 1].kind.startswith("range"):
            chains[-1].append(i)
            scene.atoms[i] = _heir(scene.atoms[i - 1], atom)
        else:
            chains.append([i])
    return chains


def _heir(first: Atom, atom: Atom) -> Atom:
    """An item of a list is bound by the word before the first one: "trước ngày 15/6 và ngày 15/12"."""
    if "cue" in atom.groups or "cue" not in first.groups:
        return atom
    return replace(atom, groups={**atom.groups, "cue": first.groups["cue"]})


def _dated(scene: Scene, chain: list[int]) -> list[Draft]:
    """The deadlines of a run of moments: a rhythm of dates, or days."""
    moments = [scene.moment(words_of(scene.atoms[i])) for i in chain]
    given = next((m.last.year for m in moments if m.yeared and m.last), None)
    if given is not None:
        shared = [replace(scene.moment(words_of(scene.atoms[i]), given), yeared=True) for i in chain]
        moments = [own if own.yeared else other for own, other in zip(moments, shared, strict=True)]
    scene.used.update(chain)
    if given is None and (drafts := yearly(scene, chain, moments)) is not None:
        return drafts
    found = [(i, draft) for i, m in zip(chain, moments, strict=True) if (draft := due(scene, i, m)) is not None]
    return _stretches(scene, found)


def _stretches(scene: Scene, drafts: list[tuple[int, Draft]]) -> list[Draft]:
    """One draft for a month and the beginning of the next one: "cuối tháng 7 và đầu tháng 8"."""
    joined: list[Draft] = []
    for i, draft in drafts:
        before = joined[-1] if joined else None
        runs_on = before is not None and before.due is not None and draft.due is not None
        runs_on = runs_on and before is not None and "," not in scene.text[before.end : draft.start]
        begins = _BEGINS.match(words_of(scene.atoms[i])) and _WHOLE.match(words_of(scene.atoms[i - 1]))
        if runs_on and begins and before and draft.due and before.due == draft.due.replace(day=1) - timedelta(days=1):
            joined[-1] = replace(draft, start=before.start, start_day=before.start_day)
        else:
            joined.append(draft)
    return joined
