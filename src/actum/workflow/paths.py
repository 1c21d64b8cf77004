"""What the causal map of a workspace answers: paths, loops, what-if, where concepts stand.

Takes       a workspace with a build; which part of its map; concepts as a person names them.
Gives       rows, as `actum paths`, `loops`, `what-if` and `centrality` print them, and words on what they leave out.
Method      causal map → graph, with the registry's steps where asked → rows.
Leaves out  drawing the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actum.errors import NoSuchConcept
from actum.model.claim import Path
from actum.model.fact import Sign
from actum.model.influence import Clamp, Squash
from actum.regime.influence.concept_labels import labels_of
from actum.regime.walks.aloud import PLAIN, Naming, aloud, from_side, signed
from actum.regime.walks.bridges import bridges, broader_terms
from actum.regime.walks.centrality import centralities, size
from actum.regime.walks.cognitive import cognitive
from actum.regime.walks.graph import Graph, graph_of
from actum.regime.walks.loops import loops
from actum.regime.walks.paths import Asked, paths, sides, summed
from actum.regime.walks.what_if import Manner, what_if
from actum.registry.row import MENTIONED_AS
from actum.store.files import Row
from actum.store.path_rows import (
    Said,
    between_row,
    centrality_row,
    consequence_row,
    loop_row,
    path_row,
    ranked_row,
)
from actum.store.workspace import Workspace
from actum.workflow.causal_map import all_claims, causal_map
from actum.workflow.concept_names import concept_named
from actum.workflow.registers import registry_of


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which claims a map is made of, and which steps the registry lends it."""

    works: Sequence[str] = ()
    holder: str = ""
    year: str = ""
    bridges: bool = False
    broader: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Rows, lines on what they leave out or where a search stopped, and how concepts are told to people."""

    rows: list[Row]
    words: list[str]
    naming: Naming = PLAIN


def graph_from(workspace: Workspace, chosen: Chosen) -> Graph:
    """The graph of the chosen part of the workspace's map. Raises NoSuchWork, NotBuilt."""
    made = causal_map(workspace, works=chosen.works, holder=chosen.holder, year=chosen.year)
    concepts = {node.concept for node in made.nodes}
    registry = registry_of(workspace)
    lent = [*(bridges(registry, concepts) if chosen.bridges else ())]
    lent += broader_terms(registry, concepts) if chosen.broader else ()
    return graph_of(made, lent)


def path_rows(workspace: Workspace, asked: Asked, chosen: Chosen, *, any_sides: bool = False) -> Told:
    """Paths in order: threads, then shorter, then of more works, then by slug.

    Those whose sides do not join come only where asked for, behind all others. The ends are named as a person names
    them. Raises NoSuchConcept, NoSuchWork, NotBuilt.
    """
    graph = graph_from(workspace, chosen)
    asked = _meant(asked, graph, workspace)
    found = paths(graph, asked)
    naming = naming_of(graph, workspace)
    shown, apart = by_sides(found.paths, any_sides=any_sides)
    words = [*_unspoken(asked, graph), *_stopped(found.stopped), *apart]
    words += _beyond(graph, chosen, workspace, stitched=asked.stitched)
    return Told([path_row(path, said(path, naming)) for path in shown], words, naming)


def by_sides(found: Sequence[Path], *, any_sides: bool) -> tuple[list[Path], list[str]]:
    """Paths that hold as they were said; behind them the others, where asked for, else a line that counts these."""
    joined = [path for path in found if sides(path)]
    apart = [path for path in found if not sides(path)]
    if any_sides or not apart:
        return [*joined, *apart], []
    many = "chain has" if len(apart) == 1 else "chains have"
    return joined, [
        f"{len(apart):,} more {many} steps whose sides do not join: nobody says it so. --sides any shows all."
    ]


