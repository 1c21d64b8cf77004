"""Choose what the text had at every place where witnesses differ.

Takes       the table of columns, and its lines: how much each witness weighs, and where it is unsure.
Gives       for each site the reading chosen, how sure that is, and by which rule.
Method      the families that shared errors show (`families`), each site weighed with them and, weakly, by how well
            its readings read (`evidence`).
Leaves out  how the chosen letters are written (`typography`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from actum.collate.bearers import Line
from actum.collate.columns import GAP, Cells, Table, plural_codes
from actum.collate.evidence import AROUND, Usage, is_unreadable, repeats
from actum.collate.families import LOST, Floats, Sites, Verdict, judge, weigh
from actum.collate.negation import denial_lost
from actum.collate.sites import Site, sites
from actum.collate.trust import misread, trusts
from actum.model.apparatus import Basis

SAME_SLIP = 1 / 60
"""Chance that a slip gives one certain other reading."""

SAME_OMISSION = 1 / 4
"""Chance that one who leaves out or doubles something does it just so as another did."""

SURE = 0.75
"""Probability from which a choice is called made; below, the place is undecided (2026-11-25, bench/collate.py)."""


AGAIN = 24
"""Letters of a passage that stands in the text twice from which it was pasted twice; formulas that return are shorter:
中华人民共和国和俄罗斯联邦 has 13; 2026-11-26."""

LOSS = 2
"""Letters that one half of the witnesses must have more to be kept where language cannot decide: a single one more is
as often a slip, a whole word hardly ever; 2026-11-26."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Reading number `chosen` of a site, with its probability and the rule that chose it."""

    site: Site
    chosen: int
    chance: float
    basis: Basis


@dataclass(frozen=True, slots=True, eq=False)
class Vote:
    """All choices in order of place, and the verdict on the families; None where nothing differs."""

    choices: tuple[Choice, ...]
    verdict: Verdict | None


def vote(table: Table, lines: Sequence[Line], usual: Mapping[int, str], *, language: str) -> Vote:
    """A choice for every site; none where all witnesses agree in every letter."""
    found = sites(table.codes, usual)
    if not found:
        return Vote((), None)
    weights = [line.bearer.weight for line in lines]
    trust = trusts(lines, table, found)
    own = weighed(table, found, weights, usual, language=language)
    if trust is not None:
        own = replace(own, trust=trust, common=misread(own.common, found, trust))
    verdict = judge(own)
    text = _plural_text(table, usual)
    heard = [weights if trust is None else (trust[:, i] * weights).tolist() for i in range(len(found))]
    choices = (_choice(site, verdict.chance[i], heard[i], text, language) for i, site in enumerate(found))
    return Vote(tuple(choices), verdict)


def _plural_text(table: Table, usual: Mapping[int, str]) -> list[str]:
    """The commonest letter of each column as it is usually written, "" where there is none."""
    return [usual.get(code, chr(code)) if code != GAP else "" for code in plural_codes(table.codes)]


def weighed(
    table: Table, found: Sequence[Site], weights: Sequence[float], usual: Mapping[int, str], *, language: str
) -> Sites:
    """The sites as families see them, each reading with its log prior."""
    text = _plural_text(table, usual)
    usage = Usage("".join(text), language=language)
    readings = max(len(site.readings) for site in found)
    merit = np.full((len(found), readings), LOST)
    common = np.full(merit.shape, SAME_SLIP)
    for i, site in enumerate(found):
        before = "".join(text[max(0, site.start - 3 * AROUND) : site.start])
        after = "".join(text[site.end : site.end + 3 * AROUND])
        here = "".join(text[site.start : site.end])
        merit[i, : len(site.readings)] = usage.scores(before, site.readings, after, here=here)
        for k, reading in enumerate(site.readings):
            if not reading or (not all(site.readings) and repeats(before, reading, after)):
                common[i, k] = SAME_OMISSION
    states = np.stack([site.states for site in found], axis=1)
    return Sites(states, merit, common, table.width, np.asarray(weights, dtype=np.float64))


