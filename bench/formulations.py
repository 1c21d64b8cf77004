"""How fast formulations, the trail of one wording and a series are found, and what they are.

Run         python -m bench.formulations years [--years 50] [--length 20000]
            python -m bench.formulations un [--shared ../shared] [--show 10]
            python -m bench.formulations sample [--show 30]
Gives       seconds of each step, how much was found, and the first formulations with what makes them telling.
Method      years: invented reports (`invented`), one a year, each keeping two fifths to half of the sentences of the
            year before, nearly word for word; divided, but with no facts read. un: the shared series of resolutions in
            three languages, read by `actum.read.akn`. sample: the sample statements, built as a workspace.
Leaves out  reading the facts of invented reports: that is measured in `reading`.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.invented import Plan, statements

from actum.align.formulations import formulations
from actum.align.series import series
from actum.align.track import track
from actum.divide import divide
from actum.model.alignment import Side
from actum.model.formulation import CELL_STATES, DatedText, Formulation
from actum.read.akn import read_akn
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.formulations import dated_texts

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


def text_of(work: str, date: str, text: str, language: str) -> DatedText:
    """A text without facts."""
    return DatedText(work, work, date, Side(text, language, True, divide(text, language=language)))  # noqa: FBT003 - the noun's own order


def invented_reports(years: int, length: int) -> list[DatedText]:
    """One report a year, each made of the one before and of new sentences."""
    made = statements(Plan(copies=0, works=years, seed=7, length=length, spread=0.05, later=0.0))
    rng = random.Random("reports")
    reports: list[list[str]] = []
    for statement in made:
        lines = list(statement.lines)
        if reports:
            before = reports[-1]
            kept = rng.sample(range(len(before)), k=int(len(before) * rng.uniform(0.4, 0.5)))
            lines = [before[at] for at in sorted(kept)] + lines
        shortened: list[str] = []
        for line in lines:
            if sum(map(len, shortened)) < length:
                shortened.append(line)
        reports.append(shortened)
    return [text_of(f"r{1970 + at}", f"{1970 + at}-03-05", "\n".join(lines), "zh") for at, lines in enumerate(reports)]


def resolutions(shared: Path, language: str) -> dict[str, list[DatedText]]:
    """The texts of each series, read from the published files."""
    found: dict[str, list[DatedText]] = {}
    for line in (shared / "un" / "index.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if row["lang"] == language:
            document = read_akn((shared / "un" / row["file"]).read_bytes(), place=row["file"])
            text = "\n".join((document.title, *(one.text for one in document.paragraphs)))
            found.setdefault(row["series"], []).append(text_of(row["symbol"], document.adopted, text, language))
    return found


def sample(folder: Path) -> list[DatedText]:
    workspace = Workspace.create(folder)
    add(workspace, sorted((ROOT / "examples" / "strategic-stability").glob("*.txt")))
    build(workspace)
    return dated_texts(workspace)


def timed(what: str, work: Callable[[], Sequence[T]]) -> Sequence[T]:
    start = time.perf_counter()
    found = work()
    print(f"{what}: {len(found):,} in {time.perf_counter() - start:.2f} s")
    return found


def measure(texts: Sequence[DatedText], wording: str, show: int) -> None:
    size = sum(len(one.side.text) for one in texts)
    print(f"{len(texts)} texts of {size / len(texts):,.0f} characters")
    found = timed("formulations", lambda: formulations(texts))
    timed(f"track {wording}", lambda: track(texts, wording))
    rows = timed("series, provisions", lambda: series(texts, registry=load()))
    states = Counter(cell.state for row in rows for cell in row.cells)
    print("  " + ", ".join(f"{state} {states[state]}" for state in CELL_STATES if states[state]))
    for one in found[:show]:
        print(shown(one))


def shown(one: Formulation) -> str:
    tells = one.telling
    parts = f"words {tells.words} here {tells.here} everyday {tells.everyday} works {tells.works} held {tells.held}"
    variants = "".join(f" ~ {'!' if variant.negated else ''}{variant.wording}" for variant in one.variants)
    return f"  {tells.score:.2f} {one.wording}{variants}  [{parts}]".replace("\n", "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("years", "un", "sample"))
    parser.add_argument("--years", type=int, default=50)
    parser.add_argument("--length", type=int, default=20_000)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", type=int, default=10)
    args = parser.parse_args()
    if args.what == "years":
        measure(invented_reports(args.years, args.length), "冷战思维和零和博弈", args.show)
    elif args.what == "sample":
        with tempfile.TemporaryDirectory() as folder:
            measure(sample(Path(folder) / "w"), "绝对安全", args.show)
    else:
        words = {
            "zh": "外层空间军备竞赛",
            "en": "arms race in outer space",
            "ru": "гонка вооружений в космическом пространстве",
        }
        for language, wording in words.items():
            by_series = resolutions(args.shared, language)
            for name, texts in by_series.items():
                print(f"== {language}: {name}")
                measure(texts, wording, args.show)
            print(f"== {language}: all series")
            measure([one for some in by_series.values() for one in some], wording, args.show)


if __name__ == "__main__":
    main()
