"""Scores of what was read against gold.

In: gold files and the directives read from their documents.  Out: precision, recall and F1 of tasks, agencies, deadlines; fields.
Promise: the counts of a document depend on nothing but its gold and its directive; end to end, nothing is left out.
"""

from pipeline.evaluate.gold import Gold, find_document, load_gold
from pipeline.evaluate.measure import Finding, Measure, Outcome, Part, Score, measure
from pipeline.evaluate.score import score_directive
from pipeline.evaluate.sets import HELD, SPLITS, Case, load_cases

__all__ = [
    "HELD", "SPLITS", "Case", "Finding", "Gold", "Measure", "Outcome", "Part", "Score", "find_document", "load_cases", "load_gold",
    "measure", "score_directive",
]  # fmt: skip
