"""Pictures of pages to a Copy: what a recogniser reads on them, and how sure it is.

Takes       the bytes of a picture (PNG, JPEG, TIFF of one page or several) or of a PDF without a text layer.
Gives       a Copy with the page and box of every line, the confidence of every character, a doubt where it is low.
Method      `ocr_worker` in a process of its own, offline; then `layout_copy`.
Leaves out  choosing a better reading where the recogniser is unsure: the collation with other copies does that.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.layout import Sheet
from actum.read.layout_copy import copy_of
from actum.read.layout_worker import Ended, run, sheet_of

NEEDED = ("rapidocr", "onnxruntime", "pypdfium2", "cv2", "PIL")
AGAIN = 3
"""Pages that may end the child before the rest is given up."""

_ENDED: dict[Ended, str] = {
    "time": "took too long to recognise",
    "memory": "needed too much memory to recognise",
    "crash": "could not be recognised",
    "library": 'could not be recognised: a library for it cannot be loaded. Run: pip install "actum[ocr]"',
    "whole": "could not be recognised",
}


def read_scan(data: bytes, found: Found) -> Copy:
    """The Copy of a picture. Raises CopyUnread where it is broken, too large, blank, or a library is missing."""
    if (missing := is_missing()) is not None:
        raise CopyUnread(f"{found.place}: a picture is read by recognising its print; {missing}")
    sheets = recognised(data, "image")
    if not any(sheet.glyphs for sheet in sheets):
        says = next((sheet.says for sheet in sheets if sheet.says), "no print was found on it")
        raise CopyUnread(
            f"{found.place}: no text in this picture: {says}. Scan it again at 300 dots an inch, and add that."
        )
    return copy_of(sheets, data=data, place=found.place, form="scan", encoding="ocr")


def is_missing() -> str | None:
    """What is to be done before print can be recognised; None where all is there."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    return f'{missing[0]} is not installed. Run: pip install "actum[ocr]"' if missing else None


def recognised(data: bytes, form: str, pages: Sequence[int] = ()) -> list[Sheet]:
    """The sheets of the pages named (all of a picture where none is), in order; one that failed says so."""
    sheets: dict[int, Sheet] = {}
    left = list(pages)
    for _ in range(AGAIN):
        rows, ended = run("ocr_worker", data, [form, ",".join(map(str, left))])
        sheets |= {row["number"]: sheet_of(row) for row in rows}
        if ended == "whole":
            break
        failed = next((number for number in left if number not in sheets), max(sheets, default=0) + 1)
        sheets[failed] = Sheet(failed, 0, 0, (), says=f"page {failed} {_ENDED[ended]}; it is not read")
        left = [number for number in left if number not in sheets]
        if not left or ended == "library":
            break
    for number in (one for one in left if one not in sheets):
        sheets[number] = Sheet(number, 0, 0, (), says=f"page {number} {_ENDED[ended]}; it is not read")
    return [sheets[number] for number in sorted(sheets)]
