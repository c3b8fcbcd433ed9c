"""The picture side of reading: from the picture of a page to the picture that the engine reads, and the way back.

In: a picture of one page (rendered from a PDF, or a frame of an image file) and the settings.  Out: `Prepared`.
Promise: nothing here reads text or the disk; each box in the prepared picture leads back to its place in the picture given.
"""

from pipeline.extract.image.prepare import other_way_up, prepare
from pipeline.extract.image.prepared import BACK_AS_IT_IS, Back, Prepared, Stamp

__all__ = ["BACK_AS_IT_IS", "Back", "Prepared", "Stamp", "other_way_up", "prepare"]
