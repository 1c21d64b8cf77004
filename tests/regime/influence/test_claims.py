"""Claims: marked cases, and what holds of every claim."""

from __future__ import annotations

import pytest
from tests.regime.concept_cases import CASES, Case, cases, work_of

from actum.divide import divide
from actum.extract.effects import effects
from actum.extract.mentions import mentions
from actum.model.claim import Claim
from actum.model.read_work import ReadWork, Told
from actum.regime.influence.claims import claims_of
from actum.registry.load import load

MARKED = list(cases(CASES.read_text(encoding="utf8")))


def shown(concept: str) -> str:
    if not concept.startswith("unknown:"):
        return concept
    return "local" if concept.endswith(")") and "sentence" in concept else "unknown"


def notes(claim: Claim) -> set[str]:
    found = {str(claim.modality)} - {"asserted"}
    found |= {"veiled"} if claim.cause.veiled or claim.effect.veiled else set()
    return found | ({"less"} if claim.cause.delta == "-" else set())


@pytest.mark.parametrize("case", MARKED, ids=lambda case: f"{case.cause} {case.cue} {case.effect}")
def test_marked_cases(case: Case) -> None:
    found = claims_of(work_of(case), load())
    told = [(shown(one.cause.concept), one.polarity, shown(one.effect.concept), notes(one)) for one in found]
    assert told == [(pair.cause, pair.polarity, pair.effect, set(pair.notes)) for pair in case.pairs]


def _read(text: str, *, complete: bool = True) -> list[Claim]:
    """The claims of a text whose effects are read, not marked."""
    divisions = divide(text, language="zh")
    named = mentions(text, divisions, registry=load(), language="zh")
    found = effects(text, divisions, mentions=named, language="zh")
    told = tuple((one, Told(f"e{at}")) for at, one in enumerate(found))
    return list(claims_of(ReadWork("w", "w", "2026", "zh", complete, text, (), divisions, named, (), told), load()))


def test_a_bare_exit_is_the_one_that_the_clause_before_names() -> None:
    (one,) = _read("双方对日本退出《不扩散核武器条约》的可能性表示关切，认为退出将损害国际安全。")
    assert (one.cause.concept, one.cause.delta, [each.id for each in one.cause.agents]) == ("npt", "-", ["jpn"])


def test_what_an_actor_did_carries_him_as_agent() -> None:
    one, two = _read("澳大利亚集团给予个别国家优惠，损害了国际安全，并导致地区战略稳定失衡。")
    assert {each.cause.concept for each in (one, two)} == {"destructive-conduct"}
    assert [[each.id for each in end.cause.agents] for end in (one, two)] == [["australia-group"], ["australia-group"]]
    assert one.cause.part.text == "澳大利亚集团给予个别国家优惠"


def test_to_politicise_a_thing_furthers_nothing_that_is_named() -> None:
    assert _read("某些国家把体育问题政治化。") == []
    (one,) = _read("个别国家滥用权力，将贸易问题政治化，损害国际安全。")
    assert (one.cause.concept, one.effect.concept) == ("destructive-conduct", "international-security")
