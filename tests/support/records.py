"""A small dossier made by hand, statement by statement, for what comes after reading. State and people are invented."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from atleast.dossier import originals, readings, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.readings import Reading
from atleast.model.source import Credit, Layout, Part, Source, SourceText
from atleast.model.statement import Contact, Content, Count, Event, Link, Position, Statement, When
from atleast.model.words import (
    Bound,
    Certainty,
    ChainRole,
    EventType,
    FigureKind,
    Ground,
    PartKind,
    Polarity,
    ReadingState,
    SourceState,
    Stance,
)

AT = "2031-05-25T09:00:00Z"
HOSTILE_NAME = "evil\"><script>alert('name')</script>\u202egpj.txt"
HOSTILE_PERSON = "Eve </script><script>alert(1)</script> \u202eDnuorg"

MANDATE = """
[mandate]
title = "Deprivation of liberty in Velmaria"
country = "Velmaria"
period = "2030-12/2031-05"
mechanism = "Moscow Mechanism, paragraph 12"

[definitions]
"deprived of liberty" = "Arrested, detained, remanded or imprisoned, by what the sources say."

[rules.held]
of = "people deprived of liberty"
starts = ["arrest", "sentence"]
ends = ["release", "death_in_custody"]

[report]
rule = "held"
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement to be: the words that it is, and what they say."""

    quote: str
    content: Content
    certainty: Certainty = Certainty.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    chain: tuple[Link, ...] = ()


def outlet(name: str) -> Link:
    return Link(ChainRole.OUTLET, name)


def speaker(name: str, description: str | None = None) -> Link:
    return Link(ChainRole.SPEAKER, name, description)


def put_source(
    dossier: Dossier,
    name: str,
    text: str | None,
    told: Sequence[Told] = (),
    *,
    credit: Credit,
    state: SourceState = SourceState.LAID_OUT,
    read: ReadingState | None = ReadingState.READ,
    problem: str | None = None,
    container: str | None = None,
    place: str | None = None,
) -> Source:
    """Put a source with its text, its original and its statements."""
    data = (text or name).encode("utf-8", "surrogatepass")
    originals.keep(dossier.paths, io.BytesIO(data))
    source = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        name=name,
        size=len(data),
        media_type="text/plain",
        state=state,
        taken_in=AT,
        collected_by="V. Rapporteur",
        container=container,
        problem=problem,
        credit=credit,
    )
    layout = None if text is None else Layout(text, (Part(PartKind.BODY, 0, len(text), place),), credit)
    with dossier.write() as tx:
        sources.put(tx, source, layout)
        if layout is not None and read is not None:
            reading = Reading(source.sha256, PartKind.BODY, "by-hand", 1, read, AT)
            statements = [statement_in(layout.text, source, each) for each in told]
            readings.put(tx, reading, SourceText(source, layout.text, layout.parts), statements)
    return source


def statement_in(text: str, source: Source, told: Told) -> Statement:
    """The statement that stands where its quote stands in a text."""
    start = text.index(told.quote)
    end = start + len(told.quote)
    return Statement(
        source=source.sha256,
        start=start,
        end=end,
        quote=told.quote,
        language=source.credit.language or "en",
        certainty=told.certainty,
        polarity=told.polarity,
        chain=told.chain,
        content=told.content,
        trigger=(start, end),
        reader="by-hand 1",
        rule="by hand",
    )


def empty_dossier(root: Path) -> Path:
    """A dossier with a mandate and nothing in it."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mandate.toml").write_text(MANDATE, "utf-8")
    return new_dossier(root)


WIRE = (
    "SARNIK, 12 April 2031 — Police arrested Pavel Ketlin in Kosterna on 7 February, his lawyer said. "
    "The Sarnik City Court sentenced Irma Dolvich to six years on 3 April under Article 302 for donations. "
    "Anton Berzak was reportedly arrested in March for posts online. Anton Berzak was released on 10 April. "
    "At least 312 people recognised as political prisoners were in custody as of 31 March, the Verasen centre said. "
    "Ambassador Ruth Calloway called on the authorities to release all of them. "
    "Neighbours tell of Lena Vorzhik being taken from her flat. "
    "The ambassador met the families on 9 April."
)
DEATH = (
    "Ирма Долвич осуждена на шесть лет. Николай Стравин умер в колонии в ночь на 18 апреля, сообщил центр «Верасень»."
)
MINISTRY = (
    "There are no more than 40 such prisoners, the ministry said. Nikolai Stravin was never refused medical care. "
    "Mikola Stravin died a natural death on 17 April 2031. Irma Dolvich may be released in June 2031."
)


def _event(kind: EventType, *persons: str, when: str | None = None, words: str | None = None, **roles: object) -> Event:
    date = When(when, words) if when else None
    return Event(kind, subject=persons, persons=persons, date=date, **roles)  # type: ignore[arg-type]


