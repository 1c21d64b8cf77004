"""A copy that is kept comes back as it was."""

from __future__ import annotations

import json

from actum.model.copy import Box, Confidence, Copy, Page, Said
from actum.model.doubt import Doubt, Parallel
from actum.store.kept_copies import kept_copy, kept_row
from actum.text.offsets import edited
from actum.text.span import Part, Span

DECODED = "外交公报\n双方重\n申。ﬁ"


def copy(*doubts: Doubt) -> Copy:
    text, offsets = edited(DECODED, [(Span(0, 5), ""), (Span(8, 9), ""), (Span(11, 12), "fi")])
    return Copy(
        sha256="ab" * 32,
        places=("a.pdf",),
        format="pdf",
        encoding="pdf",
        decoded=DECODED,
        text=text,
        offsets=offsets,
        doubts=doubts,
        said=(Said("title", "公报", Part(0, 0, ""), "pdf:title"),),
        pages=(Page(1, Span(0, 12), 595.0, 842.0, (Box(Span(0, 4), 1.0, 2.5, 3.0, 4.0),)),),
        confidence=(Confidence(Span(5, 6), 0.4),),
    )


def test_there_and_back() -> None:
    own = copy(Doubt("foreign", Part(0, 4, "外交公报"), "a running head", "layout:page-edge"))
    row = kept_row(own)
    assert row is not None
    assert kept_copy(json.loads(json.dumps(row)), place="a.pdf") == own


def test_what_cannot_be_kept_whole_is_not_kept() -> None:
    parallel = Parallel("w", Part(0, 1, "双"))
    assert kept_row(copy(Doubt("suspect", Part(5, 6, "双"), "?", "rule", "两", (parallel,)))) is None
