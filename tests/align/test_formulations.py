from __future__ import annotations

from pathlib import Path

import pytest
from tests.align.travels import Travel, dated, travels

from actum.align.formulations import formulations
from actum.model.formulation import Appearance, Formulation
from actum.text.fold import fold

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
CASES = list(travels())


def where(trail: tuple[Appearance, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.work for one in trail}))


def told(found: Formulation) -> tuple[str, tuple[str, ...]]:
    return found.wording, where(found.trail)


@pytest.mark.parametrize("case", [one for one in CASES if one.wanted], ids=lambda case: case.says)
def test_formulations_are_found(case: Travel) -> None:
    found = {told(one): one for one in formulations(case.read())}
    for wanted in case.wanted:
        assert wanted.wording in found
        variants = {((one.wording, where(one.trail)), one.negated) for one in found[wanted.wording].variants}
        assert set(wanted.variants) <= variants


@pytest.mark.parametrize("case", [one for one in CASES if one.unwanted], ids=lambda case: case.says)
def test_what_is_none_is_not_found(case: Travel) -> None:
    found = [one.wording for one in formulations(case.read())]
    for words in case.unwanted:
        assert not [one for one in found if words in one]


def test_the_whole_is_told_and_no_part_of_it() -> None:
    case = next(one for one in CASES if one.says.startswith("a fragment"))
    assert [one.wording for one in formulations(case.read())] == ["恪守国际信息空间负责任行为准则"]


def test_a_fragment_that_goes_further_is_told_too() -> None:
    texts = [
        dated("2001-03-01", "各国应恪守国际信息空间负责任行为准则。"),
        dated("2004-07-09", "双方呼吁恪守国际信息空间负责任行为准则。"),
        dated("2008-07-09", "各方商定拟订数字金融负责任行为准则。"),
    ]
    found = {one.wording: where(one.trail) for one in formulations(texts)}
    assert len(found["恪守国际信息空间负责任行为准则"]) == 2
    assert len(found["负责任行为准则"]) == 3


def test_holders_and_acts_are_those_of_the_matter() -> None:
    texts = [
        dated("2001-03-01", "双方反对抱守冷战思维和零和博弈。"),
        dated("2004-07-09", "俄方反对抱守冷战思维和零和博弈。"),
        dated("2008-07-09", "有人抱守冷战思维和零和博弈。"),
    ]
    (found,) = formulations(texts)
    assert [(one.holder, one.act) for one in found.trail] == [
        (("CHN", "RUS"), ("oppose",)),
        (("RUS",), ("oppose",)),
        ((), ()),
    ]
    assert found.holder == ("CHN", "RUS")
    assert found.telling.held == pytest.approx(2 / 3, abs=0.01)


def test_rare_words_tell_more_than_common_ones() -> None:
    lines = "双方将开展经贸合作。\n双方反对以邻为壑的激光军备竞赛。"
    found = formulations([dated("2001-03-01", lines), dated("2004-07-09", lines)])
    assert [one.wording for one in found][:1] == ["以邻为壑的激光军备竞赛"]


def test_marks_of_quotation_belong_to_the_wording_and_raise_it() -> None:
    texts = [dated("2001-03-01", "某国推行“延伸威慑”政策。"), dated("2004-07-09", "双方关切“延伸威慑”安排。")]
    (found,) = formulations(texts)
    assert found.telling.quoted == 1
    assert found.trail[0].part.text.strip("“”") == "延伸威慑"


def test_one_work_or_none_has_no_formulations() -> None:
    assert formulations([]) == ()
    assert formulations([dated("2001-03-01", "双方反对冷战思维和零和博弈。\n各国应摒弃冷战思维和零和博弈。")]) == ()
    assert formulations([dated("2001-03-01", "冷战思维"), dated("2002-03-01", "cold war", language="en")]) == ()


def test_limit_counts_each_language_by_itself() -> None:
    lines = "双方反对以邻为壑的激光军备竞赛，应摒弃冷战思维和零和博弈。"
    english = "States condemn the weaponization of regional trade arrangements and orbital laser interceptors."
    texts = [dated("2001-03-01", lines), dated("2004-07-09", lines)]
    texts += [dated(f"{date}-02-02", english, language="en") for date in ("2001", "2004")]
    assert sorted(one.language for one in formulations(texts, limit=1)) == ["en", "zh"]
    assert len(formulations(texts, limit=0)) >= 3


def test_the_samples_give_what_analysts_know() -> None:
    pages = {"2019-06-05": "002_8bd62bbf1b58aa2c.txt", "2025-05-08": "000_ce5b93ffd40c2717.txt"}
    texts = [dated(date, (SAMPLE / file).read_text(encoding="utf8")) for date, file in pages.items()]
    found = {one.wording: one for one in formulations(texts)}
    assert "摒弃冷战思维和零和博弈" in list(found)[:5]
    (variant,) = found["绝对安全"].variants
    assert (fold(variant.wording).text, variant.negated) == (fold("绝对战略安全").text, False)
    assert [(one.asked, fold(one.found).text) for one in variant.differences] == [("", fold("战略").text)]
