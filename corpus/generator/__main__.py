"""`python -m corpus.generator` writes corpus/samples and corpus/gold anew.

In: the letters of corpus/documents.  Out: the files, and a line per file with its hash for CATALOGUE.md.
Promise: nothing else in the checkout is touched.
"""

from __future__ import annotations

import hashlib

from corpus.generator.samples import HOME, make_gold, make_samples


def main() -> None:
    for path in make_samples(HOME / "samples"):
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    print(f"{len(make_gold(HOME / 'gold'))} gold")


if __name__ == "__main__":
    main()
