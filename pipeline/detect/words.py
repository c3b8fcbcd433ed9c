"""underthesea behind one door: is the first word a verb, is it the verb of a subject, and does a word begin here?

In: the words of a sentence.  Out: yes or no.
Promise: it is asked only where the lexicon of cues does not decide; it never touches the network.
"""

from __future__ import annotations

_SUBJECT = "Họ"
"""Stands in for the body: behind a pronoun the tagger knows a verb better than at the start of a sentence."""

ASKED_CHARACTERS = 80
"""The first clause is enough to tag its first word; tagging runs at about 13,000 syllables a second."""


def opens_with_verb(text: str) -> bool:
    """Whether the tagger of underthesea reads the first word of `text` as a verb."""
    from underthesea import pos_tag

    head = text[:ASKED_CHARACTERS].rsplit(" ", 1)[0] if len(text) > ASKED_CHARACTERS else text
    first = head[:1].lower() + head[1:]
    tags = pos_tag(first) if first.strip() else []
    return bool(tags) and tags[0][1].startswith("V")


def acts(text: str) -> bool:
    """Whether the tagger reads the first word of `text`, what follows a subject, as its verb."""
    from underthesea import pos_tag

    tags = pos_tag(f"{_SUBJECT} {text[:ASKED_CHARACTERS].strip()}")
    return len(tags) > 1 and tags[0][0] == _SUBJECT and tags[1][1].startswith("V")


def begins_word(text: str, at: int) -> bool:
    """Whether a word begins at `text[at]`: "lập" does in "lập kế hoạch", it does not in "công lập"."""
    from underthesea import word_tokenize

    place = 0
    for word in word_tokenize(text):
        for count, syllable in enumerate(word.split()):
            found = text.find(syllable, place)
            if found < 0:
                return True  # the segmenter wrote the word in another way: trust the lexicon
            if found >= at:
                return count == 0 or found > at
            place = found + len(syllable)
    return True
