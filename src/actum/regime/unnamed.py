"""Names of groups that hide who is meant (域外国家), beside those that mentions tell to be veiled.

Takes       the words by which somebody is named, a language.
Gives       whether they name nobody.
Method      the whole words, folded, are one of the names of `language/LANG/ledger.toml`, `unnamed`.
Leaves out  who is meant: nobody resolves it.
"""

from __future__ import annotations

import re
from functools import cache

from actum.language.data import table
from actum.text.fold import fold


def hides_who(words: str, language: str) -> bool:
    """Whether the words name a group and hide who is of it."""
    return _names(language).fullmatch(fold(words).text) is not None


@cache
def _names(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "ledger").get("unnamed", "(?!)"))
