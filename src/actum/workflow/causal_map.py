"""The causal map of a workspace: what its works claim to further or to harm what.

Takes       a workspace with a build; which works, whose claims, of which year.
Gives       a CausalMap; the claims that it is made of.
Method      read works → claims → map; what a person named counts for all equal words.
Leaves out  drawing, paths and counting: others take the map.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.model.claim import CausalMap, Claim
from actum.regime.influence.claims import claims_of
from actum.regime.influence.concepts import UNKNOWN
from actum.regime.influence.map import map_of
from actum.store.judgements import holding, read_judgements
from actum.store.workspace import Workspace
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of


def causal_map(workspace: Workspace, *, works: Sequence[str] = (), holder: str = "", year: str = "") -> CausalMap:
    """The map of the works named, or of all; of one holder's claims; of the works of one year.

    Raises NoSuchWork, NotBuilt.
    """
    return map_of(all_claims(workspace, works=works, holder=holder, year=year), registry_of(workspace))


def all_claims(workspace: Workspace, *, works: Sequence[str] = (), holder: str = "", year: str = "") -> list[Claim]:
    """The claims of which the map is made, in order of work and place. Raises NoSuchWork, NotBuilt."""
    registry, names = registry_of(workspace), names_given(workspace)
    return [
        claim
        for work in read_works(workspace, works)
        if not year or work.date.startswith(year)
        for claim in claims_of(work, registry, names=names)
        if not holder or holder.upper() in claim.holder
    ]


def unnamed(workspace: Workspace) -> set[str]:
    """The ids of all concepts of the map that neither the registry nor a person has named. Raises NotBuilt."""
    ends = (end for claim in all_claims(workspace) for end in (claim.cause, claim.effect))
    return {end.concept for end in ends if end.concept.startswith(UNKNOWN)}


def holders(workspace: Workspace) -> list[str]:
    """The codes of those who hold a claim, sorted. Raises NotBuilt."""
    return sorted({code for claim in all_claims(workspace) for code in claim.holder})


def names_given(workspace: Workspace) -> dict[str, str]:
    """What a person named, by the id of the unnamed."""
    held = holding(read_judgements(workspace.judgement_log))
    return {dict(one.subject)["unknown"]: one.value for one in held if one.kind == "name"}
