"""A workbook as bytes that depend on nothing but its content.

In: an openpyxl workbook.  Out: the bytes of the .xlsx.  Promise: no clock: the times that openpyxl and zip write are set fixed.
"""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can hold
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def workbook_bytes(book: Workbook) -> bytes:
    """The .xlsx, the same for the same workbook."""
    written = io.BytesIO()
    book.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", content)
            new.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
