"""Measure the recovery on held-out text and write corpus/RESULTS-RECOVER.md.

In: the shared folder (texts, line pairs, the counting tool), the split of the training.  Out: tables in Markdown.
Promise: nothing measured here trained the model; each row is counted by the shared tool on the same lines as the rows beside it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from pipeline.recover import recover_lines, recover_text
from pipeline.recover.lexicon import load_lexicon
from scripts.recovery.channels import bare
from scripts.recovery.noise import write_pairs
from scripts.recovery.texts import Part
from scripts.recovery.train import PAIR_FILES, TEST_PAGES, load_split, shared_pairs

Method = Callable[[str], str]
LATIN_NAMES = {"fra": "French", "deu": "German"}
_LATIN_PAGES, _LATIN_SEED = 8, 41
_TOKENS, _PARAGRAPHS = 20_000, 40
"""About so many words of plain text are measured, so many paragraphs taken for a page."""


class Lines(NamedTuple):
    """A set of pages: the true lines and the ruined ones."""

    name: str
    truth: tuple[str, ...]
    ruined: tuple[str, ...]


class Row(NamedTuple):
    """What one method made of one set."""

    name: str
    method: str
    tokens: int
    right: float
    right_but_case: float
    extra: int
    speed: float


def load_tool(shared: Path) -> ModuleType:
    """The shared counting tool."""
    spec = importlib.util.spec_from_file_location("score_recovery", shared / "tools" / "score_recovery.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "score_recovery.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(tool: ModuleType, truth: Iterable[str], found: Iterable[str]) -> tuple[int, int, int, int]:
    """Gold tokens, right ones, right but for case, tokens too many: line by line, as the tool counts."""
    total = right = alike = extra = 0
    for gold_line, line in zip(truth, found, strict=True):
        gold, got = ([tool.fold_tone_place(token) for token in tool.tokens(text)] for text in (gold_line, line))
        for i, j in tool.align(gold, got):
            total += i is not None
            extra += i is None
            if i is not None and j is not None:
                right += gold[i] == got[j]
                alike += gold[i].lower() == got[j].lower()
    return total, right, alike, extra


def measure(tool: ModuleType, lines: Lines, name: str, method: Method) -> Row:
    """One method on one set, page after page."""
    began = time.process_time()
    found = [page for text in lines.ruined for page in method(text).split("\n")]
    seconds = time.process_time() - began
    truth = [line for text in lines.truth for line in text.split("\n")]
    total, right, alike, extra = score(tool, truth, found)
    return Row(lines.name, name, total, right / total, alike / total, extra, total / max(seconds, 1e-9))


def pair_sets(shared: Path) -> list[Lines]:
    """The held-out document of the shared pairs, by resolution and noise; the lines of a page together."""
    sets = []
    for kind in PAIR_FILES:
        pages: dict[int, list[tuple[str, str]]] = {}
        for page, truth, garbled in shared_pairs(shared / "corpus" / "pairs", kind, TEST_PAGES):
            pages.setdefault(page, []).append((truth, garbled))
        truths = tuple("\n".join(truth for truth, _ in page) for page in pages.values())
        ruins = tuple("\n".join(ruin for _, ruin in page) for page in pages.values())
        sets.append(Lines(f"English OCR, {kind[:5]} {kind[5:]} dpi", truths, ruins))
    return sets


def latin_sets(official: Part, work: Path) -> list[Lines]:
    """Test pages that engines of other Latin languages read: typeset once for each such engine that is installed."""
    sets = []
    for language, name in LATIN_NAMES.items():
        pages = work / f"pairs-test-{language}.jsonl"
        if not pages.exists() and language in _engines():
            partial = pages.with_suffix(".partial")
            write_pairs(official.paragraphs, partial, count=_LATIN_PAGES, seed=_LATIN_SEED, language=language)
            partial.rename(pages)
        if pages.exists():
            sets.append(Lines(f"{name} OCR, typeset test pages", *_by_page(pages)))
    return sets


def _engines() -> list[str]:
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)
    return listed.stdout.split()


def _by_page(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pages: dict[int, list[tuple[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        pages.setdefault(pair["page"], []).append((pair["truth"], pair["garbled"]))
    truths = tuple("\n".join(truth for truth, _ in page) for page in pages.values())
    return truths, tuple("\n".join(ruin for _, ruin in page) for page in pages.values())


def plain_sets(official: Part, general: Part) -> list[Lines]:
    """Test paragraphs without their marks."""
    sets = []
    for name, part in (("unaccented official text", official), ("unaccented general text", general)):
        truth = _pages(part)
        sets.append(Lines(name, truth, tuple(without_marks(text) for text in truth)))
    return sets


def without_marks(text: str) -> str:
    """Text as typed without marks, capitals kept."""
    return "".join(bare(letter).upper() if letter.isupper() else bare(letter) if letter.isalpha() else letter for letter in text)


def _pages(part: Part) -> tuple[str, ...]:
    """Pages of forty paragraphs, taken evenly from all documents of a part until there are words enough."""
    pages = ["\n".join(part.paragraphs[i : i + _PARAGRAPHS]) for i in range(0, len(part.paragraphs), _PARAGRAPHS)]
    words = sum(len(page.split()) for page in pages)
    return tuple(pages[:: max(1, words // _TOKENS)])


def peer() -> Method | None:
    """The public package pyvi on text without marks, a line at a time; None where it is not installed."""
    if importlib.util.find_spec("pyvi") is None:
        return None
    from pyvi import ViUtils

    def add(line: str) -> str:
        try:
            return str(ViUtils.add_accents(without_marks(line))) if line.strip() else line
        except KeyError:  # it fails on some words (its issue, not ours): such a line stays as it is
            return line

    return lambda text: "\n".join(add(line) for line in text.split("\n"))


def healthy_changes(official: Part) -> tuple[int, int]:
    """Words of healthy official pages, and for how many the stage puts another (marks and hyphens put right do not count)."""
    words = changed = 0
    for page in _pages(official):
        before, after = recover_text(page, plain=False)[0].split(), recover_lines(page).text.split()
        words += len(before)
        changed += sum(a != b for a, b in zip(before, after, strict=True))
    return words, changed


def footprint(ruined: Sequence[str]) -> tuple[float, float]:
    """Seconds of loading the model, and the most memory in MB of a process that does nothing but recover `ruined`."""
    began = time.process_time()
    load_lexicon()
    loading = time.process_time() - began
    for text in ruined:
        recover_lines(text)
    # Not ru_maxrss: a process inherits that figure from the one that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return loading, int(status.split("VmHWM:")[1].split()[0]) / 1024


def report(shared: Path, work: Path) -> str:
    """All tables."""
    official, general = load_split(shared, work)
    tool, other = load_tool(shared), peer()
    rows: list[Row] = []
    plain = plain_sets(official["test"], general["test"])
    for lines in (*pair_sets(shared), *latin_sets(official["test"], work), *plain):
        rows.append(measure(tool, lines, "as it is", lambda text: text))
        if other:
            rows.append(measure(tool, lines, "pyvi (marks stripped first)", other))
        rows.append(measure(tool, lines, "giaoviec", lambda text: recover_lines(text).text))
    words, changed = healthy_changes(official["test"])
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        loading, memory = fresh.submit(footprint, [page for lines in plain for page in lines.ruined]).result()
    return _markdown(rows, loading, memory, words, changed, measured_peer=other is not None)


def _markdown(rows: Sequence[Row], loading: float, memory: float, words: int, changed: int, *, measured_peer: bool) -> str:
    table = [
        f"| {row.name} | {row.method} | {row.tokens:,} | {100 * row.right:.2f} | {100 * row.right_but_case:.2f} | {row.extra} "
        f"| {'' if row.method == 'as it is' else f'{row.speed:,.0f}'} |"
        for row in rows
    ]
    absent = (
        [] if measured_peer else ["", "pyvi is not installed here and was not measured; its row appears where it can be imported."]
    )
    return "\n".join(
        [
            "# Recovery of ruined Vietnamese: results",
            "",
            "Written by `make evaluate-recover`; do not edit. Share of tokens exactly right (case counts, tone placement not), as",
            "the shared tool counts, line by line. Held out: a whole document of the line pairs, the test documents of the split",
            "(docs/recover-model.md).",
            "",
            "| Text | Method | Tokens | Right, % | Right but for case, % | Too many | Tokens a second |",
            "|---|---|---:|---:|---:|---:|---:|",
            *table,
            *absent,
            "",
            "| What | Measured |",
            "|---|---:|",
            f"| healthy official text: words replaced, of {words:,} | {changed} |",
            f"| loading the model, s | {loading:.2f} |",
            f"| most memory of a process that recovers all plain test pages, MB | {memory:.0f} |",
            "",
            f"Seconds are those that one core worked (the machine is shared), Python {platform.python_version()}; of this run.",
            "",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    chosen.output.write_text(report(chosen.shared, chosen.work), encoding="utf-8")
    print(chosen.output)


if __name__ == "__main__":
    main()
