"""A causal map as a Mental Modeler model (.mmp), in its JSON form.

Takes       a causal map, names and kinds of its concepts, a title, the date of its latest work.
Gives       the bytes of an .mmp file, and lines on the pairs that it cannot hold.
Method      the form that Mental Modeler itself writes: every value a string ("-1", "0"), one relationship for each
            ordered pair, held by its cause. Quotes stand in the notes. Influence is 1 or -1: nobody said how much.
Leaves out  pairs said both up and down or without a sign (listed); scenarios; confidence, which is "0".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from actum.export.graph import PLACED
from actum.export.layout import plan
from actum.export.picture import label_of
from actum.export.single_signs import SingleSign, single_signs
from actum.model.claim import CausalMap, Claim

GROUPS = ("goal", "risk", "instrument", "practice", "principle", "")
"""Kinds of concept as Mental Modeler's six groups; all other kinds are in the last."""
ROW = 20
"""Concepts in a row where there are too many for layers."""


def mental_modeler(
    found: CausalMap, names: Mapping[str, str], kinds: Mapping[str, str], *, title: str, date: str
) -> tuple[bytes, list[str]]:
    """The map as an .mmp file, and a line for each pair that is left out."""
    pairs, left_out = single_signs(found)
    numbers = {node.concept: str(number) for number, node in enumerate(found.nodes, 1)}
    places = _places(found, pairs, names)
    of: dict[str, list[SingleSign]] = {}
    for pair in pairs:
        of.setdefault(pair.cause, []).append(pair)
    concepts = [
        {
            "id": numbers[node.concept],
            "name": _name(node.concept, names),
            "notes": node.concept,
            "units": "",
            "group": _group(kinds.get(node.concept, "")),
            "x": places[node.concept][0],
            "y": places[node.concept][1],
            "preferredState": "0",
            "relationships": [_relation(pair, numbers, names) for pair in of.get(node.concept, ())],
        }
        for node in found.nodes
    ]
    info = {"id": "", "name": title, "version": "1.0", "date": date, "author": "Actum"}
    model = {
        "info": info,
        "groupNames": {str(number): group or "other" for number, group in enumerate(GROUPS)},
        "concepts": concepts,
    }
    info["id"] = _id(json.dumps(model, ensure_ascii=False))
    return (json.dumps(model, ensure_ascii=False, indent=1) + "\n").encode("utf8", "replace"), left_out


def _places(found: CausalMap, pairs: Sequence[SingleSign], names: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Where each concept lies: layered, or of a map too large for that in rows by name."""
    if len(found.nodes) > PLACED:
        return {node.concept: (str(n % ROW * 220), str(n // ROW * 90)) for n, node in enumerate(found.nodes)}
    labels = {node.concept: label_of(node.concept, names) for node in found.nodes}
    laid = plan(labels, [(pair.cause, pair.effect, "") for pair in pairs])
    return {box.node: (str(round(box.x)), str(round(box.y))) for box in laid.boxes}


def _relation(pair: SingleSign, numbers: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    return {
        "id": numbers[pair.effect],
        "name": _name(pair.effect, names),
        "notes": "\n".join([*map(_quote, pair.claims), *(f"sign left open: {_quote(claim)}" for claim in pair.open)]),
        "confidence": "0",
        "influence": str(pair.sign),
    }


def _quote(claim: Claim) -> str:
    said = " (said of less of the cause)" if claim.cause.delta == "-" else ""
    return f"{claim.work}, {claim.division}, {'+'.join(claim.holder)}{said}: {claim.sentence.text}"


def _name(concept: str, names: Mapping[str, str]) -> str:
    return names.get(concept, concept.removeprefix("unknown:"))


def _group(kind: str) -> str:
    return str(GROUPS.index(kind) if kind in GROUPS else len(GROUPS) - 1)


def _id(text: str) -> str:
    """An id in the usual form of a UUID, made of what the model holds."""
    digits = hashlib.sha256(text.encode("utf8", "replace")).hexdigest()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))
