"""Two works side by side, provision by provision, with what changed in the words of each, and a summary of a minute.

Takes       what is asked: two works; which relations and kinds of change to show (`relation`, `change`).
Gives       PAGE, and `pair_context` for the page that lets choose.
Leaves out  the running text with its marks: see `redline`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from actum.export.marked import Redline
from actum.model.alignment import CHANGE_KINDS, RELATIONS, STANDINGS
from actum.store.files import Row
from actum.text.span import Span
from actum.web.filters import short
from actum.web.kept import kept
from actum.web.links import top
from actum.web.marks import Mark, marked
from actum.web.page import Asked, Context, Page, Params
from actum.web.summary import summary, told_of
from actum.workflow.comparison import Comparison, comparison_of
from actum.workflow.room import Snapshot

ALL = 4
"""Works of a language up to which a static site compares each two; of more, `published` tells which, 2026-11-26."""
OF_A_NAME = 3
"""Later works of its own name with which a static site compares a work, the next ones in time, 2026-11-26."""
TWO_SIDED = frozenset({"kept", "reworded", "moved", "split", "merged", "related"})
"""Relations of rows that have words of both works."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One sentence of one side: its place, the division that has it, and its words with what changed in them."""

    start: int
    end: int
    division: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the comparison; `told` are its labelled changes, each with what it is told as."""

    number: int
    row: Row
    earlier: tuple[Cell, ...]
    later: tuple[Cell, ...]
    told: tuple[tuple[str, Row], ...]
    kinds: tuple[str, ...]
    shown: bool


def context(asked: Asked) -> Context:
    """Both works and all that is said of them. Raises NoSuchWork, NotComparable."""
    return pair_context(asked, asked.params["earlier"], asked.params["later"])


def pair_context(asked: Asked, earlier: str, later: str) -> Context:
    """What the template of a pair needs. Raises NoSuchWork, NotComparable."""
    ours, theirs = asked.build.work(earlier), asked.build.work(later)
    made = comparison(asked, earlier, later)
    relations = [one for one in asked.every("relation") if one in RELATIONS]
    changes = [one for one in asked.every("change") if one in CHANGE_KINDS]
    lines = _lines(asked, made, (earlier, later), relations=relations, changes=changes)
    counts = Counter(row["relation"] for row in made.rows)
    kinds = Counter(kind for line in lines for kind in line.kinds)
    return {
        "earlier": ours,
        "later": theirs,
        "lines": lines,
        "shown": sum(line.shown for line in lines),
        "relations": [(one, counts[one]) for one in RELATIONS if counts[one]],
        "changes": [(one, kinds[one]) for one in CHANGE_KINDS if kinds[one]],
        "asked_relations": relations,
        "asked_changes": changes,
        "summary": summary(made.rows),
        "silences": _silences(made.silences),
        "share": _shares(made),
        "calls": lambda words: _called(asked, words),
    }


def comparison(asked: Asked, earlier: str, later: str) -> Comparison:
    """The comparison of two works of the build, kept. Raises NoSuchWork, NotComparable."""
    asked.build.work(earlier), asked.build.work(later)
    return kept(asked, ("compare", earlier, later), lambda: comparison_of(asked.workspace, earlier, later))


def rows(asked: Asked) -> list[Row]:
    """The rows of the works asked for as `earlier` and `later`, as `actum compare` prints them, filtered as asked."""
    made = comparison(asked, asked.one("earlier"), asked.one("later"))
    relations, changes = asked.every("relation"), set(asked.every("change"))
    return [
        row
        for row in made.rows
        if (not relations or row["relation"] in relations)
        and (not changes or any(change["kind"] in changes for change in row["changes"]))
    ]


def silence_rows(asked: Asked) -> list[Row]:
    """What only one of the works asked for speaks of, as `actum silence` prints it."""
    return list(comparison(asked, asked.one("earlier"), asked.one("later")).silences)


def _lines(
    asked: Asked, made: Comparison, works: tuple[str, str], *, relations: Sequence[str], changes: Sequence[str]
) -> list[Line]:
    marks = _marks(made.redline)
    places = [Places(asked.build.divisions(work)) for work in works]
    lines = []
    for number, row in enumerate(made.rows):
        own = marks if row["relation"] in TWO_SIDED else {}  # what is wholly new or gone is told by its relation
        sides = [
            tuple(_cell(part, own.get((number, side), ()), places[n]) for part in row[side])
            for n, side in enumerate(("earlier", "later"))
        ]
        kinds = tuple(dict.fromkeys(change["kind"] for change in row["changes"]))
        fits = (not relations or row["relation"] in relations) and (not changes or not set(changes).isdisjoint(kinds))
        lines.append(Line(number, row, sides[0], sides[1], tuple(told_of(row)), kinds, fits))
    return lines


def _marks(redline: Redline) -> Mapping[tuple[int, str], Sequence[Mark]]:
    """The marks of each row on each side: what the one work alone has of a sentence that both have."""
    found: dict[tuple[int, str], list[Mark]] = {}
    for paragraph in redline.paragraphs:
        for run in paragraph.runs:
            if run.row is None or run.apart:
                continue
            if run.kind == "deleted" and run.earlier is not None:
                found.setdefault((run.row, "earlier"), []).append(Mark(run.earlier, 1, name="del"))
            if run.kind == "inserted" and run.later is not None:
                found.setdefault((run.row, "later"), []).append(Mark(run.later, 1, name="ins"))
    return found


class Places:
    """In which paragraph a place of a text stands."""

    def __init__(self, divisions: Sequence[Row]) -> None:
        rows = [row for row in divisions if row["kind"] == "sentence"]
        self.starts = [row["start"] for row in rows]
        self.ids = [top(row["division"]) for row in rows]

    def of(self, start: int) -> str:
        """The id of the paragraph; empty before the first."""
        at = bisect_right(self.starts, start) - 1
        return self.ids[at] if at >= 0 else ""


def _cell(part: Row, marks: Sequence[Mark], places: Places) -> Cell:
    whole = Span(part["start"], part["end"])
    return Cell(whole.start, whole.end, places.of(whole.start), marked(part["text"], whole.start, marks))


def _silences(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    return [
        (one, own) for one in STANDINGS if one != "both" and (own := [row for row in rows if row["standing"] == one])
    ]


def _shares(made: Comparison) -> Mapping[str, Sequence[tuple[str, float]]]:
    """For each work, the share of its characters by what became of them, in per cent of the longer work."""
    sides: dict[str, Counter[str]] = {"earlier": Counter(), "later": Counter()}
    for side, counted in sides.items():
        for row in made.rows:
            counted[row["relation"]] += sum(part["end"] - part["start"] for part in row[side])
    most = max(1, *(counted.total() for counted in sides.values()))
    return {
        side: [(one, round(100 * counted[one] / most, 2)) for one in RELATIONS if counted[one]]
        for side, counted in sides.items()
    }


def _called(asked: Asked, words: str) -> str:
    """What a side of a labelled change is, in the language of the interface; empty where it says nothing."""
    act, slash, strength = words.partition("/")
    if slash and asked.t.has(f"common.act-{act}"):
        return f"{asked.t('common.act-' + act)}, {asked.t('common.strength-' + strength)}"
    if words == "veiled":
        return asked.t("common.veiled")
    return ", ".join(asked.called(one) for one in words.split("+") if one)


def published(build: Snapshot) -> list[tuple[Row, Row]]:
    """The pairs of works, the earlier first, that a static site compares, each language by itself.

    Each two where a language has few works. Else each work with the next in time, and with the next of its own name.
    """
    groups: dict[str, list[Row]] = {}
    for row in build.works:
        groups.setdefault(row["language"], []).append(row)
    return [pair for _, own in sorted(groups.items()) for pair in _pairs(own)]


def _pairs(works: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    for at, row in enumerate(works):
        later = works[at + 1 :]
        of_name = [one for one in later if short(one["work"]) == short(row["work"])][:OF_A_NAME]
        wanted = later if len(works) <= ALL else [*later[:1], *of_name]
        chosen = {one["work"] for one in wanted}
        yield from ((row, one) for one in later if one["work"] in chosen)


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each pair that a static site holds."""
    return ({"earlier": a["work"], "later": b["work"]} for a, b in published(build))


PAGE = Page("pair", "compare/{earlier}/{later}", context, every=every, shown=False)
