"""Which words somebody says: a clause that a verb of saying governs or follows, a quotation, a line of dialogue."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite
from atleast.statement.slavic.page import Page, Passage, Sentence, Word

DASHES = ("—", "–", "-")
_CLAUSE_REACH = 9
Span = tuple[int, int]


def has_clause(word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether what is said follows: "что", a colon, or "о" with a noun; or stands before, set off."""
    stops = lexicons.words(page.language, "unreal", "complementizer")
    about = lexicons.words(page.language, "unreal", "about")
    for one in passage.words[word.index + 1 : min(sentence.last, word.index + _CLAUSE_REACH)]:
        if one.low in stops or one.text == ":" or one.low in about:
            return True
    before = passage.words[word.index - 1] if word.index > sentence.first else None
    return before is not None and (
        before.text in (*DASHES, ",") or before.low in ("об", "этом", "пра", "про", "гэта", "це", "как", "як")
    )


def content_of(word: Word, passage: Passage, sentence: Sentence, page: Page) -> tuple[list[Span], bool]:
    """What is said, and whether in direct speech."""
    direct = _direct(word, passage, sentence)
    if direct:
        return direct, True
    inside = passage.quotation_at(word.start, word.end, utterance=True)
    if inside is not None:
        return [(word.end, min(sentence.end, inside.end))], False
    language = page.language
    first = passage.words[sentence.first]
    words = passage.words
    if _points_back(word, passage, sentence, language):
        start = (
            passage.sentences[0].start if sentence.number == 1 else passage.sentences[max(0, sentence.number - 1)].start
        )
        return [(start, sentence.start), (word.end, sentence.end)], False
    if word.index > sentence.first and words[word.index - 1].low in ("как", "як"):
        return [(sentence.start, sentence.end)], False
    postposed = _is_postposed(word, passage, sentence, language)
    if postposed:
        return [(sentence.start, word.start)], False
    del first
    return [(word.end, sentence.end)], False


def _direct(word: Word, passage: Passage, sentence: Sentence) -> list[Span]:
    """The quotation that a verb of saying stands beside, or the line of dialogue that it closes."""
    found: list[Span] = []
    for one in passage.quotations:
        if not one.is_utterance or one.holds(word.start, word.end):
            continue
        between = (
            passage.text_between(one.end, word.start)
            if one.end <= word.start
            else passage.text_between(word.end, one.start)
        )
        if (
            (
                one.end <= word.start
                and sentence.start - 2 <= one.end
                and len(between) < 25
                and between.lstrip(" ,.").startswith(DASHES)
            )
            or (
                one.end <= word.start
                and sentence.start <= one.start
                and len(between) < 40
                and between.lstrip().startswith((",", "—", "–", "-"))
            )
            or (word.end <= one.start < sentence.end and not _has_other_verb(word, one.start, passage))
        ):
            found.append((one.start, one.end))
    words = passage.words
    if not found and words[0].text in DASHES and word.index > 2:
        dash = next(
            (index for index in range(word.index - 1, max(0, word.index - 4), -1) if words[index].text in DASHES), None
        )
        if dash:
            found.append((words[1].start, words[dash].start))
            later = next(
                (one for one in words[word.index + 1 :] if one.text in DASHES and words[one.index - 1].text in ".,!?…"),
                None,
            )
            if later is not None:
                found.append((later.end, passage.end))
    return found


def _has_other_verb(word: Word, start: int, passage: Passage) -> bool:
    between = [one for one in passage.words[word.index + 1 :] if one.end <= start]
    return len(between) > 14 or any(one.text == ";" for one in between)


def _points_back(word: Word, passage: Passage, sentence: Sentence, language: str) -> bool:
    """ "Об этом сообщила «Весна»": what the sentence before told."""
    if sentence.number == 0:
        return False
    opening = " ".join(one.low for one in passage.words[sentence.first : min(sentence.first + 4, word.index)])
    return any(opening.startswith(phrase) for phrase in lexicons.words(language, "speech_links", "back"))


def _is_postposed(word: Word, passage: Passage, sentence: Sentence, language: str) -> bool:
    """ "Его перевели в колонию, сообщил центр": a clause stands before the comma, and none after the verb."""
    words = passage.words
    before = words[word.index - 1] if word.index > sentence.first else None
    stops = lexicons.words(language, "unreal", "complementizer")
    ahead = words[word.index + 1 : min(sentence.last, word.index + _CLAUSE_REACH)]
    about = lexicons.words(language, "unreal", "about")
    if before is None or any(one.low in stops or one.text == ":" for one in ahead):
        return False
    if any(one.low in about for one in ahead[:2]) and before.text not in (",", *DASHES):
        return False
    opened = [
        one for one in words[sentence.first : word.index] if one.segment < word.segment and is_finite(one.low, language)
    ]
    return bool(opened) and (before.text in (",", *DASHES) or _only_subject(words, word, before))


def _only_subject(words: Sequence[Word], word: Word, before: Word) -> bool:
    segment = [one for one in words[max(0, word.index - 6) : word.index] if one.segment == word.segment and one.is_word]
    del before
    return len(segment) <= 1
