"""Stage recover: the pages in clean Vietnamese, with a map back to the text as it was read.

In: a `Document`.  Out: the same document with `page.text` repaired and `page.back` set; `page.raw` stays.
Promise: lines and the order of words stay, digits are never changed, each change can be mapped back; twice is once.
"""

from pipeline.recover.chain import STEPS, Step, recover, recover_text

__all__ = ["STEPS", "Step", "recover", "recover_text"]
