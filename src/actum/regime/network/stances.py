"""Where each voice stands toward each concept, place by place.

Takes       works with their facts, the registry, what the mark-up of their files says.
Gives       Leanings, by date, work and place.
Method      the side of the act (`acts`), as the words around the name in the matter leave or turn it (`matter_sides`),
            and turned once more where the name is the contrary of its concept (不信任). Sponsors and recorded votes are
            stances of states toward the subject of a resolution: what its title names.
Leaves out  actors and dates as concepts; how strong an act is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from actum.model.fact import Mention, Position
from actum.model.network import Leaning, Side
from actum.model.read_work import ReadWork
from actum.model.record import Record
from actum.regime.network.acts import is_concept, side_of_act, side_of_vote
from actum.regime.network.matter_sides import Turn, turn_of
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.text.fold import fold
from actum.text.span import Span

TURNED: dict[Side, Side] = {"for": "against", "against": "for", "neither": "neither", "open": "open"}
_TITLE_MARKS = "《》“”\"'「」 .。"


def leanings(
    works: Iterable[ReadWork], registry: Registry, records: Mapping[str, Sequence[Record]] | None = None
) -> tuple[Leaning, ...]:
    """Every leaning of the works, by date, work and place; a joint text has one voice.

    `records` are what the mark-up says, by work.
    """
    found: list[Leaning] = []
    for work in works:
        marked = (records or {}).get(work.work, ())
        counted_as = counted(work.work, marked)
        named = sorted(work.mentions, key=lambda one: (one.part.start, one.part.end))
        for position, told in work.positions:
            found += _of_position(work, position, named, registry, fact=told.id, counted_as=counted_as)
        found += _of_records(work, marked, registry, counted_as=counted_as)
    return tuple(sorted(found, key=_order))


def counted(work: str, records: Sequence[Record]) -> str:
    """What a work counts as: the symbol of its document where the mark-up tells one, so that languages count once."""
    return next((record.value for record in records if record.kind == "symbol" and record.value), work)


def split(leaning: Leaning) -> tuple[Leaning, ...]:
    """One leaning for each member of a joint voice, marked as split; a single voice stays as it is."""
    if len(leaning.voice) < 2:
        return (leaning,)
    return tuple(replace(leaning, voice=(code,), split_from=leaning.voice) for code in leaning.voice)


def _order(one: Leaning) -> tuple[str, str, int, str, str]:
    return (one.date, one.work, one.part.start, one.concept, "+".join(one.voice))


def _of_position(
    work: ReadWork, position: Position, named: Sequence[Mention], registry: Registry, *, fact: str, counted_as: str
) -> Iterator[Leaning]:
    """What one position says of each concept named in its matter; nothing of a position that nobody holds.

    `named` are the mentions of the work by place.
    """
    if position.matter is None or not position.holder:
        return
    inside = _inside(named, position.matter.span)
    for mention in inside:
        if is_concept(mention.kind):
            side, rule = _side(position, mention, inside, registry, language=work.language)
            yield Leaning(
                voice=position.holder,
                split_from=(),
                concept=mention.id,
                kind=mention.kind,
                side=side,
                work=work.work,
                counted_as=counted_as,
                date=work.date,
                basis="position",
                says=position.act,
                part=position.matter,
                sentence=position.sentence,
                fact=fact,
                made_by=rule,
            )


def _inside(named: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions that lie within a span, in order of place."""
    return [one for one in named if span.start <= one.part.start and one.part.end <= span.end]


def _side(
    position: Position, mention: Mention, inside: Sequence[Mention], registry: Registry, *, language: str
) -> tuple[Side, str]:
    act = side_of_act(position.act, mention.kind)
    if act in {"neither", "open"}:
        return act, f"stance:{position.act}/{act}"
    matter = position.matter
    if matter is None:  # never: the caller has looked
        return "open", "stance:no-matter"
    spans = [one.part.span.shifted(-matter.start) for one in inside if one is not mention]
    turn: Turn = turn_of(matter.text, mention.part.span.shifted(-matter.start), spans, language=language)
    if turn == "?":
        return "open", f"stance:{position.act}/words-open"
    contrary = _negative(mention, registry, language)
    side = TURNED[act] if (turn == "-") != contrary else act
    rule = f"stance:{position.act}/{'turned' if turn == '-' else 'held'}"
    return side, rule + ("/contrary-name" if contrary else "")


def _negative(mention: Mention, registry: Registry, language: str) -> bool:
    """Whether the name written is the contrary of its concept."""
    row = registry.row(mention.id)
    names = [name for name in row.names if name.negative and name.language == language] if row else []
    return bool(names) and fold(mention.part.text).text in {fold(name.text).text for name in names}


def _of_records(work: ReadWork, records: Sequence[Record], registry: Registry, *, counted_as: str) -> Iterator[Leaning]:
    """What sponsors and voters say of the subject, each state once for each thing said."""
    concept, kind = subject_of(work, registry)
    seen: set[tuple[str, str, str]] = set()
    for record in records:
        if record.kind not in {"sponsor", "vote"}:
            continue
        vote = record.kind == "vote"
        says = record.value if vote else "sponsor"
        for code in record.who:
            if (key := (record.kind, says, code)) in seen:
                continue
            seen.add(key)
            yield Leaning(
                voice=(code,),
                split_from=(),
                concept=concept,
                kind=kind,
                side=side_of_vote(record.value) if vote else "for",
                work=work.work,
                counted_as=counted_as,
                date=work.date,
                basis="vote" if vote else "sponsor",
                says=says,
                part=record.part,
                sentence=None,
                fact="",
                made_by=f"stance:{'vote' if vote else 'sponsor'}-on-subject",
            )


def subject_of(work: ReadWork, registry: Registry) -> tuple[str, str]:
    """What the title of a resolution names, and its kind; `unknown:` and the folded title where no row has it."""
    title = fold(work.title).text.strip(_TITLE_MARKS)
    return _by_name(registry, work.language).get(title, (f"unknown:{title}", "instrument"))


@cache
def _by_name(registry: Registry, language: str) -> dict[str, tuple[str, str]]:
    """Slug and kind of what may be mentioned, by folded name, of several rows the first."""
    found: dict[str, tuple[str, str]] = {}
    for name, row in registry.names(language):
        kind = MENTIONED_AS[row.kind]
        if kind is not None:
            found.setdefault(fold(name.text).text.strip(_TITLE_MARKS), (row.slug, kind))
    return found
