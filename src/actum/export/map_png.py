"""A picture as PNG.

Takes       a Picture, the files of a font that has Chinese, its bold face.
Gives       the bytes of a PNG file, twice as many dots as the picture has points.
Method      Pillow draws the same shapes as SVG has, larger, and makes them smaller once, so that edges are smooth.
Leaves out  finding fonts: the caller does. Pillow comes with an extra; without it there is one clear line.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any

from actum.errors import OutputRefused
from actum.export.layout import Point
from actum.export.picture import PAPER, Curve, Head, Picture, Rectangle, Ring, Shape, Words

try:
    from PIL import Image, ImageDraw, ImageFont
except ImportError:  # the extra was not installed
    Image = None  # type: ignore[assignment]

DOTS = 2
"""Dots of the file for each point of the picture."""
FINER = 2
"""How many times finer it is drawn before it is made smaller; once only where the page is larger than `LARGE`."""
LARGE = 60_000_000
"""Dots that are drawn at most; 60 million take some 180 MB, 2026-11-26."""
BENDS = 24
"""Straight pieces of one bend."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file, the number of the face in it, and the same for bold."""

    path: str
    index: int = 0
    bold: str = ""
    bold_index: int = 0


def map_png(picture: Picture, font: FontFile) -> bytes:
    """The picture as a PNG file. Raises OutputRefused where Pillow is not installed."""
    if Image is None:
        raise OutputRefused('PNG needs Pillow, which is not installed. Run: pip install "actum[png]", or export SVG.')
    finer = FINER if picture.width * picture.height * (DOTS * FINER) ** 2 <= LARGE else 1
    scale = DOTS * finer
    size = (round(picture.width * DOTS) * finer, round(picture.height * DOTS) * finer)
    image = Image.new("RGB", size, PAPER)
    brush = _Brush(ImageDraw.Draw(image), ImageFont, font, scale)
    for shape in picture.shapes:
        brush.draw(shape)
    if finer > 1:
        image = image.resize((size[0] // finer, size[1] // finer), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


class _Brush:
    """Draws shapes at a scale; fonts are kept by size."""

    def __init__(self, canvas: Any, fonts: Any, font: FontFile, scale: int) -> None:
        self.canvas, self.fonts, self.font, self.scale = canvas, fonts, font, scale
        self.kept: dict[tuple[float, bool], Any] = {}

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        if isinstance(shape, Rectangle):
            self._rectangle(shape)
        elif isinstance(shape, Words):
            self._words(shape)
        elif isinstance(shape, Curve):
            self._line(_flat(shape.points), shape.stroke, width=shape.width, dash=shape.dash)
        elif isinstance(shape, Head):
            self.canvas.polygon(self._scaled(shape.points), fill=shape.fill)
        else:
            self._ring(shape)

    def _rectangle(self, shape: Rectangle) -> None:
        left, top, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        box = [value * self.scale for value in (left, top, right, bottom)]
        outline = None if shape.dash else shape.stroke
        self.canvas.rounded_rectangle(box, 5 * self.scale, fill=shape.fill, outline=outline, width=self.scale)
        if shape.dash:
            around = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
            self._line(around, shape.stroke, width=1.0, dash=shape.dash)

    def _words(self, shape: Words) -> None:
        anchor = "ms" if shape.middle else "ls"
        place = (shape.x * self.scale, shape.y * self.scale)
        font = self._font(shape.size, bold=shape.bold)
        self.canvas.text(place, shape.text, font=font, fill=shape.fill, anchor=anchor)

    def _font(self, size: float, *, bold: bool) -> Any:
        if (size, bold) not in self.kept:
            heavy = bold and self.font.bold
            path, index = (self.font.bold, self.font.bold_index) if heavy else (self.font.path, self.font.index)
            self.kept[size, bold] = self.fonts.truetype(path, round(size * self.scale), index=index)
        return self.kept[size, bold]

    def _ring(self, ring: Ring) -> None:
        x, y, radius = ring.x * self.scale, ring.y * self.scale, ring.radius * self.scale
        box = (x - radius, y - radius, x + radius, y + radius)
        self.canvas.ellipse(box, fill=PAPER, outline=ring.stroke, width=round(1.3 * self.scale))

    def _line(self, points: Sequence[Point], stroke: str, *, width: float, dash: str) -> None:
        for piece in _dashed(points, [float(one) for one in dash.split()]) if dash else [points]:
            self.canvas.line(self._scaled(piece), fill=stroke, width=max(1, round(width * self.scale)), joint="curve")

    def _scaled(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]


def _flat(points: Sequence[Point]) -> list[Point]:
    """The straight pieces of a curve: straight between the two of a pair, a cubic with level ends between pairs."""
    flat = [points[0]]
    for n, (x, y) in enumerate(points[1:], 1):
        if n % 2:
            flat.append((x, y))
            continue
        left, high = points[n - 1]
        middle = (left + x) / 2
        for step in range(1, BENDS + 1):
            t = step / BENDS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            flat.append((a * left + b * middle + c * middle + d * x, a * high + b * high + c * y + d * y))
    return flat


def _dashed(points: Sequence[Point], lengths: Sequence[float]) -> list[list[Point]]:
    """The pieces of a line that are drawn: a dash, a gap, and so on along it."""
    pieces: list[list[Point]] = []
    drawn, left = 0, lengths[0]
    piece = [points[0]]
    for (x, y), (to_x, to_y) in pairwise(points):
        length = hypot(to_x - x, to_y - y)
        done = 0.0
        while length - done > left:
            done += left
            at = (x + (to_x - x) * done / length, y + (to_y - y) * done / length)
            if drawn % 2 == 0:
                pieces.append([*piece, at])
            piece = [at]
            drawn += 1
            left = lengths[drawn % len(lengths)]
        left -= length - done
        piece.append((to_x, to_y))
    if drawn % 2 == 0 and len(piece) > 1:
        pieces.append(piece)
    return pieces
