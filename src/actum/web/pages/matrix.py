"""Who takes which side of what, and who aims at whom: as tables, before anybody draws a network of it.

Takes       what is asked: which kind of concept (`kind`), works of which time (`from`, `to`).
Gives       PAGE.
Method      the voices of `workflow.networks`: a joint text is one voice, a work counts once, for and against are never
            netted. Columns are the concepts of which most works speak; the list below has all.
Leaves out  pictures of networks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actum.model.fact import MENTION_KINDS
from actum.model.network import SIDES, Aim, Network, NetworkTie
from actum.regime.network.windows import bounds
from actum.web.concepts import Concepts, every_concept, leaning_network
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.web.pages.concept import voice_id
from actum.workflow.networks import NetworkAsked, network_of

COLUMNS = 36
"""Concepts that stand as columns; more cannot be read at once, 2026-11-26."""
ROWS = 400
"""Concepts that the list has, 2026-11-26."""
VOICES, BESIDE = 60, 8
"""Voices that stand as rows of the matrix, and up to how many stand as columns of the list, 2026-11-26."""
TOWARD = 300
"""Ties to actors that are listed, 2026-11-26."""
QUOTES = 6
"""Quotes of one tie that are shown, 2026-11-26."""
Cell = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Toward:
    """One voice toward one actor, with its quotes."""

    tie: NetworkTie
    counts: tuple[tuple[str, int], ...]
    aims: tuple[Aim, ...]
    more: int


def context(asked: Asked) -> Context:
    """The matrix, its list, and the targets. Raises NotBuilt."""
    concepts = Concepts.of(asked)
    kind = asked.one("kind") if asked.one("kind") in MENTION_KINDS else ""
    start, end = (one if bounds(one) else "" for one in (asked.one("from").strip(), asked.one("to").strip()))
    leaning, target = _networks(asked, start, end) if asked.build.name else (None, None)
    ties = [tie for tie in leaning.ties if not kind or tie.target_kind == kind] if leaning else []
    order, voices = _order(ties), _voices(ties)
    cells = _cells(ties)
    return {
        "concepts": concepts,
        "kind": kind,
        "start": start,
        "end": end,
        "kinds": [one for one in MENTION_KINDS if leaning and any(tie.target_kind == one for tie in leaning.ties)],
        "voices": voices[:VOICES],
        "more_voices": max(len(voices) - VOICES, 0),
        "beside": len(voices) <= BESIDE,
        "speaking": _speaking(cells, voices),
        "columns": order[:COLUMNS],
        "listed": order[:ROWS],
        "all": len(order),
        "cells": cells,
        "kind_of": {tie.target: tie.target_kind for tie in ties},
        "toward": [_toward(tie) for tie in target.ties[:TOWARD]] if target else [],
        "more_toward": max(len(target.ties) - TOWARD, 0) if target else 0,
        "voice_id": voice_id,
        "paged": set(every_concept(asked)) if asked.build.name else set(),
        "works_by_id": {row["work"]: row for row in asked.build.works},
        "marks": {"for": "＋", "against": "－", "neither": "·", "open": "?"},
    }


def _networks(asked: Asked, start: str, end: str) -> tuple[Network, Network]:
    if not start and not end:
        leaning = leaning_network(asked)
    else:
        wanted = NetworkAsked("holder-concept", start=start, end=end)
        leaning = kept(asked, ("leanings", start, end), lambda: network_of(asked.workspace, wanted))
    aimed = NetworkAsked("target", start=start, end=end)
    return leaning, kept(asked, ("targets", start, end), lambda: network_of(asked.workspace, aimed))


def _order(ties: Sequence[NetworkTie]) -> list[str]:
    """The concepts, those first of which most works speak, on whichever side, then by slug."""
    works: dict[str, set[str]] = {}
    taken: Counter[str] = Counter()
    for tie in ties:
        works.setdefault(tie.target, set()).update(tie.works)
        taken[tie.target] += sum(int(count) for name, count in tie.counts if name in {"for", "against"})
    return sorted(works, key=lambda one: (-len(works[one]), -taken[one], one))


def _voices(ties: Sequence[NetworkTie]) -> list[tuple[str, ...]]:
    """The voices, those first that speak of most, then by code."""
    spoken = Counter(tie.source for tie in ties)
    return sorted(spoken, key=lambda one: (-spoken[one], one))


def _cells(ties: Sequence[NetworkTie]) -> Mapping[tuple[tuple[str, ...], str], Cell]:
    """For each voice and concept the works by side, in the order of sides, those that there are."""
    return {
        (tie.source, tie.target): tuple((side, int(dict(tie.counts)[side])) for side in SIDES if dict(tie.counts)[side])
        for tie in ties
    }


def _speaking(
    cells: Mapping[tuple[tuple[str, ...], str], Cell], voices: Sequence[tuple[str, ...]]
) -> Mapping[str, list[tuple[str, ...]]]:
    """For each concept the voices that speak of it, in the order of voices."""
    found: dict[str, list[tuple[str, ...]]] = {}
    place = {voice: n for n, voice in enumerate(voices)}
    for voice, concept in sorted(cells, key=lambda one: (place[one[0]], one[1])):
        found.setdefault(concept, []).append(voice)
    return found


def _toward(tie: NetworkTie) -> Toward:
    aims = [one for one in tie.because if isinstance(one, Aim)]
    counts = tuple((name, int(count)) for name, count in tie.counts if count)
    return Toward(tie, counts, tuple(aims[:QUOTES]), max(len(aims) - QUOTES, 0))


PAGE = Page("matrix", "matrix", context)
