"""A causal map as an edge list for cognitivemapr (R).

Takes       a causal map.
Gives       the bytes of a CSV file, and lines on the claims that it cannot hold.
Method      a row for each pair, sign and work: `weight` is how often the work says it, `edge_value` 1 or -1, a map a
            work (`map_id`, `map_date`, `speaker`); the columns that the package demands come first, then of which
            side of the cause it is said, and quotes.
Leaves out  claims whose sign is open: there 0 means that the relation does not exist, and an empty cell a plus.
"""

from __future__ import annotations

from actum.export.graph import quotes_of, said_of
from actum.export.separated import separated
from actum.model.claim import CausalMap, Claim

_HEAD = ("from", "to", "weight", "edge_value", "edge_id", "map_id", "map_date", "speaker", "said_of", "quotes")


def cognitivemapr(found: CausalMap) -> tuple[bytes, list[str]]:
    """The edge list, and a line for each pair of which some claims are left out."""
    rows: list[list[object]] = []
    left_out = []
    for edge in found.edges:
        for claims, sign in ((edge.up, 1), (edge.down, -1)):
            for said in _by_work(claims):
                work, date, speaker = said[0].work, said[0].date, "+".join(said[0].holder)
                rows.append(
                    [
                        edge.cause,
                        edge.effect,
                        len(said),
                        sign,
                        len(rows) + 1,
                        work,
                        date,
                        speaker,
                        said_of(said),
                        quotes_of(said),
                    ]
                )
        if edge.unknown:
            left_out.append(f"{edge.cause} → {edge.effect}: {len(edge.unknown)} said without a sign")
    return separated(_HEAD, rows), left_out


def _by_work(claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """The claims by work and holder, in order of date and work."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.date, claim.work, claim.holder), []).append(claim)
    return [found[key] for key in sorted(found)]
