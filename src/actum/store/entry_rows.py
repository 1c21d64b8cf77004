"""Ledger entries as rows: the JSON lines that `actum ledger` promises.

Takes       ledger entries.
Gives       rows with every key, in the promised order.
Leaves out  doubts and judgements on the position an entry is a view on: the workflow lays them beside.
"""

from __future__ import annotations

from actum.model.entry import Addressed, BesideLine, Due, LedgerEntry, Saying
from actum.model.fact import Named
from actum.model.register import RegisterEvent
from actum.store.files import Row
from actum.store.rows import part_row


def ledger_row(entry: LedgerEntry) -> Row:
    """An entry as `actum ledger` prints it, but for `as_of`, `doubts` and `judged`."""
    return {
        "id": entry.id,
        "position": entry.position,
        "work": entry.work,
        "date": entry.date,
        "division": entry.division,
        "sentence": part_row(entry.sentence),
        "kind": entry.kind,
        "kind_by": entry.kind_by,
        "holder": list(entry.holder),
        "holder_written": entry.holder_written,
        "addressee": [_addressed(one) for one in entry.addressee],
        "act": entry.act,
        "cue": part_row(entry.cue),
        "strength": entry.strength,
        "explicit": list(entry.explicit),
        "matter": part_row(entry.matter),
        "about": list(entry.about),
        "subjects": list(entry.subjects),
        "forum": [_named(one) for one in entry.forum],
        "basis": [_named(one) for one in entry.basis],
        "due": [_due(one) for one in entry.due],
        "first": _saying(entry.first),
        "last": _saying(entry.last),
        "repeated_in": list(entry.repeated_in),
        "said_in": [_saying(one) for one in entry.said_in],
        "beside": [_line(one) for one in entry.beside],
        "answered_by": [_event(one) for one in entry.answered_by],
        "overtaken_by": [_event(one) for one in entry.overtaken_by],
        "open": entry.open,
        "closed_because": list(entry.closed_because),
        "witnesses": list(entry.witnesses),
        "made_by": entry.made_by,
    }


def _addressed(one: Addressed) -> Row:
    return {**(part_row(one.part) or {}), "id": one.id, "veiled": one.veiled, "explicit": one.explicit}


def _named(one: Named) -> Row:
    return {**(part_row(one.part) or {}), "id": one.id}


def _due(one: Due) -> Row:
    return {
        **(part_row(one.part) or {}),
        "reads": one.reads,
        "edtf": one.edtf,
        "event": one.event,
        "until": one.until,
        "made_by": one.made_by,
    }


def _saying(one: Saying) -> Row:
    return {
        "work": one.work,
        "date": one.date,
        "id": one.entry,
        "division": one.division,
        "sentence": part_row(one.sentence),
        "made_by": one.made_by,
    }


def _line(one: BesideLine) -> Row:
    return {
        "date": one.date,
        "kind": one.kind,
        "of": one.of,
        "says": one.says,
        "work": one.work,
        "quote": part_row(one.part),
        "event": _event(one.event) if one.event else None,
        "made_by": one.made_by,
    }


def _event(one: RegisterEvent) -> Row:
    return {
        "id": one.id,
        "of": one.of,
        "type": one.type,
        "date": one.date,
        "parties": list(one.parties),
        "according_to": list(one.according_to),
        "outcome": one.outcome,
        "source": one.source,
        "sure": one.sure,
        "note": one.note,
    }
