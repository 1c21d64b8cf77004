"""Find who speaks in a text, and by which words it calls them.

Takes       a text, its language, and where it is known its title.
Gives       Voices: the codes of the parties, and the codes behind each written form (双方, 中方, 中俄两国).
Method      a body that opens a resolution by its name alone; else the states that the opening defines (以下称“双方”);
            else those that the title joins by their full or short names; else the body that the title names.
            Names come from the language's table of states, `holders.toml` says how texts call them.
Leaves out  persons. A text in which none of this is found has no parties: what it says has no known holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from actum.extract.party_names import full_names, named, only, opening, shape, states
from actum.extract.party_title import title_parties
from actum.extract.position_lexicon import lexicon
from actum.text.script import script_class

# How far into a text its parties are looked for, in characters; the openings of the sample statements define
# their parties within the first 330, 2026-11-25.
OPENING = 900
# Two speak together.
PAIR = 2
# `counted` of `holders.toml` begins with three.
FEWEST_COUNTED = 3
# More short names than this never stand in a row.
LONGEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Voices:
    """`parties` are sorted codes; `names` leads from a written form to the codes it speaks for, longest form first.

    `body` tells that a body speaks (a resolution), so that its own forms of acting count; `many` that several speak,
    as parties or as the members of a body, so that 他们 can mean them.
    """

    parties: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: bool = False
    many: bool = False


def voices(text: str, *, language: str, title: str = "") -> Voices:
    """Who speaks in `text`; no parties where neither its title nor its opening says so.

    `title` is taken from the first line that is not blank where it is not given.
    """
    opened = script_class(text[:OPENING])
    title = script_class(title) or _first_line(opened)
    body = _resolving_body(opened, language)
    if body:
        return _body_voices((body,), language)
    codes = _defined(opened, language) or _listed(opened, language)
    if not codes:
        codes, alone = title_parties(title, script_class(text), language)
        codes, alone = (codes, alone) if codes else (_spoken_for(opened, language), True)
        if codes and alone:
            return _one_or_body(codes, opened, language)
        codes = _officers(opened, language, least=3) or codes
    if len(codes) < PAIR:
        codes = _officers(opened, language, least=PAIR) or _two_sides(script_class(text), language) or codes
    codes = codes or _submitting(opened, language) or _counted(opened, script_class(text), language)
    codes = codes or _row_of_names(opened, script_class(text), language)
    return _one_or_body(codes, opened, language)


def _one_or_body(codes: tuple[str, ...], opened: str, language: str) -> Voices:
    known = {state.code for state in states(language)}
    if len(codes) == 1 and codes[0] not in known:
        return _body_voices(codes, language, resolving=False)
    return _party_voices(codes, opened, language) if codes else Voices((), _shared(language, "two", ()))


def _first_line(opened: str) -> str:
    found = [line.strip() for line in opened.splitlines() if line.strip()][:2]
    if not found:
        return ""
    return found[0] + (found[1] if len(found) > 1 and not re.search("[。，：,:;；]", found[1]) else "")


def _resolving_body(opened: str, language: str) -> str:
    """The body whose bare name, before a comma, is a line of the opening (大会，)."""
    bodies = lexicon(language, "holders").get("bodies", {})
    place = 0
    for line in opened.splitlines(keepends=True):
        above, place = opened[:place], place + len(line)
        name = line.strip().rstrip("，,：:")
        if name != line.strip():
            for code, names in bodies.items():
                if name in names:
                    return _whose(name, str(code), above, bodies, language)
    return ""


def _whose(name: str, code: str, above: str, bodies: Mapping[str, Sequence[str]], language: str) -> str:
    """Whose organ a bare name means: 大会 below 国际原子能机构大会 is that one's; empty for an unknown one's."""
    longer = [(full, one) for one, names in bodies.items() for full in names if full.endswith(name) and full != name]
    for full, one in sorted(longer, key=lambda pair: (-len(pair[0]), pair)):
        if full in above:
            return one
    other = re.search(shape("other_organs", language), above)
    return "" if other and name in other.group() else code


def _defined(opened: str, language: str) -> tuple[str, ...]:
    """The states named in the sentence that gives the parties their common name."""
    place = re.search(shape("defined", language), opened)
    if place is None:
        return ()
    start = max(opened.rfind(mark, 0, place.start()) for mark in "。；\n：") + 1
    return named(opened[start : place.start()], language)


def _listed(opened: str, language: str) -> tuple[str, ...]:
    """The states whose leaders an opening lists behind 我们; none where fewer than two are named."""
    place = re.search(shape("listing", language), opened)
    known = {state.code for state in states(language)}
    listed = tuple(code for code in named(place.group(), language) if code in known) if place else ()
    return listed if len(listed) > 1 else ()


def _officers(opened: str, language: str, *, least: int) -> tuple[str, ...]:
    """The states named with an office behind their name, where there are `least` of them or more."""
    codes, pattern = full_names(language)
    found = re.finditer(f"({pattern.pattern}){shape('offices', language)}", opened)
    signing = tuple(sorted({codes[match[1]] for match in found}))
    return signing if len(signing) >= least else ()


def _spoken_for(opened: str, language: str) -> tuple[str, ...]:
    """The one state for which an opening says that it speaks (我谨代表中国政府), or whose office issues it."""
    if re.search(shape("issued", language), opened):
        return (shape("home", language),)
    found = re.search(f"{shape('speaks_for', language)}({full_names(language)[1].pattern})", opened)
    return named(found[1], language) if found else ()


def _row_of_names(opened: str, text: str, language: str) -> tuple[str, ...]:
    """The states whose full names in a row open a sentence of a text that says 我们, and take a stance there."""
    if str(opening(language).get("we", "\0")) not in text:
        return ()
    name = full_names(language)[1].pattern
    row = f"(?:{name})(?:(?:{shape('row_joins', language)})(?:{name}))+(?={shape('row_says', language)})"
    found = re.search(rf"(?:^|[\n。])\s*({row})", opened)
    return named(found[1], language) if found else ()


def _row(language: str) -> str:
    """A pattern of one full name or several in a row."""
    name = full_names(language)[1].pattern
    return f"(?:{name})(?:(?:{shape('row_joins', language)})(?:{name}))*"


def _submitting(opened: str, language: str) -> tuple[str, ...]:
    """The states that an opening says to submit the text, or whose names fill the line below the title of a paper."""
    row = _row(language)
    found = re.search(rf"(?:^|[\n：:])[\s　]*({row}){shape('submits', language)}", opened)
    found = found or re.search(rf"{shape('paper_above', language)}({row})[\s　]*\n", opened)
    return named(found[1], language) if found else ()


def _counted(opened: str, text: str, language: str) -> tuple[str, ...]:
    """The states in a row that meet, where the text counts as many and says what they think (五国重申)."""
    head = r"(?:^|[\n。])[\s　]*(?:[一二三四五六七八九十\d]+[、.．][\s　]*)?"
    found = re.search(f"{head}({_row(language)}){shape('row_meets', language)}", opened)
    codes = named(found[1], language) if found else ()
    words = opening(language).get("counted", ())
    if not FEWEST_COUNTED <= len(codes) < FEWEST_COUNTED + len(words):
        return ()
    says = re.escape(words[len(codes) - FEWEST_COUNTED]) + shape("row_says", language)
    return codes if re.search(says, text) else ()


def _two_sides(text: str, language: str) -> tuple[str, ...]:
    """The two sides that a text calls by short names (中方, 俄方) and together 双方; none where there are not two."""
    forms = opening(language)
    if str(forms.get("both", "\0")) not in text:
        return ()
    shorts: dict[str, list[str]] = {}
    for state in states(language):
        if state.short and state.short + str(forms["side_of"]) in text:
            shorts.setdefault(state.short, []).append(state.code)
    codes = [only(codes, text, language) for codes in shorts.values()]
    return tuple(sorted(codes)) if len(codes) == PAIR and all(codes) else ()


def _shared(language: str, kind: str, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(lexicon(language, "holders").get("together", {}).get(kind, ()), codes)


def _longest_first(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: names[name] for name in sorted(names, key=lambda name: (-len(name), name))}


def _body_voices(codes: tuple[str, ...], language: str, *, resolving: bool = True) -> Voices:
    data = lexicon(language, "holders")
    names = _shared(language, "body", codes)
    bodies: Mapping[str, Sequence[str]] = data.get("bodies", {})
    for code in codes:
        names.update(dict.fromkeys(bodies.get(code, ()), codes))
    for member in data.get("members", {}).get(codes[0], ()) if not resolving else ():
        names.update((form, (member,)) for form, _ in _forms(member, data, language))
    return Voices(codes, _longest_first(names), body=resolving, many=not resolving)


def _party_voices(codes: tuple[str, ...], opened: str, language: str) -> Voices:
    data = lexicon(language, "holders")
    kind = {1: "one", 2: "two"}.get(len(codes), "several")
    names = _shared(language, kind, codes)
    groups = [code for code in codes if code in data.get("bodies", {})]
    if groups:
        names = _shared(language, "several", codes) | names
    shorts: dict[str, list[str]] = {}
    for code in codes:
        for form, short in _forms(code, data, language):
            names[form] = (code,)
            if short:
                shorts.setdefault(form, []).append(code)
    for form, owners in shorts.items():
        if len(set(owners)) > 1:
            names.pop(form, None)
    for member in sorted({member for group in groups for member in data.get("members", {}).get(group, ())}):
        names.update((form, (member,)) for form, _ in _forms(member, data, language) if form not in names)
    names.update(_group_names(codes, data))
    names.update(_pairs(codes, data, language))
    names.update(_short_definitions(opened, codes, language))
    names.update(_persons(opened, codes, language))
    return Voices(codes, _longest_first(names), many=len(codes) > 1)


def _group_names(codes: tuple[str, ...], data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of a group some of whose members are the parties (中亚国家 in a text of six states)."""
    for group, members in data.get("members", {}).items():
        if len(members) > 1 and set(members) < set(codes):
            yield from ((name, tuple(sorted(members))) for name in data["bodies"].get(group, ()))


