"""Cyrillic and Latin print recognised by Tesseract, where it is installed.

Takes       an upright picture of a page or of a part of it.
Gives       the same Reads as `ocr_rapid`, line by line.
Method      the program `tesseract` with the languages it has of those asked for, in page mode 6 (one even block): the
            other modes lose whole columns (measured in design, section 8 of the tools' choice); hOCR with characters.
Leaves out  what languages a page has: the caller says.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from itertools import pairwise

import cv2
from lxml import html

from actum.read.docx_zip import Element
from actum.read.ocr_picture import Grey
from actum.read.ocr_rapid import Read

SECONDS = 90
"""What one call may take by the clock; a full page takes 5 to 9 s on two processors, 2026-11-26."""

TALL = 4 / 3
"""Height of a line's box, in times the size of its type: as `ocr_rapid` has it, so that lines read by either stand
alike apart; the print alone is less high where a line has no long letters."""

_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
_BOX = re.compile(r"x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SCORE = re.compile(r"x_conf (-?[\d.]+)")


@cache
def languages() -> frozenset[str]:
    """The languages that the installed program reads; none where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603 -- the program found on the path, no words of a file
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(told.stdout.decode("utf8", "replace").split("\n")[1:]) - {""}


def lines(picture: Grey, wanted: tuple[str, ...]) -> list[list[Read]]:
    """The lines of a picture; none where the program or all of the languages are missing, or it failed."""
    program = shutil.which("tesseract")
    known = [one for one in wanted if one in languages()]
    if program is None or not known:
        return []
    _, data = cv2.imencode(".png", picture)
    command = [program, "-", "-", "-l", "+".join(known), "--psm", "6", "-c", "hocr_char_boxes=1", "hocr"]
    try:
        done = subprocess.run(command, input=data.tobytes(), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 -- as above
    except (OSError, subprocess.TimeoutExpired):
        return []
    return _lines(done.stdout) if done.returncode == 0 and done.stdout.strip() else []


def _lines(written: bytes) -> list[list[Read]]:
    root = html.document_fromstring(written, parser=html.HTMLParser(encoding="utf-8"))
    found = []
    for line in _of(root, *_LINES):
        reads: list[Read] = []
        for word in _of(line, "ocrx_word"):
            own = [read for one in _of(word, "ocrx_cinfo") if (read := _read(one)) is not None]
            if own and reads:
                reads.append(Read(" ", reads[-1].right, own[0].top, own[0].left, own[0].bottom, 1.0))
            reads += _closed(own)
        if reads:
            top, bottom = _levels(line, reads)
            found.append([replace(read, top=top, bottom=bottom) for read in reads])
    return found


def _levels(line: Element, reads: list[Read]) -> tuple[float, float]:
    """The upper and the lower edge of a line: about the middle of its print, as high as its type's size asks for."""
    top, bottom = min(read.top for read in reads), max(read.bottom for read in reads)
    size = _SIZE.search(line.get("title", ""))
    half = max(bottom - top, TALL * float(size[1]) if size else 0.0) / 2
    half = min(half, TALL * (bottom - top))  # a size that the program guessed wildly
    return (top + bottom) / 2 - half, (top + bottom) / 2 + half


def _closed(word: list[Read]) -> list[Read]:
    """The characters of a word without the white between their boxes: only words are parted by it."""
    edges = [(one.right + other.left) / 2 for one, other in pairwise(word)]
    lefts, rights = [word[0].left if word else 0.0, *edges], [*edges, word[-1].right if word else 0.0]
    return [
        replace(one, left=left, right=max(left, right)) for one, left, right in zip(word, lefts, rights, strict=False)
    ]


def _of(element: Element, *classes: str) -> list[Element]:
    return [one for one in element.iter() if one.get("class") in classes]


def _read(element: Element) -> Read | None:
    title = element.get("title", "")
    box, score = _BOX.search(title), _SCORE.search(title)
    text = "".join(map(str, element.itertext()))
    if box is None or not text.strip():
        return None
    left, top, right, bottom = (float(number) for number in box.groups())
    return Read(text, left, top, right, bottom, min(1.0, max(0.0, float(score[1]) / 100 if score else 0.0)))
