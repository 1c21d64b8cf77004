"""Measure the alignment of texts on yearly series of resolutions in three languages.

    .venv/bin/python bench/align.py un ../shared/un            identical paragraphs, agreement of the languages
    .venv/bin/python bench/align.py speed ../shared/un         two texts of 3,000 and of 100,000 characters
    .venv/bin/python bench/align.py chance ../shared/un        links between texts of different series: all are wrong
    .venv/bin/python bench/align.py edited WORKSPACE WORK OTHER    a text against itself, edited by chance
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
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType

from actum.align import rows, weights
from actum.align.align import BOUNDS, align
from actum.align.links import Bounds
from actum.divide import divide
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.language.words import words
from actum.model.alignment import Alignment, Side
from actum.read.akn import read_akn
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.compare import side_of

LANGUAGES = ("zh", "en", "ru")
CONSTANTS: tuple[tuple[ModuleType, str], ...] = (
    (weights, "COMMON_WEIGHT"),
    (weights, "NAMED_WEIGHT"),
    (rows, "NEARLY"),
)
CARRIED = frozenset({"kept", "reworded", "moved", "split", "merged"})
Pair = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("un", "speed", "chance", "edited", "sensitivity"))
    parser.add_argument("where", nargs="+")
    args = parser.parse_args()
    does: dict[str, Callable[..., None]] = {"un": un, "speed": speed, "chance": chance, "edited": edited}
    does["sensitivity"] = sensitivity
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
    listed = [json.loads(row) for row in (Path(folder) / "index.jsonl").read_text(encoding="utf8").splitlines()]
    listed.sort(key=lambda row: int(row["symbol"].split("/")[2]))
    found: dict[str, dict[str, list[Path]]] = {}
    for row in listed:
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
    linked: Counter[str] = Counter()
    sentences = 0
    for language in LANGUAGES:
        texts = [text_of(by_language[language][-1], language).side for by_language in series(folder).values()]
        for a, b in combinations(texts, 2):
            for row in align(a, b, registry=load()).rows:
                sentences += 1
                if row.relation in {*CARRIED, "related"}:
                    linked[row.relation] += 1
                    print(
                        language,
                        row.relation,
                        f"{row.score:.2f}",
                        row.made_by,
                        "|".join(x.text[:60] for x in row.earlier),
                    )
                    print("      ", "|".join(x.text[:60] for x in row.later))
    print(f"{sentences} rows, linked:", dict(linked))


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


# ---- edited


def edited(workspace: str, work: str, other: str) -> None:
    """Each sentence of a text kept, moved, dropped, reworded, split or merged by chance, others put in between."""
    store = Workspace.open_at(Path(workspace))
    ours, others = (sentences(side_of(store, name)) for name in (work, other))
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    figures = [0, 0, 0]
    for seed in range(20):
        truth, later = by_chance(ours, others, random.Random(seed))
        found = align(side("\n".join(ours), "zh"), side("\n".join(later), "zh"), registry=load()).rows
        pairs = {
            (key(a.text), key(b.text))
            for row in found
            if row.relation in CARRIED
            for a in row.earlier
            for b in row.later
        }
        gold = {(key(a), key(b)) for _, a, b in truth if a and b}
        figures = [figures[0] + len(gold & pairs), figures[1] + len(gold), figures[2] + len(pairs)]
        told = {(key(part.text), row.relation) for row in found for part in (row.earlier or row.later)}
        for relation, a, b in truth:
            wanted[relation] += 1
            right[relation] += (key(a or b), relation) in told
    print(f"pairs: precision {figures[0] / figures[2]:.3f}, recall {figures[0] / figures[1]:.3f} of {figures[1]}")
    for relation, count in sorted(wanted.items()):
        print(f"{relation:10}{count:6}{right[relation] / count:8.3f} called so")


def sentences(text: Side) -> list[str]:
    found = (one.part.text.replace("\n", "") for one in text.divisions if one.kind == "sentence" and not one.repeats)
    return [one for one in found if len(one) > 15]


def by_chance(
    ours: list[str], others: list[str], chance: random.Random
) -> tuple[list[tuple[str, str, str]], list[str]]:
    """What was done to each sentence, with it before and after; and the sentences after it."""
    truth: list[tuple[str, str, str]] = []
    later: list[str] = []
    moved: list[str] = []
    strangers = iter(chance.sample(others, len(others)))
    waiting = list(ours)
    while waiting:
        one = waiting.pop(0)
        does = chance.choices(
            ("kept", "moved", "dropped", "added", "reworded", "split", "merged"), (8, 1, 2, 2, 4, 1, 1)
        )[0]
        clauses = [clause for clause in re.split(r"(?<=[，；,;])", one) if clause]
        if does == "added" and (stranger := next(strangers, "")):
            truth.append(("added", "", stranger))
            later.append(stranger)
        if does == "moved":
            moved.append(one)
        elif does == "dropped":
            truth.append(("dropped", one, ""))
        elif does == "reworded" and (new := reworded(one, others, chance)) != one:
            truth.append(("reworded", one, new))
            later.append(new)
        elif does == "split" and len(clauses) > 1:
            half = len(clauses) // 2
            parts = ["".join(clauses[:half])[:-1] + "。", "双方并" + "".join(clauses[half:])]
            truth += [("split", one, part) for part in parts]
            later += parts
        elif does == "merged" and waiting:
            whole = one[:-1] + "，" + waiting[0]
            truth += [("merged", part, whole) for part in (one, waiting.pop(0))]
            later.append(whole)
        else:
            truth.append(("kept", one, one))
            later.append(one)
    for one in moved:
        truth.append(("moved", one, one))
        later.insert(chance.randrange(len(later) + 1), one)
    return truth, later


def reworded(sentence: str, others: list[str], chance: random.Random) -> str:
    """The sentence with a share of its words, a tenth to a half, exchanged for words of other sentences."""
    tokens = list(words(sentence))
    pool = [word for word in words(chance.choice(others)) if len(word) > 1] or ["合作"]
    share = chance.choice((0.1, 0.2, 0.3, 0.4, 0.5))
    for place, token in enumerate(tokens):
        if len(token) > 1 and chance.random() < share:
            tokens[place] = chance.choice(pool)
    return "".join(tokens)


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
    for module, name in CONSTANTS:
        as_it_is = getattr(module, name)
        for factor in (0.8, 1.2):
            setattr(module, name, as_it_is * factor)
            show(name, as_it_is * factor, sides, wanted, BOUNDS)
        setattr(module, name, as_it_is)


def show(name: str, value: float, sides: tuple[Side, Side], wanted: list[dict[str, str]], bounds: Bounds) -> None:
    told = align(*sides, registry=load(), bounds=bounds).rows
    subject = {(key(one["earlier"]), key(one["later"])) for one in wanted if one["relation"] == "S"}
    gold = {(key(one["earlier"]), key(one["later"])) for one in wanted if one["relation"] == "R"}
    found = {
        (key(a.text), key(b.text)) for row in told if row.relation in CARRIED for a in row.earlier for b in row.later
    }
    figures = [f1(gold, found - subject)]
    for relation, at in (("dropped", "earlier"), ("added", "later")):
        related = {key(one.text) for row in told if row.relation == "related" for one in getattr(row, at)}
        alone = {key(one.text) for row in told if row.relation == relation for one in getattr(row, at)}
        figures.append(f1({key(one[at]) for one in wanted if one["relation"] == relation} - (related - alone), alone))
    count = sum(row.relation == "related" for row in told)
    print(f"{name:22}{value:8.3f}{figures[0]:10.3f}{figures[1]:9.3f}{figures[2]:8.3f}{count:9}")


def f1(gold: set[object] | set[str] | set[tuple[str, str]], found: set[str] | set[tuple[str, str]]) -> float:
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def key(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


if __name__ == "__main__":
    main()
