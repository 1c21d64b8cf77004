"""A state of the register in Chinese, for a Chinese interface: piece by piece, or not at all.

Takes       the state as the regime words it, and what parties are called.
Gives       it in Chinese; None where any piece of it is not known, so that the words of the regime are shown instead.
Method      `regime.register` builds states of few words, listed in `data/states.toml`.
Leaves out  caveats: they are sentences, see `told`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

Called = Callable[[str], str]
_PARTIES = r"[A-Z][A-Z0-9-]*(?:, [A-Z][A-Z0-9-]*)*(?: and [A-Z][A-Z0-9-]*)?"
_CLAIM = re.compile(rf"(?P<state>.+?) \((?P<who>{_PARTIES}|otherwise)\)")
_ACCORDING = re.compile(rf"(?P<state>.+) according to (?P<who>{_PARTIES})")
_CONTESTED = re.compile(r"(?:(?P<state>.+), )?contested: (?P<claims>.+)")
_BESIDE = re.compile(r"(?P<state>unknown|.*contested: .+\)): (?P<claims>.+)")
"""What the register says, and behind the colon what texts say that it is instead."""
_DAY = r"[\dX./-]+"
_UNTIL = re.compile(rf"extended until (?P<until>{_DAY})")
_EFFECTIVE = re.compile(rf"effective (?P<days>{_DAY}(?:(?:, | and ){_DAY})*)")

_AND = re.compile(r", | and ")


def state_in_chinese(state: str, called: Called) -> str | None:
    """The state in Chinese; None where it holds anything that is not known."""
    if found := _BESIDE.fullmatch(state):
        before, claims = state_in_chinese(found["state"], called), _claims(found["claims"], called)
        return None if before is None or claims is None else f"{before}；文献称：{claims}"
    if found := _CONTESTED.fullmatch(state):
        before = _plain(found["state"], called) if found["state"] else ""
        claims = _claims(found["claims"], called)
        return None if before is None or claims is None else f"{before}{'；' if before else ''}有争议：{claims}"
    if found := _ACCORDING.fullmatch(state):
        told = _plain(found["state"], called)
        return None if told is None else f"{told}（据{_listed(found['who'], called)}）"
    return _plain(state, called)


def _claims(claims: str, called: Called) -> str | None:
    told = []
    at = 0
    while at < len(claims):
        found = _CLAIM.match(claims, at)
        state = _plain(found["state"], called) if found else None
        if found is None or state is None:
            return None
        who = "其余各方" if found["who"] == "otherwise" else _listed(found["who"], called)
        told.append(f"{state}（{who}）")
        at = found.end()
        if claims[at : at + 2] not in ("", ", "):
            return None
        at += 2
    return "；".join(told)


def _plain(state: str, called: Called) -> str | None:
    """Pieces with commas between them; ways that are open, with `or`."""
    ways = [_pieces(way, called) for way in state.split(" or ")]
    return None if None in ways else "，或".join(way for way in ways if way is not None)


def _pieces(state: str, called: Called) -> str | None:
    told: list[str] = []
    rest = state
    while rest:
        found = _piece(rest, called)
        if found is None:
            return None
        words, length = found
        told.append(words)
        rest = rest[length:]
        if rest and not rest.startswith(", "):
            return None
        rest = rest.removeprefix(", ")
    return "，".join(told)


def _piece(rest: str, called: Called) -> tuple[str, int] | None:
    """The first piece in Chinese and its length; the longest that is known."""
    perhaps = "perhaps " if rest.startswith("perhaps ") else ""
    body = rest.removeprefix(perhaps)
    mark = "可能" if perhaps else ""
    if until := _UNTIL.match(body):
        return f"{mark}延期至 {until['until']}", len(perhaps) + until.end()
    if effective := _EFFECTIVE.match(body):
        return f"{mark}{_AND.sub('、', effective['days'])} 起生效", len(perhaps) + effective.end()
    for english, chinese in _words():
        if not body.startswith(english):
            continue
        end = len(english)
        by = re.compile(rf" by (?P<who>{_PARTIES})").match(body, end)
        if by:
            return f"{mark}{_listed(by['who'], called)}{chinese}", len(perhaps) + by.end()
        if end == len(body) or body.startswith(", ", end):
            return mark + chinese, len(perhaps) + end
    return None


def _listed(parties: str, called: Called) -> str:
    return "、".join(called(code) for code in _AND.split(parties))


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """English and Chinese, the longest first."""
    file = resources.files("actum.web") / "data" / "states.toml"
    words: dict[str, str] = tomllib.loads(file.read_text(encoding="utf8"))["zh"]
    return tuple(sorted(words.items(), key=lambda one: (-len(one[0]), one[0])))
