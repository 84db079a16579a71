"""Turns of an interview, a briefing or a hearing: whose words a stretch of text is, from the way it is laid out.

The same for every language. A turn begins with a label at the start of a line ("Q:", "JUDGE DUB:", "**Vasil Korin:**"), or
with a dash; it ends where the next one begins. Text before the first turn and behind the last is nobody's turn. What
cannot be told with some certainty is no turn: a list of fixed labels, a list with dashes, direct speech with "he said".
Who asks and who answers follows from the labels (`turns.toml`), or from whose turns end with a question mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from atleast.model.source import Part, SourceText
from atleast.model.words import PartKind
from atleast.source.labels import label_at
from atleast.statement import lexicon

_READ = frozenset({PartKind.BODY, PartKind.HEADLINE})
_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<name>[^\W\d_][^:\n*]{0,60}?)(?:\s*\([^)\n]{1,60}\))?\s*(?::(?:\*\*|__)?|(?:\*\*|__):)\s+(?=\S)"
)
_SHORT = re.compile(r"(?:\*\*|__)?(?P<name>[^\W\d_])[.:](?:\*\*|__)?\s+(?=\S)")
_DASH = re.compile(r"[—–-]\s+(?=\S)")
_TOLD = re.compile(r"[,.!?…]\s+[—–-]\s+[^\W\d_]")
_ASKED = re.compile(r"\?[\"”»’'*_)\]]*$")
_FIRST_END = re.compile(r"[.!?…]+(?=[\"”»’'*_)\]]*(?:\s|$))")
_MOST_WORDS = 6
_FEWEST_TURNS = 3
_SMALL = frozenset("of the and for de la von van da di du al der den bin ibn".split())


class TurnRole(StrEnum):
    """What somebody does in a turn."""

    ASKER = "asker"
    ANSWERER = "answerer"
    SPEAKER = "speaker"
    """Neither: a speech, a hearing without questions."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The words `[start:end]` of one speaker, behind the label; paragraphs that go on are part of it."""

    start: int
    end: int
    opens: int
    """Where its label or dash begins."""
    name: str | None
    """The label as it is written, without brackets behind it; None for a dash."""
    role: TurnRole
    is_role: bool = False
    """Whether the label only says what somebody does ("Q", "Journalist") and names nobody."""

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is part of it."""
        return self.start <= start and end <= self.end


def turns_of(source: SourceText, language: str) -> tuple[Turn, ...]:
    """The turns of a text in order; none where it is laid out in another way."""
    parts = [part for part in source.parts if part.kind in _READ]
    for found in (_labelled(source.text, parts, language), _dashed(source.text, parts)):
        if found:
            return found
    return ()


def cut_at_turns(source: SourceText, turns: Sequence[Turn]) -> SourceText:
    """The source with the label of each turn as a headline, which is read for names only, and its words as a body."""
    opening = {turn.opens: turn for turn in turns}
    parts: list[Part] = []
    for part in source.parts:
        turn = opening.get(part.start) if part.kind in _READ else None
        if turn is None:
            parts.append(part)
            continue
        if turn.name is not None and not turn.is_role:
            at = source.text.index(turn.name, turn.opens)
            parts.append(replace(part, kind=PartKind.HEADLINE, start=at, end=at + len(turn.name)))
        parts.append(replace(part, kind=PartKind.BODY, start=turn.start))
    return replace(source, parts=tuple(parts))


def turn_at(turns: Sequence[Turn], start: int, end: int) -> Turn | None:
    """The turn that `[start:end]` is part of."""
    return next((turn for turn in turns if turn.covers(start, end)), None)


def is_asked(text: str, start: int, end: int) -> bool:
    """Whether the sentence that goes on at `start`, and is over by `end`, ends with a question mark: it asserts nothing."""
    over = _FIRST_END.search(text, start, end)
    return over is not None and "?" in over.group()


def name_in_full(label: str, names: Iterable[str], language: str) -> str | None:
    """The only one of these names that has all words of a label, titles apart ("JUDGE DUB": Ihar Dub); None without one."""
    titles = _words(language, "title")
    wanted = [
        word for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", label.casefold()) if word not in titles | _SMALL
    ]
    fitting = [name for name in dict.fromkeys(names) if wanted and set(wanted) <= set(name.casefold().split())]
    return fitting[0] if len(fitting) == 1 else None


def _labelled(text: str, parts: Sequence[Part], language: str) -> tuple[Turn, ...]:
    askers, answerers = _words(language, "asker"), _words(language, "answerer")
    opened: list[tuple[Part, re.Match[str]]] = []
    for part in parts:
        match = _LABEL.match(text, part.start, part.end) or _SHORT.match(text, part.start, part.end)
        if match and _is_label(match["name"], language) and not label_at(text, part.start, part.end, language):
            opened.append((part, match))
    if not _is_transcript([match["name"] for _, match in opened], [_asks(text, part) for part, _ in opened], language):
        return ()
    turns = []
    for number, (part, match) in enumerate(opened):
        until = opened[number + 1][0].start if number + 1 < len(opened) else part.end
        end = max(other.end for other in parts if part.start <= other.start < until)
        name = match["name"].strip()
        is_role = name.casefold() in askers | answerers
        turns.append(Turn(match.end(), end, part.start, name, TurnRole.SPEAKER, is_role))
    return _with_answers(_with_roles(text, turns, askers, answerers), parts)


def _is_transcript(labels: Sequence[str], asked: Sequence[bool], language: str) -> bool:
    """Whether labels are those of speakers: they come again, and they ask, are known, or are several in capitals."""
    often = Counter(label.casefold() for label in labels)
    if len(labels) < _FEWEST_TURNS or max(often.values()) == 1:
        return False
    known = any(label in _words(language, "asker") | _words(language, "answerer") for label in often)
    shouted = len(often) > 1 and all(label.isupper() for label in labels)
    return known or (len(often) > 1 and (any(asked) or shouted))


def _asks(text: str, part: Part) -> bool:
    return bool(_ASKED.search(text[part.start : part.end].rstrip()))


def _is_label(name: str, language: str) -> bool:
    words = name.split()
    if name.casefold() in _words(language, "asker") | _words(language, "answerer"):
        return True
    capital = all(word[:1].isupper() or word.casefold() in _SMALL or not word[:1].isalpha() for word in words)
    return capital and len(words) <= _MOST_WORDS and (len(name) > 1)


def _with_roles(text: str, turns: Sequence[Turn], askers: frozenset[str], answerers: frozenset[str]) -> list[Turn]:
    """Askers are those whom a label calls so, and those half of whose turns end with a question mark; the others answer."""
    asked, all_turns = Counter[str](), Counter[str]()
    for turn in turns:
        name = (turn.name or "").casefold()
        all_turns[name] += 1
        asked[name] += bool(_ASKED.search(text[turn.start : turn.end].rstrip()))
    asking = {
        name
        for name in all_turns
        if name in askers or (name not in answerers and 2 * asked[name] >= all_turns[name] and asked[name])
    }
    if not asking:
        return list(turns)
    return [
        replace(turn, role=TurnRole.ASKER if (turn.name or "").casefold() in asking else TurnRole.ANSWERER)
        for turn in turns
    ]


def _with_answers(turns: Sequence[Turn], parts: Sequence[Part]) -> tuple[Turn, ...]:
    """Where only the questions have labels, the paragraphs behind each are the answer; behind the last, one paragraph."""
    if any(turn.role is not TurnRole.ASKER for turn in turns):
        return tuple(turns)
    found: list[Turn] = []
    for turn in turns:
        own = next(part for part in parts if part.start == turn.opens)
        behind = [part for part in parts if part.start > own.end and (part.end <= turn.end or turn is turns[-1])]
        answer = behind[:1] if turn is turns[-1] else behind
        found.append(replace(turn, end=own.end))
        if answer:
            found.append(Turn(answer[0].start, answer[-1].end, answer[0].start, None, TurnRole.ANSWERER))
    return tuple(found)


def _dashed(text: str, parts: Sequence[Part]) -> tuple[Turn, ...]:
    """Questions and answers in turn, each behind a dash; what stands between them without one goes on with an answer."""
    opened = [(part, match) for part in parts if (match := _DASH.match(text, part.start, part.end))]
    questions = [_asks(text, part) for part, _ in opened]
    if True not in questions or any(_TOLD.search(text, match.end(), part.end) for part, match in opened):
        return ()
    first = questions.index(True)
    opened, questions = opened[first:], questions[first:]
    asked, answered = questions[::2], questions[1::2]
    if not answered or 2 * sum(asked) < len(asked) or 3 * sum(answered) > len(answered):
        return ()
    turns = []
    for number, (part, match) in enumerate(opened):
        until = opened[number + 1][0].start if number + 1 < len(opened) else part.end
        end = max(other.end for other in parts if part.start <= other.start < until)
        role = TurnRole.ANSWERER if number % 2 else TurnRole.ASKER
        turns.append(Turn(match.end(), end, part.start, None, role, is_role=True))
    return tuple(turns)


@cache
def _words(language: str, value: str) -> frozenset[str]:
    """The words of `turns.toml` with a meaning, in small letters; those of the first language that is the same script's."""
    code = language.partition("-")[0]
    entries = lexicon.load(code, "turns") if code in lexicon.languages("turns") else ()
    return frozenset(word.casefold() for entry in entries if entry.value == value for word in entry.words)
