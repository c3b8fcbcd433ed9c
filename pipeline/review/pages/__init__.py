"""The pages, one module each: queue, record, documents, letterhead, changes, files.

In: requests.  Out: answers.  Promise: reading is GET, changing is POST; each handler opens the register for itself.
"""
