"""The fixed words in plain English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atleast.model.words import Bound, Certainty, EventType, FigureKind, Polarity, Stance


def in_words(word: StrEnum) -> str:
    """A fixed word as it is read: "denial of medical care"."""
    return word.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Verb:
    """How an event is told: by its noun where the source names no subject, else as a verb of the subject.

    `be` where it is done to the subject: "was {participle}"; else the subject does it: "{past}", "have {participle}".
    """

    noun: str
    participle: str
    past: str = ""

    @property
    def be(self) -> bool:
        """Whether it is done to the subject."""
        return not self.past


VERBS: dict[EventType, Verb] = {
    EventType.ARREST: Verb("an arrest or detention", "arrested or held"),
    EventType.SEARCH: Verb("a search", "searched"),
    EventType.CHARGE: Verb("a charge", "charged"),
    EventType.TRIAL: Verb("a trial", "put on trial"),
    EventType.SENTENCE: Verb("a sentence", "sentenced or serving a sentence"),
    EventType.APPEAL: Verb("an appeal", "the subject of an appeal"),
    EventType.TRANSFER: Verb("a transfer", "transferred"),
    EventType.RELEASE: Verb("a release", "released"),
    EventType.PARDON: Verb("a pardon", "pardoned"),
    EventType.FINE: Verb("a fine", "fined"),
    EventType.ILL_TREATMENT: Verb("ill-treatment", "ill-treated"),
    EventType.TORTURE: Verb("torture", "tortured"),
    EventType.DENIAL_OF_MEDICAL_CARE: Verb("a denial of medical care", "denied medical care"),
    EventType.SOLITARY_CONFINEMENT: Verb("solitary confinement", "held in solitary confinement"),
    EventType.INCOMMUNICADO: Verb("incommunicado detention", "held incommunicado"),
    EventType.DEATH_IN_CUSTODY: Verb("a death in custody", "died in custody", "died in custody"),
    EventType.KILLING: Verb("a killing", "killed"),
    EventType.DISAPPEARANCE: Verb("a disappearance", "disappeared", "disappeared"),
    EventType.EXILE: Verb("a forced exile", "forced into exile"),
    EventType.DEPORTATION: Verb("a deportation", "deported"),
    EventType.DISMISSAL: Verb("a dismissal", "dismissed"),
    EventType.DESIGNATION: Verb(
        "a designation as extremist, terrorist, foreign agent or the like",
        "designated extremist, terrorist, foreign agent or the like",
    ),
    EventType.LIQUIDATION: Verb("a liquidation of an organisation", "liquidated"),
    EventType.CENSORSHIP: Verb("censorship", "censored or blocked"),
    EventType.PROTEST: Verb("a protest", "taken part in a protest", "took part in a protest"),
    EventType.ELECTION: Verb("an election", "concerned by an election"),
    EventType.RECOGNITION: Verb("a recognition as a political prisoner", "recognised as a political prisoner"),
    EventType.REPORT: Verb("a report", "issued a report", "issued a report"),
    EventType.INVOCATION: Verb("an invocation of a mechanism", "invoked a mechanism", "invoked a mechanism"),
    EventType.MEETING: Verb("a meeting", "taken part in a meeting", "took part in a meeting"),
    EventType.SANCTION: Verb("a sanction", "placed under sanctions"),
    EventType.CALL: Verb("an appeal or demand", "made an appeal or demand", "made an appeal or demand"),
}

CERTAINTY: dict[Certainty, str] = {
    Certainty.ASSERTED: "stated as fact",
    Certainty.ATTRIBUTED: "said by somebody who is named or described",
    Certainty.REPORTED: "reported",
    Certainty.ANECDOTAL: "told as an anecdote",
    Certainty.ALLEGED: "alleged",
    Certainty.HYPOTHETICAL: "spoken of as possible",
}
POLARITY: dict[Polarity, str] = {
    Polarity.AFFIRMED: "it says that it is so",
    Polarity.DENIED: "it denies that it is so",
}
BOUND: dict[Bound, str] = {
    Bound.AT_LEAST: "at least",
    Bound.MORE_THAN: "more than",
    Bound.EXACTLY: "exactly",
    Bound.ABOUT: "about",
    Bound.AT_MOST: "at most",
    Bound.FEWER_THAN: "fewer than",
}
KIND: dict[FigureKind, str] = {
    FigureKind.STOCK: "stock: a number on a day",
    FigureKind.FLOW: "flow: a number over a period",
    FigureKind.ESTIMATE: "estimate",
}
# With and without somebody toward whom it is taken.
STANCE: dict[Stance, tuple[str, str]] = {
    Stance.CALL: ("called on {toward}", "made an appeal"),
    Stance.CONDEMNATION: ("condemned {toward}", "expressed condemnation"),
    Stance.SUPPORT: ("expressed support for {toward}", "expressed support"),
    Stance.DENIAL: ("issued a denial concerning {toward}", "issued a denial"),
    Stance.RECOGNITION: ("expressed recognition of {toward}", "expressed recognition"),
    Stance.ABSTENTION: ("abstained with regard to {toward}", "abstained"),
    Stance.VIEW: ("expressed a view of {toward}", "expressed a view"),
}
LANGUAGES: dict[str, str] = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "be-Latn": "Belarusian in Latin letters", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fi": "Finnish",
    "fr": "French", "hu": "Hungarian", "hy": "Armenian", "it": "Italian", "ka": "Georgian", "kk": "Kazakh",
    "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def language_name(tag: str | None) -> str:
    """A language in words; the tag itself where it has no name here, and "not known" where there is none."""
    return LANGUAGES.get(tag, tag) if tag else "not known"
