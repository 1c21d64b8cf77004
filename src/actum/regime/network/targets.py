"""Who is called on, and who is blamed, by whom, how openly named.

Takes       works with their facts, claims of the causal map.
Gives       Aims, by date, work and place.
Method      addressees of positions; whoever opens the matter of an act that blames and does what it tells
            (`matter_sides.doers`); agents of a cause that is said to lessen a good thing or to bring about a bad one.
            A call that addresses nobody aims at no one, and is shown. A veiled name is never resolved to a state.
Leaves out  who is meant by a veiled name; blame that names no doer plainly. Those who speak, under whatever name
            (双方): they bind themselves. What nobody may do (反对任何国家…, 没有国家应当…), or somebody would do (若…):
            it blames nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from actum.language.data import table
from actum.model.claim import CausalMap, Claim
from actum.model.entry import Explicitness
from actum.model.fact import Mention, Named, Position
from actum.model.network import Aim
from actum.model.read_work import ReadWork
from actum.model.record import Record
from actum.regime.network.acts import blames
from actum.regime.network.matter_sides import doers
from actum.regime.network.stances import counted
from actum.regime.unnamed import hides_who
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.text.fold import fold

ACTORS = ("state", "group", "body")


def aims(
    works: Iterable[ReadWork],
    causal_map: CausalMap,
    registry: Registry,
    records: Mapping[str, Sequence[Record]] | None = None,
) -> tuple[Aim, ...]:
    """Every aim of the works and claims, by date, work and place; claims of other works are passed over."""
    found: list[Aim] = []
    read: dict[str, tuple[ReadWork, str]] = {}
    for work in works:
        counted_as = counted(work.work, (records or {}).get(work.work, ()))
        read[work.work] = (work, counted_as)
        for position, told in work.positions:
            found += _of_position(work, position, fact=told.id, counted_as=counted_as)
    for claim in _claims(causal_map):
        if claim.work in read and claim.holder and claim.modality != "conditional" and _does_harm(claim, registry):
            work, counted_as = read[claim.work]
            agents = [one for one in claim.cause.agents if not _is_holder(one, claim.holder, work.language)]
            aimed = (_of_claim(claim, agent, counted_as, work) for agent in agents)
            found += (one for one in aimed if one.explicit != "everybody")
    return tuple(sorted(found, key=lambda one: (one.date, one.work, one.part.start, one.relation, one.target)))


def _claims(causal_map: CausalMap) -> list[Claim]:
    """The claims of a map, each once; of those of one id, one for each pair of concepts."""
    every = (claim for edge in causal_map.edges for claim in (*edge.up, *edge.down, *edge.unknown))
    return list(dict.fromkeys(every))


def split(aim: Aim) -> tuple[Aim, ...]:
    """One aim for each member of a joint voice, marked as split; a single voice stays as it is."""
    if len(aim.voice) < 2:
        return (aim,)
    return tuple(replace(aim, voice=(code,), split_from=aim.voice) for code in aim.voice)


def _of_position(work: ReadWork, position: Position, *, fact: str, counted_as: str) -> Iterator[Aim]:
    if not position.holder:
        return
    base = Aim(
        voice=position.holder,
        split_from=(),
        relation="addressed",
        target="",
        kind="",
        explicit="nobody",
        written="",
        work=work.work,
        counted_as=counted_as,
        date=work.date,
        basis="position",
        says=position.act,
        part=position.cue,
        sentence=position.sentence,
        fact=fact,
        made_by="aim:no-addressee",
    )
    for named in position.addressee:
        if _is_holder(named, position.holder, work.language) or _is_nobody(named, work.language):
            continue
        yield _aimed(base, named, _mention_at(work, named), language=work.language, rule="addressee")
    if position.act == "call-on" and not position.addressee:
        yield base
    if blames(position.act) and position.matter is not None:
        for mention in _doing(work, position):
            blamed = replace(base, relation="blamed")
            named = Named(mention.part, mention.id)
            aim = _aimed(blamed, named, mention, language=work.language, rule="opens-matter")
            if aim.explicit != "everybody" and not _is_holder(named, position.holder, work.language):
                yield aim


def _is_holder(named: Named, holder: Sequence[str], language: str) -> bool:
    """Whether one is among those who speak: by id, or by a word they call themselves."""
    selves = table(language, "ledger").get("selves", "").split()
    return named.id.upper() in holder or (not named.id and fold(named.part.text).text in selves)


def _is_nobody(named: Named, language: str) -> bool:
    """Whether the words deny that there is anyone: 没有国家应当…."""
    denied = tuple(table(language, "ledger").get("nobody", "").split())
    return bool(denied) and fold(named.part.text).text.startswith(denied)


def _doing(work: ReadWork, position: Position) -> list[Mention]:
    """The actors that open the matter and do what it tells."""
    matter = position.matter
    if matter is None:
        return []
    inside = [
        one
        for one in work.mentions
        if one.kind in ACTORS and matter.start <= one.part.start and one.part.end <= matter.end
    ]
    spans = {one.part.span.shifted(-matter.start): one for one in inside}
    return [spans[span] for span in doers(matter.text, tuple(spans), language=work.language)]


def _mention_at(work: ReadWork, named: Named) -> Mention | None:
    """The mention that is the named part, or the one of its id within it."""
    within = [one for one in work.mentions if one.part.span in named.part.span]
    exact = [one for one in within if one.part.span == named.part.span]
    return next(iter(exact or [one for one in within if one.id == named.id]), None)


def _aimed(base: Aim, named: Named, mention: Mention | None, *, language: str, rule: str) -> Aim:
    """The aim at a named part."""
    explicit = _explicit(named, language, veiled=mention is not None and mention.veiled)
    return replace(
        base,
        target=_target(named),
        kind=mention.kind if mention else "",
        explicit=explicit,
        written=named.part.text,
        part=named.part,
        made_by=f"aim:{rule}/{explicit}",
    )


def _explicit(named: Named, language: str, *, veiled: bool) -> Explicitness:
    """How openly somebody is named, in the ledger's words."""
    if veiled or hides_who(named.part.text, language):
        return "veiled"
    if not named.id:
        return "unresolved"
    return "everybody" if named.id in table(language, "ledger").get("everybody", "").split() else "named"


