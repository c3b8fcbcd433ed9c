"""Documents written for this project: their sources, the generator that typesets them, the samples and their gold.

In: nothing of `pipeline`.  Out: samples/ and gold/ beside CATALOGUE.md.
Promise: gold comes from the hand-written sources, never from running the program that is measured with it.
"""
