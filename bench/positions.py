"""Measure the positions that are read against marked texts.

Takes       the samples marked in `tests/cases`; with `ACTUM_SHARED` (or `../shared`) there, also the gold files and
            the United Nations resolutions whose mark-up names the stance word of each paragraph.
Gives       a table, slot by slot; `--misses` prints each thing that differs; `--ablate` leaves one rule out at a time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from actum.divide import divide
from actum.extract import norms, scope
from actum.extract import position_frames as frames
from actum.extract import position_heads as heads
from actum.extract import position_standing as standing
from actum.extract import positions as reader
from actum.extract.cues import CueBook, Hit
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.model.fact import Position

HERE = Path(__file__).resolve().parents[1]
SAMPLES = HERE / "examples" / "strategic-stability"
# The slots that an ablation shows beside F1.
SLOTS = ("addressee", "matter")
# Smaller changes do not show with three digits.
HALF_A_DIGIT = 0.0005
SHARED = Path(os.environ.get("ACTUM_SHARED", HERE.parent / "shared"))


def _cases() -> ModuleType:
    path = HERE / "tests" / "extract" / "position_cases.py"
    spec = importlib.util.spec_from_file_location("position_cases", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not there; run this from a whole checkout.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CASES = _cases()


def read(text: str, title: str = "") -> tuple[tuple[Any, ...], dict[str, list[Position]]]:
    """The sentences of a text, and its positions by sentence."""
    divisions = divide(text, language="zh")
    by_sentence: dict[str, list[Position]] = {}
    speaking = voices(text, language="zh", title=title)
    for position in positions(text, divisions, mentions=(), voices=speaking, language="zh"):
        by_sentence.setdefault(position.division, []).append(position)
    return tuple(d for d in divisions if d.kind == "sentence"), by_sentence


def sample(number: str) -> str:
    return next(SAMPLES.glob(f"{number}*.txt")).read_text(encoding="utf8")


def marked_samples() -> Iterator[tuple[str, Any]]:
    """Tallies of the samples marked by hand."""
    marked = (HERE / "tests" / "cases" / "positions-samples.txt").read_text(encoding="utf8")
    for head, lines in CASES.blocks(marked):
        number, *parts = head.split()
        sentences, found = read(sample(number))
        asked: dict[str, list[str]] = {}
        for line in lines:
            if line.strip():
                name, _, rest = line.partition(" ")
                asked.setdefault(name, []).append(rest)
        tally = CASES.Tally()
        for sentence in CASES.marked_sentences(sentences, number, parts):
            wanted = [CASES.wanted(sentence.part.text, line, ("CHN", "RUS")) for line in asked.pop(sentence.id, [])]
            CASES.compare(sentence.id, wanted, found.get(sentence.id, []), tally)
        if asked:
            raise SystemExit(f"positions-samples.txt marks sentences that are not there: {sorted(asked)}")
        yield f"sample {number}, marked by hand", tally


def gold() -> Iterator[tuple[str, Any]]:
    """Tallies of the shared gold files; none where they are absent."""
    for file, number in (("2019-06-05", "002"), ("2025-05-08-partnership-5-6", "004")):
        path = SHARED / "gold" / f"{file}.jsonl"
        if not path.exists():
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
        sentences, found = read(sample(number))
        places = {sentence.part.text: sentence.id for sentence in reversed(sentences)}
        tally = CASES.Tally()
        for row in {row["text"]: row for row in rows}.values():
            wanted = [CASES.of_gold(row["text"], each) for each in row["positions"]]
            CASES.compare(row["id"], wanted, found.get(places.get(row["text"], ""), []), tally)
        yield f"gold {file}", tally


def invented() -> Iterator[tuple[str, Any]]:
    """The tallies of the invented texts of `tests/cases`."""
    for file in ("positions", "positions-second", "positions-third"):
        marked = (HERE / "tests" / "cases" / f"{file}.txt").read_text(encoding="utf8")
        tally = CASES.Tally()
        for head, text, parties, asked in CASES.texts(marked):
            sentences, found = read(text)
            for sentence in sentences:
                wanted = [CASES.wanted(sentence.part.text, line, parties) for line in asked.get(sentence.part.text, [])]
                CASES.compare(f"{head} {sentence.id}", wanted, found.get(sentence.id, []), tally)
        yield f"invented, {file}.txt", tally


def stance_words(*, misses: bool) -> None:
    """The share of paragraphs of the shared resolutions whose first cue stands in the marked stance word."""
    right = total = 0
    for path in sorted((SHARED / "un").glob("*.zh.xml")):
        marked = list(_marked_paragraphs(path.read_text(encoding="utf8")))
        text = "\n".join(words for _, words in marked)
        sentences, found = read(text)
        by_start = {s.part.start: s.id for s in sentences}
        at = 0
        for stance, words in marked:
            if stance and stance != "大会":
                total += 1
                first = found.get(by_start.get(at, ""), [])
                # the preposition phrase that may stand before the stance word is no part of it
                low = at + words.index(stance)
                good = bool(first) and low <= first[0].cue.start < low + len(stance)
                right += good
                if not good and misses:
                    print(f"  {path.name}  {words[:40]}  found {first[0].cue.text if first else None}")
            at += len(words) + 1
    if total:
        print(f"{'stance words of UN resolutions':34} {right / total:.3f}  ({right} of {total})")


def _marked_paragraphs(xml: str) -> Iterator[tuple[str, str]]:
    body = re.sub(r"<authorialNote.*?</authorialNote>", "", xml, flags=re.DOTALL)
    body = body[body.index("<preamble>") : body.index("<conclusions")]
    for number, paragraph in re.findall(
        r"(?:<num>(.*?)</num>\s*<content[^>]*>\s*)?<p xml:space=\"preserve\">(.*?)</p>", body, flags=re.DOTALL
    ):
        stance = re.search(r'<span class="(?:bold|italic)">(.*?)</span>', paragraph, flags=re.DOTALL)
        words = "".join(re.sub(r"<[^>]+>", "", paragraph).split())
        if words:
            yield ("".join(stance[1].split()) if stance else ""), (number + words if number else words)


def show(rows: Sequence[tuple[str, Any]], *, misses: bool) -> None:
    for name, tally in rows:
        if misses:
            print(*(f"  {line}" for line in tally.lines), sep="\n")
        print(
            f"{name:34} F1 {tally.f1:.3f}  (wanted {tally.wanted}, found {tally.found}, matched {tally.matched})  "
            f"strength {tally.share('strength'):.3f}  addressee {tally.share('addressee'):.3f}  "
            f"matter {tally.share('matter'):.3f}"
        )


def speed() -> None:
    text = sample("004")
    divisions = divide(text, language="zh")
    speaking = voices(text, language="zh")
    best = min(_timed(text, divisions, speaking) for _ in range(5))
    print(f"{'speed':34} {len(text.encode()) / 1000 / best:.0f} kB/s")


def _timed(text: str, divisions: Any, speaking: Any) -> float:
    start = time.perf_counter()
    for _ in range(3):
        positions(text, divisions, mentions=(), voices=speaking, language="zh")
    return (time.perf_counter() - start) / 3


# What is left out, one at a time: the rule, the module and name that hold it, and what stands there instead.
Ablation = tuple[str, Any, str, Any]


def _without(rows: tuple[Any, ...], name: str) -> tuple[Any, ...]:
    return tuple(
        row for row in rows if name not in (getattr(row, "__name__", ""), row[0] if isinstance(row, tuple) else "")
    )


def ablations() -> Iterator[Ablation]:
    """Every rule that can be left out by itself."""
    for frame in reader.FRAMES:
        yield f"frame {frame.__name__}", reader, "FRAMES", _without(reader.FRAMES, frame.__name__)
    for name, _ in scope.CLOSERS:
        yield f"scope {name}", scope, "CLOSERS", _without(scope.CLOSERS, name)
    yield "scope: stances inside a chain", scope, "IN_CHAIN", frozenset()
    yield "norms", reader, "norm", lambda *_: None
    yield "norms: taken in by 主张", norms, "_absorbed", lambda *_: False
    yield "norms: subject in a clause before", norms, "leading_doer", lambda *_: None
    yield "words that merely hold a cue", reader, "scan", _scan_all
    yield "holder: carried on or inherited", heads, "_may_inherit", lambda *_: False
    yield "holder: not over another subject", heads, "_opens_sentence", lambda *_: True
    yield "holder: near, where a cue needs it", heads, "_goes_on", lambda *_: True
    yield "standing: evaluation under saying", standing, "_stacked", lambda *_: None
    yield "standing: told with its own holder", standing, "_told", lambda *_: None
    yield "standing: second predicate", standing, "_coordinated", lambda *_: None
    yield "standing: what is said", standing, "_in_content", lambda _scene, _cue, found, _start: found
    yield "cue in a modifier", frames, "in_modifier", lambda *_: False
    yield "将 that plans nothing", frames, "_no_plan", lambda *_: False
    yield "doers", reader, "_address", lambda *_: None


def _scan_all(book: CueBook, opened: str, start: int, end: int) -> Iterator[Hit]:
    """Cues and modals wherever their characters stand."""
    words = sorted({*book.behaviours, *book.modals}, key=lambda word: (-len(word), word))
    for match in re.compile("|".join(map(re.escape, words))).finditer(opened, start, end):
        yield Hit(match.start(), match.end(), match.group(), book.modals.get(match.group(), 0))


@contextmanager
def instead(module: Any, name: str, value: Any) -> Iterator[None]:
    """One name of a module stands for something else for a while."""
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def ablate() -> None:
    """Print what every rule is worth on all marked texts together."""
    whole = _total()
    print(f"{'all rules':38} F1 {whole.f1:.3f}", *(f"{slot} {whole.share(slot):.3f}" for slot in SLOTS), sep="  ")
    for name, module, attribute, value in ablations():
        with instead(module, attribute, value):
            left = _total()
        gains = [left.f1 - whole.f1, *(left.share(slot) - whole.share(slot) for slot in SLOTS)]
        shown = [f"{gain:+.3f}" if abs(gain) >= HALF_A_DIGIT else "    =" for gain in gains]
        print(f"without {name:30} F1 {shown[0]}", *map(" ".join, zip(SLOTS, shown[1:], strict=True)), sep="  ")


def hold_out() -> None:
    """Print what each text scores when the cue table holds only the words that mark positions in the other texts."""
    whole = reader.cue_book("zh")  # type: ignore[attr-defined]
    parts = {name: _book_words(whole, tally.words) for name, tally in _tallies()}
    for name, mine in parts.items():
        known = {word for other, words in parts.items() if other != name for word in words}
        book = replace(whole, behaviours={word: cues for word, cues in whole.behaviours.items() if word in known})
        with instead(reader, "cue_book", lambda _language, book=book: book):
            tally = dict(_tallies())[name]
        lost = sorted(mine - known)
        print(f"{name:34} F1 {tally.f1:.3f}  {len(lost)} of {len(mine)} words unknown: {' '.join(lost)}")


def _book_words(book: CueBook, cues: set[str]) -> set[str]:
    """The words of the table behind cues as they stand in the text, light verbs included."""
    ends = (max((word for word in book.behaviours if cue.endswith(word)), key=len, default="") for cue in cues)
    return {word for word in ends if word}


def _tallies() -> list[tuple[str, Any]]:
    return [*gold(), *marked_samples(), *invented()]


def _total() -> Any:
    total = CASES.Tally()
    for _, tally in _tallies():
        for slot in ("wanted", "found", "matched", "strength", "addressee", "matter", "with_matter"):
            setattr(total, slot, getattr(total, slot) + getattr(tally, slot))
    return total


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--misses", action="store_true", help="print each thing that differs")
    args.add_argument("--ablate", action="store_true", help="leave one rule out at a time")
    args.add_argument("--hold-out", action="store_true", help="each text with the words of the others alone")
    options = args.parse_args()
    if options.hold_out:
        hold_out()
        return
    if options.ablate:
        ablate()
        return
    show(_tallies(), misses=options.misses)
    stance_words(misses=options.misses)
    speed()


if __name__ == "__main__":
    main()
