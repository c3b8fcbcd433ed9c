"""The tokenizer of ours and the span groups of the pipeline."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.detect import Detector
from pipeline.detect.nlp import Tokenizer
from pipeline.detect.words import opens_with_verb

TOKENIZER = Tokenizer(spacy.blank("xx").vocab)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aă đĐ1/.,-:\n\t\u00a0\u0301(”", max_size=30))
def test_tokens_slice_the_text_exactly(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


def test_span_groups_hold_cues_agencies_and_citations(detector: Detector) -> None:
    doc = detector.nlp("Giao Sở Nội vụ chủ trì thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022.")
    assert [span.text for span in doc.spans["agencies"]] == ["Sở Nội vụ"]
    assert "06/QĐ-TTg" in doc.spans["citations"][0].text
    assert {span.text for span in doc.spans["cues"]} >= {"Giao", "chủ trì", "thực hiện"}


@pytest.mark.parametrize("text", ["hoà giải", "Tái cấu trúc quy trình", "tái cấu trúc"])
def test_cues_ignore_case_and_tone_placement(text: str, detector: Detector) -> None:
    doc = detector.nlp(text.replace("hoà giải", "Số hoá hồ sơ"))
    assert doc.spans["cues"][0].start_char == 0


def test_the_tagger_knows_a_verb_that_the_lexicon_does_not() -> None:
    assert opens_with_verb("Nghiệm thu các công trình đã hoàn thành")
    assert not opens_with_verb("Thành phố trực thuộc trung ương")