def between_rows(workspace: Workspace, asked: Asked, chosen: Chosen, *, any_sides: bool = False) -> Told:
    """Each two ends that paths join, summed up. Raises as `path_rows`."""
    graph = graph_from(workspace, chosen)
    asked = _meant(asked, graph, workspace)
    found = paths(graph, asked)
    shown, apart = by_sides(found.paths, any_sides=any_sides)
    rows = [between_row(one) for one in summed(graph, shown)]
    words = [*_unspoken(asked, graph), *_stopped(found.stopped), *apart]
    words += _beyond(graph, chosen, workspace, stitched=asked.stitched)
    if any(row["disjoint"] is None for row in rows):
        words.append("Chains that share no edge were not counted for all: there are too many. Name both ends.")
    return Told(rows, words, naming_of(graph, workspace))


def loop_rows(
    workspace: Workspace, chosen: Chosen, *, stitched: bool, most_steps: int, any_sides: bool = False
) -> Told:
    """Loops, threads first, then by slug; those whose sides do not join only where asked for, behind all others.

    Raises NoSuchWork, NotBuilt.
    """
    graph = graph_from(workspace, chosen)
    found = loops(graph, stitched=stitched, most_steps=most_steps)
    rounds = [Path(one.steps, one.sign, one.tie, one.works) for one in found.loops]
    shown, apart = by_sides(rounds, any_sides=any_sides)
    words = [*_stopped(found.stopped), *apart, *_beyond(graph, chosen, workspace, stitched=stitched)]
    naming = naming_of(graph, workspace)
    if found.parts and not found.loops and not found.stopped:
        words.append(f"Loops of more than {most_steps} steps run through: {', '.join(map(naming, found.parts[0]))}.")
    loop_of = {id(path): one for path, one in zip(rounds, found.loops, strict=True)}
    return Told([loop_row(loop_of[id(path)], said(path, naming)) for path in shown], words, naming)


def what_if_rows(workspace: Workspace, clamps: Sequence[Clamp], manner: Manner, chosen: Chosen) -> Told:
    """An answer for each concept of the map that is not held, by slug.

    Raises NoSuchConcept, also for a concept held both ways; NoSuchWork, NotBuilt.
    """
    graph = graph_from(workspace, chosen)
    found = what_if(graph, _held(clamps, graph, workspace), manner)
    naming = naming_of(graph, workspace)
    rows = []
    for one in found.consequences:
        told = [said(reach.chain, naming, reach.clamp.direction) for reach in one.reaches]
        rows.append(consequence_row(one, told))
    words = [_unsaid(clamp, others, naming) for clamp, others in found.unsaid]
    words += [*_stopped(found.stopped), *_beyond(graph, chosen, workspace, stitched=manner.stitched)]
    return Told(rows, words, naming)


def cognitive_rows(workspace: Workspace, clamps: Sequence[Clamp], squash: Squash, chosen: Chosen) -> Told:
    """The concepts of a fuzzy-cognitive-map run, those that moved most first. Raises as `what_if_rows`."""
    graph = graph_from(workspace, chosen)
    naming = naming_of(graph, workspace)
    run = cognitive(graph, _held(clamps, graph, workspace), squash)
    words = ["Every claim is used both ways round here, whichever side it was said of, through all works together."]
    if run.period == 1:
        words.append(f"The run came to rest after {run.steps:,} steps.")
    elif run.period:
        words.append(f"The run swings in a limit cycle of {run.period:,} states, found after {run.steps:,} steps.")
    else:
        words.append(f"The run neither came to rest nor repeated itself in {run.steps:,} steps.")
    rest = f"There is one resting state only: {run.one_rest}." if run.one_rest else _NO_GUARANTEE
    words.append(rest)
    if run.left_out:
        pairs = ", ".join(f"{naming(cause)} → {naming(effect)}" for cause, effect in run.left_out)
        words.append(f"Left out, for they are said both ways or unclear: {pairs}.")
    return Told([ranked_row(one) for one in run.ranked], words, naming)


_NO_GUARANTEE = (
    "That there is one resting state only is not guaranteed: a loop runs through concepts that are not held, "
    "and λ‖W‖ < 1 does not hold with weights of 1 and -1."
)


