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
from actum.regime.ledger_text import LedgerText, Scope
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
    for rule, pattern in _forum_patterns(text.work.language):
        for match in text.found(pattern, scope):
            span = Span(*match.span("at"))
            # a bare 在X上 is a place only where X is the whole of what stands between
            if rule != "forum:meeting" or _is_one_name(Span(span.start, match.end()), text):
                yield span if rule != "forum:meeting" else Span(span.start, match.end())


def _is_one_name(span: Span, text: LedgerText) -> bool:
    """Whether one body fills a stretch but for a few characters: 日内瓦裁军谈判会议上."""
    longest = max((len(place) for place, one in text.named_in(span) if one.kind == "body"), default=0)
    return longest > 0 and len(span) - longest <= _SPARE


_SPARE = 4
"""Characters around a body's name in 在…上: a city, marks, the postposition. By eye, 2026-11-26."""


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
    return re.fullmatch(table(text.work.language, "ledger")["basis"]["gap"], between) is not None


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
def _forum_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one["rule"], re.compile(one["find"])) for one in table(language, "ledger").get("forum", ()))


@cache
def _basis_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = table(language, "ledger")["basis"]
    opening = "|".join(sorted(rules["prepositions"].split(), key=lambda word: (-len(word), word)))
    return re.compile(opening), re.compile(rules["joins"])


@cache
def _frame(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "ledger")["basis"]["frame"])
