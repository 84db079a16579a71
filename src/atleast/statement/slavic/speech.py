"""Who says which words: verbs of saying, phrases such as "по словам", and words in quotation marks or after a dash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atleast.model.words import Certainty, ChainRole
from atleast.statement.lexicon import Entry
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.contents import Span, content_of, has_clause
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.references import Discourse, Party
from atleast.statement.slavic.speakers import Speaker, Speakers

_CERTAINTY = {
    "claim": Certainty.ALLEGED,
    "doubt": Certainty.ALLEGED,
    "rumour": Certainty.REPORTED,
    "anecdote": Certainty.ANECDOTAL,
}
_CUE_KINDS = (Kind.PAST, Kind.PRESENT, Kind.GERUND, Kind.PREDICATE, Kind.PASSIVE)
_TURNING = frozenset("как як об это этом гэта це".split())
_SAYING = ("say", "claim", "rumour")
_GENDERED = ("m", "f")
_CLOSING = '»”"'
_REFLEXIVE = ("ся", "сь", "цца", "ться")
_BY_DOCUMENT = (Kind.PREDICATE, Kind.PASSIVE)


TURN = "turn"


@dataclass(slots=True, eq=False)
class Voice:
    """Somebody, or a document, that says stretches of the text."""

    parties: tuple[Party, ...]
    role: ChainRole
    manner: str
    """say, claim, believe, find, deny, call, condemn, support, rumour, anecdote; of a whole turn TURN."""
    content: list[Span]
    cue: Word
    description: str | None = None
    is_direct: bool = False

    @property
    def certainty(self) -> Certainty:
        """How sure the text is of what it passes on."""
        return _CERTAINTY.get(self.manner, Certainty.ATTRIBUTED)

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is part of what it says."""
        return any(low <= start and end <= high for low, high in self.content)

    @property
    def width(self) -> int:
        """Characters of content, to tell outer from inner voices."""
        return sum(high - low for low, high in self.content)


def voices_in(passage: Passage, sentence: Sentence, discourse: Discourse) -> list[Voice]:
    """The voices of one sentence, in order."""
    if not any(word.low in _openings(discourse.page.language) for word in passage.words_of(sentence)):
        return []
    phrases = Speakers(passage, sentence, discourse)
    found = [*_prefixed(passage, sentence, discourse, phrases), *_verbal(passage, sentence, discourse, phrases)]
    found.sort(key=lambda voice: voice.cue.index)
    for voice in found:
        if voice.parties and voice.role is ChainRole.SPEAKER and voice.manner != "rumour":
            discourse.speaker = voice.parties[0]
    return found


@cache
def _openings(language: str) -> frozenset[str]:
    """Words of which a sentence has one if anybody speaks in it."""
    return frozenset(lexicons.by_form(language, "cues")) | frozenset(lexicons.phrase_starts(language, "origins"))


def _prefixed(passage: Passage, sentence: Sentence, discourse: Discourse, phrases: Speakers) -> Iterator[Voice]:
    """ "По словам сестры", "со ссылкой на «Весну»", "по слухам"."""
    starts = lexicons.phrase_starts(discourse.page.language, "origins")
    skip = -1
    for word in passage.words_of(sentence):
        if word.low not in starts or word.index < skip:
            continue
        for phrase, entry in starts[word.low]:
            if tuple(one.low for one in passage.words[word.index : word.index + len(phrase)]) != phrase:
                continue
            skip = word.index + len(phrase)
            voice = _phrase_voice(entry, word, skip, passage, sentence, discourse, phrases)
            if voice is not None:
                yield voice
            break


def _phrase_voice(
    entry: Entry, word: Word, after: int, passage: Passage, sentence: Sentence, discourse: Discourse, phrases: Speakers
) -> Voice | None:
    whole = [_around_clause(word, passage, sentence, discourse.page)]
    if entry.value == "rumour":
        return Voice((), ChainRole.SPEAKER, "rumour", whole, word)
    if entry.value.startswith("own"):
        party = _own(entry.value.partition("_")[2], discourse)
        return Voice((party,), ChainRole.SPEAKER, "say", whole, word) if party else None
    speaker = phrases.after(after, case="g")
    if speaker is None:
        return None
    if entry.value == "law" or (
        entry.value == "document" and speaker.party.person is None and not _is_body(passage, speaker, discourse.page)
    ):
        return None
    role = ChainRole.ORIGIN if entry.value == "origin" else ChainRole.SPEAKER
    manner = entry.extra.get("manner", "say")
    return Voice((speaker.party,), role, manner, whole, word, speaker.description)