def ballot(
    verdict: Verdict | None, weights: Sequence[float], length: int
) -> Callable[[Cells, Sequence[float]], tuple[int, bool]]:
    """A way to choose among states (negative: unheard) with a bias for each, by the families that are known.

    `length` is the width of the table. Where families leave it open, the most weight wins; even, the likelier, or the
    first. The answer says too whether the choice is sure.
    """
    known: dict[tuple[bytes, tuple[float, ...]], tuple[int, bool]] = {}
    heard = np.asarray(weights, dtype=np.float64)

    def choose(states: Cells, bias: Sequence[float]) -> tuple[int, bool]:
        key = (states.tobytes(), tuple(bias))
        if key not in known:
            if verdict is None:
                backing = np.array([8 * float(heard[states == k].sum()) + bias[k] for k in range(len(bias))])
                chance = np.exp(backing - backing.max())
                chance /= chance.sum()
            else:
                merit = np.array([bias], dtype=np.float64)
                common = np.full(merit.shape, SAME_OMISSION)
                one = Sites(states[:, None], merit, common, length, heard)
                chance = weigh(verdict, one)[0]
            winner = int(np.argmax(chance))
            sure = bool(chance[winner] >= SURE)
            if not sure:
                winner = _heaviest(states, heard, bias, winner)
            known[key] = winner, sure
        return known[key]

    return choose


def _heaviest(states: Cells, weights: Floats, bias: Sequence[float], likelier: int) -> int:
    backing = [float(weights[states == k].sum()) + bias[k] for k in range(len(bias))]
    return max(range(len(bias)), key=lambda k: (backing[k], k == likelier, -k))


def _choice(
    site: Site,
    chance: np.ndarray[tuple[int], np.dtype[np.float64]],
    weights: Sequence[float],
    text: Sequence[str],
    language: str,
) -> Choice:
    chosen = int(np.argmax(chance))
    readable = [k for k, reading in enumerate(site.readings) if not is_unreadable(reading)] or [chosen]
    chosen = chosen if chosen in readable else max(readable, key=lambda k: (float(chance[k]), -k))
    weight = np.asarray(weights)
    heard = [float(weight[site.states == k].sum()) * (k in readable) for k in range(len(site.readings))]
    most = max(heard)
    leads = heard[chosen] == most and heard.count(most) == 1
    rivals = max((int((site.states == k).sum()) for k in readable if k != chosen), default=0)
    sure = float(chance[chosen]) / sum(float(chance[k]) for k in readable)
    if sure < SURE or (not leads and rivals < 2):
        kept = _fuller(site, chosen, heard, text, language)
        return Choice(site, kept, float(chance[kept]), "undecided")
    return Choice(site, chosen, sure, "majority" if leads else "family")


def _fuller(site: Site, chosen: int, heard: Sequence[float], text: Sequence[str], language: str) -> int:
    """Of readings as well attested as the chosen one, that which has a negation more, or words that stand nowhere else.

    Both are lost in copying far oftener than they are put in, and what is kept can still be seen to be doubtful. What
    only says again what stands beside it, or a passage that the text has elsewhere too, was pasted twice.
    """
    even = [k for k in range(len(site.readings)) if heard[k] == heard[chosen]]
    if heard[chosen] < max(heard) or len(even) < 2:
        return chosen
    readings = site.readings
    again = {k for k in even if _is_said_again(site, k, text)}
    if chosen in again:
        chosen = min((k for k in even if k not in again), key=lambda k: (len(readings[k]), k), default=chosen)

    def loses(k: int) -> bool:
        more = len(readings[k]) - len(readings[chosen])
        own = zip(site.letters[chosen], site.letters[k], strict=True)
        within = all(a in (GAP, b) for a, b in own)
        lost = denial_lost(readings[k], readings[chosen], language)
        return more > 0 and k not in again and (lost or (within and more >= LOSS))

    fuller = [k for k in even if loses(k)]
    return max(fuller, key=lambda k: (len(readings[k]), -k), default=chosen)


def _is_said_again(site: Site, k: int, text: Sequence[str]) -> bool:
    """Whether a reading says again what stands beside it, or is a passage that stands elsewhere in the text as well."""
    reading = site.readings[k]
    before, after = "".join(text[: site.start]), "".join(text[site.end :])
    passage = "".join(filter(str.isalnum, reading))
    if len(passage) < AGAIN:
        return repeats(before, reading, after)
    return any(passage in "".join(filter(str.isalnum, part)) for part in (before, after))
