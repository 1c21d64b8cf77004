"""The notes on the places where witnesses differ, or where a reading is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.doubt import Parallel
from actum.text.span import Span

EntryKind = Literal["substantive", "orthographic", "punctuation", "spacing", "residue", "damage"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
Basis = Literal["unanimous", "majority", "family", "typography", "parallel", "single", "judgement", "undecided"]
BASES: tuple[Basis, ...] = get_args(Basis)
Alarm = Literal["polarity", "number", "date", "name"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have at one place; empty text for an omission. No sigla: proposed, found in none.

    `places` say where each witness has it, in the order of `sigla`, as spans of the copies' decoded text.
    """

    text: str
    sigla: tuple[str, ...]
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One note: the span in the established text, what stands there, why, and what the witnesses have.

    The established reading comes first, then the others by their first siglum. `basis` is the rule by which the
    established reading was chosen; `alarms` name what a reader must not overlook: a negation that some witness
    lacks (`polarity`), a number, date or name that differs.
    """

    span: Span
    established: str
    basis: Basis
    readings: tuple[Reading, ...]
    kind: EntryKind
    alarms: tuple[Alarm, ...] = ()
    parallels: tuple[Parallel, ...] = ()
    says: str = ""
