import pytest

from actum.errors import DataFault
from actum.registry.load import load

ROW = "- {slug: sea-treaty, kind: treaty, sure: B, source: a book, names: [{zh: 海约, form: short, source: a page}]}"


def test_rows_by_slug_and_names_by_language() -> None:
    registry = load()
    npt = registry.row("npt")
    assert npt is not None
    assert ("不扩散核武器条约", "npt") in [(name.text, row.slug) for name, row in registry.names("zh")]
    assert {name.language for name, _ in registry.names("ru")} == {"ru"}
    assert registry.row("no-such-thing") is None


def test_the_same_texts_give_the_same_object() -> None:
    assert load() is load([])
    assert load([ROW]) is load([ROW])


def test_further_texts_stand_behind_the_shipped_rows() -> None:
    registry = load([ROW])
    assert registry.rows[-1].slug == "sea-treaty"
    assert registry.rows[:-1] == load().rows


def test_a_faulty_text_is_named_by_its_place() -> None:
    with pytest.raises(DataFault, match="added registry 2"):
        load([ROW, "- {slug: x}"])
