"""Documents made of strings, for tests of the stages behind `extract`."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from models.outline import Item, Outline
from models.text import Document, FileFacts, Page, PageSource
from pipeline.detect.role_rules import RoleRules, load_role_rules
from pipeline.outline import OutlineRules, load_outline_rules, outline


def document_of(text: str, *, form_values: tuple[str, ...] = ()) -> Document:
    """A healthy document of plain text; form feeds part its pages."""
    data = text.encode()
    pages = tuple(Page(number, part, part, PageSource.PLAIN, "", 1.0) for number, part in enumerate(text.split("\f"), start=1))
    facts = FileFacts("thu.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain", form_values=form_values)
    return Document(facts, pages)


@lru_cache(maxsize=1)
def outline_rules() -> OutlineRules:
    """The rules of the outline, loaded once for all tests."""
    return load_outline_rules()


@lru_cache(maxsize=1)
def role_rules() -> RoleRules:
    """The rules of roles, loaded once for all tests."""
    return load_role_rules()


def outline_of(text: str) -> Outline:
    """The outline of a plain text."""
    return outline(document_of(text), rules=outline_rules())


def flat(items: tuple[Item, ...]) -> list[Item]:
    """Items with their sub-items, in order."""
    return [each for item in items for each in (item, *flat(item.children))]


def tree(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    """Path and text of each item."""
    return [("/".join(item.path), item.passage.text) for item in flat(items)]
