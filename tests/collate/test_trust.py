"""Witnesses that a machine read: an unsure letter weighs less at its place, and nowhere else."""

from __future__ import annotations

import pytest

from actum.collate.bearers import Bearer
from actum.collate.establish import establish
from actum.text.span import Span

TEXT = (
    "双方坚决反对任何破坏战略稳定的行为，强烈谴责有关国家的挑衅行径，呼吁各国恪守条约，共同维护和平。"
    "双方重申将继续密切协调，深化务实合作，维护和加强全球战略稳定，携手应对这一领域的共同挑战和威胁。"
)


def bearer(siglum: str, text: str, unsure: dict[str, float] | None = None) -> Bearer:
    marks = tuple(
        (Span(text.index(quote), text.index(quote) + len(quote)), score) for quote, score in (unsure or {}).items()
    )
    return Bearer(siglum, text, (Span(0, len(text)),), unsure=marks)


def test_two_unsure_misreadings_lose_to_one_sure_reading() -> None:
    wrong = TEXT.replace("恪守", "格守")
    copies = [bearer("A", wrong, {"格": 0.3}), bearer("B", wrong, {"格": 0.35}), bearer("C", TEXT)]
    assert establish(copies, language="zh").text == TEXT


def test_sure_misreadings_of_two_win_as_they_do_without_scores() -> None:
    wrong = TEXT.replace("恪守", "遵守")
    copies = [bearer("A", wrong), bearer("B", wrong), bearer("C", TEXT, {"密切": 0.9})]
    assert establish(copies, language="zh").text == wrong


def test_of_two_copies_the_surer_has_it() -> None:
    wrong = TEXT.replace("威胁", "威肋")
    for order in ((0, 1), (1, 0)):
        pair = [bearer("A", wrong, {"肋": 0.4}), bearer("B", TEXT)]
        assert establish([pair[k] for k in order], language="zh").text == TEXT


@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_scores_change_nothing_where_all_agree(score: float) -> None:
    copies = [bearer("A", TEXT, {"反对": score}), bearer("B", TEXT)]
    edition = establish(copies, language="zh")
    assert edition.text == TEXT
    assert edition.entries == ()
