"""From copies to established texts: the order in which the rooms are called.

Takes       copies, and the judgements that hold.
Gives       works with their editions, and the doubts about copies.
Method      read → frame → fold → group → collate → describe → find faults; each step one call into its room, all
            offsets carried by maps.
Leaves out  storing and showing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actum.collate.establish import Bearer, Ruling, establish
from actum.collate.faults import find_faults
from actum.collate.proposals import propose
from actum.errors import JudgementRefused
from actum.identify.bearings import Bearing, Group
from actum.identify.comparable import comparable
from actum.identify.dating import dated
from actum.identify.describe import describe
from actum.identify.frame import Segment, frame
from actum.identify.group import group
from actum.identify.matter import beside, doubts_of_copy, is_followed, shows_edges
from actum.identify.naming import name_works, sigla
from actum.model.apparatus import Entry
from actum.model.copy import Copy
from actum.model.doubt import Doubt
from actum.model.edition import Edition
from actum.model.judgement import Judgement
from actum.model.witness import Witness
from actum.model.work import Description, Work
from actum.registry.load import Registry
from actum.text.fold import Folded, fold
from actum.text.span import Part, Span
from actum.workflow.judge import bounds
from actum.workflow.left_out import parted, rejoined, why_lacking

Tell = Callable[[str, int, int], None]
Keeper = Callable[[Sequence[Bearer], str, Sequence[Ruling], Callable[[], Edition]], Edition]
"""Gives back a kept edition for the same input, or makes and keeps it: `keeper(bearers, language, rulings, make)`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy, framed and folded."""

    copy: Copy
    segments: tuple[Segment, ...]
    folded: Folded


@dataclass(frozen=True, slots=True)
class Draft:
    """A group, collated and described, before it has a name."""

    key: str
    witnesses: tuple[Witness, ...]
    edition: Edition
    description: Description
    beside: str


@dataclass(slots=True)
class Survey:
    """All that was found: works with their editions by id, doubts by copy, and judgements that could not be applied."""

    works: list[Work] = field(default_factory=list)
    editions: dict[str, Edition] = field(default_factory=dict)
    copy_doubts: dict[str, tuple[Doubt, ...]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def survey(
    copies: Sequence[Copy], judgements: Sequence[Judgement], registry: Registry, *, keeper: Keeper, tell: Tell
) -> Survey:
    """Works in order of date, then id; the same for the same copies in any order."""
    found = Survey()
    edges = {dict(one.subject)["copy"]: one for one in judgements if one.kind == "boundary"}
    prepared: dict[str, Prepared] = {}
    for done, copy in enumerate(sorted(copies, key=lambda one: one.sha256), 1):
        prepared[copy.sha256] = prepare(copy, edges.get(copy.sha256), found)
        tell("folding", done, len(copies))
    tell("comparing", 0, 0)
    groups = group(
        [comparable(key, one.copy.text, one.folded, one.segments) for key, one in prepared.items()],
        together=_pairs(judgements, "same"),
        apart=_pairs(judgements, "different"),
    )
    drafts = []
    for done, one in enumerate(groups, 1):
        draft = _draft(one, prepared, judgements, keeper, found)
        drafts.append(replace(draft, description=dated(draft.description, registry)))
        tell("collating", done, len(groups))
    _finish(drafts, prepared, found, tell)
    return found


def prepare(copy: Copy, edge: Judgement | None, found: Survey) -> Prepared:
    """Frame and fold a copy; a person's boundary takes the place of what the layout says."""
    segments = frame(copy.text)
    if edge is not None:
        said = dict(edge.subject)
        try:
            start, end = bounds(copy.text, first=said["first"], last=said["last"])
            segments = _around(copy.text, Span(start, end))
        except JudgementRefused as error:
            found.refused.append(f"judgement {edge.id} on {copy.places[0]} is not applied: {error}")
    return Prepared(copy, segments, fold(copy.text))


def _around(text: str, span: Span) -> tuple[Segment, ...]:
    sides = (
        Segment(Span(0, span.start), "furniture", "outside the boundary that a person drew", "judgement"),
        Segment(span, "text", "the text, as a person bounded it", "judgement", (), titled=True, closed=True),
        Segment(Span(span.end, len(text)), "furniture", "outside the boundary that a person drew", "judgement"),
    )
    return tuple(side for side in sides if side.span)


