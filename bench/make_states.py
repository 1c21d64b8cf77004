"""Write the registry's states.yaml: states and territories with their names in zh, en and ru.

Takes       CLDR through babel, ISO 3166-1 through pycountry, and two hand lists: `language/zh/states.txt` (formal
            Chinese names and one-character short forms) and `state_names_ru.txt` (formal Russian names).
Gives       src/actum/registry/data/states.yaml, one line a state, in order of code; the same file at every run.
Method      a code that the Chinese hand list has is a state, any other a territory. A name of a hand list that
            iso-codes (within pycountry) translates alike is marked A, any other B: unverified. No translation is
            copied from iso-codes; it only checks.
Leaves out  sub-divisions, historic states (states_more.yaml), and names of other languages.

Usage: uv pip install babel pycountry; python bench/make_states.py
"""

from __future__ import annotations

import gettext
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import babel
import pycountry

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/actum/registry/data/states.yaml"
CLDR = f"CLDR by babel {version('babel')}"
ISO = f"ISO 3166-1 by pycountry {version('pycountry')}"
HEAD = f"""\
# States and territories, by ISO 3166-1 alpha-3 code. Written by bench/make_states.py; change that, or add rows to
# states_more.yaml.
#
# Everyday names: {CLDR} (Unicode Licence V3). Formal English names: {ISO}.
# Formal Chinese and Russian names and the Chinese short forms: hand lists of the project, from common knowledge;
# A where iso-codes translates alike, B (UNVERIFIED) elsewhere. Licence of this file: Apache-2.0.
# One-character short forms are read only where mentions.toml says that they are safe (中方, 美方).

"""


@dataclass(frozen=True, slots=True)
class Chinese:
    """One line of the Chinese hand list."""

    names: tuple[str, ...]
    short: str


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]


def chinese() -> dict[str, Chinese]:
    """The Chinese hand list by code."""
    found = {}
    for line in _lines(ROOT / "src/actum/language/zh/states.txt"):
        names, _, short = line.partition("|")
        code, *known = names.split()
        found[code] = Chinese(tuple(known), short.strip())
    return found


def russian() -> dict[str, str]:
    """The formal Russian names by code."""
    pairs = (line.partition(" ") for line in _lines(ROOT / "bench/state_names_ru.txt"))
    return {code: name for code, _, name in pairs}


def _checked(language: str, official: str) -> str:
    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language]).gettext(official)
    return translated.replace("ё", "е")


def _name(language: str, text: str, form: str, source: str, *, sure: str = "A") -> str:
    quoted = f'"{text}"' if any(sign in text for sign in ",:&'’—") else text
    return f"{{{language}: {quoted}, form: {form}, source: {source}{', sure: B' if sure == 'B' else ''}}}"


def _hand(language: str, names: Iterable[str], *, iso: str, official: str) -> list[str]:
    rows = []
    for name in names:
        agrees = _checked(iso, official) == name.replace("ё", "е")
        source = f"hand list checked by {ISO}" if agrees else "hand list"
        rows.append(_name(language, name, "full", source, sure="A" if agrees else "B"))
    return rows


def names_of(country: Any, zh: Chinese | None, ru: str | None) -> list[str]:
    """The names of one state as YAML, the everyday ones first; none twice."""
    official = getattr(country, "official_name", country.name)
    everyday = {language: babel.Locale.parse(language).territories[country.alpha_2] for language in ("zh", "en", "ru")}
    rows = [_name("zh", everyday["zh"], "short", CLDR)]
    if zh:
        known = (name for name in zh.names if name != everyday["zh"])
        rows += _hand("zh", known, iso="zh_CN", official=official)
        if zh.short:
            rows.append(_name("zh", zh.short, "abbreviation", "hand list", sure="B"))
    rows.append(_name("en", everyday["en"], "short", CLDR))
    if official != everyday["en"] and "," not in official:
        rows.append(_name("en", official.removeprefix("the "), "full", ISO))
    rows.append(_name("ru", everyday["ru"], "short", CLDR))
    if ru and ru != everyday["ru"]:
        rows += _hand("ru", [ru], iso="ru", official=official)
    return rows


def main() -> int:
    """Write the file; says on standard error what was written."""
    zh, ru = chinese(), russian()
    rows = []
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_3)):
        code = str(country.alpha_3)
        kind = "state" if code in zh else "territory"
        names = ", ".join(names_of(country, zh.get(code), ru.get(code)))
        rows.append(f"- {{slug: {code.lower()}, kind: {kind}, sure: A, source: {ISO}, names: [{names}]}}\n")
    TARGET.write_text(HEAD + "".join(rows), encoding="utf8")
    print(f"{TARGET.name}: {len(rows)} rows", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
