"""What became of a file.

In: a source and what the worker and the register said of it.  Out: an `Outcome` with exactly one state and a reason.
Promise: a rejected file always has an error, no other state has one.
"""

from __future__ import annotations
