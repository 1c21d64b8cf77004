"""How much of a statement the readers of web pages keep, and how much else: ours beside the tools there are.

    .venv/bin/python -m bench.page_readers TEXT [--seeds 20]

Takes       a text, its title in the first line, a paragraph a line (a copy under examples/ with nothing else in it).
Gives       a table: for each layout of `tests/read/web_pages.py` and each tool, the characters of the paragraphs that
            were lost (in all pages, and in the worst one), those that are none of theirs, and milliseconds a page.
Method      each layout is made anew for each seed. Letters and digits alone are counted, by the edit script between the
            paragraphs and what a tool gives. A tool that is not installed is left out, and the table says so.
Leaves out  titles, which most tools give apart; real sites: no page of one may be shipped.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein
from tests.read.web_pages import LAYOUTS, Layout, page

from actum.model.copy import Found
from actum.read.html import read_html

Tool = Callable[[str], str]


def ours(source: str) -> str:
    return read_html(source.encode(), Found("page.html")).text


def trafilatura(source: str) -> str:
    module: Any = importlib.import_module("trafilatura")
    return module.extract(source, include_comments=False) or ""


def trafilatura_recall(source: str) -> str:
    module: Any = importlib.import_module("trafilatura")
    return module.extract(source, include_comments=False, favor_recall=True) or ""


def readability(source: str) -> str:
    module: Any = importlib.import_module("readability")
    html: Any = importlib.import_module("lxml.html")
    return str(html.fromstring(module.Document(source).summary()).text_content())


def justext(source: str) -> str:
    """Without a stop list, as its manual says for languages that have none."""
    module: Any = importlib.import_module("justext")
    found = module.justext(source, frozenset(), stopwords_low=0, stopwords_high=0, length_low=20, length_high=60)
    return "\n".join(one.text for one in found if not one.is_boilerplate)


def whole_page(source: str) -> str:
    html: Any = importlib.import_module("lxml.html")
    return str(html.fromstring(source).text_content())


TOOLS: tuple[tuple[str, str, Tool], ...] = (
    ("Actum", "actum", ours),
    ("trafilatura", "trafilatura", trafilatura),
    ("trafilatura, favor_recall", "trafilatura", trafilatura_recall),
    ("readability-lxml", "readability", readability),
    ("jusText", "justext", justext),
    ("whole page (lxml)", "lxml", whole_page),
)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def measured(tool: Tool, layout: Layout, lines: list[str], seeds: int) -> tuple[int, int, int, float]:
    """Characters lost in all and at worst, characters that are none of the paragraphs', milliseconds a page."""
    wanted = letters("".join(lines[1:]))
    lost, extra, seconds = [], 0, 0.0
    for seed in range(seeds):
        source = page(layout, lines[0], lines[1:], seed=seed)
        start = time.perf_counter()
        given = tool(source)
        seconds += time.perf_counter() - start
        found = letters(given)
        kept = sum(one.src_end - one.src_start for one in Levenshtein.opcodes(wanted, found) if one.tag == "equal")
        lost.append(len(wanted) - kept)
        extra += len(found) - kept
    return sum(lost), max(lost), extra, 1000 * seconds / seeds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--seeds", type=int, default=20)
    chosen = parser.parse_args()
    lines = [line.strip() for line in chosen.text.read_text(encoding="utf8").splitlines() if line.strip()]
    print(f"{chosen.seeds} pages a layout, {len(letters(''.join(lines[1:]))):,} letters and digits in each\n")
    print("| tool | layout | lost | worst page | none of the text's | ms/page |\n|---|---|---|---|---|---|")
    for name, module, tool in TOOLS:
        if importlib.util.find_spec(module) is None:
            print(f"| {name} | not installed, not compared | | | | |")
            continue
        for layout in LAYOUTS:
            lost, worst, extra, milliseconds = measured(tool, layout, lines, chosen.seeds)
            print(f"| {name} | {layout.__name__} | {lost:,} | {worst:,} | {extra:,} | {milliseconds:.1f} |")


if __name__ == "__main__":
    main()
