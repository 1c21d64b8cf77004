"""Whether what is said is bound to a condition: 若美国部署导弹，俄方将采取措施.

Takes       the scope of a position, the readable text of its work.
Gives       the clause that sets the condition, in the readable text; None where none does.
Method      a clause that opens with a word of condition (`language/LANG/ledger.toml`, `condition`) in what leads up to
            the cue; the nearest one.
Leaves out  conditions behind the matter, and inside it: the matter shows them itself.
"""

from __future__ import annotations

import re
from functools import cache

from actum.language.data import table
from actum.regime.ledger.text import LedgerText, Scope
from actum.text.span import Span

_STOPS = "。；;！？!?\n"


def on_condition(scope: Scope, text: LedgerText) -> Span | None:
    """The clause that sets a condition for the position."""
    # the clause may stand at the end of what an earlier position governs: 将加强合作，一旦需要，|将磋商
    begun = max(text.untitled.rfind(stop, 0, scope.lead.start) for stop in _STOPS) + 1
    every = _conditions(text.work.language).finditer(text.untitled[begun : scope.lead.end])
    found = [span for span in (Span(*one.span()).shifted(begun) for one in every) if span.end > scope.lead.start]
    return found[-1] if found else None


@cache
def _conditions(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "ledger").get("condition", "(?!)"))