def _is_body(passage: Passage, speaker: Speaker, page: Page) -> bool:
    bodies = lexicons.by_form(page.language, "institutions")
    people = lexicons.by_form(page.language, "people")
    return any(
        word.low in bodies or word.low in people or word.entity in ("ORG", "PER") or word.text in '«"'
        for word in passage.words[speaker.first : speaker.last]
    )


def _own(gender: str, discourse: Discourse) -> Party | None:
    """ "По её словам": she who spoke last, or was spoken of last."""
    own = discourse.speaker
    number = "p" if gender == "p" else "s"
    if own is not None and own.number == number and (not own.gender or number == "p" or own.gender == gender):
        return own
    found = discourse.last(number, "" if number == "p" else gender)
    return found[0] if found else own


def _around_clause(word: Word, passage: Passage, sentence: Sentence, page: Page) -> Span:
    """What a phrase such as "по версии" speaks for: its sentence, up to a semicolon or a "but" on either side."""
    contrast = lexicons.words(page.language, "unreal", "contrast")
    breaks = [one for one in passage.words_of(sentence) if one.text == ";" or one.low in contrast]
    start = max((one.end for one in breaks if one.index < word.index), default=sentence.start)
    return start, min((one.start for one in breaks if one.index > word.index), default=sentence.end)


def _verbal(passage: Passage, sentence: Sentence, discourse: Discourse, phrases: Speakers) -> Iterator[Voice]:
    cues = lexicons.by_form(discourse.page.language, "cues")
    forms = cues.texts
    for word in passage.words_of(sentence):
        if word.low not in forms:
            continue
        for meaning in cues[word.low]:
            if meaning.form.kind in _CUE_KINDS and (
                voice := _verb_voice(word, meaning, passage, sentence, discourse, phrases)
            ):
                yield voice
                break


def _verb_voice(
    word: Word, meaning: lexicons.Meaning, passage: Passage, sentence: Sentence, discourse: Discourse, phrases: Speakers
) -> Voice | None:
    page = discourse.page
    content, direct = content_of(word, passage, sentence, page)
    heard = direct or has_clause(word, passage, sentence, page)
    manner = _manner(word, meaning, passage, sentence, page)
    if manner is None or ("clause" in meaning.entry.needs and not heard):
        return None
    if meaning.form.person == "1" and meaning.form.number == "p":
        return None
    speaker = _speaker(word, meaning, passage, sentence, phrases)
    if speaker is None and meaning.form.kind not in _BY_DOCUMENT:
        if _is_impersonal(meaning):
            is_rumour = manner in _SAYING and not direct
            return Voice((), ChainRole.SPEAKER, "rumour", content, word) if is_rumour else None
        speaker = _last_speaker(word, meaning, discourse) if heard else None
    if speaker is None or _is_quoted_pronoun(speaker, word, passage, page):
        return None
    parties = (speaker.party, *_also(speaker, word, passage, discourse))
    return Voice(parties, ChainRole.SPEAKER, manner, content, word, speaker.description, direct)


def _manner(word: Word, meaning: lexicons.Meaning, passage: Passage, sentence: Sentence, page: Page) -> str | None:
    """How the verb says it; None where it says nothing here: governed, negated, or without the words that it needs."""
    if word.low == meaning.form.lemma and _is_governed(word, passage, sentence, page):
        return None
    if not meaning.fits(_around(word, passage, sentence)):
        return None
    before = passage.words[word.index - 1].low if word.index > sentence.first else ""
    if before in lexicons.words(page.language, "unreal", "negation") and meaning.entry.value in ("say", "call", "find"):
        return "doubt" if meaning.form.lemma in lexicons.words(page.language, "speech_links", "doubt") else None
    return meaning.entry.value


def _is_impersonal(meaning: lexicons.Meaning) -> bool:
    """ "Говорят", "сообщалось": a verb that needs nobody who says it."""
    return meaning.form.number == "p" or meaning.form.reflexive or meaning.form.gender == "n"


