"""Which side an act or a vote takes, and what counts as a concept.

Takes       the data file `acts.toml` of this room.
Gives       the side of an act toward a kind of thing, of a vote; whether an act blames.
Leaves out  the words around a name, which may turn the side: `matter_sides` has them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, cast

from actum.errors import DataFault
from actum.model.network import SIDES, Side


@cache
def _table() -> dict[str, Any]:
    text = resources.files("actum.regime.network").joinpath("acts.toml").read_text(encoding="utf8")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataFault(f"regime/network/acts.toml is not TOML: {error}. Mend the file at that place.") from error
    if wrong := sorted(set(found["votes"].values()) - set(SIDES)):
        raise DataFault(
            f"regime/network/acts.toml, votes: {', '.join(wrong)} is no side. There are {', '.join(SIDES)}."
        )
    return found


def side_of_act(act: str, kind: str) -> Side:
    """The side that an act takes toward a thing of this kind that is its matter: `neither` where it takes none."""
    table = _table()
    if act in table["worry"] and kind in table["worried_for"]:
        return "open"
    return "for" if act in table["for"] else "against" if act in table["against"] else "neither"


def side_of_vote(value: str) -> Side:
    """The side of a recorded vote toward the subject of a resolution; `neither` for an unknown word."""
    return cast("Side", _table()["votes"].get(value, "neither"))


def is_concept(kind: str) -> bool:
    """Whether a mention of this kind is a concept of the network, no actor and no date."""
    return kind not in _table()["no_concept"]


def blames(act: str) -> bool:
    """Whether the act blames whoever does what its matter tells."""
    return act in _table()["target"]["blame"]
