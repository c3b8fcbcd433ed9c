"""Helpers of the developers; not installed.

In: the sources.  Out: generated documents.  Promise: what they write is checked by a test, so it cannot rot.
"""
