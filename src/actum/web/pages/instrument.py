"""One instrument: its names, what happened to it, its status through time, and what the works say of it.

Takes       what is asked: an instrument; `date`, as of which its status is shown first.
Gives       PAGE.
Method      all periods of its status stand on the page, so that a slider needs no server. The event behind each state,
            each with its source, leads to its line in the table of events.
Leaves out  what other instruments have to do with it beyond the relations of the registry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actum.errors import NoSuchRow
from actum.model.claim import Edge
from actum.registry.edtf import days
from actum.registry.load import Registry
from actum.store.files import Row
from actum.web.acts import shape, side
from actum.web.concepts import Concepts, every_concept, key_of, map_of
from actum.web.event_line import timeline_of
from actum.web.page import Asked, Context, Page, Params
from actum.web.pages.ledger import whole
from actum.web.pages.map import signed, words_of
from actum.web.pages.regime import date_asked, known, state_in, status_words
from actum.workflow.instruments import Period, inverse
from actum.workflow.room import Snapshot

WORKS, SHOWN = 40, 25
"""Works, the latest, and positions of each that the page shows, 2026-11-26; more are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one work says of the instrument."""

    work: Row
    positions: tuple[Row, ...]
    more: int
    mentions: int


def context(asked: Asked) -> Context:
    """All that is known of the instrument. Raises NoSuchRow for one that no work names, NotBuilt."""
    found = known(asked)
    slug = _meant(asked.params["instrument"], found.named)
    as_of, wrong = date_asked(asked)
    now = asked.today
    periods = found.periods(slug, today=now)
    latest = found.status(slug, as_of="9999", today=now)
    events = [*latest["events"], *latest["said"]]
    events.sort(key=lambda one: (days(one["date"])[1], one["id"]))
    concepts = Concepts.of(asked)
    every_work = _told(asked, slug)
    told = every_work[-WORKS:]
    row = found.registry.row(slug)
    return {
        "slug": slug,
        "key": key_of(slug),
        "row": row,
        "concepts": concepts,
        "as_of": as_of,
        "wrong": wrong,
        "status": found.status(slug, as_of=as_of, today=now),
        "periods": periods,
        "current": _current(periods, days(as_of)[1]),
        "events": events,
        "number": {one["id"]: n for n, one in enumerate(events, 1)},
        "timeline": timeline_of(
            events, periods, [one.work["date"] or "" for one in told], now=as_of,
            words=lambda one: _label(asked, one), state=state_in(asked),
            known=asked.today,
        ),
        "told": told,
        "more_told": len(every_work) - len(told),
        "ledger": _ledger(asked) if told else {},
        "edges": _edges(asked, slug),
        "on_map": slug in every_concept(asked),
        "relations": _relations(found.registry, slug),
        "linked": set(found.named),
        "signed": signed,
        "words_of": words_of,
        "key_of": key_of,
        "side": side,
        "shape": shape,
        **status_words(asked),
    }  # fmt: skip


def _meant(key: str, named: Sequence[str]) -> str:
    for slug in named:
        if key_of(slug) == key:
            return slug
    raise NoSuchRow(f"“{key}” is no instrument that a work here names. The page of the regime lists those that are.")


def _current(periods: Sequence[Period], day: str) -> int:
    """The number of the period that a day is in, from 1; 0 where it is before all."""
    return sum(one.start <= day for one in periods)


def _label(asked: Asked, event: Row) -> str:
    """The year, what happened, for whom, and who says so where not everybody does."""
    words = asked.t.either(f"instrument.type-{event['type']}", event["type"])
    if event["purported"]:
        words = asked.t("instrument.purported-event", event=words)
    if event["parties"]:
        words = asked.t("instrument.event-of", event=words, who=_called(asked, event["parties"]))
    if event["according_to"] != ["*"]:
        words = asked.t("instrument.event-by", event=words, who=_called(asked, event["according_to"]))
    year = event["date"].lstrip("./")[:4]
    return f"{year} {words}"


def _called(asked: Asked, codes: Sequence[str]) -> str:
    return ("、" if asked.ui == "zh" else ", ").join(asked.called(code) for code in codes)


def _told(asked: Asked, slug: str) -> list[Told]:
    """What each work says, by date, those that name it at all."""
    told = []
    for work in asked.build.works:
        positions = [row for row in asked.build.of("positions", work["work"]) if slug in row["about"]]
        mentions = Counter(row["id"] for row in asked.build.of("mentions", work["work"]))[slug]
        if positions or mentions:
            told.append(Told(work, tuple(positions[:SHOWN]), max(len(positions) - SHOWN, 0), mentions))
    return told


def _ledger(asked: Asked) -> dict[str, Row]:
    """The entries of the ledger by the position that each is a view on, kept."""
    drawn = whole(asked)
    return {row["position"]: row for row in drawn.rows}


def _edges(asked: Asked, slug: str) -> list[Edge]:
    return [edge for edge in map_of(asked).edges if slug in (edge.cause, edge.effect)]


def _relations(registry: Registry, slug: str) -> list[tuple[str, bool, str]]:
    """Relation, whether it runs from here to the other, and the other's slug: those of its row, then those to it."""
    row = registry.row(slug)
    own: list[tuple[str, bool, str]] = []
    if row is not None:
        own += [(name, True, other) for name, slugs in row.relates for other in slugs]
        own += [("part-of", True, other) for other in row.part_of]
        own += [("forum", True, other) for other in row.forum]
    return [*own, *((name, False, other) for name, other in inverse(registry, slug))]


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each instrument that a work names."""
    if not build.name:
        return ()
    named = {
        row["id"] for work in build.works for row in build.of("mentions", work["work"]) if row["kind"] == "instrument"
    }
    return ({"instrument": key_of(slug)} for slug in sorted(named))


PAGE = Page("instrument", "instrument/{instrument}", context, every=every, shown=False)
