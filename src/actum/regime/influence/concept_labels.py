"""What unnamed concepts of a map are called where people read them: the text's own words.

Takes       claims.
Gives       labels by the id of each unnamed concept.
Method      an id is of folded words, in which characters of one variant class are one (链 and 炼); the label is what
            the first claim, in order, has in their place. What an id says behind its words stays.
Leaves out  concepts that the registry or a person has named: their slug is their name.
"""

from __future__ import annotations

from collections.abc import Iterable

from actum.model.claim import Claim
from actum.regime.influence.concepts import UNKNOWN
from actum.text.fold import fold


def labels_of(claims: Iterable[Claim]) -> dict[str, str]:
    """The label of each unnamed concept, by the first of the claims that has it."""
    found: dict[str, str] = {}
    for claim in claims:
        for end in (claim.cause, claim.effect):
            if end.concept.startswith(UNKNOWN) and end.concept not in found:
                found[end.concept] = label_of(end.concept, end.words)
    return found


def label_of(concept: str, words: str) -> str:
    """The label of an unnamed concept where a text has it in these words."""
    words = "".join(words.split("\n"))
    folded, said = fold(words).text, concept.removeprefix(UNKNOWN)
    # a pointer back has other words than what it means: 该条约
    return words + said[len(folded) :] if words and said.startswith(folded) else said
