"""A course in words: its state as people say it, the events that prove it, what a reader must not miss.

Takes       a course.
Gives       its Answer; the head of its state and the words behind it, apart.
Leaves out  who else says what: `status` lays answers side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.model.register import Answer, RegisterEvent, Standing
from actum.regime.dates import past
from actum.regime.register.course import (
    ENDS,
    IN_FORCE,
    NOT_IN_FORCE,
    NOTICE,
    REVOKED,
    SIGNED,
    SUSPENDED,
    SUSPENDING,
    WITHDRAWN,
    Course,
)

UNKNOWN = "unknown"
_BETWEEN_TWO = 2
_SHOWN = (WITHDRAWN, NOTICE, SUSPENDED, SUSPENDING, REVOKED)
"""Standings that a state is told with, the weightiest first."""


def head_of(found: Course, as_of: str) -> str:
    """What it is by then; unknown where nothing is, or where its end has passed and no event says what became of it."""
    return UNKNOWN if _lapsed(found, as_of) else found.head or UNKNOWN


def _lapsed(found: Course, as_of: str) -> bool:
    return bool(found.until) and found.head == IN_FORCE and past(found.until, as_of)


def words_behind(found: Course) -> tuple[str, ...]:
    """What a state is told with behind its head: an extension, and how parties stand to it; empty for what is over.

    Between two parties a notice of withdrawal is of the whole, and its giver is not named.
    """
    if found.head in ENDS or not found.head:
        return ()
    words = [_extension(found)] if found.term is not None and found.term.type == "extended" else []
    between_two = len(found.subject.parties) == _BETWEEN_TWO
    for shown in _SHOWN:
        standings = [one for one in found.standings if one.words == shown]
        if standings:
            told = by_parties(shown, [one.party for one in standings])
            words.append(shown if shown == NOTICE and between_two else told + _takes_effect(shown, standings))
    purported = sorted({one.words for one in found.standings if one.words.startswith("purportedly")})
    words += [by_parties(told, [s.party for s in found.standings if s.words == told]) for told in purported]
    return tuple(word for word in words if word)


def _takes_effect(words: str, standings: Sequence[Standing]) -> str:
    """`, effective 2023-02-28` behind what is announced alone, by the telling of who grants that it takes effect."""
    dates = sorted({one.event.effective for one in standings if not one.event.purported})
    dates = dates if words == SUSPENDING else []
    return f", effective {listed(dates)}" if dates else ""


def _extension(found: Course) -> str:
    if found.until:
        return f"extended until {found.until}"
    return "" if found.term is None or found.term.until == ".." else "extended"


def by_parties(words: str, parties: Sequence[str]) -> str:
    """`suspended by RUS and USA`; without anybody named, the words alone."""
    named = sorted({party for party in parties if party})
    return f"{words} by {listed(named)}" if named else words


def listed(names: Sequence[str]) -> str:
    """`CHN`, `CHN and RUS`, `CHN, IRN and RUS`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def answer_of(found: Course, as_of: str, who: tuple[str, ...] = ()) -> Answer:
    """The answer that a course gives as of a date, by the telling of `who`."""
    head = head_of(found, as_of)
    words = () if head == UNKNOWN else words_behind(found)
    proof = _proof(found)
    return Answer(
        who=who,
        state=", ".join((head, *words)),
        since=found.until if _lapsed(found, as_of) else found.since,
        until="" if head == UNKNOWN else found.until,
        proved_by=proof,
        standings=_sorted(found.standings),
        unverified=_unverified(found, proof),
    )


def _proof(found: Course) -> tuple[RegisterEvent, ...]:
    """The events on which the state rests, each once."""
    if found.head in (*ENDS, SUSPENDED):
        rests: list[RegisterEvent | None] = [found.force, found.end]
    else:
        told = [s.event for s in _sorted(found.standings) if s.words in _SHOWN or s.event.purported]
        made = [found.force] if found.head == IN_FORCE else list(found.made)
        rests = [*made, *told, found.term if found.until else None]
    return tuple(dict.fromkeys(event for event in rests if event is not None))


def _unverified(found: Course, proof: Sequence[RegisterEvent]) -> bool:
    """Whether something that the state says rests on no checked event."""
    standings = [one for one in found.standings if one.event in proof]
    checked = {(one.party, one.words) for one in standings if one.event.sure == "A"}
    beside = {one.event for one in standings if (one.party, one.words) in checked}
    # an end that is set at the beginning stands in `until` and in the proof; the state does not say it
    unsaid = {found.term} if found.term not in (found.force, None) and found.term.type == "expiry-due" else set()
    return any(event.sure != "A" and event not in beside and event not in unsaid for event in proof)


def _sorted(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings, key=lambda one: (one.since, one.party, one.words, one.event.id)))


def caveats_of(found: Course, as_of: str) -> list[str]:
    """What a reader of the answer must not miss, as sentences."""
    said = []
    if not found.head and found.subject.part_of:
        said.append(f"It is part of {listed(found.subject.part_of)}, which has a status of its own.")
    if _lapsed(found, as_of):
        said.append(f"It was to end on {found.until}, and no event says what became of it then.")
    if found.head in (SIGNED, NOT_IN_FORCE) and not any(event.type == "not-in-force" for event in found.made):
        said.append("No event says that it entered into force by then; the register may lack one.")
    said += [
        f"The event {event.id} is passed over: a {found.subject.kind} is never in force." for event in found.refused
    ]
    left = [one.party for one in found.standings if one.words == WITHDRAWN]
    if left and not found.subject.parties and not found.subject.many:
        said.append(
            f"Its parties are not registered, so whether the {by_parties(WITHDRAWN, left)} ended it is unknown."
        )
    return said
