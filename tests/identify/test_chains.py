"""Chains: exact stretches, foreign matter, shuffles, omissions."""

from __future__ import annotations

from tests.identify.marked import paragraphs

from actum.identify.chains import Piece, borne, chain, single
from actum.identify.shingles import fingerprints
from actum.text.span import Span

BASE = "".join(paragraphs("002")[1:12])
NEWS = "".join(paragraphs("001")[29:33])


def pieces(own: str, base: str = BASE) -> tuple[Piece, ...]:
    one, other = fingerprints([own, base])
    return chain(own, base, single(one), single(other))


def test_the_same_text_is_one_piece() -> None:
    assert pieces(BASE) == (Piece(Span(0, len(BASE)), Span(0, len(BASE))),)


def test_nothing_in_common() -> None:
    assert pieces(NEWS) == ()
    assert pieces("") == ()
    assert pieces(BASE, "") == ()


def test_foreign_matter_is_cut_off_to_the_character() -> None:
    (piece,) = pieces(NEWS + BASE + NEWS[:200])
    assert piece == Piece(Span(len(NEWS), len(NEWS) + len(BASE)), Span(0, len(BASE)))


def test_foreign_matter_in_the_midst_parts_two_pieces() -> None:
    left, right = pieces(BASE[:500] + NEWS + BASE[500:])
    assert left == Piece(Span(0, 500), Span(0, 500))
    assert right == Piece(Span(500 + len(NEWS), len(NEWS) + len(BASE)), Span(500, len(BASE)))


def test_single_changes_part_nothing() -> None:
    changed = BASE[:300] + "某某" + BASE[301:700] + BASE[705:]
    (piece,) = pieces(changed)
    assert piece == Piece(Span(0, len(changed)), Span(0, len(BASE)))


def test_parts_in_another_order_stand_in_the_order_of_the_base() -> None:
    first, second = pieces(BASE[600:] + BASE[:600])
    rest = len(BASE) - 600
    assert first == Piece(Span(rest, len(BASE)), Span(0, 600))
    assert second == Piece(Span(0, rest), Span(600, len(BASE)))


def test_an_omission_is_not_borne() -> None:
    found = pieces(BASE[:400] + BASE[600:])
    assert borne(found) == len(BASE) - 200


def test_of_a_text_pasted_twice_every_fingerprint_is_kept_once() -> None:
    (twice,) = fingerprints([BASE * 2])
    kept = single(twice)
    assert len(kept.hashes) == len(set(twice.hashes.tolist()))
    assert (kept.places < len(BASE)).mean() > 0.95
