"""What the register of a workspace is asked about where no name is given."""

from __future__ import annotations

from tests.regime.ledger_cases import read

from actum.registry.load import load
from actum.workflow.regime import instruments_named

TITLE = "中华人民共和国和俄罗斯联邦关于某事的联合声明"


def test_neither_its_own_title_nor_a_mere_kind_or_number_is_a_thing() -> None:
    text = f"双方重申《{TITLE}》和《关于某河的条约》。大会回顾第78/238号决议。双方欢迎大会决议。"
    work = read(text, "2025-01-01", title=TITLE)
    slugs = {one.id for one in work.mentions if one.kind == "instrument"}
    assert any(slug.endswith(TITLE) for slug in slugs)
    assert instruments_named(load(), [work]) == ("unknown:关于某河的条约",)
