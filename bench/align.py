"""Measure the alignment of texts on yearly series of resolutions in three languages.

    .venv/bin/python bench/align.py un ../shared/un            identical paragraphs, agreement of the languages
    .venv/bin/python bench/align.py speed ../shared/un         two texts of 3,000 and of 100,000 characters
    .venv/bin/python bench/align.py chance ../shared/un        links between texts of different series: all are wrong
    .venv/bin/python bench/align.py sensitivity WORKSPACE EARLIER LATER GOLD   each bound 20 % lower and higher

Takes       a folder of Akoma Ntoso files with an index.jsonl (symbol, lang, series, file); for the last, a workspace
            with two works, and pairs as JSON lines {"relation": "R" | "S" | "added" | "dropped", "earlier", "later"}.
Gives       tables on standard output.
Method      a paragraph of a resolution stands for itself in each language; two languages agree on a pair of paragraphs
            where both carry it over, or neither does.
Leaves out  what a paragraph says: only where it went.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

from actum.align.align import BOUNDS, align
from actum.align.links import Bounds
from actum.divide import divide
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.model.alignment import Alignment, Side
from actum.read.akn import read_akn
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.compare import side_of

LANGUAGES = ("zh", "en", "ru")
CARRIED = frozenset({"kept", "reworded", "moved", "split", "merged"})
Pair = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("un", "speed", "chance", "sensitivity"))
    parser.add_argument("where", nargs="+")
    args = parser.parse_args()
    does: dict[str, Callable[..., None]] = {"un": un, "speed": speed, "chance": chance, "sensitivity": sensitivity}
    does[args.what](*args.where)


# ---- texts


@dataclasses.dataclass(frozen=True)
class Text:
    """A resolution read as a side, with where each of its paragraphs ends."""

    side: Side
    ends: tuple[int, ...]

    def paragraph(self, place: int) -> int:
        """The number of the paragraph at a place."""
        return next(number for number, end in enumerate(self.ends) if place < end)


def text_of(path: Path, language: str) -> Text:
    paragraphs = [one.text for one in read_akn(path.read_bytes(), place=path.name).paragraphs]
    ends: list[int] = []
    for one in paragraphs:
        ends.append((ends[-1] if ends else 0) + len(one) + 1)
    return Text(side("\n".join(paragraphs), language), tuple(ends))


def side(text: str, language: str) -> Side:
    divisions = divide(text, language=language)
    speaking = voices(text, language=language, title="")
    named = mentions(text, divisions, registry=load(), language=language, parties=speaking.parties)
    held = positions(text, divisions, mentions=named, voices=speaking, language=language)
    return Side(text, language, complete=True, divisions=divisions, mentions=named, positions=held)


def series(folder: str) -> dict[str, dict[str, list[Path]]]:
    """By series and language the files in order of year."""
    rows = [json.loads(row) for row in (Path(folder) / "index.jsonl").read_text(encoding="utf8").splitlines()]
    rows.sort(key=lambda row: int(row["symbol"].split("/")[2]))
    found: dict[str, dict[str, list[Path]]] = {}
    for row in rows:
        found.setdefault(row["series"], {}).setdefault(row["lang"], []).append(Path(folder) / row["file"])
    return found


# ---- resolutions


def un(folder: str) -> None:
    same = kept = moved = 0
    misses: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for name, by_language in series(folder).items():
        years = list(zip(*(by_language[language] for language in LANGUAGES), strict=True))
        for before, after in pairwise(years):
            pairs: dict[str, set[Pair]] = {}
            for language, a, b in zip(LANGUAGES, before, after, strict=True):
                earlier, later = text_of(a, language), text_of(b, language)
                found = align(earlier.side, later.side, registry=load())
                pairs[language] = set(carried(found, earlier, later))
                for relation in identical(found, earlier, later):
                    same += 1
                    kept += relation in {"kept", "moved"}
                    moved += relation == "moved"
                    misses[relation] += relation not in {"kept", "moved"}
            for one, other in combinations(LANGUAGES, 2):
                agreed[f"{one}-{other}"] += 2 * len(pairs[one] & pairs[other])
                asked[f"{one}-{other}"] += len(pairs[one]) + len(pairs[other])
            odd = {lang: sorted(pairs[lang] - _common(pairs)) for lang in LANGUAGES}
            print(f"{name[:40]:42}{before[0].name[:9]} → {after[0].name[:9]}  pairs", end=" ")
            print({lang: len(pairs[lang]) for lang in LANGUAGES}, {k: v for k, v in odd.items() if v} or "")
    print(
        f"identical paragraphs: {same}, kept or moved {kept}, of them moved {moved}",
        dict(misses) if same != kept else "",
    )
    for key, count in agreed.items():
        print(f"agreement {key}: F1 {count / asked[key]:.3f} of {asked[key] // 2} pairs")


def _common(pairs: dict[str, set[Pair]]) -> set[Pair]:
    return {pair for pair in pairs[LANGUAGES[0]] if all(pair in several for several in pairs.values())}


def carried(found: Alignment, earlier: Text, later: Text) -> Iterator[Pair]:
    for row in found.rows:
        if row.relation in CARRIED:
            for a in row.earlier:
                for b in row.later:
                    yield earlier.paragraph(a.start), later.paragraph(b.start)


def identical(found: Alignment, earlier: Text, later: Text) -> Iterator[str]:
    """What is said of each sentence that stands once in both texts with the same words."""
    sides = ([one for one in text.side.divisions if one.kind == "sentence"] for text in (earlier, later))
    ours, theirs = (Counter(fold(one.part.text).text for one in side) for side in sides)
    relations = {(a.text, row.relation) for row in found.rows for a in row.earlier}
    for text, relation in sorted(relations):
        words = fold(text).text
        if ours[words] == theirs[words] == 1:
            yield relation


# ---- chance


def chance(folder: str) -> None:
    """Links between resolutions of different series; those that open and close all resolutions are right."""
    rows: Counter[str] = Counter()
    sentences = 0
    for language in LANGUAGES:
        texts = [text_of(by_language[language][-1], language).side for by_language in series(folder).values()]
        for a, b in combinations(texts, 2):
            for row in align(a, b, registry=load()).rows:
                sentences += 1
                if row.relation in {*CARRIED, "related"}:
                    rows[row.relation] += 1
                    print(
                        language,
                        row.relation,
                        f"{row.score:.2f}",
                        row.made_by,
                        "|".join(x.text[:60] for x in row.earlier),
                    )
                    print("      ", "|".join(x.text[:60] for x in row.later))
    print(f"{sentences} rows, linked:", dict(rows))


# ---- speed


def speed(folder: str) -> None:
    for language in LANGUAGES:
        files = [file for by_language in series(folder).values() for file in by_language[language]]
        pool = [one.text for file in files for one in read_akn(file.read_bytes()).paragraphs]
        for size in (3_000, 100_000):
            a, b = side(filled(pool, size, 0), language), side(filled(pool, size, 7), language)
            start = time.perf_counter()
            found = align(a, b, registry=load())
            print(f"{language} 2 × {len(a.text):,}: {time.perf_counter() - start:.2f} s, {len(found.rows)} rows")


def filled(pool: list[str], size: int, shift: int) -> str:
    """Paragraphs of the pool, each time numbered anew so that none repeats, to a size in characters."""
    text: list[str] = []
    length = turn = 0
    while length < size:
        for number, one in enumerate(pool):
            if number % 11 == shift or length >= size:
                continue
            text.append(f"{one} {turn * len(pool) + number}" if turn else one)
            length += len(text[-1]) + 1
        turn += 1
    return "\n".join(text)[:size]


# ---- sensitivity


def sensitivity(workspace: str, earlier: str, later: str, gold: str) -> None:
    store = Workspace.open_at(Path(workspace))
    sides = side_of(store, earlier), side_of(store, later)
    wanted = [json.loads(row) for row in Path(gold).read_text(encoding="utf8").splitlines()]
    print(f"{'bound':22}{'value':>8}{'pairs F1':>10}{'dropped':>9}{'added':>8}{'related':>9}")
    show("as it is", 0.0, sides, wanted, BOUNDS)
    for field in dataclasses.fields(Bounds):
        for factor in (0.8, 1.2):
            value = round(getattr(BOUNDS, field.name) * factor, 4)
            show(field.name, value, sides, wanted, dataclasses.replace(BOUNDS, **{field.name: value}))


def show(name: str, value: float, sides: tuple[Side, Side], wanted: list[dict[str, str]], bounds: Bounds) -> None:
    rows = align(*sides, registry=load(), bounds=bounds).rows
    subject = {(key(one["earlier"]), key(one["later"])) for one in wanted if one["relation"] == "S"}
    gold = {(key(one["earlier"]), key(one["later"])) for one in wanted if one["relation"] == "R"}
    found = {
        (key(a.text), key(b.text)) for row in rows if row.relation in CARRIED for a in row.earlier for b in row.later
    }
    figures = [f1(gold, found - subject)]
    for relation, at in (("dropped", "earlier"), ("added", "later")):
        related = {key(one.text) for row in rows if row.relation == "related" for one in getattr(row, at)}
        alone = {key(one.text) for row in rows if row.relation == relation for one in getattr(row, at)}
        figures.append(f1({key(one[at]) for one in wanted if one["relation"] == relation} - (related - alone), alone))
    count = sum(row.relation == "related" for row in rows)
    print(f"{name:22}{value:8.3f}{figures[0]:10.3f}{figures[1]:9.3f}{figures[2]:8.3f}{count:9}")


def f1(gold: set[object] | set[str] | set[tuple[str, str]], found: set[str] | set[tuple[str, str]]) -> float:
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def key(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


if __name__ == "__main__":
    main()
