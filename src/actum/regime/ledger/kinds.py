"""What a position is in a ledger, and how openly it says whom it means.

Takes       a position, the readable text of its work.
Gives       a kind with the name of the rule that made it; addressees with their veil and how openly they are named.
Method      one small rule a kind, tried in order:
            `kind:undertaken`         somebody undertakes or decides
            `kind:reaffirmed-deed`    a reaffirmation whose matter opens with a word of binding oneself (重申将…), or is
                                      a commitment (重申对…的承诺)
            `kind:bound-themselves`   a modal that binds all who speak, by the word they call themselves (双方应…)
            `kind:called-on`          somebody is called on, whoever it is
            `kind:modal-of-no-one`    a norm's modal (应, 必须) that binds nobody in particular
            `kind:stance`             all else
            The words are data (`language/LANG/ledger.toml`, the modals of `norms.toml`).
Leaves out  a matter's own modals: extraction makes each a position of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from actum.language.data import table
from actum.model.entry import Addressed, Explicitness, LedgerKind
from actum.model.fact import Mention, Named, Position
from actum.regime.ledger.text import LedgerText
from actum.regime.unnamed import hides_who

UNDERTAKEN = frozenset({"undertake", "decide"})


def kind_of(position: Position, text: LedgerText) -> tuple[LedgerKind, str]:
    """The kind of the entry that the position makes, and the rule."""
    if position.act in UNDERTAKEN:
        return "undertaking", "kind:undertaken"
    if position.act == "reaffirm" and _opens_with_a_deed(position, text):
        return "undertaking", "kind:reaffirmed-deed"
    if position.act == "call-on" and _binds_themselves(position, text):
        return "undertaking", "kind:bound-themselves"
    if position.act == "call-on":
        return "demand", "kind:called-on"
    if position.act == "advocate" and not position.addressee and _is_modal(position, text):
        return "norm", "kind:modal-of-no-one"
    return "stance", "kind:stance"


def addressed(position: Position, text: LedgerText) -> tuple[Addressed, ...]:
    """Whom the position is addressed to, in order, each with its veil: as the mention in its words has it."""
    everybody = _words(text.work.language, "ledger", "everybody")
    veils = [one for one in text.work.mentions if one.veiled]
    return tuple(
        _addressed(one, everybody, veiled=_is_veiled(one, veils) or hides_who(one.part.text, text.work.language))
        for one in position.addressee
    )


def _is_veiled(one: Named, veils: Sequence[Mention]) -> bool:
    """Whether one is meant and not named; who has an id of his own beside a veiled one in his words is named."""
    return any(veil.part.span in one.part.span and one.id in {veil.id, ""} for veil in veils)


def explicitness(some: tuple[Addressed, ...]) -> tuple[Explicitness, ...]:
    """How openly those addressed are named, each way once, in order; `nobody` where no one is."""
    return tuple(dict.fromkeys(one.explicit for one in some)) or ("nobody",)


def _addressed(one: Named, everybody: tuple[str, ...], *, veiled: bool) -> Addressed:
    return Addressed(one.part, one.id, veiled, _openness(one, everybody, veiled=veiled))


def _openness(one: Named, everybody: tuple[str, ...], *, veiled: bool) -> Explicitness:
    if veiled:
        return "veiled"
    if not one.id:
        return "unresolved"
    return "everybody" if one.id in everybody else "named"


def _opens_with_a_deed(position: Position, text: LedgerText) -> bool:
    matter = text.forward(position.matter) if position.matter else None
    if matter is None:
        return False
    commitment = table(text.work.language, "ledger").get("commitment", "(?!)")
    said = matter.of(text.text)
    return said.startswith(_words(text.work.language, "ledger", "undertaken")) or bool(re.fullmatch(commitment, said))


def _binds_themselves(position: Position, text: LedgerText) -> bool:
    selves = _words(text.work.language, "ledger", "selves")
    named = [text.forward(one.part) for one in position.addressee]
    return (
        bool(named)
        and position.holder == text.work.parties
        and _is_modal(position, text)
        and all(span is not None and span.of(text.text) in selves for span in named)
    )


def _is_modal(position: Position, text: LedgerText) -> bool:
    cue = text.forward(position.cue)
    return cue is not None and cue.of(text.text) in _modals(text.work.language)


@cache
def _modals(language: str) -> frozenset[str]:
    return frozenset(word for one in table(language, "norms").get("modal", ()) for word in one["words"].split())


@cache
def _words(language: str, name: str, key: str) -> tuple[str, ...]:
    return tuple(table(language, name).get(key, "").split())
