"""What a task is before its agencies and deadlines are read: its item, what it inherits, its labelled lines.

In: nothing.  Out: `Draft`, `Context`, `Inherited`.
Promise: values without a rule in them; the walk (drafts.py) fills them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from models.directive import Kind
from models.outline import Item, Passage, Section
from pipeline.detect.analysis import Analysis
from pipeline.detect.labels import Label
from pipeline.detect.roles import RoleFinding

Analyser = Callable[[Passage], Analysis]


@dataclass(frozen=True, slots=True)
class Inherited:
    """Bodies that a heading or the opening sentence names, with the passage they stand in."""

    passage: Passage
    findings: tuple[RoleFinding, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an item gets from above: the section, the leads of the nearest heading, whether the list was ordered.

    `beside` are those who coordinate by a heading of their own; `waiting` tells that it left them to its items
    ("Chủ trì, phối hợp: - Sở Tài chính rà soát ..."); `listed` that its verb governs what it lists ("Trình các dự án luật sau:");
    `duties` that it is about somebody's duties ("Trách nhiệm của Ủy viên thường trực"); `amid_orders` that most of its sisters open
    with a word of order; `paragraphs` that the items of the list have no numbers;
    `cases` that the list says when an order holds, or for whom; `agenda` that the paper tells orders below the points of an agenda;
    `asked` that a paragraph above it called on somebody; `concludes` that the paper tells what was concluded; `topic` that an
    assessment is one only by its name: a topic that was spoken of, below which orders stand too; `met` are those with whom the
    meeting was that a notice reports, `answers` tells that what stands here answers their wishes; `commune` that the paper is one
    of a commune; `functions` that it lays down what a body is for; `contents` that the list says what a paper holds, of what a
    thing consists or what may be done; `conditions` that it says what must be so; `session` in which order something goes on;
    `meeting` that the paper calls to one; `issuer` are the words of the issuer (bidding.py).
    """

    section: Section | None = None
    leads: Inherited | None = None
    beside: Inherited | None = None
    waiting: bool = False
    listed: bool = False
    duties: bool = False
    amid_orders: bool = False
    from_opening: bool = False
    ordered: bool = False
    in_article: bool = False
    paragraphs: bool = False
    cases: bool = False
    agenda: bool = False
    asked: bool = False
    concludes: bool = False
    topic: bool = False
    met: Inherited | None = None
    answers: bool = False
    commune: bool = False
    functions: bool = False
    contents: bool = False
    conditions: bool = False
    session: bool = False
    meeting: bool = False
    issuer: str = ""


@dataclass(slots=True)
class Draft:
    """A task in the making: `labels` are those of its labelled lines; `ends_list` tells that these stand beside the items of its
    list, or in lines without an enumerator, as behind a list; `limit` is the time that a sentence above sets for all of the list;
    `behind_items` tells that numbered items or bullets stand before it in the paper; `directed` are those whom the issuer of a
    letter tells to act ("UBND tỉnh chỉ đạo Sở A kiểm tra ...").
    """

    item: Item
    analysis: Analysis
    context: Context
    kind: Kind
    reasons: tuple[str, ...] = ()
    labels: list[Label] = field(default_factory=list)
    ends_list: bool = False
    limit: Label | None = None
    behind_items: bool = False
    directed: tuple[RoleFinding, ...] = ()
