"""The patterns by which scope, norms and doers are told, compiled once for a language.

Takes       a language with `norms.toml`, `nominal.toml`, `scope.toml`, `modifiers.toml` and `holders.toml`.
Gives       Patterns; a language without one of the tables gets patterns that never match.
Leaves out  cues and holders: `cues` and `holders` compile theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from actum.extract.position_lexicon import entries, lexicon

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Each matches at a place or over a stretch of opened text; see the data files for what they say."""

    mark: Pattern
    aspect: Pattern
    leads: Pattern
    phrase_leads: Pattern
    leads_on: Pattern
    demonstrative: Pattern
    modifier_cue: Pattern
    noun_phrase: Pattern
    quoted_voice: Pattern
    norm_modifier: Pattern
    norm_adverbs: Pattern
    norm_goes_on: Pattern
    no_one: Pattern
    closed_thing: Pattern
    closed_saying: Pattern
    joins: Pattern
    points_back: Pattern
    own_predicate: Pattern
    deeds: Pattern
    main_verb: Pattern
    forecast: Pattern
    no_refusal: Pattern
    dated: Pattern
    meets: Pattern
    moves_object: Pattern
    doers: Pattern
    doer_end: Pattern
    joined_names: Pattern
    of_these: Pattern
    pronoun_back: Pattern
    plans: Pattern
    second_verb: Pattern
    joined: Pattern
    no_subject: Pattern
    adopts: Pattern
    plans_on: Pattern
    norm_leads: Pattern
    in_phrase: Pattern
    behind_doer: Pattern
    phrase_closed: Pattern
    thing_behind: Pattern
    thing_or_task: Pattern
    role: Pattern
    done_by_someone: Pattern
    answers_for: Pattern
    own_deed: Pattern
    new_subject: Pattern
    demands: Pattern
    conditions: Pattern
    refuses: Pattern
    denied_norm: Pattern
    noun_subject: Pattern
    judged: Pattern
    noun_act: Pattern
    deed_subject: Pattern
    asked: Pattern
    holds_to: Pattern
    others_say: Pattern
    agrees_that: Pattern
    otherwise: Pattern
    turns: Pattern
    reserves: Pattern
    declares: Pattern
    answered: Pattern
    question: Pattern
    speaker_tag: Pattern
    excepts: Pattern
    notices: Pattern
    agrees: Pattern
    texts: Pattern
    all_of: Pattern
    borne: Pattern
    excepted: Pattern
    says_or_carries: str
    ands: tuple[str, ...]
    between: tuple[str, ...]
    this: tuple[str, ...]
    of: str
    agent: str
    adverbial: str
    leads_to: str
    touching: tuple[str, ...]
    capacity: Pattern
    capitals: Mapping[str, str]


def words(found: Iterable[str] | str) -> str:
    """An alternation of literal words, longest first; one that never matches where there is none."""
    split = set(found.split() if isinstance(found, str) else found)
    return "|".join(map(re.escape, sorted(split, key=lambda word: (-len(word), word)))) or "(?!)"