def _target(named: Named) -> str:
    """The id; of whom nothing resolves the words alone, which are no id of an actor."""
    return named.id or fold(named.part.text).text


def _does_harm(claim: Claim, registry: Registry) -> bool:
    """Whether what is claimed lessens a good thing or brings about a bad one; unsure where the registry has no kind.

    The kind of the effect tells which it is: a risk is bad, an instrument, goal or principle good, all others neither.
    """
    row = registry.row(claim.effect.concept)
    kind = MENTIONED_AS.get(row.kind) if row else None
    if claim.polarity == "?" or kind not in {"risk", "instrument", "goal", "principle"}:
        return False
    more = claim.polarity == claim.cause.delta  # of the effect: said of more of the cause, or of less
    return more == (kind == "risk")


def _of_claim(claim: Claim, agent: Named, counted_as: str, work: ReadWork) -> Aim:
    mention = _mention_at(work, agent)
    explicit = _explicit(agent, work.language, veiled=claim.cause.veiled or (mention is not None and mention.veiled))
    return Aim(
        voice=claim.holder,
        split_from=(),
        relation="blamed",
        target=_target(agent),
        kind=mention.kind if mention else "",
        explicit=explicit,
        written=agent.part.text,
        work=claim.work,
        counted_as=counted_as,
        date=claim.date,
        basis="claim",
        says=claim.sign,
        part=agent.part,
        sentence=claim.sentence,
        fact=claim.id,
        made_by=f"aim:agent-of-cause/{explicit}",
    )
