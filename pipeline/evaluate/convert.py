"""From the annotator's full form to located gold: `python -m pipeline.evaluate.convert FULL_DIR TEXT_DIR OUT_DIR --split dev`.

In: gold files with the whole text of each task, and the source texts.  Out: located gold files.
Promise: what is written resolves to the very words it was made from, or nothing is written and the places are named.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.errors import GoldError
from pipeline.evaluate.gold import GoldDeadline
from pipeline.evaluate.located import EDGE, LocatedGold, LocatedTask, Passage, Source, read_source, resolve, words_of
from pipeline.evaluate.sets import SPLITS

__all__ = ["convert", "locate", "main"]

_REACH = 80
"""How many words further on the next piece of a table cell may stand: a row of five columns wraps after at most as many."""


def locate(text: str, source: Source) -> tuple[Passage, ...]:
    """The passages of a text in its source: one, or the pieces between which other cells of a table stand."""
    words = words_of(text)
    places = _found(words, source)
    if places:
        passage = _passage(source, places[0], len(words), None)
        alike = source.places(passage)  # the same words again, or others between the same first and last ones
        return (passage if len(alike) == 1 else passage.model_copy(update={"nth": alike.index(places[0]) + 1}),)
    pieces = _pieces(words, source)
    if not pieces:
        raise GoldError(detail=f"không tìm thấy trong nguồn: {' '.join(words[:EDGE])} …")
    first = _found(words[: pieces[0][1]], source)
    nth = first.index(pieces[0][0]) + 1 if len(first) > 1 else None
    return tuple(_passage(source, at, n, None if number else nth) for number, (at, n) in enumerate(pieces))


def _repeated(passage: Passage, source: Source) -> bool:
    """Whether all places of a passage hold the same words, as a subject does that stands in the letterhead and in the text."""
    return len({source.words[at : at + passage.words] for at in source.places(passage)}) == 1


def _found(words: Sequence[str], source: Source) -> list[int]:
    """Where exactly these words stand."""
    n, wanted = len(words), tuple(words)
    return [i for i in range(len(source.words) - n + 1) if source.words[i : i + n] == wanted]


def _pieces(words: Sequence[str], source: Source) -> list[tuple[int, int]]:
    """Begin and length of pieces in order, each as long as can be; of several ways the one that stands closest together."""
    longest = next((n for n in range(len(words) - 1, 0, -1) if _found(words[:n], source)), 0)
    chains = [_chain(words, at, longest, source) for at in _found(words[:longest], source)] if longest else []
    return min((chain for chain in chains if chain), key=lambda chain: sum(chain[-1]) - chain[0][0], default=[])


def _chain(words: Sequence[str], at: int, first: int, source: Source) -> list[tuple[int, int]]:
    pieces, done = [(at, first)], first
    while done < len(words):
        after = sum(pieces[-1])
        options = ((_after(words[done : done + n], source, after), n) for n in range(len(words) - done, 0, -1))
        hit = next(((place, n) for place, n in options if place is not None), None)
        if hit is None:
            return []
        pieces.append(hit)
        done += hit[1]
    return pieces


def _after(words: Sequence[str], source: Source, after: int) -> int | None:
    return next((i for i in _found(words, source) if after <= i <= after + _REACH), None)


def _passage(source: Source, at: int, words: int, nth: int | None) -> Passage:
    def quoted(start: int, end: int) -> str:
        return " ".join(source.text[a:b] for a, b in source.spans[start:end])

    edge = min(EDGE, words)
    return Passage(first=quoted(at, at + edge), last=quoted(at + words - edge, at + words), words=words, nth=nth)


def convert(full: dict[str, object], source: Source, sha256: str, split: str) -> LocatedGold:
    """The located form of one file in full form."""
    located = _convert(full, source, sha256, split)
    back = resolve(located, source)
    for task, own in zip(_dicts(full["tasks"]), back.tasks, strict=True):
        if words_of(str(task["text"])) != words_of(own.text):
            raise GoldError(detail=f"đọc lại không ra đúng các từ ở mục {task['path']} của “{located.document}”")
    return located


def _convert(full: dict[str, object], source: Source, sha256: str, split: str) -> LocatedGold:
    assert isinstance(full["meta"], dict)
    meta, subject_at = dict(full["meta"]), None
    if len(words_of(str(meta.get("subject") or ""))) > 2 * EDGE:
        (subject_at,) = locate(str(meta.pop("subject")), source)
        subject_at = subject_at.model_copy(update={"nth": None if _repeated(subject_at, source) else subject_at.nth})
    tasks = _number_repeated([_task(task, source) for task in _dicts(full["tasks"])], source)
    return LocatedGold(document=str(full["document"]), sha256=sha256, split=split, meta=meta, subject_at=subject_at, tasks=tasks)


def _dicts(values: object) -> Iterator[dict[str, object]]:
    assert isinstance(values, list)
    yield from values


def _task(task: dict[str, object], source: Source) -> LocatedTask:
    names = ("path", "kind", "origin", "optional", "leads", "coordinators", "report_to", "capacity")
    second = locate(str(task["text_full"]), source) if task.get("text_full") else ()
    deadlines = [GoldDeadline.model_validate(deadline) for deadline in _dicts(task["deadlines"])]
    values = {name: task[name] for name in names if name in task}
    return LocatedTask.model_validate({**values, "at": locate(str(task["text"]), source), "second": second, "deadlines": deadlines})


def _number_repeated(tasks: Sequence[LocatedTask], source: Source) -> tuple[LocatedTask, ...]:
    """Items of the same words, in the order of the source, are its first, second … place of them."""
    seen: Counter[tuple[str, ...]] = Counter()
    numbered = []
    for task in tasks:
        passage = task.at[0]
        if passage.nth and len(task.at) == 1:
            places = source.places(passage)
            spoken = [source.words[at : at + passage.words] for at in places]
            words = spoken[passage.nth - 1]
            same = [number for number, other in enumerate(spoken, 1) if other == words]
            nth = same[min(seen[words], len(same) - 1)]
            seen[words] += 1
            task = task.model_copy(update={"at": (passage.model_copy(update={"nth": nth}),)})
        numbered.append(task)
    return tuple(numbered)


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert a folder; the exit code is 1 where a file could not be converted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("full_dir", "text_dir", "out_dir"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--split", required=True, choices=SPLITS[1:])
    options = parser.parse_args(arguments)
    failed = 0
    for file in sorted(options.full_dir.glob("*.json")):
        source, sha256 = read_source(options.text_dir / f"{file.stem}.txt")
        try:
            located = convert(json.loads(file.read_text(encoding="utf-8")), source, sha256, options.split)
        except GoldError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
            failed = 1
            continue
        (options.out_dir / file.name).write_text(as_json(located), encoding="utf-8")
    return failed


def as_json(located: LocatedGold) -> str:
    """One line a task: short to read, and a change of one task is a change of one line."""
    head = located.model_dump(mode="json", exclude={"tasks"}, exclude_none=False)
    if located.subject_at is None:
        del head["subject_at"]
    head = json.loads(json.dumps(head), object_hook=lambda d: {k: v for k, v in d.items() if k != "nth" or v is not None})
    lines = [json.dumps(_compact(task), ensure_ascii=False) for task in located.tasks]
    body = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return body + ',\n "tasks": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n"


def _compact(task: LocatedTask) -> dict[str, object]:
    """A task without what is so by default; `leads` and `coordinators` stay: an empty list says that nobody is named."""
    data = task.model_dump(mode="json", exclude_defaults=True)
    for name in ("leads", "coordinators"):
        if getattr(task, name) is not None:
            data[name] = list(getattr(task, name))
    return data


if __name__ == "__main__":
    sys.exit(main())
