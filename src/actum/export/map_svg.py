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
from actum.export.pen import line_through, number
from actum.export.picture import PAPER, Curve, Head, Picture, Rectangle, Ring, Shape, Words

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', 'Noto Sans', "
    "'Segoe UI', Arial, sans-serif"
)


def map_svg(picture: Picture) -> str:
    """The picture as an SVG file, with a line end at its end."""
    width, height = number(picture.width), number(picture.height)
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
        place = f'x="{number(shape.x)}" y="{number(shape.y)}"'
        return (
            f'<rect {place} width="{number(shape.width)}" height="{number(shape.height)}" rx="5" '
            f'fill="{shape.fill}" stroke="{shape.stroke}" stroke-width="1"{_dash(shape.dash)}/>'
        )
    if isinstance(shape, Words):
        anchor = ' text-anchor="middle"' if shape.middle else ""
        bold = ' font-weight="bold"' if shape.bold else ""
        place = f'x="{number(shape.x)}" y="{number(shape.y)}" font-size="{number(shape.size)}"'
        return f'<text {place} fill="{shape.fill}"{anchor}{bold}>{_text(shape.text)}</text>'
    if isinstance(shape, Curve):
        return (
            f'<path d="{line_through(shape.points)}" fill="none" stroke="{shape.stroke}" '
            f'stroke-width="{number(shape.width)}"{_dash(shape.dash)}{_tip(shape.tip)}'
        )
    if isinstance(shape, Head):
        points = " ".join(f"{number(x)},{number(y)}" for x, y in shape.points)
        return f'<polygon points="{points}" fill="{shape.fill}"/>'
    return _ring(shape)


def _ring(ring: Ring) -> str:
    place = f'cx="{number(ring.x)}" cy="{number(ring.y)}" r="{number(ring.radius)}"'
    return f'<circle {place} fill="{PAPER}" stroke="{ring.stroke}" stroke-width="1.3"/>'


def _tip(tip: str) -> str:
    """What shows when a reader points at a line, and the end of its element."""
    return f"><title>{_text(tip)}</title></path>" if tip else "/>"


def _dash(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""


def _text(text: str) -> str:
    """Words as XML text; what XML cannot hold (half a surrogate pair, a control character) as U+FFFD."""
    return escape(held(text))
