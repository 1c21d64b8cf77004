"""All that is known of the system, as CSV tables: concepts, edges, claims, positions, ledger, events.

Takes       a causal map, the registry, rows of the other kinds with their keys.
Gives       files by name: concepts.csv, edges.csv, claims.csv, and one for each kind of rows given.
Method      one row a concept, an edge, a claim with its quote; claims keep every attribute, flat, with the places of
            their words. Counts of an edge are works; up, down and unknown stand side by side.
Leaves out  byte-order marks, and any escaping of cells that a spreadsheet takes for formulas: the text stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actum.export.concept_names import names_in
from actum.export.picture import works_of
from actum.export.separated import separated, separated_rows
from actum.model.claim import CausalMap, Claim, Edge, End
from actum.registry.load import Registry

_CONCEPTS = (
    "concept", "name_zh", "name_en", "name_ru", "kind", "named", "sure", "source", "edges_in", "edges_out", "claims",
    "works",
)  # fmt: skip
_EDGES = (
    "cause", "effect", "up", "down", "unknown", "works", "up_claims", "down_claims", "unknown_claims", "up_works",
    "down_works", "unknown_works",
)  # fmt: skip
_END = (
    "concept", "text", "start", "end", "delta", "via", "agents", "agents_text", "veiled", "pole", "shells", "scope",
    "rules", "words",
)  # fmt: skip
_CLAIMS = (
    "id", "work", "date", "holder", "division", "sentence", "sentence_start", "sentence_end", "cue", "cue_start",
    "cue_end", "sign", "polarity", "modality", *(f"cause_{one}" for one in _END), *(f"effect_{one}" for one in _END),
    "self_claim", "witnesses", "made_by",
)  # fmt: skip
SIGNS = ("up", "down", "unknown")


def csv_tables(
    found: CausalMap, registry: Registry, others: Mapping[str, tuple[Sequence[str], Iterable[Mapping[str, Any]]]]
) -> dict[str, bytes]:
    """The files by name, in order; `others` are keys and rows by the name of their file without its ending."""
    files = {
        "concepts.csv": separated(_CONCEPTS, _concepts(found, registry)),
        "edges.csv": separated(_EDGES, map(_edge, found.edges)),
        "claims.csv": separated(_CLAIMS, _claims(found)),
    }
    files |= {f"{name}.csv": separated_rows(keys, rows) for name, (keys, rows) in others.items()}
    return files


def _concepts(found: CausalMap, registry: Registry) -> Iterable[Sequence[object]]:
    names = [names_in(registry, language) for language in ("zh", "en", "ru")]
    into: dict[str, list[Edge]] = {}
    out: dict[str, list[Edge]] = {}
    for edge in found.edges:
        out.setdefault(edge.cause, []).append(edge)
        into.setdefault(edge.effect, []).append(edge)
    for node in found.nodes:
        one = node.concept
        row = registry.row(one)
        claims = tuple(
            claim for edge in (*into.get(one, ()), *out.get(one, ())) for sign in SIGNS for claim in getattr(edge, sign)
        )
        yield [
            one,
            *(some.get(one, "") for some in names),
            row.kind if row else node.kind,
            node.named,
            row.sure if row else "",
            row.source if row else "",
            len(into.get(one, ())),
            len(out.get(one, ())),
            len({claim.id for claim in claims}),
            works_of(claims),
        ]


def _edge(edge: Edge) -> Sequence[object]:
    sides: list[tuple[Claim, ...]] = [getattr(edge, sign) for sign in SIGNS]
    return [
        edge.cause,
        edge.effect,
        *map(works_of, sides),
        works_of(tuple(claim for claims in sides for claim in claims)),
        *(_words(claim.id for claim in claims) for claims in sides),
        *(_words(sorted({claim.work for claim in claims})) for claims in sides),
    ]


def _claims(found: CausalMap) -> Iterable[Sequence[object]]:
    of_edges = [claim for edge in found.edges for sign in SIGNS for claim in getattr(edge, sign)]
    of_one = {claim.id for claim in found.self_claims}
    every = sorted((*of_edges, *found.self_claims), key=lambda one: (one.date, one.work, one.sentence, one.cue, one.id))
    for claim in every:
        yield [
            claim.id,
            claim.work,
            claim.date,
            "+".join(claim.holder),
            claim.division,
            claim.sentence.text,
            claim.sentence.start,
            claim.sentence.end,
            claim.cue.text,
            claim.cue.start,
            claim.cue.end,
            claim.sign,
            claim.polarity,
            claim.modality,
            *_end(claim.cause),
            *_end(claim.effect),
            claim.id in of_one,
            _words(claim.witnesses),
            claim.made_by,
        ]


def _end(end: End) -> Sequence[object]:
    return [
        end.concept,
        end.part.text,
        end.part.start,
        end.part.end,
        end.delta,
        end.via,
        _words(one.id for one in end.agents),
        _words(one.part.text for one in end.agents),
        end.veiled,
        end.pole,
        _words(end.shells),
        end.scope,
        _words(end.rules),
        end.words,
    ]


def _words(some: Iterable[str]) -> str:
    """Words or ids in one cell, parted by blanks; none of them has one."""
    return " ".join(some)
