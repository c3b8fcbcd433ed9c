"""The records that pass between the stages of giaoviec.

In: nothing (this package imports nothing of `pipeline`).  Out: frozen values: documents read, outlines, directives,
register rows, errors.  Promise: a value of this package never changes after it was made, and knows where it came from.
"""
