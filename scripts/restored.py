"""Real acts made whole again from collections that lost some of their lines: `python -m scripts.restored SOURCE ... -o FOLDER`.

In: recipes (corpus/restored/*.json) and the collections they were made from, one paragraph a line, compressed with xz.
Out: one text file for each recipe, the same to the byte wherever it is made.
Promise: a recipe holds no sentence of the act: what is the collection's is named by line and place, what was put back (a
letterhead, "QUYẾT ĐỊNH:", a heading whose number was missing) stands in it in full.

The collection dropped every line that occurred twice; what people put back where the sequence of numbers showed a gap is
what such papers say there. `--learn FOLDER` makes recipes from texts written by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

__all__ = ["main", "recipe", "restored"]

RECIPES = Path(__file__).parent.parent / "corpus" / "restored"
TEXTS = Path("candidates") / "restored"
_LONGEST_PUT_BACK = 40
"""Words of a line that may be put back: longer ones are looked at again, they could be the act's own."""
_SHORTEST_TAKEN = 16
"""Letters of the shortest run that is looked for in the source: shorter ones stand everywhere, as "Điều 2. " does."""
_WORD = re.compile(r"\s*\S+\s*")

Piece = str | list[int]


def restored(pieces: Sequence[Sequence[Piece]], source: Sequence[str]) -> str:
    """The text of a recipe: each of its lines is pieces of the source ([line], [line, start, end]) and what was put back."""
    return "".join("".join(_piece(piece, source) for piece in line) + "\n" for line in pieces)


def recipe(text: str, source: Sequence[str]) -> list[list[Piece]]:
    """The lines of a text as pieces of the source; ValueError names lines that look like the act's own and are not found."""
    found: list[list[Piece]] = []
    at = 0
    for line in text.splitlines():
        pieces = list(_pieces(line, source, at))
        at = next((piece[0] for piece in reversed(pieces) if not isinstance(piece, str)), at)
        if sum(len(piece.split()) for piece in pieces if isinstance(piece, str)) > _LONGEST_PUT_BACK:
            raise ValueError(line)
        found.append([[at]] if pieces == [[at, 0, len(source[at])]] else pieces)
    return found


def _pieces(line: str, source: Sequence[str], at: int) -> Iterator[Piece]:
    """A line from its start: the longest run that the source has, again and again; between them what was put back."""
    own = ""
    while line:
        index, start, length = max(_runs(line, source, at), key=lambda run: run[2], default=(0, 0, 0))
        if length:
            if own:
                yield own
            yield [index, start, start + length]
            own, at, line = "", index, line[length:]
        else:
            word = _WORD.match(line)
            end = word.end() if word else len(line)
            own, line = own + line[:end], line[end:]
    if own:
        yield own


def _runs(line: str, source: Sequence[str], at: int) -> Iterator[tuple[int, int, int]]:
    """Where the source has the line's beginning, and how much of it: the first ones from a line on; the whole line is enough."""
    seed = line[:_SHORTEST_TAKEN]
    if len(seed) < _SHORTEST_TAKEN:
        return
    for index in (*range(at, len(source)), *range(min(at, len(source)))):
        start = source[index].find(seed)
        while start >= 0:
            length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(line, source[index][start:], strict=False)))
            yield index, start, length
            if length == len(line):
                return
            start = source[index].find(seed, start + 1)


def _piece(piece: Piece, source: Sequence[str]) -> str:
    if isinstance(piece, str):
        return piece
    line = source[piece[0]]
    return line if len(piece) == 1 else line[piece[1] : piece[2]]


def _lines(source: Path) -> tuple[list[str], str]:
    data = lzma.decompress(source.read_bytes())
    return data.decode("utf-8").split("\n"), hashlib.sha256(data).hexdigest()


def _learn(texts: Iterable[Path], source: Path) -> int:
    lines, digest = _lines(source)
    for file in texts:
        text = file.read_text(encoding="utf-8")
        pieces = recipe(text, lines)
        if restored(pieces, lines).rstrip("\n") != text.rstrip("\n"):
            raise ValueError(f"{file.name} does not come out as it was")
        rows = ",\n  ".join(json.dumps(line, ensure_ascii=False) for line in pieces)
        head = json.dumps({"source": source.name, "sha256": digest}, ensure_ascii=False)[:-1]
        (RECIPES / f"{file.stem}.json").write_text(f'{head}, "lines": [\n  {rows}\n]}}\n', encoding="utf-8")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the texts of all recipes; 1 where a source is missing, or another than they were made from."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sources", type=Path, nargs="+", metavar="source", help="a collection (.txt.xz)")
    parser.add_argument("-o", "--output", type=Path, default=TEXTS, help="where the texts go (default: candidates/restored)")
    parser.add_argument("--learn", type=Path, nargs="+", help="texts to make recipes from, of one collection")
    chosen = parser.parse_args(arguments)
    if chosen.learn:
        return _learn(chosen.learn, chosen.sources[0])
    collections = {source.name: _lines(source) for source in chosen.sources}
    recipes = {file: json.loads(file.read_text(encoding="utf-8")) for file in sorted(RECIPES.glob("*.json"))}
    for file, content in recipes.items():
        if collections.get(content["source"], ((), ""))[1] != content["sha256"]:
            print(f"{file.name} was made from {content['source']}: it is not given, or in another state", file=sys.stderr)
            return 1
    chosen.output.mkdir(parents=True, exist_ok=True)
    for file, content in recipes.items():
        text = restored(content["lines"], collections[content["source"]][0])
        (chosen.output / f"{file.stem}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
