"""Made scans of the sample statement, read and collated: how many characters are wrong.

    python bench/scans.py [--keep DIR] [--scores]

Takes       the established text of 8 May 2025, built of `examples/strategic-stability`; Chromium and the Noto fonts.
Gives       a line for each scan: dots an inch, errors of the running text letter by letter (edits of its characters
            without white space, and of its folded form), seconds, memory; then the same for the text that Actum
            establishes of three bad scans, and of three of another seed. With `--scores`: how many letters and
            marks of those six were right by score, and both collations with the scores and without.
Method      pages printed to PDF, drawn by PDFium, then tilted, blurred, specked, noised and compressed, seeds given.
Leaves out  real paper: folds, shadows, ink that shows through.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
from PIL import Image
from rapidfuzz.distance import Levenshtein

from actum.collate.bearers import Bearer
from actum.collate.establish import establish
from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.scan import read_scan
from actum.text.fold import fold
from actum.text.span import Span

SAMPLE = Path(__file__).parents[1] / "examples" / "strategic-stability"
WORK = "2025-05-08"
HEAD = "外交文件汇编　二〇二五年第五期"


@dataclass(frozen=True, slots=True)
class Scan:
    """How a made scan is set and spoilt; `tilt` in degrees, `noise` in grey levels, `specks` a share of the pixels."""

    name: str
    dots: int
    font: str = "Noto Serif CJK SC"
    columns: int = 1
    size: float = 10.5
    tilt: float = 0.6
    blur: float = 0.6
    noise: float = 12.0
    specks: float = 0.0
    contrast: float = 0.85
    quality: int = 85


SCANS = (
    Scan("A4, serif, 300 dpi", 300),
    Scan("A4, two columns, 300 dpi", 300, columns=2, tilt=-0.8),
    Scan("A4, sans, 200 dpi", 200, font="Noto Sans CJK SC"),
    Scan("A4, serif, 150 dpi", 150),
)
BAD = (
    Scan("bad: serif, 150 dpi", 150, tilt=1.2, blur=0.8, noise=30, specks=0.002, contrast=0.6, quality=40),
    Scan("bad: sans, 120 dpi", 120, font="Noto Sans CJK SC", tilt=-0.9, blur=0.8, noise=20, specks=0.002, contrast=0.6),
    Scan("bad: two columns, 110 dpi", 110, columns=2, tilt=0.5, blur=0.8, noise=12, specks=0.001, contrast=0.5),
)


def main() -> None:
    """Read the scans, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="folder for the made scans")
    parser.add_argument("--only", default="", help="only the scans whose names have this in them")
    parser.add_argument("--scores", action="store_true", help="what the scores of the six bad scans are worth")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = options.keep or Path(folder) / "scans"
        kept.mkdir(parents=True, exist_ok=True)
        truth = established(SAMPLE, Path(folder) / "sample")
        if options.scores:
            scores(truth, kept)
            return
        print(f"{'scan':32}{'edits':>7}{'CER %':>8}{'folded':>8}{'CER %':>8}{'s':>7}{'MB':>6}{'doubts':>8}")
        for seed, scan in enumerate((*SCANS, *BAD)):
            if options.only in scan.name:
                told(scan.name, *read(make(scan, truth, kept, seed=seed)), truth)
        for first in (0, 100):
            many = Path(folder) / f"three-{first}"
            many.mkdir()
            for seed, scan in enumerate(BAD, len(SCANS) + first):
                shutil.copy(make(scan, truth, kept, seed=seed), many)
            told(f"three bad scans, seed {first}", established(many, Path(folder) / f"ws-{first}"), 0.0, 0, truth)


def scores(truth: str, kept: Path) -> None:
    """Right letters by score, then edits of the collations with and without the scores."""
    bins: Counter[tuple[int, bool, bool]] = Counter()
    for first in (0, 100):
        bearers = []
        for seed, scan in enumerate(BAD, len(SCANS) + first):
            copy = read_scan(make(scan, truth, kept, seed=seed).read_bytes(), Found(scan.name))
            carried = [(copy.offsets.forward(one.span), one.score) for one in copy.confidence]
            unsure = tuple((span, score) for span, score in carried if span is not None)
            bearers.append(Bearer(scan.name, copy.text, (Span(0, len(copy.text)),), unsure=unsure))
            bins.update(judged(copy.text, dict(unsure), truth))
        for one in (bearers, [replace(bearer, unsure=()) for bearer in bearers]):
            name = "with scores" if one is bearers else "without scores"
            told(f"{name}, seed {first}", establish(one, language="zh").text, 0.0, 0, truth)
    for low in range(0, 20, 2):
        for letters, name in ((True, "letters"), (False, "marks")):
            right, wrong = (sum(bins[k, is_right, letters] for k in (low, low + 1)) for is_right in (True, False))
            if right + wrong:
                print(f"score {low / 20:.1f} to {(low + 2) / 20:.1f}: {right} {name} right, {wrong} wrong")


