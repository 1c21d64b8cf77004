"""Scans: a page of made print recognised, with boxes and scores; what is refused."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read import scan
from actum.read.scan import read_scan

for library in scan.NEEDED:
    pytest.importorskip(library)
Image = pytest.importorskip("PIL.Image")
ImageDraw = pytest.importorskip("PIL.ImageDraw")
ImageFont = pytest.importorskip("PIL.ImageFont")

FONTS = sorted(Path("/usr/share/fonts").rglob("NotoS*CJK-Regular.ttc"))
LINES = (
    "　　双方坚信，各国人民命运与共，各国及各组织不能",
    "以牺牲他国安全来保障自身安全。双方呼吁各国坚持",
    "全球和地区安全。",
)
TEXT = "双方坚信，各国人民命运与共，各国及各组织不能以牺牲他国安全来保障自身安全。双方呼吁各国坚持全球和地区安全。"


def saved(image: object, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, **({"format": "PNG"} | how))  # type: ignore[attr-defined]
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(not FONTS, reason="needs a Noto CJK font")
def test_a_tilted_page_is_read_with_boxes_and_scores() -> None:
    image = Image.new("L", (1300, 500), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(str(FONTS[0]), 44)
    for k, line in enumerate(LINES):
        draw.text((100, 100 + 80 * k), line, font=font, fill=20)
    blank = Image.new("L", (1300, 500), 255)
    data = saved(image.rotate(1.0, fillcolor=255), format="TIFF", save_all=True, append_images=[blank], dpi=(300, 300))
    copy = read_scan(data, Found("a.tif"))
    assert copy.text == TEXT
    assert copy.format == "scan"
    first, second = copy.pages
    assert (first.width, first.height) == pytest.approx((312, 120))
    assert not second.span.of(copy.decoded).strip()
    box = first.boxes[0]
    assert box.left == pytest.approx((100 + 88) * 72 / 300, abs=6)  # behind an indent of two characters
    assert box.top == pytest.approx(105 * 72 / 300, abs=6)
    assert all(0 < one.score < 1 for one in copy.confidence)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\x89PNG\r\n\x1a\n", "no picture that can be opened"),
        (saved(Image.new("L", (300, 300), 255)), "no print was found"),
        (saved(Image.new("L", (300, 300), 255))[:-30], "broken picture|no picture"),
        (saved(Image.new("1", (10_000, 7_000), 1)), "pixels \\(limit 60,000,000\\)"),
    ],
)
def test_refused_in_one_line(data: bytes, rule: str) -> None:
    with pytest.raises(CopyUnread, match=rule) as caught:
        read_scan(data, Found("a.png"))
    assert str(caught.value).startswith("a.png: ")
    assert "\n" not in str(caught.value)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "NEEDED", ("no_such_library",))
    with pytest.raises(CopyUnread, match=r"pip install \"actum\[ocr\]\""):
        read_scan(b"", Found("a.png"))


def test_a_library_that_cannot_be_loaded_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "run", lambda *_: ([], "library"))
    with pytest.raises(CopyUnread, match=r"cannot be loaded. Run: pip install") as caught:
        read_scan(b"", Found("a.png"))
    assert "\n" not in str(caught.value)
    assert [sheet.number for sheet in scan.recognised(b"", "pdf", [2, 5])] == [2, 5]


@pytest.mark.parametrize("library", scan.NEEDED)
def test_each_library_that_is_missing_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == library else known(name))
    with pytest.raises(CopyUnread, match=rf"{library} is not installed. Run: pip install"):
        read_scan(b"", Found("a.png"))