def _forms(code: str, data: Mapping[str, Any], language: str) -> Iterator[tuple[str, bool]]:
    """The forms by which a party is written, and whether each is built on its short name."""
    endings: Sequence[str] = data["endings"]["of_state"]
    for state in states(language):
        if state.code == code:
            for name in state.names:
                yield name, False
                yield from ((name + ending, False) for ending in endings)
            shorts = {state.short, state.names[0][0]} - {""}
            yield from ((short + ending, True) for short in sorted(shorts) for ending in endings)
    for name in data.get("bodies", {}).get(code, ()):
        yield name, False
    for short, owner in data.get("body_short", {}).items():
        if owner == code:
            yield f"{short}方", True


def _pairs(codes: tuple[str, ...], data: Mapping[str, Any], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Short names in a row, in any order (中俄, 俄中), alone and with what they are called behind it."""
    by_code = {state.code: state.short for state in states(language)}
    by_code.update({code: short for short, code in data.get("body_short", {}).items()})
    shorts = [by_code.get(code, "") for code in codes]
    for size in range(PAIR, min(len(codes), LONGEST_RUN) + 1):
        for row in permutations(zip(shorts, codes, strict=True), size):
            run = "".join(short for short, _ in row)
            if all(short for short, _ in row):
                owners = tuple(sorted(code for _, code in row))
                yield from ((run + ending, owners) for ending in data["endings"]["of_pair"])


def _persons(opened: str, codes: tuple[str, ...], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those who speak for a party: a name, or a part of it, with the office before or behind (普京总统)."""
    known, pattern = full_names(language)
    for match in re.finditer(f"(?P<state>{pattern.pattern}){shape('person', language)}", opened):
        code, office, person = known[match["state"]], match["office"], match["person"]
        if code not in codes:
            continue
        for part in (person, *re.split("[·•]", person)):
            if len(part) > 1:
                yield part + office, (code,)
                yield office + part, (code,)


def _short_definitions(opened: str, codes: tuple[str, ...], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names that the text gives one party or all: 中华人民共和国（以下简称“中方”）."""
    for match in re.finditer(shape("short_name", language), opened):
        before, name = match.groups()
        known = tuple(code for code in named(before, language) if code in codes)
        if known and name.strip():
            yield name.strip(), known if len(known) < len(codes) else codes
