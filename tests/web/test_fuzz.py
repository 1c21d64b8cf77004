"""The JSON keeps to its description, whatever it is asked."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok
from tests.web.conftest import TOKEN

pytestmark = pytest.mark.slow
SOME = 6
"""Requests for each route; twenty times as many were run by hand, 2026-11-26."""
SETTINGS = settings(
    max_examples=SOME,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def test_what_is_answered_is_what_is_described(served_own: str) -> None:
    schema = schemathesis.openapi.from_url(f"{served_own}/api/openapi.json")
    asked = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @SETTINGS
        @given(case=operation.as_strategy())
        def keeps(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(headers={"authorization": f"Bearer {TOKEN}"})

        keeps()
        asked += 1
    assert asked >= 12
