"""A picture as SVG 1.1: one file that stands alone, nothing fetched, no script.

Takes       a Picture.
Gives       the text of an SVG file; the same picture, the same bytes.
Method      numbers to two digits; words as text, so that they can be searched and copied, in the reader's own fonts;
            each line has its quotes in a title, which browsers show to who points at it.
Leaves out  fonts: a reader without a Chinese one shows boxes for the names.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from actum.export.graph_xml import held
from actum.export.layout import Point
from actum.export.picture import PAPER, Curve, Head, Picture, Rectangle, Ring, Shape, Words

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', 'Noto Sans', "
    "'Segoe UI', Arial, sans-serif"
)


def map_svg(picture: Picture) -> str:
    """The picture as an SVG file, with a line end at its end."""
    width, height = _n(picture.width), _n(picture.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}" height="{height}"',
        f'     viewBox="0 0 {width} {height}" role="img" font-family={quoteattr(FONTS)}>',
        f"<title>{_text(picture.title)}</title>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *map(_shape, picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _shape(shape: Shape) -> str:
    if isinstance(shape, Rectangle):
        return (
            f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}" rx="5" '
            f'fill="{shape.fill}" stroke="{shape.stroke}" stroke-width="1"{_dash(shape.dash)}/>'
        )
    if isinstance(shape, Words):
        anchor = ' text-anchor="middle"' if shape.middle else ""
        bold = ' font-weight="bold"' if shape.bold else ""
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"'
        return f'<text {place} fill="{shape.fill}"{anchor}{bold}>{_text(shape.text)}</text>'
    if isinstance(shape, Curve):
        return (
            f'<path d="{_path(shape.points)}" fill="none" stroke="{shape.stroke}" '
            f'stroke-width="{_n(shape.width)}"{_dash(shape.dash)}{_tip(shape.tip)}'
        )
    if isinstance(shape, Head):
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
        return f'<polygon points="{points}" fill="{shape.fill}"/>'
    return _ring(shape)


def _ring(ring: Ring) -> str:
    place = f'cx="{_n(ring.x)}" cy="{_n(ring.y)}" r="{_n(ring.radius)}"'
    return f'<circle {place} fill="{PAPER}" stroke="{ring.stroke}" stroke-width="1.3"/>'


def _path(points: tuple[Point, ...]) -> str:
    x, y = points[0]
    pieces = [f"M{_n(x)} {_n(y)}"]
    for n, (x, y) in enumerate(points[1:], 1):
        if n % 2:
            pieces.append(f"L{_n(x)} {_n(y)}")
        else:
            left, high = points[n - 1]
            middle = (left + x) / 2
            pieces.append(f"C{_n(middle)} {_n(high)} {_n(middle)} {_n(y)} {_n(x)} {_n(y)}")
    return " ".join(pieces)


def _tip(tip: str) -> str:
    """What shows when a reader points at a line, and the end of its element."""
    return f"><title>{_text(tip)}</title></path>" if tip else "/>"


def _dash(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""


def _n(number: float) -> str:
    """A number to two digits, without noughts at its end."""
    written = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _text(text: str) -> str:
    """Words as XML text; what XML cannot hold (half a surrogate pair, a control character) as U+FFFD."""
    return escape(held(text))
