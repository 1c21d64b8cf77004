"""One telling of what became of an instrument: events, one after another, each moving its state.

Takes       a subject, and moments (an event and when it took effect) in order of time.
Gives       a Course: what it is by then, since when, by which events, and how single parties stand to it.
Method      a left fold; one small function a type of event. A state lasts until an event moves it.
Leaves out  which events count as of a date, and who tells them: `status` chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce

from actum.model.register import RegisterEvent, Standing
from actum.regime.dates import order
from actum.regime.register.register import Subject

CONCLUDED = frozenset({"treaty", "protocol", "agreement", "rules"})
"""Kinds that are signed first and enter into force later."""
LEGAL = CONCLUDED | {"resolution", "decision", ""}
"""Kinds that can be in force; of a thing that no row describes the kind is not known."""
WISHES = frozenset({"draft", "proposal", "initiative"})
"""Kinds whose state is what they are, whatever happens to them: never in force."""
IN_FORCE = "in force"
NOT_IN_FORCE = "not in force"
SIGNED = "signed, not in force"
SNAPBACK = "earlier resolutions back (snapback)"
SNAPBACK_OF_AGREEMENT = "earlier resolutions back in its place (snapback)"
"""Of what is no resolution itself: resolutions come back, it does not."""
SUPERSEDED = "superseded"
ENDS = frozenset({"expired", "terminated", SUPERSEDED, SNAPBACK, SNAPBACK_OF_AGREEMENT})
NOTICE = "notice of withdrawal given"
WITHDRAWN = "withdrawal"
SUSPENDED = "suspended"
SUSPENDING = "suspension announced"
REVOKED = "ratification revoked"
_FEWEST = 2
"""Parties without which there is no treaty."""
# Events of one day, in the order in which they can follow one another.
_RANK = (
    "proposed", "draft-tabled", "draft-updated", "established", "adopted", "opened", "signed", "ratified",
    "ratification-revoked", "not-in-force", "in-force", "amended", "expiry-due", "extended", "resumed", "suspended",
    "notice", "withdrawal", "superseded", "snapback", "expired", "terminated", "review-conference",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """An event, when it moves the state, and whether only its announcement does so then."""

    when: str
    event: RegisterEvent
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """How far it has come. `made` led to it, `force` and `end` put it in and out of force, `term` sets its end.

    `standings` are those that hold; `refused` are events that cannot be, such as a draft's entry into force.
    """

    subject: Subject
    head: str = ""
    since: str = ""
    until: str = ""
    made: tuple[RegisterEvent, ...] = ()
    force: RegisterEvent | None = None
    end: RegisterEvent | None = None
    term: RegisterEvent | None = None
    standings: tuple[Standing, ...] = ()
    refused: tuple[RegisterEvent, ...] = ()


def moments(event: RegisterEvent) -> tuple[Moment, ...]:
    """When an event moves the state: once, or where it was announced and takes effect later, at both times."""
    later = event.effective and event.effective != event.date
    if later and event.type in ("notice", "withdrawal", "suspended"):
        return Moment(event.date, event, announced=True), Moment(event.effective, event)
    return (Moment(event.effective or event.date, event, announced=event.type == "notice"),)


def course(subject: Subject, some: Iterable[Moment]) -> Course:
    """What became of a subject by these moments, in whatever order they are given."""
    return reduce(_step, sorted(some, key=place), Course(subject))


def place(moment: Moment) -> tuple[tuple[str, str], int, str]:
    """Where a moment stands among others: by time, then by what can follow what, then by id."""
    return order(moment.when), _RANK.index(moment.event.type), moment.event.id


def _step(now: Course, moment: Moment) -> Course:
    if moment.event.purported:
        return _purported(now, moment)
    return _STEPS[moment.event.type](now, moment)


def _party(now: Course, moment: Moment, words: str) -> Course:
    """How the event's parties stand from now on; a second event that says the same stands beside the first."""
    parties = _of(now.subject, moment.event) or ("",)
    return replace(now, standings=(*now.standings, *(Standing(p, words, moment.when, moment.event) for p in parties)))