def centrality_rows(workspace: Workspace, chosen: Chosen) -> Told:
    """Where each concept stands, those that most claims touch first. Raises NoSuchWork, NotBuilt."""
    graph = graph_from(workspace, chosen)
    whole = size(graph)
    rows = [centrality_row(one, whole) for one in centralities(graph)]
    return Told(rows, [] if rows else _beyond(graph, chosen, workspace, stitched=True), naming_of(graph, workspace))


def _meant(asked: Asked, graph: Graph, workspace: Workspace) -> Asked:
    registry = registry_of(workspace)
    effect, cause = (one and concept_named(one, graph.concepts, registry) for one in (asked.effect, asked.cause))
    return Asked(effect, cause, asked.most_steps, asked.stitched)


def _held(clamps: Sequence[Clamp], graph: Graph, workspace: Workspace) -> list[Clamp]:
    registry = registry_of(workspace)
    held: dict[str, Sign] = {}
    for clamp in clamps:
        concept = concept_named(clamp.concept, graph.concepts, registry)
        if held.get(concept, clamp.direction) != clamp.direction:
            raise NoSuchConcept(f"“{concept}” cannot be held at less and at more at once. Ask twice.")
        held[concept] = clamp.direction
    return [Clamp(*one) for one in held.items()]


def naming_of(graph: Graph, workspace: Workspace) -> Naming:
    """Which concepts of the graph act, for there is no more or less of a state, and what the unnamed are called."""
    registry = registry_of(workspace)
    rows = (registry.row(one) for one in graph.concepts)
    acting = frozenset(row.slug for row in rows if row and MENTIONED_AS[row.kind] in {"state", "group", "body"})
    return Naming(acting, labels_of(claim for arc in graph.arcs for claim in arc.step.claims))


def said(path: Path, naming: Naming, start: Sign | None = None) -> Said:
    """A path in signs and in words: on the sides on which it was said, or from one side."""
    words = aloud(path, naming) if start is None else from_side(path.steps, start, naming)
    return Said(signed(path.steps, naming), words, sides(path))


def those_there(workspace: Workspace, chosen: Chosen) -> list[str]:
    """Who claims anything, and in which years, where a holder or a year was asked for that has no claim."""
    claims = all_claims(workspace)
    known = sorted({code for claim in claims for code in claim.holder})
    years = sorted({claim.date[:4] for claim in claims if claim.date})
    lines = [f"Those who claim anything: {', '.join(known) or 'none'}."] * bool(chosen.holder)
    return lines + [f"Years with claims: {', '.join(years) or 'none'}."] * bool(chosen.year)


def _unsaid(clamp: Clamp, others: int, naming: Naming) -> str:
    way, other = ("less", "more") if clamp.direction == "-" else ("more", "less")
    also = f"; of {other} of it {others:,} {'does' if others == 1 else 'do'} (--both-sides turns them round)"
    return f"No claim says what {way} {naming(clamp.concept)} does{also if others else ''}."


def _stopped(why: str) -> list[str]:
    return [f"Stopped: {why}."] if why else []


def _unspoken(asked: Asked, graph: Graph) -> list[str]:
    """Concepts asked for that the registry knows and these claims do not speak of."""
    ends = dict.fromkeys(one for one in (asked.cause, asked.effect) if one and one not in graph.concepts)
    loop = ["A chain from a concept to itself is a loop: see `actum loops`."] * (asked.cause == asked.effect)
    return [*(f"No claim here speaks of {one}." for one in ends), *loop]


def _beyond(graph: Graph, chosen: Chosen, workspace: Workspace, *, stitched: bool) -> list[str]:
    """That nothing was chosen, or that only threads are told where there could be others."""
    if not graph.dates:
        what = [f"holder “{chosen.holder}”"] * bool(chosen.holder) + [f"year “{chosen.year}”"] * bool(chosen.year)
        return [f"There are no claims of {' and '.join(what) or 'these works'}.", *those_there(workspace, chosen)]
    if stitched or len(graph.dates) == 1:
        return []
    return ["Only what one work says by itself; --stitched adds chains that only several works together make."]
