"""How well redlines read: ours beside difflib, diff-match-patch and redlines, on the same two texts.

    .venv/bin/python bench/redline.py works WORKSPACE EARLIER LATER     two works of a workspace
    .venv/bin/python bench/redline.py un FOLDER [--language zh]         each year's resolution beside the last one's

Takes       a workspace with two works; or Akoma Ntoso files with an index.jsonl (symbol, lang, series, file).
Gives       a table on standard output: for each tool the share of characters of both texts that are marked, the marked
            stretches, those of one character only, and the crumbs: stretches of one or two characters that stay between
            two marked ones. Fewer of each reads better, as long as all that changed is marked: each tool's marks give
            both texts back, or the row says so.
Method      every tool gets the same texts and its usual settings; one that is not installed is left out. Seconds are
            the tool's own: ours are those of the redline, with the alignment beside.
Leaves out  whether the marks make sense: look at them.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import importlib.util
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

from actum.align.align import align
from actum.divide import divide
from actum.export.marked import Head, Redline
from actum.export.redline import redline
from actum.model.alignment import Side
from actum.read.akn import read_akn
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.compare import sides

Marks = list[tuple[str, str]]  # what became of a stretch (`=`, `-`, `+`), and its characters
Tool = Callable[[str, str], Marks]
CRUMB = 2
"""Characters up to which a stretch that stays between two marked ones is a crumb, 2026-11-26."""
_TAGGED = re.compile(r"<(ins|del)\b[^>]*>(.*?)</\1>", re.DOTALL)
_KIND = {"kept": "=", "inserted": "+", "moved_to": "+", "deleted": "-", "moved_from": "-"}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ways = parser.add_subparsers(dest="way", required=True)
    works = ways.add_parser("works")
    for name in ("workspace", "earlier", "later"):
        works.add_argument(name)
    un = ways.add_parser("un")
    un.add_argument("folder", type=Path)
    un.add_argument("--language", default="zh")
    asked = parser.parse_args()
    if asked.way == "works":
        pairs = [sides(Workspace.open_at(Path(asked.workspace)), asked.earlier, asked.later)]
    else:
        pairs = list(years(asked.folder, asked.language))
    print(f"{len(pairs)} pair(s), {sum(len(a.text) + len(b.text) for a, b in pairs):,} characters")
    print("| tool | marked | stretches | of one character | crumbs | seconds |\n|---|---|---|---|---|---|")
    show("actum", pairs, ours)
    for name, tool in tools():
        show(name, pairs, lambda a, b, tool=tool: tool(a.text, b.text))  # type: ignore[misc]


def show(name: str, pairs: list[tuple[Side, Side]], tool: Callable[[Side, Side], Marks]) -> None:
    started = time.perf_counter()
    made = [joined(tool(*pair)) for pair in pairs]
    seconds = time.perf_counter() - started
    whole = all(gives_back(marks, *pair) for marks, pair in zip(made, pairs, strict=True))
    changed = [text for marks in made for sign, text in marks if sign != "="]
    size = sum(len(a.text) + len(b.text) for a, b in pairs)
    crumbs = sum(len(list(crumbs_of(marks))) for marks in made)
    single = sum(len(text.strip()) == 1 for text in changed)
    note = "" if whole else " (does not give both texts back)"
    share = sum(map(len, changed)) / size
    print(f"| {name}{note} | {share:.3f} | {len(changed)} | {single} | {crumbs} | {seconds:.2f} |")


def joined(marks: Iterable[tuple[str, str]]) -> Marks:
    """Neighbours of one sign as one stretch, empty ones left out."""
    told = ((sign, text) for sign, text in marks if text)
    return [(sign, "".join(text for _, text in group)) for sign, group in groupby(told, key=lambda one: one[0])]


def crumbs_of(marks: Marks) -> Iterator[str]:
    for before, (sign, text), behind in zip(marks, marks[1:], marks[2:], strict=False):
        if sign == "=" and "=" not in {before[0], behind[0]} and len(text) <= CRUMB and "\n" not in text:
            yield text


def gives_back(marks: Marks, earlier: Side, later: Side) -> bool:
    """Whether the marks hold both texts; the earlier one up to spelling."""
    ours, theirs = ("".join(text for sign, text in marks if sign in kept) for kept in ("=-", "=+"))
    return theirs == later.text and fold(ours).text == fold(earlier.text).text


def ours(earlier: Side, later: Side) -> Marks:
    found = align(earlier, later, registry=load())
    head = Head("", "", "", later.language, complete=True)
    return list(marks_of(redline(found, earlier, later, heads=(head, head))))


def marks_of(made: Redline) -> Iterator[tuple[str, str]]:
    for paragraph in made.paragraphs:
        yield from ((_KIND[run.kind], run.text) for run in paragraph.runs if run.kind in _KIND)
        if paragraph.number < len(made.paragraphs):
            yield _KIND[paragraph.mark], "\n"


def tools() -> Iterator[tuple[str, Tool]]:
    yield "difflib, characters", by_difflib
    if importlib.util.find_spec("diff_match_patch"):
        yield "diff-match-patch, semantic cleanup", by_diff_match_patch
    if importlib.util.find_spec("redlines"):
        yield "redlines", by_redlines


def by_difflib(earlier: str, later: str) -> Marks:
    marks: Marks = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, earlier, later).get_opcodes():
        marks += [("=", later[c:d])] if tag == "equal" else [("-", earlier[a:b]), ("+", later[c:d])]
    return marks


def by_diff_match_patch(earlier: str, later: str) -> Marks:
    engine = importlib.import_module("diff_match_patch").diff_match_patch()
    diffs = engine.diff_main(earlier, later)
    engine.diff_cleanupSemantic(diffs)
    return [({0: "=", -1: "-", 1: "+"}[sign], text) for sign, text in diffs]


def by_redlines(earlier: str, later: str) -> Marks:
    """As its Markdown marks it; it sets paragraph ends anew, which is not held against it."""
    page = importlib.import_module("redlines").Redlines(earlier, later, markdown_style="none").output_markdown
    marks: Marks = []
    done = 0
    for found in _TAGGED.finditer(page):
        marks += [("=", page[done : found.start()]), ("+" if found[1] == "ins" else "-", found[2])]
        done = found.end()
    return [*marks, ("=", page[done:])]


def years(folder: Path, language: str) -> Iterator[tuple[Side, Side]]:
    """Each resolution of a series with the one before it, by symbol."""
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf8").splitlines()]
    rows = [row for row in rows if row["lang"] == language]
    for _, group in groupby(
        sorted(rows, key=lambda row: (row["series"], _number(row["symbol"]))), lambda row: row["series"]
    ):
        read = [_side(folder / row["file"], language) for row in group]
        yield from pairwise(read)


def _number(symbol: str) -> list[int]:
    return [int(part) for part in symbol.split("/") if part.isdigit()]


def _side(path: Path, language: str) -> Side:
    text = "\n".join(one.text for one in read_akn(path.read_bytes(), place=path.name).paragraphs)
    return Side(text, language, complete=True, divisions=divide(text, language=language))


if __name__ == "__main__":
    main()
