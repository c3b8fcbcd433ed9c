"""giaoviec: from a file to a register of assigned work, one folder per stage, in the order the data flows.

In: PDF, DOCX, TXT, Markdown, HTML files.  Out: rows of an SQLite register, and lists made of them.
Promise: imports run one way: models <- rules <- stages <- flow <- intake, review, evaluate, cli.
"""

__version__ = "0.1.0"
