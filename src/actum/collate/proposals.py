"""Readings that no witness has, proposed where parallels speak for them: entries beside the text, never in it.

Takes       an edition and the doubts about its text.
Gives       the edition with an entry for each doubt that has both a proposal and a parallel.
Leaves out  choosing: only a person's judgement puts a proposal into the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actum.model.apparatus import Entry, Reading
from actum.model.doubt import Doubt
from actum.model.edition import Edition


def propose(edition: Edition, doubts: Sequence[Doubt]) -> Edition:
    """The same text; entries with basis `parallel` added in order of place."""
    sigla = tuple(siglum for siglum, _ in edition.agreement)
    made = [_entry(doubt, sigla) for doubt in doubts if doubt.proposal is not None and doubt.parallels]
    if not made:
        return edition
    return replace(edition, entries=tuple(sorted((*edition.entries, *made), key=lambda entry: entry.span)))


def _entry(doubt: Doubt, sigla: tuple[str, ...]) -> Entry:
    proposal = doubt.proposal or ""
    return Entry(
        span=doubt.part.span,
        established=doubt.part.text,
        basis="parallel",
        readings=(Reading(doubt.part.text, sigla), Reading(proposal, ())),
        kind="substantive" if doubt.kind == "negation" else "damage",
        alarms=("polarity",) if doubt.kind == "negation" else (),
        parallels=doubt.parallels,
        says=f"proposed, not in the text: {doubt.says}",
    )
