"""A sample as the program reads it, with the questions the tests ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corpus.generator.samples import HOME
from models.directive import AgencyRole, Directive, Role, Task
from models.text import Document
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.score import Score, score_directive
from pipeline.flow import Engine, read_document

PARTS = ("tasks", "leads", "coordinators", "deadlines", "fields")


@dataclass(frozen=True)
class Reading:
    """A sample, its document and its directive."""

    name: str
    document: Document
    directive: Directive

    @cached_property
    def score(self) -> Score:
        """The directive against the gold of the sample, annex tables counted."""
        gold = load_gold(HOME / "gold" / f"{Path(self.name).stem}.json")[0]
        return score_directive(self.directive, gold, tables=True)

    def wrong(self, *but: str) -> dict[str, tuple[int, int]]:
        """What was (invented, missed) by part, where anything was; `but` names parts left out."""
        measures = {part: getattr(self.score, part) for part in PARTS if part not in but}
        return {part: (m.invented, m.missed) for part, m in measures.items() if m.invented or m.missed}

    def task(self, words: str) -> Task:
        """The one task that holds these words."""
        found = [task for task in self.directive.tasks if words in task.text]
        assert len(found) == 1, f"{len(found)} tasks hold “{words}”"
        return found[0]

    def agencies(self, words: str, role: Role) -> list[str]:
        """The names in `role` of the task that holds these words."""
        return [agency.name for agency in self.task(words).agencies if agency.role is role]

    def leads(self, words: str) -> list[str]:
        return self.agencies(words, Role.LEAD)

    def coordinators(self, words: str) -> list[str]:
        return self.agencies(words, Role.COORDINATE)

    def lead(self, words: str) -> AgencyRole:
        """The only lead of the task."""
        (found,) = (agency for agency in self.task(words).agencies if agency.role is Role.LEAD)
        return found

    def values(self, words: str) -> list[str]:
        """Value of each deadline of the task: the day, else the rhythm, else the empty string."""
        return [str(deadline.due or deadline.rrule or "") for deadline in self.task(words).deadlines]


def read_sample(name: str, engine: Engine) -> Reading:
    """Read a file of corpus/samples."""
    return Reading(name, *read_document(HOME / "samples" / name, engine=engine))