def _of(subject: Subject, event: RegisterEvent) -> tuple[str, ...]:
    """The parties of an event, an heir in place of a state that is no more."""
    heirs = dict(subject.heirs)
    return tuple(sorted({heirs.get(code, code) for code in event.parties}))


def _whole(now: Course, event: RegisterEvent) -> bool:
    """Whether an event is of the whole: no party is named, or all are."""
    named = _of(now.subject, event)
    return not named or (bool(now.subject.parties) and set(named) >= set(now.subject.parties))


def _purported(now: Course, moment: Moment) -> Course:
    """It was declared, and who tells it does not grant that it has effect; that it was announced is not in doubt."""
    if moment.announced and moment.event.type == "suspended":
        return _party(now, moment, SUSPENDING)
    now = replace(now, standings=tuple(one for one in now.standings if one.event is not moment.event))
    return _party(now, moment, f"purportedly {_PAST.get(moment.event.type, moment.event.type)}")


def _made(now: Course, moment: Moment) -> Course:
    """It was proposed, tabled, adopted, opened, signed or set up."""
    event, kind = moment.event, now.subject.kind
    if now.head in (IN_FORCE, *ENDS, SUSPENDED):
        return now
    if kind in WISHES:
        head = kind
    elif kind in CONCLUDED:
        drawn = event.type in ("proposed", "draft-tabled", "draft-updated")
        head = "draft" if drawn else SIGNED if event.type == "signed" or now.head == SIGNED else NOT_IN_FORCE
    else:
        head = _PAST.get(event.type, event.type)
    first = now.since if now.head == head or (now.made and kind in WISHES) else moment.when
    return replace(now, head=head, since=first, made=(*now.made, event))


def _told_not_in_force(now: Course, moment: Moment) -> Course:
    """Somebody said on a day that it was not in force; it may have been signed long before."""
    if now.head in (SIGNED, NOT_IN_FORCE):
        return replace(now, made=(*now.made, moment.event))
    return replace(now, head=NOT_IN_FORCE, since=moment.when, made=(moment.event,), force=None, end=None)


def _entered(now: Course, moment: Moment) -> Course:
    event = moment.event
    if now.subject.kind not in LEGAL:
        return replace(now, refused=(*now.refused, event))
    if not _whole(now, event):
        return _party(now, moment, "in force")
    until = "" if event.until == ".." else event.until
    if now.head == IN_FORCE:  # told again: it is in force since the first
        return replace(now, until=until, term=event) if until else now
    term = event if until else None
    return replace(now, head=IN_FORCE, since=moment.when, force=event, end=None, until=until, term=term)


def _extended(now: Course, moment: Moment) -> Course:
    """It goes on, until a day or without end; this does not put in force what was not."""
    if now.head in ENDS:
        return now
    until = "" if moment.event.until == ".." else moment.event.until
    return replace(now, until=until, term=moment.event)


def _due(now: Course, moment: Moment) -> Course:
    until = moment.event.until
    return now if now.head in ENDS or until in ("", "..") else replace(now, until=until, term=moment.event)


def _noticed(now: Course, moment: Moment) -> Course:
    return _party(now, moment, NOTICE)


def _withdrawn(now: Course, moment: Moment) -> Course:
    """A party leaves; where too few are left, that ends it."""
    if moment.announced:
        return _noticed(now, moment)
    parted = _party(now, moment, WITHDRAWN)
    gone = {one.party for one in parted.standings if one.words == WITHDRAWN}
    kept = tuple(one for one in parted.standings if one.words == WITHDRAWN or one.party not in gone)
    parted = replace(parted, standings=kept)
    # what was never in force, or is over, does not end once more
    if now.head in (IN_FORCE, SUSPENDED) and now.subject.parties:
        left = [party for party in now.subject.parties if party not in gone]
        if len(left) < _FEWEST:
            return replace(now, head="terminated", since=moment.when, end=moment.event, until="", standings=())
    return parted


