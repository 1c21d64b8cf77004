"""What recurs through the works of a workspace: formulations, the trail of one wording, series of provisions.

Takes       a workspace with a build; a wording, or names of works.
Gives       rows, as `actum formulations`, `track` and `series` print them.
Method      what the build read of each text → DatedTexts → formulations, track, series; each step one call.
Leaves out  reading anew: the facts are those of the build, judgements included.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.align.formulation_sentences import has_day
from actum.align.formulations import formulations
from actum.align.series import series
from actum.align.track import track
from actum.errors import NotComparable
from actum.model.alignment import Side
from actum.model.fact import Mention, Position
from actum.model.formulation import DatedText
from actum.registry.load import load
from actum.store.alignment_rows import division_of, position_of
from actum.store.fact_rows import mention_of
from actum.store.files import Row, read_rows
from actum.store.formulation_rows import formulation_row, provision_row, sighting_row
from actum.store.workspace import Workspace
from actum.workflow.show import find_work, text_of, work_rows


def formulation_rows(workspace: Workspace, *, limit: int) -> list[Row]:
    """The most telling formulations of each language, at most `limit` (0: all). Raises NotBuilt."""
    return [formulation_row(one) for one in formulations(dated_texts(workspace), limit=limit)]


def track_rows(workspace: Workspace, wording: str) -> list[Row]:
    """Where a wording stands, by date, and where it is silent. Raises NotBuilt."""
    return [sighting_row(one) for one in track(dated_texts(workspace), wording)]


def series_rows(workspace: Workspace, names: Sequence[str] = ()) -> list[Row]:
    """The provisions of the works named, or of all that have a day; each language by itself.

    In order of date; in the order of the names where one of a language has no day. Raises NoSuchWork, NotBuilt, and
    NotComparable for one work named twice.
    """
    registry = load(workspace.own_registry())
    texts = [one for one in dated_texts(workspace, names) if names or has_day(one.date)]
    languages = sorted({one.side.language for one in texts})
    by_language = ([one for one in texts if one.side.language == language] for language in languages)
    return [provision_row(one) for some in by_language for one in series(some, registry=registry)]


def undated_rows(workspace: Workspace, names: Sequence[str] = ()) -> list[Row]:
    """The works without a day, of those named or of all. Raises NoSuchWork, NotComparable, NotBuilt."""
    return [row for row in _works(workspace, names) if not has_day(row["date"])]


def _works(workspace: Workspace, names: Sequence[str]) -> list[Row]:
    """The works named, in that order, or all."""
    found: dict[str, tuple[str, Row]] = {}
    for name in names:
        row = find_work(workspace, name)
        if row["work"] in found:
            before = found[row["work"]][0]
            raise NotComparable(f"“{before}” and “{name}” are one work, {row['work']}. Name each work once.")
        found[row["work"]] = name, row
    return [row for _, row in found.values()] if names else work_rows(workspace)


def dated_texts(workspace: Workspace, names: Sequence[str] = ()) -> list[DatedText]:
    """The works named, in that order, or all, as the build read them.

    Raises NoSuchWork, NotBuilt, and NotComparable for one work named twice.
    """
    built = workspace.built()
    mentions: dict[str, list[Mention]] = {}
    for row in read_rows(built / "mentions.jsonl"):
        mentions.setdefault(row["work"], []).append(mention_of(row))
    positions: dict[str, list[Position]] = {}
    for row in read_rows(built / "positions.jsonl"):
        positions.setdefault(row["work"], []).append(position_of(row))
    made = []
    for work in _works(workspace, names):
        name = work["work"]
        text = text_of(built, name)
        divisions = (division_of(row, text) for row in read_rows(built / "divisions" / f"{name}.jsonl"))
        side = Side(
            text, work["language"], work["complete"], tuple(divisions),
            tuple(mentions.get(name, ())), tuple(positions.get(name, ())),
        )  # fmt: skip
        made.append(DatedText(name, work["title"], work["date"], side))
    return made
