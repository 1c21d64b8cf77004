"""Where a thing is to be done, and on which instruments it rests.

Takes       the scope of a position, and the readable text of its work.
Gives       forum and basis: Named parts of the work's text, in order of place, each once.
Method      phrases (在…框架内, 以…为平台; 根据…, 在…基础上) with the mentions inside them; data in
            `language/LANG/ledger.toml`. A basis behind a preposition is the first instrument that follows closely,
            and those joined to it.
Leaves out  a forum or basis that the registry and the mentions have no name for, and instruments that are acted on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from actum.language.data import table
from actum.model.fact import Mention, Named
from actum.regime.ledger.text import LedgerText, Scope
from actum.text.span import Span

_FORA = frozenset({"body", "group", "instrument", "event"})
_GENERIC = frozenset({"un-bodies"})


def forum_of(scope: Scope, text: LedgerText) -> tuple[Named, ...]:
    """The bodies, groups or instruments in whose framework the position's matter is to happen."""
    return _once(one for span in _forum_spans(scope, text) for _, one in text.named_in(span) if _is_forum(one))


def basis_of(scope: Scope, text: LedgerText) -> tuple[Named, ...]:
    """The instruments on which the position's matter rests."""
    return _once((*_behind_prepositions(scope, text), *_underneath(scope, text)))


def _is_forum(one: Mention) -> bool:
    return one.kind in _FORA and not one.veiled and one.id not in _GENERIC


def _forum_spans(scope: Scope, text: LedgerText) -> Iterator[Span]:
    for pattern in _forum_patterns(text.work.language):
        yield from (Span(*match.span("at")) for match in text.found(pattern, scope))
    rules = table(text.work.language, "ledger").get("forum_name")
    if rules:
        yield from _by_name(scope, text, _pattern(rules["before"]), _pattern(rules["behind"]))


def _by_name(scope: Scope, text: LedgerText, before: re.Pattern[str], behind: re.Pattern[str]) -> Iterator[Span]:
    """The bodies whose own name stands between a preposition and a postposition (在裁军谈判会议上)."""
    for span in (scope.lead, *([scope.matter] if scope.matter else [])):
        for place, one in text.named_in(span):
            lead = text.text[max(span.start, place.start - _BEFORE) : place.start]
            if one.kind == "body" and before.search(lead) and behind.match(text.text, place.end, span.end):
                yield place


_BEFORE = 6
"""Characters before a name in which its preposition is looked for; the pattern says how many it may be apart."""


def _behind_prepositions(scope: Scope, text: LedgerText) -> Iterator[Mention]:
    rules = table(text.work.language, "ledger").get("basis")
    if not rules:
        return
    opening, joins = _basis_patterns(text.work.language)
    for match in text.found(opening, scope, titles=True):
        end = _limit(match.end(), scope)
        named = [(p, m) for p, m in text.named_in(Span(match.end(), end)) if m.kind == "instrument"]
        at = match.end()
        for place, one in named:
            between = text.text[at : place.start]
            if place.start < at or not (joins.fullmatch(between) if at != match.end() else _close(between, text)):
                continue
            yield one
            at = place.end


def _limit(start: int, scope: Scope) -> int:
    """Where the stretch ends that a place stands in."""
    if scope.matter is not None and start >= scope.matter.start:
        return scope.matter.end
    return max(start, scope.lead.end)


def _close(between: str, text: LedgerText) -> bool:
    return _pattern(table(text.work.language, "ledger")["basis"]["gap"]).fullmatch(between) is not None


def _underneath(scope: Scope, text: LedgerText) -> Iterator[Mention]:
    rules = table(text.work.language, "ledger").get("basis")
    if not rules:
        return
    for match in text.found(_frame(text.work.language), scope):
        span = Span(*match.span(next(name for name in ("on", "on2") if match[name])))
        yield from (one for _, one in text.named_in(span) if one.kind == "instrument")


def _once(some: Iterable[Mention]) -> tuple[Named, ...]:
    by_id: dict[str, Named] = {}
    for one in sorted(some, key=lambda one: one.part):
        by_id.setdefault(one.id, Named(one.part, one.id))
    return tuple(by_id.values())


@cache
def _forum_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one["find"]) for one in table(language, "ledger").get("forum", ()))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


@cache
def _basis_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = table(language, "ledger")["basis"]
    opening = "|".join(sorted(rules["prepositions"].split(), key=lambda word: (-len(word), word)))
    return re.compile(opening), re.compile(rules["joins"])


@cache
def _frame(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "ledger")["basis"]["frame"])
