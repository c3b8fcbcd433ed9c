"""Stage extract: which text is the truth of a page?

In: the path of a file.  Out: a `Document`: pages of text, words with boxes, tables, and why this source was chosen.
Promise: a page that cannot be relied on says so; whatever is wrong with a file ends in one of the errors of models/errors.py.
"""

from pipeline.extract.health import judge
from pipeline.extract.reader import read_pages
from pipeline.extract.settings import ReadSettings

__all__ = ["ReadSettings", "judge", "read_pages"]
