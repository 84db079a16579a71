"""One source read through once, in order: what it says, sentence by sentence, with whom it has named so far."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.statement import Statement
from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.circumstances import Calendar, dates_by_word
from atleast.statement.english.contacts import contact
from atleast.statement.english.counting import counts
from atleast.statement.english.drafts import Draft, draft, statement
from atleast.statement.english.events import Happening, happening, tell_again
from atleast.statement.english.matching import Told, told_in
from atleast.statement.english.names import names_of
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.positions import taken, unheard
from atleast.statement.english.references import Discourse, Party
from atleast.statement.english.roles import note_roles
from atleast.statement.english.speech import sayings
from atleast.statement.english.voices import Voice, around, going_on, voice_of


def statements_of(page: Page, reader: str) -> list[Statement]:
    """The statements of a page, in order of their place in the text."""
    names = names_of(page)
    note_roles(page, names)
    discourse = Discourse(page, names)
    calendar = Calendar.of(page)
    events: list[Happening] = []
    voices: dict[int, list[Voice]] = {}
    for passage in page.body:
        voices[passage.number] = _read(passage, discourse, calendar, events)
    tell_again(events)
    drafts: list[Draft] = []
    for passage in page.body:
        drafts.extend(_drafts(passage, voices[passage.number], discourse, events))
    drafts.sort(key=lambda one: (one.trigger, one.start, one.end, one.rule))
    language = page.source.source.credit.language or lexicons.LANGUAGE
    return [statement(one, page, language, reader) for one in drafts]


def _read(passage: Passage, discourse: Discourse, calendar: Calendar, events: list[Happening]) -> list[Voice]:
    """Read one paragraph: its voices are returned, its events added to `events`."""
    before = discourse.speaker
    told = told_in(passage, discourse.names)
    dates = dates_by_word(passage, calendar, told)
    said = sayings(passage)
    voices: list[Voice] = []
    for number in range(len(passage.tree.sentences)):
        voices.extend(voice_of(saying, passage, discourse) for saying in said if saying.cue.sentence == number)
        here = [one for one in told if one.word.sentence == number]
        subjects: list[Party] = []
        for one in here:
            dated = dates.get(one.word.index)
            event = happening(
                one,
                passage,
                discourse,
                dated.when if dated is not None else None,
                _who_says_i(one, passage, discourse, voices, said),
                events,
            )
            events.append(event)
            subjects.extend(event.subjects)
        discourse.finish_sentence(passage, number, subjects)
    voices.extend(going_on(passage, voices, discourse, before))
    return voices


def _who_says_i(
    told: Told, passage: Passage, discourse: Discourse, voices: Sequence[Voice], said: Sequence[object]
) -> Party | None:
    """Who speaks in the utterance that the event is told in."""
    quotation = passage.quotation_at(told.start, told.end)
    if quotation is None:
        return None
    inner = [voice for voice in around(voices, told.start, told.end) if voice.parties]
    if inner:
        return inner[-1].parties[0]
    for saying in sayings(passage):
        if saying.covers(told.start, told.end):
            ahead = voice_of(saying, passage, discourse)
            if ahead.parties:
                return ahead.parties[0]
    del said
    return discourse.speaker


def _drafts(
    passage: Passage, voices: Sequence[Voice], discourse: Discourse, events: Sequence[Happening]
) -> list[Draft]:
    page = discourse.page
    found: list[Draft] = []
    for event in events:
        if event.passage is not passage:
            continue
        told = event.told
        rule = f"{event.type.value}: {told.word.lemma}"
        found.append(
            draft(passage, (told.start, told.end), told.word, event.content(), voices, rule, denied=told.denied)
        )
        met = contact(event, discourse)
        if met is not None:
            found.append(
                draft(
                    passage,
                    (told.start, told.end),
                    told.word,
                    met,
                    voices,
                    f"contact: {told.word.lemma}",
                    denied=told.denied,
                )
            )
    found.extend(counts(passage, voices, page, discourse.names))
    found.extend(taken(passage, voices, page))
    found.extend(unheard(passage, voices, page, found))
    return found


__all__ = ["EventType", "statements_of"]
