"""The letters of the corpus, one module each, of the invented province Sơn Khê; none is taken from a real document.

In: nothing.  Out: `letters()`, all of them by stem.
Promise: duties stand in the source beside the words that give them, set by hand by ANNOTATION.
"""

from __future__ import annotations

from importlib import import_module

from corpus.generator.model import Letter

STEMS = (
    "cv-phong-chay-rung",
    "kh-ky-nang-so",
    "tb-ket-luan-dau-tu-cong",
    "ct-an-toan-giao-thong",
    "qd-phan-cong-hai-cap",
    "cv-so-noi-vu-bao-cao",
    "cv-xa-chong-ret",
    "cd-mua-lu",
    "bay-xuong-dong",
    "bay-ngay-in-dam",
    "bay-dau-roi",
    "bay-duong-dan",
    "bay-ky-so",
    "bay-gach-dau-dong",
    "bay-ocr-tieng-anh",
    "bay-anh-quet",
    "bay-dan-tu-web",
)


def letters() -> dict[str, Letter]:
    """All letters by stem, in the order of the catalogue."""
    return {stem: import_module(f"corpus.documents.{stem.replace('-', '_')}").LETTER for stem in STEMS}
