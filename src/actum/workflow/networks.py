"""Discourse networks of a workspace.

Takes       a workspace with a build; which ties, which time, whether joint voices are to be split.
Gives       a Network, its rows, a matrix.
Method      works as read, records of their mark-up, claims of the map → leanings and aims → the network.
Leaves out  reading anew: facts and records are those of the build.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actum.model.network import Leaning, Network, Side, TieKind
from actum.model.read_work import ReadWork
from actum.model.record import Record
from actum.regime.network import stances, targets
from actum.regime.network.network import holder_concept, one_mode, target_network
from actum.registry.load import Registry
from actum.store.files import Row, read_rows
from actum.store.network_rows import matrix, tie_row
from actum.store.workspace import Workspace
from actum.text.span import Part
from actum.workflow.causal_map import causal_map
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of


@dataclass(frozen=True, slots=True)
class NetworkAsked:
    """What network is asked for; `start` and `end` are EDTF or empty, `years` the width of a window, 0 for one.

    `works` are names of works, none for all. `split` parts joint voices into their members, marked.
    """

    kind: TieKind = "congruence"
    works: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    years: int = 0
    split: bool = False


def network_of(workspace: Workspace, asked: NetworkAsked) -> Network:
    """The network asked for. Raises NoSuchWork, NotBuilt."""
    time = {"start": asked.start, "end": asked.end}
    works = read_works(workspace, asked.works)
    registry = registry_of(workspace)
    if asked.kind == "target":
        claimed = causal_map(workspace, works=asked.works)
        found = targets.aims(works, claimed, registry, records_of(workspace, works))
        aims = [one for aim in found for one in (targets.split(aim) if asked.split else (aim,))]
        return target_network(aims, years=asked.years, **time)
    leant = leanings_of(workspace, works, registry)
    leanings = [one for leaning in leant for one in (stances.split(leaning) if asked.split else (leaning,))]
    if asked.kind == "holder-concept":
        return holder_concept(leanings, years=asked.years, **time)
    return one_mode(asked.kind, leanings, years=asked.years, **time)


def leanings_of(workspace: Workspace, works: Sequence[ReadWork], registry: Registry) -> tuple[Leaning, ...]:
    """Where the voices of the works stand, by date, work and place; joint voices are not split."""
    return stances.leanings(works, registry, records_of(workspace, works))


def network_rows(network: Network) -> list[Row]:
    """The ties as rows, in order."""
    return [tie_row(tie) for tie in network.ties]


def matrix_rows(network: Network, side: Side) -> tuple[tuple[str, ...], list[Row]]:
    """The matrix of one side as rows, a row a voice, and their keys: `voice`, then the concepts."""
    concepts, lines = matrix(network, side)
    keys = ("voice", *concepts)
    return keys, [dict(zip(keys, (voice, *cells), strict=True)) for voice, cells in lines]


def records_of(workspace: Workspace, works: Sequence[ReadWork]) -> dict[str, list[Record]]:
    """What the mark-up of the works' copies says, by work, in the order of the build; several copies say it once."""
    asked = {work.work for work in works}
    found: dict[str, list[Record]] = {}
    seen: set[tuple[str, str, str, str]] = set()
    for row in read_rows(workspace.built() / "records.jsonl"):
        key = (row["work"], row["kind"], row["value"], "+".join(row["who"]) or row["text"])
        if row["work"] in asked and key not in seen:
            seen.add(key)
            part = Part(row["start"], row["end"], row["text"])
            found.setdefault(row["work"], []).append(Record(row["kind"], tuple(row["who"]), row["value"], part))
    return found
