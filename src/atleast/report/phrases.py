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
    """How an event is told of its subject.

    `be` where it is done to the subject: "was {participle}"; else the subject does it: "{past}", "have {participle}".
    """

    participle: str
    past: str = ""

    @property
    def be(self) -> bool:
        """Whether it is done to the subject."""
        return not self.past


VERBS: dict[EventType, Verb] = {
    EventType.ARREST: Verb("arrested or held"),
    EventType.SEARCH: Verb("searched"),
    EventType.CHARGE: Verb("charged"),
    EventType.TRIAL: Verb("put on trial"),
    EventType.SENTENCE: Verb("sentenced or serving a sentence"),
    EventType.APPEAL: Verb("the subject of an appeal"),
    EventType.TRANSFER: Verb("transferred"),
    EventType.RELEASE: Verb("released"),
    EventType.PARDON: Verb("pardoned"),
    EventType.FINE: Verb("fined"),
    EventType.ILL_TREATMENT: Verb("ill-treated"),
    EventType.TORTURE: Verb("tortured"),
    EventType.DENIAL_OF_MEDICAL_CARE: Verb("denied medical care"),
    EventType.SOLITARY_CONFINEMENT: Verb("held in solitary confinement"),
    EventType.INCOMMUNICADO: Verb("held incommunicado"),
    EventType.DEATH_IN_CUSTODY: Verb("died in custody", "died in custody"),
    EventType.KILLING: Verb("killed"),
    EventType.DISAPPEARANCE: Verb("disappeared", "disappeared"),
    EventType.EXILE: Verb("forced into exile"),
    EventType.DEPORTATION: Verb("deported"),
    EventType.DISMISSAL: Verb("dismissed"),
    EventType.DESIGNATION: Verb("designated extremist, terrorist, foreign agent or the like"),
    EventType.LIQUIDATION: Verb("liquidated"),
    EventType.CENSORSHIP: Verb("censored or blocked"),
    EventType.PROTEST: Verb("taken part in a protest", "took part in a protest"),
    EventType.ELECTION: Verb("concerned by an election"),
    EventType.RECOGNITION: Verb("recognised as a political prisoner"),
    EventType.REPORT: Verb("issued a report", "issued a report"),
    EventType.INVOCATION: Verb("invoked a mechanism", "invoked a mechanism"),
    EventType.MEETING: Verb("taken part in a meeting", "took part in a meeting"),
    EventType.SANCTION: Verb("placed under sanctions"),
    EventType.CALL: Verb("made an appeal or demand", "made an appeal or demand"),
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
