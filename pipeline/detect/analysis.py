"""What the matchers say of one passage, gathered once for all that ask.

In: a passage of the outline.  Out: `Analysis`: bodies, cues, citations, roles, whether the passage gives an order.
Promise: offsets are those of the passage's text; nothing of the document's context enters here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar, cast

import regex
from spacy.language import Language

from models.directive import Role
from models.outline import Passage
from pipeline.detect.bracketed import helping_behind, named_behind, told_inside
from pipeline.detect.citations import CitationFinding
from pipeline.detect.extension import Cues
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.judgement import Judgement, judge
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.nlp import CITATIONS, MENTIONS
from pipeline.detect.role_model import load_role_model
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.roles import RoleFinding, Told, find_roles, known_bodies
from pipeline.detect.unlisted import load_name_model, unlisted
from pipeline.detect.words import opens_with_verb
from pipeline.rules.folding import fold_same_length

Value = TypeVar("Value")

LONGEST_PASSAGE = 20_000
"""Characters of a passage that are analysed: the longest item met has 6,000; hostile text is cut."""

_RUN_IN = regex.compile(r"^[^.;:]{2,120}:\s+(?=\p{L})")
_OPENING_SIGNS = regex.compile(r"^[\s\"“(*]*")


@dataclass(frozen=True)
class Analysis:
    """The findings in `text` (a passage's text). `cues` are where words of order or duty begin."""

    passage: Passage
    text: str
    folded: str
    mentions: tuple[Mention, ...]
    citations: tuple[CitationFinding, ...]
    cues: Cues
    rules: RoleRules = field(repr=False)

    @cached_property
    def answers(self) -> dict[str, object]:
        """What readers found (`once`)."""
        return {}

    @cached_property
    def _told(self) -> Told:
        return find_roles(self.text, groups(self._bodies, self.text, self.rules), self.cues, rules=self.rules)

    @cached_property
    def _bodies(self) -> list[Mention]:
        return known_bodies(self.text, self.mentions, self.cues, self.rules)

    @cached_property
    def roles(self) -> tuple[RoleFinding, ...]:
        """The bodies in roles."""
        found = helping_behind(self.folded, self._told.roles, self.rules)
        behind = named_behind(self.text, self.folded, self.mentions, self.rules)
        if told_inside(self.folded, found, behind, self.rules):
            return found
        inside = behind[0].mention.start if behind else len(self.text)
        return (*(finding for finding in found if finding.mention.start < inside), *behind)

    @property
    def refused(self) -> frozenset[int]:
        """Where bodies begin of which a rule says that they have no role."""
        return self._told.refused

    @cached_property
    def leads(self) -> tuple[RoleFinding, ...]:
        """The bodies that the passage itself names as leads."""
        found: list[RoleFinding] = []
        for finding in self.roles:
            # "Sở Y tế lập kế hoạch. Các đơn vị thực hiện …": behind a named lead a bare collective is those it leads; but
            # "…; Thủ trưởng các đơn vị kiểm tra …" speaks to their heads.
            told = finding.mention.head and not self.rules.at("settled.answers", self.folded, finding.mention.end)
            # "Sở A đề nghị UBND các huyện chỉ đạo ...; yêu cầu các đơn vị thực hiện": the same issuer calls on both.
            called = bool(found) and {found[0].rule, finding.rule} == {ASSIGNED} and self._calls_anew(finding)
            bare = not (told or called) and self.rules.whole("item.nobody", finding.name)
            if finding.role is Role.LEAD and not (found and bare and self._later(found[0], finding)):
                found.append(finding)
        return tuple(found)

    @cached_property
    def judgement(self) -> Judgement:
        """What the learned judgement says: no task is found by it, but a task may name those it adds."""
        guessed = unlisted(self.text, self.folded, self._bodies, self.cues, load_name_model())
        guessed = [mention for mention in guessed if not self.rules.whole("unlisted.route", self.text, mention.start, mention.end)]
        # "Hiệu trưởng lưu ý các tổ kiểm tra giáo án": who speaks there has no duty.
        guessed = [mention for mention in guessed if not self.rules.at("roles.asks", self.folded, mention.end)]
        lists = groups(sorted((*self._bodies, *guessed), key=lambda mention: mention.start), self.text, self.rules)
        return judge(self.text, self.folded, lists, self.roles, load_role_model(), self.rules, refused=self.refused)

    @cached_property
    def settled(self) -> tuple[RoleFinding, ...]:
        """The bodies in roles, without the bare collectives that a named lead leads."""
        kept = set(map(id, self.leads))
        return tuple(finding for finding in self.roles if finding.role is not Role.LEAD or id(finding) in kept)

    def _calls_anew(self, finding: RoleFinding) -> bool:
        """Whether a clause of its own calls on a body ("...; yêu cầu các đơn vị ...")."""
        clause = max(self.folded.rfind(sign, 0, finding.mention.full_start) + len(sign) for sign in ("; ", ". "))
        return self.folded.startswith(("yêu cầu ", "đề nghị "), clause)

    def _later(self, first: RoleFinding, finding: RoleFinding) -> bool:
        return any(sign in self.text[first.mention.end : finding.mention.start] for sign in (". ", "; "))

    @property
    def orders(self) -> frozenset[int]:
        """Offsets of words of order."""
        return self.cues.orders

    @cached_property
    def first(self) -> int:
        """Offset of the first word."""
        match = _OPENING_SIGNS.match(self.text)
        return match.end() if match else 0

    @cached_property
    def run_in(self) -> int | None:
        """Offset of the text behind a run-in heading ("Cải cách thể chế: Nâng cao …"), None without one."""
        match = _RUN_IN.match(self.text)
        return match.end() if match else None

    def opens_with_order(self, *, guess: bool = False) -> bool:
        """Whether its first word is one of order, and not of a name ("Phòng Tài chính ...", "Báo Nhân dân ..."); with `guess` the
        tagger may know a verb that the lexicon does not.
        """
        if any(mention.full_start <= self.first < mention.end for mention in self.mentions):
            return False
        if self.first in self.orders:
            return True
        asked = guess and bool(self.leads) and not self.rules.at("item.agrees", self.folded, self.first)
        return asked and opens_with_verb(self.text[self.first :])

    def orders_at_start(self) -> bool:
        """Whether it, or what stands behind its run-in heading, opens with a word of order, also behind "Đối với các xã, …" or
        "Từ tháng 1 …".
        """
        return any(self._orders_from(start) for start in (self.first, self.run_in) if start is not None)

    def _orders_from(self, start: int) -> bool:
        openings = (self.rules.at(rule, self.folded, start) for rule in ("item.case", "item.when"))
        if any(mention.full_start == start < mention.end and mention.kind != "collective" for mention in self.mentions):
            return False  # "Thanh tra Bộ có con dấu riêng": the word belongs to the name of a body
        return start in self.orders or any(opening is not None and opening.end() in self.orders for opening in openings)

    def verb_at_start(self) -> bool:
        """As `orders_at_start`; where the lexicon does not know the first word, the tagger decides."""
        if self.orders_at_start() or self.beside_at_start():
            return True
        source = self.folded.startswith("theo ", self.first) and not self.folded.startswith("theo dõi", self.first)
        return not source and opens_with_verb(self.text[self.first :])

    def beside_at_start(self) -> bool:
        """Whether it opens with who works along, and an order follows ("Cùng với Sở A, Sở B kiểm tra ...")."""
        if not self.folded.startswith("cùng ", self.first):
            return False
        along = [finding.mention.end for finding in self.roles if finding.role is Role.COORDINATE]
        stop = next((at for at in (self.folded.find(sign, self.first) for sign in ".;:") if at > 0), len(self.text))
        return any(max((end for end in along if end < stop), default=stop) <= at < stop for at in self.cues.predicates)

    def test(self, group: str) -> bool:
        """Whether a record of a group of rules/tasks.json matches."""
        return self.rules.first(group, self.folded) is not None


def once(read: Callable[[Analysis], Value]) -> Callable[[Analysis], Value]:
    """A reader whose answer is kept with the analysis it read: lists ask each item what it is, its neighbours ask again."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(analysis: Analysis) -> Value:
        answers = analysis.answers
        if name not in answers:
            answers[name] = read(analysis)
        return cast(Value, answers[name])

    return kept


def analyse(passage: Passage, *, nlp: Language, rules: RoleRules) -> Analysis:
    """Run the pipeline over a passage."""
    text = passage.text[:LONGEST_PASSAGE]
    doc = nlp(text)
    cues = [(span.start_char, span.label_) for span in doc.spans["cues"]]
    return Analysis(
        passage=passage,
        text=text,
        folded=fold_same_length(text),
        mentions=doc.user_data[MENTIONS],
        citations=doc.user_data[CITATIONS],
        cues=Cues(*(frozenset(start for start, label in cues if label == wanted) for wanted in ("ORDER", "DUTY", "KIND", "ACT"))),
        rules=rules,
    )
