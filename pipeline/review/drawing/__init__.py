"""Pictures of pages, drawn in a process of their own.

In: a stored original and a page.  Out: a picture in NAME.files/pages.
Promise: what an original does to its reader stays in that process.
"""
