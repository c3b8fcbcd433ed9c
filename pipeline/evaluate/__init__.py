"""Scores of what was read against gold.

In: gold files and the directives read from their documents.  Out: precision, recall and F1 of tasks, agencies, deadlines; fields.
Promise: the counts of a document depend on nothing but its gold and its directive; end to end, nothing is left out.
"""

from pipeline.evaluate.gold import Gold, find_document, load_gold
from pipeline.evaluate.score import Measure, Score, score_directive

__all__ = ["Gold", "Measure", "Score", "find_document", "load_gold", "score_directive"]
