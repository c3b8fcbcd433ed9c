"""XML of a packet as a small tree, read by a parser that is told to refuse what a packet never needs.

In: bytes.  Out: `Node`s by their local names (prefixes are not compared: senders bind them as they like).
Promise: a declaration of a document type ends the reading at once, so no entity is ever declared, expanded or fetched; depth and
number of elements are bounded; an encoding that the parser does not know is said by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

__all__ = ["BadPacket", "Node", "parse"]

_DEPTH = 60
_MOST_NODES = 50_000
"""A packet to all 3,321 communes names as many receivers with up to nine fields each."""
_BUFFER = 1 << 20
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']{1,40})")


class BadPacket(Exception):
    """No packet can be made of these bytes; the message is a Vietnamese clause."""


@dataclass(slots=True)
class Node:
    """An element: local name in lower case, attributes by local name in lower case, its own text, its children."""

    name: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly inside, without the blanks around it."""
        return "".join(self.pieces).strip()

    def find(self, *names: str) -> Node | None:
        """The first child with one of these names, names in order of preference."""
        return next((child for name in names for child in self.children if child.name == name), None)

    def value(self, *names: str) -> str:
        """The text of the first child with one of these names that has any."""
        return next((child.text for name in names for child in self.children if child.name == name and child.text), "")

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def parse(data: bytes) -> Node:
    """The root of the tree; raises BadPacket."""
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _BUFFER
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    parser.EntityDeclHandler = builder.refuse_doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadPacket(_why(error, data)) from error
    except (LookupError, UnicodeError, ValueError) as error:  # an encoding that Python does not know, or not by one byte a letter
        raise BadPacket(_unknown_encoding(data)) from error
    if builder.root is None:
        raise BadPacket("gói không có nội dung")
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0

    def refuse_doctype(self, *_: object) -> None:
        raise BadPacket("gói có khai báo DOCTYPE hoặc ENTITY, có thể gây hại")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_NODES or len(self._open) >= _DEPTH:
            raise BadPacket("gói có quá nhiều phần tử hoặc lồng quá sâu")
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._open[-1].pieces.append(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _why(error: expat.ExpatError, data: bytes) -> str:
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]:
        return _unknown_encoding(data)
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
        return "gói dùng thực thể không được khai báo"
    return f"XML sai ở dòng {error.lineno}"


def _unknown_encoding(data: bytes) -> str:
    named = _ENCODING.search(data[:200])
    return f"không biết bảng mã “{named.group(1).decode('ascii', 'replace') if named else ''}” của gói"
