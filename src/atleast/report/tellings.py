"""Who says so, and the sentence in which the report repeats it, no firmer than it was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atleast.model.source import Source
from atleast.model.statement import Event, Link, Statement
from atleast.model.words import Certainty, ChainRole, EventType, Polarity
from atleast.report.content import Detail, Narration
from atleast.report.desk import Desk
from atleast.report.inline import Inline, fill, join, to_text, verbatim, words
from atleast.report.phrases import VERBS, in_words

_STRENGTH = {certainty: place for place, certainty in enumerate(Certainty)}
_MANY = frozenset(
    [
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("dozens", "hundreds", "thousands", "several", "many", "some", "people"),
    ]
)


def outlet_of(statement: Statement, source: Source) -> str:
    """Who publishes it: the chain's outlet, or the source's publisher, or its file."""
    outlet = next((link.name for link in statement.chain if link.role is ChainRole.OUTLET), None)
    return outlet or source.credit.publisher or source.name


def chain_in_words(statement: Statement, source: Source) -> Inline:
    """The chain, outermost first: "Sarnik Wire, quoting Joanna Thorvane (ambassador), citing the report"."""
    line = verbatim(outlet_of(statement, source), None)
    for link in statement.chain:
        if link.role is not ChainRole.OUTLET:
            verb = ", quoting {who}" if link.role is ChainRole.SPEAKER else ", citing {who}"
            line += fill(verb, who=_link(link, statement.language))
    return line


def teller(statement: Statement, source: Source, besides: str | None = None) -> Inline:
    """Whose word it is: "Joanna Thorvane, as told by Sarnik Wire", or "Sarnik Wire" where it says so itself.

    `besides` is somebody whom the sentence names anyway.
    """
    outlet = outlet_of(statement, source)
    known = (outlet, besides)
    inner = [link for link in statement.chain if link.role is not ChainRole.OUTLET and link.name not in known]
    if not inner:
        return verbatim(outlet)
    return fill(
        "{inner}, as told by {outlet}", inner=verbatim(inner[-1].name, statement.language), outlet=verbatim(outlet)
    )


def narrate(desk: Desk, statements: Iterable[str]) -> Narration:
    """What statements say of one event: a sentence in the firmest voice, then who else says so, then the details."""
    told = sorted(statements, key=lambda each: _STRENGTH[desk.said(each).statement.certainty])
    first = desk.said(told[0]).statement
    same = [each for each in told if _voice(desk, each) == _voice(desk, told[0])]
    lead = sentence(first, desk.source_of(told[0])) + desk.notes(same)
    others: dict[str, list[str]] = {}
    for each in told:
        if each not in same:
            others.setdefault(_voice(desk, each), []).append(each)
    also = [_also(desk, group) for group in others.values()]
    return Narration(
        sentence=lead,
        also=fill("Also told by {who}.", who=join(also, "; and ")) if also else (),
        details=tuple(_details(desk, told)),
    )


def sentence(statement: Statement, source: Source) -> Inline:
    """One event in one sentence, hedged as its certainty demands."""
    event = statement.content
    if not isinstance(event, Event):
        raise TypeError("only an event is told in a sentence of its own")
    who = teller(statement, source, event.subject[0] if len(event.subject) == 1 else None)
    told = _clause(event, statement)
    if statement.polarity is Polarity.DENIED:
        return fill("According to {who}, it is not true that {told}.", who=who, told=told)
    match statement.certainty:
        case Certainty.ANECDOTAL:
            return fill("By an anecdotal account, told by {who}, {told}.", who=who, told=told)
        case _:
            return fill("According to {who}, {told}.", who=who, told=told)


def _clause(event: Event, statement: Statement) -> Inline:
    """Subject and verb: "Selma Corvane was reportedly arrested or held"."""
    verb = VERBS[event.type]
    if not event.subject:
        return words(_nobody_named(event.type, statement.certainty))
    many = _is_many(event, statement.language)
    match statement.certainty, verb.be:
        case Certainty.ALLEGED, True:
            said = f"{'are' if many else 'is'} alleged to have been {verb.participle}"
        case Certainty.ALLEGED, False:
            said = f"{'are' if many else 'is'} alleged to have {verb.participle}"
        case Certainty.HYPOTHETICAL, True:
            said = f"may have been or may yet be {verb.participle}"
        case Certainty.HYPOTHETICAL, False:
            said = f"may have {verb.participle} or may yet do so"
        case Certainty.REPORTED, True:
            said = f"{'were' if many else 'was'} reportedly {verb.participle}"
        case Certainty.REPORTED, False:
            said = f"reportedly {verb.past}"
        case _, True:
            said = f"{'were' if many else 'was'} {verb.participle}"
        case _:
            said = verb.past
    return fill("{subject} " + said, subject=join([verbatim(name, statement.language) for name in event.subject]))


def _nobody_named(kind: EventType, certainty: Certainty) -> str:
    """The event where the source names no subject: "there was reportedly a protest"."""
    verb = {
        Certainty.ALLEGED: "is alleged to have been",
        Certainty.REPORTED: "was reportedly",
        Certainty.HYPOTHETICAL: "may have been or may yet be",
    }.get(certainty, "was")
    return f"there {verb} {VERBS[kind].noun}"


def _is_many(event: Event, language: str) -> bool:
    """Whether the subject takes a plural verb, as far as English words show it."""
    if len(event.subject) > 1:
        return True
    only = event.subject[0]
    if only in event.persons or not language.startswith("en"):
        return False
    said = only.casefold().split()
    return bool(said) and (said[0] in _MANY or said[0][0].isdigit() or said[-1] in _MANY or _plural(said[-1]))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _voice(desk: Desk, statement: str) -> str:
    said = desk.said(statement).statement
    return f"{said.certainty}|{to_text(teller(said, desk.source_of(statement)))}"


def _also(desk: Desk, group: Sequence[str]) -> Inline:
    said = desk.said(group[0]).statement
    who = teller(said, desk.source_of(group[0]))
    return fill("{who} ({how}){notes}", who=who, how=words(in_words(said.certainty)), notes=desk.notes(group))


def _details(desk: Desk, statements: Sequence[str]) -> Iterable[Detail]:
    """What sources name besides: each value once, with the notes of those who name it where it is not plain who does."""
    named: dict[str, dict[tuple[str, str], list[str]]] = {}
    for each in statements:
        said = desk.said(each).statement
        if isinstance(said.content, Event):
            for label, value in _named(said.content):
                key = (value, said.language if label not in _OURS else "en")
                named.setdefault(label, {}).setdefault(key, []).append(each)
    for label in _LABELS:
        if label in named:
            values = [
                _value(label, *key) + (desk.notes(who) if len(statements) > 1 else ())
                for key, who in named[label].items()
            ]
            yield Detail(label, join(values, "; "))


_LABELS = ("place", "facility", "authority", "article", "penalty", "grounds", "in the source’s words")
_OURS = frozenset({"grounds"})


def _named(event: Event) -> Iterable[tuple[str, str]]:
    single = {"place": event.place, "facility": event.facility, "authority": event.authority, "penalty": event.penalty}
    yield from ((label, value) for label, value in single.items() if value)
    yield from (("article", article) for article in event.article)
    yield from (("grounds", in_words(ground)) for ground in event.grounds)
    if event.date and event.date.words and event.date.edtf[:4] not in event.date.words:
        yield "in the source’s words", event.date.words


def _value(label: str, value: str, language: str) -> Inline:
    return words(value) if label in _OURS else verbatim(value, language)


def _link(link: Link, language: str) -> Inline:
    name = verbatim(link.name, language)
    return fill("{name} ({what})", name=name, what=verbatim(link.description, language)) if link.description else name
