"""Build a workspace: from the stored copies to the works, texts, apparatus and doubts that the verbs show.

Takes       a workspace.
Gives       a build that holds, and a report.
Method      the build's name is a hash of all that goes in (copies, places, judgements, the program's own files); the
            same name is never built twice. Editions are kept by the hash of their witnesses, so a new copy collates
            only the works it touches. The build becomes visible by one rename.
Leaves out  the order of the rooms: `establish` has it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from actum.collate.establish import Bearer, Ruling
from actum.errors import CopyUnread
from actum.model.copy import Copy
from actum.model.doubt import Doubt
from actum.model.edition import Edition
from actum.store.copy_rows import copy_row, record_row
from actum.store.fact_judgements import judge_facts
from actum.store.files import Row, line, read_rows
from actum.store.judgements import holding, read_judgements
from actum.store.rows import doubt_row, edition_of, edition_row, entry_row, work_row
from actum.store.workspace import Workspace
from actum.text.span import Part
from actum.workflow.copies import read_again
from actum.workflow.establish import Survey, Tell, survey
from actum.workflow.judge import without_copies
from actum.workflow.program import program
from actum.workflow.read_texts import read_texts
from actum.workflow.registers import registry_of


@dataclass(frozen=True, slots=True)
class BuildReport:
    """`fresh`: something was built; `lines`: one for each copy or judgement that could not be used."""

    works: int
    copies: int
    fresh: bool
    lines: tuple[str, ...]


def build(workspace: Workspace, *, tell: Tell = lambda _what, _done, _of: None) -> BuildReport:
    """Bring the build up to date with the copies and judgements; does nothing where nothing has changed.

    A kill at any moment leaves the former build in place, and the next call gives what this one would have given.
    """
    with workspace.writing():
        places = workspace.places()
        log = read_judgements(workspace.judgement_log)
        held = holding(log)
        own = workspace.own_registry()
        name = _key(places, [str(one) for one in log], own, program())
        if workspace.current() == name:
            return _report(workspace, fresh=False)
        copies, unread = _copies(workspace, places)
        registry = registry_of(workspace)
        found = survey(copies, held, registry, keeper=_keeper(workspace), tell=tell)
        found.refused += without_copies(held, {copy.sha256 for copy in copies})
        facts = read_texts(
            found.works,
            found.editions,
            registry,
            keep=_keep(workspace, own),
            tell=lambda done: tell("reading", done, len(found.works)),
        )
        judged, refused = judge_facts(facts.rows(), held)
        found.refused += refused
        rows = _rows(found, copies, unread) | judged
        texts = {f"texts/{work}.txt": edition.text for work, edition in found.editions.items()}
        workspace.publish(name, rows=rows, texts=texts)
        return _report(workspace, fresh=True)


def _key(*parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:32]


def _copies(workspace: Workspace, places: dict[str, Row]) -> tuple[list[Copy], list[Row]]:
    """The copies with all the places each was found at, and a doubt for each file that could not be read."""
    found: dict[str, list[Row]] = {}
    unread: list[Row] = []
    for path, row in places.items():
        if "sha256" in row:
            found.setdefault(row["sha256"], []).append(row)
        else:
            unread.append(_unread(path, row["unread"]))
    copies = []
    for sha256, rows in found.items():
        try:
            copies.append(read_again(workspace, sha256, rows))
        except CopyUnread as error:
            unread.append({**_unread(rows[0]["path"], str(error)), "made_by": "stored-copy"})
    return copies, unread


def _unread(path: str, says: str) -> Row:
    return doubt_row(Doubt("unread", Part(0, 0, ""), says, "read"), copy=path)


def _keeper(
    workspace: Workspace,
) -> Callable[[Sequence[Bearer], str, Sequence[Ruling], Callable[[], Edition]], Edition]:
    def keeper(
        bearers: Sequence[Bearer], language: str, rulings: Sequence[Ruling], make: Callable[[], Edition]
    ) -> Edition:
        witnesses = [
            (
                one.siglum,
                one.weight,
                one.begins,
                one.ends,
                one.body,
                [(piece.start, piece.end, piece.of(one.text)) for piece in one.pieces],
                [(span.start, span.end, score) for span, score in one.unsure],
            )
            for one in bearers
        ]
        key = _key(witnesses, language, [str(ruling) for ruling in rulings], program())
        if (row := workspace.kept("edition", key)) is not None:
            return edition_of(row)
        edition = make()
        workspace.keep("edition", key, edition_row(edition))
        return edition

    return keeper


def _keep(workspace: Workspace, own: Sequence[str]) -> Callable[[str, Callable[[], Row]], Row]:
    def keep(text: str, make: Callable[[], Row]) -> Row:
        key = _key(text, own, program())
        row = workspace.kept("facts", key)
        if row is None:
            row = make()
            workspace.keep("facts", key, row)
        return row

    return keep


def _rows(found: Survey, copies: Sequence[Copy], unread: Sequence[Row]) -> dict[str, list[Row]]:
    """The files of a build, as the verbs print them."""
    paths = {copy.sha256: copy.places for copy in copies}
    of_copy = {
        sha256: [doubt_row(doubt, copy=paths[sha256][0]) for doubt in doubts]
        for sha256, doubts in found.copy_doubts.items()
    }
    works: list[Row] = []
    doubts: list[Row] = [*unread]
    for work in found.works:
        own = [doubt_row(doubt, work=work.id) for doubt in work.doubts]
        borne = [row for witness in work.witnesses for row in of_copy[witness.sha256]]
        works.append(work_row(work, doubts=own + borne, paths=paths))
        doubts += own
    doubts += [row for rows in of_copy.values() for row in rows]
    rows: dict[str, list[Row]] = {
        "works.jsonl": works,
        "doubts.jsonl": sorted(doubts, key=_weight),
        "refused.jsonl": [{"says": says} for says in found.refused],
        "records.jsonl": _records(found, copies),
        "copies.jsonl": [copy_row(copy) for copy in sorted(copies, key=lambda one: one.places)],
    }
    for name, edition in found.editions.items():
        rows[f"apparatus/{name}.jsonl"] = [entry_row(entry, work=name) for entry in edition.entries]
    return rows


def _weight(row: Row) -> tuple[Any, ...]:
    """Suspected lost negations first: they reverse a position; then by place."""
    return (row["kind"] != "negation", row.get("work", ""), row.get("copy", ""), row["start"], row["end"], line(row))


def _records(found: Survey, copies: Sequence[Copy]) -> list[Row]:
    """What the mark-up of copies says of the works they bear, in order of work and copy.

    Of a copy that bears several works a record counts for the one within whose span it stands.
    """
    rows = []
    marked = {copy.sha256: copy for copy in copies if copy.records}
    borne = Counter(witness.sha256 for work in found.works for witness in work.witnesses)
    for work in found.works:
        for witness in (one for one in work.witnesses if one.sha256 in marked):
            copy, alone = marked[witness.sha256], borne[witness.sha256] == 1
            inside = [one for one in copy.records if alone or one.part.span in witness.span]
            rows += [record_row(one, work=work.id, copy=copy.places[0]) for one in inside]
    return rows


def _report(workspace: Workspace, *, fresh: bool) -> BuildReport:
    built = workspace.built()
    lines = [row["says"] for row in read_rows(built / "refused.jsonl")]
    lines += [row["says"] for row in read_rows(built / "doubts.jsonl") if row["made_by"] == "stored-copy"]
    works = sum(1 for _ in read_rows(built / "works.jsonl"))
    copies = sum(1 for _ in read_rows(built / "copies.jsonl"))
    return BuildReport(works, copies, fresh, tuple(lines))