def _either(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or "(?!)"


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language."""
    norms, nominal = lexicon(language, "norms"), lexicon(language, "nominal")
    scope, modifiers = lexicon(language, "scope"), lexicon(language, "modifiers")
    adverbs = words(f"{modifiers.get('strong', '')} {modifiers.get('plain', '')} {norms.get('adverbs', '')}")
    leads = f"(?!{words(modifiers.get('no_leads', ''))})(?:{words(modifiers.get('leads', ''))})"
    phrase = _either(modifiers.get("phrases", ()))
    name = _name(lexicon(language, "holders").get("actors", {}), language)
    before_no_one = f"{adverbs}|{words(norms.get('no_one_adverbs', ''))}"
    return Patterns(
        mark=re.compile(modifiers.get("mark", "")),
        aspect=re.compile(f"(?:{words(modifiers.get('aspect', ''))})?[，,：:\\s]*"),
        leads=re.compile(f"(?:{leads})*[，,]?"),
        phrase_leads=re.compile(f"(?:(?:{leads}|{phrase})[，,]?)*"),
        leads_on=re.compile(f"(?!{words(modifiers.get('no_leads_on', ()))})(?:{words(modifiers.get('leads_on', ()))})"),
        demonstrative=re.compile(words(modifiers.get("demonstratives", ()))),
        modifier_cue=re.compile(nominal.get("modifier", "(?!)")),
        noun_phrase=re.compile(nominal.get("noun_phrase", "(?!)")),
        quoted_voice=re.compile(words(nominal.get("quoted_voice", ()))),
        norm_modifier=re.compile(norms.get("modifier", "(?!)")),
        norm_adverbs=re.compile(f"(?:(?!{norms.get('no_adverbs', '(?!)')})(?:{adverbs}))+$"),
        norm_goes_on=re.compile(words(norms.get("goes_on", ()))),
        no_one=re.compile(f"(?:{before_no_one})*(?:{words(norms.get('no_one', ()))})"),
        closed_thing=re.compile(scope.get("closed_thing", "(?!)")),
        closed_saying=re.compile(scope.get("closed_saying", "(?!)")),
        joins=re.compile(words(scope.get("joins", ()))),
        points_back=re.compile(words(scope.get("points_back", ()))),
        own_predicate=re.compile(scope.get("own_predicate", "(?!)")),
        deeds=re.compile(f"(?!{scope.get('no_deeds', '(?!)')})(?:{words(scope.get('deeds', ''))})"),
        main_verb=re.compile(scope.get("main_verb", "(?!)")),
        **{key: re.compile(scope.get(key, "(?!)")) for key in ("forecast", "no_refusal", "dated", "meets")},
        moves_object=re.compile(scope.get("moves_object", "(?!)")),
        doers=re.compile(name),
        capacity=re.compile(modifiers.get("capacity", "(?!)")),
        capitals=lexicon(language, "holders").get("capitals", {}),
        doer_end=re.compile(f"(?:{name})$"),
        joined_names=re.compile(words(lexicon(language, "holders").get("actors", {}).get("row", ()))),
        of_these=re.compile(words(lexicon(language, "holders").get("actors", {}).get("of_these", ()))),
        pronoun_back=re.compile(words(scope.get("pronouns_back", ()))),
        plans=re.compile(scope.get("plans", "(?!)")),
        plans_on=re.compile(words(scope.get("plans_on", ""))),
        norm_leads=re.compile(f"(?:(?:{leads}|{words(norms.get('leads', ''))}|{phrase})[，,]?)*"),
        in_phrase=re.compile(words(norms.get("in_phrase", ()))),
        no_subject=re.compile(scope.get("no_subject", "(?!)")),
        adopts=re.compile(modifiers.get("adopts", "(?!)")),
        joined=re.compile(words(modifiers.get("joined", ()))),
        behind_doer=re.compile(words(norms.get("behind_doer", ()))),
        second_verb=re.compile(scope.get("second_verb", "(?!)")),
        own_deed=re.compile(scope.get("own_deed", "(?!)")),
        new_subject=re.compile(scope.get("new_subject", "(?!)")),
        noun_subject=re.compile(nominal.get("subject", "(?!)")),
        **{key: re.compile(nominal.get(key, "(?!)")) for key in ("judged", "noun_act", "deed_subject")},
        denied_norm=re.compile(norms.get("denied", "(?!)")),
        refuses=re.compile(scope.get("refuses", "(?!)")),
        conditions=re.compile(words(modifiers.get("conditions", ()))),
        demands=re.compile(scope.get("demands", "(?!)")),
        declares=re.compile(modifiers.get("declares", "(?!)")),
        **{
            key: re.compile(scope.get(key, "(?!)"))
            for key in (
                *("agrees_that", "holds_to", "otherwise", "turns", "reserves"),
                *("notices", "agrees", "texts", "all_of", "borne"),
            )
        },
        **{
            key: re.compile(norms.get(key, "(?!)"))
            for key in ("phrase_closed", "thing_behind", "thing_or_task", "role", "done_by_someone", "answers_for")
        },
        others_say=re.compile(norms.get("others_say", "(?!)")),
        asked=re.compile(modifiers.get("asked", "(?!)")),
        answered=re.compile(modifiers.get("answered", "(?!)")),
        question=re.compile(modifiers.get("question", "(?!)")),
        **{key: re.compile(modifiers.get(key, "(?!)")) for key in ("speaker_tag", "excepts", "excepted")},
        says_or_carries=modifiers.get("says_or_carries", ""),
        ands=tuple(modifiers.get("ands", ())),
        between=tuple(modifiers.get("between", ())),
        this=tuple(modifiers.get("this", ())),
        of=modifiers.get("of", ""),
        agent=modifiers.get("agent", ""),
        adverbial=modifiers.get("adverbial", ""),
        leads_to=modifiers.get("leads_to", ""),
        touching=tuple(modifiers.get("touching", ())),
    )


def _name(actors: dict[str, Any], language: str) -> str:
    """Names of those who can act, alone or in a row, each with what stands before it."""
    if not actors:
        return "(?!)"
    states = {name for line in entries(language, "states") for name in line.partition("|")[0].split()[1:]}
    bodies = {name for names in lexicon(language, "holders").get("bodies", {}).values() for name in names}
    titled = r"《□*》|“□*”|[A-Za-z0-9]+(?:个|/[0-9]+)?"
    before = f"(?:{titled}|{words({*actors['before'].split(), *states})})"
    head = words({*actors["heads"].split(), *states, *bodies, *actors["pronouns"]})
    behind = words({*actors["heads_behind"].split(), *actors["heads"].split()})
    stop = f"(?!{words(actors['not_before'])})"
    bracketed = "■*"
    shorts = {line.partition("|")[2].strip() for line in entries(language, "states") if "|" in line}
    sides, alone = words(shorts), words(shorts - set(actors["never_alone"]))
    side = f"(?:{sides})(?:{words(actors['side'])})"
    scope, modifiers = lexicon(language, "scope"), lexicon(language, "modifiers")
    adverbs = words(f"{modifiers.get('strong', '')} {modifiers.get('plain', '')}")
    deed = f"(?!{scope.get('no_deeds', '(?!)')})(?:{words(scope.get('deeds', ''))})"
    between = f"(?:(?!{deed}){actors['organ_between']})"
    organ = f"(?:{words({*actors['organ_of'].split(), *states, *bodies})}){between}{{1,16}}"
    organ += f"(?:{words(actors['organ_ends'])})(?=[和与及、]|(?:{adverbs})*{deed})"
    capitals = words(lexicon(language, "holders").get("capitals", {}))
    modals = words(" ".join(row["words"] for row in lexicon(language, "norms").get("modal", ())))
    capital = f"(?<![{actors['places']}])(?:{capitals})(?=$|(?:{adverbs})*(?:{deed}|{modals}))"
    known = f"{before}+(?:{behind})|{before}*(?:{head})|{actors['institution']}"
    one = f"(?:{organ}|{side}|(?:{alone})(?={deed})|{known})(?:{behind})?{bracketed}"
    one = f"(?:{one}|{capital})"
    relative = f"(?:{words(actors['relative'])})[^，,。；;：:]{{0,60}}?的(?:{one})"
    return f"(?:{one}|{relative})(?:(?:{words(actors['links'])})(?:{one}|{relative}))*{stop}"
