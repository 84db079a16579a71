"""Events of a sentence with their roles, and what the rest of the page adds to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atleast.model.words import EventType
from atleast.statement.dates import Dated
from atleast.statement.slavic import circumstances, lexicons
from atleast.statement.slavic.happenings import Happening
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.parties import ACTS, BODIES, subjects
from atleast.statement.slavic.references import Candidate, Discourse, Party
from atleast.statement.slavic.speakers import Speakers
from atleast.statement.slavic.triggers import Trigger

_WE = {"ru": "Мы", "be": "Мы", "uk": "Ми"}
_OF_A_THING = frozenset({EventType.REPORT, EventType.INVOCATION})
"""Types whose verb has the document or the mechanism as its object, which is nobody who acts."""


def happening(
    trigger: Trigger,
    place: tuple[Passage, Sentence],
    found: Sequence[Candidate],
    discourse: Discourse,
    date: Dated | None,
    *,
    denied: bool,
) -> Happening:
    """One event with its roles."""
    passage, sentence = place
    page = discourse.page
    who = _subjects(trigger, passage, sentence, found, discourse)
    where, facility = circumstances.place_and_facility(trigger, passage, sentence, page, discourse.names)
    low, high = _stretch(trigger, passage, sentence)
    article, penalty = circumstances.law(trigger, sentence, page, low, high)
    return Happening(
        trigger,
        passage,
        sentence,
        who,
        denied,
        _authority(trigger, passage, sentence, page),
        facility,
        where,
        circumstances.when_of(date, trigger) if date is not None else None,
        article,
        penalty,
        circumstances.grounds(trigger, passage, sentence, page),
        date.start if date is not None else -1,
    )


def _stretch(trigger: Trigger, passage: Passage, sentence: Sentence) -> tuple[int, int]:
    """Where the penalty of an event is looked for: from its word to a semicolon or the end of the sentence."""
    for word in passage.words[trigger.word.index : sentence.last]:
        if word.text == ";":
            return trigger.word.start, word.start
    return trigger.word.start, sentence.end


def _subjects(
    trigger: Trigger, passage: Passage, sentence: Sentence, found: Sequence[Candidate], discourse: Discourse
) -> tuple[Party, ...]:
    if trigger.type in ACTS:
        return _actors(trigger, passage, sentence, discourse) or subjects(trigger, passage, sentence, found, discourse)
    body = _body(trigger, passage, sentence, discourse.page) if trigger.type in BODIES else None
    if body is not None and body.number:
        return (body,)
    who = subjects(trigger, passage, sentence, found, discourse)
    if body is not None:
        here = {party for one in found for party in one.parties}
        return who if any(party in here and (party.person or party.number == "p") for party in who) else (body,)
    if trigger.type in (EventType.SENTENCE, EventType.FINE) and any(party.person for party in who):
        who = tuple(dict.fromkeys([*who, *_gapped(trigger, passage, found)]))
    return who


def _gapped(trigger: Trigger, passage: Passage, found: Sequence[Candidate]) -> list[Party]:
    """ "Андрій отримав чотири роки, Павло — три": names later on, before a number or a dash and a number."""
    parties: list[Party] = []
    for one in found:
        after = [word.low for word in passage.words[one.last : one.last + 3] if word.text not in "—–-"]
        number = (
            one.kind == "name"
            and one.first > trigger.word.index
            and after
            and (after[0][:1].isdigit() or after[0] in _counting(trigger, passage))
        )
        if number or (
            one.kind == "name"
            and one.first > trigger.word.index
            and passage.words[one.last : one.last + 1]
            and passage.words[one.last].text in "—–"
        ):
            parties.extend(one.parties)
    return parties


def _counting(trigger: Trigger, passage: Passage) -> frozenset[str]:
    del trigger, passage
    return frozenset()


def _actors(trigger: Trigger, passage: Passage, sentence: Sentence, discourse: Discourse) -> tuple[Party, ...]:
    """Who calls, invokes, reports or meets: the subject of the verb, or by whom it is done."""
    phrases = Speakers(passage, sentence, discourse)
    if trigger.is_passive:
        return _by_whom(trigger, passage, sentence, discourse, phrases)
    if trigger.is_noun:
        return ()
    if trigger.form.person == "1":
        return (Party(_WE[discourse.page.language], None, "p"),)
    for speaker in (phrases.before(trigger.word.index), phrases.after(trigger.word.index + 1)):
        if speaker is None:
            continue
        head = passage.words[speaker.first].low
        is_person = speaker.party.person is not None or any(
            head in lexicons.by_form(discourse.page.language, name) for name in ("people", "authorities")
        )
        low = " " + " ".join(word.low for word in passage.words[speaker.first : speaker.last])
        if is_person or trigger.type not in _OF_A_THING or not any(phrase in low for phrase in trigger.wanted):
            return (speaker.party,)
    return ()


def _by_whom(
    trigger: Trigger, passage: Passage, sentence: Sentence, discourse: Discourse, phrases: Speakers
) -> tuple[Party, ...]:
    """ "Инициирован 17 странами", "ініційована групою держав": the instrumental after a passive."""
    words = passage.words[trigger.word.index + 1 : min(sentence.last, trigger.word.index + 10)]
    governed = lexicons.words(discourse.page.language, "unreal", "preposition")
    for word, following in zip(words, [*words[1:], None], strict=True):
        before = passage.words[word.index - 1]
        if word.text[0].isdigit() and following is not None and _is_instrumental(following.low):
            return (Party(discourse.page.words(word.start, following.end), None, "p"),)
        if word.text in ",;:." or not word.is_word:
            continue
        if _is_instrumental(word.low) and before.low not in governed and word.low not in governed:
            speaker = phrases.after(word.index, case="i")
            return (speaker.party,) if speaker else ()
    return ()


def _is_instrumental(low: str) -> bool:
    return len(low) > 4 and low.endswith(
        ("ами", "ями", "амі", "ямі", "ом", "ем", "ою", "ею", "ой", "ым", "им", "ім", "ием", "ям", "ай")
    )


def _body(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> Party | None:
    """The organisation or site nearest to the trigger, by its name in quotation marks or its noun."""
    bodies = lexicons.by_form(page.language, "institutions")
    best: tuple[int, int, int] | None = None
    for word in passage.words_of(sentence):
        quoted = passage.quotation_at(word.start, word.end, utterance=False) if word.text in '«„“"' else None
        meant = [meaning for meaning in bodies.get(word.low, ()) if meaning.entry.value == "body"]
        # "Признали экстремистским формированием": what it is called is not what it is.
        is_body = any(meaning.form.cases != {"i"} for meaning in meant)
        if quoted is not None and page.text[quoted.start + 1 : quoted.start + 2].islower():
            continue
        if (quoted is None and not is_body) or word.segment - trigger.word.segment not in (-1, 0, 1):
            continue
        begin = _noun_before(word, passage, sentence, bodies) if quoted else word.start
        gap = abs(word.index - trigger.word.index) + 4 * abs(word.segment - trigger.word.segment)
        end = quoted.end if quoted else _name_after(word, passage, sentence)
        if best is None or gap < best[0]:
            best = (gap, begin, end)
    if best is None or best[0] > 12:
        return None
    name = page.words(best[1], best[2])
    is_named = any(mark in name for mark in '«„“"')
    bare = name[1:-1] if name[0] in '«„“"' and name[-1] in '»“”"' else name
    return Party(bare, None, "s" if is_named else "")


def _noun_before(mark: Word, passage: Passage, sentence: Sentence, bodies: Mapping[str, object]) -> int:
    """Where the noun before a name in quotation marks begins, or the mark itself."""
    index = mark.index - 1
    if index >= sentence.first and passage.words[index].low in bodies:
        return passage.words[index].start
    return mark.start


def _name_after(word: Word, passage: Passage, sentence: Sentence) -> int:
    """The end of a noun with the name in quotation marks that follows it."""
    index = word.index + 1
    if index < sentence.last and (
        quoted := passage.quotation_at(passage.words[index].start, passage.words[index].end, utterance=False)
    ):
        return quoted.end
    return passage.words[index - 1].end


def _authority(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> str | None:
    """Who acts with the power of a State, in the segment of the event."""
    if trigger.type in ACTS:
        return None
    authorities = lexicons.by_form(page.language, "authorities")
    prepositions = lexicons.words(page.language, "unreal", "preposition")
    for word in passage.words_of(sentence):
        if (
            word.low not in authorities
            or word.low in prepositions
            or abs(word.segment - trigger.word.segment) > 0
            or word.index == trigger.word.index
        ):
            continue
        if authorities[word.low][0].entry.value == "lawyer" or _before_facility(word, passage, sentence, page):
            continue
        first, last = word.index, word.index + 1
        while (
            first > sentence.first
            and passage.words[first - 1].is_word
            and passage.words[first - 1].low.endswith(
                ("ой", "ий", "ый", "кі", "кий", "ны", "ний", "ого", "ага", "ая", "ка", "ку")
            )
            and word.index - first < 3
        ):
            first -= 1
        while (
            last < sentence.last
            and last - word.index < 4
            and passage.words[last].is_word
            and (passage.words[last].has_capital or passage.words[last].entity in ("ORG", "PER"))
        ):
            last += 1
        return page.words(passage.words[first].start, passage.words[last - 1].end)
    return None


def _before_facility(word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """ "Следственный изолятор" is a place, though "следственный" may be an investigator."""
    index = word.index + 1
    return index < sentence.last and passage.words[index].low in lexicons.by_form(page.language, "facilities")
