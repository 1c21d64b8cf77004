"""Which events of the register changed the thing that an entry is about, after it was said.

Takes       the events of the register, what an entry is about, who holds it and whom it addresses, and a day.
Gives       the events since, in order of time, and of these the ones that overtake the entry, each with its rule.
Method      an event counts where it surely happened after the text's day, by the day asked for, and could be known
            then. It overtakes an entry that is itself about the thing:
            `overtaken:ended`        the thing as a whole expired, ended, was superseded or snapped back
            `overtaken:stepped-away` a holder or addressee withdrew or revoked its ratification
            `overtaken:came-about`   the matter waits for just that event (条约早日生效) and it came
            An event that only some tell overtakes only what its tellers hold; one that its tellers do not grant
            overtakes nothing.
Leaves out  entries that look back (stated, welcomed, condemned): they stay said. Suspensions, which may be resumed. Any
            word on whether a holder is to blame. Events that a text asserts: they are no part of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from actum.language.data import table
from actum.model.register import RegisterEvent
from actum.regime.ledger_dates import first_day, has_come, is_after

ENDS = frozenset({"expired", "terminated", "superseded", "snapback"})
STEPS_AWAY = frozenset({"withdrawal", "ratification-revoked"})
STATES_ONLY = frozenset({"not-in-force", "expiry-due"})
"""Types that tell how a thing stands or is to end; nothing happens by them."""


def since(events: Iterable[RegisterEvent], date: str, as_of: str) -> tuple[RegisterEvent, ...]:
    """The register's events that surely happened after `date` and by `as_of`, in order of time, then id."""
    found = (
        one
        for one in events
        if not one.work
        and one.type not in STATES_ONLY
        and is_after(one.date, date)
        and has_come(one.date, as_of)
        and has_come(one.known_on or one.date, as_of)
    )
    return tuple(sorted(found, key=lambda one: (first_day(one.date), one.date, one.of, one.type, one.id)))


def overtaking(
    events: Sequence[RegisterEvent], *, about: Iterable[str], who: Iterable[str], holder: Iterable[str], waits: str
) -> Iterator[tuple[RegisterEvent, str]]:
    """The events that overtake an entry, each with the rule, in their order.

    `about` are the things it is itself about, `who` holders and addressees as ISO codes, `waits` the types of event
    that its matter waits for.
    """
    things, persons, holders = set(about), set(who), set(holder)
    for one in events:
        if one.of not in things or one.purported or (one.according_to and not holders <= set(one.according_to)):
            continue
        rule = _rule(one, persons, waits)
        if rule:
            yield one, rule


def _rule(event: RegisterEvent, persons: set[str], waits: str) -> str:
    parties = set(event.parties)
    if event.type in ENDS and not parties:
        return "overtaken:ended"
    if event.type in STEPS_AWAY and (not parties or parties & persons):
        return "overtaken:stepped-away"
    if event.type in waits.split() and (not parties or parties & persons):
        return "overtaken:came-about"
    return ""


def waited_for(matter: str, language: str) -> str:
    """The types of event that a matter waits for by its words, parted by blanks; empty for none."""
    return " ".join(kind for kind, words in _waits(language) if any(word in matter for word in words))


@cache
def _waits(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rules = table(language, "ledger").get("waits", {})
    return tuple((kind, tuple(rules[kind].split())) for kind in sorted(rules))
