"""Fingerprints: guarantees of winnowing, texts too short, batches."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.identify.marked import paragraphs

from actum.identify import shingles
from actum.identify.shingles import GRAM, WINDOW, fingerprints


def text() -> str:
    return "".join(paragraphs("002")[1:12])


def test_no_texts() -> None:
    assert fingerprints([]) == ()


def test_a_text_under_one_gram_has_none() -> None:
    short, long = fingerprints(["甲" * (GRAM - 1), "甲乙丙丁戊己"])
    assert len(short.hashes) == 0
    assert len(long.hashes) == 1


def test_every_window_has_one_and_few_are_chosen() -> None:
    (prints,) = fingerprints([text()])
    places = [-1, *prints.places.tolist(), len(text()) - GRAM + 1]
    assert max(after - before for before, after in pairwise(places)) <= WINDOW
    assert len(prints.places) < 2.6 * len(text()) / (WINDOW + 1)


def test_equal_stretches_have_equal_fingerprints_wherever_they_stand() -> None:
    stretch = text()[100 : 100 + GRAM + WINDOW - 1]
    one, other = fingerprints(["前言" + stretch, text()])
    assert set(one.hashes.tolist()) & set(other.hashes.tolist())


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text()[start : start + 300] for start in range(0, 900, 100)]
    whole = fingerprints(texts)
    monkeypatch.setattr(shingles, "BATCH", 350)
    for one, other in zip(whole, fingerprints(texts), strict=True):
        assert one.hashes.tolist() == other.hashes.tolist()
        assert one.places.tolist() == other.places.tolist()


def test_lone_surrogates_are_characters_like_others() -> None:
    (prints,) = fingerprints(["\ud800甲乙丙丁戊己庚辛"])
    assert len(prints.hashes) > 0
