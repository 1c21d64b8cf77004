"""Which events of the register changed the thing that an entry is about, after it was said.

Takes       the events of the register, what an entry says and is about, who holds it and whom it addresses, and a day.
Gives       the events since, in order of time, and of these the ones that overtake the entry, each with its rule.
Method      an event counts where it surely happened after the text's day, by the day asked for, and could be known
            then. It overtakes an entry of one part that is itself about that one thing:
            `overtaken:ended`        the thing as a whole expired, ended, was superseded or snapped back
            `overtaken:stepped-away` the one who alone holds the undertaking withdrew or revoked its ratification
            `overtaken:came-about`   the matter waits for just that event (条约早日生效) and it came: to the
                                     thing as a whole, or by all to whom the demand is addressed
            An event that only some tell overtakes only what its tellers hold; one that its tellers do not grant
            overtakes nothing. What is to be done once the thing is over (到期后) is not overtaken by its end.
            Who withdraws or revokes after promising just not to overtakes nothing: the act stands beside.
Leaves out  stances, and entries that look back (stated, welcomed, condemned): they stay said. Matters of several parts,
            of which an event may answer one. What another did. Suspensions, which may be resumed. Any word on whether a
            holder is to blame. Events that a text asserts: they are no part of the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from actum.language.data import table
from actum.model.entry import LedgerKind
from actum.model.register import RegisterEvent
from actum.regime.days import first_day, has_come, is_after

ENDS = frozenset({"expired", "terminated", "superseded", "snapback"})
STEPS_AWAY = frozenset({"withdrawal", "ratification-revoked"})
STATES_ONLY = frozenset({"not-in-force", "expiry-due"})
"""Types that tell how a thing stands or is to end; nothing happens by them."""
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says, as far as an event can overtake it.

    `things` are the instruments and bodies that it is itself about, `holder` and `addressee` codes as events have them
    (in capitals; a group has its slug), `others` whoever else its matter names, `matter` its words, simplified, with
    titles hidden.
    """

    kind: LedgerKind
    things: tuple[str, ...]
    holder: tuple[str, ...]
    addressee: tuple[str, ...]
    others: tuple[str, ...]
    matter: str
    language: str


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


def overtaking(events: Sequence[RegisterEvent], said: Said) -> Iterator[tuple[RegisterEvent, str]]:
    """The events that overtake what was said, each with the rule, in their order; none for several things or parts."""
    if said.kind == "stance" or len(said.things) != 1 or parts(said.matter, said.language, listed=True):
        return
    holders = set(said.holder)
    for one in events:
        if one.of != said.things[0] or one.purported or (one.according_to and not holders <= set(one.according_to)):
            continue
        rule = _rule(one, said)
        if rule:
            yield one, rule


def _rule(event: RegisterEvent, said: Said) -> str:
    parties = set(event.parties)
    alone = said.kind == "undertaking" and bool(parties) and parties == set(said.holder) and not said.others
    if event.type in ENDS and not parties and not _pattern(said.language, "once_over").search(said.matter):
        return "overtaken:ended"
    if event.type in waited_for(said.matter, said.language):
        demanded = said.kind == "demand" and set(said.addressee) == parties
        return "overtaken:came-about" if not parties or demanded or alone else ""
    # who forswore just this (不撤销批准) is not free of it by doing it
    spoken_of = any(word in said.matter for word in _words(said.language).get(event.type, "").split())
    return "overtaken:stepped-away" if event.type in STEPS_AWAY and alone and not spoken_of else ""


def parts(matter: str, language: str, *, listed: bool = False) -> bool:
    """Whether a matter has several parts: clauses joined (…，并要求…); with `listed` also things side by side."""
    return bool(_pattern(language, "clauses").search(matter)) or (
        listed and bool(_pattern(language, "listed").search(matter))
    )


def waited_for(matter: str, language: str) -> tuple[str, ...]:
    """The types of event that a matter waits for by its words; none that it denies or turns (不要退出, 撤销批准)."""
    return tuple(kind for kind, words in _waits(language) if words.search(matter))


def _words(language: str) -> dict[str, str]:
    """The words that say an event of each type, parted by blanks."""
    found: dict[str, str] = table(language, "ledger").get("waits", {})
    return found


@cache
def _waits(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = _words(language)
    plain = table(language, "ledger").get("waits_plainly", "{words}")
    return tuple(
        (kind, re.compile(plain.replace("{words}", "|".join(map(re.escape, sorted(rules[kind].split()))))))
        for kind in sorted(rules)
    )


@cache
def _pattern(language: str, key: str) -> re.Pattern[str]:
    return re.compile(table(language, "ledger").get("parts", {}).get(key, _NEVER))
