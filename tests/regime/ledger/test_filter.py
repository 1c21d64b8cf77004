"""What a person may ask of a ledger."""

from __future__ import annotations

from tests.regime.ledger_cases import entries, read

from actum.regime.ledger.filter import LedgerAsked, entries_asked, hidden_by_veil

TEXT = """双方敦促美国停止部署反导系统。
双方敦促某些核武器国家停止部署反导系统。
双方呼吁NPT所有缔约国履行义务。
双方同意在2025年底前完成谈判。
双方愿推动2026年《不扩散核武器条约》审议大会取得成功。
双方将在裁军谈判会议框架内根据《联合国宪章》推进工作。"""
EVERY = entries([read(TEXT, "2024-05-06")])


def matters(asked: LedgerAsked) -> list[str]:
    found = entries_asked(EVERY, asked)
    return [one.matter.text[:6] if one.matter else "" for one in found]


def test_who_is_not_named_is_no_state() -> None:
    assert matters(LedgerAsked(addressee="usa")) == ["美国停止部署"]
    assert matters(LedgerAsked(addressee="USA")) == ["美国停止部署"]
    assert matters(LedgerAsked(addressee="usa", veiled=True)) == ["美国停止部署", "某些核武器国"]
    assert matters(LedgerAsked(veiled=True)) == ["某些核武器国"]
    assert hidden_by_veil(EVERY, LedgerAsked(addressee="usa")) == 1
    assert hidden_by_veil(EVERY, LedgerAsked(addressee="usa", veiled=True)) == 0
    (veiled,) = entries_asked(EVERY, LedgerAsked(veiled=True))
    assert veiled.explicit == ("veiled",)
    assert not {one.id for one in veiled.addressee} & {"usa", "USA"}


def test_about_a_treaty_are_its_parties_and_its_meetings() -> None:
    assert matters(LedgerAsked(about="npt")) == ["NPT所有缔", "推动2026"]
    assert matters(LedgerAsked(about="NPT")) == matters(LedgerAsked(about="npt"))


def test_about_are_forum_and_basis_too() -> None:
    assert matters(LedgerAsked(about="conference-on-disarmament")) == ["在裁军谈判会"]
    assert matters(LedgerAsked(about="un-charter")) == ["在裁军谈判会"]


def test_due_before_is_what_surely_is() -> None:
    assert matters(LedgerAsked(due_before="2026-01-01")) == ["在2025年"]
    assert matters(LedgerAsked(due_before="2025-12-31")) == []
    assert matters(LedgerAsked(due_before="2027-01-01")) == ["在2025年", "推动2026"]


def test_open() -> None:
    assert "在2025年" not in matters(LedgerAsked(open=True))
    assert "美国停止部署" in matters(LedgerAsked(open=True))
