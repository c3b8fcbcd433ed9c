"""`python -m corpus.generator` writes corpus/samples, corpus/gold and the hashes of CATALOGUE.md anew.

In: the letters of corpus/documents.  Out: the files, and a line per file.
Promise: nothing else in the checkout is touched.
"""

from __future__ import annotations

from corpus.generator.catalogue import refresh
from corpus.generator.samples import HOME, make_gold, make_samples


def main() -> None:
    samples = make_samples(HOME / "samples")
    golds = make_gold(HOME / "gold")
    refresh(HOME / "CATALOGUE.md", samples)
    print("\n".join(path.name for path in (*samples, *golds)))


if __name__ == "__main__":
    main()
