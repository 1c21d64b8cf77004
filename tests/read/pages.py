"""PDF files for tests, written by hand: pages of lines at places, in built-in fonts that need no file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Put:
    """A line of a page: its text, where it begins from the lower left corner (points), its size, its turn."""

    text: str
    x: float
    y: float
    size: float = 10.0
    turn: str = "1 0 0 1"


def pdf(*pages: list[Put], rotate: int = 0, trailer: str = "") -> bytes:
    """A PDF of A4 pages; Latin in Helvetica, all else in STSong-Light, by codes that need no font."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{7 + 2 * k} 0 R' for k in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[5 0 R]>>",
        (
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
            "/Supplement 4>>/FontDescriptor 6 0 R>>"
        ),
        (
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
            "/Descent -120/CapHeight 880/StemV 93>>"
        ),
    ]
    for k, page in enumerate(pages):
        stream = "\n".join(map(_written, page))
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Contents {8 + 2 * k} 0 R"
                "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>"
            ),
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R{trailer}>>"
    return out + f"{end}\nstartxref\n{len(out)}\n%%EOF\n".encode("latin-1")


def _written(put: Put) -> str:
    latin = put.text.isascii()
    shown = f"({put.text.translate(_ESCAPES)})" if latin else f"<{put.text.encode('utf-16-be').hex()}>"
    font = "F1" if latin else "F2"
    return f"BT /{font} {put.size} Tf {put.turn} {put.x} {put.y} Tm {shown} Tj ET"


_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def block(text: str, *, x: float, y: float, width: int, size: float = 10.0, indent: bool = True) -> list[Put]:
    """Paragraphs of Chinese set in lines of `width` characters, the first of each indented by two."""
    puts = []
    for paragraph in text.split("\n"):
        rest, first = paragraph, indent
        while rest:
            room = width - 2 * first
            taken = room + (rest[room : room + 1] in tuple("，。、；：”）"))
            puts.append(Put(rest[:taken], x + 2 * size * first, y, size))
            rest, first, y = rest[taken:], False, y - 1.6 * size
    return puts
