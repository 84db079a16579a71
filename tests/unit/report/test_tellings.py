from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.model.source import Credit, Source
from atleast.model.statement import Event, Link, Position, Statement
from atleast.model.words import Certainty, ChainRole, EventType, Polarity, SourceState, Stance
from atleast.report.desk import Desk
from atleast.report.inline import to_text
from atleast.report.phrases import VERBS
from atleast.report.tellings import chain_in_words, narrate, sentence, teller

WIRE = Source("a" * 64, "wire.txt", 1, "text/plain", SourceState.LAID_OUT, "2031-01-01T00:00:00Z")


def _said(event: Event, certainty: Certainty = Certainty.ASSERTED, *chain: Link) -> Statement:
    return Statement(
        source=WIRE.sha256,
        start=0,
        end=1,
        quote="x",
        language="en",
        certainty=certainty,
        polarity=Polarity.AFFIRMED,
        chain=chain or (Link(ChainRole.OUTLET, "Sarnik Wire"),),
        content=event,
        trigger=(0, 1),
        reader="by-hand 1",
        rule="",
    )


IRMA = Event(EventType.ARREST, ("Irma Dolvich",), ("Irma Dolvich",))


@pytest.mark.parametrize(
    ("certainty", "told"),
    [
        (Certainty.ASSERTED, "According to Sarnik Wire, Irma Dolvich was arrested or held."),
        (Certainty.ATTRIBUTED, "According to Sarnik Wire, Irma Dolvich was arrested or held."),
        (Certainty.REPORTED, "According to Sarnik Wire, Irma Dolvich was reportedly arrested or held."),
        (Certainty.ANECDOTAL, "By an anecdotal account, told by Sarnik Wire, Irma Dolvich was arrested or held."),
        (Certainty.ALLEGED, "According to Sarnik Wire, Irma Dolvich is alleged to have been arrested or held."),
        (
            Certainty.HYPOTHETICAL,
            "According to Sarnik Wire, Irma Dolvich may have been or may yet be arrested or held.",
        ),
    ],
)
def test_no_firmer_than_it_was_said(certainty: Certainty, told: str) -> None:
    assert to_text(sentence(_said(IRMA, certainty), WIRE)) == told


@pytest.mark.parametrize(
    ("certainty", "told"),
    [
        (Certainty.ASSERTED, "According to Sarnik Wire, Irma Dolvich died in custody."),
        (Certainty.REPORTED, "According to Sarnik Wire, Irma Dolvich reportedly died in custody."),
        (Certainty.ALLEGED, "According to Sarnik Wire, Irma Dolvich is alleged to have died in custody."),
        (Certainty.HYPOTHETICAL, "According to Sarnik Wire, Irma Dolvich may have died in custody or may yet do so."),
    ],
)
def test_what_the_subject_does_is_hedged_alike(certainty: Certainty, told: str) -> None:
    died = replace(IRMA, type=EventType.DEATH_IN_CUSTODY)
    assert to_text(sentence(_said(died, certainty), WIRE)) == told


def test_a_denial_says_so() -> None:
    denied = replace(_said(IRMA), polarity=Polarity.DENIED)
    assert (
        to_text(sentence(denied, WIRE))
        == "According to Sarnik Wire, it is not true that Irma Dolvich was arrested or held."
    )


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        (("four journalists",), "were"),
        (("12 people",), "were"),
        (("a journalist",), "was"),
        (("the press",), "was"),
        (("her brother", "his wife"), "were"),
    ],
)
def test_one_was_and_many_were(subject: tuple[str, ...], verb: str) -> None:
    told = to_text(sentence(_said(Event(EventType.FINE, subject)), WIRE))
    assert told == f"According to Sarnik Wire, {' and '.join(subject)} {verb} fined."


@pytest.mark.parametrize("kind", EventType)
@pytest.mark.parametrize("certainty", Certainty)
def test_an_event_that_names_nobody_can_be_told(kind: EventType, certainty: Certainty) -> None:
    told = to_text(sentence(_said(Event(kind), certainty), WIRE))
    assert " there " in told
    assert VERBS[kind].noun in told


def test_only_events_are_told_in_a_sentence() -> None:
    position = replace(_said(IRMA), content=Position("A", None, Stance.VIEW, "so"))
    with pytest.raises(TypeError):
        sentence(position, WIRE)


def test_whose_word_it_is() -> None:
    speaker = Link(ChainRole.SPEAKER, "Ruth Calloway", "ambassador")
    origin = Link(ChainRole.ORIGIN, "the report")
    chain = (Link(ChainRole.OUTLET, "Sarnik Wire"), speaker, origin)
    said = _said(IRMA, Certainty.ATTRIBUTED, *chain)
    assert to_text(teller(said, WIRE)) == "the report, as told by Sarnik Wire"
    assert to_text(chain_in_words(said, WIRE)) == "Sarnik Wire, quoting Ruth Calloway (ambassador), citing the report"
    only = replace(said, chain=chain[:2])
    assert to_text(teller(only, WIRE, "Ruth Calloway")) == "Sarnik Wire"


def test_who_speaks_of_herself_is_named_once() -> None:
    chain = (Link(ChainRole.OUTLET, "Sarnik Wire"), Link(ChainRole.SPEAKER, "Ruth Calloway"))
    said = _said(Event(EventType.CALL, ("Ruth Calloway",)), Certainty.ASSERTED, *chain)
    assert to_text(sentence(said, WIRE)) == "According to Sarnik Wire, Ruth Calloway made an appeal or demand."


def test_without_an_outlet_the_publisher_or_else_the_file_says_it() -> None:
    said = replace(_said(IRMA), chain=())
    assert to_text(teller(said, WIRE)) == "wire.txt"
    assert to_text(teller(said, replace(WIRE, credit=Credit("Wire Ltd")))) == "Wire Ltd"


def test_the_firmest_voice_leads_and_the_others_stand_beside(desk: Desk) -> None:
    by_words = {recorded.statement.quote: recorded.id for recorded in desk.register.record}
    alleged = next(i for words, i in by_words.items() if words.startswith("Eve"))
    asserted = by_words["Anton Berzak was released on 10 April."]
    told = narrate(desk, [alleged, asserted])
    assert to_text(told.sentence) == "According to Sarnik Wire, Anton Berzak was released. [1]"
    assert to_text(told.also) == "Also told by <i>Outlet</i> (alleged) [2]."


def test_what_sources_name_besides(desk: Desk) -> None:
    sentenced = next(r.id for r in desk.register.record if r.statement.quote.startswith("The Sarnik City Court"))
    told = narrate(desk, [sentenced])
    assert {detail.label: to_text(detail.value) for detail in told.details} == {
        "authority": "Sarnik City Court",
        "article": "Article 302",
        "penalty": "six years",
        "grounds": "donation",
    }
