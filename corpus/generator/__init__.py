"""Typesets document models as an office would print them: PDF, DOCX, TXT, Markdown, HTML, scans; and writes their gold.

In: a `Letter` (corpus/generator/model.py), written by hand or drawn at random from a seed.  Out: files and gold records.
Promise: the same letter gives the same bytes on the same libraries: no clock, no network, no unseeded chance.
"""

from corpus.generator.gold import gold
from corpus.generator.model import Annex, Due, Duty, Item, Letter, Row
from corpus.generator.office import write_docx
from corpus.generator.plain import html_text, markdown_text, plain_text
from corpus.generator.random_letter import random_document
from corpus.generator.typeset import write_pdf

__all__ = [
    "Annex",
    "Due",
    "Duty",
    "Item",
    "Letter",
    "Row",
    "gold",
    "html_text",
    "markdown_text",
    "plain_text",
    "random_document",
    "write_docx",
    "write_pdf",
]
