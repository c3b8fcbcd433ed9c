"""Writes a letter as the texts offices pass on: a text copied out of a PDF, Markdown, HTML pasted from Word.

In: a `Letter`.  Out: strings.
Promise: every word of the letter is there once, in reading order; only the layout is that of the form.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from html import escape

from corpus.generator.model import Annex, Item, Letter, clean
from corpus.generator.typeset import annex_note
from corpus.generator.wording import addressee_lines, date_line, inline, number_line, shown_position, title_subject

COLUMNS = 80


def plain_text(letter: Letter, *, between: str = "", overlay: tuple[str, ...] = (), every: int = 4) -> str:
    """The letter as text copied out of a PDF: fixed lines, the left column of the letterhead before the right one.

    `between` stands before each further line of a paragraph (a space and a line feed part all lines by empty ones);
    `overlay` lines are put in
    after each `every` paragraphs, as the links of an e-office fall between them.
    """
    parts = [*_head(letter), *_titles(letter)]
    for i, item in enumerate(_flat((*letter.opening, *letter.body)), start=1):
        parts.append(_wrapped(item, between))
        if overlay and i % every == 0:
            parts.append("\n".join(overlay))
    parts += _tail(letter)
    if letter.annex:
        parts.append(_table_text(letter, letter.annex))
    return "\n\n".join(parts) + "\n"


def _head(letter: Letter) -> list[str]:
    subject = textwrap.wrap(f"V/v {clean(letter.subject)}", 32) if letter.title is None else []
    left = [*letter.agency, "", number_line(letter).replace("\u00a0", " "), *([letter.urgency] if letter.urgency else []), *subject]
    right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        f"{'':10}{date_line(letter)}".replace("\u00a0", " "),
    ]
    return ["\n".join(left), "\n".join(right)]


def _titles(letter: Letter) -> list[str]:
    parts = [f"{'':30}{letter.title}\n" + "\n".join(textwrap.wrap(title_subject(letter), 60))] if letter.title else []
    parts += [letter.preface] if letter.preface else []
    if letter.addressees:
        first, rest = addressee_lines(letter)
        parts.append("\n".join([f"{'':20}{first}", *(f"{'':28}{line}" for line in rest)]))
    return parts


def _flat(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        yield item
        yield from _flat(item.children)


def _wrapped(item: Item, between: str) -> str:
    parts = f"{item.label} {item.text}".strip().replace("**", "").replace("\v", "\n").split("\n")
    return f"\n{between}".join(line for i, part in enumerate(parts) for line in _lines(part, even=i < len(parts) - 1))


def _lines(part: str, *, even: bool) -> list[str]:
    # Before a forced turn the lines are evened out: in print a turned line is as full as the others.
    count = -(-len(part) // COLUMNS)
    columns = min(COLUMNS, len(part) // count + 6) if even else COLUMNS
    return textwrap.wrap(part, columns, break_on_hyphens=False, break_long_words=False)


def _tail(letter: Letter) -> list[str]:
    left = ["Nơi nhận:", *(f"- {line}" for line in letter.recipients)]
    right = [*(letter.authority or "").splitlines(), shown_position(letter), "", "", "", letter.signer]
    return ["\n".join(left), "\n".join(right)]


def _table_text(letter: Letter, annex: Annex) -> str:
    rows = ["\t".join(cells) for cells in (annex.header, *(row.cells for row in annex.rows))]
    return "\n".join([annex.title, annex.subtitle, annex_note(letter), *rows])


def markdown_text(letter: Letter) -> str:
    """The letter as Markdown, as converters of Word files give it: bold letterhead, emphasis kept, no backslashes."""
    agency = "  \n".join(letter.agency)
    parts = [f"**{agency}**", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  \nĐộc lập - Tự do - Hạnh phúc**"]
    number = " ".join(number_line(letter).replace("\u00a0", " ").split())
    parts.append(f"{number}  \nV/v {letter.subject}" if letter.title is None else number)
    parts.append(" ".join(date_line(letter).replace("\u00a0", " ").split()))
    if letter.title:
        parts.append(f"**{letter.title}**\n\n**{title_subject(letter)}**")
    if letter.addressees:
        first, rest = addressee_lines(letter)
        parts += [first, *(["\n".join(rest)] if rest else [])]
    for item in _flat((*letter.opening, *letter.body)):
        text = f"{item.label} {item.text}".strip().replace("\n", " ").replace("\v", "")
        parts.append(f"**{text}**" if item.bold else text)
    parts += ["***Nơi nhận:***", "\n".join(f"- {line}" for line in letter.recipients)]
    parts += [f"**{line}**" for line in (*(letter.authority or "").splitlines(), shown_position(letter), letter.signer)]
    return "\n\n".join(parts) + "\n"


def html_text(letter: Letter) -> str:
    """The letter as Word's clipboard gives it to a web form: MsoNormal paragraphs, entities, tables, office tags."""
    rows = [
        [
            "<br>".join(map(escape, letter.agency)),
            "CỘNG H&Ograve;A X&Atilde; HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh ph&uacute;c",
        ]
    ]
    subject = f"<br>V/v {escape(letter.subject)}" if letter.title is None else ""
    rows.append([number_line(letter).replace("\u00a0", "&nbsp;") + subject, date_line(letter).replace("\u00a0", "&nbsp;")])
    body = [_html_table(rows)]
    body += [
        _html_line(f"<b>{escape(line)}</b>", "center") for line in ((letter.title, title_subject(letter)) if letter.title else ())
    ]
    if letter.addressees:
        first, rest = addressee_lines(letter)
        body += [_html_line(escape(line), "center" if line == first else "left") for line in (first, *rest)]
    for item in _flat((*letter.opening, *letter.body)):
        text = inline(escape(f"{item.label} {item.text}".strip(), quote=False), "<b>", "</b>", " ")
        body.append(_html_line(f"<b>{text}</b>" if item.bold else text, "justify"))
    left = "<br>".join(["<b><i>Nơi nhận:</i></b>", *(f"- {escape(line)}" for line in letter.recipients)])
    right = "<br>".join(map(escape, [*(letter.authority or "").splitlines(), shown_position(letter), "", "", letter.signer]))
    body.append(_html_table([[left, right]]))
    office = '<html xmlns:o="urn:schemas-microsoft-com:office:office">'
    head = f'{office}\n<head><meta charset="utf-8"><style>p.MsoNormal {{margin:0cm}}</style></head>'
    return f"{head}\n<body lang=VI>\n" + "\n".join(body) + "\n</body>\n</html>\n"


def _html_line(inner: str, align: str) -> str:
    style = f"text-align:{align};text-indent:36.0pt"
    inside = f"<span lang=VI style='font-size:14.0pt'>{inner}<o:p></o:p></span>"
    return f'<p class=MsoNormal align={align} style="{style}">{inside}</p>'


def _html_table(rows: list[list[str]]) -> str:
    cells = [
        "<tr>" + "".join(f"<td valign=top><p class=MsoNormal align=center>{cell}</p></td>" for cell in row) + "</tr>"
        for row in rows
    ]
    return "<table class=MsoNormalTable border=0>\n" + "\n".join(cells) + "\n</table>"
