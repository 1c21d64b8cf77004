"""Claims, concepts and the register as JSON-LD, in the vocabularies of the web.

Takes       a causal map, works, the registry, events of the register.
Gives       the bytes of a .jsonld file; the same system, the same bytes.
Method      a claim is a PROV entity that was quoted from its work (prov:wasQuotedFrom) and is attributed to who holds
            it; its place is a Web Annotation selector, which counts code points as Actum does. Concepts are SKOS.
            Instruments are schema.org Legislation; what happened to them stands in events of our own, for schema.org's
            legal force has no "according to whom", which `actum:accordingTo` says. Unchecked rows say `actum:sure`.
Leaves out  addresses on the web: ids are URNs.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from actum.model.claim import CausalMap, Claim, End
from actum.model.register import RegisterEvent
from actum.registry.load import Registry
from actum.registry.row import Row
from actum.text.span import Part

Thing = dict[str, Any]
CONTEXT: Thing = {
    "actum": "urn:actum:term:",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BEGINS = ("adopted", "opened", "signed", "established")
"""Types of event whose first is the date of a piece of legislation."""


@dataclass(frozen=True, slots=True)
class WorkHead:
    """What is said of a work in few words."""

    work: str
    title: str
    date: str
    language: str
    parties: tuple[str, ...]
    complete: bool


def jsonld(
    found: CausalMap,
    works: Iterable[WorkHead],
    registry: Registry,
    events: Mapping[str, Sequence[RegisterEvent]],
) -> bytes:
    """The file; `events` are by slug of the instrument, for those that are to be told of."""
    claims = _claims(found)
    named = {node.concept for node in found.nodes} | {claim.cause.concept for claim in found.self_claims}
    labels = {node.concept: node.label for node in found.nodes}
    heads = list(works)
    voices = {claim.holder for claim in claims} | {head.parties for head in heads if head.parties}
    graph = [
        *map(_work, heads),
        *(_voice(voice) for voice in sorted(voices)),
        *(_concept(slug, registry, labels.get(slug, "")) for slug in sorted(named - set(events))),
        *(_instrument(slug, registry, some) for slug, some in sorted(events.items())),
        *(_claim(claim, number) for claim, number in _numbered(claims)),
    ]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf8", "replace")


def _urn(kind: str, name: str) -> str:
    return f"urn:actum:{kind}:{quote(name, safe='+-', errors='replace')}"


def _ref(kind: str, name: str) -> Thing:
    return {"@id": _urn(kind, name)}


def _work(head: WorkHead) -> Thing:
    told: Thing = {
        "@id": _urn("work", head.work),
        "@type": ["prov:Entity", "schema:CreativeWork"],
        "schema:name": {"@value": head.title, "@language": head.language or "und"},
        "schema:inLanguage": head.language,
        "actum:complete": head.complete,
    }
    if head.date:  # schema.org knows days, EDTF more
        told["schema:dateCreated" if _DAY.fullmatch(head.date) else "actum:date"] = head.date
    if head.parties:
        told["prov:wasAttributedTo"] = _ref("voice", "+".join(head.parties))
    return told


def _voice(voice: tuple[str, ...]) -> Thing:
    """Those who speak as one; a joint voice is one agent with its members, no agreement of several."""
    told: Thing = {"@id": _urn("voice", "+".join(voice)), "@type": "prov:Agent", "schema:name": "+".join(voice)}
    if len(voice) > 1:
        told["schema:member"] = [_ref("voice", code) for code in voice]
    return told


def _concept(slug: str, registry: Registry, label: str) -> Thing:
    row = registry.row(slug)
    told: Thing = {"@id": _urn("concept", slug), "@type": "skos:Concept", "skos:notation": slug}
    if row is None:
        words = label or slug.removeprefix("unknown:")
        return {**told, "skos:prefLabel": words, "actum:named": False}
    labels, others = _labels(row)
    told |= {"skos:prefLabel": labels, "actum:named": True, "actum:kind": row.kind, "actum:sure": row.sure}
    return told | ({"skos:altLabel": others} if others else {})


def _labels(row: Row) -> tuple[list[Thing], list[Thing]]:
    """The first name in each language, and all others."""
    first: dict[str, Thing] = {}
    others = []
    for name in row.names:
        label = {"@value": name.text, "@language": name.language}
        if name.language in first or name.negative:
            others.append(label)
        else:
            first[name.language] = label
    return list(first.values()), others


def _instrument(slug: str, registry: Registry, events: Sequence[RegisterEvent]) -> Thing:
    row = registry.row(slug)
    told: Thing = {"@id": _urn("concept", slug), "@type": ["schema:Legislation", "skos:Concept"]}
    if row is not None:
        labels, others = _labels(row)
        told |= {"schema:name": labels, "schema:legislationType": row.kind, "actum:sure": row.sure}
        told |= {"schema:alternateName": others} if others else {}
        told |= {"schema:legislationIdentifier": list(row.symbols)} if row.symbols else {}
    begun = [event for event in events if event.type in _BEGINS and not event.according_to]
    if begun:
        told["schema:legislationDate"] = begun[0].date
    told["actum:event"] = [_event(event) for event in events]
    return told


def _event(event: RegisterEvent) -> Thing:
    told: Thing = {
        "@type": "actum:StatusEvent",
        "actum:type": event.type,
        "actum:date": event.date,
        "actum:source": event.source,
        "actum:sure": event.sure,
        "actum:accordingTo": list(event.according_to) or ["*"],
    }
    more = {
        "actum:effective": event.effective,
        "actum:until": event.until,
        "actum:knownOn": event.known_on,
        "actum:outcome": event.outcome,
        "actum:note": event.note,
    }
    told |= {name: value for name, value in more.items() if value}
    told |= {"actum:parties": list(event.parties)} if event.parties else {}
    told |= {"actum:purported": True} if event.purported else {}
    if event.quote is not None:
        told |= {"prov:wasQuotedFrom": _ref("work", event.work), **_place(event.quote)}
    return told


def _claims(found: CausalMap) -> list[Claim]:
    """The claims of a map, self-claims too, by id, cause and effect."""
    of_edges = (claim for edge in found.edges for claim in (*edge.up, *edge.down, *edge.unknown))
    every = dict.fromkeys((*of_edges, *found.self_claims))
    return sorted(every, key=lambda one: (one.id, one.cause.concept, one.effect.concept, one.cause.part))


def _numbered(claims: Iterable[Claim]) -> Iterable[tuple[Claim, int]]:
    """Each claim with how many of its id came before: one effect with several doers is several claims."""
    seen: Counter[str] = Counter()
    for claim in claims:
        yield claim, seen[claim.id]
        seen[claim.id] += 1


def _claim(claim: Claim, number: int) -> Thing:
    return {
        "@id": _urn("claim", f"{claim.id}-{number + 1}" if number else claim.id),
        "@type": ["prov:Entity", "actum:Claim"],
        "prov:wasQuotedFrom": _ref("work", claim.work),
        "prov:wasAttributedTo": _ref("voice", "+".join(claim.holder)),
        **_place(claim.sentence),
        "actum:division": claim.division,
        "actum:cue": _place(claim.cue),
        "actum:cause": _end(claim.cause),
        "actum:effect": _end(claim.effect),
        "actum:sign": claim.sign,
        "actum:polarity": claim.polarity,
        "actum:modality": claim.modality,
        "actum:witnesses": list(claim.witnesses),
        "actum:madeBy": claim.made_by,
    }


def _end(end: End) -> Thing:
    told: Thing = {
        "actum:concept": _ref("concept", end.concept),
        **_place(end.part),
        "actum:delta": end.delta,
        "actum:pole": end.pole,
    }
    if end.agents:
        told["actum:agent"] = [{"actum:id": one.id, **_place(one.part)} for one in end.agents]
        told["actum:veiled"] = end.veiled
    return told


def _place(part: Part) -> Thing:
    """The quote and its place in the work's text, in code points."""
    return {
        "prov:value": part.text,
        "oa:hasSelector": {"@type": "oa:TextPositionSelector", "oa:start": part.start, "oa:end": part.end},
    }