def _pairs(judgements: Sequence[Judgement], kind: str) -> list[tuple[str, str]]:
    chosen = [dict(one.subject) for one in judgements if one.kind == kind]
    return [(subject["copy"], subject["other"]) for subject in chosen]


def _draft(
    one: Group, prepared: Mapping[str, Prepared], judgements: Sequence[Judgement], keeper: Keeper, found: Survey
) -> Draft:
    lead = prepared[one.base]
    rest = lead.folded.text[: one.base_span.end]
    heard = (
        replace(bearing, pieces=rejoined(bearing.pieces, prepared[bearing.key].folded.text, lead.copy, rest))
        for bearing in one.bearings
    )
    bearings = sorted(heard, key=lambda bearing: (prepared[bearing.key].copy.places, bearing.key))
    named = list(zip(sigla(len(bearings)), bearings, strict=True))
    bearers = [
        _bearer(siglum, bearing, prepared[bearing.key])
        for siglum, bearing in named
        if bearing.kind != "quotation" or len(named) == 1
    ]
    base = prepared[one.base]
    language = describe(base.folded.offsets.back(one.base_span).of(base.copy.text)).language
    edition = _edition(bearers, language, _rulings(one, judgements), keeper, found)
    agreement = dict(edition.agreement)
    witnesses = tuple(
        _witness(siglum, bearing, prepared[bearing.key], agreement.get(siglum, bearing.containment))
        for siglum, bearing in named
    )
    around = _beside(witnesses, prepared)
    followed = any(_is_followed(witness, edition, prepared[witness.sha256]) for witness in witnesses)
    description = describe(edition.text, beside=around, followed=followed)
    copies = {siglum: prepared[bearing.key].copy for siglum, bearing in named}
    borne = {siglum: pieces_of(bearing, prepared[bearing.key]) for siglum, bearing in named}
    whole = {siglum: (copies[siglum], pieces) for siglum, pieces in borne.items() if siglum in dict(edition.reach)}
    if description.complete and (because := why_lacking(whole, edition)):
        description = replace(description, complete=False, incomplete_because=because)
    return Draft(one.base, witnesses, placed(edition, copies), description, around)


def placed(edition: Edition, copies: Mapping[str, Copy]) -> Edition:
    """The edition with the places of its readings in the copies' decoded characters, mark-up included."""
    if all(copy.text == copy.decoded for copy in copies.values()):
        return edition
    return replace(edition, entries=tuple(_placed_entry(entry, copies) for entry in edition.entries))


def _placed_entry(entry: Entry, copies: Mapping[str, Copy]) -> Entry:
    readings = tuple(
        replace(one, places=tuple(copies[s].offsets.back(span) for s, span in zip(one.sigla, one.places, strict=False)))
        for one in entry.readings
    )
    return replace(entry, readings=readings)


def _bearer(siglum: str, bearing: Bearing, one: Prepared) -> Bearer:
    pieces = pieces_of(bearing, one)
    begins, ends = shows_edges(one.copy.text, one.segments, pieces)
    body = next((segment.body for segment in one.segments if segment.span.overlaps(pieces[0])), 0)
    said = parted(one.copy, pieces)
    return Bearer(siglum, one.copy.text, said, begins=begins, ends=ends, body=body, unsure=_unsure(one.copy))


def _unsure(copy: Copy) -> tuple[tuple[Span, float], ...]:
    """The stretches of the running text that a machine read, and how sure it is of them."""
    carried = ((copy.offsets.forward(one.span), one.score) for one in copy.confidence)
    return tuple((span, score) for span, score in carried if span is not None)


def pieces_of(bearing: Bearing, one: Prepared) -> tuple[Span, ...]:
    """The stretches of a copy's running text that bear the work, in the order of the work."""
    return tuple(one.folded.offsets.back(piece.own) for piece in bearing.pieces)


