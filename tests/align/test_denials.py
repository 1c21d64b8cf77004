from __future__ import annotations

import pytest

from actum.align.denials import denied


@pytest.mark.parametrize(
    ("earlier", "later", "language", "says"),
    [
        ("", "不", "zh", True),
        ("接受", "不接受", "zh", True),
        ("", "不断", "zh", False),
        ("未来", "将来", "zh", False),
        ("SHALL", "SHALL NOT", "en", True),
        ("NOTE", "", "en", False),
        ("НАПРАВЛЕНО", "НЕ НАПРАВЛЕНО", "ru", True),
        ("接受", "接受", "zh", False),
        ("不 能 不", "", "zh", False),
        ("不可接受", "危险", "zh", False),
        ("没有 必要", "有必要", "zh", True),
        ("不 允许", "禁止", "zh", False),
        ("坚决 禁止", "允许", "zh", True),
        ("NO LONGER", "", "en", True),
        ("a", "b", "xx", False),
    ],
)
def test_denied(earlier: str, later: str, language: str, *, says: bool) -> None:
    assert denied(earlier.split(), later.split(), language) is says
