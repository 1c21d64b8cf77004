"""Tell from a title who speaks in the text below it.

Takes       a title, its text, and the language.
Gives       the codes of those who speak, and whether the title leaves no doubt that nobody speaks with them.
Method      an organ of the language's own state that stands bare (外交部发言人) speaks; else those whose names head the
            title, in a row; else, in a title of a joint text, those named before what it is about. What is quoted, and
            what stands behind 就, 关于, 在, is what the text is about: a name there never speaks.
Leaves out  a title that is a clause (美国批准对台军售): nothing tells that its subject speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from actum.extract.party_names import by_short_name, full_names, named, only, opening, shape, states

# Two speak together.
PAIR = 2


Told = tuple[tuple[str, ...], bool]


@cache
def _forms(language: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of titles in `holders.toml`, and that of a row of names (`row`)."""
    name = full_names(language)[1].pattern
    named_one = f"(?:{name})(?:{shape('organs_behind', language)})*"
    keys = "quoted lead organ foreign_organ about joint title_parts alone genre officer spokesman reported"
    found = {key: re.compile(shape(key, language)) for key in keys.split()}
    found["row"] = re.compile(f"{named_one}(?:(?:{shape('row_joins', language)}){named_one})*")
    return found


def title_parties(title: str, text: str, language: str) -> Told:
    """Those who speak by the title, sorted, and whether they are sure to speak alone; nobody where it does not say."""
    words = _bare(title, language)
    for rule in (_organ, _row, _together, _short_names, _officer):
        told = rule(words, text, language)
        if told[0]:
            return told
    return (), False


def _bare(title: str, language: str) -> str:
    """The title without what it quotes, and from its first word that can name who speaks."""
    forms = _forms(language)
    inside = forms["quoted"].match(title)
    if inside and not named(forms["quoted"].sub("□", title), language):
        title = inside.group()[1:-1] + title[inside.end() :]
    title = forms["quoted"].sub("□", title)
    lead = forms["lead"].match(title)
    return title[lead.end() :] if lead else title


def _organ(words: str, text: str, language: str) -> Told:
    """外交部发言人: an organ of the home state that stands bare; 俄外交部: one behind the short name of its state."""
    forms = _forms(language)
    if forms["organ"].search(words):
        return (shape("home", language),), True
    found = forms["foreign_organ"].match(words)
    codes = by_short_name(language).get(found.group(1), ()) if found else ()
    owner = only(codes, text, language) if codes else ""
    return ((owner,), True) if owner else ((), False)


def _row(words: str, _text: str, language: str) -> Told:
    """The names that head the title, where there are several, or where their bearer alone is shown to speak."""
    forms = _forms(language)
    row = forms["row"].match(words)
    heads = named(row.group(), language) if row else ()
    if row is None or len(heads) >= PAIR:
        return heads, False
    rest = words[row.end() :]
    alone = bool(forms["alone"].search(rest)) or not forms["joint"].search(rest)
    return (heads, True) if alone and _speaks(rest, language) else ((), False)


def _together(words: str, _text: str, language: str) -> Told:
    """In a title of a joint text, those named before what it is about."""
    forms = _forms(language)
    codes = named(forms["title_parts"].split(words, maxsplit=1)[0], language) if forms["joint"].search(words) else ()
    return (codes, False) if len(codes) >= PAIR else ((), False)


def _short_names(words: str, text: str, language: str) -> Told:
    """A row of short names at the head of the title, else the one body there: no state joins itself."""
    row = _forms(language)["row"].match(words)
    heads = named(row.group(), language) if row and _speaks(words[row.end() :], language) else ()
    known = {state.code for state in states(language)}
    return _short_run(words, text, language) or tuple(code for code in heads if code not in known), False


def _officer(words: str, text: str, language: str) -> Told:
    """A person who speaks by an office, without a state: the state that the text says to take stances."""
    forms = _forms(language)
    if forms["officer"].match(words) is None or named(forms["about"].split(words, maxsplit=1)[0], language):
        return (), False
    return _one_committed(text, language), True


def _speaks(rest: str, language: str) -> bool:
    """Whether the title is a name and a kind of text (某国关于X的声明), and no clause about its bearer."""
    forms = _forms(language)
    if not rest or forms["spokesman"].match(rest):
        return True
    return forms["reported"].match(rest) is None and forms["genre"].search(rest) is not None


def _short_run(title: str, text: str, language: str) -> tuple[str, ...]:
    """The parties of a title such as 中法关于…: two to four short names in a row at its head."""
    shorts = by_short_name(language)
    found: list[str] = []
    at = 0
    while at < len(title) and len(found) < 4:
        short = next((title[at : at + n] for n in (2, 1) if title[at : at + n] in shorts), "")
        if not short:
            break
        found.append(short)
        at += len(short)
    side = str(opening(language).get("side_of", ""))
    known = re.match(shape("after_run", language), title[at:]) or all(short + side in text for short in found)
    regions = opening(language).get("regions", ())
    if len(found) < PAIR or not known or "".join(found) in regions:
        return ()
    codes = [only(shorts[short], text, language) for short in found]
    return tuple(sorted(set(codes))) if all(codes) else ()


def _one_committed(text: str, language: str) -> tuple[str, ...]:
    """The one state that a text says to take stances; nobody where several do, or none."""
    side = str(opening(language).get("side_of", ""))
    owners = {name: [state.code] for state in states(language) for name in state.names}
    owners.update({short + side: codes for short, codes in by_short_name(language).items()})
    names = "|".join(sorted(map(re.escape, owners), key=lambda name: (-len(name), name)))
    found = {
        only(owners[match.group(1)], text, language)
        for match in re.finditer(f"(?:^|[。；;，,\\n])({names})(?:{shape('commits', language)})", text)
    }
    return tuple(found) if len(found) == 1 and "" not in found else ()
