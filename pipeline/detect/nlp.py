"""The spaCy pipeline: a tokenizer of ours and components that mark cues, agencies and citations as span groups.

In: the text of a passage.  Out: a spaCy `Doc` with `spans["cues"]`, `["agencies"]`, `["citations"]`.
Promise: tokens slice the text exactly, runs of spaces included; no model is downloaded, pyvi is not needed.
"""

from __future__ import annotations

import regex
import spacy
from spacy.attrs import NORM
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.detect.citations import find_citations
from pipeline.detect.mentions import find_mentions, load_agency_phrases
from pipeline.rules import load_json
from pipeline.rules.folding import fold_same_length

NOUN, KIND = "NOUN", "KIND"
"""The labels of words that only begin or end like a word of order, and of those that may also belong to a name."""
MENTIONS, CITATIONS = "giaoviec_mentions", "giaoviec_citations"
"""Keys of `doc.user_data` under which the components leave their full findings."""
TEXT = "giaoviec_text"
"""Its key for the text as it came."""

_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*|\d+(?:[.,/]\d+)*|\s+|[^\s\p{L}\d]")


class Tokenizer:
    """Words, numbers and signs as tokens; a document symbol ("06/QĐ-TTg") is several tokens and stays readable by offsets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # asked once for each distinct word, not for each token
        vocab.lex_attr_getters[NORM] = fold_same_length  # type: ignore[attr-defined]

    def __call__(self, text: str) -> Doc:
        """Tokenize without losing a character; `norm_` is the word in lower case with canonical tone placement."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            piece = match.group()
            if piece[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[TEXT] = text  # `doc.text` puts it together anew, token by token
        return doc


@Language.factory("giaoviec_cues")  # type: ignore[untyped-decorator]
def _make_cues(nlp: Language, name: str) -> _Cues:
    return _Cues(nlp)


@Language.factory("giaoviec_agencies")  # type: ignore[untyped-decorator]
def _make_agencies(nlp: Language, name: str) -> _Agencies:
    return _Agencies()


@Language.factory("giaoviec_citations")  # type: ignore[untyped-decorator]
def _make_citations(nlp: Language, name: str) -> _Citations:
    return _Citations()


class _Cues:
    """Words that open an order or state a duty (rules/cues.json); none opens where a noun does ("Vận động viên có ..."), and one
    within a noun may belong to a name ("Ban quản lý chương | trình").
    """

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        for cue in load_json("cues")["cues"]:
            self.matcher.add(cue["label"], [nlp.make_doc(word) for word in cue["words"]])

    def __call__(self, doc: Doc) -> Doc:
        spans = self.matcher(doc, as_spans=True)
        nouns = {span.start for span in spans if span.label_ == NOUN}
        within = {at for span in spans if span.label_ == NOUN for at in range(span.start + 1, span.end)}
        spans = [span for span in spans if span.start not in nouns]
        spans += [Span(doc, span.start, span.end, label=KIND) for span in spans if span.start in within]
        by_label = {label: [s for s in spans if s.label_ == label] for label in {s.label_ for s in spans}}
        kept = sorted((s for group in by_label.values() for s in filter_spans(group)), key=lambda span: span.start)
        doc.spans["cues"] = SpanGroup(doc, spans=kept)
        return doc


class _Agencies:
    """Bodies named in the text (rules/agency_phrases.json)."""

    def __init__(self) -> None:
        self.phrases = load_agency_phrases()

    def __call__(self, doc: Doc) -> Doc:
        mentions = find_mentions(doc.user_data[TEXT], phrases=self.phrases)
        doc.user_data[MENTIONS] = mentions
        _mark(doc, "agencies", [(m.start, m.end, m.rule) for m in mentions])
        return doc


class _Citations:
    """Cited documents (rules/citations.json)."""

    def __call__(self, doc: Doc) -> Doc:
        citations = find_citations(doc.user_data[TEXT])
        doc.user_data[CITATIONS] = citations
        _mark(doc, "citations", [(c.start, c.end, c.type or "") for c in citations])
        return doc


def _mark(doc: Doc, group: str, found: list[tuple[int, int, str]]) -> None:
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in found]
    doc.spans[group] = SpanGroup(doc, spans=[span for span in spans if span is not None])


def build_pipeline() -> Language:
    """The pipeline, with its rules loaded."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    for name in ("giaoviec_cues", "giaoviec_agencies", "giaoviec_citations"):
        nlp.add_pipe(name)
    return nlp