def wire_statements() -> list[Told]:
    """What the newswire says, one of each kind."""
    wire = outlet("Sarnik Wire")
    return [
        Told(
            "Police arrested Pavel Ketlin in Kosterna on 7 February, his lawyer said.",
            _event(
                EventType.ARREST,
                "Pavel Ketlin",
                when="2031-02-07",
                words="on 7 February",
                place="Kosterna",
                authority="Police",
            ),
            Certainty.ATTRIBUTED,
            chain=(wire, speaker("his lawyer")),
        ),
        Told(
            "The Sarnik City Court sentenced Irma Dolvich to six years on 3 April under Article 302 for donations.",
            _event(
                EventType.SENTENCE,
                "Irma Dolvich",
                when="2031-04-03",
                authority="Sarnik City Court",
                article=("Article 302",),
                penalty="six years",
                grounds=(Ground.DONATION,),
            ),
            chain=(wire,),
        ),
        Told(
            "Anton Berzak was reportedly arrested in March for posts online.",
            _event(EventType.ARREST, "Anton Berzak", when="2031-03", grounds=(Ground.EXPRESSION_ONLINE,)),
            Certainty.REPORTED,
            chain=(wire,),
        ),
        Told(
            "Anton Berzak was released on 10 April.",
            _event(EventType.RELEASE, "Anton Berzak", when="2031-04-10"),
            chain=(wire,),
        ),
        Told(
            "At least 312 people recognised as political prisoners were in custody as of 31 March, the Verasen centre said.",
            Count(
                Bound.AT_LEAST,
                312,
                "people recognised as political prisoners",
                FigureKind.STOCK,
                "Velmaria",
                When("2031-03-31"),
                "the Verasen centre",
            ),
            Certainty.ATTRIBUTED,
            chain=(wire, Link(ChainRole.ORIGIN, "the Verasen centre")),
        ),
        Told(
            "Ambassador Ruth Calloway called on the authorities to release all of them.",
            Position("Ruth Calloway", "the authorities", Stance.CALL, "to release all of them"),
            chain=(wire, speaker("Ruth Calloway", "Ambassador")),
        ),
        Told(
            "Neighbours tell of Lena Vorzhik being taken from her flat.",
            _event(EventType.ARREST, "Lena Vorzhik"),
            Certainty.ANECDOTAL,
            chain=(wire,),
        ),
        Told(
            "The ambassador met the families on 9 April.",
            Contact(("The ambassador", "the families"), When("2031-04-09", "on 9 April")),
            chain=(wire,),
        ),
    ]


def fill_dossier(dossier: Dossier) -> None:
    """Sources of every kind and outcome."""
    wire = Credit("Sarnik Wire", "M. Reporter", "Court sentences programmer", "Sarnik", "2031-04-12", "en", None)
    put_source(dossier, "wire/court.txt", WIRE, wire_statements(), credit=wire, place="page 3")
    verasen = Credit("Верасень", None, "Умер в колонии", None, "2031-04-19", "ru", None)
    put_source(
        dossier,
        "verasen/умер.txt",
        DEATH,
        [
            Told("Ирма Долвич осуждена на шесть лет.", _event(EventType.SENTENCE, "Ирма Долвич", penalty="шесть лет")),
            Told(
                "Николай Стравин умер в колонии в ночь на 18 апреля, сообщил центр «Верасень».",
                _event(EventType.DEATH_IN_CUSTODY, "Николай Стравин", when="2031-04-17/2031-04-18"),
                Certainty.ATTRIBUTED,
                chain=(Link(ChainRole.ORIGIN, "центр «Верасень»"),),
            ),
        ],
        credit=verasen,
    )
    put_source(
        dossier,
        "ministry.txt",
        MINISTRY,
        [
            Told(
                "There are no more than 40 such prisoners, the ministry said.",
                Count(Bound.AT_MOST, 40, "such prisoners", FigureKind.STOCK),
                Certainty.ATTRIBUTED,
                chain=(speaker("the ministry"),),
            ),
            Told(
                "Nikolai Stravin was never refused medical care.",
                _event(EventType.DENIAL_OF_MEDICAL_CARE, "Nikolai Stravin"),
                polarity=Polarity.DENIED,
            ),
            Told(
                "Mikola Stravin died a natural death on 17 April 2031.",
                _event(EventType.DEATH_IN_CUSTODY, "Nikolai Stravin", when="2031-04-17"),
            ),
            Told(
                "Irma Dolvich may be released in June 2031.",
                _event(EventType.RELEASE, "Irma Dolvich", when="2031-06"),
                Certainty.HYPOTHETICAL,
            ),
        ],
        credit=Credit("Ministry of Internal Affairs", None, None, None, "2031-04-24", "en", None),
    )
    hostile = f"Then {HOSTILE_PERSON} was arrested & held <b>since</b> 1 May 2031.\u202e Fin."
    put_source(
        dossier,
        HOSTILE_NAME,
        hostile,
        [
            Told(
                f"{HOSTILE_PERSON} was arrested & held <b>since</b> 1 May 2031.",
                _event(EventType.ARREST, HOSTILE_PERSON, when="2031-05-01", place='"><img src=x onerror=alert(2)>'),
                Certainty.ALLEGED,
                chain=(outlet("<i>Outlet</i>"),),
            ),
            Told(
                "1 May 2031",
                Count(Bound.ABOUT, 1486, "<svg onload=alert(3)>", FigureKind.STOCK, None, When("2031-05-01")),
            ),
        ],
        credit=Credit("<i>Outlet</i>", None, "T' \" onmouseover=x", None, "2031-05-02", "en", "javascript:alert(4)"),
    )
    be = Credit("Радыё", None, None, None, "2031-05-20", "be", None)
    put_source(dossier, "radio.txt", "Радыё паведамляе.", credit=be, read=ReadingState.NOT_READ_YET)
    archive = put_source(dossier, "all.zip", None, credit=Credit(), state=SourceState.UNPACKED, read=None)
    put_source(
        dossier,
        "all.zip!/locked.pdf",
        None,
        credit=Credit(),
        state=SourceState.UNREADABLE,
        read=None,
        problem="It asks for a password. Open it, save it without one, and add it again.",
        container=archive.sha256,
    )
    with dossier.write() as tx:
        sources.put_occurrence(tx, archive.sha256, "copy of all.zip", None, AT)
        sources.put_missed(tx, "secret.txt", "No permission to read it.", AT)


def small_dossier(root: Path) -> Path:
    """A dossier with sources of every kind and outcome, closed."""
    empty_dossier(root)
    with open_dossier(root, write=True) as dossier:
        fill_dossier(dossier)
    return root
