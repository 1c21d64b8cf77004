"""A picture of a page made ready for reading: of sensible size, upright, straight.

Takes       grey pixels, 0 black to 255 white.
Gives       the picture turned straight, and by how many degrees it was turned clockwise.
Method      the angle under which the rows of dark pixels are most unlike one another (projection profiles, Postl 1986),
            sought coarsely, then finely, on a small copy.
Leaves out  warped pages, shadows of a book's back.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

SIDE = 5_000
"""Longest side of a picture that is read, in pixels: A2 at 212 dots an inch, A4 at 427; larger ones are shrunk."""

TILT = 6.0
"""Largest tilt that is sought, in degrees: what lies more aslant was not laid on a scanner, 2026-11-26."""

SLIGHT = 0.05
"""Tilt below which a picture stays as it is, in degrees: a line of 2,000 pixels then rises by 2."""

NOISE = 6.0
"""Noise above which a picture is smoothed, in grey levels: of three scans with 8 to 15 smoothing halved the errors of
two, of one with 4 it left them as they were (bench/scans.py, a third of a page each), 2026-11-26."""

SMOOTH = 0.7
"""Width of the smoothing, in pixels."""

_SMALL = 900


def shrunk(picture: Grey, side: int) -> tuple[Grey, float]:
    """The picture no longer than `side`, and its scale, 1 where it was not longer."""
    scale = min(1.0, side / max(picture.shape))
    if scale == 1.0:
        return picture, 1.0
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), scale


def straightened(picture: Grey) -> tuple[Grey, float]:
    """The picture turned so that its lines lie level, and by how many degrees clockwise that was."""
    angle = _tilt(picture)
    if abs(angle) < SLIGHT:
        return picture, 0.0
    return turned(picture, angle), angle


def calmed(picture: Grey) -> Grey:
    """The picture with its noise smoothed, as it is where it has little."""
    if _noise(picture) <= NOISE:
        return picture
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), SMOOTH), dtype=np.uint8)


def _noise(picture: Grey) -> float:
    """The noise in grey levels: the middling Laplacian, as normal noise would have it (after Immerkaer 1996)."""
    height, width = picture.shape
    middle = picture[height // 4 : height - height // 4, width // 4 : width - width // 4]
    edges = cv2.Laplacian(middle.astype(np.float32), cv2.CV_32F)
    return float(np.median(np.abs(edges))) * 1.4826 / float(np.sqrt(20))


def turned(picture: Grey, angle: float) -> Grey:
    """The picture turned clockwise by an angle about its middle, white where nothing was; its size stays."""
    height, width = picture.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0)
    flags = cv2.INTER_CUBIC
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height), flags=flags, borderValue=255), dtype=np.uint8)


def is_blank(picture: Grey) -> bool:
    """Whether nothing is drawn on the page: next to no pixel is darker than the paper."""
    small, _ = shrunk(picture, _SMALL)
    paper = float(np.median(small))
    return float((cv2.blur(small, (3, 3)) < paper - 40).mean()) < 2e-4


def _tilt(picture: Grey) -> float:
    small, _ = shrunk(picture, _SMALL)
    _, dark = cv2.threshold(cv2.GaussianBlur(small, (3, 3), 0), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    black: Grey = np.asarray(dark, dtype=np.uint8)
    coarse = _best(black, np.arange(-TILT, TILT + 0.01, 0.5))
    fine = _best(black, np.arange(coarse - 0.5, coarse + 0.51, 0.1))
    return round(_best(black, np.arange(fine - 0.1, fine + 0.11, 0.02)), 2)


def _best(dark: Grey, angles: Iterable[float]) -> float:
    """The angle with the sharpest rows; of several the nearest to level."""
    height, width = dark.shape
    scored = []
    for angle in (float(one) for one in angles):
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0)
        rows = cv2.warpAffine(dark, matrix, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
        scored.append((round(float(((rows[1:] - rows[:-1]) ** 2).sum())), -round(abs(angle), 3), angle))
    return max(scored)[2]
