"""One source read through once, in order: what it says, sentence by sentence, with whom it has named so far."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.statement import Statement
from atleast.model.words import EventType, PartKind
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.candidates import candidates
from atleast.statement.slavic.circumstances import Calendar, dates_by_word
from atleast.statement.slavic.contacts import contact
from atleast.statement.slavic.counting import counts
from atleast.statement.slavic.drafts import Draft, draft, statement
from atleast.statement.slavic.events import happening
from atleast.statement.slavic.happenings import Happening
from atleast.statement.slavic.names import names_of
from atleast.statement.slavic.page import Page, Passage, Sentence
from atleast.statement.slavic.positions import positions
from atleast.statement.slavic.reality import hedges, is_denied, is_unreal
from atleast.statement.slavic.references import Candidate, Discourse, party_of
from atleast.statement.slavic.settling import settle, share
from atleast.statement.slavic.speech import Voice, going_on, voices_in
from atleast.statement.slavic.triggers import Trigger, triggers
from atleast.statement.slavic.turn_voices import Turns
from atleast.statement.turns import Turn, is_asked


def statements_of(page: Page, reader: str, turns: Sequence[Turn] = ()) -> list[Statement]:
    """The statements of a page, in order of their place in the text; `turns` are those by which it was laid out."""
    names = names_of(page)
    discourse = Discourse(page, names)
    calendar = Calendar(page)
    account = _Account(discourse, calendar, Turns(page, turns))
    for passage in page.passages:
        account.read(passage)
    drafts = sorted(account.drafts(), key=lambda one: (one.trigger, one.start, one.end, one.rule))
    return [statement(one, page, reader) for one in drafts]


_STEPS = frozenset({EventType.ARREST, EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE})


class _Account:
    """A page while it is read."""

    def __init__(self, discourse: Discourse, calendar: Calendar, turns: Turns) -> None:
        self._discourse = discourse
        self._calendar = calendar
        self._events: list[tuple[Happening, list[Candidate]]] = []
        self._voices: dict[int, list[Voice]] = {}
        self._turns = turns
        self._case_at, self._case_of = -1, EventType.ARREST

    def read(self, passage: Passage) -> None:
        """Read one paragraph; of one that is no body, only whom it names."""
        is_body = passage.kind is PartKind.BODY
        turn = self._turns.voice(passage, self._discourse) if is_body else None
        before = self._discourse.speaker
        voices: list[Voice] = [turn] if turn is not None else []
        for sentence in passage.sentences:
            told = triggers(passage, sentence, self._discourse.page) if is_body else []
            found = candidates(passage, sentence, self._discourse, roles=bool(told))
            if is_body:
                said = voices_in(passage, sentence, self._discourse)
                voices += said
                self._discourse.speaking = frozenset(party.name for voice in said for party in voice.parties)
                self._discourse.me = next(
                    (voice.parties[0] for voice in said if voice.is_direct and voice.parties),
                    self._discourse.turn or self._discourse.speaker,
                )
                self._tell(passage, sentence, told, found)
                self._discourse.speaking = frozenset()
            self._note(found, passage)
        voices += going_on(passage, voices, self._discourse, before)
        self._voices[passage.number] = voices

    def _tell(self, passage: Passage, sentence: Sentence, told: list[Trigger], found: list[Candidate]) -> None:
        page = self._discourse.page
        told = [one for one in told if not is_unreal(one, passage, sentence, page)]
        participles = {one.word.index for one in told if not one.is_noun}
        found[:] = [one for one in found if one.kind != "noun" or one.last - 1 not in participles]
        dates = dates_by_word(passage, sentence, self._calendar, told, page)
        events: list[Happening] = []
        for one in told:
            denied = is_denied(one, passage, sentence, page)
            event = happening(
                one, (passage, sentence), found, self._discourse, dates.get(one.word.index), denied=denied
            )
            events.append(event)
            if (
                event.type in _STEPS
                and event.subjects
                and all(party.person or party.number == "p" for party in event.subjects)
            ):
                together = self._case_at == passage.number and all(party.person for party in self._discourse.case)
                before = self._discourse.case if together and event.type is self._case_of else ()
                self._discourse.case = tuple(dict.fromkeys([*before, *event.subjects]))
                self._case_at, self._case_of = passage.number, event.type
        share(events)
        self._events += [(event, found) for event in events]

    def _note(self, found: list[Candidate], passage: Passage) -> None:
        """Remember whom the sentence spoke of: those in office are the last to be meant by "he"."""
        for one in sorted(found, key=lambda one: (not one.is_actor, one.kind == "name", one.first)):
            if one.kind == "name" and one.mention is not None:
                self._discourse.note((party_of(one.mention.person),))
                if one.number == "p":
                    self._discourse.rows.append((self._head(one, passage), one.parties))
            elif one.kind == "noun" and one.number == "s" and not one.lemma and not one.is_actor:
                self._discourse.note(one.parties)
            elif one.kind == "noun" and one.number == "p":
                self._discourse.note(one.parties)
                if one.lemma and not self._discourse.row(one.lemma):
                    self._discourse.rows.append((one.lemma, one.parties))

    def _head(self, one: Candidate, passage: Passage) -> str:
        """The noun in the plural before a row of names."""
        before = passage.words[one.first - 1].low if one.first else ""
        meanings = lexicons.by_form(self._discourse.page.language, "people").get(before, ())
        return meanings[0].form.lemma if meanings and any(meaning.form.number == "p" for meaning in meanings) else ""

    def drafts(self) -> list[Draft]:
        """The drafts of all paragraphs."""
        page, made = self._discourse.page, []
        kept = settle([event for event, _ in self._events], page, self._calendar)
        by_event = {id(event): found for event, found in self._events}
        for passage in page.body:
            voices = self._voices[passage.number]
            here: list[Draft] = []
            for event in kept:
                if event.passage is passage:
                    here += self._drafts(event, by_event[id(event)], voices)
            here += counts(passage, voices, page, self._calendar, self._discourse.names)
            here += positions(passage, voices, page, here)
            made += [one for one in here if not is_asked(page.text, one.trigger[1], one.end)]
        return made

    def _drafts(self, event: Happening, found: list[Candidate], voices: list[Voice]) -> list[Draft]:
        word, sentence = event.trigger.word, event.sentence
        span, trigger = (sentence.start, sentence.end), (word.start, word.end)
        hedged = hedges(event.trigger, event.passage, sentence, self._discourse.page)
        rule = f"{event.type.value}: {word.low}"
        made = [draft(span, trigger, event.content(), voices, rule, denied=event.denied, hedges=hedged)]
        met = contact(event, found)
        if met is not None:
            made.append(draft(span, trigger, met, voices, f"contact: {word.low}", denied=event.denied, hedges=hedged))
        return made
