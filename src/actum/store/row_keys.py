"""The keys of each kind of row, in order: a promise to other programs, held to `docs/verbs.md` by a test.

Takes       nothing.
Gives       for each verb that shows rows, every key that its rows may have; the columns of its CSV.
Leaves out  the keys inside nested values. Every row has every key, but that a doubt has `copy` or `work`, never both.
"""

from __future__ import annotations

ROW_KEYS: dict[str, tuple[str, ...]] = {
    "works": (
        "work", "title", "date", "language", "complete", "date_source", "place", "parties", "agency", "beside",
        "together", "incomplete_because", "witnesses", "doubts",
    ),
    "text": ("work", "title", "date", "language", "complete", "text"),
    "apparatus": (
        "work", "start", "end", "established", "basis", "readings", "kind", "polarity", "alarms", "parallels", "says",
    ),
    "doubts": ("kind", "copy", "work", "start", "end", "quote", "says", "made_by", "proposal", "parallels"),
    "positions": (
        "id", "work", "division", "sentence", "cue", "act", "strength", "holder", "holder_written", "addressee",
        "matter", "about", "witnesses", "made_by", "repeated_in", "doubts", "judged",
    ),
    "effects": (
        "id", "work", "division", "sentence", "cue", "sign", "cause", "effect", "made_by", "witnesses", "repeated_in",
        "doubts", "judged",
    ),
    "mentions": (
        "work", "division", "sentence", "text", "start", "end", "kind", "id", "veiled", "made_by", "fact", "witnesses",
        "repeated_in", "doubts", "judged",
    ),
    "compare": ("relation", "earlier", "later", "score", "changes", "shared", "made_by"),
    "silence": ("standing", "kind", "id", "earlier", "later"),
    "formulations": (
        "wording", "language", "first", "last", "works", "years", "holder", "telling", "variants", "trail",
    ),
    "track": (
        "work", "title", "date", "standing", "likeness", "part", "sentence", "differences", "holder", "act",
    ),
    "series": ("wording", "first", "last", "works", "cells"),
    "network": (
        "tie", "window", "source", "holder", "target", "target_kind", "explicit", "written", "weight", "counts",
        "shares", "split_from", "works", "because",
    ),
    "ledger": (
        "id", "position", "work", "date", "division", "sentence", "kind", "kind_by", "holder", "holder_written",
        "addressee", "act", "cue", "strength", "explicit", "matter", "about", "subjects", "forum", "basis", "due",
        "first", "last", "repeated_in", "said_in", "beside", "answered_by", "overtaken_by", "open", "closed_because",
        "witnesses", "made_by", "as_of", "doubts", "judged",
    ),
    "regime": (
        "instrument", "name", "kind", "state", "since", "until", "as_of", "known_on", "according_to", "told_by",
        "unverified", "proved_by", "standings", "contested", "said", "events", "caveats",
    ),
    "map": (
        "cause", "effect", "signs", "up", "down", "unknown", "works", "said_of", "kinds", "unnamed", "unverified",
        "self_claim", "claims",
    ),
    "map compare": (
        "fate", "cause", "effect", "signs_earlier", "signs_later", "unspoken", "earlier", "later",
    ),
    "paths": (
        "cause", "effect", "sign", "tie", "chain", "aloud", "sides", "works", "holders", "uses", "steps",
    ),
    "paths --summary": (
        "cause", "effect", "sign", "up", "down", "unknown", "threads", "fewest_steps", "disjoint", "works",
        "uses",
    ),
    "loops": ("sign", "tie", "chain", "aloud", "sides", "works", "holders", "steps"),
    "what-if": ("concept", "outcome", "reaches"),
    "what-if --cognitive": ("concept", "drift", "place", "unclamped"),
    "centrality": ("concept", "role", "edges_in", "edges_out", "claims", "works", "goal", "map"),
    "copies": ("copy", "places", "sha256", "format", "encoding", "characters", "found", "said", "pages"),
    "records": ("work", "kind", "who", "value", "start", "end", "text", "copy"),
    "explain": ("step", "says"),
    "registry candidates": ("id", "kind", "name", "count", "places"),
    "registry find": ("slug", "kind", "sure", "source", "names", "events", "not", "note"),
    "judge list": ("id", "kind", "subject", "value", "author", "when", "note", "holds"),
}  # fmt: skip
