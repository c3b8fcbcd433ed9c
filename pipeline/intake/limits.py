"""How much time, memory and output one file may take.

In: the size of a file, the number of its pages.  Out: seconds and bytes.
Promise: each number says where it comes from; no file may hold a worker for ever.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MIB", "Limits"]

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a worker.

    Text layers are read at hundreds of pages a second; the time a MiB is for slow disks and conversions. A scanned page takes about
    1.3 s of OCR on the project's kind of machine and has a limit of its own (ReadSettings.ocr_page_seconds, 90 s): a file gets
    more than its pages may take together, whatever else the cores do. An engine loads in about 5 s from a cold disk.
    """

    start_seconds: float = 180.0
    base_seconds: float = 60.0
    seconds_per_mib: float = 60.0
    seconds_per_scan: float = 120.0
    seconds_per_page: float = 5.0
    memory: int = 4096 * MIB
    """Address space of a worker, OCR and conversion programs included: an engine maps about 1 GiB."""
    recycle_memory: int = 1024 * MIB
    """A worker whose peak resident memory is above this is replaced after its file."""
    recycle_files: int = 500
    answer: int = 64 * MIB
    """Longest answer: the largest known directive (a resolution of 300 pages) makes 3 MiB."""

    def to_read(self, size: int) -> float:
        """Seconds until the text layers of a file of `size` bytes must be read."""
        return self.base_seconds + self.seconds_per_mib * size / MIB

    def to_see(self, scans: int) -> float:
        """Seconds from then until so many pages must be read by OCR."""
        return self.base_seconds + self.seconds_per_scan * scans

    def to_understand(self, pages: int) -> float:
        """Seconds from then until the directive must be there."""
        return self.base_seconds + self.seconds_per_page * pages