def judged(text: str, unsure: dict[Span, float], truth: str) -> list[tuple[int, bool, bool]]:
    """For each character of a text its score, in twentieths, whether the truth has it there, whether it is no mark."""
    score = np.ones(len(text))
    for span, one in unsure.items():
        score[span.start : span.end] = one
    places = [k for k, character in enumerate(text) if not character.isspace()]
    read = "".join(text[k] for k in places)
    edits = Levenshtein.opcodes(re.sub(r"\s", "", truth), read)
    return [
        (min(19, int(20 * score[places[k]])), edit.tag == "equal", read[k].isalnum())
        for edit in edits
        for k in range(edit.dest_start, edit.dest_end)
    ]


def established(copies: Path, workspace: Path) -> str:
    """The text that Actum establishes of a folder of copies."""
    for verb in (["init", workspace], ["add", copies, "--workspace", workspace], ["build", "--workspace", workspace]):
        subprocess.run([sys.executable, "-m", "actum", *map(str, verb)], check=True, capture_output=True)
    command = [sys.executable, "-m", "actum", "text", WORK, "--workspace", str(workspace)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def make(scan: Scan, text: str, folder: Path, *, seed: int) -> Path:
    """The scan as a TIFF of several pages; made once for one seed."""
    path = folder / f"{re.sub(r'[^a-z0-9]+', '-', scan.name.lower())}-{seed}.tif"
    if path.exists():
        return path
    rng = np.random.default_rng(seed)
    pages = [spoilt(page, scan, rng) for page in drawn(printed(scan, text), scan.dots)]
    first, *others = [Image.open(io.BytesIO(page)) for page in pages]
    dots = (scan.dots, scan.dots)
    first.save(path, save_all=True, append_images=others, dpi=dots, compression="tiff_deflate")
    return path


def printed(scan: Scan, text: str) -> bytes:
    """The text as a PDF, with running heads and page numbers."""
    title, *paragraphs = text.splitlines()
    style = f"""@page{{size:A4;margin:25mm 20mm;@top-center{{content:"{HEAD}";font:9pt '{scan.font}'}}
      @bottom-center{{content:"— " counter(page) " —";font:9pt '{scan.font}'}}}}
      body{{font:{scan.size}pt/1.6 '{scan.font}';margin:0}} h1{{font-size:15pt;text-align:center;column-span:all}}
      div{{columns:{scan.columns};column-gap:10mm}} p{{text-indent:2em;margin:0 0 .3em;text-align:justify}}"""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(
            f"<!doctype html><meta charset=utf-8><style>{style}</style><div><h1>{title}</h1>{body}</div>",
            encoding="utf8",
        )
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            str(page),
        ]
        subprocess.run(command, check=True, capture_output=True)
        return pdf.read_bytes()


def drawn(pdf: bytes, dots: int) -> list[np.ndarray]:
    document = pdfium.PdfDocument(pdf)
    return [np.array(page.render(scale=dots / 72, grayscale=True).to_numpy()) for page in document]


def spoilt(page: np.ndarray, scan: Scan, rng: np.random.Generator) -> bytes:
    """The page as a bad machine would give it, as JPEG."""
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), scan.tilt + float(rng.normal(0, 0.15)), 1)
    page = cv2.warpAffine(page, matrix, (width, height), borderValue=255, flags=cv2.INTER_CUBIC)
    page = cv2.GaussianBlur(page, (0, 0), scan.blur).astype(np.float64)
    page = 255 - (255 - page) * scan.contrast - 10 + rng.normal(0, scan.noise, page.shape)
    specks = rng.random(page.shape) < scan.specks
    page[specks] = rng.choice([0.0, 255.0], size=int(specks.sum()))
    _, data = cv2.imencode(".jpg", np.clip(page, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, scan.quality])
    return data.tobytes()


def read(path: Path) -> tuple[str, float, int]:
    began = time.perf_counter()
    try:
        copy = read_scan(path.read_bytes(), Found(path.name))
    except CopyUnread as error:
        print(error)
        return "", time.perf_counter() - began, 0
    return copy.text, time.perf_counter() - began, sum(doubt.kind == "suspect" for doubt in copy.doubts)


def told(name: str, text: str, seconds: float, doubts: int, truth: str) -> None:
    """One line of the table; running heads that no second page gave away are errors like others."""
    bare = [re.sub(r"\s", "", one) for one in (truth, text)]
    folded = [fold(one).text for one in (truth, text)]
    plain, alike = Levenshtein.distance(*bare), Levenshtein.distance(*folded)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"{name:32}{plain:7}{100 * plain / len(bare[0]):8.2f}{alike:8}{100 * alike / len(folded[0]):8.2f}"
        f"{seconds:7.1f}{most:6}{doubts:8}",
        flush=True,
    )


if __name__ == "__main__":
    main()
