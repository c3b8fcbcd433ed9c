"""Stage recover: the pages in clean Vietnamese, with a map back to the text as it was read.

In: a `Document`.  Out: the same document with `page.text` repaired and `page.back` set; `page.raw` stays.
Promise: lines and the order of words stay, numbers are never changed, each change can be mapped back; twice is once.
"""

from pipeline.recover.chain import STEPS, Step, recover, recover_lines, recover_text
from pipeline.recover.garbled import Recovered
from pipeline.recover.reading import Reading

__all__ = ["STEPS", "Reading", "Recovered", "Step", "recover", "recover_lines", "recover_text"]
