"""Answers while a person types: names of agencies, what a deadline means.

In: a few letters.  Out: small JSON.
Promise: the input is bounded; an answer never changes anything.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from pipeline.review.agency_names import suggest_names
from pipeline.review.deadline_reading import MOST_LETTERS, understand
from pipeline.review.pages.common import opened
from pipeline.review.queue import read_day
from pipeline.review.rendering import language_of
from pipeline.rules.english import in_english

router = APIRouter()


@router.get("/live/agencies")
def agencies(request: Request) -> JSONResponse:
    """Names that hold the typed words."""
    with opened(request) as register:
        return JSONResponse(suggest_names(register, request.query_params.get("q", "")[:MOST_LETTERS]))


@router.get("/live/deadline")
def deadline(request: Request) -> JSONResponse:
    """What a deadline means: its value in words, and doubts."""
    query = request.query_params
    text, value = query.get("text", "")[: MOST_LETTERS + 1], query.get("value", "")[: MOST_LETTERS + 1]
    language = language_of(request)
    read = understand(text, value, issued=read_day(query.get("issued", "")), language=language)
    return JSONResponse(
        {
            "understood": read.deadline is not None,
            "words": read.words,
            "reasons": [in_english(each) if language == "en" else each for each in read.reasons],
        }
    )