def _last_speaker(word: Word, meaning: lexicons.Meaning, discourse: Discourse) -> Speaker | None:
    """Whoever spoke last, where the verb agrees with them."""
    own = discourse.speaker
    if own is None or (
        meaning.form.gender in _GENDERED and own.gender in _GENDERED and meaning.form.gender != own.gender
    ):
        return None
    return Speaker(own, word.index, word.index)


def _is_quoted_pronoun(speaker: Speaker, word: Word, passage: Passage, page: Page) -> bool:
    """ "Он ответил" inside somebody's words: nobody knows who he is."""
    if passage.quotation_at(word.start, word.end, utterance=True) is None or speaker.last - speaker.first != 1:
        return False
    return passage.words[speaker.first].low in lexicons.words(page.language, "pronouns")


def _is_governed(word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether a form that may be an infinitive (Belarusian "тлумачыць") is one: a modal or a wish stands before it."""
    near = passage.words[max(sentence.first, word.index - 3) : word.index]
    return any(
        one.low.startswith(stem)
        for one in near
        for value in ("fact", "wish", "modal", "condition")
        for stem in lexicons.stems(page.language, "unreal", value)
    )


def _around(word: Word, passage: Passage, sentence: Sentence) -> str:
    near = passage.words[max(sentence.first, word.index - 10) : min(sentence.last, word.index + 10)]
    return " " + " ".join(one.low for one in near if one is not word) + " "


def _also(speaker: Speaker, word: Word, passage: Passage, discourse: Discourse) -> list[Party]:
    """ "Сообщили Анна и Пётр": those named in the same breath."""
    from atleast.statement.slavic.candidates import candidates

    if speaker.party.person is None:
        return []
    for one in candidates(passage, passage.sentence_of(word), discourse):
        if one.kind == "name" and one.first <= speaker.last - 1 < one.last:
            return [party for party in one.parties if party != speaker.party][:3]
    return []


def _speaker(
    word: Word, meaning: lexicons.Meaning, passage: Passage, sentence: Sentence, phrases: Speakers
) -> Speaker | None:
    """After a verb that follows its words or "как"; else before it, and after it where nobody stands before.

    A document or a body speaks through "говорится в докладе" and "в центре считают".
    """
    if meaning.form.kind in _BY_DOCUMENT:
        return phrases.document(word.index)
    before = passage.words[word.index - 1] if word.index > sentence.first else None
    turned = before is None or before.low in _TURNING or (not before.is_word and before.text not in _CLOSING)
    opening = " ".join(one.low for one in passage.words[sentence.first : sentence.first + 3])
    points_back = any(opening.startswith(phrase) for phrase in lexicons.words(phrases.language, "speech_links", "back"))
    if before is not None and before.text in _CLOSING:
        turned = passage.quotation_at(before.start, before.end, utterance=True) is not None
    turned = turned or points_back
    found = phrases.after(word.index + 1) if turned else phrases.before(word.index)
    if found is None:
        found = phrases.before(word.index) if turned else phrases.after(word.index + 1)
    if word.low.endswith(_REFLEXIVE) or (found is None and meaning.form.number == "p"):
        found = phrases.document(word.index) or found
    return found


def going_on(passage: Passage, voices: Sequence[Voice], discourse: Discourse, before: Party | None) -> list[Voice]:
    """Voices for utterances that no verb of saying covers: whoever speaks around them in the paragraph, or spoke last."""
    found: list[Voice] = []
    for one in passage.quotations:
        if not one.is_utterance or any(
            voice.covers(one.start, one.end) or (voice.is_direct and voice.covers(one.start + 1, one.end - 1))
            for voice in voices
        ):
            continue
        around = [voice for voice in voices if voice.parties and voice.role is ChainRole.SPEAKER]
        nearest = min(around, key=lambda voice: abs(voice.cue.start - one.start), default=None)
        opens = one.start - passage.start <= 1
        party = nearest.parties[0] if nearest else before if opens else None
        word = next((word for word in passage.words if word.start >= one.start and word.is_word), None)
        if (
            party is not None
            and word is not None
            and (nearest is None or nearest.is_direct or opens or one.end >= passage.end - 1)
        ):
            found.append(Voice((party,), ChainRole.SPEAKER, "say", [(one.start, one.end)], word, None, True))
    del discourse
    return found