def _notice(now: Course, moment: Moment) -> Course:
    return _noticed(now, moment) if moment.announced else _withdrawn(now, moment)


def _suspended(now: Course, moment: Moment) -> Course:
    """It is suspended, by a party or as a whole; what was announced alone still runs."""
    if moment.announced:
        return _party(now, moment, SUSPENDING)
    now = replace(now, standings=tuple(one for one in now.standings if one.event is not moment.event))
    if moment.event.parties:
        return _party(now, moment, SUSPENDED)
    return replace(now, head=SUSPENDED, since=moment.when, end=moment.event)


def _resumed(now: Course, moment: Moment) -> Course:
    """What was suspended is no more; of the whole where no party is named."""
    again = _of(now.subject, moment.event)
    words = (SUSPENDED, SUSPENDING)
    kept = tuple(s for s in now.standings if s.words not in words or (again and s.party not in again))
    if not again and now.head == SUSPENDED:
        return replace(now, head=IN_FORCE, since=moment.when, end=None, standings=kept, made=(moment.event,))
    return replace(now, standings=kept)


def _revoked(now: Course, moment: Moment) -> Course:
    return _party(replace(now, standings=_without(now, moment, "ratified")), moment, REVOKED)


def _ratified(now: Course, moment: Moment) -> Course:
    """A party is bound, or bound again after it had left."""
    return _party(replace(now, standings=_without(now, moment, REVOKED, WITHDRAWN, NOTICE)), moment, "ratified")


def _without(now: Course, moment: Moment, *words: str) -> tuple[Standing, ...]:
    parties = _of(now.subject, moment.event)
    return tuple(one for one in now.standings if one.words not in words or one.party not in parties)


def _ended(now: Course, moment: Moment) -> Course:
    event = moment.event
    if not _whole(now, event):
        return _withdrawn(now, replace(moment, announced=False))
    if now.head in ENDS and now.since != moment.when:
        return now  # what is over does not end once more
    back = SNAPBACK if now.subject.kind in ("resolution", "") else SNAPBACK_OF_AGREEMENT
    head = back if event.type == "snapback" else event.type
    return replace(now, head=head, since=moment.when, end=event, until="", standings=())


def _held(now: Course, moment: Moment) -> Course:
    """A conference was held; it moves the state of the conference alone, not that of its treaty."""
    if now.subject.kind != "event":
        return now
    told = {"none": "held, without outcome", "postponed": "postponed", "adopted": "held, outcome adopted"}
    head = told.get(moment.event.outcome, "held")
    return replace(now, head=head, since=moment.when, made=(moment.event,))


def _noted(now: Course, _: Moment) -> Course:
    return now


_PAST = {
    "draft-tabled": "draft tabled", "draft-updated": "draft tabled", "in-force": "in force", "snapback": SNAPBACK,
    "withdrawal": "withdrawn from", "ratification-revoked": "no longer ratified", "notice": "withdrawn from",
    "opened": "opened",
}  # fmt: skip
_STEPS: dict[str, Callable[[Course, Moment], Course]] = {
    **dict.fromkeys(("proposed", "draft-tabled", "draft-updated", "adopted", "opened", "signed", "established"), _made),
    **dict.fromkeys(("expired", "terminated", "superseded", "snapback"), _ended),
    "ratified": _ratified,
    "not-in-force": _told_not_in_force,
    "in-force": _entered,
    "extended": _extended,
    "amended": _noted,
    "notice": _notice,
    "suspended": _suspended,
    "resumed": _resumed,
    "withdrawal": _withdrawn,
    "ratification-revoked": _revoked,
    "expiry-due": _due,
    "review-conference": _held,
}
