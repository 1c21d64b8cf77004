"""The nouns as rows: the JSON lines that are a promise to other programs, and the rows that steps are kept in.

Takes       works, entries, doubts, editions.
Gives       rows (dicts of plain values, keys in the promised order), and editions back from theirs.
Method      one small function a noun.
Leaves out  tables for people: the verbs print those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actum.model.apparatus import Entry, Reading
from actum.model.doubt import Doubt, Parallel
from actum.model.edition import Edition
from actum.model.witness import Witness
from actum.model.work import Work
from actum.store.files import Row
from actum.text.span import Part, Span


def part_row(part: Part | None) -> Row | None:
    """A part as `{"text", "start", "end"}`; None stays None."""
    return None if part is None else {"text": part.text, "start": part.start, "end": part.end}


def witness_row(witness: Witness, *, paths: Sequence[str] = ()) -> Row:
    """A witness with its span and pieces in the copy's decoded characters; `paths` are all that lead to its bytes.

    Without `paths` the copy has the one path that the witness names, which is the first of them otherwise.
    """
    return {
        "siglum": witness.siglum,
        "copy": witness.place,
        "start": witness.span.start,
        "end": witness.span.end,
        "kind": witness.kind,
        "agreement": round(witness.agreement, 4),
        "sha256": witness.sha256,
        "pieces": [[piece.start, piece.end] for piece in witness.pieces],
        "paths": list(paths or (witness.place,)),
    }


def doubt_row(doubt: Doubt, *, copy: str = "", work: str = "") -> Row:
    """A doubt under the copy (a path) or the work (an id) in whose text it counts."""
    row: Row = {"kind": doubt.kind}
    row |= {"copy": copy} if copy else {"work": work}
    row |= {
        "start": doubt.part.start,
        "end": doubt.part.end,
        "quote": doubt.part.text,
        "says": doubt.says,
        "made_by": doubt.made_by,
        "proposal": doubt.proposal,
        "parallels": [_parallel_row(parallel) for parallel in doubt.parallels],
    }
    return row


def _parallel_row(parallel: Parallel) -> Row:
    return {"work": parallel.work, **(part_row(parallel.part) or {})}


def work_row(work: Work, *, doubts: list[Row], paths: Mapping[str, Sequence[str]]) -> Row:
    """A work as `actum works` prints it; `paths` are those of each copy, by SHA-256."""
    said = work.description
    return {
        "work": work.id,
        "title": said.title,
        "date": said.date,
        "language": said.language,
        "complete": said.complete,
        "date_source": said.date_source,
        "place": said.place,
        "parties": [{**(part_row(party.name) or {}), "defined_as": list(party.defined_as)} for party in said.parties],
        "agency": part_row(said.agency),
        "beside": list(work.beside),
        "together": [part_row(part) for part in said.together],
        "incomplete_because": said.incomplete_because,
        "witnesses": [witness_row(one, paths=paths.get(one.sha256, ())) for one in work.witnesses],
        "doubts": doubts,
    }


def entry_row(entry: Entry, *, work: str) -> Row:
    """An apparatus entry as `actum apparatus` prints it; offsets count in the established text."""
    return {
        "work": work,
        "start": entry.span.start,
        "end": entry.span.end,
        "established": entry.established,
        "basis": entry.basis,
        "readings": [_reading_row(reading) for reading in entry.readings],
        "kind": entry.kind,
        "polarity": "polarity" in entry.alarms,
        "alarms": list(entry.alarms),
        "parallels": [_parallel_row(parallel) for parallel in entry.parallels],
        "says": entry.says,
    }


def _reading_row(reading: Reading) -> Row:
    places = [[place.start, place.end] for place in reading.places]
    return {"text": reading.text, "sigla": list(reading.sigla), "places": places}


def edition_row(edition: Edition) -> Row:
    """An edition, whole, for keeping."""
    return {
        "text": edition.text,
        "entries": [entry_row(entry, work="") for entry in edition.entries],
        "agreement": [list(pair) for pair in edition.agreement],
        "reach": [[siglum, [[span.start, span.end] for span in spans]] for siglum, spans in edition.reach],
    }


def edition_of(row: Row) -> Edition:
    """The edition that `edition_row` was made of."""
    return Edition(
        text=row["text"],
        entries=tuple(_entry_of(entry) for entry in row["entries"]),
        agreement=tuple((siglum, share) for siglum, share in row["agreement"]),
        reach=tuple((siglum, tuple(Span(*span) for span in spans)) for siglum, spans in row["reach"]),
    )


def _entry_of(row: dict[str, Any]) -> Entry:
    return Entry(
        span=Span(row["start"], row["end"]),
        established=row["established"],
        basis=row["basis"],
        readings=tuple(
            Reading(one["text"], tuple(one["sigla"]), tuple(Span(*place) for place in one["places"]))
            for one in row["readings"]
        ),
        kind=row["kind"],
        alarms=tuple(row["alarms"]),
        parallels=tuple(Parallel(one["work"], Part(one["start"], one["end"], one["text"])) for one in row["parallels"]),
        says=row["says"],
    )
