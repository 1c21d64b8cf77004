"""Each witness of the sample has, along the established text, its own characters; shuffles and lacks are told."""

from __future__ import annotations

from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.text.offsets import OffsetMap
from actum.text.span import Span
from actum.workflow.room import snapshot
from actum.workflow.witnesses import laid_witnesses, lay


def test_every_line_of_the_sample_is_placed_in_every_witness(sample: Workspace) -> None:
    build = snapshot(sample)
    for work in build.works:
        text = build.text(work["work"])
        for witness in laid_witnesses(sample, build, work["work"]):
            at = 0
            for line in text.split("\n"):
                quote = witness.quote(Span(at, at + len(line)))
                assert quote is not None
                assert len(fold(quote).text) >= 0.9 * len(fold(line).text)
                at += len(line) + 1


def row(*pieces: tuple[int, int]) -> dict[str, object]:
    return {"siglum": "A", "copy": "a", "start": 0, "end": 9, "pieces": [list(piece) for piece in pieces]}


def test_line_ends_of_the_copy_are_passed_over() -> None:
    laid = lay(row((0, 9)), text="甲乙\n 丙丁\n戊", established="甲乙丙丁\n戊", entries=())
    assert laid.quote(Span(1, 4)) == "乙\n 丙丁"
    assert laid.quote(Span(4, 6)) == "\n戊"


def test_what_a_witness_lacks_has_no_place() -> None:
    laid = lay(row((0, 2)), text="甲乙", established="甲乙丙丁", entries=())
    assert laid.quote(Span(0, 2)) == "甲乙"
    assert laid.at(Span(2, 4)) is None


def test_an_entry_is_placed_whole() -> None:
    readings = [
        {"text": "乙", "sigla": ["B"], "places": [[0, 0]]},
        {"text": "XYZ", "sigla": ["A"], "places": [[1, 4]]},
    ]
    entries = [{"start": 1, "end": 2, "readings": readings}]
    laid = lay(row((0, 5)), text="甲XYZ丙", established="甲乙丙", entries=entries)
    assert laid.quote(Span(1, 2)) == "XYZ"
    assert laid.quote(Span(0, 3)) == "甲XYZ丙"


def test_a_shuffled_copy_is_followed_from_both_sides() -> None:
    laid = lay(row((4, 8), (0, 4)), text="戊己庚辛甲乙丙丁", established="甲乙丙丁戊己庚辛", entries=())
    assert laid.quote(Span(0, 4)) == "甲乙丙丁"
    assert laid.quote(Span(4, 8)) == "戊己庚辛"
    assert laid.at(Span(2, 6)) is None


def test_mark_up_of_a_copy_is_passed_over() -> None:
    decoded = "<p>甲乙</p><p>丙<b>丁</b></p>"
    kept = [at for at, char in enumerate(decoded) if char in "甲乙丙丁"]
    offsets = OffsetMap.kept(kept, len(decoded))
    entries = [{"start": 2, "end": 3, "readings": [{"text": "丙", "sigla": ["A"], "places": [[12, 13]]}]}]
    laid = lay(row((0, len(decoded))), text="甲乙丙丁", offsets=offsets, established="甲乙\n丁", entries=entries)
    assert laid.quote(Span(0, 2)) == "甲乙"
    assert laid.quote(Span(2, 4)) == "丙丁"
    assert laid.running(Span(12, 13)) == Span(2, 3)
