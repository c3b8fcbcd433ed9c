"""The web application of the reviewer: each record beside its place on the page, corrected for good.

In: a register, and what a person clicks and types.  Out: pages, and corrections as rows of `revisions`.
Promise: the register is written only through pipeline/register; all assets are local; no page shows what is not in the register.
"""
