"""Letters and marks that do not belong: words of another script, unbalanced brackets, doubled marks, wrong decoding.

Takes       a Look.
Gives       suspect doubts, and encoding doubts about what a wrong decoding leaves behind.
Method      one rule a sort; brackets are matched paragraph by paragraph.
Leaves out  abbreviations, units, names in brackets, and everything in capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from actum.collate.faults.evidence import parallels_for
from actum.collate.faults.look import Look
from actum.collate.faults.rules import pattern, value, words_of
from actum.model.doubt import Doubt
from actum.text.span import Span

_SMALL_WORD = re.compile(r"(?<![A-Za-z0-9._/@-])[a-z]{2,}(?:[ -][a-z]{2,})*(?![A-Za-z0-9._/@-])")
_HAN = re.compile(r"[\u3007\u3400-\u9fff]")
_NEAR_HAN = re.compile(r"[\u3400-\u9fff，。、；：！？”’》）,.;:]\s*$")
_OTHER_SCRIPT = re.compile(
    r"(?<=[\u3400-\u9fff])\s?[\u0400-\u04ff\u3040-\u30fa\uac00-\ud7a3]{1,3}\s?(?=[\u3400-\u9fff])"
)
_MIXED = re.compile(r"\b(?=\w*[a-z])(?=\w*[а-яё])[a-zа-яё]+\b", re.IGNORECASE)
_DOUBLED = re.compile(
    r"[，,、；;：:]\s?[，,、；;：:。]|。\s?[，,、；;：:。]|(?<![.])\.\s?[,，；;](?=\s|$)|([！？!?])\1{3,}"
)
_LOST = re.compile(r"\ufffd+|[\ue000-\uf8ff\U000f0000-\U0010fffd]+|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_TWICE = re.compile(r"\b(?P<word>[^\W\d_]+)\s+(?P=word)\b", re.IGNORECASE)
_PAIRS = {
    "(": ")",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "[": "]",
    "［": "］",
    "【": "】",
    "「": "」",
    "『": "』",
    "〔": "〕",
}
_LIKE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_LIST_MARK = re.compile(r"(?<![\w(（])(?:\d{1,3}|[A-Za-zа-яё]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]")


def stray_words(look: Look) -> Iterator[Doubt]:
    """Small English words between Chinese characters (`安全 and 稳定`), and single letters of other scripts."""
    if look.language != "zh":
        return
    for match in _SMALL_WORD.finditer(look.text):
        before, behind = look.text[: match.start()].rstrip(), look.text[match.end() :].lstrip()
        around = _NEAR_HAN.search(look.text[max(0, match.start() - 3) : match.start()]) and (
            not behind or _HAN.match(behind)
        )
        if around and before and not set(match[0].split()) <= words_of("zh", "latin.fine.words"):
            yield _stray(look, match)
    for match in _OTHER_SCRIPT.finditer(look.text):
        yield look.doubt("suspect", _bare(match), "letters of another script among Chinese characters", "stray-letters")


def _stray(look: Look, match: re.Match[str]) -> Doubt:
    start, end = match.span()
    while start > 0 and look.text[start - 1] in " \t\u3000\xa0":
        start -= 1
    while end < len(look.text) and look.text[end] in " \t\u3000\xa0":
        end += 1
    meant = (value("zh", "latin.stands_for") or {}).get(match[0])
    says = f"an English word ({match[0]}) among Chinese characters" + (f"; it means {meant}" if meant else "")
    whole = Span(start, end)
    parallels = parallels_for(look, whole, meant, least=5, around=4) if meant else ()
    return look.doubt("suspect", whole, says, "stray-latin", proposal=meant, parallels=parallels)


def _bare(match: re.Match[str]) -> Span:
    inner = match[0]
    return Span(match.start() + len(inner) - len(inner.lstrip()), match.start() + len(inner.rstrip()))


def mixed_words(look: Look) -> Iterator[Doubt]:
    """Words of Latin and Cyrillic letters together: one of them is a look-alike."""
    for match in _MIXED.finditer(look.text):
        says = "Latin and Cyrillic letters in one word"
        yield look.doubt("suspect", Span(*match.span()), says, "mixed-letters")


def words_twice(look: Look) -> Iterator[Doubt]:
    """A word right behind itself, in scripts that part words by spaces."""
    for match in _TWICE.finditer(look.text) if look.language != "zh" else ():
        if match["word"].lower() not in words_of(look.language, "doubled.twice") and "\n" not in match[0]:
            says = f"{match['word']} stands twice in a row"
            yield look.doubt("suspect", Span(*match.span()), says, "doubled-word", proposal=match["word"])


def doubled_marks(look: Look) -> Iterator[Doubt]:
    """Two marks of which only one can be right: 。， or ，，."""
    for match in _DOUBLED.finditer(look.text):
        says = "two punctuation marks where one belongs"
        yield look.doubt("suspect", Span(*match.span()), says, "doubled-mark")


def lost_characters(look: Look) -> Iterator[Doubt]:
    """What a wrong decoding leaves: U+FFFD, private and control characters, runs of mojibake."""
    for match in _LOST.finditer(look.text):
        name = unicodedata.name(match[0][0], f"U+{ord(match[0][0]):04X}").lower()
        yield look.doubt(
            "encoding", Span(*match.span()), f"a character that stands for none ({name})", "lost-character"
        )
    for match in pattern("zh", "marks.mojibake").finditer(look.text):
        yield look.doubt("encoding", Span(*match.span()), "characters of a wrong decoding", "mojibake")


def unbalanced(look: Look) -> Iterator[Doubt]:
    """Brackets and quotation marks without their partner in the paragraph.

    A quotation over several paragraphs opens each of them and closes in the last; that is no fault.
    """
    for number, paragraph in enumerate(look.paragraphs):
        inner = paragraph.of(look.text)
        following = look.paragraphs[number + 1 :]
        quoted_on = bool(following) and following[0].of(look.text)[0] in '“「『"'
        for at in _unmatched(inner):
            if not (inner[at] in "“「『" and at == 0 and quoted_on):
                says = f"{inner[at]} has no partner in its paragraph"
                yield look.doubt("suspect", Span(at, at + 1).shifted(paragraph.start), says, "unbalanced-mark")


def _unmatched(inner: str) -> list[int]:
    """Places of brackets without a partner; list marks such as `a)` do not count, widths may be mixed."""
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(inner)}
    closers = {_LIKE.get(close, close): _LIKE.get(start, start) for start, close in _PAIRS.items()}
    waiting: dict[str, list[int]] = {start: [] for start in closers.values()}
    lone: list[int] = []
    for at, written in enumerate(inner):
        char = _LIKE.get(written, written)
        if char in waiting:
            waiting[char].append(at)
        elif char in closers and waiting[closers[char]]:
            waiting[closers[char]].pop()
        elif char in closers and at not in marks:
            lone.append(at)
    return sorted(lone + [at for places in waiting.values() for at in places])
