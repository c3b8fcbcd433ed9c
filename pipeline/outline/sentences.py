"""How a line of a text ends: with the end of a sentence, in its middle, or as a title in capitals.

In: the text of a line.  Out: yes or no.
Promise: a line that ends with a sign of the end of a sentence does not go on, but for a comma or a bracket.
"""

from __future__ import annotations

import regex

__all__ = ["CUT_SENTENCE", "ends_sentence", "goes_on", "in_capitals"]

_TERMINAL = regex.compile(r"[.;:!?…](?:[”\"')\]}]*)$|\./\.?$|;\.$")
_OPEN_WORDS = frozenset(
    "của và với về tại các cho là trong theo từ đến để do bởi hoặc như những một được bằng "
    "trên dưới giữa qua sau trước ngày tháng năm".split()
)
"""A line that ends with one of these words goes on in the next line."""

_CALLS = frozenset(["đề nghị", "yêu cầu"])
"""A line that ends with one of these calls on somebody in the next line."""

_TOGETHER = regex.compile(
    r"(?<!\b(?:cơ quan|đơn vị|bộ phận) )(?:chủ trì(?:,| và)|chủ động|có trách nhiệm|thường xuyên|kịp thời) phối hợp$"
)
"""What wants the name of a body behind it: "... chủ trì, phối hợp" + "Bộ Công an"; "Cơ quan chủ trì, phối hợp" is a heading."""

_NAME_HEADS = frozenset(
    ["Vụ", "Cục", "Bộ", "Sở", "Hội", "Đoàn", "Thủ tướng", "Ban Chỉ", "Chỉ huy", "Chủ nhiệm", "Vụ trưởng", "Cục trưởng", "Chánh"]
)
"""Words that want the name behind them: "… ngày 16/9/2024 của Thủ tướng" + "Chính phủ"."""
_NAME_TAILS = frozenset(["nội vụ", "ngoại vụ", "thường vụ", "xã hội", "quốc hội"])
"""Names whose last word looks like such a head where all their words have capitals ("2. Sở Nội Vụ")."""

_CLOSED = frozenset(
    [
        "tồn tại",
        "hiện tại",
        "đạt được",
        "làm được",
        "vừa qua",
        "gian qua",
        "năm qua",
        "tháng qua",
        "nêu trên",
        "nói trên",
        "tiếp theo",
    ]
)
"""Words whose last syllable looks like a word that goes on: "II. TỒN TẠI", "Kết quả đạt được", "Tình hình thời gian qua"."""

CUT_SENTENCE = 6
"""Words: a line that ends in the middle of a name is the middle of a sentence, not a short heading."""


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the sign of an ended sentence, a colon among them."""
    return _TERMINAL.search(text.rstrip()) is not None


def goes_on(text: str) -> bool:
    """Whether a line stops where no sentence and no heading can: behind a comma, "của", "đề nghị", or the head of a name."""
    words = text.split()
    closed = " ".join(words[-2:]).lower() in _CLOSED
    if text.endswith((",", "-", "–", "(")) or (bool(words) and words[-1].lower() in _OPEN_WORDS and not closed):
        return True
    if text.count("(") > text.count(")"):
        return True  # "… báo cáo kết quả về Công ty (qua" + "Phòng An toàn) trước ngày 20/9"
    if len(words) >= CUT_SENTENCE and (" ".join(words[-2:]).lower() in _CALLS or _TOGETHER.search(text.lower())):
        return True  # "I. Mục đích, yêu cầu" is a heading
    # One word alone is a heading ("Chánh"); behind other words it is the beginning of a name, if it has a capital.
    last = words[-1] if words else ""
    pair = " ".join(words[-2:])
    head = pair.lower() not in _NAME_TAILS and (last in _NAME_HEADS or pair in _NAME_HEADS)
    return len(words) > 1 and head


def in_capitals(text: str, *, least: int = 4) -> bool:
    """Whether a line of at least so many letters is set in capitals, as titles are."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= least and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)
