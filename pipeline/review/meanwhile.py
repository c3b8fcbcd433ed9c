"""What a form was filled with when it was opened, and what others changed meanwhile.

In: the form a person sent with what it was filled with; the record as it is now.  Out: the two joined; where both changed.
Promise: a field that the person did not touch takes the newer value; one that both changed keeps the person's words and is named;
what a browser sends for "filled with" is only compared, never stored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from models.directive import Role
from pipeline.review.forms import DeadlineEntry, RecordForm, clean

__all__ = ["LINES", "clashes", "joined", "joined_fields", "seen_in", "seen_words", "without_stale_values"]

LINES = ("text", "kind", "product", "note", "deadlines")
"""The fields of a record that are not agencies of a role."""


def seen_words(form: RecordForm) -> str:
    """What the form is filled with, as the page sends it back."""
    plain = {"text": form.text, "kind": form.kind, "product": form.product, "note": form.note, "agencies": form.agencies}
    return json.dumps(plain | {"deadlines": [[each.text, each.value] for each in form.deadlines]}, ensure_ascii=False)


def seen_in(text: str) -> RecordForm | None:
    """What a form was filled with; None where it does not say, or not in our words."""
    try:
        plain = json.loads(text)
        # Cleaned as what is sent is: blanks that only a file had are no change of a person.
        return RecordForm(
            text=clean(str(plain["text"]), lines=True),
            kind=str(plain["kind"]),
            product=clean(str(plain["product"]), lines=True),
            note=clean(str(plain["note"]), lines=True),
            agencies={role.value: tuple(clean(str(name)) for name in plain["agencies"].get(role.value, ())) for role in Role},
            deadlines=tuple(DeadlineEntry(clean(str(words)), clean(str(value))) for words, value in plain["deadlines"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def without_stale_values(typed: RecordForm, seen: RecordForm | None) -> RecordForm:
    """The form where a deadline whose words were changed has lost the value of the words before, so that it is read anew.

    A browser clears it at once; a page without scripts sends the old value beside the new words.
    """
    old = {(each.text, each.value) for each in seen.deadlines} if seen else set()
    kept = [
        replace(each, value="") if each.told_by not in ("", each.text) and (each.told_by, each.value) in old else each
        for each in typed.deadlines
    ]
    return replace(typed, deadlines=tuple(kept))


def joined(typed: RecordForm, seen: RecordForm | None, now: RecordForm) -> RecordForm:
    """The person's form on the newer record: what was not touched takes the newer value."""
    if seen is None:
        return typed
    lines = {name: getattr(now, name) for name in LINES if getattr(typed, name) == getattr(seen, name)}
    agencies = {role: now.agencies[role] if names == seen.agencies[role] else names for role, names in typed.agencies.items()}
    return replace(typed, **lines, agencies=agencies)


def clashes(typed: RecordForm, seen: RecordForm | None, now: RecordForm) -> tuple[list[str], list[str]]:
    """The fields of the joined form that differ from the record, and those of them that others changed too."""
    form = joined(typed, seen, now)
    mine = [name for name in LINES if getattr(form, name) != getattr(now, name)]
    mine += [role for role, names in form.agencies.items() if names != now.agencies[role]]
    if seen is None:
        return mine, []
    both = [name for name in mine if name in LINES and getattr(seen, name) != getattr(now, name)]
    return mine, both + [role for role in mine if role not in LINES and seen.agencies[role] != now.agencies[role]]


def joined_fields(typed: Mapping[str, str], seen: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """The same for fields that are single texts, as those of a letterhead are."""
    return {name: now.get(name, text) if name in seen and text == seen[name] else text for name, text in typed.items()}
