"""Chinese and Latin print recognised by PP-OCR (rapidocr), its models in the package, no network.

Takes       an upright picture of a page.
Gives       a Read for each line that was found: its characters, where each stands, how sure each is.
Method      lines are found on a small copy and read from the full picture, one by one, so that no line's reading hangs
            on its neighbours; where a character stands is told by the step of the network that gave it.
Leaves out  Cyrillic: the models have none of its letters (`ocr_tesseract`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from rapidocr import RapidOCR

from actum.read.ocr_columns import edges, parted
from actum.read.ocr_picture import Grey, shrunk

FIND_SIDE = 1_400
"""Longest side of the copy on which lines are found, in pixels: with 1,400 the process has 580 MB at its highest, with
2,000 740 MB, and finds the same lines on A4; 2026-11-26."""

UNREAD = "\ufffd"
"""Stands for a whole line that was found and not read: Cyrillic, a seal, a drawing."""

_SETTINGS = {
    "Global.log_level": "critical",
    "Global.max_side_len": 20_000,
    "Global.text_score": 0.0,
    "EngineConfig.onnxruntime.intra_op_num_threads": 2,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


@dataclass(frozen=True, slots=True)
class Read:
    """One character as it was read: its box in pixels of the picture, its score from 0 to 1; a space has score 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float


class Rapid:
    """The loaded models; loading takes a second."""

    def __init__(self) -> None:
        self.engine = RapidOCR(params=_SETTINGS)

    def lines(self, picture: Grey) -> Iterator[list[Read]]:
        """The lines of a page from the top down, each from left to right; one that it cannot read is one UNREAD."""
        for left, top, right, bottom in parted(self.found(picture), picture):
            crop = picture[top:bottom, left:right]
            done: Any = self.engine(
                cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR),
                use_det=False,
                use_cls=False,
                use_rec=True,
                return_word_box=True,
                return_single_char_box=True,
            )
            if done.txts and done.txts[0].strip():
                box = (left, top, right, bottom)
                yield _within(_reads(done.txts[0], done.word_results[0], box), edges(box, picture))
            else:
                yield [Read(UNREAD, left, top, right, bottom, 0.0)]

    def found(self, picture: Grey) -> list[tuple[int, int, int, int]]:
        """The boxes of the lines, in pixels of the picture, from the top down."""
        small, scale = shrunk(picture, FIND_SIDE)
        done: Any = self.engine(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
        height, width = picture.shape
        boxes = []
        for corners in done.boxes if done.boxes is not None else ():
            (left, top), (right, bottom) = corners.min(axis=0) / scale, corners.max(axis=0) / scale
            box = (max(0, int(left)), max(0, int(top)), min(width, int(right) + 1), min(height, int(bottom) + 1))
            if box[2] - box[0] > 3 and box[3] - box[1] > 3:
                boxes.append(box)
        return sorted(boxes, key=lambda box: (box[1], box[0], box))


def _within(line: list[Read], inked: tuple[float, float]) -> list[Read]:
    """The line with its outer edges at its print: the box that was found reaches beyond."""
    first, last = line[0], line[-1]
    if first.left < inked[0] < first.right:
        line[0] = replace(first, left=inked[0])
    if last.left < inked[1] < last.right:
        line[-1] = replace(line[-1], right=inked[1])
    return line


def _reads(text: str, word: Any, box: tuple[int, int, int, int]) -> list[Read]:
    """The characters of a line with their boxes; each reaches half-way to its neighbours, a pitch at the most."""
    left, top, right, bottom = box
    columns = [column for run in word.word_cols for column in run]
    bare = [k for k, character in enumerate(text) if not character.isspace()]
    scores = list(word.confs) if len(word.confs) == len(text) else [min(word.confs)] * len(text)
    if len(columns) != len(bare):  # the library lost count: spread them evenly
        columns = [round((k + 0.5) * word.line_txt_len / len(bare)) for k in range(len(bare))]
    step = (right - left) / max(1.0, float(word.line_txt_len))
    centres = [left + (column + 0.5) * step for column in columns]
    pitch = float(np.median(np.diff(centres))) if len(centres) > 1 else float(bottom - top)
    reads: list[Read] = []
    for k, (at, centre) in enumerate(zip(bare, centres, strict=True)):
        if at and text[at - 1].isspace() and reads:
            reads.append(Read(" ", reads[-1].right, top, reads[-1].right, bottom, 1.0))
        before = (centres[k - 1] + centre) / 2 if k else centre - pitch / 2
        behind = (centres[k + 1] + centre) / 2 if k + 1 < len(centres) else centre + pitch / 2
        own = Read(
            text[at], max(before, centre - pitch), top, min(behind, centre + pitch), bottom, round(float(scores[at]), 3)
        )
        reads.append(own)
    return reads


def han_share(lines: Sequence[Sequence[Read]]) -> float:
    """The share of letters that are Chinese characters; 0 where there are none."""
    letters = [one.text for line in lines for one in line if one.text.isalpha()]
    return sum(letter >= "\u3400" for letter in letters) / len(letters) if letters else 0.0
