"""Search finds what a plain scan finds, on the characters that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.store.search import CHECKED, NOTHING, Unit, search, spans_of, write_index
from actum.text.fold import fold

UNITS = [
    Unit("a", "p1.s1", 0, "双方重申恪守《不扩散核武器条约》。", (("work", "a"), ("holder", "CHN"))),
    Unit("a", "p1.s2", 17, "雙方反對軍備競賽，維護戰略穩定。\n", (("work", "a"), ("act", "oppose"))),
    Unit("b", "p1.s1", 0, "The Parties reaffirm  the TREATY.", (("work", "b"),)),
    Unit("b", "p1.s2", 33, "维护，战略稳定", (("work", "b"), ("act", "oppose"))),
]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "a#b?c%.sqlite"
    write_index(path, UNITS)
    return path


def test_either_script_finds_both_and_marks_what_is_there(index: Path) -> None:
    for query in ("战略稳定", "戰略穩定", "战 略 稳 定"):
        found = search(index, query)
        assert [(hit.work, hit.division) for hit in found.hits] == [("a", "p1.s2"), ("b", "p1.s2")]
        assert found.hits[0].spans[0].of(found.hits[0].text) == "戰略穩定"
        assert found.hits[0].before == UNITS[0].text


def test_one_character_is_found_even_the_last(index: Path) -> None:
    assert search(index, "定").total == 2
    assert search(index, "约").total == 1
    assert search(index, "y").total == 1


def test_punctuation_counts_where_it_is_typed(index: Path) -> None:
    assert search(index, "维护战略").total == 2
    assert search(index, "维护，战略").total == 1


def test_a_query_over_sentence_ends_is_found(index: Path) -> None:
    found = search(index, "核武器条约》。双方反对")
    assert found.total == 1
    assert found.hits[0].spans[0].of(found.hits[0].text) == "核武器条约》。雙方反對"
    assert search(index, "军备竞赛。双方").total == 0


def test_spaces_of_spaced_scripts_count(index: Path) -> None:
    assert search(index, "parties reaffirm the").total == 1
    assert search(index, "partiesreaffirm").total == 0


def test_punctuation_before_and_behind_the_words_counts(index: Path) -> None:
    assert search(index, "。雙方").total == 1
    assert search(index, "。双方").hits[0].division == "p1.s1"
    assert search(index, "。The Parties").total == 0  # no sentence before it in its work
    assert [hit.work for hit in search(index, "。维护").hits] == ["b"]
    assert search(index, "！双方").total == 0
    assert search(index, "军备竞赛，").total == 1
    assert search(index, "军备竞赛。").total == 0
    assert search(index, "，维护战略").total == 1
    assert search(index, "。双方", facets=[("holder", "CHN")]).total == 1
    assert search(index, "。双方", facets=[("act", "oppose")]).total == 0


def test_a_sentence_end_within_a_unit_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    write_index(path, [Unit("a", "p1.s1", 0, "他说：“和平。合作。”会议结束。"), Unit("b", "p1.s1", 0, "合作结束。")])
    found = search(path, "和平。合作")
    assert [(hit.work, hit.spans[0].of(hit.text)) for hit in found.hits] == [("a", "和平。合作")]


def test_only_places_with_the_typed_punctuation_are_marked() -> None:
    text = "维护战略，维护，战略"
    assert [span.of(text) for span in spans_of(text, "维护，战略")] == ["维护，战略"]


def test_facets_narrow_and_count(index: Path) -> None:
    found = search(index, "战略", facets=[("work", "b")])
    assert [hit.work for hit in found.hits] == ["b"]
    assert search(index, "战略").facets["act"] == (("oppose", 2),)
    assert search(index, "双方", facets=[("act", "oppose"), ("work", "a")]).total == 1


@pytest.mark.parametrize("query", ["", "   ", "，。", '"', "“”", "\x00"])
def test_a_query_without_letters_finds_nothing(index: Path, query: str) -> None:
    assert search(index, query) == NOTHING


@pytest.mark.parametrize("query", ['"双方" OR', "NEAR(双方)", "双*", "words:双方", "a\x00b", "\ud800方", "双方" * 500])
def test_a_query_is_never_a_command(index: Path, query: str) -> None:
    assert search(index, query).total <= len(UNITS)


def test_pages_of_hits(tmp_path: Path) -> None:
    path = tmp_path / "many.sqlite"
    write_index(path, (Unit("w", f"p{n}", n * 10, f"第{n}次双方，重申。") for n in range(CHECKED + 50)))
    found = search(path, "双方", first=5040, limit=20)
    assert found.total == CHECKED + 50
    assert len(found.hits) == 10
    assert not search(path, "双方，").sure


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(alphabet="中国國aB 。，１", min_size=1, max_size=12), min_size=1, max_size=8),
    st.text(alphabet="中国國ab1", min_size=1, max_size=3),
)
def test_a_plain_scan_finds_the_same(tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str) -> None:
    path = tmp_path_factory.mktemp("law") / "x.sqlite"
    write_index(path, (Unit("w", f"p{n}", 0, text) for n, text in enumerate(texts)))
    wanted = fold(query).text
    plain = ["".join(char for char in fold(text).text if char.isalnum() or char == " ") for text in texts]
    there = [f"p{n}" for n, text in enumerate(plain) if wanted in text]
    found = search(path, query)
    assert [hit.division for hit in found.hits] == there
    for hit in found.hits:
        assert hit.spans
        assert all(fold(span.of(hit.text)).text.replace("，", "").replace("。", "") for span in hit.spans)
    assert all(bool(spans_of(text, query)) == (f"p{n}" in there) for n, text in enumerate(texts))
