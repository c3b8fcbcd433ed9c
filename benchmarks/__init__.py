"""Measurements of speed and memory; not installed, not tests.

In: generated documents and, where they are there, real ones.  Out: figures on standard output.
Promise: what is compared is measured in the same run, on the same files, in alternating order.
"""
