"""underthesea behind one door: is the first word of a sentence a verb?

In: the first words of a sentence.  Out: yes or no.
Promise: it is asked only where the lexicon of cues does not decide; it never touches the network.
"""

from __future__ import annotations

ASKED_CHARACTERS = 80
"""The first clause is enough to tag its first word; tagging runs at about 13,000 syllables a second."""


def opens_with_verb(text: str) -> bool:
    """Whether the tagger of underthesea reads the first word of `text` as a verb."""
    from underthesea import pos_tag

    head = text[:ASKED_CHARACTERS].rsplit(" ", 1)[0] if len(text) > ASKED_CHARACTERS else text
    first = head[:1].lower() + head[1:]
    tags = pos_tag(first) if first.strip() else []
    return bool(tags) and tags[0][1].startswith("V")
