"""An excerpt is cited for what it reaches, and for nothing else."""

from __future__ import annotations

from actum.collate.establish import Bearer, establish
from actum.text.span import Span

FIRST = "双方重申军备控制是加强国际安全与稳定的重要手段。"
SECOND = "双方致力于践行真正的多边主义，支持联合国发挥中心作用。"
THIRD = "双方愿继续积极密切协调，深化务实合作，维护战略稳定。"


def reach(*texts: str) -> dict[str, tuple[str, ...]]:
    bearers = [Bearer(sign, text, (Span(0, len(text)),)) for sign, text in zip("ABC", texts, strict=False)]
    edition = establish(bearers, language="zh")
    return {siglum: tuple(span.of(edition.text) for span in spans) for siglum, spans in edition.reach}


def test_whole_witnesses_reach_all() -> None:
    whole = f"{FIRST}\n{SECOND}\n{THIRD}"
    assert reach(whole, whole) == {"A": (whole,), "B": (whole,)}


def test_an_excerpt_reaches_what_it_has() -> None:
    whole = f"{FIRST}\n{SECOND}\n{THIRD}"
    found = reach(whole, whole, SECOND)
    assert [part.strip() for part in found["C"]] == [SECOND]


def test_an_omission_within_is_reached() -> None:
    whole = f"{FIRST}\n{SECOND}\n{THIRD}"
    assert reach(whole, whole, f"{FIRST}\n{THIRD}")["C"] == (whole,)


def test_what_lies_between_two_quotations_is_neither_reached_nor_lacking() -> None:
    whole = f"{FIRST}\n{SECOND}\n{THIRD}"
    article = f"声明说，“{FIRST}”声明还说，“{THIRD}”"
    pieces = tuple(Span(article.index(part), article.index(part) + len(part)) for part in (FIRST, THIRD))
    edition = establish([Bearer("A", whole, (Span(0, len(whole)),)), Bearer("B", article, pieces)], language="zh")
    assert edition.text == whole
    assert edition.entries == ()
    assert [span.of(edition.text).strip() for span in dict(edition.reach)["B"]] == [FIRST, THIRD]
