"""What the mark-up of published resolutions says, beside what is read from their words.

    actum init W; actum add FOLDER/*.xml --workspace W; actum build --workspace W
    .venv/bin/python bench/markup.py W [--misses]

Takes       a built workspace of Akoma Ntoso files.
Gives       a row a language: of the stance words and the documents cited that the mark-up names, how many a cue of a
            position, and a mention, touch; `--misses` prints the others, with their places.
Method      a record's place in the copy is carried forward to its running text, and from there to the work's text by
            the witness's beginning; where the quote does not stand there the record is counted apart, never searched.
Leaves out  what the words say and the mark-up does not; languages without tables for reading have nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.text.span import Span
from actum.workflow.copies import stored_copy

FACTS = {"stance": ("positions", "cue"), "citation": ("mentions", "")}


def placed(workspace: Workspace, work: Row, records: list[Row]) -> Iterator[tuple[Row, Span | None]]:
    """Each record of a work with its place in the work's text; None where it does not stand there."""
    text = (workspace.built() / "texts" / f"{work['work']}.txt").read_text(encoding="utf8")
    witness = work["witnesses"][0]
    copy = stored_copy(workspace, witness["sha256"])
    begins = copy.offsets.forward(Span(witness["start"], witness["end"]))
    for record in records:
        span = copy.offsets.forward(Span(record["start"], record["end"]))
        if span is None or begins is None or span.start < begins.start:
            yield record, None
            continue
        moved = span.shifted(-begins.start)
        held = moved.end <= len(text) and moved.of(text) == span.of(copy.text)
        yield record, moved if held else None


def facts_by_work(workspace: Workspace) -> dict[str, dict[str, list[Span]]]:
    """Places of cues and mentions, by kind of record and work."""
    found: dict[str, dict[str, list[Span]]] = {kind: defaultdict(list) for kind in FACTS}
    for kind, (file, key) in FACTS.items():
        for row in read_rows(workspace.built() / f"{file}.jsonl"):
            part = row[key] if key else row
            found[kind][row["work"]].append(Span(part["start"], part["end"]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    workspace = Workspace.open_at(chosen.workspace)
    facts = facts_by_work(workspace)
    records: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows(workspace.built() / "records.jsonl"):
        if row["kind"] in FACTS:
            records[row["work"]].append(row)
    counts: Counter[tuple[str, str, str]] = Counter()
    for work in read_rows(workspace.built() / "works.jsonl"):
        for record, span in placed(workspace, work, records[work["work"]]):
            kind = record["kind"]
            if span is None:
                what = "left out"
            else:
                what = "found" if any(one.overlaps(span) for one in facts[kind][work["work"]]) else "missed"
            counts[work["language"], kind, what] += 1
            if chosen.misses and what == "missed" and facts[kind][work["work"]]:
                print(f"missed {kind}: {record['value']} ({work['work']} {span})")
    print("| language | marked up | records | found | missed | not in the text (notes) |\n|---|---|---|---|---|---|")
    for language, kind in sorted({(language, kind) for language, kind, _ in counts}):
        found, missed, out = (counts[language, kind, what] for what in ("found", "missed", "left out"))
        print(f"| {language} | {kind} | {found + missed + out} | {found} | {missed} | {out} |")


if __name__ == "__main__":
    main()
