"""Yearly texts of the same wording are told apart; a miswritten day in a noisy copy is not taken for another."""

from __future__ import annotations

import random

from actum.identify.chains import Piece
from actum.identify.signs import other_text, signs_of
from actum.text.fold import fold
from actum.text.span import Span

TEXT = "双方重申军备控制是加强国际安全与稳定的重要手段，破坏国际安全与稳定的行为同时也阻碍了军控领域的努力。" * 6
FIRST = frozenset({("day", "2021-12-06")})
SECOND = frozenset({("day", "2022-12-07")})


def noisy(text: str) -> str:
    source = random.Random(7)
    return "".join(source.choice("的和在军控") if source.random() < 0.05 else char for char in text)


def whole(own: str, base: str) -> list[Piece]:
    return [Piece(Span(0, len(own)), Span(0, len(base)))]


def test_signs_of_a_resolution() -> None:
    page = "联合国\nA/RES/77/42\n大会\n不首先在外层空间放置武器\n大会，\n回顾其第69/32号决议（A/77/383），"
    assert ("symbol", "A/RES/77/42") in signs_of(page, [])


def test_signs_of_a_statement() -> None:
    text = "甲国和乙国关于全球战略稳定的联合声明\n双方重申下列各点。\n2025年5月8日于莫斯科"
    assert signs_of(text, [text]) == {("day", "2025-05-08")}


def test_another_symbol_is_another_text() -> None:
    own, base = frozenset({("symbol", "A/RES/77/42")}), frozenset({("symbol", "A/RES/78/21")})
    assert other_text((own, TEXT), (base, TEXT), whole(TEXT, TEXT))


def test_no_sign_says_nothing() -> None:
    assert not other_text((frozenset(), TEXT), (FIRST, TEXT), whole(TEXT, TEXT))


def test_a_page_of_two_texts_shares_a_day() -> None:
    assert not other_text((FIRST | SECOND, TEXT), (FIRST, TEXT), whole(TEXT, TEXT))


def test_another_day_with_new_sentences_is_another_text() -> None:
    later = TEXT.replace("重要手段", "重要手段和各国共同的责任", 2)
    assert other_text((SECOND, later), (FIRST, TEXT), whole(later, TEXT))


def test_another_day_in_a_noisy_copy_is_a_slip() -> None:
    copy = fold(noisy(TEXT)).text
    assert not other_text((SECOND, copy), (FIRST, TEXT), whole(copy, TEXT))


def test_the_last_day_named_tells_versions_apart_that_say_neither_symbol_nor_day() -> None:
    older = "大会，\n回顾其2021年12月6日第76/66号决议，\n敦促各国尽早签署和批准该条约。"
    newer = older.replace("2021年12月6日第76/66号", "2021年12月6日第76/66号和2022年12月7日第77/94号")
    first, second = (signs_of(text, [], fold(text).text) for text in (older, newer))
    assert first == {("latest", "2021-12-06")}
    assert second == {("latest", "2022-12-07")}
    own, base = fold(newer).text, fold(older).text
    assert other_text((second, own), (first, base), whole(own, base))


def test_what_texts_of_one_symbol_name_does_not_matter() -> None:
    symbol = ("symbol", "A/RES/77/42")
    own, base = frozenset({symbol, ("latest", "2022-12-07")}), frozenset({symbol, ("latest", "2021-12-06")})
    longer = TEXT.replace("重要手段", "重要手段和各国共同的责任", 2)
    assert not other_text((own, longer), (base, TEXT), whole(longer, TEXT))


def test_a_day_said_twice_is_no_slip() -> None:
    text = (
        "甲国和乙国关于全球战略稳定的联合声明\n（2017年5月3日）\n"
        "双方重申下列各点，并将继续保持协调。\n2017年5月3日于莫斯科"
    )
    later = text.replace("2017年5月3日", "2021年2月4日")
    first, second = (signs_of(one, [one], fold(one).text) for one in (text, later))
    own, base = fold(later).text, fold(text).text
    assert other_text((second, own), (first, base), whole(own, base))
    slip = text.replace("2017年5月3日于", "2017年5月8日于")
    third = signs_of(slip, [slip], fold(slip).text)
    assert not other_text((third, fold(slip).text), (first, base), whole(fold(slip).text, base))


def test_a_whole_resolution_is_no_excerpt_of_another() -> None:
    text = "大会，\n回顾其以往各项有关决议，\n决定将题为“信息安全”的项目列入大会第七十八届会议临时议程。"
    longer = text.replace(
        "回顾其以往各项有关决议，", "回顾其以往各项有关决议，\n深切关注局势，" + "\n强调各国应加强合作与沟通，" * 9
    )
    first, second = (signs_of(one, [], fold(one).text) for one in (text, longer))
    assert ("whole", "resolution") in first & second
    own, base = fold(text).text, fold(longer).text
    pieces = [Piece(Span(0, len(own)), Span(0, len(own)))]
    assert other_text((first, own), (second, base), pieces)
