from __future__ import annotations

from tests.align.travels import dated

from actum.align.series import series
from actum.model.formulation import DatedText, Provision
from actum.registry.load import load

TREATY = "双方重申遵守《不扩散核武器条约》规定的各项义务。"
SPACE = "双方主张尽快谈判防止在外空放置武器的法律文书。"
SPACE_CHANGED = "双方一贯主张尽快启动谈判，缔结防止在外空放置武器的国际法律文书。"
FISH = "双方将扩大远洋渔业捕捞配额方面的合作。"
RAIL = "双方商定改造边境铁路口岸的换装设备。"
OTHER = "双方欢迎两国青年互办电影节。"


def states(texts: list[DatedText]) -> dict[str, list[str]]:
    """The states of each provision by its first words."""
    return {words(one): [cell.state for cell in one.cells] for one in series(texts, registry=load())}


def words(one: Provision) -> str:
    return next(cell.parts[0].text for cell in one.cells if cell.parts)


def text(date: str, *lines: str, complete: bool = True) -> DatedText:
    return dated(date, "\n".join(lines), complete=complete)


def test_kept_changed_new_and_gone() -> None:
    texts = [text("2001-01-01", TREATY, SPACE, FISH), text("2002-01-01", SPACE_CHANGED, TREATY, RAIL)]
    assert states(texts) == {
        TREATY: ["first", "kept"],
        SPACE: ["first", "changed"],
        FISH: ["first", "gone"],
        RAIL: ["absent", "new"],
    }


def test_of_a_cut_text_nothing_is_concluded() -> None:
    texts = [
        text("2001-01-01", TREATY, FISH),
        text("2002-01-01", OTHER, complete=False),
        text("2003-01-01", TREATY, RAIL),
        text("2004-01-01", TREATY),
    ]
    found = states(texts)
    assert found[TREATY] == ["first", "unknown", "kept", "kept"]
    assert found[FISH] == ["first", "unknown", "gone", "absent"]
    assert found[RAIL] == ["absent", "unknown", "unknown", "gone"]
    assert found[OTHER] == ["absent", "new", "gone", "absent"]


def test_what_was_gone_comes_back_in_other_words_too() -> None:
    texts = [text("2001-01-01", SPACE, TREATY), text("2002-01-01", OTHER), text("2003-01-01", SPACE_CHANGED, TREATY)]
    found = states(texts)
    assert found[TREATY] == ["first", "gone", "back"]
    assert found[SPACE] == ["first", "gone", "back"]


def test_texts_are_taken_in_order_of_date() -> None:
    texts = [text("2002-01-01", TREATY), text("2001-01-01", TREATY, FISH)]
    assert states(texts) == {TREATY: ["first", "kept"], FISH: ["first", "gone"]}
    assert states(texts) == states(texts[::-1])


def test_without_a_day_texts_are_taken_as_they_are_given() -> None:
    later, earlier = text("", TREATY), text("2001", TREATY, FISH)
    assert states([earlier, later]) == {TREATY: ["first", "kept"], FISH: ["first", "gone"]}
    assert states([later, earlier]) == {TREATY: ["first", "kept"], FISH: ["absent", "new"]}
    assert states([text("2003-01-01", FISH), later]) == {FISH: ["first", "gone"], TREATY: ["absent", "new"]}


def test_every_cell_quotes_its_text() -> None:
    texts = [text("2001-01-01", TREATY, SPACE, FISH), text("2002-01-01", SPACE_CHANGED, TREATY, RAIL)]
    by_work = {one.work: one.side.text for one in texts}
    parts = [(cell.work, part) for one in series(texts, registry=load()) for cell in one.cells for part in cell.parts]
    assert len(parts) == 6
    for work, part in parts:
        part.check(by_work[work])


def test_no_texts_no_provisions() -> None:
    assert series([], registry=load()) == ()
