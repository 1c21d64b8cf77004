"""Whether a value that a person sets on a fact is one that it may have.

Takes       the id of a fact, fields with values, and the registry as the workspace sees it.
Gives       nothing; an error that says what is wrong, by which rule, and what to do.
Method      acts, strengths, signs and kinds are closed lists of the model; who and what is named must have a row in
            the registry, which a person may add to.
Leaves out  whether the judgement is right: that is for the person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from actum.errors import JudgementRefused
from actum.model.fact import ACTS, MENTION_KINDS
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.store.fact_judgements import correctable

UNKNOWN = "unknown:"
"""How the id of a mention begins whose name no registry row has."""
HOLDING = frozenset({"state", "body", "group"})
"""What can hold a position, as mentions are kinded."""
CHOICES: dict[str, tuple[object, ...]] = {
    "act": ACTS,
    "strength": (0, 1, 2),
    "sign": ("+", "-"),
    "kind": MENTION_KINDS,
    "veiled": (True, False),
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADD = "Find it with `actum registry find WORDS`, or give it a row in a file of the workspace's folder registry/."


def check_fields(fact: str, fields: Mapping[str, object], registry: Registry, *, held: Collection[str] = ()) -> None:
    """Raise JudgementRefused unless every field may be set on this fact, to this value.

    `held` are codes of those who hold positions already: they may be holders, in the registry or not.
    """
    if wrong := sorted(set(fields) - set(correctable(fact))):
        raise JudgementRefused(
            f"{', '.join(wrong)} cannot be set on {fact}; what can: {', '.join(correctable(fact))}. "
            "The words that a fact quotes are never set."
        )
    if not fields:
        raise JudgementRefused(f"nothing is set on {fact}. Say what is wrong: --set FIELD=VALUE")
    for field, value in fields.items():
        _check(field, value, registry, held)


def check_slug(slug: str) -> None:
    """Raise JudgementRefused unless a slug is lower-case words joined by hyphens, as every slug of the registry is."""
    if not _SLUG.fullmatch(slug):
        raise JudgementRefused(
            f"“{slug}” is no slug: a slug is of lower-case letters and digits, words joined by hyphens (inf-treaty)."
        )


def _check(field: str, value: object, registry: Registry, held: Collection[str]) -> None:
    if field in CHOICES:
        # True is 1 to Python, but no strength
        if not any(value == one and type(value) is type(one) for one in CHOICES[field]):
            raise JudgementRefused(f"{field} cannot be {_said(value)}; it is one of {_listed(CHOICES[field])}.")
    elif field == "holder":
        _check_holders(value, registry, held)
    elif registry.row(str(value)) is None:
        raise JudgementRefused(f"id cannot be {_said(value)}: no row of the registry has that slug. {_ADD}")


def _check_holders(value: object, registry: Registry, held: Collection[str]) -> None:
    codes = value if isinstance(value, list) else []
    if not codes:
        raise JudgementRefused("holder cannot be empty: a position has one holder or more, as codes (CHN,RUS).")
    for code in (one for one in codes if one not in held):
        row = registry.row(str(code).lower())
        if row is None:
            raise JudgementRefused(f"holder cannot be {_said(code)}: no row of the registry has that code. {_ADD}")
        if MENTIONED_AS[row.kind] not in HOLDING:
            raise JudgementRefused(
                f"holder cannot be {_said(code)}: that is a {row.kind}; only states, groups and bodies hold positions."
            )


def _said(value: object) -> str:
    return f"“{value}”"


def _listed(choices: tuple[object, ...]) -> str:
    return ", ".join(str(one).lower() if isinstance(one, bool) else str(one) for one in choices)