def _edition(
    bearers: Sequence[Bearer], language: str, rulings: Sequence[tuple[int, Ruling]], keeper: Keeper, found: Survey
) -> Edition:
    """The edition with every ruling that still applies; one that does not is reported, never moved."""
    applied: list[Ruling] = []
    edition = keeper(bearers, language, applied, lambda: establish(bearers, language=language))
    for number, ruling in rulings:
        tried = [*applied, ruling]
        try:
            edition = keeper(bearers, language, tried, lambda: establish(bearers, language=language, rulings=tried))  # noqa: B023 -- called at once, within this turn
            applied = tried
        except JudgementRefused as error:
            found.refused.append(f"judgement {number} is not applied: {error}")
    return edition


def _rulings(one: Group, judgements: Sequence[Judgement]) -> list[tuple[int, Ruling]]:
    keys = {bearing.key for bearing in one.bearings}
    chosen = [(judgement, dict(judgement.subject)) for judgement in judgements if judgement.kind == "reading"]
    return [
        (judgement.id, Ruling(said["quote"], said["before"], said["after"], judgement.value))
        for judgement, said in chosen
        if said["copy"] in keys
    ]


def _witness(siglum: str, bearing: Bearing, one: Prepared, agreement: float) -> Witness:
    pieces = tuple(one.copy.offsets.back(piece) for piece in pieces_of(bearing, one))
    span = Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
    return Witness(siglum, one.copy.sha256, one.copy.places[0], span, pieces, bearing.kind, agreement)


def _beside(witnesses: Sequence[Witness], prepared: Mapping[str, Prepared]) -> str:
    """The credit and jump lines around the text in its copies: they may tell its day, or that it goes on elsewhere."""
    lines = []
    for witness in witnesses:
        one = prepared[witness.sha256]
        span = one.copy.offsets.forward(witness.span)
        if span is not None and witness.kind != "quotation":
            lines.append(beside(one.copy.text, one.segments, span))
    return "\n".join(line for line in lines if line)


def _is_followed(witness: Witness, edition: Edition, one: Prepared) -> bool:
    """Whether a witness reaches the end of the text and has a credit right behind it."""
    reach = dict(edition.reach).get(witness.siglum, ())
    span = one.copy.offsets.forward(witness.pieces[-1])
    return bool(reach) and reach[-1].end == len(edition.text) and span is not None and is_followed(one.segments, span)


def named_here(doubt: Doubt, work: str) -> Doubt:
    """The doubt with the work's own name at parallels from elsewhere in the same text."""
    return replace(doubt, parallels=tuple(replace(one, work=one.work or work) for one in doubt.parallels))


def in_source(doubt: Doubt, copy: Copy) -> Doubt:
    """A doubt about a copy's running text as one about its decoded characters, mark-up included."""
    return replace(doubt, part=Part.cut(copy.decoded, copy.offsets.back(doubt.part.span)))


def _finish(drafts: Sequence[Draft], prepared: Mapping[str, Prepared], found: Survey, tell: Tell) -> None:
    named = [(draft.description, draft.edition.text) for draft in drafts]
    names = name_works(named, [len(draft.witnesses) for draft in drafts])
    texts = {name: draft.edition.text for name, draft in zip(names, drafts, strict=True)}
    for done, (name, draft) in enumerate(sorted(zip(names, drafts, strict=True), key=lambda pair: pair[0]), 1):
        others = [(other, text) for other, text in sorted(texts.items()) if other != name]
        doubts = find_faults(draft.edition.text, language=draft.description.language, parallels=others)
        doubts = tuple(named_here(doubt, name) for doubt in doubts)
        found.editions[name] = propose(draft.edition, doubts)
        around = tuple(dict.fromkeys(draft.beside.splitlines()))
        found.works.append(Work(name, draft.description, draft.witnesses, doubts, around))
        tell("looking for faults", done, len(drafts))
    found.works.sort(key=lambda work: (work.description.date or "~", work.id))
    pieces: dict[str, list[Span]] = {}
    for work in found.works:
        for witness in work.witnesses:
            pieces.setdefault(witness.sha256, []).extend(witness.pieces)
    for sha256, one in prepared.items():
        carried = [span for piece in pieces[sha256] if (span := one.copy.offsets.forward(piece)) is not None]
        framed = (in_source(doubt, one.copy) for doubt in doubts_of_copy(one.copy.text, one.segments, carried))
        found.copy_doubts[sha256] = one.copy.doubts + tuple(framed)
