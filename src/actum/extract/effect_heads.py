"""Nouns that a modifier describes: the 政策 of 破坏战略稳定的政策, the 决心 of 实现目标的决心.

Takes       a Reading and a place behind a verb.
Gives       the place of 的 and the span of the head; or whether there is such a noun.
Method      nouns of conduct and of doing are tables; a noun ends with its clause or before a known word.
Leaves out  heads that the tables do not have.
"""

from __future__ import annotations

from actum.extract.effect_tokens import Reading
from actum.text.span import Span

_ENDS = " \n,;:、)”"


def modifier_head(reading: Reading, start: int, end: int) -> tuple[int, Span] | None:
    """The noun of conduct that `…的` behind `start` describes: the place of 的, and the head; None without one."""
    of = reading.lexicon.of
    for name in ("conduct", "conduct_weak"):
        place = reading.plain.find(of, start, end)
        while place >= 0:
            found = _noun_end(reading, name, place + 1, end)
            if found is not None:
                return place, _extended(reading, Span(place + 1, found), end)
            place = reading.plain.find(of, place + 1, end)
    return None


def within_noun(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows a furthering verb makes it part of a noun of doing: `实现…的决心`."""
    of = reading.lexicon.of
    place = reading.plain.find(of, start, end)
    while place >= 0:
        if reading.lexicon.patterns["of_doing"].match(reading.plain, place + 1, end) is not None:
            return True
        place = reading.plain.find(of, place + 1, end)
    return False


def _noun_end(reading: Reading, name: str, start: int, end: int) -> int | None:
    """Where a noun of conduct that begins at `start` ends: `挑衅` or `挑衅行为`; None where none does."""
    found = reading.lexicon.patterns[name].match(reading.plain, start, end)
    while found is not None:
        if _ends_noun(reading, found.end(), end):
            return found.end()
        found = reading.lexicon.patterns[name].match(reading.plain, found.end(), end)
    return None


def _ends_noun(reading: Reading, place: int, end: int) -> bool:
    """Whether a noun ends at a place: with the clause, or before a word that the tables know."""
    if place >= end or reading.plain[place] in _ENDS or reading.kinds_at(place):
        return True
    return reading.lexicon.patterns["after_conduct"].match(reading.plain, place, end) is not None


def _extended(reading: Reading, head: Span, end: int) -> Span:
    """The head with the further heads joined to it: `霸凌措施` → `霸凌措施和单边措施`."""
    token = reading.starting.get(head.end)
    if token is not None and token.text in reading.lexicon.sets["joints"]:
        more = _noun_end(reading, "conduct", token.end, end)
        if more is not None:
            return _extended(reading, Span(head.start, more), end)
    return head
