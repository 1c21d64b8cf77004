"""What holds of the formulations, the trails and the series of any texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.travels import dated

from actum.align.formulation_repeats import Repeats
from actum.align.formulations import formulations
from actum.align.series import series
from actum.align.track import track
from actum.model.formulation import Appearance, DatedText
from actum.registry.load import load
from actum.text.fold import fold

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
# In simplified and in traditional script with residue, so that places differ from those of the folded text.
POOL = tuple(
    dict.fromkeys(
        sentence + "。"
        for file in ("002_8bd62bbf1b58aa2c.txt", "000_ce5b93ffd40c2717.txt")
        for line in (SAMPLE / file).read_text(encoding="utf8").splitlines()
        for sentence in line.strip().split("。")
        if 15 < len(sentence) < 120
    )
)
texts = st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=8), min_size=1, max_size=5)
numbers = st.lists(st.lists(st.integers(0, 2), max_size=8), max_size=6)
slow = settings(max_examples=15, deadline=None)


def dated_texts(made: Sequence[Sequence[str]]) -> list[DatedText]:
    return [dated(f"{2000 + at}-01-01", "\n".join(lines)) for at, lines in enumerate(made)]


def check(one: Appearance, by_work: dict[str, str]) -> None:
    one.part.check(by_work[one.work])
    one.sentence.check(by_work[one.work])
    assert one.part.span in one.sentence.span


def words(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).text))


@slow
@given(texts)
def test_every_quote_holds_and_two_works_have_every_formulation(made: list[list[str]]) -> None:
    read = dated_texts(made)
    by_work = {one.work: one.side.text for one in read}
    for found in formulations(read):
        kept = [*found.trail, *(one for variant in found.variants if not variant.negated for one in variant.trail)]
        assert len({one.work for one in kept}) == found.telling.works >= 2
        assert {words(one.part.text) for one in found.trail} == {words(found.wording)}
        for one in (*found.trail, *(one for variant in found.variants for one in variant.trail)):
            check(one, by_work)


@slow
@given(texts, st.randoms())
def test_the_order_of_the_texts_is_nothing(made: list[list[str]], chance: object) -> None:
    read = dated_texts(made)
    shuffled = list(read)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert formulations(read) == formulations(shuffled)
    assert track(read, "全球战略稳定") == track(shuffled, "全球战略稳定")
    assert series(read, registry=load()) == series(shuffled, registry=load())


@slow
@given(texts)
def test_a_text_said_twice_says_nothing_more(made: list[list[str]]) -> None:
    once, twice = dated_texts(made), dated_texts([[*lines, *lines] for lines in made])
    assert [one.wording for one in formulations(once)] == [one.wording for one in formulations(twice)]


@slow
@given(texts, st.sampled_from(["全球战略稳定", "戰略穩定", "军备竞赛", "核武器国家", "不扩散"]))
def test_track_has_every_place_word_for_word(made: list[list[str]], wording: str) -> None:
    read = dated_texts(made)
    by_work = {one.work: one.side.text for one in read}
    found = track(read, wording)
    for one in found:
        if one.appearance:
            check(one.appearance, by_work)
    for text in read:
        lines = dict.fromkeys(text.side.text.splitlines())
        whole = sum(fold(line).text.count(fold(wording).text) for line in lines)
        assert sum(one.standing in {"same", "negated"} for one in found if one.work == text.work) >= whole


@slow
@given(texts)
def test_every_cell_of_a_series_quotes_its_text(made: list[list[str]]) -> None:
    read = dated_texts(made)
    for provision in series(read, registry=load()):
        assert [cell.work for cell in provision.cells] == [one.work for one in read]
        assert any(cell.parts for cell in provision.cells)
        for cell, text in zip(provision.cells, read, strict=True):
            assert bool(cell.parts) == (cell.state in {"first", "new", "kept", "changed", "back"})
            for part in cell.parts:
                part.check(text.side.text)


def plain_repeats(rows: list[list[int]], owners: list[int], shortest: int) -> set[tuple[tuple[int, ...], int]]:
    """The plain twin of `Repeats.maximal`: every stretch, looked for everywhere."""
    places: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for row, keys in enumerate(rows):
        for start in range(len(keys)):
            for end in range(start + shortest, len(keys) + 1):
                places.setdefault(tuple(keys[start:end]), []).append((row, start))
    found = set()
    for stretch, some in places.items():
        before = {(rows[row][at - 1],) if at else (row, "starts") for row, at in some}
        behind = {
            (rows[row][end],) if (end := at + len(stretch)) < len(rows[row]) else (row, "ends") for row, at in some
        }
        bits = 0
        for row, _ in some:
            bits |= owners[row]
        if len(some) > 1 and len(before) > 1 and len(behind) > 1 and bits & (bits - 1):
            found.add((stretch, bits))
    return found


@settings(max_examples=300)
@given(numbers, st.data())
def test_repeats_are_those_of_the_plain_twin(rows: list[list[int]], data: st.DataObject) -> None:
    owners = [1 << data.draw(st.integers(0, 2)) for _ in rows]
    repeats = Repeats(rows, owners)
    found = [(tuple(rows[one.row][one.offset : one.offset + one.length]), one) for one in repeats.maximal(1)]
    assert sorted((stretch, one.texts) for stretch, one in found) == sorted(plain_repeats(rows, owners, 1))
    for stretch, one in found:
        assert list(one.places) == repeats.places(stretch)
