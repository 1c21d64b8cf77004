"""Make the two character tables of `actum.text` from the packages they are derived from.

Takes       an interpreter that has `opencc==1.4.2` and `pypinyin==0.55.0` (neither is needed to run Actum).
Gives       `variants.txt` (one class of variant characters a line) and `readings.txt` (one syllable a line, with
            the characters that can be read so) in src/actum/text/data.
Method      union of OpenCC's character tables (traditional to simplified, Taiwan and Hong Kong forms), links that
            tie two everyday simplified characters of different meaning left out; pypinyin's single-character
            readings, tones taken off.
Leaves out  phrase tables, and characters outside the Basic Multilingual Plane for the readings.

    PYTHON bench/make_text_data.py
"""

from __future__ import annotations

import importlib
import importlib.metadata
import subprocess
import tempfile
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "actum" / "text" / "data"
TABLES = ("TSCharacters", "TWVariants", "TWVariantsRev", "HKVariants", "HKVariantsRev")
# Two everyday simplified characters that OpenCC links by a rare use of one of them. To fold them would hide a real
# difference (沈阳/沉没, 具体/俱乐部), and traditional texts keep them apart too.
APART = frozenset({("俱", "具"), ("哩", "里"), ("沈", "沉"), ("坏", "坯"), ("拚", "拼"), ("淼", "渺")})
# Where two everyday characters share a class (計畫 is 计划 and 繪畫 绘画), the one that official texts have more often.
FIRST = frozenset("划象")
LAST_EVERYDAY_ROW = 55

VARIANTS_HEAD = """\
# Variant characters: one class a line, the usual simplified character first.
# Derived by bench/make_text_data.py from the character tables of OpenCC {opencc}
# (TSCharacters, TWVariants, TWVariantsRev, HKVariants, HKVariantsRev; https://github.com/BYVoid/OpenCC),
# Copyright the OpenCC contributors, Apache License 2.0.
"""
READINGS_HEAD = """\
# Readings: a syllable without its tone, then every character that can be read so.
# Derived by bench/make_text_data.py from the single-character table of pypinyin {pypinyin}
# (https://github.com/mozillazg/python-pinyin), Copyright (c) 2016 mozillazg and contributors, MIT License;
# after the Unihan Database of Unicode.
"""


def table(name: str) -> list[tuple[str, list[str]]]:
    """Rows of one OpenCC table: a character and what it turns into, the first choice first."""
    home = Path(str(importlib.import_module("opencc").__file__)).parent / "clib"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "table.txt"
        tool = home / "bin" / "opencc_dict"
        tool.chmod(0o755)
        source = home / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run([tool, "-i", source, "-o", out, "-f", "ocd2", "-t", "text"], check=True, capture_output=True)
        rows = [line.split("\t") for line in out.read_text(encoding="utf8").splitlines() if "\t" in line]
    return [(character, targets.split(" ")) for character, targets in rows]


def rareness(character: str) -> int:
    """0 for the 3,755 everyday characters of GB 2312 (rows 16 to 55), 1 for the rest of it, 2 for all others."""
    try:
        row = character.encode("gb2312")[0] - 0xA0
    except UnicodeEncodeError:
        return 2
    return 0 if row <= LAST_EVERYDAY_ROW else 1


def variant_classes() -> list[str]:
    """All classes of two or more, the representative first, in order of the representative."""
    parent: dict[str, str] = {}
    aimed_at: Counter[str] = Counter()

    def root(character: str) -> str:
        while parent.setdefault(character, character) != character:
            character = parent[character]
        return character

    for name in TABLES:
        for character, targets in table(name):
            if name == "TSCharacters" and targets[0] != character:
                aimed_at[targets[0]] += 1
            for target in targets:
                if (character, target) not in APART:
                    parent[root(character)] = root(target)
    classes = defaultdict(list)
    for character in parent:
        classes[root(character)].append(character)
    lines = [
        "".join(sorted(members, key=lambda c: (c not in FIRST, rareness(c), -aimed_at[c], c)))
        for members in classes.values()
        if len(members) > 1
    ]
    return sorted(lines)


def untoned(syllable: str) -> str:
    """`lüè` as `lüe`."""
    bare = "".join(c for c in unicodedata.normalize("NFD", syllable) if c == "\u0308" or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def readings() -> list[str]:
    """`syllable characters` lines in order of the syllable."""
    constants = importlib.import_module("pypinyin.constants")
    characters: dict[str, set[str]] = defaultdict(set)
    for code, toned in constants.PINYIN_DICT.items():
        if code < 0x10000:
            for syllable in toned.split(","):
                characters[untoned(syllable)].add(chr(code))
    return [f"{syllable} {''.join(sorted(found))}" for syllable, found in sorted(characters.items())]


def main() -> None:
    """Write both files."""
    versions = {name: importlib.metadata.version(name) for name in ("opencc", "pypinyin")}
    variants = VARIANTS_HEAD.format(**versions) + "\n".join(variant_classes()) + "\n"
    (DATA / "variants.txt").write_text(variants, encoding="utf8")
    (DATA / "readings.txt").write_text(READINGS_HEAD.format(**versions) + "\n".join(readings()) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
