"""Maps by hand with pairs of all signs, and what the forms ask for."""

from __future__ import annotations

from tests.regime.making_maps import map_of

from actum.model.claim import CausalMap

SAID = """
w19: -inf-treaty -> -strategic-stability
w19: inf-treaty -> -arms-race
w25: inf-treaty -> -arms-race
w25: golden-dome -> -strategic-stability
w25: arms-race -> -strategic-stability
w20: strategic-stability -> peace
w21: strategic-stability -> -peace
w22: unknown:x<&"\u4e0d -> peace
w23: peace ?> npt
w23: npt ?> npt
"""
NAMES = {
    "inf-treaty": "中导条约",
    "strategic-stability": "战略稳定",
    "arms-race": "军备竞赛",
    "npt": "不扩散核武器条约",
}
KINDS = {"inf-treaty": "instrument", "strategic-stability": "goal", "arms-race": "risk", "npt": "instrument"}


def said() -> CausalMap:
    """Up, down, both at once, open, an unnamed concept with characters that mark-up must escape, a claim of itself."""
    return map_of(SAID)
