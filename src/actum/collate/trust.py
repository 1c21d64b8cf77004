"""How far each witness is to be believed at each place, where its letters were read by machine.

Takes       lines whose bearers say how sure the reading of their characters is, and sites.
Gives       a share from 0 to 1 for each witness and site; nothing where all witnesses are sure throughout.
Method      a site is as sure as the least sure letter that a witness has there; where it has fewer letters than others,
            the letters beside it count too: what a machine leaves out it mostly leaves out beside what it cannot read.
Leaves out  how sure a human copyist was: nobody says.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from actum.collate.bearers import Line
from actum.collate.columns import Table
from actum.collate.sites import Site

Floats = NDArray[np.float64]

LEAST = 0.02
"""The least that a reading is believed: something made the machine read it. By thought, 2026-11-26."""

OMITTED = 0.8
"""How far a machine is believed that leaves a letter or two out: it says nothing of what it has not seen. Of whole
words it sees at least that they are there; 2026-11-26."""

SAME_MISREADING = 1 / 2
"""Chance that a machine which misreads a character takes it for one certain other: it errs by looks, as others do,
where a copyist errs in many ways. On three bad scans (bench/scans.py), 2026-11-26."""


def misread(common: Floats, found: Sequence[Site], trust: Floats) -> Floats:
    """`common[site, reading]` (see `families.Sites`), with the chance of equal misreadings where one was unsure."""
    seen = common.copy()
    for number, site in enumerate(found):
        alike = all(len(reading) == site.end - site.start for reading in site.readings)
        if alike and trust[:, number].min() < 1:
            seen[number, : len(site.readings)] = np.maximum(seen[number, : len(site.readings)], SAME_MISREADING)
    return seen


def trusts(lines: Sequence[Line], table: Table, found: Sequence[Site]) -> Floats | None:
    """`trust[witness, site]`; None where no line has an unsure letter, so that nothing changes for such texts."""
    if not any(line.bearer.unsure for line in lines):
        return None
    trust = np.ones((len(lines), len(found)))
    for who, line in enumerate(lines):
        if not line.bearer.unsure:
            continue
        sure = _of_letters(line)
        for number, site in enumerate(found):
            trust[who, number] = _at(table.cells[who], site, sure)
    return trust


def _of_letters(line: Line) -> Floats:
    """How sure each letter of a line is: as its least sure character."""
    sure = np.ones(len(line.bearer.text) + 1)
    for span, score in line.bearer.unsure:
        sure[span.start : span.end] = np.minimum(sure[span.start : span.end], max(LEAST, score))
    return np.array(
        [
            float(sure[start : max(start + 1, end)].min())
            for start, end in zip(line.copy_starts.tolist(), line.copy_ends.tolist(), strict=True)
        ]
    )


def _at(cells: NDArray[np.int32], site: Site, sure: Floats) -> float:
    own = [int(cell) for cell in cells[site.start : site.end] if cell >= 0]
    if len(own) < site.end - site.start:
        before, behind = cells[: site.start], cells[site.end :]
        own += [int(cell) for cell in (before[before >= 0][-1:], behind[behind >= 0][:1]) for cell in cell]
        most = OMITTED if site.end - site.start <= 2 else 1.0
        return min([most, *(float(sure[letter]) for letter in own)])
    return min((float(sure[letter]) for letter in own), default=1.0)
