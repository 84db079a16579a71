"""One source read through once, in order: what it says, sentence by sentence, with whom it has named so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.model.statement import Statement
from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.affected import ACTS
from atleast.statement.english.calendar import Calendar, dates_by_word
from atleast.statement.english.carrying import carry
from atleast.statement.english.contacts import contact
from atleast.statement.english.counting import counts
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.drafts import Draft, Telling, asserts_nothing, draft, statement
from atleast.statement.english.events import Happening, happening
from atleast.statement.english.leads import name_the_unnamed
from atleast.statement.english.listed import name_the_listed
from atleast.statement.english.matching import Told, told_in
from atleast.statement.english.names import names_of
from atleast.statement.english.occasions import date_by_occasion
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.positions import taken, unheard
from atleast.statement.english.retelling import tell_again
from atleast.statement.english.roles import note_roles
from atleast.statement.english.saying import Saying
from atleast.statement.english.speech import sayings
from atleast.statement.english.turn_voices import Turns
from atleast.statement.english.voices import Voice, around, going_on, is_by_who_is_quoted, voice_of

_NOT_AFFECTED = ACTS | {EventType.ELECTION}


def statements_of(page: Page, reader: str) -> list[Statement]:
    """The statements of a page, in order of their place in the text."""
    names = names_of(page)
    note_roles(page, names)
    account = _Account(
        Discourse(page, names), Calendar.of(page), Turns.of(page), about_sanctions=_speaks_of_sanctions(page)
    )
    voices = [account.read(passage) for passage in page.body]
    tell_again(account.events)
    name_the_unnamed(account.events, names)
    name_the_listed(account.events, page, names)
    carry(account.events)
    date_by_occasion(account.events, page, account.calendar)
    drafts = [one for passage, heard in zip(page.body, voices, strict=True) for one in account.drafts(passage, heard)]
    drafts.sort(key=lambda one: (one.trigger, one.start, one.end, one.rule))
    return [statement(one, page, reader) for one in drafts]


def _speaks_of_sanctions(page: Page) -> bool:
    text = page.text.lower()
    return any(words in text for words in lexicons.words("kinds", "speaks of sanctions"))


@dataclass(slots=True)
class _Account:
    """What has been read of a page so far."""

    discourse: Discourse
    calendar: Calendar
    turns: Turns
    events: list[Happening] = field(default_factory=list)
    about_sanctions: bool = False
    _by_passage: dict[int, list[Happening]] = field(default_factory=dict)

    def read(self, passage: Passage) -> list[Voice]:
        """Read one paragraph: its voices are returned, its events added to `events`."""
        turn = self.turns.voice(passage, self.discourse)
        before = self.discourse.speaker
        told = told_in(passage, self.discourse.names, about_sanctions=self.about_sanctions)
        dates = dates_by_word(passage, self.calendar, told)
        said = sayings(passage)
        voices: list[Voice] = [turn] if turn is not None else []
        for number in range(len(passage.tree.sentences)):
            voices += [
                voice_of(saying, passage, self.discourse)
                for saying in said
                if saying.cue.sentence == number and not is_by_who_is_quoted(saying, passage)
            ]
            subjects: list[Party] = []
            for one in (one for one in told if one.word.sentence == number):
                speaker = self._speaker_at(one, passage, voices, said)
                event = happening(one, passage, self.discourse, speaker, self.events)
                dated = dates.get(one.word.index)
                event.date = dated.when if dated is not None else None
                self.events.append(event)
                self._by_passage.setdefault(passage.number, []).append(event)
                subjects += event.subjects if event.type not in _NOT_AFFECTED else ()
            self.discourse.finish_sentence(passage, number, subjects)
        self.turns.note(passage, self.discourse)
        voices += going_on(passage, voices, before)
        return voices + self._inner(passage, voices, said)

    def _inner(self, passage: Passage, voices: Sequence[Voice], said: Sequence[Saying]) -> list[Voice]:
        """The voices of those who speak of their own words inside of a quotation: "We call for ...", she said."""
        found = []
        for saying in said:
            if is_by_who_is_quoted(saying, passage):
                around_it = [voice for voice in around(voices, saying.cue.start, saying.cue.end) if voice.parties]
                own = around_it[-1].parties[0] if around_it else None
                found.append(voice_of(saying, passage, self.discourse, own=own))
        return found

    def drafts(self, passage: Passage, voices: Sequence[Voice]) -> list[Draft]:
        """The statements of one paragraph: events, contacts, counts, positions, and who is not heard by any of these."""
        page = self.discourse.page
        found: list[Draft] = []
        for event in self._by_passage.get(passage.number, ()):
            told = event.told
            telling = Telling(passage, told.word, (told.start, told.end), voices)
            found.append(draft(telling, event.content(), f"{event.type.value}: {told.word.lemma}", denied=told.denied))
            met = contact(event, self.discourse)
            if met is not None:
                found.append(draft(telling, met, f"contact: {told.word.lemma}", denied=told.denied))
        found += counts(passage, voices, page, self.discourse.names)
        found += taken(passage, voices, page)
        found += unheard(passage, voices, page, found)
        return [one for one in found if not asserts_nothing(one, page)]

    def _speaker_at(
        self, told: Told, passage: Passage, voices: Sequence[Voice], said: Sequence[Saying]
    ) -> Party | None:
        """Who says "I" where an event is told in an utterance: whose words they are, be the cue before or after them."""
        if passage.quotation_at(told.start, told.end) is None:
            return self.discourse.me
        inner = [voice for voice in around(voices, told.start, told.end) if voice.parties]
        if inner:
            return inner[-1].parties[0]
        for saying in said:
            if saying.covers(told.start, told.end):
                ahead = voice_of(saying, passage, self.discourse)
                if ahead.parties:
                    return ahead.parties[0]
        return self.discourse.speaker
